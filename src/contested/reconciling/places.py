"""Whether two places are one, as far as names and coordinates tell; invented and unknown names count like others."""

from functools import cache
from math import asin, cos, radians, sin, sqrt

from contested.model.place import PlaceRef
from contested.reconciling.knowledge import words
from contested.reconciling.words import stem

NEAR_KM, FAR_KM = 15.0, 60.0
SAME_PLACE, PART_OF_PLACE, OTHER_PLACE = 2.5, 1.5, -4.0
"""What one place, a part or neighbour, another place add to the likeness of two happenings (same.py)."""


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


@cache
def place_words(name: str) -> frozenset[str]:
    """The words of a place's name without those for what it is, unless there are no others."""
    found = frozenset(stem(word) for word in name.replace("-", " ").split())
    return found - words("landscape") or found


def _km(first: PlaceRef, second: PlaceRef) -> float:
    lat1, lon1, lat2, lon2 = (radians(value or 0.0) for value in (first.lat, first.lon, second.lat, second.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))
