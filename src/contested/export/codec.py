"""A reading as the contract's plain JSON shape, and back: dataclasses to dicts, dicts to dataclasses.

The work is done by msgspec on the model's own type hints (measured: 0.3 ms per 100 claims), so a field added to the
model is written and read without a change here. Only these differ between model and JSON: a voice's `for_` is
called `for`, the report's text and blocks stand beside the report, and an unreadable report has its own short form.
`language_model` is written where one was asked.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from contested.errors import InputError
from contested.model.claim import Claim
from contested.model.event import Event
from contested.model.grounding import Attribution, Entity, Mention, Time
from contested.model.proposed import Asked
from contested.model.question import Question
from contested.model.reading import SCHEMA, Reading
from contested.model.report import Report, Unreadable
from contested.model.text import Block

PARTS: dict[str, Any] = {
    "blocks": tuple[Block, ...],
    "entities": tuple[Entity, ...],
    "mentions": tuple[Mention, ...],
    "times": tuple[Time, ...],
    "attributions": tuple[Attribution, ...],
    "claims": tuple[Claim, ...],
    "events": tuple[Event, ...],
    "questions": tuple[Question, ...],
}
"""The lists of a reading in the order of the contract, with what they hold."""


def to_dict(reading: Reading) -> dict[str, Any]:
    """The reading as dicts, lists and plain values in the contract's field names; spans are [start, end] lists."""
    plain = _plain(reading)
    try:
        return msgspec.json.decode(msgspec.json.encode(plain), type=dict[str, Any])
    except UnicodeEncodeError:  # half a surrogate pair from a report's own JSON: only the standard library passes it on
        loaded: dict[str, Any] = json.loads(json.dumps(plain))
        return loaded


def to_json(reading: Reading) -> bytes:
    """The reading as one line of UTF-8 JSON without the line end. Half surrogate pairs come as \\u escapes."""
    plain = _plain(reading)
    try:
        return msgspec.json.encode(plain)
    except UnicodeEncodeError:
        return json.dumps(plain, separators=(",", ":")).encode("ascii")


def from_dict(data: dict[str, Any]) -> Reading:
    """The reading that `to_dict` made this of. Other fields are ignored; InputError `not_object` for another shape."""
    if data.get("schema") != SCHEMA:
        raise InputError("not_object", f"this is not a reading: its schema is {data.get('schema')!r}, not {SCHEMA!r}")
    try:
        return _unreadable(data) if "error" in data else _reading(data)
    except (msgspec.ValidationError, KeyError, TypeError, AttributeError) as error:
        raise InputError("not_object", f"this is not a whole reading: {error}") from error


def from_json(line: str | bytes) -> Reading:
    """The reading of one JSON line; InputError `not_json` or `not_object`."""
    return from_dict(decode(line))


def claim_from_dict(data: Mapping[str, Any]) -> Claim:
    """The claim of one object of a reading's `claims`; other fields are ignored. InputError for another shape."""
    try:
        return msgspec.convert(_part("claims", [data])[0], Claim)
    except (msgspec.ValidationError, KeyError, TypeError, AttributeError) as error:
        raise InputError("not_object", f"this is not a whole claim: {error}") from error


def decode(line: str | bytes) -> dict[str, Any]:
    """The JSON object of a line; InputError `not_json` where there is none, `not_object` for other JSON."""
    try:
        data = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        data = _decode_slowly(line)
    if not isinstance(data, dict):
        raise InputError("not_object", "this line is JSON but not an object")
    return data


def _decode_slowly(line: str | bytes) -> Any:
    """As the standard library reads it: it takes half surrogate pairs, and says where a mistake is."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError("not_json", f"this line is not JSON: {error}") from error


def _plain(reading: Reading) -> dict[str, Any]:
    """As `to_dict`, but with tuples for lists, which JSON writes alike."""
    if isinstance(reading.report, Unreadable):
        return _plain_unreadable(reading.report)
    report: dict[str, Any] = msgspec.to_builtins(reading.report)
    del report["text"], report["blocks"]
    parts = {name: msgspec.to_builtins(getattr(reading, name), enc_hook=_as_dict) for name in PARTS}
    for claim in parts["claims"]:
        claim["voices"] = [_named(voice, "for_", "for") for voice in claim["voices"]]
    asked = reading.language_model
    besides = {} if asked is None else {"language_model": msgspec.to_builtins(asked, enc_hook=_as_dict)}
    return {"schema": SCHEMA, "report": report, "text": reading.text, **parts, **besides}


def _as_dict(value: Any) -> dict[Any, Any]:
    """A mapping that is no dict (a proxy, a chain) as one; TypeError for whatever else msgspec does not know."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a reading holds a {type(value).__name__}")


def _named(voice: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """The same dict in the same order with one key called otherwise."""
    return {new if key == old else key: value for key, value in voice.items()}


def _plain_unreadable(report: Unreadable) -> dict[str, Any]:
    where = {name: value for name in ("line", "source") if (value := getattr(report, name)) is not None}
    return {
        "schema": SCHEMA,
        "report": {"id": report.id, **where, "warnings": list(report.warnings)},
        "error": {"code": report.code, "message": report.message},
    }


def _unreadable(data: dict[str, Any]) -> Reading:
    report, error = data["report"], data["error"]
    flat = {"warnings": (), **report, "code": error["code"], "message": error["message"]}
    return Reading(report=msgspec.convert(flat, Unreadable))


def _reading(data: dict[str, Any]) -> Reading:
    parts = {name: msgspec.convert(_part(name, data[name]), kind) for name, kind in PARTS.items()}
    text = msgspec.convert(data["text"], str)
    report = msgspec.convert({**data["report"], "text": text, "blocks": data["blocks"]}, Report)
    asked = msgspec.convert(data.get("language_model"), Asked | None)
    return Reading(report=report, text=text, **parts, language_model=asked)


def _part(name: str, rows: Iterable[Any]) -> Any:
    """The rows of one list, claims with their voices' `for` under the model's name."""
    if name != "claims":
        return rows
    return [{**row, "voices": [_named(voice, "for", "for_") for voice in row["voices"]]} for row in rows]
