"""Who were the dead? Asked where one voice calls civilians whom another calls fighters."""

from collections.abc import Iterator

from contested.coding import parties
from contested.coding.asking import comparable
from contested.coding.asking.labels import where
from contested.coding.asking.told import Asked, Told
from contested.model.claim import Claim

Groups = dict[str | int | float | None, list[Claim]]
_KINDS = {"civilians": "civilians", "children": "civilians", "women": "civilians", "combatants": "fighters"}


def target(told: Told) -> Iterator[Asked]:
    """One question an event at most: the same number of dead, of opposite kinds, by different parties."""
    for event in told.events:
        groups: Groups = {}
        for claim in (told.by_id[c] for c in event.figures if c in told.by_id):
            kind = _KINDS.get(claim.figure.category or "") if claim.figure else None
            if kind and claim.figure and claim.figure.measure == "killed" and not comparable.refuses(claim):
                groups.setdefault(kind, []).append(claim)
        if len(groups) == 2 and _same_dead(told, *groups.values()):
            yield Asked(f"Who were those killed{where(event)}?", "target", event.id, groups, "contested")


def _same_dead(told: Told, first: list[Claim], second: list[Claim]) -> bool:
    """Whether different parties speak of as many dead: other numbers may be of other people."""
    if parties.parties(told.world, first) & parties.parties(told.world, second):
        return False
    numbers = {c.figure.low for c in first if c.figure}
    return bool(numbers & {c.figure.low for c in second if c.figure})
