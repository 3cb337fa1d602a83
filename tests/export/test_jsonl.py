"""Readings as JSON Lines."""

import io

import pytest

from contested.errors import InputError
from contested.export.jsonl import read, write
from contested.model.reading import Reading
from tests.export.made import kosti, unreadable


class Flushed(io.BytesIO):
    """Remembers how much was there at each flush."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []

    def flush(self) -> None:
        self.sizes.append(len(self.getvalue()))


def test_lines_come_back() -> None:
    out = io.BytesIO()
    assert write([kosti(), unreadable()], out) == 2
    assert list(read([*out.getvalue().splitlines(), b" "])) == [kosti(), unreadable()]


def test_each_line_is_flushed_before_the_next_is_asked_for() -> None:
    out = Flushed()

    def readings() -> "list[Reading]":
        return [kosti(), unreadable()]

    write(readings(), out)
    assert len(out.sizes) == 2
    assert out.sizes[0] < out.sizes[1]


def test_a_wrong_line_is_named() -> None:
    with pytest.raises(InputError, match="line 2: this line is not JSON"):
        list(read([b"", b"{"]))
