"""Counts: how many were killed, wounded, displaced, held, at least and at most, in the text's own words."""

import re
from collections.abc import Sequence

from contested.grounding.counting.drafts import drafts_of
from contested.grounding.counting.echoed import echoed
from contested.grounding.counting.flow import flow_of
from contested.grounding.counting.measures import triggers_in
from contested.grounding.counting.numbers import numbers_in
from contested.grounding.counting.settle import Draft, settled
from contested.grounding.counting.who import category_of
from contested.model.claim import Category, Figure, Ref
from contested.model.grounding import Counted, Entity, Mention, Time
from contested.model.parse import Parsed
from contested.model.report import Report
from contested.model.text import Span

LETHAL = ("killed", "wounded", "casualties")
OF_A_WAR = 10_000
"""Dead or wounded of one report that no single attack of our time had (Srebrenica: about 8,000): the toll of a war."""
_PRONOUN = re.compile(r"^\s*of (?:them|whom|those|which)\b\s*(?:were|are|was)?\s*", re.IGNORECASE)
ARMED = ("armed_group", "military", "police")


def find_counts(
    report: Report, parsed: Parsed, entities: Sequence[Entity], mentions: Sequence[Mention], times: Sequence[Time]
) -> tuple[Counted, ...]:
    """The counts that the report's parsed sentences state, in text order (contract, Figure).

    Bounds are inclusive, None where open; a quantity in words ("several") has its words as value and no bounds. One
    named or singular victim counts 1, "no one was hurt" 0. `entities` and `mentions` give `of` its entity and `whose`
    its party, `times` the days of `period` and `as_of`; all three may be empty.
    """
    known = {entity.id: entity for entity in entities}
    drafts: list[Draft] = []
    for number, triggers in sorted(triggers_in(parsed, report.text).items()):
        sentence = parsed.sentences[number]
        drafts += drafts_of(parsed, sentence, triggers, numbers_in(report.text, sentence.start, sentence.end))
    drafts += echoed(parsed, drafts)
    real = [draft for draft in drafts if not _misnamed(draft, mentions)]
    return tuple(_counted(parsed, draft, known, mentions, times) for draft in settled(real))


def _misnamed(draft: Draft, mentions: Sequence[Mention]) -> bool:
    """Whether a single "victim" is a name that a mention knows as a place or body ("Reyhanli was hit")."""
    if not draft.group.one or not draft.names:
        return False
    over = [m for m in mentions if m.start < draft.number.end and draft.number.start < m.end]
    return bool(over) and all(m.type not in ("person", "population", "nationality") for m in over)


def _counted(
    parsed: Parsed, draft: Draft, known: dict[str, Entity], mentions: Sequence[Mention], times: Sequence[Time]
) -> Counted:
    phrase = draft.noun_phrase
    category = _category(parsed, draft)
    cumulative, flow, period, as_of = flow_of(parsed, draft.span, draft.measure, times)
    if draft.measure in LETHAL and isinstance(draft.low, int) and draft.low >= OF_A_WAR:
        cumulative, flow = True, "cumulative"
    inside = [m for m in mentions if phrase.start <= m.start and m.end <= phrase.end]
    of = _of(parsed, draft, inside)
    figure = Figure(
        measure=draft.measure,  # type: ignore[arg-type]
        value=draft.value,
        low=draft.low,
        high=draft.high,
        approx=draft.approx,
        of=of,
        category=category,
        whose=_whose(draft, inside, known, category),
        group=_words(parsed, draft, of) if draft.part else None,
        flow=flow,
        period=period,
        as_of=as_of,
        cumulative=cumulative,
        combatants=_combatants(category),
    )
    trigger = Span(draft.trigger.start, draft.trigger.end)
    return Counted(draft.span.start, draft.span.end, draft.number, trigger, figure, draft.rule, draft.negated)


def _category(parsed: Parsed, draft: Draft) -> Category | None:
    """The category of the noun phrase; of a list the one of all its groups, `mixed`, or None if one is unknown."""
    if not draft.listed:
        return category_of(parsed.text[draft.noun_phrase.start : draft.noun_phrase.end])
    kinds = {category_of(words) for words in draft.listed}
    if None in kinds:
        return None
    return kinds.pop() if len(kinds) == 1 else "mixed"


_LEADING = " \t\n\"“”‘'«"


def _of(parsed: Parsed, draft: Draft, inside: Sequence[Mention]) -> Ref | None:
    """The words of who is counted, without the number; None where the number stands alone."""
    start, end = draft.noun_phrase
    if draft.group.noun is None:
        return None
    if draft.number.start <= start < draft.number.end < end:
        start = draft.number.end
    text = parsed.text[start:end]
    lead = len(text) - len(text.lstrip(_LEADING))
    if text[lead : lead + 3].lower() == "of ":
        lead += 3
    start += lead
    at = parsed.starts[draft.group.noun]
    entity = next((m.entity for m in inside if m.start <= at < m.end and m.entity), None)
    return Ref(parsed.text[start:end], start, end, entity) if start < end else None


def _words(parsed: Parsed, draft: Draft, of: Ref | None) -> str:
    """The words of a subset: who they are ("ambulance crew" of "two of them ambulance crew"), else its number."""
    if of is not None:
        return of.text
    who = _PRONOUN.sub("", parsed.text[draft.number.end : draft.noun_phrase.end])
    return who or parsed.text[draft.number.start : draft.number.end]


def _whose(draft: Draft, inside: Sequence[Mention], known: dict[str, Entity], category: Category | None) -> str | None:
    """The party of counted fighters, where the mentions in their noun phrase agree on one; None for a mixed group."""
    if draft.measure == "other" or draft.group.noun is None or (draft.listed and category != "combatants"):
        return None
    armed = [m for m in inside if category == "combatants" or m.type in ARMED]
    parties = {known[m.entity].party for m in armed if m.entity in known} - {None}
    return parties.pop() if len(parties) == 1 else None


def _combatants(category: Category | None) -> bool | None:
    if category is None or category == "mixed":
        return None
    return category == "combatants"
