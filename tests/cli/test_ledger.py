"""`contested add`, `search` and `show` as people call them, on readings made by hand."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from contested.cli.app import app
from contested.export.codec import to_json
from tests.export.made import hostile, kosti, unreadable

runner = CliRunner()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger that holds one report, and is the one that the settings name."""
    monkeypatch.setattr("contested.settings.user_config_path", lambda name: tmp_path / "config" / name)
    ledger = tmp_path / "case.db"
    monkeypatch.setenv("CONTESTED_LEDGER", str(ledger))
    monkeypatch.setenv("COLUMNS", "80")
    stored(tmp_path, to_json(kosti()))
    return ledger


def stored(folder: Path, *lines: bytes) -> Result:
    file = folder / "readings.jsonl"
    file.write_bytes(b"\n".join(lines) + b"\n")
    return runner.invoke(app, ["add", "--readings", str(file)])


def call(*arguments: str) -> Result:
    return runner.invoke(app, list(arguments))


def test_what_was_done_is_told(place: Path, tmp_path: Path) -> None:
    done = stored(tmp_path, to_json(kosti()), b"no reading", to_json(hostile()), to_json(unreadable()))
    assert done.exit_code == 0
    assert done.stdout == (f"3 reports: 1 new, 1 as before, 1 that could not be read. Ledger: {place}\n")
    assert "line 2: this line is not JSON" in done.stderr


def test_nothing_added_is_a_failure(place: Path, tmp_path: Path) -> None:
    assert place.exists()
    assert stored(tmp_path, to_json(unreadable())).exit_code == 1
    assert stored(tmp_path, b"").exit_code == 1


def test_claims_are_shown_with_who_says_them(place: Path) -> None:
    shown = call("search", "killed")
    assert place.exists()
    assert shown.exit_code == 0
    assert "killed" in shown.stdout
    assert all(len(line) <= 80 for line in shown.stdout.splitlines())


def test_one_row_a_claim_with_its_hashtags(place: Path) -> None:
    rows = list(csv.DictReader(StringIO(call("search", "--format", "hxl", "--limit", "100").stdout)))
    assert place.exists()
    assert rows[0]["quote"] == "#description"
    assert len(rows) == 1 + len(kosti().claims)
    assert {row["report"] for row in rows[1:]} == {kosti().report.id}


def test_claims_as_json_are_the_contracts(place: Path) -> None:
    lines = call("search", "--format", "jsonl", "--limit", "100").stdout.splitlines()
    assert place.exists()
    assert {json.loads(line)["quote"] for line in lines} == {claim.quote for claim in kosti().claims}


def test_cells_that_a_spreadsheet_would_run_are_made_harmless() -> None:
    from contested.export import flat

    table = StringIO()
    claim = json.loads(to_json(kosti()))["claims"][0]
    flat.write([{**claim, "report": "=cmd|' /C calc'!A1", "quote": "@SUM(1)", "polarity": "-"}], table)
    row = next(csv.DictReader(StringIO(table.getvalue())))
    assert row["report"].startswith("'=")
    assert row["quote"].startswith("'@")
    assert row["polarity"] == "-"


def test_a_report_is_shown_as_it_was_read(place: Path) -> None:
    name = str(kosti().report.id)
    assert place.exists()
    assert json.loads(call("show", name, "--format", "jsonl").stdout)["text"] == kosti().text
    assert call("show", "nothing").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--kind", "nonsense"], 1, "no claim in the ledger matches"),
        (["--box", "1,2,3"], 2, "is no area"),
        (["--box", "40,0,30,0"], 2, "is no area on the globe"),
        (["--since", "yesterday"], 2, "is no day"),
        (["--ledger", "/nowhere/at/all.db"], 2, "there is no ledger"),
        (["--", "--"], 2, "no word"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(place: Path, arguments: list[str], code: int, message: str) -> None:
    assert place.exists()
    done = call("search", *arguments)
    assert done.exit_code == code
    assert message in " ".join(done.stderr.replace("│", " ").split())


@pytest.mark.parametrize("format", ["text", "jsonl", "csv", "hxl"])
def test_lists_of_claims_can_be_blurred(place: Path, format: str) -> None:
    plain = call("search", "--format", format, "--limit", "100").stdout
    assert place.exists()
    assert "Kosti" in plain.replace("kosti.txt", "")
    shown = call("search", "--format", format, "--limit", "100", "--blur", "words").stdout
    assert shown.count("\n") >= 9
    assert "Kosti" not in shown.replace("kosti.txt", "")
    assert "13.16" not in shown


def test_a_report_can_be_shown_blurred(place: Path) -> None:
    name = json.loads(call("search", "--format", "jsonl", "--limit", "1").stdout)["report"]
    assert place.exists()
    assert "Kosti" not in call("show", name, "--blur", "words", "--format", "html").stdout.replace("kosti.txt", "")


def test_a_case_is_exported(place: Path, tmp_path: Path) -> None:
    assert place.exists()
    out = tmp_path / "out"
    done = call("export", str(out))
    assert done.exit_code == 0
    assert (out / "claims.csv").exists()
    assert not (out / "claims.parquet").exists()
    assert str(out / "datapackage.json") in "".join(done.stdout.split())
    only = call("export", str(tmp_path / "few"), "--only", "geojson")
    assert only.exit_code == 0
    assert {path.name for path in (tmp_path / "few").iterdir()} == {"events.geojson", "datapackage.json"}
