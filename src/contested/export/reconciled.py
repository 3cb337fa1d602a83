"""Stories and shared events as the contract's JSON, one a line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, get_type_hints

import msgspec

from contested.errors import InputError
from contested.export.codec import from_json
from contested.model.claim import When
from contested.model.place import PlaceRef
from contested.model.reading import Reading
from contested.model.reconciled import EVENT_SCHEMA, STORY_SCHEMA, ClaimRef, FieldValue, SharedEvent, Story


def to_dict(found: Story | SharedEvent) -> dict[str, Any]:
    """The story or event as dicts, lists and plain values in the contract's field names."""
    return msgspec.json.decode(_line(found), type=dict[str, Any])


def event_from_dict(data: Mapping[str, Any]) -> SharedEvent:
    """The event that `to_dict` made this of; other fields are ignored. InputError for another shape."""
    try:
        fields = {name: tuple(map(_field_value, values)) for name, values in data["fields"].items()}
        kinds = get_type_hints(SharedEvent)
        plain = {name: msgspec.convert(data[name], kind) for name, kind in kinds.items() if name != "fields"}
        return SharedEvent(fields=fields, **plain)
    except (msgspec.ValidationError, KeyError, TypeError, AttributeError) as error:
        raise InputError("not_object", f"this is not a whole event: {error}") from error


def _field_value(data: Mapping[str, Any]) -> FieldValue:
    value = data["value"]
    if isinstance(value, dict):
        value = msgspec.convert(value, PlaceRef if "geonames_id" in value else When)
    return FieldValue(value, msgspec.convert(data["claims"], tuple[ClaimRef, ...]), data["independent_voices"])


def _line(found: Story | SharedEvent) -> bytes:
    schema = STORY_SCHEMA if isinstance(found, Story) else EVENT_SCHEMA
    return msgspec.json.encode({"schema": schema, **msgspec.to_builtins(found, enc_hook=dict)})


def write(found: Iterable[Story | SharedEvent], out: BinaryIO) -> None:
    """One line each."""
    for one in found:
        out.write(_line(one) + b"\n")
    out.flush()


def pretty(found: Iterable[Story | SharedEvent]) -> str:
    """All of them as one JSON array for eyes."""
    return msgspec.json.format(msgspec.json.encode([to_dict(one) for one in found]), indent=2).decode() + "\n"


def readings_of(lines: Iterable[bytes]) -> Iterator[Reading | str]:
    """The readings of lines, blank ones passed over; for a line that is none a sentence that says which and why."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from_json(line)
            except InputError as error:
                yield f"line {number} is left out: {error.message}"
