"""The read side of the gazetteer: an immutable SQLite file, opened read-only, one connection a thread."""

import sqlite3
import threading
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from contested.errors import SettingsError
from contested.grounding.gazetteer.build import build, index_path, is_whole
from contested.grounding.gazetteer.folding import fold, loosen, without_article
from contested.grounding.gazetteer.records import LOOSE, MAIN, OTHER, Place

MOST_KEPT = 50_000
"""Keys whose answer a process remembers (about 20 MB); the memory is emptied when it is full."""
MOST_ASKED = 500
"""Keys of one query: SQLite takes at least 999 variables."""
_COLUMNS = (
    "p.number, p.geonames_id, p.name, p.lat, p.lon, p.country, p.admin1, p.admin2, p.feature, p.population, p.source,"
    " p.pcode, n.kind"
)


class Gazetteer:
    """Places by name. Safe to share between threads; a forked or spawned process opens its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._kept: dict[str, tuple[Place, ...]] = {}

    @classmethod
    def open(cls, path: Path | None = None) -> "Gazetteer":
        """The index at `path`, by default the one for the installed sources, which is built if it is not there yet."""
        if path is None:
            path = index_path()
            if not is_whole(path):
                build()
        if not path.exists():
            raise FileNotFoundError(path)
        return cls(path)

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            # immutable: the file is never changed in place (a new build has a new name), so no locks are needed.
            found = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            found.execute("PRAGMA mmap_size=268435456")
            found.execute("PRAGMA cache_size=-4096")
            self._local.connection = found
        return found

    def find(self, keys: Iterable[str]) -> Mapping[str, tuple[Place, ...]]:
        """Places by strict key, or by loose key with a tilde before it; keys that nothing has are left out.

        They come by population, which counts a tenth for places that have the key as another name only.
        """
        asked = set(keys)
        unknown = [key for key in asked if key not in self._kept]
        if len(self._kept) + len(unknown) > MOST_KEPT:
            self._kept.clear()
            unknown = list(asked)
        for begin in range(0, len(unknown), MOST_ASKED):
            self._ask(unknown[begin : begin + MOST_ASKED])
        return {key: self._kept[key] for key in asked if self._kept[key]}

    def _ask(self, keys: list[str]) -> None:
        marks = ",".join("?" * len(keys))
        asked = f"SELECT n.key, {_COLUMNS} FROM name n JOIN place p ON p.number = n.number WHERE n.key IN ({marks})"
        found: dict[str, list[Place]] = {}
        try:
            for key, *cells in self._connection().execute(asked, keys):
                found.setdefault(key, []).append(Place(*cells))
        except sqlite3.DatabaseError as error:
            raise SettingsError(
                f"the gazetteer index {self.path} is damaged ({error}); mend it with: contested gazetteer build --force"
            ) from error
        for key in keys:
            places = sorted(found.get(key, ()), key=_likeliest)
            self._kept[key] = tuple(places)

    def lookup(self, name: str, *, country: str | None = None, limit: int = 20) -> list[Place]:
        """Places of this name, likeliest first (main name, then population), at most `limit`.

        Case, diacritics, hyphens and the Arabic article do not matter. Other romanisations (Qusair for Qusayr) follow
        places that are spelt as asked. `country` (ISO alpha-2) leaves only its places.
        """
        strict = fold(name)
        loose = loosen(strict)
        keys = [strict, without_article(strict), *([f"~{loose}"] if loose else [])]
        found = self.find(keys)
        seen: set[int] = set()
        places = []
        for place in (place for key in keys for place in found.get(key, ())):
            if place.number not in seen and country in (None, place.country):
                seen.add(place.number)
                places.append(place)
        places.sort(key=lambda p: (p.key == LOOSE, p.feature != "PCLI", -(p.population or 0), p.key == OTHER))
        return places[:limit]


def _likeliest(place: Place) -> tuple[float, int]:
    """Sorts by population, which counts a tenth where the key is not the place's main name."""
    return -(place.population or 0) * (1.0 if place.key == MAIN else 0.1), place.number


@cache
def shared() -> Gazetteer:
    """The process's own gazetteer, opened (and if need be built) at first use."""
    return Gazetteer.open()
