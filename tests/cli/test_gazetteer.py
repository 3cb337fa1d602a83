"""The commands on places, with an index made of a few rows."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from contested.cli.app import app
from contested.grounding import gazetteer
from contested.grounding.gazetteer import Gazetteer
from contested.grounding.gazetteer.build import write_index
from contested.grounding.gazetteer.records import Row

runner = CliRunner()
ROWS = [
    Row(("Taiz", "Ta'izz"), 13.5795, 44.0209, "YE", "PPLA", "test", 70225, "Taiz", population=940_600),
    Row(("Taiz",), -1.5, 30.25, "RW", "PPL", "test", pcode="RW0101"),
    Row(("Red Sea",), None, None, None, "SEA", "test"),
]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("CONTESTED_CONFIG", "")
    return tmp_path


@pytest.fixture
def index(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = cache / "places.sqlite"
    write_index(path, ROWS)
    monkeypatch.setattr(Gazetteer, "open", classmethod(lambda cls: cls(path)))
    return path


def test_lookup_prints_places_likeliest_first(index: Path) -> None:
    result = runner.invoke(app, ["gazetteer", "lookup", "taiz"])
    assert index.exists()
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Taiz · Taiz, YE · PPLA · 13.5795, 44.0209 · 940,600 people · geonames 70225",
        "Taiz · RW · PPL · -1.5000, 30.2500 · RW0101",
    ]


def test_lookup_in_one_country(index: Path) -> None:
    result = runner.invoke(app, ["gazetteer", "lookup", "Taiz", "--country", "rw"])
    assert index.exists()
    assert [line.split(" · ")[1] for line in result.stdout.splitlines()] == ["RW"]


def test_a_place_without_a_point_says_so(index: Path) -> None:
    assert index.exists()
    assert runner.invoke(app, ["gazetteer", "lookup", "Red Sea"]).stdout == "Red Sea · SEA · no point · test\n"


def test_an_unknown_name_is_exit_code_1(index: Path) -> None:
    result = runner.invoke(app, ["gazetteer", "lookup", "Nowhereville", "--country", "YE"])
    assert index.exists()
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "contested: no place is called Nowhereville in YE\n"


def test_build_prints_where_the_index_is(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def build(*, force: bool, notice: object) -> Path:
        asked.append(force)
        assert callable(notice)
        notice("building")
        return cache / "index.sqlite"

    monkeypatch.setattr(gazetteer, "build", build)
    result = runner.invoke(app, ["gazetteer", "build", "--force"])
    assert (result.stdout, result.stderr, asked) == (f"{cache / 'index.sqlite'}\n", "building\n", [True])


def test_add_takes_a_table_in(cache: Path) -> None:
    table = cache / "villages.csv"
    table.write_text("name,lat,lon,pcode\nAl Habil,13.5,44.1,YE1512\nAsh Shab,13.6,44.0,YE1513\n")
    result = runner.invoke(app, ["gazetteer", "add", str(table)])
    assert result.exit_code == 0
    assert result.stdout.startswith("2 places of villages.csv kept")


def test_add_tells_what_is_wrong_with_a_file(cache: Path) -> None:
    table = cache / "villages.csv"
    table.write_text("name,lat,lon\nAl Habil,north,44.1\n")
    result = runner.invoke(app, ["gazetteer", "add", str(table)])
    assert result.exit_code == 2
    assert result.stderr == f"contested: {table}, line 2: 'north' is no coordinate in degrees\n"
    assert runner.invoke(app, ["gazetteer", "add", str(cache / "none.csv")]).exit_code == 2
