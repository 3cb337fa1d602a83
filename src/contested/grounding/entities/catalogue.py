"""The reviewed actors of data/actors: who they are called, whose they are, on which side, and when.

Loaded once a process (about 40 ms). See docs/actors.md for the fields of the files.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from contested.grounding.entities.added import added_rows
from contested.grounding.entities.countries import countries
from contested.lexicon import Matcher, fold, yaml_data
from contested.model.grounding import ENTITY_TYPES, EntityType

_WIDE = re.compile(r"\s{2,}|[\n\t]")
FILES = ("middle_east", "africa", "asia", "europe", "americas", "bodies", "media")
GOVERNMENT = "government:"
"""Prefix of the id of a country's government; the rest is the ISO code."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office: what, for which body, from when to when (ISO days or longer; "" = open)."""

    office: str
    body: str
    start: str = ""
    end: str = ""

    def holds(self, day: str | None) -> bool:
        """Whether the office is held on the day; without a day, whether it is not over."""
        return within(day, self.start, self.end) if day else not self.end


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the catalogue. `short` names count only in a report about one of the `home` countries."""

    id: str
    name: str
    type: EntityType
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    party: str | None = None
    home: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    needs_home: bool = False
    terms: tuple[Term, ...] = ()
    ids: Mapping[str, str | int] = field(default_factory=dict)

    def is_short(self, name: str) -> bool:
        """Whether a name needs the report to be about the actor's country: abbreviation, common word, surname."""
        folded = fold(name)
        surname = self.type == "person" and " " not in name
        return bool(self.home) and (self.needs_home or surname or any(fold(short) == folded for short in self.short))


def within(day: str, start: str, end: str) -> bool:
    """Whether an ISO day lies between two ISO days, months or years, both inclusive; "" is open."""
    return (not start or day >= start) and (not end or day[: len(end)] <= end)


class Catalogue:
    """All actors by id and by name, and the sides of the conflicts."""

    def __init__(self, actors: Mapping[str, Actor], sides: Mapping[str, Mapping[str, Any]]) -> None:
        self._actors, self._sides = dict(actors), sides
        self._names: dict[str, list[str]] = {}
        self._wars: dict[str, frozenset[str]] = {}
        for country, listed in sides.items():
            groups = [members for members in listed.values() if isinstance(members, list)]
            for actor_id in {_period(member)[0] for members in groups for member in members}:
                self._wars[actor_id] = self._wars.get(actor_id, frozenset()) | {country}
        for actor in actors.values():
            for name in (actor.name, *actor.names, *actor.short):
                for spelling in spellings(name):
                    known = self._names.setdefault(fold(spelling), [])
                    if actor.id not in known:
                        known.append(actor.id)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def get(self, actor: str) -> Actor | None:
        """The actor with this id, or None."""
        return self._actors.get(actor)

    def named(self, name: str) -> tuple[Actor, ...]:
        """All actors that bear this name or spelling, whatever its case."""
        return tuple(self._actors[known] for known in self._names.get(fold(name), ()))

    def names(self) -> list[tuple[str, str]]:
        """(name, folded name) of every spelling, for a Matcher."""
        return [(name, name) for name in self._names]

    def war_of(self, country: str) -> str | None:
        """The country whose listed war this country's is ("PS": "IL"), or None."""
        listed = self._sides.get(country)
        return None if listed is None else str(listed.get("same", country))

    def wars_of(self, actor: str) -> frozenset[str]:
        """The countries in whose listed wars the actor takes part, at any time."""
        return self._wars.get(actor, frozenset())

    def has_rebels(self, country: str) -> bool:
        """Whether it is listed which side the rebels without a name are in the war in a country."""
        return "rebels" in self._sides.get(country, {})

    def government_of(self, country: str) -> Actor | None:
        """The actor that governs a country without a government of its own ("PS"), or None."""
        stand_in = self._sides.get(country, {}).get("governed_by")
        return self._actors.get(stand_in) if isinstance(stand_in, str) else None

    def sides(self, country: str | None, day: str | None) -> dict[str, str]:
        """Actor id to side in the war in `country` on a day, today's if None; government and rebels by default."""
        if not country:
            return {}
        listed = self._sides.get(country, {})
        found = {f"{GOVERNMENT}{country}": "government"}
        for side, members in listed.items():
            for member in members if isinstance(members, list) else ():
                actor, start, end = _period(member)
                if within(day, start, end) if day else not end:
                    found[actor] = side
        found["rebels"] = listed.get("rebels", "opposition")
        return found

    def problems(self) -> list[str]:
        """What is wrong in the files, one line each: unknown types, parties and countries, names claimed twice."""
        return [*self._bad_fields(), *self._bad_sides(), *self._twice(), *self._hidden()]

    def _known(self, body: str) -> bool:
        code = body.removeprefix(GOVERNMENT)
        return body in self._actors or (code != body and code in countries())

    def _bad_fields(self) -> Iterator[str]:
        for actor in self:
            if actor.type not in ENTITY_TYPES:
                yield f"{actor.id}: unknown type {actor.type}"
            for body in [actor.party, *(term.body for term in actor.terms)]:
                if body and not self._known(body):
                    yield f"{actor.id}: unknown party {body}"
            for country in actor.home:
                if country not in countries():
                    yield f"{actor.id}: unknown country {country}"
            if actor.needs_home and not actor.home:
                yield f"{actor.id}: `needs_home` without a home"

    def _bad_sides(self) -> Iterator[str]:
        for country, listed in self._sides.items():
            for members in listed.values():
                for member in members if isinstance(members, list) else ():
                    if not self._known(_period(member)[0]):
                        yield f"conflicts, {country}: unknown actor {member}"

    def _hidden(self) -> Iterator[str]:
        for name in self._names:
            short = name.removeprefix("the ")
            if short != name:
                yield from (f"{name!r} hides {other!r}" for other in self._names if other.startswith(f"{short} "))

    def _twice(self) -> Iterator[str]:
        for name, owners in self._names.items():
            for n, first in enumerate(owners):
                for second in owners[n + 1 :]:
                    if _confusable(self._actors[first], self._actors[second]):
                        yield f"{name!r} is claimed by {first} and {second}"


def _confusable(a: Actor, b: Actor) -> bool:
    """Whether nothing tells two bearers of one name apart: a shared or no home country and overlapping years."""
    apart = bool(a.home and b.home) and not set(a.home) & set(b.home)
    one_local = bool(a.home) != bool(b.home)
    in_time = not (a.end and b.start and a.end < b.start) and not (b.end and a.start and b.end < a.start)
    return not apart and not one_local and in_time


def spellings(name: str) -> tuple[str, ...]:
    """The name and, if it has an apostrophe, the name with the other apostrophe."""
    return (name, name.replace("'", "’")) if "'" in name else (name,)


@cache
def catalogue() -> Catalogue:
    """The packaged catalogue with the user's own actors over it; SettingsError where a file of theirs is bad."""
    return catalogue_with(added_rows())


def catalogue_with(own: Mapping[str, Mapping[str, Any]]) -> Catalogue:
    """The packaged catalogue with these rows over it: an id that both have is the given row's."""
    actors = {key: _actor(key, row) for name in FILES for key, row in yaml_data(f"actors/{name}.yml").items()}
    people = yaml_data("actors/offices.yml")
    actors |= {key: _actor(key, {"type": "person", **row}) for key, row in people.items()}
    actors |= {key: _actor(key, row) for key, row in own.items()}
    return Catalogue(actors, yaml_data("actors/conflicts.yml"))


@cache
def _name_matcher() -> Matcher:
    """Finds every name of the catalogue, case ignored; the key is the folded name."""
    return Matcher(catalogue().names())


def _actor(key: str, row: Mapping[str, Any]) -> Actor:
    ids: dict[str, str | int] = {"actor": key}
    ids |= {"ucdp_actor": row["ucdp"]} if "ucdp" in row else {}
    ids |= {"wikidata": row["wikidata"]} if "wikidata" in row else {}
    return Actor(
        key,
        row["name"],
        row["type"],
        tuple(row.get("names", ())),
        tuple(row.get("short", ())),
        row.get("party"),
        tuple(row.get("home", ())),
        tuple(row.get("words", ())),
        row.get("from", ""),
        row.get("to", ""),
        row.get("needs_home", False),
        tuple(_term(line) for line in row.get("terms", ())),
        ids,
    )


def _term(line: str) -> Term:
    office, body, period = (part.strip() for part in line.rsplit(",", 2))
    start, _, end = period.partition("..")
    return Term(office, body, start, end)


def _period(member: str) -> tuple[str, str, str]:
    """'hts ..2024-12-07' to its actor, start and end."""
    actor, _, period = member.partition(" ")
    start, _, end = period.partition("..")
    return actor, start, end


def names_in(text: str) -> list[tuple[int, int, str]]:
    """Start, end and folded form of every name of the catalogue in a text, overlaps resolved leftmost-longest.

    Where lines are broken or indented, names are found over the break.
    """
    if not _WIDE.search(text):
        return [(hit.start, hit.end, hit.key) for hit in _name_matcher().find(text)]
    places = [m.start() for m in re.finditer(r"\S|(?<=\S)\s", text)]
    squeezed = "".join(" " if text[p].isspace() else text[p] for p in places)
    return [(places[hit.start], places[hit.end - 1] + 1, hit.key) for hit in _name_matcher().find(squeezed)]
