"""All that the page of many reports shows: their events, each with what its voices agree and differ on.

A claim is named by its report's number and its own id ("2:c5"), an event by its place on the page ("e1").
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from contested.export.event_list import importance, range_of
from contested.export.flat import Plain
from contested.export.flat_events import disputed
from contested.export.html import tables
from contested.export.html.bars import Bar, Window, window
from contested.export.html.cards import Card, card
from contested.export.html.map import Map, draw_places
from contested.export.html.report import Days, days_words
from contested.export.html.tables import Group
from contested.export.reconciled import to_dict
from contested.export.safe import clean
from contested.export.sitrep import events as told_events
from contested.export.sitrep.build import outline
from contested.export.sitrep.outline import Item, Line, Section, Sides
from contested.export.sitrep.words import Entities, names, place_words, time_words, type_words, word
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Ref, Voice
from contested.model.grounding import Entity
from contested.model.question import Position, Question
from contested.model.reading import Reading
from contested.model.reconciled import ClaimRef, SharedEvent, SharedQuestion

MOST = 200
"""Events with all their words; a page of more would neither load nor be read."""
ALL = 10_000


@dataclass(frozen=True, slots=True)
class Source:
    """A report: its number on the page, its title, where it comes from."""

    number: int
    title: str
    origin: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of the list of events; `key` leads to the event."""

    key: str
    day: str
    bar: Bar
    what: str
    status: str | None
    where: str
    reports: int
    killed: str
    open: int


@dataclass(frozen=True, slots=True)
class EventView:
    """One event with everything that is claimed of it. `id` is its id in the data."""

    key: str
    id: str
    title: str
    status: str | None
    facts: tuple[Line, ...]
    compared: tuple[Section, ...]
    figures: tuple[Group, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """The page: a map, a list of events, the events, the reports. `left_out` events are too many for it."""

    title: str
    counts: str
    map: Map | None
    rows: tuple[EventRow, ...]
    days: Days | None
    events: tuple[EventView, ...]
    sources: tuple[Source, ...]
    left_out: int
    key: str = "c"


@dataclass(frozen=True)
class _Told:
    """The claims of all reports under the names that the page has for them, their entities likewise, and the events as
    JSON data by their ids."""

    claims: Mapping[ClaimRef, Claim]
    entities: Entities
    sources: Mapping[str, Source]
    plain: Mapping[str, Plain]

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """The claims by their names on the page."""
        return {claim.id: claim for claim in self.claims.values()}


def case_view(events: Sequence[SharedEvent], readings: Iterable[Reading]) -> CaseView:
    """The most told events first; what voices say of them comes from the readings, which are gone through once."""
    plain = {event.id: to_dict(event) for event in events}
    shown = sorted(events, key=lambda event: (_is_bare(event), importance(plain[event.id])))[:MOST]
    told = _told(shown, readings, plain)
    keys = {event.id: f"e{number}" for number, event in enumerate(shown, 1)}
    days = window([event.when for event in shown], None)
    return CaseView(
        title=_title(shown, len(events)),
        counts=_counts(plain.values()),
        map=draw_places((keys[event.id], event.place, 1.0) for event in shown if event.place),
        rows=tuple(_row(event, keys[event.id], days, told) for event in shown),
        days=days_words(days),
        events=tuple(_event(event, keys[event.id], told) for event in shown),
        sources=tuple(told.sources.values()),
        left_out=len(events) - len(shown),
    )


def _is_bare(event: SharedEvent) -> bool:
    """Whether it is a count of one report without a happening: these come last."""
    return event.type == "casualties" and event.place is None and len(event.reports) == 1


def _title(shown: Sequence[SharedEvent], count: int) -> str:
    return _headline(shown[0]) if count == 1 else f"{count} event{'' if count == 1 else 's'}"


def _counts(events: Collection[Plain]) -> str:
    shared = sum(len(event["reports"]) > 1 for event in events)
    open_ = sum(disputed(event) > 0 for event in events)
    return f"{shared} told by several reports, {open_} with accounts that differ"


# --- names for the page ---------------------------------------------------------------------------------------------


def _told(events: Iterable[SharedEvent], readings: Iterable[Reading], plain: Mapping[str, Plain]) -> _Told:
    wanted = {ref for event in events for ref in event.claims}
    reports = {ref.report for ref in wanted}
    claims: dict[ClaimRef, Claim] = {}
    entities: dict[str, Entity] = {}
    sources: dict[str, Source] = {}
    for reading in readings:
        name = str(reading.report.id)
        if name in reports and reading.error is None and name not in sources:
            number, head = len(sources) + 1, outline(reading)
            sources[name] = Source(number, head.title, head.origin)
            entities |= {f"{number}:{entity.id}": entity for entity in reading.entities}
            entities |= _by_party(reading.entities)
            claims |= {
                ref: _named(claim, number) for claim in reading.claims if (ref := ClaimRef(name, claim.id)) in wanted
            }
    return _Told(claims, entities, sources, plain)


def _by_party(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Bodies whose name is that of their party, by its id in the catalogue of actors ("ndf_syria")."""
    return {
        body.party: body for body in entities if body.party and body.name.casefold() == body.party.replace("_", " ")
    }


def _named(claim: Claim, number: int) -> Claim:
    """The claim with the number of its report before its own id and before those of entities and other claims."""

    def here(id_: str | None) -> str | None:
        return None if id_ is None else f"{number}:{id_}"

    def voice(one: Voice) -> Voice:
        return replace(one, entity=here(one.entity), for_=here(one.for_))

    def ref(one: Ref) -> Ref:
        return replace(one, entity=here(one.entity))

    figure = claim.figure
    return replace(
        claim,
        id=f"{number}:{claim.id}",
        voices=tuple(map(voice, claim.voices)),
        roles={role: tuple(map(ref, refs)) for role, refs in claim.roles.items()},
        figure=replace(figure, of=ref(figure.of)) if figure and figure.of else figure,
        relation=None,
        because=(),
    )


# --- one event ------------------------------------------------------------------------------------------------------


def _headline(event: SharedEvent) -> str:
    kind = type_words(event.type) or "event"
    parts = (f"{kind[:1].upper()}{kind[1:]}", place_words(event.place), time_words(event.when))
    return " · ".join(part for part in parts if part)


def _claims_of(event: SharedEvent, told: _Told) -> list[Claim]:
    return [told.claims[ref] for ref in event.claims if ref in told.claims]


def _row(event: SharedEvent, key: str, days: Window | None, told: _Told) -> EventRow:
    when = event.when
    return EventRow(
        key=key,
        day=time_words(when) or "day not stated",
        bar=days.bar(when) if days and when and time_words(when) else (),
        what=type_words(event.type) or "event",
        status=word("statuses", event.status),
        where=place_words(event.place) or "",
        reports=len(event.reports),
        killed=_range(event, "killed", told),
        open=disputed(told.plain[event.id]),
    )


def _event(event: SharedEvent, key: str, told: _Told) -> EventView:
    claims = _claims_of(event, told)
    numbers = {claim.id: told.sources[ref.report] for ref in event.claims if (claim := told.claims.get(ref))}
    return EventView(
        key=key,
        id=clean(event.id),
        title=_headline(event),
        status=word("statuses", event.status),
        facts=tuple(_facts(event, told)),
        compared=tuple(_compared(event, told)),
        figures=tables.figures(claims, told.entities),
        cards=tuple(card(claim, told.entities, besides=(_report(numbers[claim.id]),)) for claim in claims),
    )


def _report(source: Source) -> Line:
    return Line("Report", " · ".join(part for part in (source.title, source.origin) if part))


def _facts(event: SharedEvent, told: _Told) -> Iterator[Line]:
    actors, targets = (names(parties, told.entities) for parties in (event.actors, event.targets))
    if actors or targets:
        yield Line("Who", f"{actors or 'not stated'}{f' → {targets}' if targets else ''}")
    if event.civilian_targeting:
        yield Line("Civilians", "targeted")
    for measure, one in event.best.items():
        if one.low is not None or one.high is not None:
            yield Line(str(word("measures", measure)).capitalize(), _range(event, measure, told))
    known = sorted((told.sources[name] for name in event.reports if name in told.sources), key=lambda one: one.number)
    yield Line("Told by", "; ".join(f"{source.number}. {source.title}" for source in known))


def _range(event: SharedEvent, measure: str, told: _Told) -> str:
    """The event's range of a count in words, open where no voice gives an end."""
    figures = [claim.figure for claim in _claims_of(event, told) if claim.figure]
    plain = [{"figure": {"measure": one.measure, "low": one.low, "high": one.high}} for one in figures]
    return range_of(told.plain[event.id], measure, plain)


def _compared(event: SharedEvent, told: _Told) -> Iterator[Section]:
    """The questions on which the voices differ, then those with one answer."""
    verdicts = yaml_data("wording.yml")["verdict_sections"]
    for verdict, title in (("disputed", "What the voices differ on"), ("agreed", "What the voices agree on")):
        chosen = [question for question in event.questions if verdicts.get(question.verdict) == verdict]
        if chosen:
            yield Section(title, tuple(_sides(question, told) for question in chosen))


def _sides(question: SharedQuestion, told: _Told) -> Sides | Item:
    positions = tuple(
        Position(one.value, tuple(told.claims[ref].id for ref in one.claims if ref in told.claims))
        for one in question.positions
    )
    here = Question(
        question.id, question.about, question.slot, None, positions, question.verdict, question.independent_voices
    )
    return told_events.sides(here, told.by_id, told.entities, ALL)
