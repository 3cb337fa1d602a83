from pathlib import Path

import pytest

from contested.acquire.files import Skipped, expand, kind_of_bytes, read_bytes
from contested.errors import InputError


def names(source: Path | str) -> list[str]:
    return [found.name for found in expand(str(source)) if isinstance(found, Path)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "a.html", "b/m.jsonl", "b/photo.jpg", "notes.csv", ".hidden.txt", "wsj_0001"):
        (tmp_path / name).write_text("x")
    return tmp_path


def test_folders_are_walked_in_the_order_of_names(folder: Path) -> None:
    assert names(folder) == ["a.html", "m.jsonl", "wsj_0001", "z.txt"]


def test_unknown_suffixes_are_told_of_once(folder: Path) -> None:
    skipped = [found for found in expand(str(folder)) if isinstance(found, Skipped)]
    assert len(skipped) == 1
    assert "2 files were skipped" in skipped[0].sentence
    assert ".csv, .jpg" in skipped[0].sentence


def test_globs_are_sorted_and_reach_into_folders(folder: Path) -> None:
    assert names(folder / "*.txt") == [".hidden.txt", "z.txt"] or names(folder / "*.txt") == ["z.txt"]
    assert names(folder / "**" / "*.jsonl") == ["m.jsonl"]


def test_relative_globs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert names("b/*.jsonl") == ["m.jsonl"]


def test_a_file_named_itself_is_taken_whatever_its_suffix(folder: Path) -> None:
    assert names(folder / "notes.csv") == ["notes.csv"]


def test_a_file_whose_name_looks_like_a_glob(tmp_path: Path) -> None:
    (tmp_path / "report [1].txt").write_text("x")
    assert names(tmp_path / "report [1].txt") == ["report [1].txt"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("missing", ["nowhere.txt", "*.nothing"])
def test_what_is_not_there_is_said(tmp_path: Path, missing: str) -> None:
    with pytest.raises(InputError) as refused:
        names(tmp_path / missing)
    assert refused.value.code == "no_text"
    assert missing in refused.value.message


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        names(tmp_path)
    assert "holds no files" in refused.value.message


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError) as refused:
        read_bytes(path, 20_000_000)
    assert refused.value.code == "too_large"
    assert "50.0 MB" in refused.value.message


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "html"),
        (b"  <html lang=en>", "html"),
        (b'{"id": "a", "text": "b"}\n', "jsonl"),
        (b'{ "id": 1}', "jsonl"),
        (b"{curly} words", "text"),
        (b"<3 of the people", "text"),
        (b"A report.", "text"),
        (b"", "text"),
    ],
)
def test_formats_told_by_the_first_bytes(head: bytes, kind: str) -> None:
    assert kind_of_bytes(head) == kind
