"""Windows: the pieces of text that the encoder reads at once, whole paragraphs as long as they fit.

A *unit* is what BERT's pre-tokeniser takes for a word: a run of letters and digits, or one punctuation mark. Labels
belong to units; a unit speaks through its first word-piece.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from contested.model.text import Span
from contested.parsing.wordpiece import Unit, WordPiece

LIMIT = 192
"""Word-pieces of the longest window, borders included."""
FIRST, BREAK = 101, 102
"""[CLS] and [SEP] in the vocabulary of BERT's uncased models."""
CASES = ("lower", "capital", "capitals", "mixed", "letter", "digits")
"""Shapes of a unit, which the vocabulary (all lower case) does not tell: index 1 to 6, 0 for what is no unit."""


@dataclass(slots=True)
class Window:
    """Word-pieces with the shape of their unit; the units' first pieces, starts and ends (code points of the text)."""

    pieces: list[int] = field(default_factory=lambda: [FIRST])
    cases: list[int] = field(default_factory=lambda: [0])
    units: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)
    """Whether a paragraph opens with the unit."""

    def __len__(self) -> int:
        return len(self.pieces)


@lru_cache(maxsize=20_000)
def shape(word: str) -> int:
    """The index of the word's shape in CASES, plus one."""
    if word.isdigit():
        return 6
    if word.islower() or not any(map(str.isalpha, word)):
        return 1
    if len(word) == 1:
        return 5
    if word.isupper():
        return 3
    return 2 if word[0].isupper() and word[1:].islower() else 4


def windows(text: str, sentences: Sequence[Span], cutter: WordPiece) -> list[Window]:
    """The sentences in windows of at most LIMIT word-pieces; a paragraph is cut only if it is longer than that.

    Sentences are spans of the text in its order. A line break between two of them ends a paragraph.
    """
    found: list[Window] = [Window()]
    for chunk in _chunks(text, sentences, cutter):
        if len(found[-1]) + _size(chunk) + 1 > LIMIT and found[-1].units:
            found.append(Window())
        _append(found[-1], text, chunk)
    return [window for window in found if window.units]


def _size(units: Sequence[Unit]) -> int:
    return sum(len(unit.pieces) for unit in units)


def _chunks(text: str, sentences: Sequence[Span], cutter: WordPiece) -> Iterator[list[Unit]]:
    """Paragraphs as lists of units, those too long for a window cut after a sentence (or, failing that, a unit)."""
    room = LIMIT - 2
    chunk: list[Unit] = []
    size, last = 0, None
    for start, end in sentences:
        units = cutter.units(text, start, end)
        broken = last is not None and "\n" in text[last:start]
        if chunk and (broken or size + _size(units) > room):
            yield chunk
            chunk, size = [], 0
        *whole, rest = _cut(units, room)
        yield from whole
        chunk, size, last = chunk + rest, size + _size(rest), end
    if chunk:
        yield chunk


def _cut(units: list[Unit], room: int) -> Iterator[list[Unit]]:
    """The units in stretches of at most `room` pieces; the last stretch may be empty."""
    stretch: list[Unit] = []
    size = 0
    for unit in units:
        if size + len(unit.pieces) > room:
            yield stretch
            stretch, size = [], 0
        stretch.append(unit)
        size += len(unit.pieces)
    yield stretch


def _append(window: Window, text: str, chunk: Sequence[Unit]) -> None:
    """Put a paragraph at the end of a window, closed by BREAK."""
    for n, (start, end, pieces) in enumerate(chunk):
        window.units.append(len(window.pieces))
        window.starts.append(start)
        window.ends.append(end)
        window.opens.append(n == 0)
        window.pieces += pieces
        window.cases += [shape(text[start:end])] * len(pieces)
    window.pieces.append(BREAK)
    window.cases.append(0)
