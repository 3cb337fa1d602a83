"""When are the talks? Asked where they are announced for one time and put off, or for two different times."""

from collections.abc import Iterator

from contested.coding.asking.told import Asked, Told
from contested.coding.asking.verdicts import independent
from contested.coding.items import family
from contested.model.claim import Claim
from contested.model.question import Verdict

Groups = dict[str | int | float | None, list[Claim]]
_OFF = {"talks.postponed": "postponed", "talks.cancelled": "cancelled"}


def date(told: Told) -> Iterator[Asked]:
    """One question a report: all its planned talks with one place, or none."""
    claims = [c for c in told.claims if family(c.type) == "conference" and c.kind == "diplomacy" and c.polarity == "+"]
    if len({c.place.name for c in claims if c.place is not None}) > 1:
        return
    groups: Groups = {}
    for claim in claims:
        answer = _answer(claim)
        if answer is not None:
            groups.setdefault(answer, []).append(claim)
    if len(groups) < 2:
        return
    event = next((claim.event for claim in claims if claim.event), None)
    yield Asked("When are the talks to be held?", "date", event, groups, _verdict(told, groups))


def _answer(claim: Claim) -> str | None:
    """The day or month, else that they are put off; None where the claim gives no time."""
    when = claim.when
    stated = when is not None and when.time is not None and when.basis != "event"
    if when is None or not stated or when.low is None or when.high is None:
        return _OFF.get(claim.type or "")
    if when.low == when.high:
        return when.low
    return when.low[:7] if when.low[:7] == when.high[:7] else f"{when.low} to {when.high}"


def _verdict(told: Told, groups: Groups) -> Verdict:
    """What is put off may well be held later, so only different days by different parties contradict each other."""
    dated = {value: group for value, group in groups.items() if value not in _OFF.values()}
    return "contested" if len(dated) > 1 and len(independent(told.world, dated)) > 1 else "variance"
