"""Text all in capitals, or without any, written as prose is: what follows tells names by their capital.

Character by character in place, so that offsets stay. `restored` gives the reading its own letters back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from contested.lexicon import Matcher, data_names, fold, word_set, yaml_data
from contested.model.report import Report
from contested.parsing.parse import is_common, tagged

LEAST = 3
"""Words of two letters or more that a block must have to be judged."""
MOST_CAPITALS = 0.7
"""Share of capitals among a block's letters from which it is text in capitals."""
FEW_CAPITALS = 200
"""A block with fewer capitals than one in so many code points is text without capitals; prose has one in 20 to 40."""
_NAMES = frozenset({"NNP", "NNPS"})
_UNKNOWN = frozenset({"NN", "JJ", "VB", "VBG", "RB"})
_WORD = re.compile(r"[^\W\d_]{2,}")
_BEGINS = re.compile(r"(?:\A|[.!?…][\"'”’)]*\s+|\n\s*)[\"'“‘(\[]*(?P<letter>[^\W\d_])")
_FILE = "lexicon/casing.yml"
_T = TypeVar("_T")


def in_prose_case(report: Report) -> Report:
    """The report with those blocks written as prose that are in one case; the same report where none is."""
    text = report.text
    for block in report.blocks:
        piece = text[block.start : block.end]
        if block.kind != "furniture" and is_in_one_case(piece):
            text = text[: block.start] + _as_prose(fold(piece)) + text[block.end :]
    return report if text == report.text else replace(report, text=text)


def is_in_one_case(piece: str) -> bool:
    """Whether nearly all letters are capitals, or nearly none."""
    if len(_WORD.findall(piece)) < LEAST:
        return False
    letters = sum(map(str.isalpha, piece))
    capitals = sum(map(str.isupper, piece))
    return capitals > MOST_CAPITALS * letters or capitals * FEW_CAPITALS <= len(piece)


def restored(value: _T, text: str) -> _T:
    """The same with every quote and every reference in the letters of `text`."""
    if isinstance(value, tuple):
        return tuple(restored(item, text) for item in value)  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: restored(item, text) for key, item in value.items()}  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    given = {field.name: getattr(value, field.name) for field in fields(value)}
    new: dict[str, Any] = {name: restored(item, text) for name, item in given.items()}
    start, end = given.get("start"), given.get("end")
    for name in ("quote", "text"):
        if isinstance(given.get(name), str) and isinstance(start, int) and isinstance(end, int):
            new[name] = text[start:end]
    return replace(value, **new) if any(new[name] is not given[name] for name in new) else value


def _as_prose(low: str) -> str:
    letters = list(low)
    for match in _BEGINS.finditer(low):
        _raise(letters, match.start("letter"))
    for hit in _known_names().find(low):
        if len(hit.key) == hit.end - hit.start:
            letters[hit.start : hit.end] = hit.key
    words = tagged("".join(letters))
    names = dict(_names(words, low))
    sure = {word for word in names.values() if not is_common(word)}
    for start, end, _ in words:
        if start in names or low[start:end] in sure:
            whole = low[start:end] in word_set(_FILE, "initials")
            for at in range(start, end if whole else start + 1):
                _raise(letters, at)
    return "".join(letters)


def _names(words: Sequence[tuple[int, int, str]], low: str) -> Iterator[tuple[int, str]]:
    """Where names begin, with the word: what the tagger takes for one, and unknown words where one is expected."""
    before, named = "", False
    for start, end, tag in words:
        word = low[start:end]
        expected = named or before in word_set(_FILE, "before_places")
        named = tag in _NAMES or (expected and tag in _UNKNOWN and not is_common(word))
        if named:
            yield start, word
        before = word


def _raise(letters: list[str], at: int) -> None:
    """A capital, where it is one character too."""
    capital = letters[at].upper()
    if len(capital) == 1:
        letters[at] = capital


@cache
def _known_names() -> Matcher:
    """Names of the reviewed files by how they are written, without those that are words of the language."""
    never = word_set(_FILE, "words_first")
    names = dict.fromkeys(name for name in (*_countries(), *_actors(), *_days()) if fold(name) not in never)
    return Matcher((name, name) for name in names if any(char.isupper() for char in name) and not _is_word(name))


def _is_word(name: str) -> bool:
    """Whether an abbreviation in small letters is a common word ("who", "us", "mend")."""
    return name.isupper() and is_common(name.lower())


def _countries() -> Iterator[str]:
    for country in yaml_data("actors/countries.yml").values():
        yield str(country["name"])
        for kind in ("adjectives", "people", "capitals", "also"):
            yield from map(str, country.get(kind, ()))


def _actors() -> Iterator[str]:
    for file in data_names("actors"):
        for row in yaml_data(f"actors/{file}").values():
            if isinstance(row, dict) and "name" in row:
                yield from map(str, (row["name"], *row.get("names", ()), *row.get("short", ())))


def _days() -> Iterator[str]:
    dates = yaml_data("lexicon/dates_page.yml")
    return (str(word).capitalize() for word in (*dates["weekdays"], *dates["months"]))
