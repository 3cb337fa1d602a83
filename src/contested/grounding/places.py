"""Places and nationalities of a report: its names, told from persons and bodies, each with its place on the map."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence

from contested.grounding.capitals import find_capitals
from contested.grounding.gazetteer import Gazetteer, Place
from contested.grounding.gazetteer.index import shared
from contested.grounding.gazetteer.records import LOOSE
from contested.grounding.homes import homes
from contested.grounding.nationalities import nationalities
from contested.grounding.resolve import Settled, sense_of, settle, size
from contested.grounding.surroundings import NO, Surroundings
from contested.grounding.toponyms import Candidate, candidates
from contested.grounding.unplaced import unplaced
from contested.model.grounding import Mention
from contested.model.parse import Parsed
from contested.model.place import PlacePrecision, PlaceRef
from contested.model.report import Report

ENOUGH = 0.3
"""Least evidence (cues of the mention, of the name's other mentions, how well known it is) to call a name a place."""
TOLD = 1.5
"""Least cue that some mention of a name needs to be a place that is only spelled alike."""
PLAIN = 2.3
"""Cue from which a name is a place even where no place of the gazetteer is sure enough to be it."""
_HOST_END = re.compile(r"^(?:https?://)?[\w.-]+\.([a-z]{2,})(?::\d+)?(?:/|$)")
_SOLD = frozenset({"TV", "IO", "CO", "ME", "FM", "AI", "CC", "WS", "TO", "GG", "LY", "AM"})
"""Country endings that are sold to everybody."""
_PRECISION: dict[str, PlacePrecision] = {
    "PCLI": "country", "ADM1": "admin1", "ADM2": "admin2", "STM": "line", "CNL": "line",
}  # fmt: skip


def find_places(report: Report, parsed: Parsed, gazetteer: Gazetteer | None = None) -> tuple[Mention, ...]:
    """Mentions of type place and nationality in the parsed sentences, in text order, ids p1, p2, ...

    A place mention has `place`, or None where the name is used as a place's but no place of the gazetteer fits; its
    `entity` is None. `score` of the place is 0 to 1. Only names count: no pronouns, no "the town". The default
    gazetteer is the process's shared one, built at first use.
    """
    found = candidates(parsed, gazetteer or shared())
    Surroundings(parsed, found).judge(found)
    peoples = [p for p in nationalities(report.text) if _parsed_here(parsed, p[0])]
    settled = settle(found, [country for _, _, country in peoples if country], home_country(report), homes(report.text))
    places = _accepted(parsed, found, settled)
    spans: list[tuple[int, int, PlaceRef | None]] = [(c.start, c.end, ref) for c, ref in places]
    spans += [
        (start, end, None)
        for start, end in unplaced(parsed, {i for c, _ in places for i in range(c.first, c.last + 1)})
    ]
    spans += _capitals(parsed, places, peoples, gazetteer or shared())
    taken = {i for start, end, _ in spans for i in range(start, end)}
    mentions = [Mention("", start, end, "place", None, ref) for start, end, ref in spans]
    mentions += [Mention("", s, e, "nationality") for s, e, _ in peoples if s not in taken and e - 1 not in taken]
    mentions.sort(key=lambda m: (m.start, m.end))
    return tuple(Mention(f"p{n}", m.start, m.end, m.type, None, m.place) for n, m in enumerate(mentions, start=1))


def _capitals(
    parsed: Parsed,
    places: Sequence[tuple[Candidate, PlaceRef | None]],
    peoples: Sequence[tuple[int, int, str | None]],
    gazetteer: Gazetteer,
) -> list[tuple[int, int, PlaceRef | None]]:
    """Places of the capitals that are only described, with a fixed score: which town it is is certain."""
    named = [(start, end, code) for start, end, code in peoples if code]
    named += [(c.start, c.end, r.country) for c, r in places if r and r.country and r.precision == "country"]
    return [
        (start, end, place_ref(place, parsed.text[start:end], 3.0, Settled(place, 3.0, 3.0)))
        for start, end, place in find_capitals(parsed, named, gazetteer)
    ]


def home_country(report: Report) -> str | None:
    """The country of the outlet by the end of its host's name (".ua" gives UA), None where that tells none."""
    match = _HOST_END.search(report.url or "") or _HOST_END.search(report.source or "")
    code = match.group(1).upper() if match else ""
    code = {"UK": "GB"}.get(code, code)
    return code if len(code) == 2 and code not in _SOLD else None


def _parsed_here(parsed: Parsed, start: int) -> bool:
    return len(parsed.tokens_in(start, start + 1)) > 0


def _accepted(
    parsed: Parsed, found: Sequence[Candidate], settled: dict[str, Settled]
) -> list[tuple[Candidate, PlaceRef | None]]:
    """The candidates with enough evidence, each with the sense of its name (None where no sense is sure enough)."""
    cues: dict[str, list[float]] = defaultdict(list)
    for candidate in found:
        cues[candidate.key].append(candidate.cue)
    kept: list[tuple[Candidate, PlaceRef | None]] = []
    for candidate in found:
        sense, best = settled.get(candidate.key), max(cues[candidate.key])
        if sense is None:
            if candidate.cue >= PLAIN and not candidate.loose:
                kept.append((candidate, None))
        elif _enough(candidate, best, sense):
            inner = settled.get(candidate.inside.key) if candidate.inside else None
            place = sense_of(candidate, sense, inner.place if inner else None)
            mention = parsed.text[candidate.start : candidate.end]
            kept.append((candidate, place_ref(place, mention, _evidence(candidate, best, sense), sense)))
    return kept


def _enough(candidate: Candidate, best: float, sense: Settled) -> bool:
    told = best >= TOLD or sense.place.key != LOOSE
    return candidate.cue > NO and told and _evidence(candidate, best, sense) >= ENOUGH


def _evidence(candidate: Candidate, best: float, sense: Settled) -> float:
    known = max(-1.5, min(2.0, 0.8 * (size(sense.place) - 4.5)))
    if sense.place.feature == "PCLI":
        known = 3.0
    return 0.6 * candidate.cue + 0.5 * best + known


def place_ref(place: Place, mention: str, evidence: float, sense: Settled) -> PlaceRef:
    """The contract's reference for a place of the gazetteer."""
    score = 1 / (1 + math.exp(-min(evidence, sense.margin)))
    return PlaceRef(
        place.name,
        place.geonames_id,
        place.lat,
        place.lon,
        place.country,
        place.admin1,
        place.admin2,
        place.pcode,
        place.feature,
        precision_of(place.feature),
        round(score, 2),
        mention,
    )


def precision_of(feature: str) -> PlacePrecision:
    """The contract's precision for a GeoNames feature code."""
    return "town" if feature.startswith("PPL") else _PRECISION.get(feature, "region")
