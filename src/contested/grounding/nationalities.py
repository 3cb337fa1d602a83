"""Demonyms: words for the people of a country ("Syrian"), which are nationalities and never places."""

from collections.abc import Iterator
from functools import cache

from contested.lexicon import Matcher, yaml_data


@cache
def _countries() -> dict[str, str | None]:
    """Demonym to ISO alpha-2, None for peoples of no one country."""
    data = yaml_data("gazetteer/demonyms.yml")
    found: dict[str, str | None] = {word: code for code, words in data["countries"].items() for word in words}
    return {**found, **dict.fromkeys(data["peoples"])}


@cache
def _matcher() -> Matcher:
    return Matcher(((word, word) for word in _countries()), case=True)


def country_of(word: str) -> str | None:
    """ISO alpha-2 code of the country whose people or things the word names; None for other words and for peoples."""
    return _countries().get(word)


def is_nationality(word: str) -> bool:
    """Whether the word is a demonym."""
    return word in _countries()


def nationalities(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Start, end and country (ISO alpha-2, None for peoples of no one country) of every demonym of the text."""
    for hit in _matcher().find(text):
        yield hit.start, hit.end, _countries()[hit.key]
