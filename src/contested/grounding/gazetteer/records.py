"""What the index holds: places, their names and kinds of spelling keys."""

from dataclasses import dataclass
from typing import NamedTuple

MAIN, OTHER, LOOSE = 0, 1, 2
"""How a key belongs to a place: its main name, another name, a romanisation's loose key."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    `lat`/`lon` are degrees (WGS 84), None where the place has no honest point (an ocean); `country` ISO 3166-1 alpha-2;
    `admin1`/`admin2` names; `feature` a GeoNames code (PPL, PPLC, PCLI, ADM1, ADM2, RGN ...); `population` None where
    unknown (never 0); `source` the name of the data set; `key` how the asked name belongs to it (see above); `number`
    identifies the place in this index only.
    """

    number: int
    geonames_id: int | None
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    admin2: str | None
    feature: str
    population: int | None
    source: str
    pcode: str | None = None
    key: int = MAIN


class Row(NamedTuple):
    """A place on its way into the index, with all its names (the first is the main one)."""

    names: tuple[str, ...]
    lat: float | None
    lon: float | None
    country: str | None
    feature: str
    source: str
    geonames_id: int | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int | None = None
    pcode: str | None = None
