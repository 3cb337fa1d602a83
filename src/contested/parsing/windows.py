"""Windows: the pieces of text that the encoder reads at once, whole paragraphs as long as they fit.

A *unit* is what BERT's pre-tokeniser takes for a word: a run of letters and digits, or one punctuation mark. Labels
belong to units; a unit speaks through its first word-piece.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from contested.model.text import Span

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

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


Piece = tuple[int, bool, int, int]
"""A word-piece: its number, whether it opens a unit, start and end."""


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


def windows(text: str, sentences: Sequence[Span], tokenizer: "Tokenizer") -> list[Window]:
    """The sentences in windows of at most LIMIT word-pieces; a paragraph is cut only if it is longer than that.

    Sentences are spans of the text in its order. A line break between two of them ends a paragraph.
    """
    encoded = tokenizer.encode_batch([text[s:e] for s, e in sentences], add_special_tokens=False)
    found: list[Window] = [Window()]
    for chunk in _chunks(text, sentences, encoded):
        if len(found[-1]) + len(chunk) + 1 > LIMIT and found[-1].units:
            found.append(Window())
        _append(found[-1], text, chunk)
    return [window for window in found if window.units]


def _chunks(text: str, sentences: Sequence[Span], encoded: Sequence["Encoding"]) -> Iterator[list[Piece]]:
    """Paragraphs as lists of pieces, those too long for a window cut after a sentence (or, failing that, a unit)."""
    room = LIMIT - 2
    chunk: list[Piece] = []
    last = None
    for (start, end), encoding in zip(sentences, encoded, strict=True):
        pieces = _pieces(start, encoding)
        broken = last is not None and "\n" in text[last:start]
        if chunk and (broken or len(chunk) + len(pieces) > room):
            yield chunk
            chunk = []
        while len(pieces) > room:
            cut = next((n for n in range(room, 0, -1) if pieces[n][1]), room)
            yield pieces[:cut]
            pieces = pieces[cut:]
        chunk = chunk + pieces
        last = end
    if chunk:
        yield chunk


def _pieces(start: int, encoding: "Encoding") -> list[Piece]:
    words = encoding.word_ids
    opens = [n == 0 or word != words[n - 1] for n, word in enumerate(words)]
    return [
        (number, first, start + s, start + e)
        for number, first, (s, e) in zip(encoding.ids, opens, encoding.offsets, strict=True)
    ]


def _append(window: Window, text: str, chunk: list[Piece]) -> None:
    """Put a paragraph at the end of a window, closed by BREAK."""
    opening = True
    for number, first, start, end in chunk:
        if first or not window.units:
            window.units.append(len(window.pieces))
            window.starts.append(start)
            window.ends.append(end)
            window.opens.append(opening)
            opening = False
        else:
            window.ends[-1] = end
        window.pieces.append(number)
        window.cases.append(0)
    window.pieces.append(BREAK)
    window.cases.append(0)
    first_unit = max(n for n, opens in enumerate(window.opens) if opens)
    for n in range(first_unit, len(window.units)):
        last = window.units[n + 1] if n + 1 < len(window.units) else len(window.pieces) - 1
        kind = shape(text[window.starts[n] : window.ends[n]])
        window.cases[window.units[n] : last] = [kind] * (last - window.units[n])
