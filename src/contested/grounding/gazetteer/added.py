"""The user's own places: GeoNames dumps and P-code lists, kept beside the index and built into it."""

import csv
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from contested.errors import SettingsError
from contested.grounding.gazetteer.paths import added_folder
from contested.grounding.gazetteer.records import Row

DUMP_COLUMNS = 19
"""Columns of a GeoNames dump (download.geonames.org/export/dump/readme.txt)."""
_HEADERS = {
    "name": ("name", "place", "admin_name", "featurename", "adm2_en", "adm1_en"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "country": ("country", "country_code", "countrycode", "iso2", "adm0_pcode"),
    "pcode": ("pcode", "p_code", "p-code", "adm2_pcode", "adm1_pcode"),
    "admin1": ("admin1", "adm1", "adm1_name", "governorate", "province"),
    "admin2": ("admin2", "adm2", "adm2_name", "district", "county"),
    "names": ("alternatenames", "alt_names", "alternate_names", "names"),
    "geonames_id": ("geonames_id", "geonameid"),
    "feature": ("feature", "feature_code"),
    "population": ("population", "pop"),
}


def added_files() -> list[Path]:
    """The user's files that are part of the index, sorted by name."""
    return sorted(file for file in added_folder().glob("*") if file.suffix in (".txt", ".csv", ".tsv"))


def add(file: Path) -> int:
    """Check a GeoNames dump (.txt) or a CSV/TSV with headers and keep it for the index; returns its number of places.

    Headers that are understood: name, lat, lon, country (ISO alpha-2), pcode, admin1, admin2, alternatenames
    (separated by | or ;), geonames_id, feature, population and common other spellings of them; name, lat and lon are
    required. The next `build` or `Gazetteer.open` takes the places in. SettingsError says what is wrong with a file,
    by line; nothing is kept then.
    """
    if not file.is_file():
        raise SettingsError(f"{file}: no such file")
    if file.suffix not in (".txt", ".csv", ".tsv"):
        raise SettingsError(f"{file}: give a GeoNames dump (.txt) or a table with headers (.csv, .tsv)")
    count = sum(1 for _ in read_added(file))
    if not count:
        raise SettingsError(f"{file}: no places in it")
    added_folder().mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, added_folder() / file.name)
    return count


def read_added(file: Path) -> Iterator[Row]:
    """The places of one file of the user's; SettingsError at the first line that is none."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield from _dump(file, lines) if file.suffix == ".txt" else _table(file, lines)
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file}: not UTF-8 text ({error.reason})") from error


def _dump(file: Path, lines: Iterable[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != DUMP_COLUMNS:
            raise SettingsError(f"{file}, line {number}: {len(cells)} columns, a GeoNames dump has {DUMP_COLUMNS}")
        other = tuple(n for n in cells[3].split(",") if n)
        yield Row(
            (cells[1], *other),
            _degrees(file, number, cells[4], 90),
            _degrees(file, number, cells[5], 180),
            cells[8] or None,
            cells[7] or "PPL",
            file.name,
            _whole(cells[0]),
            admin1=None,
            population=_whole(cells[14]) or None,
        )


def _table(file: Path, lines: Iterable[str]) -> Iterator[Row]:
    rows = csv.DictReader(lines, delimiter="\t" if file.suffix == ".tsv" else ",")
    columns = _columns(rows.fieldnames or ())
    missing = [name for name in ("name", "lat", "lon") if name not in columns]
    if missing:
        raise SettingsError(
            f"{file}: no column {' or '.join(missing)} among {', '.join(rows.fieldnames or ()) or 'none'}"
        )
    for number, row in enumerate(rows, start=2):
        cell = {name: (row[header] or "").strip() for name, header in columns.items()}
        if not cell["name"]:
            raise SettingsError(f"{file}, line {number}: no name")
        names = (cell["name"], *(n for n in cell.get("names", "").replace(";", "|").split("|") if n))
        yield Row(
            names,
            _degrees(file, number, cell["lat"], 90),
            _degrees(file, number, cell["lon"], 180),
            cell.get("country", "").upper()[:2] or None,
            cell.get("feature") or "PPL",
            file.name,
            _whole(cell.get("geonames_id", "")),
            cell.get("admin1") or None,
            cell.get("admin2") or None,
            _whole(cell.get("population", "")) or None,
            cell.get("pcode") or None,
        )


def _columns(headers: Iterable[str]) -> dict[str, str]:
    """Our name of each column to the file's own header."""
    given = {header.strip().lower().replace(" ", "_"): header for header in headers}
    return {
        name: given[next(s for s in spellings if s in given)]
        for name, spellings in _HEADERS.items()
        if any(s in given for s in spellings)
    }


def _degrees(file: Path, line: int, text: str, most: int) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not abs(value) <= most:
        raise SettingsError(f"{file}, line {line}: {text!r} is no coordinate in degrees")
    return value


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
