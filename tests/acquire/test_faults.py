"""A fault in taking one report in is that report's; pipes, odd names and vanished files stop nobody."""

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from contested.acquire import inputs, jsonl
from contested.acquire.inputs import read_inputs
from contested.model.report import Report, Unreadable

TEXT = "Officials in Kadugli said two convoys had been turned back by the rebels on the road north."


def codes(sources: list[str | Path]) -> list[str | None]:
    return [found.code if isinstance(found, Unreadable) else None for found in read_inputs(sources)]


@pytest.mark.parametrize("error", [ValueError("a\nb"), RecursionError(), KeyError("x"), MemoryError()])
def test_a_fault_is_told_in_its_place(error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def assemble(text: str, *rest: Any) -> Report:
        if "fault" in text:
            raise error
        return Report(rest[0].id, text)

    monkeypatch.setattr(inputs, "assemble", assemble)
    monkeypatch.setattr(jsonl, "assemble", assemble)
    for name, text in (("a.txt", TEXT), ("b.txt", "a fault"), ("c.txt", TEXT)):
        (tmp_path / name).write_text(text)
    lines = "".join(json.dumps({"text": text}) + "\n" for text in (TEXT, "a fault", TEXT))
    (tmp_path / "d.jsonl").write_text(lines)
    found = list(read_inputs([tmp_path]))
    assert [isinstance(one, Report) for one in found] == [True, False, True] * 2
    for one in found:
        if isinstance(one, Unreadable):
            assert one.code == "internal"
            assert "\n" not in one.message


def test_names_that_name_nothing(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT)
    sources: list[str | Path] = ["", " ", "x" * 5000, "~nobody-of-this-name/x.txt", good]
    assert codes(sources) == ["no_text"] * 4 + [None]


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of POSIX systems")
@pytest.mark.parametrize("lines", [False, True])
def test_a_pipe_is_read_once_and_whole(lines: bool, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    data = json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": TEXT}) if lines else TEXT
    writer = threading.Thread(target=pipe.write_text, args=(data,))
    writer.start()
    found = list(read_inputs([pipe]))
    writer.join()
    assert [one.text for one in found if isinstance(one, Report)] == [TEXT] * (2 if lines else 1)
