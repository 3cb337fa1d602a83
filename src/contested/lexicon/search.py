"""Finds many words and phrases in one pass over a text (Aho-Corasick, leftmost-longest, whole words)."""

from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class Hit(NamedTuple):
    """A phrase found at `[start, end)` code points; `key` is what the phrase was entered under."""

    start: int
    end: int
    key: str


def fold(text: str) -> str:
    """Lower case without changing the length, so that offsets stay (İ, whose lower case is two characters, is kept)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether a letter or digit touches the match from outside: then it is only a part of a word."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return before or after


class Matcher:
    """Searches for phrases. `phrases` are (phrase, key) pairs; the first key given for a phrase stays.

    Case is ignored unless `case` is True. Overlapping matches are resolved leftmost-longest; matches inside words are
    left out (and may hide a shorter match that starts at the same place, which whole words make rare).
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], *, case: bool = False) -> None:
        table: dict[str, str] = {}
        for phrase, key in phrases:
            table.setdefault(phrase if case else fold(phrase), key)
        self._case, self._keys = case, list(table.values())
        self._automaton = AhoCorasick(
            list(table), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str) -> list[Hit]:
        """All whole-word hits in text order, none overlapping another."""
        searched = text if self._case else fold(text)
        found = self._automaton.find_matches_as_indexes(searched)
        return [Hit(s, e, self._keys[n]) for n, s, e in found if not _inside_word(searched, s, e)]
