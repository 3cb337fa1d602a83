"""What the sources of a run name: files, folders and globs on disk, and which format a file is in."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from glob import has_magic
from pathlib import Path

from contested.acquire.options import FormatIn
from contested.errors import InputError

SUFFIXES: dict[str, FormatIn] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".jsonl": "jsonl", ".ndjson": "jsonl", "": "auto",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Skipped:
    """Files of a folder that were left out because of their suffix."""

    folder: Path
    suffixes: Counter[str]

    @property
    def sentence(self) -> str:
        """What was skipped and what to do, for people."""
        count = sum(self.suffixes.values())
        kinds = ", ".join(sorted(self.suffixes))
        files = "1 file was" if count == 1 else f"{count} files were"
        return f"{files} skipped in {self.folder} ({kinds}): name a file itself to have it read"


def expand(source: str) -> Iterator[Path | Skipped]:
    """The files that a path, folder or glob names, sorted; InputError `no_text` if there is none.

    Folders are walked down; hidden files are passed over, files with an unknown suffix are told of in one Skipped.
    """
    if not source.strip():
        raise InputError("no_text", "an empty name names no file")
    path = _home(source)
    if path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield path
    elif has_magic(source):
        base = Path(path.anchor or ".")
        files = [name for name in sorted(base.glob(str(path.relative_to(path.anchor)))) if name.is_file()]
        if not files:
            raise InputError("no_text", f"no file matches {source}")
        yield from files
    else:
        raise InputError("no_text", f"there is no file or folder {source}")


def _home(source: str) -> Path:
    try:
        return Path(source).expanduser()
    except RuntimeError:  # ~nobody: a user that is not there
        return Path(source)


def _folder(folder: Path) -> Iterator[Path | Skipped]:
    skipped: Counter[str] = Counter()
    count = 0
    for path in _walk(folder, skipped):
        if path.suffix.lower() in SUFFIXES:
            count += 1
            yield path
        else:
            skipped[path.suffix.lower()] += 1
    if skipped:
        yield Skipped(folder, skipped)
    elif not count:
        raise InputError("no_text", f"the folder {folder} holds no files")


def _walk(folder: Path, skipped: Counter[str]) -> Iterator[Path]:
    """Files below a folder in the order of their names. Links to folders are not followed: they can form a circle."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        skipped["closed folder"] += 1
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry, skipped)
        elif entry.is_file():
            yield entry


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """The file's bytes; InputError `too_large` without reading it if it has more than `max_bytes`."""
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise too_large(size, max_bytes)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise InputError("no_text", f"{path} cannot be read: {error.strerror}") from error
    if len(data) > max_bytes:
        raise too_large(len(data), max_bytes)
    return data


def too_large(size: int | None, max_bytes: int) -> InputError:
    """The error for an input above the bound; `size` in bytes, None if it was not read to its end."""
    has = f"{size / 1e6:,.1f} MB" if size is not None else "more"
    return InputError("too_large", f"the input has {has}, the most for one report is {max_bytes / 1e6:,.1f} MB")


def kind_of_path(path: Path) -> FormatIn:
    """The format that the suffix tells, `auto` if it tells none."""
    return SUFFIXES.get(path.suffix.lower(), "auto")


def kind_of_bytes(head: bytes) -> FormatIn:
    """The format that the first bytes tell: PDF, HTML, JSON Lines (an object in front) or else text."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2048]
    if head[:1024].find(b"%PDF-") != -1 and not start[:1].isalnum():
        return "pdf"
    low = start[:512].lower()
    if (
        low.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<article", b"<div"))
        or b"<html" in low
    ):
        return "html"
    if start.startswith(b'{"') or (start.startswith(b"{") and start[1:].lstrip().startswith(b'"')):
        return "jsonl"
    return "text"
