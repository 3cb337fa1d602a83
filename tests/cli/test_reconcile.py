"""`contested reconcile` as a user meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from contested.cli.app import app
from contested.export.codec import to_json
from tests.reconciling.made import FERRY, FERRY_TOLD_AGAIN, FIRE, broken, report, told

WHERE = {"event": "v1", "place": "Dahra", "day": "2031-03-03"}


def call(*arguments: object, text: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments], input=text)


@pytest.fixture
def readings(tmp_path: Path) -> Path:
    path = tmp_path / "readings.jsonl"
    found = [report("a", FERRY), report("b", FIRE), report("c", FERRY_TOLD_AGAIN), broken("d")]
    path.write_bytes(b"".join(to_json(one) + b"\n" for one in found))
    return path


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_story_a_line(readings: Path) -> None:
    result = call("reconcile", "--stories", "--format", "jsonl", readings)
    assert result.exit_code == 0
    assert [line["reports"] for line in lines(result)] == [["a", "c"], ["b"], ["d"]]
    assert call("check", "-", text=result.stdout_bytes).exit_code == 0


def test_broken_lines_are_told_and_the_rest_goes_on(readings: Path) -> None:
    whole = readings.read_bytes()
    result = call("reconcile", "--stories", "--format", "jsonl", "-", text=b'{"schema": 1}\nnot json\n\n' + whole)
    assert result.exit_code == 0
    assert len(lines(result)) == 3
    told = result.stderr.splitlines()
    assert len(told) == 2
    assert told[0].startswith("contested: -: line 1 is left out: this is not a reading")
    assert told[1].startswith("contested: -: line 2 is left out: this line is not JSON")


def test_nothing_to_reconcile(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_bytes(b"\n")
    assert call("reconcile", "--stories", empty).exit_code == 1
    assert call("reconcile", "--stories", tmp_path / "none.jsonl").exit_code == 2


def test_the_input_is_not_written_over(readings: Path) -> None:
    assert call("reconcile", "--stories", readings, "-o", readings).exit_code == 2
    assert readings.stat().st_size > 100


def test_events_for_people_and_for_programs(tmp_path: Path) -> None:
    lines_of = [
        told(
            name,
            source,
            "2031-03-04",
            {"quote": f"{source}: shells fell on Dahra.", "type": "strike.artillery"} | WHERE,
        )
        for name, source in (("a", "Hilltop Wire"), ("b", "Plain Courier"))
    ]
    path = tmp_path / "readings.jsonl"
    path.write_bytes(b"".join(to_json(one) + b"\n" for one in lines_of))
    text = call("reconcile", path).stdout
    assert "shelling, artillery or missile attack · Dahra · 3 March 2031" in text
    assert "2 reports: a, b" in text
    (event,) = json.loads(call("reconcile", "--format", "json", path).stdout)
    assert event["reports"] == ["a", "b"]
    assert call("check", "-", text=call("reconcile", "-f", "jsonl", path).stdout_bytes).exit_code == 0
    assert "one text" in call("reconcile", "--stories", path).stdout


def test_without_readings_those_of_the_ledger_are_taken(readings: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    assert call("add", "--readings", readings, "--ledger", ledger).exit_code == 0
    result = call("reconcile", "--stories", "-f", "jsonl", "--ledger", ledger)
    assert result.exit_code == 0
    assert [len(line["reports"]) for line in lines(result)] == [2, 1]
    assert call("reconcile", readings, "--ledger", ledger).exit_code == 2
