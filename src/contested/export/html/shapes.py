"""Outlines of first-level administrative areas (data/shapes/admin1.tsv.xz, made by tools/pack_shapes.py)."""

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from contested.lexicon import data_bytes, yaml_data

GRID = 100
"""Steps a degree in the packed file: tools/pack_shapes.py puts every point on a hundredth of a degree."""

Ring = list[tuple[float, float]]


class Box(NamedTuple):
    """Degrees."""

    west: float
    south: float
    east: float
    north: float

    def touches(self, other: "Box") -> bool:
        """Whether the two have a point in common."""
        beside = self.east < other.west or other.east < self.west
        return not (beside or self.north < other.south or other.north < self.south)


@dataclass(frozen=True, slots=True)
class Area:
    """`admin1` is the gazetteer's first-level area that it is (a part of); `rings` numbers its borders."""

    country: str
    admin1: str
    name: str
    box: Box
    rings: tuple[str, ...]

    @property
    def is_disputed(self) -> bool:
        """Whether its state is disputed (data/shapes/disputed.yml): it is in no country's shade and under no name."""
        return (self.country, self.name) in _disputed()


@cache
def _disputed() -> frozenset[tuple[str, str]]:
    return frozenset((str(country), str(name)) for country, name in yaml_data("shapes/disputed.yml"))


@cache
def _packed() -> tuple[list[str], list[Area]]:
    """The borders still in their packed form, and all areas."""
    lines = lzma.decompress(data_bytes("shapes/admin1.tsv.xz")).decode().split("\n")
    count = int(lines[0])
    return lines[1 : count + 1], [_area(line) for line in lines[count + 1 :]]


def _area(line: str) -> Area:
    country, admin1, name, box, rings = line.split("\t")
    west, south, east, north = (int(edge) / GRID for edge in box.split())
    return Area(country, admin1, name, Box(west, south, east, north), tuple(rings.split(";")))


def areas_touching(box: Box) -> list[Area]:
    """The areas whose own box touches this one."""
    return [area for area in _packed()[1] if area.box.touches(box)]


def areas_of(country: str | None, admin1: str | None = None) -> list[Area]:
    """The undisputed areas of a country (ISO 3166-1), or those that make up one of its first-level areas."""
    if country is None:
        return []
    of_country = [area for area in _packed()[1] if area.country == country]
    if admin1 is None:
        return [area for area in of_country if not area.is_disputed]
    wanted = admin1.casefold()
    return [area for area in of_country if area.name.casefold() == wanted] or [
        area for area in of_country if area.admin1.casefold() == wanted
    ]


def outlines(area: Area) -> Iterator[Ring]:
    """The outer rings of an area as (longitude, latitude) points, the largest first."""
    for ring in area.rings:
        points: Ring = []
        for number in map(int, ring.split()):
            arc = _arc(number if number >= 0 else ~number)
            points += (arc if number >= 0 else arc[::-1])[1 if points else 0 :]
        yield points


def borders(areas: Iterable[Area]) -> Iterator[Ring]:
    """The lines between these areas where they are of two countries."""
    beside: dict[int, set[str]] = {}
    for area in areas:
        for number in " ".join(area.rings).split():
            arc = int(number)
            beside.setdefault(arc if arc >= 0 else ~arc, set()).add(area.country)
    return (_arc(number) for number, countries in beside.items() if len(countries) > 1)


@cache
def _arc(number: int) -> Ring:
    """One border, unpacked: steps from point to point, the first from 0,0."""
    points, x, y = [], 0, 0
    for step in _packed()[0][number].split(","):
        dx, dy = step.split(" ")
        x, y = x + int(dx), y + int(dy)
        points.append((x / GRID, y / GRID))
    return points
