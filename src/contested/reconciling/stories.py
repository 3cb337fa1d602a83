"""Stories: which reports tell the same happening, by their words, weighted by rarity, and their days."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from contested.reconciling.linkage import Pair, average_groups
from contested.reconciling.rarity import weighted
from contested.reconciling.words import terms

LEAST = 0.095
"""Average likeness of the reports of a story. Tuned on 772 news reports of 66 happenings, whole and in parts of 40, 100
and 250: .095 to .11 is within .03 of the best in each."""
FLOOR = 0.03
"""A pair less alike counts as not alike at all."""
GLIMPSE = 0.015
"""What their telling terms must give for two reports to be compared in full."""
TELLING = 48
"""Of each report so many of its rarest shared terms bring it together with others to be compared."""
CROWD = 64
"""A term that more reports hold brings nobody together, though it counts where they are compared."""
NEAR_DAYS, FAR_DAYS, FAR = 7, 60, 0.3
"""Up to a week between two reports' days says nothing; likeness falls to three tenths at two months and stays there."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a story is found by: the report's words and its publication day (ISO), None where it is not sure.

    A day that was only found somewhere in the text is often that of another thing: with it .92, without .935.
    """

    text: str
    day: str | None = None


def story_groups(reports: Sequence[Told]) -> list[list[int]]:
    """Groups of indices of two and more reports that tell one happening; the others stand alone."""
    vectors = weighted([terms(report.text) for report in reports])
    days = [_ordinal(report.day) for report in reports]
    likeness: dict[Pair, float] = {}
    for a, b in _candidates(vectors):
        value = _product(vectors[a], vectors[b]) * _nearness(days[a], days[b])
        if value >= FLOOR:
            likeness[a, b] = value
    return average_groups(likeness, least=LEAST)


def _candidates(vectors: Sequence[Mapping[str, float]]) -> Iterator[Pair]:
    """Pairs that have enough in common in their most telling terms alone."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for term in vector:
            holders[term].append(index)
    usable = {term: found for term, found in holders.items() if len(found) <= CROWD}
    for index, vector in enumerate(vectors):
        shared: dict[int, float] = defaultdict(float)
        telling = sorted((-value, term) for term, value in vector.items() if term in usable)[:TELLING]
        for value, term in telling:
            for other in usable[term]:
                if other < index:
                    shared[other] -= value * vectors[other][term]
        yield from ((other, index) for other, value in shared.items() if value >= GLIMPSE)


def _product(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    if len(second) < len(first):
        first, second = second, first
    return math.fsum(value * second[term] for term, value in first.items() if term in second)


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


def _nearness(first: int | None, second: int | None) -> float:
    """1 for reports of about the same days or of unknown ones, less the further they lie apart."""
    if first is None or second is None:
        return 1.0
    beyond = min(max(0, abs(first - second) - NEAR_DAYS), FAR_DAYS - NEAR_DAYS)
    return 1.0 - (1.0 - FAR) * beyond / (FAR_DAYS - NEAR_DAYS)
