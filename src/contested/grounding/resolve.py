"""Which of the places that share a name is meant: one sense a name in a report."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from contested.grounding.gazetteer import Place
from contested.grounding.gazetteer.records import LOOSE, MAIN
from contested.grounding.surroundings import NO, holds
from contested.grounding.toponyms import Candidate

EARTH_KM = 6371.0
NEAR_KM = 150.0
"""Distance at which another place of the report supports a sense by 1/e of what it does next door."""
ANCHOR_KM = 100.0
MOST_SENSES = 60
_SIZE = {"PCLI": 8.5, "CONT": 9.0, "ADM1": 6.0, "ADM2": 4.0, "PPLC": 6.0, "PPL": 2.0}


@dataclass(slots=True)
class Context:
    """What the whole report says about where it is: countries by weight, named first-level areas, settled points."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    areas: set[tuple[str, str]] = field(default_factory=set)
    points: list[tuple[float, float, str]] = field(default_factory=list)

    def share(self, country: str | None) -> float:
        """The country's part of all that points to countries, 0 to 1."""
        total = sum(self.countries.values())
        return self.countries.get(country or "", 0.0) / total if total else 0.0


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance on a sphere of two points (lat, lon) in degrees (haversine formula)."""
    (lat, lon), (lat2, lon2) = a, b
    half = math.radians(1) / 2
    x = math.sin((lat2 - lat) * half) ** 2
    x += math.cos(math.radians(lat)) * math.cos(math.radians(lat2)) * math.sin((lon2 - lon) * half) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(x)))


def size(place: Place) -> float:
    """How well known a place is: the decimal logarithm of its population, or what its kind usually has."""
    least = _SIZE.get(place.feature, 6.0)
    if place.feature.startswith("PPL") and place.feature != "PPLC":
        return math.log10(place.population) if place.population else least
    return max(least, math.log10(place.population)) if place.population and place.feature != "PCLI" else least


@dataclass(slots=True)
class Settled:
    """The sense chosen for a name: its score and how far it is ahead of the second best."""

    place: Place
    score: float
    margin: float


def settle(found: Sequence[Candidate], demonyms: Iterable[str]) -> dict[str, Settled]:
    """The best sense of every name of the report (by key); names without any allowed sense are left out."""
    by_key: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        if candidate.cue > NO:
            by_key[candidate.key].append(candidate)
    context = Context()
    for country in demonyms:
        context.countries[country] += 0.5
    _countries_and_areas(by_key, context)
    settled: dict[str, Settled] = {}
    for _ in range(2):
        settled = {}
        for key, mentions in by_key.items():
            best = _best(key, mentions, context)
            if best:
                settled[key] = best
        context.points = [
            (s.place.lat, s.place.lon, key)
            for key, s in settled.items()
            if s.place.lat is not None and s.place.lon is not None and s.place.feature not in ("PCLI", "CONT")
            if s.margin > 0.5 and _likely(by_key[key], s)
        ]
    return settled


def _likely(mentions: Sequence[Candidate], settled: Settled) -> bool:
    return max(m.cue for m in mentions) > 0.4 or size(settled.place) > 5.5


def _countries_and_areas(by_key: dict[str, list[Candidate]], context: Context) -> None:
    """Countries and first-level areas that the report names, also as containers."""
    for mentions in by_key.values():
        senses = mentions[0].senses
        weight = min(3, len(mentions))
        nations = [p for p in senses if p.feature == "PCLI" and p.key != LOOSE]
        firsts = [p for p in senses if p.feature == "ADM1" and p.key == MAIN and size(p) > 5.5]
        for place in nations:
            context.countries[place.country or ""] += weight / (2.0 if firsts else 1.0)
        for place in firsts:
            context.areas.add((place.country or "", place.admin1 or ""))
            if place.country == "US" or not any(p.feature == "PPL" for p in senses):
                context.countries[place.country or ""] += weight / (2.0 if nations else 1.0)
        cities = [p for p in senses if p.feature.startswith("PPL") and size(p) > 5.5 and p.key == MAIN]
        if len(cities) == 1:
            context.countries[cities[0].country or ""] += 0.4 * weight
        for mention in mentions:
            for outer in mention.container.senses if mention.container else ():
                context.areas.add((outer.country or "", outer.admin1 or ""))


def _best(key: str, mentions: Sequence[Candidate], context: Context) -> Settled | None:
    scored = sorted(
        (
            (_score(key, place, mentions, context), -n, place)
            for n, place in enumerate(mentions[0].senses[:MOST_SENSES])
        ),
        reverse=True,
        key=lambda item: item[:2],
    )
    scored = [item for item in scored if item[0] > NO]
    if not scored:
        return None
    margin = scored[0][0] - scored[1][0] if len(scored) > 1 else 3.0
    return Settled(scored[0][2], scored[0][0], margin)


def _score(key: str, place: Place, mentions: Sequence[Candidate], context: Context) -> float:
    near, held = _near(key, place, context), _held(place, mentions)
    unsure = place.key == LOOSE or (place.source == "whosonfirst" and place.feature == "PPL")
    anchored = held or context.countries.get(place.country or "", 0.0) >= 0.5 or near > math.exp(-ANCHOR_KM / NEAR_KM)
    if unsure and not anchored:
        return NO
    score = 0.6 * size(place) + (0.5 if place.key == MAIN else 0.0) - (1.0 if place.key == LOOSE else 0.0)
    score += 2.0 * context.share(place.country) + (0.5 if context.countries.get(place.country or "") else 0.0)
    if place.feature != "ADM1" and (place.country or "", place.admin1 or "") in context.areas:
        score += 1.5
    score += 1.5 * near + (4.0 if held else 0.0)
    return score + _kind(place, mentions)


def _held(place: Place, mentions: Sequence[Candidate]) -> bool:
    return any(holds(outer, place) for m in mentions if m.container for outer in m.container.senses)


def _near(key: str, place: Place, context: Context) -> float:
    """Support by the nearest other settled place, 0 to 1."""
    if place.lat is None or place.lon is None or place.feature in ("PCLI", "CONT"):
        return 0.0
    here = (place.lat, place.lon)
    away = [kilometres(here, (lat, lon)) for lat, lon, other in context.points if other != key]
    return math.exp(-min(away) / NEAR_KM) if away else 0.0


def _kind(place: Place, mentions: Sequence[Candidate]) -> float:
    """What a kind word beside the name says; without one a town is likelier than the area named after it."""
    level = next((m.level for m in mentions if m.level is not None), None)
    if level is not None and place.feature.startswith("ADM"):
        return 2.0 if level in (0, int(place.feature[3])) else 0.5
    if any(m.town for m in mentions):
        return 1.5 if place.feature.startswith("PPL") else -0.5
    return -0.4 if place.feature == "ADM1" and place.country != "US" else 0.0
