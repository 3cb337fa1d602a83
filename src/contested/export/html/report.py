"""All that the page shows of one reading, put into words and positions; the template only sets it."""

from collections.abc import Iterator
from dataclasses import dataclass

from contested.export.html import tables
from contested.export.html.bars import Window
from contested.export.html.cards import Card, cards
from contested.export.html.map import Map, draw
from contested.export.html.passages import Passage, passages
from contested.export.html.tables import Group, Row
from contested.export.safe import clean
from contested.export.sitrep import events, sections
from contested.export.sitrep.build import counts, outline, speakers
from contested.export.sitrep.days import day_words
from contested.export.sitrep.outline import Item, Section
from contested.export.sitrep.words import Entities
from contested.lexicon import yaml_data
from contested.model.claim import When
from contested.model.reading import Reading
from contested.model.report import Report

ALL = 10_000
"""The page cuts no list: whoever reads it has no other place to look the rest up."""
TALKS = "diplomacy"
OWN_SECTION = ("damage", "displacement", "need", "access", TALKS)
"""Kinds of claims with a section of their own; all other claims stand beside the text only."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that the bars of time span, in words, and where the report's own day stands."""

    first: str
    last: str
    today: float | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report of the page. `key` begins every id of it, `error` says why it could not be read."""

    key: str
    title: str
    origin: str
    counts: str
    address: str = ""
    error: str | None = None
    warnings: tuple[str, ...] = ()
    voices: tuple[tuple[str, int], ...] = ()
    happened: tuple[Item, ...] = ()
    compared: tuple[Section, ...] = ()
    map: Map | None = None
    figures: tuple[Group, ...] = ()
    control: tuple[Group, ...] = ()
    calendar: tuple[Row, ...] = ()
    talks: tuple[Row, ...] = ()
    more: tuple[Section, ...] = ()
    days: Days | None = None
    text: tuple[Passage, ...] = ()
    cards: tuple[Card, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its claims, in the order of the text."""
        return tuple(dict.fromkeys(card.kind for card in self.cards))


def view(reading: Reading, number: int) -> ReportView:
    """The report as the page shows it; the `number` of the reading keeps ids of several reports apart."""
    key, head = f"r{number}", outline(reading)
    if not isinstance(reading.report, Report):
        return ReportView(key, head.title, head.origin, head.counts, error=clean(reading.report.message))
    entities = {entity.id: entity for entity in reading.entities}
    told = events.items(reading, entities, ALL)
    days = tables.days_of(reading, [*(event.when for event in reading.events), *_held(reading)])
    return ReportView(
        key=key,
        title=head.title,
        origin=head.origin,
        counts=counts(reading),
        address=clean(reading.report.url or ""),
        warnings=tuple(clean(warning) for warning in reading.report.warnings),
        voices=speakers(reading),
        happened=tuple(told.get(events.HAPPENED, ())),
        compared=tuple(_compared(reading, entities)),
        map=draw(reading),
        figures=tables.figures(reading.claims, entities),
        control=tables.control(reading, entities, days),
        calendar=tables.calendar(reading, entities, days),
        talks=tables.calendar(reading, entities, days, TALKS),
        more=tuple(_more(reading, entities, told)),
        days=days_words(days),
        text=passages(reading),
        cards=cards(reading, entities),
    )


def _held(reading: Reading) -> Iterator[When | None]:
    return (claim.when for claim in reading.claims if claim.kind == "control")


def _compared(reading: Reading, entities: Entities) -> Iterator[Section]:
    """The questions on which the voices differ, then those with one answer."""
    for verdict, title in (("disputed", "What the voices differ on"), ("agreed", "What the voices agree on")):
        section = events.compared(reading, entities, verdict, title, ALL)
        if section.parts:
            yield section


def _more(reading: Reading, entities: Entities, told: dict[str, list[Item]]) -> Iterator[Section]:
    """The sections on damage, people, needs and access; of talks what no event of the diary holds."""
    told = {kind: items for kind, items in told.items() if kind != TALKS}
    wanted = {title for kind, title in yaml_data("wording.yml")["sections"].items() if kind in OWN_SECTION}
    for section in sections.by_kind(reading, entities, told, ALL):
        if section.title in wanted:
            yield section


def days_words(days: Window | None) -> Days | None:
    """The ends of the days shown, for the head of their bars."""
    if days is None:
        return None
    first, last = (day_words(day.isoformat(), day.isoformat()) or "" for day in (days.first, days.last))
    return Days(first, last, days.today)
