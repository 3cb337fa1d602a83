"""The day of a happening that another one is counted from: "shells hit Bor on Friday, two days after a bomb in Lun"."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from contested.coding.predicate import Predicate
from contested.coding.world import World
from contested.model.claim import When
from contested.model.grounding import Time

_DAYS = re.compile(r"P(\d+)D$")
_SIGN = {"after": -1, "before": 1}
_REFERS = frozenset({"it", "this", "that"})


def counted_day(world: World, predicate: Predicate) -> When | None:
    """The day so many days before or after that of the clause above; None where no count or no one day is given."""
    link = _link(world, predicate)
    if link is None:
        return None
    length = _length_before(world, link)
    steps = _DAYS.match(length.value or "") if length is not None else None
    day = _day_above(world, link) if steps else None
    if length is None or steps is None or day is None:
        return None
    try:
        found = (date.fromisoformat(day) + _SIGN[world.parsed.lower(link)] * timedelta(days=int(steps[1]))).isoformat()
    except OverflowError:
        return None
    return When(found, found, "day", "relative", length.id)


def _link(world: World, predicate: Predicate) -> int | None:
    """The "after" or "before" that links the predicate's own clause or noun to what it is counted from."""
    parsed, token = world.parsed, predicate.clause if predicate.clause is not None else predicate.trigger
    for head in dict.fromkeys((token, predicate.trigger)):
        while parsed.deps[head] in ("conj", "relcl") and parsed.heads[head] != head:
            head = parsed.heads[head]
        above = parsed.heads[head]
        if parsed.deps[head] in ("pobj", "pcomp") and parsed.lower(above) in _SIGN:
            return above
        if parsed.deps[head] == "advcl":
            return next((mark for mark in parsed.children(head, "mark") if parsed.lower(mark) in _SIGN), None)
    return None


def _length_before(world: World, link: int) -> Time | None:
    """The length of time that ends right before the word ("two days" of "two days after")."""
    end = world.parsed.ends[link - 1] if link else -1
    return next((t for t in _times(world, link) if t.type == "duration" and t.end == end), None)


def _times(world: World, token: int) -> Iterable[Time]:
    return world.times_in(world.parsed.sentence_of(token).span)


def _day_above(world: World, link: int) -> str | None:
    """The one day of the rest of the sentence, or, where that only says "it came", of the sentence before."""
    parsed = world.parsed
    head = parsed.heads[link] if parsed.deps[link] == "mark" else link
    inside = set(parsed.subtree(head))
    rest = [t for t in _times(world, link) if parsed.head_of(t.start, t.end) not in inside]
    days = _days(rest)
    if not days and _refers_back(world, parsed.heads[head]):
        number = parsed.sentence_number(link)
        days = _days(world.times_in(parsed.sentences[number - 1].span)) if number else set()
    return days.pop() if len(days) == 1 else None


def _days(times: Iterable[Time]) -> set[str]:
    return {time.low for time in times if time.low is not None and time.low == time.high}


def _refers_back(world: World, verb: int) -> bool:
    """Whether the verb's subject is a pronoun that stands for what the sentence before told."""
    subject = world.parsed.child(verb, "nsubj", "nsubjpass")
    return subject is not None and world.parsed.lower(subject) in _REFERS
