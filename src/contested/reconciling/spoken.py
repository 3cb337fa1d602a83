"""Statements that speak of an incident without telling it: "we had nothing to do with it", "the army blamed ...".

A statement goes to the incident whose place its sentence names, else to the only one of its report, else to one told
just before it; a charge "for both" to all of them. A report that tells of no incident itself speaks of the only one of
its story. "The government denies any use of poison gas" speaks of no shooting.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from contested.model.claim import Claim
from contested.reconciling.accounts import means_every_one, says_anything
from contested.reconciling.knowledge import words
from contested.reconciling.places import place_words
from contested.reconciling.reports import Taken
from contested.reconciling.units import COUNTED, Unit, sentence_around
from contested.reconciling.words import terms

NEAR = 150
"""Characters after a happening within which a charge or denial without a place is taken to speak of it."""
SHARED = 2
SPEAKING = frozenset({"speech.accuse", "speech.deny", "speech.responsibility"})
Told = tuple[Unit, Sequence[str]]
"""A unit with the names of all the places of its incident."""


def spoken_of(
    reports: Sequence[Taken], units: Sequence[Unit], clusters: Sequence[Sequence[int]], story: Sequence[int]
) -> list[list[tuple[int, str]]]:
    """For each cluster the statements on it: (report, claim id). `story` gives the story of each report."""
    home = {n: number for number, cluster in enumerate(clusters) for n in cluster}
    told = _told(units, story)
    found: list[list[tuple[int, str]]] = [[] for _ in clusters]
    places = [[place.name for n in cluster if (place := units[n].place) is not None] for cluster in clusters]
    taken = {(unit.report, claim.id) for unit in units for claim in unit.claims}
    for index, own in told.items():
        at = [(units[n], places[home[n]]) for n in own]
        alone = len({home[n] for n in own}) == 1
        text = reports[index].reading.text
        for claim in reports[index].reading.claims:
            if (index, claim.id) not in taken and _speaks(text, claim):
                meant = _meant(index, text, claim, at, alone=alone)
                for cluster in sorted({home[own[n]] for n in meant}):
                    found[cluster].append((index, claim.id))
    return found


def _told(units: Sequence[Unit], story: Sequence[int]) -> dict[int, list[int]]:
    """For each report the units of harm or seizing it tells; for one that tells none those of its story."""
    own: dict[int, list[int]] = defaultdict(list)
    whole: dict[int, list[int]] = defaultdict(list)
    for n, unit in enumerate(units):
        if "harm" in unit.groups or "seizing" in unit.groups:
            own[unit.report].append(n)
            whole[story[unit.report]].append(n)
    found = {index: own.get(index) or whole.get(number, []) for index, number in enumerate(story)}
    found = {index: [n for n in told if units[n].event is not None] or told for index, told in found.items()}
    return {index: told for index, told in found.items() if told}


def _speaks(text: str, claim: Claim) -> bool:
    """Whether a claim speaks of an incident: a charge, a denial, words on the deed, a running total that holds it."""
    if claim.figure is not None:
        return claim.figure.measure in COUNTED and claim.figure.flow == "cumulative"
    if claim.kind != "statement":
        return False
    said = claim.quote.lower()
    if claim.type in SPEAKING or says_anything(said):
        return True
    if any(cue in said for name in ("accusations", "denials") for cue in words(name)):
        return True
    found = terms(sentence_around(text, claim.start, claim.end))
    return any(word in found for word in words("deeds"))


def _meant(index: int, text: str, claim: Claim, units: Sequence[Told], *, alone: bool) -> list[int]:
    """The units that are meant, none where that cannot be told; `alone` where there is one incident only."""
    sentence = sentence_around(text, claim.start, claim.end)
    said = terms(sentence)
    gas = claim.type in SPEAKING and any(word in said for word in words("chemical_words"))
    fitting = [n for n, (unit, _) in enumerate(units) if gas == unit.type.startswith("chemical") or not gas]
    for n in fitting:
        if any(all(word in said for word in place_words(place)) for place in units[n][1]):
            return [n]
    if claim.figure is not None:
        return []
    if claim.type in SPEAKING and means_every_one(sentence):
        return fitting
    fitting = [n for n in fitting if units[n][0].report == index or _shares_words(said, units[n][0])]
    own = [n for n in fitting if units[n][0].report == index]
    before = [n for n in own if units[n][0].start <= claim.start]
    if alone and fitting:
        return before[-1:] or fitting[:1]
    return [n for n in before if claim.start - max(one.end for one in units[n][0].claims) <= NEAR][-1:]


def _shares_words(said: Mapping[str, bool], unit: Unit) -> bool:
    """Whether a sentence of another report shares two words with the happening."""
    return len([word for word in said if " " not in word and word in unit.words]) >= SHARED
