"""Words to word-pieces as BERT's uncased models do it (Devlin et al. 2019), in plain Python.

Written out instead of taken from a library because the library brings a dozen packages with it, among them a client for
downloads. Gives the same pieces (checked on all texts of the benchmark's development parts).
"""

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST = 100
"""Characters of a word beyond which it is UNKNOWN."""
UNKNOWN = "[UNK]"
REMEMBERED = 50_000
"""Runs between white space whose units are kept for the next time."""
_CJK = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2CEAF), (0x2F800, 0x2FA1F))


class Unit(NamedTuple):
    """A word or a mark: `[start, end)` in code points and the numbers of its pieces."""

    start: int
    end: int
    pieces: tuple[int, ...]


class WordPiece:
    """A vocabulary (one piece a line, its number the line's) and the cutting of words into the longest known pieces."""

    def __init__(self, vocabulary: str) -> None:
        self._numbers = {piece: n for n, piece in enumerate(vocabulary.removesuffix("\n").split("\n"))}
        self._chunk: Callable[[str], tuple[Unit, ...]] = lru_cache(maxsize=REMEMBERED)(self._cut)

    def units(self, text: str, start: int, end: int) -> list[Unit]:
        """The units of `text[start:end]`, offsets in `text`."""
        found = []
        place = start
        for chunk in text[start:end].split():
            place = text.index(chunk, place)
            found += [Unit(place + s, place + e, pieces) for s, e, pieces in self._chunk(chunk)]
            place += len(chunk)
        return found

    def _cut(self, chunk: str) -> tuple[Unit, ...]:
        """The units of a run without white space, offsets from its start."""
        found = []
        for start, end in _words(chunk):
            word = _plain(chunk[start:end])
            if word:
                found.append(Unit(*_trimmed(chunk, start, end), self._pieces(word)))
        return tuple(found)

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The longest known piece from the left, again and again; UNKNOWN if that leads nowhere."""
        unknown = (self._numbers[UNKNOWN],)
        if len(word) > LONGEST:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            end = next((e for e in range(len(word), start, -1) if mark + word[start:e] in self._numbers), None)
            if end is None:
                return unknown
            found.append(self._numbers[mark + word[start:end]])
            start = end
        return tuple(found)


def _words(chunk: str) -> Iterator[tuple[int, int]]:
    """Runs between marks, and each mark (or Chinese character) by itself."""
    start = 0
    for n, char in enumerate(chunk):
        if _mark(char):
            if start < n:
                yield start, n
            yield n, n + 1
            start = n + 1
    if start < len(chunk):
        yield start, len(chunk)


def _trimmed(chunk: str, start: int, end: int) -> tuple[int, int]:
    """The word without control characters (marks of reading direction, soft hyphens) at its ends."""
    while _control(chunk[start]):
        start += 1
    while _control(chunk[end - 1]):
        end -= 1
    return start, end


def _control(char: str) -> bool:
    return char == "\ufffd" or (not " " <= char <= "~" and unicodedata.category(char)[0] == "C")


def _mark(char: str) -> bool:
    """Whether the character is a unit by itself."""
    if char.isalnum() and char < "\u3400":
        return False
    if char < "\x7f":
        return char > " "
    return unicodedata.category(char)[0] == "P" or any(a <= ord(char) <= b for a, b in _CJK)


def _plain(word: str) -> str:
    """Lower case, without accents and control characters."""
    if word.isascii() and word.isprintable():
        return word.lower()
    parts = unicodedata.normalize("NFD", word)
    return "".join(c for c in parts if not _control(c) and unicodedata.category(c) != "Mn").lower()
