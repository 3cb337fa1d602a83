"""How fast a large ledger is: fills one with readings made up here, then lists, filters and searches.

    python tools/time_ledger.py 100000 [PLACE]

Prints readings added a second, the size, and the median and longest time of each look-up in milliseconds.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from contested.ledger.book import Ledger
from contested.ledger.view import Filter

TOWNS = [
    f"{a}{b}" for a in ("Bel", "Kar", "Mun", "Tol", "Zer", "Ash") for b in ("ad", "ova", "ira", "un", "esh", "ito")
]
SIDES = ("Northern Army", "River Front", "Coast Guard", "Hill League", "Interior Ministry", "Red Crescent")
DEEDS = (
    ("strike.artillery", "shelled"),
    ("strike.air", "bombed"),
    ("battle.clash", "fought in"),
    ("territory.withdrawal", "left"),
    ("access.denied", "closed the road to"),
    ("detention", "arrested people in"),
)
CLAIMS = 5


def readings(number: int) -> Iterator[dict[str, Any]]:
    """Made-up readings in the contract's shape, the same ones every time."""
    chance = random.Random(1)
    for n in range(number):
        text, claims = "", []
        day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        for c in range(CLAIMS):
            words = _sentence(chance, c)
            claims.append(_claim(chance, f"c{c + 1}", words, len(text), day))
            text += words[0] + " "
        about = {"id": f"r{n}", "source": f"Outlet {chance.randrange(40)}", "url": None, "title": f"Report {n}"}
        report = {**about, "published_at": day, "language": "en", "warnings": []}
        empty: dict[str, Any] = {name: [] for name in ("entities", "mentions", "times", "attributions", "questions")}
        yield {"report": report, "text": text, "blocks": [], **empty, "claims": claims, "events": []}


def _sentence(chance: random.Random, number: int) -> tuple[str, str, str, str]:
    who, town, (type_, deed) = chance.choice(SIDES), chance.choice(TOWNS), chance.choice(DEEDS)
    return f"The {who} {deed} {town} for hour {chance.randrange(10_000)}, witness {number} said.", who, town, type_


def _claim(chance: random.Random, id: str, words: tuple[str, str, str, str], start: int, day: str) -> dict[str, Any]:
    quote, who, town, type_ = words
    where = {"name": town, "country": "XK", "lat": chance.uniform(-60, 60), "lon": chance.uniform(-180, 180)}
    killed = chance.randrange(1, 90)
    return {
        "id": id, "kind": "event", "start": start, "end": start + len(quote), "quote": quote, "type": type_,
        "voices": [{"name": f"Witness {chance.randrange(500)}"}], "stance": "asserts", "polarity": "+",
        "modality": "actual", "roles": {"actor": [{"text": who, "entity": None}]}, "place": where,
        "when": {"low": day, "high": day}, "figure": {"measure": "killed", "low": killed, "high": killed},
        "event": None, "method": "made up", "score": 1.0,
    }  # fmt: skip


def lookups() -> dict[str, Filter]:
    return {
        "list": Filter(),
        "kind and measure": Filter(kind="event", measure="killed"),
        "type": Filter(type="strike.air"),
        "family": Filter(type="strike"),
        "place": Filter(place="Karova"),
        "actor": Filter(actor="River Front"),
        "speaker": Filter(speaker="Witness 77"),
        "outlet": Filter(source="Outlet 7"),
        "one day": Filter(since="2017-03-04", until="2017-03-04"),
        "one year and type": Filter(since="2017-01-01", until="2017-12-31", type="detention"),
        "area": Filter(box=(10, 20, 12, 22)),
        "rare words": Filter(words="hour 4711"),
        "common words": Filter(words="shelled"),
        "common words and place": Filter(words="shelled", place="Karova"),
    }


def main(number: int, place: str) -> None:
    ledger = Ledger(place)
    began = time.perf_counter()
    added = sum(1 for _ in ledger.add(readings(number)))
    spent = time.perf_counter() - began
    size = f", {Path(place).stat().st_size / 1e6:,.0f} MB" if "://" not in place else ""
    print(f"{added:,} readings of {CLAIMS} claims added in {spent:.0f} s: {added / spent:,.0f} a second{size}")
    for name, wanted in lookups().items():
        times = []
        for _ in range(7):
            began = time.perf_counter()
            found = len(ledger.claims(wanted, limit=50))
            times.append(1000 * (time.perf_counter() - began))
        print(f"{name:24} {found:3} found, median {median(times):6.0f} ms, longest {max(times):6.0f} ms")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else f"{folder}/ledger.db")
