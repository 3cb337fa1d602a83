"""The sections on events and on what the voices agree or differ on."""

from collections.abc import Iterator

from contested.export.safe import clean
from contested.export.sitrep.outline import Item, Line, Section, Sides
from contested.export.sitrep.quotes import MOST_LINES, said_lines
from contested.export.sitrep.words import (
    Entities,
    answer_words,
    names,
    number_words,
    place_words,
    question_words,
    said_words,
    time_words,
    type_words,
    word,
)
from contested.lexicon import yaml_data
from contested.model.claim import Claim
from contested.model.event import Event
from contested.model.question import Question
from contested.model.reading import Reading

HAPPENED = "happened"
MOST_ACCOUNTS = 4
"""Voices shown of one account."""
_TOLL_ALONE = "casualties"
"""Counts without a happening and a place say nothing here that the table of figures does not."""


def items(reading: Reading, entities: Entities, most: int = MOST_LINES) -> dict[str, list[Item]]:
    """Each event in the order in which the text comes to it, by its section: HAPPENED or a kind of claims.

    `most` is how many voices are shown of an event.
    """
    claims = {claim.id: claim for claim in reading.claims}
    accused = {q.event for q in reading.questions if q.slot == "perpetrator" and q.event}
    found: dict[str, list[Item]] = {}
    for event in sorted(reading.events, key=lambda event: min(_starts(event, claims), default=0)):
        if not is_told(event):
            continue
        found.setdefault(section_of(event), []).append(_event(event, claims, entities, event.id in accused, most))
    return found


def is_told(event: Event) -> bool:
    """Whether an event has an item of its own: a bare count has not."""
    return event.type != _TOLL_ALONE or event.place is not None


def _starts(event: Event, claims: dict[str, Claim]) -> list[int]:
    return [claims[i].start for i in event.claims if i in claims] + [span.start for span in event.mentions]


def _event(event: Event, claims: dict[str, Claim], entities: Entities, accused: bool, most: int) -> Item:
    told = [claims[i] for i in event.claims if i in claims]
    lines = [*_who(event, entities, accused), *_toll(event, claims, entities), *said_lines(told, entities, most)]
    return Item(_headline(event), word("statuses", event.status), tuple(lines))


def _headline(event: Event) -> str:
    """Type, place and day; what is missing is named where something happened, and left out of talks and the like."""
    kind = type_words(event.type) or "event"
    where, when = place_words(event.place), time_words(event.when)
    if section_of(event) == HAPPENED:
        where, when = where or "place not stated", when or "day not stated"
    return " · ".join(part for part in (f"{kind[:1].upper()}{kind[1:]}", where, when) if part)


def section_of(event: Event) -> str:
    """The section an event is told in: HAPPENED or a kind of claims."""
    return str(yaml_data("wording.yml")["event_sections"].get(event.type.split(".", 1)[0], HAPPENED))


def _who(event: Event, entities: Entities, accused: bool) -> Iterator[Line]:
    """Only parties that a voice asserts; the accused stand under what is disputed."""
    actors = names(event.actors, entities) or ("in dispute, see below" if accused else None)
    targets = names(event.targets, entities)
    civilians = " (civilians targeted)" if event.civilian_targeting else ""
    if actors or targets or civilians or section_of(event) == HAPPENED:
        yield Line("Who", f"{actors or 'not stated'}{f' → {targets}' if targets else ''}{civilians}")


def _toll(event: Event, claims: dict[str, Claim], entities: Entities) -> Iterator[Line]:
    """The figures of the event with the voice that gives each, never added up."""
    found: dict[str, list[str]] = {}
    for claim in (claims[i] for i in event.figures if i in claims):
        if claim.figure and claim.stance not in ("denies", "rejects", "doubts", "retracts"):
            count = f"{word('measures', claim.figure.measure)}: {number_words(claim.figure)}"
            words = f"{count} ({said_words(claim, entities)})"
            found.setdefault(words, []).append(clean(claim.id))
    if found:
        ids = tuple(name for names_ in found.values() for name in names_)
        yield Line("Figures", "; ".join(found), ids)


def compared(reading: Reading, entities: Entities, section: str, title: str, most: int = MOST_ACCOUNTS) -> Section:
    """The questions whose verdict belongs to the section (disputed, agreed), `most` voices of each account."""
    verdicts = yaml_data("wording.yml")["verdict_sections"]
    claims = {claim.id: claim for claim in reading.claims}
    chosen = [question for question in reading.questions if verdicts.get(question.verdict) == section]
    return Section(title, tuple(sides(question, claims, entities, most) for question in chosen))


def sides(question: Question, claims: dict[str, Claim], entities: Entities, most: int) -> Sides | Item:
    """All accounts of a question; one account alone needs no table."""
    voices = question.independent_voices
    counted = f"{voices} independent voice{'' if voices == 1 else 's'}"
    positions = tuple(
        (
            answer_words(question.slot, position.value, entities),
            said_lines((claims[i] for i in position.claims if i in claims), entities, most),
        )
        for position in question.positions
    )
    title = question_words(question)
    remark = f"{word('verdicts', question.verdict)} · {counted}"
    if len(positions) == 1:
        ((answer, lines),) = positions
        return Item(f"{title} {answer}", remark, lines)
    return Sides(title, remark, positions)
