"""When are the talks? Asked where they are announced for one time and put off, or for two different times."""

import datetime as dt
from collections.abc import Iterator, Sequence

from contested.coding.asking.told import Asked, Told
from contested.coding.asking.verdicts import independent
from contested.coding.items import family
from contested.coding.world import World
from contested.model.claim import Claim
from contested.model.question import Verdict

Groups = dict[str | int | float | None, list[Claim]]
_DATES = frozenset({"date", "timetable"})
_NEAR = 2
"""Sentences from a claim about the talks within which a "date" is theirs."""
_LONG_AGO = dt.timedelta(days=31)
_OFF = {"talks.postponed": "postponed", "talks.cancelled": "cancelled"}


def date(told: Told) -> Iterator[Asked]:
    """One question a report: all its planned talks with one place, or none."""
    claims = [c for c in told.claims if family(c.type) == "conference" and c.kind == "diplomacy" and c.polarity == "+"]
    if len({c.place.name for c in claims if c.place is not None}) > 1:
        return
    groups: Groups = {}
    for claim in claims:
        answer = _answer(claim)
        if answer is not None and not _is_past(told.world, claim):
            groups.setdefault(answer, []).append(claim)
    if len(groups) < 2:
        return
    event = next((claim.event for claim in claims if claim.event), None)
    verdict = _verdict(told, groups)
    asked = [claim for group in groups.values() for claim in group]
    if dateless := [claim for claim in told.claims if claim not in asked and _seeks_date(told.world, claim, asked)]:
        groups[None] = dateless
    yield Asked("When are the talks to be held?", "date", event, groups, verdict)


def _is_past(world: World, claim: Claim) -> bool:
    """Whether the day was more than a month ago: other talks."""
    published, last = world.report.published_at, claim.when.high if claim.when else None
    if published is None or last is None:
        return False
    return dt.date.fromisoformat(last) < dt.date.fromisoformat(published) - _LONG_AGO


def _seeks_date(world: World, claim: Claim, asked: Sequence[Claim]) -> bool:
    """Whether the claim is of a date for the talks and gives none ("they met to set a date")."""
    if claim.kind not in ("diplomacy", "statement") or claim.polarity != "+":
        return False
    sought = [t for t in _tokens(world, claim) if world.parsed.lemmas[t] in _DATES and world.parsed.pos[t] == "NOUN"]
    numbers = {world.parsed.sentence_number(_tokens(world, other)[0]) for other in asked}
    return any(abs(world.parsed.sentence_number(token) - number) <= _NEAR for token in sought for number in numbers)


def _tokens(world: World, claim: Claim) -> range:
    return world.parsed.tokens_in(claim.start, claim.end)


def _answer(claim: Claim) -> str | None:
    """The day or month, else that they are put off; None where the claim gives no time."""
    if claim.type == "talks.cancelled":
        return _OFF[claim.type]  # the day, if one is given, is that of the cancelling
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
