"""The door of the room: whatever a user names, as a stream of reports in the order named."""

import hashlib
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from contested.acquire.assemble import Known, assemble
from contested.acquire.encoding import decode
from contested.acquire.faults import FAULTS, fault
from contested.acquire.files import Skipped, expand, kind_of_bytes, kind_of_path, read_bytes, too_large
from contested.acquire.jsonl import read_jsonl
from contested.acquire.options import FormatIn, InputOptions, Raw
from contested.errors import InputError
from contested.model.report import Report, Unreadable

__all__ = ["InputOptions", "read_inputs", "report_from_text"]

DEFAULTS = InputOptions()


def read_inputs(sources: Iterable[str | Path], options: InputOptions = DEFAULTS) -> Iterator[Report | Unreadable]:
    """The reports of files, folders, globs, "-" (standard input) and http(s) addresses, in the order named.

    One that cannot be read gives an Unreadable in its place and the others go on. Ids: of JSON Lines the given ones, of
    files their name (numbered where it comes again), of pages the address, else "stdin". JSON Lines are read as a
    stream; of anything else at most `options.max_bytes` are in memory at once.
    """
    taken: dict[str, int] = {}
    for source in sources:
        name = str(source)
        try:
            if name == "-":
                yield from _stdin(options, taken)
            elif not isinstance(source, Path) and _is_url(name):
                yield from _url(name, options, taken)
            else:
                yield from _paths(name, options, taken)
        except InputError as error:
            yield Unreadable(name, error.code, error.message, source=name)
        except OSError as error:
            yield Unreadable(name, "no_text", f"{name[:200]} cannot be read: {error.strerror}", source=name)


def report_from_text(
    text: str,
    *,
    id: str = "text",
    published: str | None = None,
    title: str | None = None,
    options: InputOptions = DEFAULTS,
) -> Report:
    """The report that is this string; `published` is the day it was published. InputError as in the contract."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return assemble(text, Known(id, digest, title=title, given=published), options)


def _is_url(name: str) -> bool:
    return "://" in name


def _paths(name: str, options: InputOptions, taken: dict[str, int]) -> Iterator[Report | Unreadable]:
    for found in expand(name):
        if isinstance(found, Skipped):
            yield Unreadable(None, "no_text", found.sentence, source=str(found.folder))
        else:
            yield from _file(found, options, taken)


def _file(path: Path, options: InputOptions, taken: dict[str, int]) -> Iterator[Report | Unreadable]:
    """The reports of one file; only JSON Lines hold more than one."""
    try:
        if not path.is_file():
            with path.open("rb") as file:
                yield from _stream(file, path.name, str(path), options, taken)
            return
        kind = _kind_of_file(path, options)
        if kind == "jsonl":
            with path.open("rb") as file:
                yield from read_jsonl(file, options, name=str(path))
            return
    except OSError as error:
        id_ = _unique(path.name, taken)
        yield Unreadable(id_, "no_text", f"{path} cannot be read: {error.strerror}", source=str(path))
        return
    id_ = _unique(path.name, taken)
    try:
        yield report_of_raw(Raw(id_, read_bytes(path, options.max_bytes), kind), options)
    except InputError as error:
        yield Unreadable(id_, error.code, error.message, source=str(path))


def _kind_of_file(path: Path, options: InputOptions) -> FormatIn:
    kind = options.format_in if options.format_in != "auto" else kind_of_path(path)
    if kind == "auto":
        with path.open("rb") as file:
            kind = kind_of_bytes(file.read(4096))
    return kind


def _stdin(options: InputOptions, taken: dict[str, int]) -> Iterator[Report | Unreadable]:
    yield from _stream(options.stdin or sys.stdin.buffer, "stdin", "-", options, taken)


def _stream(
    file: BinaryIO, id_: str, name: str, options: InputOptions, taken: dict[str, int]
) -> Iterator[Report | Unreadable]:
    """What can be read once only (standard input, a pipe): JSON Lines if it begins with an object, else one report."""
    first = file.readline(min(options.max_bytes, 1 << 20))
    kind = options.format_in if options.format_in != "auto" else kind_of_bytes(first)
    rest = _After(first, file)
    if kind == "jsonl":
        yield from read_jsonl(io.BufferedReader(rest, 1 << 16), options, name=name)
        return
    id_ = _unique(id_, taken)
    try:
        data = first + file.read(options.max_bytes + 1 - len(first))
        if len(data) > options.max_bytes:
            raise too_large(None, options.max_bytes)
        yield report_of_raw(Raw(id_, data, kind), options)
    except InputError as error:
        yield Unreadable(id_, error.code, error.message, source=name)


class _After(io.RawIOBase):
    """A stream with the bytes that were already taken from it put back in front."""

    def __init__(self, first: bytes, file: BinaryIO) -> None:
        super().__init__()
        self._first, self._file = first, file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]
        if not self._first:
            read = getattr(self._file, "read1", self._file.read)
            self._first = read(len(buffer))
        count = min(len(buffer), len(self._first))
        buffer[:count], self._first = self._first[:count], self._first[count:]
        return count


def _url(url: str, options: InputOptions, taken: dict[str, int]) -> Iterator[Report | Unreadable]:
    from contested.acquire.fetch import fetch

    id_ = _unique(url, taken)
    try:
        raw = replace(fetch(url, options), id=id_)
        if options.format_in != "auto":
            raw = replace(raw, kind=options.format_in)
        if raw.kind == "jsonl":
            yield from read_jsonl(io.BytesIO(raw.data), options, name=url)
            return
        yield report_of_raw(raw, options)
    except InputError as error:
        yield Unreadable(id_, error.code, error.message, source=url)


def report_of_raw(raw: Raw, options: InputOptions) -> Report:
    """The report in one file or page that is not JSON Lines; InputError with the contract's code if there is none."""
    try:
        return _of_raw(raw, options)
    except FAULTS as error:
        raise fault(error) from error


def _of_raw(raw: Raw, options: InputOptions) -> Report:
    if not raw.data.strip():
        raise InputError("empty", "the input is empty")
    kind = raw.kind or kind_of_bytes(raw.data[:4096])
    known = Known(raw.id, hashlib.sha256(raw.data).hexdigest(), url=raw.url, warnings=raw.warnings)
    if kind == "pdf" or raw.data.startswith(b"%PDF-"):
        return _pdf(raw.data, known, options)
    decoded = decode(raw.data, declared=raw.charset)
    known = replace(known, warnings=(*known.warnings, *decoded.warnings))
    if kind == "html":
        from contested.acquire.page import report_of_page

        return report_of_page(decoded.text, known, options)
    if kind == "markdown":
        return _markdown(decoded.text, known, options)
    return assemble(decoded.text, known, options)


def _pdf(data: bytes, known: Known, options: InputOptions) -> Report:
    from contested.acquire.pdf import pdf_text

    found = pdf_text(data)
    return assemble(found.text, replace(known, title=found.title, warnings=(*known.warnings, *found.warnings)), options)


def _markdown(text: str, known: Known, options: InputOptions) -> Report:
    from contested.acquire.markdown import plain

    found = plain(text)
    fields = found.fields
    filled = replace(
        known,
        title=found.title,
        author=fields.get("author"),
        source=fields.get("source"),
        url=known.url or fields.get("url"),
        page=fields.get("date") or fields.get("published"),
        page_basis="meta",
        language=fields.get("lang") or fields.get("language"),
    )
    return assemble(found.text, filled, options)


def _unique(name: str, taken: dict[str, int]) -> str:
    taken[name] = count = taken.get(name, 0) + 1
    return name if count == 1 else f"{name}-{count}"
