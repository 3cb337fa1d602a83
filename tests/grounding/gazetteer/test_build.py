"""Building: once, whole, and with a word to the user."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from contested.errors import SettingsError
from contested.grounding.gazetteer import Gazetteer, build, index_path
from contested.grounding.gazetteer.records import Row

module = import_module("contested.grounding.gazetteer.build")


def few() -> Iterator[Row]:
    yield Row(("Bamako",), 12.65, -8.0, "ML", "PPLC", "test", 2460596, population=2_700_000)


def broken() -> Iterator[Row]:
    yield from few()
    raise OSError("disk full")


def test_builds_once_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "all_rows", few)
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path))
    said: list[str] = []
    path = build(notice=said.append)
    assert path == index_path()
    assert len(said) == 2
    assert Gazetteer.open().lookup("Bamako")[0].country == "ML"
    build(notice=said.append)
    assert len(said) == 2
    build(notice=said.append, force=True)
    assert len(said) == 4


def test_older_index_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "all_rows", few)
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path))
    old = tmp_path / "gazetteer-0000000000000000.sqlite"
    old.touch()
    build(notice=lambda _: None)
    assert not old.exists()


def test_failed_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "all_rows", broken)
    path = tmp_path / "index.sqlite"
    with pytest.raises(SettingsError, match="disk full"):
        build(path, notice=lambda _: None)
    assert [file.suffix for file in tmp_path.iterdir() if file.suffix != ".lock"] == []


@pytest.mark.parametrize("spoil", [lambda _: b"", lambda _: b"x" * 5000, lambda data: data[: len(data) // 2]])
def test_a_damaged_index_is_made_anew_with_a_notice(
    spoil: Callable[[bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "index.sqlite"
    monkeypatch.setattr(module, "all_rows", few)
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path))
    module.build(path, notice=[].append)
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    assert not module.is_whole(path)
    told: list[str] = []
    module.build(path, notice=told.append)
    assert module.is_whole(path)
    assert "is damaged and is made anew" in told[0]
    told.clear()
    module.build(path, notice=told.append)
    assert told == []


def test_a_folder_that_cannot_be_written_is_a_setting_to_mend(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match=r"cannot be written .*CONTESTED_CACHE"):
        module.build(tmp_path / "file" / "index.sqlite", notice=[].append)
