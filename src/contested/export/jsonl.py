"""Readings as JSON Lines, and back: one line a reading, written out at once."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from contested.errors import InputError
from contested.export.codec import from_json, to_json
from contested.model.reading import Reading


def write(readings: Iterable[Reading], out: BinaryIO) -> int:
    """Write one line a reading as soon as it is there; the number of readings written."""
    count = 0
    for reading in readings:
        out.write(to_json(reading) + b"\n")
        out.flush()
        count += 1
    return count


def read(lines: Iterable[bytes]) -> Iterator[Reading]:
    """The readings of lines, blank ones passed over; InputError with the line's number where one is none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from_json(line)
            except InputError as error:
                raise InputError(error.code, f"line {number}: {error.message}") from error
