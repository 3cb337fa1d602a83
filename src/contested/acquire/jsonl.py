"""JSON Lines: one report a line, read as a stream; a bad line becomes an error of its own and the others go on."""

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from contested.acquire.assemble import Known, assemble, writable
from contested.acquire.encoding import decode
from contested.acquire.faults import FAULTS, fault
from contested.acquire.files import too_large
from contested.acquire.options import InputOptions
from contested.errors import InputError
from contested.model.report import Report, Unreadable

_DECODER = msgspec.json.Decoder()
_FIELDS = ("title", "url", "source", "author", "published_at", "language")
_CHUNK = 1 << 20


def read_jsonl(file: BinaryIO, options: InputOptions, *, name: str | None = None) -> Iterator[Report | Unreadable]:
    """The reports of the lines of `file`, in order, one line in memory at a time; blank lines are passed over.

    A report without an id gets one made from its line's content, with a number behind it where the same line comes
    again. Errors carry the id if the line has one, else the number of the line (from 1). `name` is the file's, for
    error messages.
    """
    made: dict[str, int] = {}
    for number, line in _lines(file, options.max_bytes):
        found: str | None = None
        try:
            if line is None:
                raise too_large(None, options.max_bytes)
            record, warnings = _record(line)
            found = _given_id(record)
            yield _sound(record, found or _made_id(line, made), line, warnings, options)
        except InputError as error:
            yield Unreadable(found, error.code, error.message, line=None if found else number, source=name)


def _lines(file: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of every line that is not blank; None for the bytes of a line longer than `max_bytes`."""
    number = 0
    while line := file.readline(max_bytes + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) > max_bytes:
            while line and not line.endswith(b"\n"):
                line = file.readline(_CHUNK)
            yield number, None
            continue
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if line.strip():
            yield number, line.rstrip(b"\r\n")


def _record(line: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The line's object and warnings; InputError `not_json` or `not_object`, or what `decode` raises."""
    warnings: tuple[str, ...] = ()
    try:
        value = _DECODER.decode(line)
    except (ValueError, RecursionError):
        value, warnings = _slowly(line)
    if not isinstance(value, dict):
        raise InputError("not_object", f"the line is a JSON {_name_of(value)}, not an object with text or html")
    return value, warnings


def _slowly(line: bytes) -> tuple[Any, tuple[str, ...]]:
    """The line's value by the standard library, which bears lone surrogates and numbers of any size."""
    import json

    decoded = decode(line)
    try:
        return json.loads(decoded.text), decoded.warnings
    except RecursionError as error:
        raise InputError("not_json", "the line is JSON nested too deeply") from error
    except ValueError as error:
        raise InputError("not_json", f"the line is not JSON: {error}") from error


def _name_of(value: object) -> str:
    names = {list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")


def _given_id(record: dict[str, Any]) -> str | None:
    """The report's id; numbers as text, None for anything else that is no text."""
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return writable(value) if isinstance(value, str) and value.strip() else None


def _made_id(line: bytes, made: dict[str, int]) -> str:
    base = "r-" + hashlib.sha256(line.strip()).hexdigest()[:16]
    made[base] = count = made.get(base, 0) + 1
    return base if count == 1 else f"{base}-{count}"


def _sound(record: dict[str, Any], id_: str, line: bytes, warnings: tuple[str, ...], options: InputOptions) -> Report:
    try:
        return _report(record, id_, line, warnings, options)
    except FAULTS as error:
        raise fault(error) from error


def _report(record: dict[str, Any], id_: str, line: bytes, warnings: tuple[str, ...], options: InputOptions) -> Report:
    fields, odd = _fields(record)
    known = Known(
        id_,
        hashlib.sha256(line).hexdigest(),
        title=fields.get("title"),
        author=fields.get("author"),
        source=fields.get("source"),
        url=fields.get("url"),
        language=fields.get("language"),
        given=fields.get("published_at"),
        warnings=(*warnings, *odd),
    )
    text, html = record.get("text"), record.get("html")
    if isinstance(text, str) and (text.strip() or not isinstance(html, str)):
        return assemble(text, known, options)
    if isinstance(html, str):
        from contested.acquire.page import report_of_page

        return report_of_page(html, known, options)
    raise InputError("no_text", "the report has neither text nor html")


def _fields(record: dict[str, Any]) -> tuple[dict[str, str], list[str]]:
    """The fields that are text, and a warning for each that is neither text nor null."""
    fields, odd = {}, []
    for name in _FIELDS:
        value = record.get(name)
        if isinstance(value, str):
            if value.strip():
                fields[name] = value
        elif value is not None:
            odd.append(f"{name} is not text and was passed over")
    return fields, odd
