"""The day of what a report tells without one, where all that it dates is of one day.

A report of today's attack tells of its dead, its smoke and its sirens in the plain past, and gives the day once. What
comes after that happened on that day or, at the latest, on the day of publication. Nothing is lent to what stands in a
sentence with a time of its own, with a word such as "earlier" or "again", in another tense, or at another place.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim, When
from contested.model.event import Event
from contested.model.place import PlaceRef
from contested.model.text import Span

RECENT = timedelta(days=7)
"""How long before publication the one day may lie: what is older is no news, and is told with other things."""
_KINDS = frozenset({"event", "figure", "damage", "displacement"})
_HAPPENED = frozenset({"reported", "ongoing", "agreed", "contested", "alleged"})
_STATED = frozenset({"stated", "relative"})


def on_the_one_day(world: World, claims: Sequence[Claim], events: Sequence[Event]) -> tuple[list[Claim], list[Event]]:
    """The claims and events, with the day (to publication, basis `event`) for those that can only be of it."""
    lead = _lead(world, events)
    if lead is None or lead.when is None:
        return list(claims), list(events)
    when = When(lead.when.low, world.report.published_at, None, "event")
    if when.low == when.high:
        when = replace(when, precision="day")
    start = min(span.start for span in lead.mentions)
    elsewhere = {event.id for event in events if any(_is_dated(world, span) for span in event.mentions)} - {lead.id}
    dated = [
        replace(c, when=when) if c.start > start and c.event not in elsewhere and _is_of_it(world, c, lead.place) else c
        for c in claims
    ]
    lent = {claim.event for claim in dated if claim.when is when}
    return dated, [replace(e, when=when) if e.id in lent and _is_open(e.when) else e for e in events]


def _lead(world: World, events: Sequence[Event]) -> Event | None:
    """The first event of the one day that the report gives; None if it gives none, several, or an old one."""
    told = [event for event in events if event.status in _HAPPENED and event.mentions and _is_day(event.when)]
    days = {event.when.low for event in told if event.when is not None}
    published = world.report.published_at
    if len(days) != 1 or published is None:
        return None
    day = date.fromisoformat(str(days.pop()))
    if not timedelta(0) <= date.fromisoformat(published) - day <= RECENT:
        return None
    return min(told, key=lambda event: min(span.start for span in event.mentions))


def _is_day(when: When | None) -> bool:
    return when is not None and when.low is not None and when.low == when.high and when.basis in _STATED


def _is_open(when: When | None) -> bool:
    return when is None or (when.low is None and when.basis == "tense")


def _is_of_it(world: World, claim: Claim, place: PlaceRef | None) -> bool:
    """Whether the claim tells in the plain past of something without a day, at the place or at none."""
    if claim.kind not in _KINDS or claim.modality != "actual" or claim.polarity != "+" or not _is_open(claim.when):
        return False
    if claim.figure is not None and (claim.figure.cumulative or claim.figure.flow == "cumulative"):
        return False
    if claim.place is not None and (place is None or claim.place.name != place.name):
        return False
    return _is_plain_past(world, claim)


def _is_dated(world: World, mention: Span) -> bool:
    """Whether the mention's sentence gives a day or a time of another kind."""
    tokens = world.parsed.tokens_in(mention.start, mention.end)
    sentence = world.parsed.sentence_of(tokens[0]).span if len(tokens) else mention
    return any(time.type in ("date", "set") for time in world.times_in(sentence))


def _is_plain_past(world: World, claim: Claim) -> bool:
    """Whether the sentence has a verb in the simple past and no word or time that points to another day."""
    parsed = world.parsed
    tokens = parsed.tokens_in(claim.start, claim.end)
    if not len(tokens):
        return False
    sentence = parsed.sentence_of(tokens[0])
    if world.report.blocks[sentence.block].kind != "body":
        return False
    words = range(sentence.first, sentence.last)
    if any(parsed.lower(token) in yaml_data("lexicon/where.yml")["other_day"] for token in words):
        return False
    if any(time.type in ("date", "set") for time in world.times_in(sentence.span)):
        return False
    return any(parsed.tags[token] == "VBD" for token in words)
