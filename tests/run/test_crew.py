"""Several processes: the same readings in the same order, a process that dies, Ctrl-C, nobody left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = """
import os, sys, time
import contested
from contested.run import local

really = local.read_batch

def read_batch(batch, options):
    for item in batch:
        if "ends its process" in item.text:
            os._exit(9)
        if "raises" in item.text:
            raise ValueError("spans crossed")
        if "sleeps" in item.text:
            print(os.getpid(), flush=True)
            time.sleep(60)
    return really(batch, options)

local.read_batch = read_batch

def texts():
    for number in range(24):
        end = {words}.get(number, "")
        yield f"The army said {{number + 2}} soldiers were killed in Gao. Rebels denied it. {{end}}"

{guard}
    for reading in contested.Reader(gate="none").pipe(texts(), processes=int(sys.argv[1])):
        print(reading.report.id, reading.error.code if reading.error else [c.quote for c in reading.claims], flush=True)
"""
GUARDED, UNGUARDED = 'if __name__ == "__main__":', "if True:"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and /proc of POSIX systems")


def script(folder: Path, words: dict[int, str], guard: str = GUARDED) -> Path:
    path = folder / "many.py"
    path.write_text(
        SCRIPT.format(words=json.dumps({str(k): v for k, v in words.items()}), guard=guard).replace(
            ".get(number", ".get(str(number)"
        )
    )
    return path


def run(path: Path, processes: int) -> "subprocess.CompletedProcess[str]":
    call = [sys.executable, str(path), str(processes)]
    return subprocess.run(call, capture_output=True, text=True, timeout=120, check=False)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def all_gone(pids: list[int]) -> bool:
    until = time.monotonic() + 10
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(map(alive, pids))


def test_two_processes_give_what_one_gives_and_survive_one_that_dies(tmp_path: Path) -> None:
    one = run(script(tmp_path, {7: "It raises."}), 1)
    two = run(script(tmp_path, {7: "It raises.", 20: "It ends its process."}), 2)
    assert (one.stderr, two.stderr) == ("", "")
    expected = one.stdout.splitlines()
    assert len(expected) == 24
    assert expected[7] == "text8 internal"
    expected[20] = "text21 internal"
    assert two.stdout.splitlines() == expected


def sleeping(path: Path) -> "tuple[subprocess.Popen[str], list[int]]":
    """The script at work in two processes that both sleep, with their ids."""
    child = subprocess.Popen(
        [sys.executable, str(path), "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert child.stdout is not None
    return child, [int(child.stdout.readline()) for _ in range(2)]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_a_stop_leaves_no_process_behind(sign: signal.Signals, tmp_path: Path) -> None:
    child, workers = sleeping(script(tmp_path, dict.fromkeys(range(24), "It sleeps.")))
    if sign is signal.SIGINT:
        os.killpg(child.pid, sign)  # what a terminal does: all processes of the group get it
    else:
        os.kill(child.pid, sign)
    _, told = child.communicate(timeout=20)
    assert all_gone(workers)
    assert told.count("Traceback") == (1 if sign is signal.SIGINT else 0), "the script's own KeyboardInterrupt only"


def test_a_script_without_its_guard_is_told_so(tmp_path: Path) -> None:
    done = run(script(tmp_path, {}, UNGUARDED), 2)
    assert done.returncode != 0
    assert 'below if __name__ == "__main__"' in done.stderr
