"""What each report tells of each happening, in the form by which happenings of several reports are compared."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from contested.lexicon import yaml_data
from contested.model.claim import Claim, When
from contested.model.event import Event
from contested.model.place import PlaceRef
from contested.model.reading import Reading
from contested.reconciling.knowledge import groups, words
from contested.reconciling.places import OTHER_PLACE, nameless_place, part_named, same_place
from contested.reconciling.reports import Taken
from contested.reconciling.words import terms

COUNTED = ("killed", "wounded", "missing", "abducted", "captured", "surrendered", "detained", "displaced", "refugees")
"""Measures whose counts can belong to one happening."""
_ENDS = (". ", ".\n", "\n", "! ", "? ")
VAGUE_DAYS = 7
"""A span of more days does not tell one happening from another of the same place."""
_NO_PLACE = frozenset({"country", "region"})


@dataclass(frozen=True, slots=True)
class Days:
    """Inclusive ordinals of the days a happening may be of; None where open."""

    low: int | None = None
    high: int | None = None

    @property
    def known(self) -> bool:
        """Whether both ends are known and not far apart."""
        return self.low is not None and self.high is not None and self.high - self.low < VAGUE_DAYS


@dataclass(frozen=True, slots=True)
class Unit:
    """One happening as one report tells it: an event of the reading, or claims that belong to none."""

    report: int
    event: Event | None
    claims: tuple[Claim, ...]
    type: str
    place: PlaceRef | None
    days: Days
    start: int
    earlier: bool = False
    """Whether it is told as what came before or comes again and again ("attacked twice before")."""
    part: frozenset[str] = frozenset()
    """Words for the part of the place ("the stadium district")."""
    reported: int | None = None
    """The day of the report, where it is sure."""
    words: dict[str, bool] = field(default_factory=dict, compare=False, hash=False)

    @property
    def groups(self) -> frozenset[str]:
        """The groups of types this can be told as."""
        return groups(self.type)

    @property
    def figures(self) -> set[tuple[str, int | float]]:
        """(measure, number) of the exact totals counted here."""
        return {
            (claim.figure.measure, claim.figure.low)
            for claim in self.claims
            if claim.figure is not None and claim.figure.low is not None and claim.figure.low == claim.figure.high
        }

    @property
    def totals(self) -> set[tuple[str, int | float]]:
        """(measure, a bound) of the counts here, without those of a part."""
        figures = [claim.figure for claim in self.claims if claim.figure is not None]
        whole = [figure for figure in figures if figure.group is None and figure.part_of is None]
        bounds = [(figure.measure, figure.low if figure.low is not None else figure.high) for figure in whole]
        return {(measure, bound) for measure, bound in bounds if bound is not None}

    @property
    def bare(self) -> bool:
        """Whether only its type tells what it is: neither place nor day is known."""
        return self.place is None and not self.days.known


def units_of(reports: Sequence[Taken]) -> list[Unit]:
    """All units of the reports, by report and place in the text."""
    found = [
        replace(unit, reported=ordinal(report.day))
        for index, report in enumerate(reports)
        for unit in _of_report(index, report.reading)
    ]
    return sorted(found, key=lambda unit: (unit.report, unit.start, unit.claims[0].id))


def _of_report(index: int, reading: Reading) -> Iterator[Unit]:
    by_id = {claim.id: claim for claim in reading.claims}
    taken: set[str] = set()
    for event in reading.events:
        names = dict.fromkeys((*event.claims, *event.figures))
        claims = tuple(by_id[name] for name in names if name in by_id)
        taken.update(names)
        if claims:
            yield from _split(index, reading, event, claims)
    for claim in reading.claims:
        if claim.id not in taken and _stands_alone(claim):
            kind = claim.type or ("casualties" if claim.figure is not None else claim.kind)
            yield _unit(index, reading.text, None, (claim,), kind, usable(claim.place), days_of(claim.when))


def _split(index: int, reading: Reading, event: Event, claims: tuple[Claim, ...]) -> Iterator[Unit]:
    """The event; counts that it was given though they are of another known day or place stand for themselves."""
    place, days = usable(event.place), days_of(event.when)
    elsewhere = _elsewhere(reading, place, claims)
    apart = [
        claim
        for claim in claims
        if claim.id in elsewhere or (claim.figure is not None and _of_another(claim, place, days))
    ]
    rest = tuple(claim for claim in claims if claim not in apart)
    if not rest:
        apart, rest = [], claims
    yield _unit(index, reading.text, event, rest, event.type, place, days)
    for claim in apart:
        own = elsewhere.get(claim.id, usable(claim.place))
        yield _unit(index, reading.text, None, (claim,), "casualties", own, days_of(claim.when))


def _elsewhere(reading: Reading, place: PlaceRef | None, claims: Sequence[Claim]) -> dict[str, PlaceRef]:
    """Where one event was given several totals of one measure: those whose sentence names another place, with it.

    A place may have no name of its own ("on the salt road").
    """
    totals = [claim for claim in claims if claim.figure is not None and claim.figure.group is None]
    numbers = Counter(measure for measure, _ in {(c.figure.measure, c.figure.low) for c in totals if c.figure})
    found = {}
    for claim in totals:
        if claim.figure is not None and numbers[claim.figure.measure] > 1:
            said = sentence_around(reading.text, claim.start, claim.end)
            at = reading.text.find(said)
            named = [m for m in reading.mentions if m.type == "place" and at <= m.start and m.end <= at + len(said)]
            names = [reading.text[m.start : m.end] for m in named]
            if names and (place is None or place.name not in said):
                found[claim.id] = named[0].place or PlaceRef(names[0])
            elif not names and (nameless := nameless_place(said)) is not None:
                found[claim.id] = PlaceRef(nameless)
    return found


def _of_another(claim: Claim, place: PlaceRef | None, days: Days) -> bool:
    """Whether the count is plainly of another day or place than the event that the reading gave it to."""
    own = usable(claim.place)
    other_place = place is not None and own is not None and same_place(place, own) == OTHER_PLACE
    return other_place or _other_day(days, days_of(claim.when))


def _other_day(days: Days, others: Days) -> bool:
    if not (days.known and others.known):
        return False
    return max(days.low or 0, others.low or 0) > min(days.high or 0, others.high or 0)


def _unit(
    index: int,
    text: str,
    event: Event | None,
    claims: tuple[Claim, ...],
    kind: str,
    place: PlaceRef | None,
    days: Days,
) -> Unit:
    start = min(claim.start for claim in claims)
    told = dict.fromkeys(sentence_around(text, claim.start, claim.end) for claim in claims)
    long = days.low is not None and not days.known
    return Unit(
        index,
        event,
        claims,
        kind,
        place,
        days,
        start,
        earlier=long or all(tells_of_earlier(sentence) for sentence in told),
        part=frozenset().union(*(part_named(sentence) for sentence in told)),
        words=terms(" . ".join(told)),
    )


def sentence_around(text: str, start: int, end: int) -> str:
    """The words from the end of the sentence before to the end of the one that the span stands in, roughly."""
    begins = [found + len(mark) for mark in _ENDS if (found := text.rfind(mark, 0, start)) >= 0]
    stops = [found for mark in _ENDS if (found := text.find(mark, end)) >= 0]
    return text[max(begins, default=0) : min(stops, default=len(text))].strip()


def tells_of_earlier(sentence: str) -> bool:
    """Whether a sentence without a day tells of what came before or comes again and again."""
    return _earlier().search(sentence) is not None


@cache
def _earlier() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(words("earlier")))
    return re.compile(rf"\b(?:{cues})\b", re.I)


def _stands_alone(claim: Claim) -> bool:
    """Whether a claim of no event tells of a happening or a state of its own."""
    if claim.modality not in ("actual", "ongoing"):
        return False
    if claim.figure is not None:
        return claim.figure.measure in COUNTED and claim.figure.flow != "cumulative"
    return claim.kind == "control" or (claim.kind in ("event", "damage") and claim.type is not None)


def usable(place: PlaceRef | None) -> PlaceRef | None:
    """The place if it tells one happening from another: not a whole country."""
    return place if place is not None and place.precision not in _NO_PLACE else None


def days_of(when: When | None) -> Days:
    """The bounds of a When; the report's own day as an upper bound stays one."""
    if when is None:
        return Days()
    return Days(ordinal(when.low), ordinal(when.high))


def ordinal(day: str | None) -> int | None:
    """The day's number, None for none."""
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


def is_bare_type(code: str) -> bool:
    """Whether the type says only that there was harm, not how."""
    return code in yaml_data("lexicon/reconciling.yml")["bare"]
