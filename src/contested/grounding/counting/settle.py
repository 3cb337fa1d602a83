"""Drafts of counts, and what only the whole report settles: who of the shot died, doubles, one victim among several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from contested.grounding.counting.measures import Trigger
from contested.grounding.counting.numbers import Bound
from contested.grounding.counting.who import Group
from contested.model.claim import Measure
from contested.model.text import Span

SOON = 1_500
"""Code points over which "the other two" are of a total told of before: about ten sentences."""
_AGAIN = frozenset({"the", "both", "these", "those"})
WORDY = frozenset({"killed", "wounded", "hit", "hurt", "casualties", "abducted", "captured", "detained", "missing"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A count before it becomes a Counted: `part` marks a subset, `who` is the counted noun phrase, `head` its
    noun, `names` the names in it, `listed` the groups put together, `rule` the way it was found."""

    span: Span
    number: Span
    trigger: Trigger
    measure: str
    group: Group
    value: int | float | str
    low: Bound
    high: Bound
    noun_phrase: Span
    rule: str
    approx: bool = False
    who: str = ""
    head: str = ""
    names: frozenset[str] = frozenset()
    listed: tuple[str, ...] = ()
    part: bool = False
    negated: bool = False


def settled(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts of one report in text order without doubles, measures resolved, single victims of several as parts."""
    kept = _without_doubles(_resolved(list(drafts)))
    return sorted(_single_as_part(kept), key=lambda d: (d.span.start, d.number.start, d.measure))


def _resolved(drafts: Sequence[Draft]) -> list[Draft]:
    """Shot people are wounded, unless the report tells of dead: then they are casualties, killed or wounded.

    The same holds for one person taken away with a wound who may be one of the dead; several such are wounded.
    """
    dead = [d for d in drafts if d.measure == "killed" and not d.negated and d.value != 0]
    return [replace(d, measure=_measure_of(d, dead)) if d.measure in ("hit", "hurt") else d for d in drafts]


def _measure_of(draft: Draft, dead: Sequence[Draft]) -> Measure:
    if draft.measure == "hit":
        return "casualties" if dead else "wounded"
    if any(d.low == draft.low and d.low != 1 for d in dead):
        return "casualties"
    return "casualties" if dead and draft.group.one and _maybe_among(draft, dead) else "wounded"


def _maybe_among(draft: Draft, dead: Sequence[Draft]) -> bool:
    """Whether one victim may be one of the report's dead: a pronoun, "the" victim, a name or noun told of the dead."""
    start = draft.who.lower()
    if start.startswith(("another ", "a second ", "one other ")):
        return False
    if start.startswith("the ") or (" " not in start and not draft.names):
        return True
    named = {name for d in dead for name in d.names}
    if draft.names:
        return bool(draft.names & named) or not named
    return any(draft.head == d.head or (d.group.one and d.names and not draft.head.endswith("s")) for d in dead)


def _without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """One count for a number and measure; a noun's own measure (refugees) gives way to what a verb says of them."""
    kept: list[Draft] = []
    by_verb = {d.number for d in drafts if d.trigger.frame != "people"}
    seen: set[tuple[Span, str]] = set()
    for draft in drafts:
        if draft.trigger.frame == "people" and draft.number in by_verb:
            continue
        if (draft.number, draft.measure) in seen:
            continue
        seen.add((draft.number, draft.measure))
        kept.append(draft)
    return kept


def _single_as_part(drafts: Sequence[Draft]) -> list[Draft]:
    """Where the report counts two or more, one victim told of by name, or after them, is one of them and no total.

    So are fewer of them taken up again ("the other two", "both men"), soon after.
    """
    totals: dict[str, list[Draft]] = {}
    for draft in drafts:
        if not draft.part and not draft.group.one and isinstance(draft.low, int) and draft.low >= 2:
            totals.setdefault(draft.measure, []).append(draft)
    return [replace(d, part=d.part or _is_of(d, totals.get(d.measure, ()))) for d in drafts]


def _is_of(draft: Draft, totals: Sequence[Draft]) -> bool:
    """Whether the counted belong to one of the report's totals."""
    if draft.group.one:
        return _one_of(draft, min((t.span.start for t in totals), default=None))
    words = draft.who.lower().split()
    again = bool(words) and (words[0] in _AGAIN or "other" in words[:3] or "others" in words[:3])
    condition = draft.measure == "wounded" and draft.trigger.frame == "state"  # "two are in critical condition"
    return (again or condition) and any(_holds(total, draft) for total in totals)


def _holds(total: Draft, draft: Draft) -> bool:
    """Whether a total told of shortly before is the greater one."""
    greater = isinstance(draft.low, int) and isinstance(total.low, int) and draft.low < total.low
    return greater and 0 < draft.span.start - total.span.start <= SOON


def _one_of(draft: Draft, total: int | None) -> bool:
    """Whether a single victim belongs to a total that is first told of at `total`; a new one before it does not."""
    if total is None or not draft.group.one or draft.value != 1:
        return False
    return total < draft.span.start or not draft.who.lower().startswith(("a ", "an "))
