"""Statements that speak of an incident without telling it: "we had nothing to do with it", "the army blamed ...".

A statement goes to the incident whose place its sentence names, else to the only one of its report, else to one told
just before it. "The government denies any use of poison gas" speaks of no shooting.
"""

from collections import defaultdict
from collections.abc import Sequence

from contested.model.claim import Claim
from contested.reconciling.knowledge import words
from contested.reconciling.places import place_words
from contested.reconciling.reports import Taken
from contested.reconciling.units import COUNTED, Unit, sentence_around
from contested.reconciling.words import terms

NEAR = 150
"""Characters after a happening within which a charge or denial without a place is taken to speak of it."""
SPEAKING = frozenset({"speech.accuse", "speech.deny", "speech.responsibility"})


def spoken_of(
    reports: Sequence[Taken], units: Sequence[Unit], clusters: Sequence[Sequence[int]]
) -> list[list[tuple[int, str]]]:
    """For each cluster the statements on it: (report, claim id)."""
    home = {n: number for number, cluster in enumerate(clusters) for n in cluster}
    told: dict[int, list[int]] = defaultdict(list)
    for n, unit in enumerate(units):
        if "harm" in unit.groups or "seizing" in unit.groups:
            told[unit.report].append(n)
    found: list[list[tuple[int, str]]] = [[] for _ in clusters]
    places = [[place.name for n in cluster if (place := units[n].place) is not None] for cluster in clusters]
    taken = {(unit.report, claim.id) for unit in units for claim in unit.claims}
    for index, own in told.items():
        at = [(units[n], places[home[n]]) for n in own]
        alone = len({home[n] for n in own}) == 1
        for claim in reports[index].reading.claims:
            if (index, claim.id) not in taken and _speaks(reports[index].reading.text, claim):
                meant = _meant(reports[index].reading.text, claim, at, alone=alone)
                if meant is not None:
                    found[home[own[meant]]].append((index, claim.id))
    return found


def _speaks(text: str, claim: Claim) -> bool:
    """Whether a claim speaks of an incident: a charge, a denial, words on the deed, a running total that holds it."""
    if claim.figure is not None:
        return claim.figure.measure in COUNTED and claim.figure.flow == "cumulative"
    if claim.kind != "statement":
        return False
    if claim.type in SPEAKING:
        return True
    found = terms(sentence_around(text, claim.start, claim.end))
    return any(word in found for word in words("deeds"))


def _meant(text: str, claim: Claim, units: Sequence[tuple[Unit, Sequence[str]]], *, alone: bool) -> int | None:
    """The unit that is meant, None where that cannot be told; `alone` where the report tells of one incident only."""
    said = terms(sentence_around(text, claim.start, claim.end))
    gas = any(word in said for word in words("chemical_words"))
    fitting = [n for n, (unit, _) in enumerate(units) if gas == unit.type.startswith("chemical") or not gas]
    for n in fitting:
        if any(all(word in said for word in place_words(place)) for place in units[n][1]):
            return n
    if claim.figure is not None:
        return None
    before = [n for n in fitting if units[n][0].start <= claim.start]
    if alone and fitting:
        return before[-1] if before else fitting[0]
    near = [n for n in before if claim.start - max(one.end for one in units[n][0].claims) <= NEAR]
    return near[-1] if near else None
