"""Counts that may be of the same people or not: shown beside each other, never added, never called a contradiction."""

from collections.abc import Iterable, Iterator, Sequence

from contested.coding.asking.comparable import contradict
from contested.coding.asking.told import Told
from contested.coding.asking.verdicts import independent
from contested.model.claim import Claim

LARGE = 100
"""The least number that is one of a whole battle or siege: a report gives many small ones, of one incident each."""
Counted = tuple[str, list[Claim]]


def unlike(told: Told, alone: Sequence[Counted]) -> Iterator[Counted]:
    """Large counts of the same people, of no happening of their own but perhaps one, by two voices, together."""
    for who in dict.fromkeys(name for name, _ in alone):
        claims = [c for name, group in alone if name == who for c in group if _low(c) >= LARGE]
        homes = {c.event for c in claims if _has_home(told, c)}
        numbers = {(_low(c), c.figure.high) for c in claims if c.figure}
        apart = any(contradict(told, a, b) for n, a in enumerate(claims) for b in claims[n + 1 :])
        if len(numbers) > 1 and len(homes) < 2 and not apart and len(independent(told.world, {None: claims})) > 1:
            yield who, claims


def _low(claim: Claim) -> float:
    figure = claim.figure
    return (figure.low or figure.high or 0) if figure else 0


def _has_home(told: Told, claim: Claim) -> bool:
    event = told.event_of(claim)
    return event is not None and event.type != "casualties"


def needs(told: Told, counts: Iterable[Claim]) -> list[Claim]:
    """What the same voices say that those counted lack ("hundreds of wounded who get no treatment")."""
    return [
        claim
        for claim in told.claims
        if claim.kind == "need"
        and any(c.start >= claim.start and c.end <= claim.end and c.voices == claim.voices for c in counts)
    ]
