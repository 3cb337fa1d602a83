"""The commands as people call them: output, exit codes, errors in one sentence. No report is really read here."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from contested.cli import guard
from contested.cli.app import app
from contested.errors import DataError
from contested.export.codec import to_json
from contested.model.reading import Reading
from tests.export.made import hostile, kosti, unreadable

runner = CliRunner()
Reads = Callable[..., None]


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("CONTESTED_") or name in ("COLUMNS", "FORCE_COLOR")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr("contested.settings.user_config_path", lambda name: tmp_path / "config" / name)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reads]:
    """Let `contested read` find these readings, whatever its sources; the call's arguments are kept in `.calls`."""

    def set_up(*readings: Reading | BaseException) -> None:
        def read_many(*args: Any) -> Iterator[Reading]:
            set_up.calls.append(args)  # type: ignore[attr-defined]
            for reading in readings:
                if isinstance(reading, BaseException):
                    raise reading
                yield reading

        monkeypatch.setattr("contested.run.local.read_many", read_many)

    set_up.calls = []  # type: ignore[attr-defined]
    pytest.importorskip("contested.run.local", reason="the reader is not there yet")
    yield set_up


def call(*args: str | Path, text: str | bytes | None = None) -> Result:
    return runner.invoke(app, [str(arg) for arg in args], input=text)


@pytest.fixture
def readings_file(tmp_path: Path) -> Path:
    path = tmp_path / "readings.jsonl"
    path.write_bytes(to_json(kosti()) + b"\n" + to_json(unreadable()) + b"\n")
    return path


def test_help_names_all_commands() -> None:
    result = call("--help")
    assert result.exit_code == 0
    for name in ("read", "check", "explain", "gazetteer", "--version"):
        assert name in result.stdout


def test_version() -> None:
    assert re.fullmatch(r"contested \d+\.\d+\.\d+\S*\n", call("--version").stdout)


def test_text_is_for_people(reads: Reads) -> None:
    reads(kosti())
    result = call("read", "kosti.txt")
    assert result.exit_code == 0
    assert "WHAT HAPPENED" in result.stdout
    assert "Reports read" not in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_several_reports_end_with_a_list(reads: Reads) -> None:
    reads(kosti(), unreadable())
    result = call("read", "folder")
    assert result.exit_code == 0
    assert result.stdout.index("WHAT HAPPENED") < result.stdout.index("Reports read: 2")
    assert result.stderr == "contested: scan.pdf: the file scan.pdf holds no text, only pictures\n" or (
        result.stderr == "contested: the file scan.pdf holds no text, only pictures\n"
    )


def test_nothing_read_is_exit_code_1(reads: Reads) -> None:
    reads(unreadable())
    assert call("read", "scan.pdf").exit_code == 1
    assert call("read", "scan.pdf", "--format", "jsonl").exit_code == 1


def test_jsonl_is_one_line_a_reading(reads: Reads) -> None:
    reads(kosti(), unreadable())
    result = call("read", "x", "-f", "jsonl")
    assert [json.loads(line)["report"]["id"] for line in result.stdout.splitlines()] == ["kosti.txt", "scan.pdf"]
    assert result.stderr == ""


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_json_is_an_object_or_an_array(reads: Reads, count: int) -> None:
    reads(*[kosti()] * count)
    result = call("read", "x", "--format", "json")
    data = json.loads(result.stdout)
    assert (data["report"]["id"] == "kosti.txt") if count == 1 else (len(data) == count)
    assert count == 0 or '\n  "schema"' in result.stdout


def test_markdown_begins_with_a_list_of_several(reads: Reads) -> None:
    reads(kosti(), kosti())
    result = call("read", "x", "--format", "md")
    assert result.stdout.startswith("# Reports read: 2\n")
    assert result.stdout.count("\n## Fighting for the river port of Kosti\n") == 2


def test_html_is_one_page_for_all(reads: Reads) -> None:
    reads(kosti(), unreadable(), kosti())
    result = call("read", "x", "--format", "html")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>")
    assert result.stdout.count('<article class="report"') == 3
    assert "scan.pdf" in result.stderr


@pytest.mark.parametrize("format", ["text", "md", "html", "json", "jsonl"])
def test_blurred_places_are_blurred_in_every_format(reads: Reads, format: str) -> None:
    reads(kosti())
    shown = call("read", "x", "--format", format, "--blur", "words")
    assert shown.exit_code == 0
    assert "Kosti" not in shown.stdout.replace("kosti.txt", "")
    assert "blurred" in shown.stdout


def test_output_goes_to_a_file(reads: Reads, tmp_path: Path) -> None:
    reads(kosti())
    out = tmp_path / "out.jsonl"
    result = call("read", "x", "-f", "jsonl", "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(out.read_text())["report"]["id"] == "kosti.txt"


def test_a_source_is_not_written_over(reads: Reads, tmp_path: Path) -> None:
    reads(kosti())
    source = tmp_path / "report.txt"
    source.write_text("Shelling went on in Taiz.")
    result = call("read", source, "-o", source)
    assert result.exit_code == 2
    assert source.read_text() == "Shelling went on in Taiz."
    assert result.stderr.count("\n") == 1


def test_output_that_cannot_be_written(reads: Reads, tmp_path: Path) -> None:
    reads(kosti())
    result = call("read", "x", "-o", tmp_path / "none" / "out.md")
    assert result.exit_code == 2
    assert re.fullmatch(r"contested: \S+ cannot be written: no such file or directory\n", result.stderr)


def test_options_reach_the_reader(reads: Reads) -> None:
    reads(kosti())
    options = ["--published", "2024-05-08", "--source", "Nile Wire", "--gate", "none", "--processes", "2"]
    call(
        "read", "x", "y", *options, "--allow-private", "--max-bytes", "999", "--format-in", "html", "--engine", "rules"
    )
    ((sources, inputs, read),) = reads.calls  # type: ignore[attr-defined]
    assert list(sources) == ["x", "y"]
    assert (inputs.published, inputs.source, inputs.allow_private) == ("2024-05-08", "Nile Wire", True)
    assert (inputs.max_bytes, inputs.format_in, inputs.timeout_s) == (999, "html", 30.0)
    assert (read.gate, read.engine, read.processes) == ("none", "rules", 2)


def test_settings_are_defaults_of_options(reads: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    reads(kosti())
    monkeypatch.setenv("CONTESTED_MAX_BYTES", "1000")
    monkeypatch.setenv("CONTESTED_PROCESSES", "3")
    call("read", "x")
    call("read", "x", "--max-bytes", "5", "--processes", "1")
    (_, first, one), (_, second, two) = reads.calls  # type: ignore[attr-defined]
    assert (first.max_bytes, one.processes) == (1000, 3)
    assert (second.max_bytes, two.processes) == (5, 1)


@pytest.mark.parametrize(
    "args",
    [
        ["read"],
        ["read", "x", "--format", "xml"],
        ["read", "x", "--published", "yesterday"],
        ["read", "x", "--published", "2024-02-30"],
        ["read", "x", "--processes", "0"],
        ["read", "x", "--max-bytes", "many"],
        ["read", "x", "--colour"],
        ["check", "/no/such/file.jsonl"],
        ["explain", "only-one"],
        ["gazetteer", "lookup", "Taiz", "--country", "Yemen"],
        ["wander"],
    ],
)
def test_wrong_calls_are_exit_code_2(args: list[str]) -> None:
    result = call(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert result.stderr.strip()


def test_a_wrong_setting_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTESTED_MAX_BYTES", "plenty")
    result = call("read", "x")
    assert result.exit_code == 2
    assert result.stderr == "contested: the setting max_bytes must be a number above 0, not 'plenty'\n"


def test_a_bug_is_a_short_message_and_a_traceback_only_on_request(reads: Reads) -> None:
    reads(ValueError("spans \x1b[31mcrossed"))
    result = call("read", "x")
    assert result.exit_code == 1
    assert "internal error (ValueError: spans \ufffd[31mcrossed)" in result.stderr
    assert "--debug" in result.stderr
    assert "Traceback" not in result.stderr


def test_debug_shows_the_traceback(reads: Reads) -> None:
    reads(ValueError("spans crossed"))
    assert "Traceback" in call("--debug", "read", "x").stderr


def test_a_wrong_packaged_file_is_told(reads: Reads) -> None:
    reads(DataError("packaged data file x.yml is missing: reinstall contested"))
    result = call("read", "x")
    assert (result.exit_code, result.stderr) == (
        1,
        "contested: packaged data file x.yml is missing: reinstall contested\n",
    )


def test_interruption_is_quiet(reads: Reads) -> None:
    reads(kosti(), KeyboardInterrupt())
    result = call("read", "x", "-f", "jsonl")
    assert (result.exit_code, result.stderr) == (guard.INTERRUPTED, "contested: stopped\n")
    assert json.loads(result.stdout)["report"]["id"] == "kosti.txt"


def test_hostile_text_reaches_no_terminal(reads: Reads) -> None:
    reads(hostile())
    for format in ("text", "md", "html"):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", call("read", "x", "--format", format).stdout)


def test_check_of_right_readings(readings_file: Path) -> None:
    result = call("check", readings_file)
    assert (result.exit_code, result.stdout) == (0, "2 readings checked, no problems\n")


def test_check_of_standard_input() -> None:
    result = call("check", "-", text=to_json(kosti()))
    assert (result.exit_code, result.stdout) == (0, "1 reading checked, no problems\n")


def test_check_tells_each_problem(tmp_path: Path) -> None:
    path = tmp_path / "wrong.jsonl"
    wrong = json.loads(to_json(kosti()))
    wrong["claims"][0]["quote"] = "something else"
    path.write_text(f"{json.dumps(wrong)}\n\nnot JSON\n{to_json(kosti()).decode()}\n", encoding="utf-8")
    result = call("check", path)
    assert result.exit_code == 1
    first, second, summary = result.stdout.splitlines()
    assert first == "kosti.txt: claims[0].quote: the words are not text[89:149]"
    assert second.startswith("line 3: this line is not JSON")
    assert summary == "3 readings checked, 2 problems in 2 of them"
    assert call("check", path, path).stdout.startswith(f"{path}: kosti.txt: ")


def test_check_of_nothing_is_a_problem(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    assert call("check", empty).exit_code == 1


def test_explain_a_claim_of_a_readings_file(readings_file: Path) -> None:
    result = call("explain", readings_file, "c1")
    assert result.exit_code == 0
    assert "[[government troops had" in result.stdout
    assert "Found by" in result.stdout
    assert "The paramilitary command" not in result.stdout, "only the claim's own sentence"


def test_explain_says_what_is_missing(readings_file: Path) -> None:
    for args, message in (
        (["c99"], "none of the 2 reports has a claim c99"),
        (["c99", "--report", "kosti.txt"], "there is no claim c99 in kosti.txt; it has c1 to c9"),
        (["c1", "--report", "none"], "there is no report none"),
        (["c1", "--report", "scan.pdf"], "the file scan.pdf holds no text, only pictures"),
    ):
        result = call("explain", readings_file, *args)
        assert (result.exit_code, result.stderr) == (2, f"contested: {message}\n")


def test_explain_asks_which_report(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_bytes(b"\n".join([to_json(kosti())] * 2))
    assert "say which with --report" in call("explain", path, "c1").stderr


def test_explain_reads_a_report_of_its_own(reads: Reads, tmp_path: Path) -> None:
    reads(kosti())
    report = tmp_path / "kosti.txt"
    report.write_text("anything")
    assert "Found by" in call("explain", report, "c1", "--published", "2024-05-08").stdout


STREAM = """
import sys, time
sys.path.insert(0, {made!r})
import contested.run.local
from tests.export.made import kosti
def read_many(*args):
    for _ in range({count}):
        yield kosti()
        time.sleep({pause})
contested.run.local.read_many = read_many
from contested.cli.app import main
sys.argv = ["contested", "read", "x", "--format", {format!r}]
main()
"""


def stream(count: int, pause: float, format: str) -> "subprocess.Popen[bytes]":
    pytest.importorskip("contested.run.local", reason="the reader is not there yet")
    made = str(Path(__file__).parent.parent / "export")
    code = STREAM.format(made=made, count=count, pause=pause, format=format)
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("format", ["jsonl", "text", "json"])
def test_a_closed_pipe_is_quiet(format: str) -> None:
    child = stream(400, 0, format)
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.readline()
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait(20) == 0


@pytest.mark.parametrize("format", ["jsonl", "text"])
def test_the_first_reading_is_written_at_once(format: str) -> None:
    child = stream(2, 60, format)
    assert child.stdout is not None
    began = time.monotonic()
    assert child.stdout.readline()
    child.kill()
    child.communicate()
    assert time.monotonic() - began < 20, "the second reading was waited for"


def test_help_is_fast_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from contested.cli.app import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'trafilatura', 'httpx', 'numpy', 'rich', 'jsonschema', 'lxml', 'babel'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
