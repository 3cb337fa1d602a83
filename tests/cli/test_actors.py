"""The commands on actors, with a data folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from contested.cli.app import app
from contested.grounding.entities.catalogue import catalogue

runner = CliRunner()
ROW = "river_guard: {name: River Guard, names: [Guard of the River], type: armed_group, home: [ML], from: '2019'}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("CONTESTED_CONFIG", "")
    catalogue.cache_clear()
    yield tmp_path
    catalogue.cache_clear()


def written(folder: Path, text: str) -> str:
    path = folder / "own.yml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_show_by_name_spelling_and_id() -> None:
    lines = {runner.invoke(app, ["actors", "show", name]).stdout for name in ("Houthis", "ansar allah", "houthis")}
    (line,) = lines
    assert line.startswith("houthis · Houthis · armed_group · YE · 2004.. · also Houthi, ")


def test_an_unknown_actor_is_exit_code_1() -> None:
    result = runner.invoke(app, ["actors", "show", "Nobody Ever"])
    assert (result.exit_code, result.stdout) == (1, "")


def test_an_added_actor_is_known_from_then_on(folder: Path) -> None:
    result = runner.invoke(app, ["actors", "add", written(folder, ROW)])
    assert result.exit_code == 0
    assert result.stdout.startswith("1 actor of own.yml kept")
    catalogue.cache_clear()
    assert runner.invoke(app, ["actors", "show", "Guard of the River"]).stdout.startswith("river_guard · River Guard")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("river_guard: {type: armed_group}", "river_guard: the name is missing"),
        ("river_guard: {name: River Guard, type: club}", "the type must be one of"),
        ("river_guard: {name: River Guard, type: military, home: [ZZ]}", "unknown country ZZ"),
        ("river_guard: {name: River Guard, type: military, colour: blue}", "unknown field colour"),
        ("river_guard: {name: River Guard, type: military, names: Guard}", "names must be a list"),
        ("river_guard: {name: River Guard, type: person, terms: [boss]}", "a term is"),
        ("- a list", "holds no actors"),
        ("a: {b: [", "cannot be read as YAML"),
    ],
)
def test_a_bad_file_is_told_and_not_kept(folder: Path, text: str, told: str) -> None:
    result = runner.invoke(app, ["actors", "add", written(folder, text)])
    assert result.exit_code == 2
    assert told in result.stderr
    assert not list((folder / "cache").rglob("*.yml"))


def test_check_tells_what_a_file_would_spoil(folder: Path) -> None:
    assert runner.invoke(app, ["actors", "check", written(folder, ROW)]).stdout == "no problems\n"
    clash = written(folder, "other: {name: Houthis, type: armed_group, home: [YE], party: nobody}\n")
    result = runner.invoke(app, ["actors", "check", clash])
    assert result.exit_code == 1
    assert "other: unknown party nobody" in result.stdout
    assert "is claimed by houthis and other" in result.stdout


def test_the_packaged_catalogue_is_sound() -> None:
    assert runner.invoke(app, ["actors", "check"]).exit_code == 0
