"""Whether two places are one, as far as names and coordinates tell; invented and unknown names count like others."""

import re
from functools import cache
from math import asin, cos, radians, sin, sqrt

from contested.model.place import PlaceRef
from contested.reconciling.knowledge import words
from contested.reconciling.words import stem

NEAR_KM, FAR_KM = 15.0, 60.0
SAME_PLACE, PART_OF_PLACE, OTHER_PART, OTHER_PLACE = 2.5, 1.5, -2.5, -4.0
"""What one place, a part or neighbour, two parts of one place, another place add to the likeness of two happenings
(same.py)."""


def same_place(first: PlaceRef, second: PlaceRef) -> float:
    """SAME_PLACE, PART_OF_PLACE or OTHER_PLACE, or 0 where it cannot be told."""
    if first.geonames_id is not None and first.geonames_id == second.geonames_id:
        return SAME_PLACE
    one, two = place_words(first.name), place_words(second.name)
    if one == two:
        return SAME_PLACE
    if one and two and (one < two or two < one):
        return PART_OF_PLACE
    if None not in (first.lat, first.lon, second.lat, second.lon):
        distance = _km(first, second)
        return PART_OF_PLACE if distance <= NEAR_KM else OTHER_PLACE if distance > FAR_KM else 0.0
    return OTHER_PLACE


def nameless_place(sentence: str) -> str | None:
    """A place that is told by what it is only ("on the salt road": "salt road"), None for none."""
    found = _nameless().search(sentence)
    return found.group(1) if found is not None else None


@cache
def _nameless() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("landscape") | words("parts_of_towns")))
    return re.compile(rf"\b(?:[Oo]n|[Aa]t|[Ii]n|[Nn]ear) the ([a-z-]+ (?:{nouns}))\b")


def part_named(sentence: str) -> frozenset[str]:
    """The words for the part of a town that the sentence names ("Port Lemba's fish market", "northern Lemba")."""
    found = _part().search(sentence)
    if found is None:
        return frozenset()
    if found.group("end"):
        return frozenset({found.group("end").lower().removesuffix("ern")})
    return frozenset(stem(word) for word in found.group("what").split())


@cache
def _part() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("landscape") | words("parts_of_towns")))
    ends = "|".join(sorted(words("compass")))
    owned = rf"\b[A-Z][\w-]+['’]s? (?P<what>(?:[a-z-]+ ){{0,2}}(?:{nouns}))\b"
    return re.compile(rf"{owned}|\b(?:in|of) (?:the )?(?P<end>{ends}) (?:of )?(?:the (?:city|town)|[A-Z])")


@cache
def place_words(name: str) -> frozenset[str]:
    """The words of a place's name without those for what it is, unless there are no others."""
    found = frozenset(stem(word) for word in name.replace("-", " ").split())
    return found - words("landscape") or found


def _km(first: PlaceRef, second: PlaceRef) -> float:
    lat1, lon1, lat2, lon2 = (radians(value or 0.0) for value in (first.lat, first.lon, second.lat, second.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))
