"""Statements that speak of an incident without telling it: "we had nothing to do with it", "the army blamed ...".

A statement goes to the incident whose place its sentence names, else to the one that its report told last before it.
"""

from collections import defaultdict
from collections.abc import Sequence

from contested.model.claim import Claim
from contested.reconciling.knowledge import words
from contested.reconciling.reports import Taken
from contested.reconciling.same import place_words
from contested.reconciling.units import COUNTED, Unit, sentence_around
from contested.reconciling.words import terms

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
        for claim in reports[index].reading.claims:
            if (index, claim.id) not in taken and _speaks(reports[index].reading.text, claim):
                meant = _meant(reports[index].reading.text, claim, [(units[n], places[home[n]]) for n in own])
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


def _meant(text: str, claim: Claim, units: Sequence[tuple[Unit, Sequence[str]]]) -> int | None:
    said = terms(sentence_around(text, claim.start, claim.end))
    for n, (_, places) in enumerate(units):
        if any(all(word in said for word in place_words(place)) for place in places):
            return n
    if claim.figure is not None:
        return None
    before = [n for n, (unit, _) in enumerate(units) if unit.start <= claim.start]
    return before[-1] if before else 0
