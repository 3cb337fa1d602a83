"""Which of the places that share a name is meant: one sense a name in a report."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from contested.grounding.containers import held_by, holds
from contested.grounding.gazetteer import Place
from contested.grounding.gazetteer.records import LOOSE, MAIN
from contested.grounding.lists import is_peer
from contested.grounding.surroundings import NO
from contested.grounding.toponyms import Candidate

EARTH_KM = 6371.0
NEAR_KM = 150.0
"""Distance at which another place of the report supports a sense by 1/e of what it does next door."""
ANCHOR_KM = 100.0
AROUND_KM = 50.0
"""Distance at which a village is 1/e as likely meant as next door to where the report's other places are."""
PART_KM = 50.0
"""A part of a town lies this near to another place of the report, or it is left unresolved."""
CLEAR = 0.5
"""How far a little-known town must be ahead of its namesakes where nothing in the report tells between them."""
KNOWN = 5.7
"""Towns from 5 x 10^5 people on are known by their other names too, whatever the report is about."""
LITTLE = 5.0
"""Towns below 10^5 people are little known: they need an anchor where the report names other countries."""
VILLAGE = 4.0
VILLAGE_ABROAD, ABROAD = 0.4, 1.5
"""Weight of the countries that a report points to from which a village, or a town, of no other country is believed."""
FAR_KM = 500.0
"""A little-known town this near to another place of the report may lie in a country that is not named."""
SEA_FIRST = 6.0
"""What a sea is ahead of a province of its name ("the Red Sea")."""
OVERSHADOWED = 1.5
"""What a village must have ahead of a city of its name: that its country is named is not enough."""
SEAT = 4.3
"""The seat of a district is known as well as a town of 2 x 10^4 people, where its own number is not given."""
LISTED = 3.0
"""What it says for a country or first-level area that the name stands in lists of such ("Ohio, Utah and Wyoming")."""
SAME_KM = 60.0
TOWN_IN_AREA = 8
"""An area of less than this many times its namesake town's people is usually the town (Aleppo, but not Quebec)."""
MOST_SENSES = 60
_SIZE = {"PCLI": 8.5, "CONT": 9.0, "ADM1": 6.0, "ADM2": 4.0, "PPLC": 6.0, "PPL": 2.0, "PPLX": 2.0}


@dataclass(slots=True)
class Context:
    """What the whole report says about where it is: countries by weight, named first-level areas, settled points."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    areas: set[tuple[str, str]] = field(default_factory=set)
    points: list[tuple[float, float, str, int]] = field(default_factory=list)
    inside: set[tuple[str, str]] = field(default_factory=set)

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
    usual = _SIZE.get(place.feature, 6.0)
    if place.feature == "PCLI" or not place.population:
        return usual
    return max(usual, math.log10(place.population)) if place.feature == "PPLC" else math.log10(place.population)


@dataclass(slots=True)
class Settled:
    """The sense chosen for a name: its score and how far it is ahead of the second best."""

    place: Place
    score: float
    margin: float


def settle(
    found: Sequence[Candidate], demonyms: Iterable[str], home: str | None = None, homes: Iterable[str] = ()
) -> dict[str, Settled]:
    """The best sense of every name of the report (by key); names without any allowed sense are left out.

    `demonyms` are the countries whose people are named, `home` is the outlet's country; both only weigh. `homes` are
    those of the parties named, which count where no country or people is.
    """
    by_key: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        if candidate.cue > NO:
            by_key[candidate.key].append(candidate)
    context = Context()
    for country in demonyms:
        context.countries[country] += 0.5
    if home:
        context.countries[home] += 1.0
    _countries_and_areas(by_key, context)
    if not context.countries:
        context.countries.update(dict.fromkeys(homes, 0.5))
    settled: dict[str, Settled] = {}
    for _ in range(2):
        settled = {}
        for key, mentions in by_key.items():
            best = _best(key, mentions, context)
            if best:
                settled[key] = best
        context.points = [
            (s.place.lat, s.place.lon, key, len(by_key[key]))
            for key, s in settled.items()
            if s.place.lat is not None and s.place.lon is not None and s.place.feature not in ("PCLI", "CONT")
            if s.margin > 0.5 and not unsure(s.place) and _likely(by_key[key], s)
        ]
        points = {point[2] for point in context.points}
        context.inside = {
            (s.place.country or "", s.place.admin1 or "")
            for key, s in settled.items()
            if key in points and s.place.feature != "ADM1"
        }
    return settled


def unsure(place: Place) -> bool:
    """Whether a sense needs an anchor and gives none: a village, or a name that is only spelled alike."""
    return place.key == LOOSE or (place.source == "whosonfirst" and place.feature.startswith("PPL"))


def _alias(place: Place, senses: Sequence[Place]) -> bool:
    """Whether the name is another name of a little-known place, which without an anchor is too little to go by.

    A town after which its area is named is known by that name, however the gazetteer spells it.
    """
    if place.key == MAIN or not place.feature.startswith("PPL") or size(place) >= KNOWN:
        return False
    return not any(p.feature == "ADM1" and p.key == MAIN and same_area(p, place) for p in senses)


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
    place = scored[0][2]
    if margin < CLEAR and size(place) < KNOWN and not _anchored(place, mentions, context, _near(key, place, context)):
        return None
    return Settled(place, scored[0][0], margin)


def _anchored(place: Place, mentions: Sequence[Candidate], context: Context, near: float) -> bool:
    """Whether the report names the place's country, an area or country that holds it after a comma, or a place near."""
    named = context.countries.get(place.country or "", 0.0) >= 0.5
    return named or _held(place, mentions) or near > math.exp(-ANCHOR_KM / NEAR_KM)


def _score(key: str, place: Place, mentions: Sequence[Candidate], context: Context) -> float:
    near, held = _near(key, place, context), _held(place, mentions)
    if size(place) < LITTLE and all(m.part for m in mentions) and near < math.exp(-PART_KM / NEAR_KM):
        return NO
    anchored = _anchored(place, mentions, context, near)
    if (unsure(place) or _alias(place, mentions[0].senses)) and not anchored:
        return NO
    if _stranger(place, anchored or near > math.exp(-FAR_KM / NEAR_KM), context):
        return NO
    score = (
        0.6 * max(size(place), SEAT if _is_seat(place, mentions[0].senses) else 0.0)
        + (0.5 if place.key == MAIN else 0.0)
        - (1.0 if place.key == LOOSE else 0.0)
    )
    score += 2.0 * context.share(place.country) + (0.5 if context.countries.get(place.country or "") else 0.0)
    if place.feature != "ADM1" and (place.country or "", place.admin1 or "") in context.areas:
        score += 1.5
    score += LISTED * sum(is_peer(place, m) for m in mentions) / len(mentions)
    score += 1.5 * near + 3.0 * _around(key, place, context) + (4.0 if held else 0.0)
    if unsure(place) and any(size(p) >= LITTLE and p.feature != "PCLI" for p in mentions[0].senses[:MOST_SENSES]):
        score -= OVERSHADOWED
    return score + _large(place, mentions, context) + _kind(place, mentions)


def _is_seat(place: Place, senses: Sequence[Place]) -> bool:
    """Whether a district bears the place's name: then it is that district's seat, and known in its country."""
    if not place.feature.startswith("PPL") or place.key == LOOSE:
        return False
    return any(p.feature == "ADM2" and p.key != LOOSE and same_area(p, place) for p in senses[:MOST_SENSES])


def _stranger(place: Place, anchored: bool, context: Context) -> bool:
    """Whether a little-known place lies in a country that a report about other countries never names.

    For a village one capital is enough to say which country the report is about; for a town more must.
    """
    others = sum(context.countries.values())
    return not anchored and size(place) < LITTLE and others >= (VILLAGE_ABROAD if size(place) < VILLAGE else ABROAD)


def _large(place: Place, mentions: Sequence[Candidate], context: Context) -> float:
    """For countries and first-level areas, which distance cannot support: what lies inside them is named too."""
    if place.key == LOOSE or place.feature not in ("PCLI", "ADM1"):
        return 0.0
    if place.feature == "ADM1" and _town_meant(place, mentions[0].senses):
        return -1.0
    score = 2.0 if place.key == MAIN and size(place) > 5.7 else 0.0
    if any(m.inside and any(holds(place, inner) for inner in m.inside.senses if inner.key == MAIN) for m in mentions):
        score += 1.5
    if place.feature == "ADM1" and (place.country or "", place.admin1 or "") in context.inside:
        score += 1.5
    return score


def _town_meant(area: Place, senses: Sequence[Place]) -> bool:
    """Whether the area is named after a town of it that is not much smaller: then the bare name is the town's."""
    return any(_named_after(area, town) for town in senses if town.feature.startswith("PPL"))


def _named_after(area: Place, town: Place) -> bool:
    if town.key == LOOSE and area.feature != "ADM2":
        return False
    if town.feature == "PPLC" and town.country == area.country:
        return True
    large = area.feature == "ADM2" or TOWN_IN_AREA * 10 ** size(town) > 10 ** size(area)
    return large and same_area(area, town)


def same_area(one: Place, other: Place) -> bool:
    """Whether two places that share a name lie in one first-level area (or, of no known one, within 60 km)."""
    if one.country != other.country:
        return False
    if one.admin1 and other.admin1 and one.admin1 == other.admin1:
        return True
    if None in (one.lat, one.lon, other.lat, other.lon):
        return False
    return kilometres((one.lat or 0.0, one.lon or 0.0), (other.lat or 0.0, other.lon or 0.0)) < SAME_KM


def sense_of(mention: Candidate, settled: Settled, held: Place | None) -> Place:
    """The place of one mention: the name's place, or its area or town of the same name where a word says so.

    `held` is the place of the name before the comma in "Paris, Texas": the mention is then what holds it.
    """
    place = settled.place
    if not is_peer(place, mention) and (listed := [p for p in mention.senses[:MOST_SENSES] if is_peer(p, mention)]):
        return listed[0]
    others = [p for p in mention.senses[:MOST_SENSES] if p.key != LOOSE or place.key == LOOSE]
    if held:
        return next((p for p in others if holds(p, held)), place)
    if place.feature.startswith("PPL") and (mention.container or mention.land) and not held_by(mention, place):
        place = next((p for p in others if p.feature.startswith("PPL") and held_by(mention, p)), place)
    if mention.level is not None and not place.feature.startswith("ADM"):
        order = [f"ADM{mention.level}"] if mention.level else []
        areas = [p for f in (*order, "ADM1", "ADM2") for p in others if p.feature == f and same_area(p, place)]
        return areas[0] if areas else place
    if mention.town and place.feature.startswith("ADM"):
        return next((p for p in others if p.feature.startswith("PPL") and same_area(p, place)), place)
    return place


def _held(place: Place, mentions: Sequence[Candidate]) -> bool:
    return any(held_by(m, place) for m in mentions)


def _near(key: str, place: Place, context: Context) -> float:
    """Support by the nearest other settled place, 0 to 1."""
    if place.lat is None or place.lon is None or place.feature in ("PCLI", "CONT"):
        return 0.0
    here = (place.lat, place.lon)
    away = [kilometres(here, (lat, lon)) for lat, lon, other, _ in context.points if other != key]
    return math.exp(-min(away) / NEAR_KM) if away else 0.0


def _around(key: str, place: Place, context: Context) -> float:
    """How much of the report happens around a village: the share of its placed mentions, fading with distance."""
    if place.lat is None or place.lon is None or not unsure(place):
        return 0.0
    here = (place.lat, place.lon)
    others = [(kilometres(here, (lat, lon)), count) for lat, lon, other, count in context.points if other != key]
    total = sum(count for _, count in others)
    return sum(count * math.exp(-away / AROUND_KM) for away, count in others) / total if total else 0.0


def _kind(place: Place, mentions: Sequence[Candidate]) -> float:
    """What kind words beside the name say; without one a town is likelier than the area named after it, and a sea
    than the province on its shore."""
    if place.feature == "SEA" and all(m.level is None for m in mentions):
        return SEA_FIRST
    if place.feature.startswith("ADM"):
        told = [m.level for m in mentions if m.level is not None]
        if told and len(told) * 2 > len(mentions):
            return 2.0 if told[0] in (0, int(place.feature[3])) else 0.5
        if place.feature == "ADM2" and _town_meant(place, mentions[0].senses):
            return -2.5
    if any(m.town for m in mentions):
        return 1.5 if place.feature.startswith("PPL") else -0.5
    return -0.4 if place.feature == "ADM1" and place.country != "US" else 0.0
