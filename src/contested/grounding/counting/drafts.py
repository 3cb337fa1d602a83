"""One sentence's counts: triggers and numbers brought together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contested.grounding.counting.clause import clause_span, group_span
from contested.grounding.counting.happened import negated, unreal
from contested.grounding.counting.measures import Trigger, cues
from contested.grounding.counting.numbers import Number
from contested.grounding.counting.parts import groups_of, subsets, whole_of
from contested.grounding.counting.roles import counted
from contested.grounding.counting.settle import WORDY, Draft
from contested.grounding.counting.who import Group, category_of, names_person
from contested.model.parse import Parsed, Sentence
from contested.model.text import Span

HARMS = ("killed", "wounded", "hit", "hurt", "casualties")
ANYONE = (
    "anyone",
    "anybody",
    "person",
    "people",
    "casualties",
    "injuries",
    "deaths",
    "casualty",
    "injury",
    "soul",
    "civilians",
)
PEOPLE_FIRST = frozenset(
    {"captured", "surrendered", "detained", "abducted", "displaced", "refugees", "affected", "missing", "population"}
)
FEWEST_FLEEING = 10
"""Fewer people than this who "fled" left a crime scene as often as a home (bench `counts`): they are left out."""


def drafts_of(
    parsed: Parsed, sentence: Sentence, triggers: Sequence[Trigger], numbers: Sequence[Number]
) -> list[Draft]:
    """The drafts of a sentence's triggers, then the subsets that inherit the measure of the count before them."""
    found: list[Draft] = []
    for trigger in triggers:
        if not unreal(parsed, trigger):
            found += _of_trigger(parsed, trigger, numbers)
    return found + list(_subset_drafts(parsed, sentence, found, numbers))


def _of_trigger(parsed: Parsed, trigger: Trigger, numbers: Sequence[Number]) -> Iterator[Draft]:
    if negated(parsed, trigger):
        yield from _none(parsed, trigger, numbers)
        return
    for head in counted(parsed, trigger, numbers):
        groups = [g for g in groups_of(parsed, head, numbers) if _fits(parsed, trigger, g)]
        total = whole_of(groups)
        if total is not None:
            yield _whole(parsed, trigger, groups, total)
        for group in groups:
            draft = _draft(parsed, trigger, group)
            if draft is not None:
                yield _part(draft) if total is not None or len(groups) > 1 else draft


def _part(draft: Draft) -> Draft:
    return replace(draft, part=True)


def _draft(parsed: Parsed, trigger: Trigger, group: Group) -> Draft | None:
    """The draft of one group; None for a bare plural with a measure that needs a number."""
    phrase = group_span(parsed, group)
    span = clause_span(parsed, trigger, group)
    noun = group.head if group.noun is None else group.noun
    if group.number is None:
        if trigger.measure not in WORDY:
            return None
        at = Span(parsed.starts[noun], parsed.ends[noun])
        value: int | str = 1 if group.one else parsed.word(noun)
        bound = 1 if group.one else None
        if not group.one and trigger.frame in ("people", "body"):
            return None
        rule = "singular" if group.one else "plural"
        return Draft(
            span, at, trigger, trigger.measure, group, value, bound, bound, phrase, f"counts.{trigger.frame}.{rule}"
        )
    number = group.number
    at = Span(number.start, number.end)
    rule = f"counts.{trigger.frame}.number"
    return Draft(
        span, at, trigger, trigger.measure, group, number.value, number.low, number.high, phrase, rule, number.approx
    )


def _whole(parsed: Parsed, trigger: Trigger, groups: Sequence[Group], total: int) -> Draft:
    """One count for "a woman and her two sons": they were killed together, so three were killed."""
    phrases = [group_span(parsed, g) for g in groups]
    clauses = [clause_span(parsed, trigger, g) for g in groups]
    phrase = Span(min(p.start for p in phrases), max(p.end for p in phrases))
    span = Span(min(c.start for c in clauses), max(c.end for c in clauses))
    return Draft(span, phrase, trigger, trigger.measure, groups[0], total, total, total, phrase, "counts.coordination")


def _none(parsed: Parsed, trigger: Trigger, numbers: Sequence[Number]) -> Iterator[Draft]:
    """ "Did not hurt anyone" is a count of none; "did not kill the three" is a negated count of three."""
    for head in [*counted(parsed, trigger, numbers), trigger.anchor]:
        if parsed.lower(head) in ANYONE and trigger.measure in WORDY:
            at = Span(parsed.starts[head], parsed.ends[head])
            group = Group(head, head, None)
            span = clause_span(parsed, trigger, group)
            yield Draft(span, at, trigger, trigger.measure, group, 0, 0, 0, at, "counts.none")
            return
        for group in groups_of(parsed, head, numbers):
            draft = _draft(parsed, trigger, group)
            if draft is not None and group.number is not None and not group.number.zero:
                yield replace(draft, negated=True)


def _fits(parsed: Parsed, trigger: Trigger, group: Group) -> bool:
    """Whether the counted can be what the measure counts."""
    number, noun = group.number, group.noun
    word = parsed.lower(noun) if noun is not None else ""
    if number is not None and number.zero and trigger.measure not in WORDY:
        return False
    own = noun is not None and trigger.start <= parsed.starts[noun] < trigger.end
    if own and trigger.frame == "object":
        return False
    if trigger.measure in HARMS:
        return own or (word not in cues("things") and not (trigger.measure == "hurt" and word in ("bodies", "body")))
    if trigger.frame in ("people", "toll"):
        return number is not None and _held(parsed, trigger)
    if word and not (names_person(word) or parsed.pos[noun] in ("PROPN", "PRON")):  # type: ignore[index]
        return False
    if trigger.measure == "captured" and group.one and not names_person(word):
        return False
    if trigger.measure == "fighters":
        return number is not None and category_of(word) == "combatants"
    if trigger.measure in ("displaced", "refugees") and trigger.frame == "subject":
        return _flight(parsed, trigger, number, word)
    return trigger.measure in WORDY or number is not None


def _held(parsed: Parsed, trigger: Trigger) -> bool:
    """Hostages that are freed and refugees that return are none any more."""
    verb = next((t for t in parsed.ancestors(trigger.anchor) if parsed.pos[t] == "VERB"), None)
    return verb is None or parsed.lemmas[verb] not in cues("let_go")


def _flight(parsed: Parsed, trigger: Trigger, number: Number | None, word: str) -> bool:
    if number is None or category_of(word) == "combatants":
        return False
    if any(parsed.lower(t) in cues("not_a_flight") for t in parsed.subtree(trigger.anchor)):
        return False
    most = number.high if number.high is not None else number.low
    return number.vague or (most is not None and most >= FEWEST_FLEEING)


def _subset_drafts(
    parsed: Parsed, sentence: Sentence, found: Sequence[Draft], numbers: Sequence[Number]
) -> Iterator[Draft]:
    taken = {draft.number for draft in found}
    for group in subsets(parsed, sentence.first, sentence.last, numbers):
        phrase = group_span(parsed, group)
        before = [d for d in found if d.number.start < phrase.start]
        if not before:
            continue
        whole = before[-1]
        draft = _draft(parsed, whole.trigger, group)
        if draft is None or draft.number in taken or whole.negated:
            continue
        taken.add(draft.number)
        yield _subset(draft, phrase)


def _subset(draft: Draft, phrase: Span) -> Draft:
    return replace(draft, span=phrase, part=True, rule="counts.subset")
