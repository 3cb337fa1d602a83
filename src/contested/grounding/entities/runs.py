"""Runs of words that are written like one name."""

from collections.abc import Iterator
from typing import NamedTuple

from contested.grounding.entities.words import name_heads, person_words, words
from contested.model.parse import Parsed

_LONGEST = 12
"""Tokens of the longest name; a longer run is a headline in capitals."""
_JOINED = frozenset((*name_heads(), "Minister", "Secretary", "Commissioner"))


class Run(NamedTuple):
    """Tokens `[first, last]` that are written like one name."""

    first: int
    last: int


def runs(parsed: Parsed) -> Iterator[Run]:
    """All runs of the parsed sentences in text order, up to 12 tokens long; none goes over the end of a line."""
    for sentence in parsed.sentences:
        i = sentence.first
        while i < sentence.last:
            if _starts(parsed, i, sentence.first):
                last = _reach(parsed, i, sentence.last)
                yield Run(i, last)
                i = last + 1
            else:
                i += 1


def _capital(parsed: Parsed, i: int) -> bool:
    """Whether a token is written as part of a name, and tagged as one or known as a word of names."""
    word = parsed.text[parsed.starts[i] : parsed.ends[i]]
    if not word[0].isupper() or word in words("not_names"):
        return False
    return (
        parsed.pos[i] in ("PROPN", "ADJ", "X")
        or word in name_heads()
        or word in person_words("titles")
        or word in person_words("first_names")
        or (parsed.pos[i] in ("NOUN", "VERB") and not word.isupper())
    )


def _starts(parsed: Parsed, i: int, first: int) -> bool:
    if not _capital(parsed, i):
        return _particle(parsed, i) and i + 2 < len(parsed.starts) and _glued(parsed, i + 1) and _capital(parsed, i + 2)
    return i != first or parsed.pos[i] == "PROPN" or parsed.word(i) in person_words("first_names")


def _particle(parsed: Parsed, i: int) -> bool:
    return parsed.word(i) in person_words("particles")


def _glued(parsed: Parsed, i: int) -> bool:
    """A hyphen with no space around it."""
    return (
        0 < i < len(parsed.starts) - 1
        and parsed.word(i) in ("-", "–")
        and parsed.ends[i - 1] == parsed.starts[i]
        and parsed.ends[i] == parsed.starts[i + 1]
    )


def _reach(parsed: Parsed, first: int, end: int) -> int:
    """The last token of the name that starts at `first`."""
    last, joined = first, False
    while True:
        step = _next(parsed, last, end, joined)
        if step is None or step - first > _LONGEST:
            return last
        joined = joined or (step > last + 1 and parsed.lower(last + 1) in words("joiners"))
        last = step


def _broken(parsed: Parsed, last: int) -> bool:
    """Whether the line ends after a token; an indented next line goes on with the same sentence."""
    gap = parsed.text[parsed.ends[last] : parsed.starts[last + 1]]
    return "\n" in gap and gap.endswith("\n")


def _next(parsed: Parsed, last: int, end: int, joined: bool) -> int | None:
    """The token up to which the name goes on after `last`, or None."""
    i = last + 1
    if i >= end or _broken(parsed, last):
        return None
    if _glued(parsed, i) and i + 1 < end:
        return i + 1
    if _capital(parsed, i):
        return i
    if parsed.word(i) == "." and f"{parsed.word(last)}." in person_words("titles"):
        return i + 1 if i + 1 < end and _capital(parsed, i + 1) else None
    if _particle(parsed, i):
        after = i + 2 if _glued(parsed, i + 1) else i + 1
        return after if after < end and _capital(parsed, after) else None
    lower = parsed.lower(i)
    if (lower in words("joiners") and parsed.word(last) in _JOINED) or (joined and lower in ("and", "of")):
        after = i + 2 if i + 1 < end and parsed.lower(i + 1) == "the" else i + 1
        return after if after < end and _capital(parsed, after) else None
    return None
