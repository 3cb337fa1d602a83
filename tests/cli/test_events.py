"""`contested reconcile` of a ledger, and `events`, `questions`, `figures` and `show` of what it made."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from contested.cli.app import app
from contested.export.codec import to_json
from contested.model.claim import Figure
from tests.reconciling.made import told

WHERE = {"event": "v1", "place": "Dahra", "day": "2031-03-03"}
SHELLS = {"quote": "Shells fell on Dahra market.", "type": "strike.artillery", **WHERE}


def call(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports of one shelling that count differently, and one of another thing, in the ledger of the settings."""
    monkeypatch.setattr("contested.settings.user_config_path", lambda name: tmp_path / "config" / name)
    monkeypatch.setenv("CONTESTED_LEDGER", str(tmp_path / "case.db"))
    monkeypatch.setenv("COLUMNS", "80")
    add(
        tmp_path,
        told("a", "Hilltop Wire", "2031-03-04", SHELLS, {"quote": "Nine died there.", "killed": 9, **WHERE}),
        told("b", "Plain Courier", "2031-03-05", SHELLS, {"quote": "Seven people were killed.", "killed": 7, **WHERE}),
        told("c", "Plain Courier", "2031-04-01", {**SHELLS, "quote": "Gunmen took Rell.", "place": "Rell",
             "day": "2031-04-01", "type": "control.held"}),
    )  # fmt: skip
    return tmp_path / "case.db"


def add(folder: Path, *readings: Any) -> None:
    path = folder / "readings.jsonl"
    path.write_bytes(b"".join(to_json(one) + b"\n" for one in readings))
    assert call("add", "--readings", path).exit_code == 0


def rows(*arguments: object) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(call(*arguments, "-f", "csv").stdout)))


def test_a_list_of_events_for_people(ledger: Path) -> None:
    done = call("reconcile")
    assert done.exit_code == 0
    assert "2 events of 3 reports: 1 told by several," in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    first = done.stdout.splitlines()[1].split()
    assert first[1:3] == ["2031-03-03", "Dahra"]
    assert any(cell.startswith("7-9") for cell in first)
    listed = call("events")
    assert ledger.exists()
    assert first[0] in listed.stdout
    assert listed.stdout.splitlines()[0].split() == ["event", "day", "place", "what", "reports", "killed", "open"]


def test_events_for_programs(ledger: Path) -> None:
    lines = [json.loads(line) for line in call("reconcile", "-f", "jsonl").stdout.splitlines()]
    assert ledger.exists()
    assert [json.loads(line) for line in call("events", "-f", "jsonl").stdout.splitlines()] == lines
    assert json.loads(call("events", "-f", "json").stdout) == lines
    first, second = rows("events")
    assert (first["place"], first["killed_low"], first["killed_high"], first["report_names"]) == (
        "Dahra", "7", "9", "a; b",
    )  # fmt: skip
    assert second["killed_low"] == ""
    assert rows("reconcile") == [first, second]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--place", "dahra"], 1),
        (["--type", "control"], 1),
        (["--since", "2031-03-10"], 1),
        (["--source", "plain courier"], 2),
        (["--report", "a"], 1),
        (["--limit", "1"], 1),
    ],
)
def test_events_are_filtered(ledger: Path, options: list[str], found: int) -> None:
    call("reconcile")
    assert ledger.exists()
    assert len(rows("events", *options)) == found


def test_counts_are_listed_by_voice_and_never_added_up(ledger: Path) -> None:
    call("reconcile")
    assert ledger.exists()
    found = rows("figures", "--measure", "killed")
    assert [(row["low"], row["outlet"], row["quote"]) for row in found] == [
        ("9", "Hilltop Wire", "Nine died there."),
        ("7", "Plain Courier", "Seven people were killed."),
    ]
    text = call("figures").stdout
    assert "range: 7-9" in text
    assert "16" not in text
    assert call("figures", "--measure", "wounded").exit_code == 1
    lines = [json.loads(line) for line in call("figures", "-f", "jsonl").stdout.splitlines()]
    assert {line["event"] for line in lines} == {found[0]["event"]}


def test_questions_with_every_answer(ledger: Path) -> None:
    call("reconcile")
    assert ledger.exists()
    found = rows("questions", "--slot", "killed")
    assert sorted((row["answer"], row["claims"]) for row in found) == [("7", "b:c2"), ("9", "a:c2")]
    assert len({row["verdict"] for row in found}) == 1
    text = call("questions", "--verdict", found[0]["verdict"]).stdout
    assert "How many were killed in Dahra?" in text
    assert call("questions", "--verdict", "contested", "--slot", "weapon").exit_code == 1


def test_one_event_with_all_that_is_claimed_of_it(ledger: Path) -> None:
    call("reconcile")
    assert ledger.exists()
    (event,) = rows("events", "--place", "Dahra")
    shown = call("show", event["event"])
    assert shown.exit_code == 0
    assert "“Nine died there.”" in shown.stdout
    assert "“Seven people were killed.”" in shown.stdout
    assert json.loads(call("show", event["event"], "-f", "jsonl").stdout)["id"] == event["event"]
    assert call("show", event["event"], "-f", "md").exit_code == 2


def test_an_event_as_a_page(ledger: Path) -> None:
    call("reconcile")
    assert ledger.exists()
    (event,) = rows("events", "--place", "Dahra")
    page = call("show", event["event"], "-f", "html").stdout
    assert "<h1" in page and "Seven people were killed." in page and "Rell" not in page
    whole = call("reconcile", "-f", "html").stdout
    assert "Seven people were killed." in whole and "Rell" in whole
    assert call("reconcile", "-f", "html", "--stories").exit_code == 2


HOSPITAL = {**SHELLS, "quote": "Shells fell on Dahra hospital."}


@pytest.fixture
def hospital(tmp_path: Path, ledger: Path) -> Path:
    """The ledger with a report from which the place of the shelling is a hospital's."""
    add(tmp_path, told("d", "River Daily", "2031-03-04", HOSPITAL))
    return ledger


@pytest.mark.parametrize("format", ["text", "jsonl", "json", "csv", "html"])
def test_reconciled_events_can_be_blurred(hospital: Path, format: str) -> None:
    assert hospital.exists()
    assert "Dahra" in call("reconcile", "-f", format).stdout
    shown = call("reconcile", "-f", format, "--blur", "words")
    assert shown.exit_code == 0
    assert "Dahra" not in shown.stdout
    assert "Rell" in shown.stdout
    assert "Dahra" in call("events").stdout, "the ledger keeps the events as they are"


@pytest.mark.parametrize("format", ["text", "jsonl", "html"])
def test_an_event_can_be_shown_blurred(hospital: Path, format: str) -> None:
    call("reconcile")
    assert hospital.exists()
    (event,) = rows("events", "--report", "d")
    shown = call("show", event["event"], "-f", format, "--blur", "words")
    assert shown.exit_code == 0
    assert shown.stdout
    assert "Dahra" not in shown.stdout


def test_an_export_can_be_blurred(hospital: Path, tmp_path: Path) -> None:
    assert hospital.exists()
    for blur, shown in (("none", True), ("words", False)):
        assert call("export", tmp_path / blur, "--blur", blur).exit_code == 0
        files = [path.read_text(encoding="utf-8") for path in (tmp_path / blur).iterdir()]
        assert len(files) > 5
        assert any("Dahra" in file for file in files) is shown


def test_events_that_are_older_than_the_claims_say_so(ledger: Path, tmp_path: Path) -> None:
    before = call("events")
    assert ledger.exists()
    assert before.exit_code == 2
    assert "no events have been made of this ledger yet" in before.stderr
    call("reconcile")
    assert call("events").stderr == ""
    add(tmp_path, told("d", "Hilltop Wire", "2031-03-06", SHELLS))
    stale = call("events")
    assert "older than the claims" in stale.stderr
    assert stale.exit_code == 0
    call("reconcile")
    assert call("events").stderr == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["events", "--status", "odd"], "there is no status odd"),
        (["questions", "--slot", "odd"], "there is no slot odd"),
        (["questions", "--verdict", "odd"], "there is no verdict odd"),
        (["events", "--box", "1,2"], "is no area"),
        (["reconcile", "--stories", "-f", "csv"], "not csv"),
        (["show", "e0000000000"], "no report or event"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(ledger: Path, arguments: list[str], message: str) -> None:
    call("reconcile")
    assert ledger.exists()
    done = call(*arguments)
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.replace("│", " ").split())


def test_the_order_of_adding_does_not_matter_for_the_events(ledger: Path, tmp_path: Path) -> None:
    lines = (tmp_path / "readings.jsonl").read_bytes().splitlines(keepends=True)
    events = call("reconcile", "-f", "jsonl").stdout
    assert ledger.exists()
    for number, order in enumerate(([2, 1, 0], [1, 2, 0, 1, 1], [0, 0, 2, 1])):
        other = tmp_path / f"other{number}.db"
        (tmp_path / "mixed.jsonl").write_bytes(b"".join(lines[n] for n in order))
        call("add", "--readings", tmp_path / "mixed.jsonl", "--ledger", other)
        assert call("reconcile", "-f", "jsonl", "--ledger", other).stdout == events
        assert call("events", "-f", "jsonl", "--ledger", other).stdout == call("events", "-f", "jsonl").stdout


def test_decisions_are_followed_and_can_be_undone(ledger: Path) -> None:
    before = call("reconcile", "-f", "jsonl").stdout
    assert ledger.exists()
    done = call("decide", "different", "a:c1", "b:c1", "--why", "two salvoes", "--who", "Ada")
    assert done.stdout.startswith("decision 1: a:c1 and b:c1 are two happenings")
    assert "older than the claims or decisions" in call("events").stderr
    parted = [json.loads(line) for line in call("reconcile", "-f", "jsonl").stdout.splitlines()]
    assert sorted(event["reports"] for event in parted) == [["a"], ["b"], ["c"]]
    assert "two salvoes" in call("decide", "list").stdout
    why = call("why", "a", "b").stdout
    assert "No event holds both a and b" in why
    assert "alike: place " in why
    assert "Ada" in why
    call("decide", "same", "c:c1", "a:c1", "--why", "the same guns")
    call("reconcile")
    assert "the same guns" in call("why", "c:c1", "a:c1").stdout
    for number in ("1", "2"):
        assert call("decide", "undo", number).exit_code == 0
    assert call("reconcile", "-f", "jsonl").stdout == before
    assert call("decide", "list").exit_code == 1
    assert len(json.loads(call("decide", "list", "--undone", "-f", "json").stdout)) == 2
    assert call("decide", "undo", "1").exit_code == 2


def test_why_two_reports_stand_in_one_event(ledger: Path) -> None:
    assert "no events have been made" in call("why", "a", "b").stderr
    call("reconcile")
    assert ledger.exists()
    shown = call("why", "a:c2", "b:c1")
    assert shown.exit_code == 0
    assert "points: place +" in shown.stdout
    assert all(len(line) <= 80 for line in shown.stdout.splitlines())
    (row,) = json.loads(call("why", "a", "b", "-f", "json").stdout)
    assert row["steps"][0]["score"] >= 3
    apart = call("why", "a", "c").stdout
    assert "place: Dahra / Rell" in apart


def test_a_decision_that_cannot_be_followed_is_told(ledger: Path) -> None:
    call("decide", "different", "a:c1", "a:c2", "--why", "?")
    assert ledger.exists()
    done = call("reconcile")
    assert "decision 1 could not be followed: the report itself tells the two as one happening" in done.stderr
    assert done.exit_code == 0


def test_nothing_in_a_report_steers_the_terminal(ledger: Path, tmp_path: Path) -> None:
    odd = {**SHELLS, "place": "Dah\x1b[2Jra\u202e", "quote": "Shells \x1b]0;x\x07 fell."}
    add(tmp_path, told("x\x1b[1m", "Wire\x9b", "2031-03-04", odd, {"quote": "Six \x1bdied.", "killed": 6, **WHERE}))
    shown = [call("reconcile"), call("events"), call("questions"), call("figures"), call("why", "a", "b")]
    assert ledger.exists()
    shown += [call("show", row["event"]) for row in rows("events")]
    shown += [call("why", "a", row["event"]) for row in rows("events")]
    for done in shown:
        assert done.exit_code == 0
        assert not set(done.stdout) & set("\x1b\x9b\x07\u202e")


@pytest.mark.parametrize(
    ("bounds", "shown"),
    [((28, None), "28 or more"), ((None, 28), "up to 28"), ((28, 28), "28")],
)
def test_an_open_count_is_not_shown_as_an_exact_one(
    ledger: Path, tmp_path: Path, bounds: tuple[int | None, int | None], shown: str
) -> None:
    counted = {"quote": "So many died at Rell.", "killed": Figure("killed", 28, *bounds), "event": "v1"}
    place = tmp_path / "open.db"
    path = tmp_path / "open.jsonl"
    path.write_bytes(to_json(told("o", "Hilltop Wire", "2031-03-04", {**SHELLS, "place": "Rell"}, counted)))
    call("add", "--readings", path, "--ledger", place)
    assert ledger.exists()
    text = call("reconcile", "--ledger", place).stdout
    assert "28" in text
    assert ("28 or" in text, "up to" in text) == (shown.endswith("more"), shown.startswith("up"))
    assert f"range: {shown}\n" in call("figures", "--ledger", place).stdout
