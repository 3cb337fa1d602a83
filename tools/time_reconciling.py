"""Time reconciling on made-up reports: seconds for so many claims (docs/performance.md).

    python tools/time_reconciling.py 1000 10000 100000

Each happening is told by about three reports of 60 made-up words and four claims: place, day, toll, voice. With the
claims grow places and happenings; the days stay the same two years.
"""

import random
import sys
import time
from datetime import date, timedelta

from contested.model.claim import Claim, Figure, Voice, When
from contested.model.event import Event
from contested.model.place import PlaceRef
from contested.model.reading import Reading
from contested.model.report import Report
from contested.pipeline import reconcile_claims

CLAIMS, REPORTS_PER_HAPPENING = 4, 3
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def main(sizes: list[int]) -> None:
    for size in sizes:
        rng = random.Random(7)
        readings = list(made(rng, size // CLAIMS))
        start = time.process_time()
        found = reconcile_claims(readings)
        seconds = time.process_time() - start
        print(f"{size} claims, {len(readings)} reports: {seconds:.1f} s, {len(found.events)} events", flush=True)


def made(rng: random.Random, reports: int) -> list[Reading]:
    words = [word(rng, 3) for _ in range(200 + reports // 2)]
    found = []
    while len(found) < reports:
        place = PlaceRef(word(rng, 3).title(), lat=rng.uniform(0, 40), lon=rng.uniform(0, 40), precision="town")
        day = (date(2031, 1, 1) + timedelta(days=rng.randrange(730))).isoformat()
        own = [rng.choice(words) for _ in range(25)]
        for _ in range(min(REPORTS_PER_HAPPENING, reports - len(found))):
            found.append(reading(rng, len(found), place, day, own, words))
    return found


def word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables))


def reading(rng: random.Random, number: int, place: PlaceRef, day: str, own: list[str], words: list[str]) -> Reading:
    toll = rng.choice([3, 4, 9, 30])
    quotes = [
        f"Shells fell on {place.name} at dawn {' '.join(rng.sample(own, 12))}.",
        f"{toll} people were killed, the army said.",
        f"{toll + 9} were wounded {' '.join(rng.sample(own, 8))}.",
        f"{toll + 2} people died, the {word(rng, 2).title()} Front said {' '.join(rng.choices(words, k=20))}.",
    ]
    text, claims = "\n".join(quotes), []
    when = When(day, day, "day", "stated")
    for n, quote in enumerate(quotes):
        start = text.index(quote)
        voices = (Voice("outlet", role="narrator"), Voice("army" if n < 3 else "Front"))
        count = (None, toll, toll + 9, toll + 2)[n]
        figure = Figure("wounded" if n == 2 else "killed", count, count, count) if count else None
        kind, code = ("figure", None) if figure else ("event", "strike.artillery")
        claims.append(
            Claim(f"c{n}", kind, start, start + len(quote), quote, voices, type=code, place=place, when=when)  # type: ignore[arg-type]
            if figure is None
            else Claim(f"c{n}", "figure", start, start + len(quote), quote, voices, figure=figure)
        )
    names = tuple(claim.id for claim in claims)
    event = Event("v1", "strike.artillery", place=place, when=when, claims=names[:1], figures=names[1:])
    report = Report(f"r{number:07}", text, source=f"outlet {number % 50}", published_at=day, published_basis="given")
    return Reading(report=report, text=text, claims=tuple(claims), events=(event,))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
