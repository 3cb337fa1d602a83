"""The words of time expressions as classes of tokens (data/lexicon/times.yml), and number words as numbers."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from contested.lexicon import yaml_data

OTHER = "\x01"
HOLIDAY = "holiday "
"""Class of all words in holidays' names; HOLIDAY + word is the class of that word alone."""
_FIRST_CODE = 0x100
_TOKEN = re.compile(
    r"""\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\d)|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?!\d)
    |\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{3}0s\b|\d+(?:st|nd|rd|th)\b|\d/\d(?![\d/])|\d+\.\d+|\d+
    |[ap]\.\s?m\b\.?|[AP]\.M\b\.?|[AaPp][Mm]\b|o['’]clock|['’]s\b|['’]\d0s\b|['’]\d\d\b|Q[1-4]\b|[^\W\d_]+|[^\w\s]""",
    re.VERBOSE,
)
_SHAPES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), ("iso",)),
    (re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d+$"), ("slashed",)),
    (re.compile(r"\d{1,2}:\d\d"), ("clock",)),
    (re.compile(r"\d{3}0s$|['’]\d0s$"), ("decade",)),
    (re.compile(r"['’]\d\d$"), ("apos",)),
    (re.compile(r"\d/\d$"), ("fraction",)),
    (re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)$"), ("ordnum", "ordany", "day")),
    (re.compile(r"\d+(?:st|nd|rd|th)$"), ("ordany",)),
    (re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d$"), ("dotted_clock", "int")),
    (re.compile(r"\d.*[.,]"), ("int",)),
    (re.compile(r"(?:1\d|20)\d\d$"), ("year", "int")),
    (re.compile(r"(?:0\d|2[0-4])[0-5]\d$"), ("four", "int")),
    (re.compile(r"[1-9]$"), ("day", "hour", "int")),
    (re.compile(r"0[1-9]$|1[0-2]$"), ("day", "hour", "int", "two")),
    (re.compile(r"[12]\d$|3[01]$"), ("day", "int", "two")),
    (re.compile(r"\d\d$"), ("int", "two")),
    (re.compile(r"\d"), ("int",)),
    (re.compile(r"(?i)[ap]\.?\s?m"), ("ampm",)),
    (re.compile(r"Q\d$"), ("quarter_code",)),
)
SHAPES = frozenset(name for _, names in _SHAPES for name in names)
"""The classes of numbers by their form."""
_NO_SHAPE: frozenset[str] = frozenset()


class Token(NamedTuple):
    """A word, number or mark at `[start, end)` of the text."""

    start: int
    end: int


@cache
def times() -> Mapping[str, Any]:
    """The reviewed words (data/lexicon/times.yml)."""
    data: Mapping[str, Any] = yaml_data("lexicon/times.yml")
    return data


def pieces(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
    """The tokens of `text[start:end]` as (start, end, the token's text)."""
    stop = len(text) if end is None else end
    return [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, stop)]


def shape(token: str) -> frozenset[str]:
    """The classes of a token by its form (a kind of number, a clock time); none for a plain word."""
    for pattern, classes in _SHAPES:
        if pattern.match(token):
            return frozenset(classes)
    return _NO_SHAPE


class Vocabulary:
    """Gives each token one character, so that a regex over characters is a grammar over classes of tokens.

    Tokens that belong to the same classes share a character; `chars(name)` are all characters of a class. `literals`
    are single words which the rules name themselves.
    """

    def __init__(self, literals: Iterable[str]) -> None:
        classes = _word_classes(literals)
        capital = frozenset(times()["capital"]) | {
            n for names in classes.values() for n in names if n.startswith(HOLIDAY)
        }
        small = frozenset(times()["small"])
        self._codes: dict[frozenset[str], str] = {frozenset(): OTHER}
        self._big = {word: self._code(names - small) for word, names in classes.items()}
        clear = frozenset(times()["any_case"])
        self._small = {word: self._code(names if word in clear else names - capital) for word, names in classes.items()}
        for _, names in _SHAPES:
            self._code(frozenset(names))
        self._shaped: dict[str, str] = {}

    def _code(self, names: frozenset[str]) -> str:
        return self._codes.setdefault(names, chr(_FIRST_CODE + len(self._codes)))

    def chars(self, name: str) -> str:
        """The characters of all tokens of the class."""
        return "".join(code for names, code in self._codes.items() if name in names)

    def char(self, token: str) -> str:
        """The character of this token; OTHER where no rule knows it."""
        table = self._small if token[0].islower() else self._big
        known = table.get(token.lower())
        if known:
            return known
        if token[0].isalpha() and len(token) > 4:
            return OTHER
        if token not in self._shaped:
            names = shape(token)
            if len(self._shaped) > 5_000:
                self._shaped.clear()
            self._shaped[token] = self._codes.get(names, OTHER)
        return self._shaped[token]


def _word_classes(literals: Iterable[str]) -> dict[str, frozenset[str]]:
    """Every known word with the classes it stands in."""
    found: dict[str, set[str]] = {}
    data = times()
    for name, value in data.items():
        if name not in ("words", "capital", "holidays") and isinstance(value, list | dict):
            for word in value:
                found.setdefault(str(word), set()).add(name)
    for name, words in data["words"].items():
        for word in words:
            found.setdefault(word, set()).add(name)
    for word in literals:
        found.setdefault(word, set()).add(word)
    for name in data["holidays"]:
        for _, _, word in pieces(name):
            found.setdefault(word, set()).update((HOLIDAY, HOLIDAY + word))
    return {word: frozenset(names) for word, names in found.items()}


def number_of(words: str) -> float | None:
    """The number that words or digits say ("twenty-four" 24, "3 1/2" 3.5, "a couple of" 2); None for a vague one."""
    data = times()
    total = current = 0.0
    seen = False
    for _, _, token in pieces(words.lower()):
        if token[0].isdigit():
            current, seen = current + _digits(token), True
        elif token in data["numbers"]:
            current, seen = current + data["numbers"][token], True
        elif token in data["scales"]:
            size = data["scales"][token]
            current, seen = max(current, 1) * size, True
            if size >= 1000:
                total, current = total + current, 0.0
        elif token in ("couple", "pair"):
            current, seen = 2.0, True
        elif token in data["vague"]:
            return None
        elif token in ("a", "an") and not seen:
            current = 1.0
    return total + current or None


def _digits(token: str) -> float:
    if "/" in token:
        above, below = token.split("/")
        return int(above) / int(below) if int(below) else 0.0
    return float(re.sub(r"[^\d.]", "", token).strip("."))
