"""Stories and shared events as the contract's JSON, one a line."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from contested.errors import InputError
from contested.export.codec import from_json
from contested.model.reading import Reading
from contested.model.reconciled import STORY_SCHEMA, Story


def to_dict(found: Story) -> dict[str, Any]:
    """The story as dicts, lists and plain values."""
    return {"schema": STORY_SCHEMA, **msgspec.to_builtins(found)}


def write(found: Iterable[Story], out: BinaryIO) -> None:
    """One line each."""
    for one in found:
        out.write(msgspec.json.encode(to_dict(one)) + b"\n")
    out.flush()


def readings_of(lines: Iterable[bytes]) -> Iterator[Reading | str]:
    """The readings of lines, blank ones passed over; for a line that is none a sentence that says which and why."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from_json(line)
            except InputError as error:
                yield f"line {number} is left out: {error.message}"
