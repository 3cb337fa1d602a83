"""Countries as the press names them: names, adjectives, peoples, capitals and buildings that stand for a government."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from contested.lexicon import Matcher, yaml_data

NamedAs = Literal["name", "adjective", "people", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class Country:
    """One country. `name` is the name that parties are formed with; `adjective` is "" where the press uses the name."""

    code: str
    name: str
    adjective: str


class Said(NamedTuple):
    """A country named at `[start, end)`, and how."""

    start: int
    end: int
    code: str
    how: NamedAs


@cache
def countries() -> dict[str, Country]:
    """All countries by ISO 3166-1 alpha-2 code."""
    rows = yaml_data("actors/countries.yml")
    return {code: Country(code, row["name"], next(iter(row.get("adjectives", ())), "")) for code, row in rows.items()}


@cache
def _matcher() -> tuple[Matcher, dict[str, tuple[str, NamedAs]]]:
    """The matcher and what its keys mean. The first use of a word stays: names before adjectives before capitals."""
    fields: tuple[tuple[str, NamedAs], ...] = (
        ("name", "name"), ("also", "name"), ("adjectives", "adjective"),
        ("people", "people"), ("seats", "seat"), ("capitals", "capital"),
    )  # fmt: skip
    meanings: dict[str, tuple[str, NamedAs]] = {}
    for key, how in fields:
        for code, row in yaml_data("actors/countries.yml").items():
            values = row.get(key, ())
            for word in [values] if isinstance(values, str) else values:
                meanings.setdefault(word, (code, how))
    return Matcher(((word, word) for word in meanings), case=True), meanings


def countries_in(text: str) -> list[Said]:
    """Every place where a country, its people, its capital or its seat of government is named, in text order."""
    matcher, meanings = _matcher()
    return [Said(hit.start, hit.end, *meanings[hit.key]) for hit in matcher.find(text)]
