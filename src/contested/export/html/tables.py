"""What the page sets in rows with a bar each: counts, who holds what, the days of events and talks."""

from collections.abc import Iterable
from dataclasses import dataclass

from contested.export.html.bars import Bar, Window, parsed, scale_of, window
from contested.export.safe import clean
from contested.export.sitrep import events
from contested.export.sitrep.figures import counted_words, time_of_count, voice_of
from contested.export.sitrep.outline import Line
from contested.export.sitrep.quotes import said_lines
from contested.export.sitrep.words import (
    Entities,
    number_words,
    place_words,
    ref_words,
    said_words,
    time_words,
    type_words,
    word,
)
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Figure, When
from contested.model.event import Event
from contested.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what stands out, what is said of it, who says it (`lines`: in which words), when, bar, claims."""

    head: str
    what: str
    voice: str
    time: str
    bar: Bar
    claims: tuple[str, ...]
    remark: str | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading, with one scale."""

    title: str
    rows: tuple[Row, ...]
    even: bool = True


def figures(claims: Iterable[Claim], entities: Entities) -> tuple[Group, ...]:
    """The counts by what is counted, the killed first; within that in the order of the claims, on one scale."""
    groups: dict[str, list[tuple[Claim, Figure]]] = {}
    for claim in claims:
        if claim.figure is not None:
            groups.setdefault(claim.figure.measure, []).append((claim, claim.figure))
    order = list(yaml_data("wording.yml")["measures"])
    return tuple(_figures(measure, groups[measure], entities) for measure in sorted(groups, key=order.index))


def _figures(measure: str, found: list[tuple[Claim, Figure]], entities: Entities) -> Group:
    scale = scale_of([figure for _, figure in found])
    rows = tuple(
        Row(
            f"{'not ' if claim.polarity == '-' else ''}{number_words(figure)}",
            counted_words(claim, figure),
            voice_of(claim, entities),
            time_of_count(claim, figure),
            scale.bar(figure),
            (clean(claim.id),),
        )
        for claim, figure in found
    )
    return Group(str(word("measures", measure)).capitalize(), rows, scale.even)


def control(reading: Reading, entities: Entities, days: Window | None) -> tuple[Group, ...]:
    """Who is said to hold each place and when; one group a place, its holders in the order of time."""
    groups: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        if claim.kind == "control":
            place = place_words(claim.place) or ref_words(claim.roles.get("object", ()), entities)
            groups.setdefault(place or "place not stated", []).append(claim)
    return tuple(
        Group(place, tuple(_holder(claim, entities, days) for claim in sorted(claims, key=lambda c: _order(c.when))))
        for place, claims in groups.items()
    )


def _holder(claim: Claim, entities: Entities, days: Window | None) -> Row:
    holder = ref_words(claim.roles.get("controller", ()), entities) or "holder not stated"
    before = ref_words(claim.roles.get("previous", ()), entities)
    return Row(
        f"{'not ' if claim.polarity == '-' else ''}{holder}",
        f"before: {before}" if before else "",
        voice_of(claim, entities),
        time_words(claim.when) or "time not stated",
        _bar(claim.when, days),
        (clean(claim.id),),
    )


def calendar(reading: Reading, entities: Entities, days: Window | None, section: str | None = None) -> tuple[Row, ...]:
    """Dated events in the order of time, or the events of a section (`diplomacy`) with the undated ones last."""
    claims = {claim.id: claim for claim in reading.claims}
    chosen = [event for event in reading.events if section is None or events.section_of(event) == section]
    dated = [event for event in chosen if section is not None or _is_dated(event.when)]
    in_order = sorted(dated, key=lambda event: _order(event.when))
    return tuple(_event(event, claims, entities, days) for event in in_order)


def _event(event: Event, claims: dict[str, Claim], entities: Entities, days: Window | None) -> Row:
    kind = type_words(event.type) or "event"
    told = [claims[id_] for id_ in event.claims if id_ in claims]
    ids = tuple(clean(claim.id) for claim in told)
    return Row(
        f"{kind[:1].upper()}{kind[1:]}",
        place_words(event.place) or "",
        "; ".join(dict.fromkeys(said_words(claim, entities) for claim in told)),
        time_words(event.when) or "day not stated",
        _bar(event.when, days),
        ids,
        word("statuses", event.status),
        said_lines(told, entities, len(told)),
    )


def days_of(reading: Reading, whens: Iterable[When | None]) -> Window | None:
    """The days that the page's bars of time span."""
    published = getattr(reading.report, "published_at", None)
    return window(list(whens), published)


def _bar(when: When | None, days: Window | None) -> Bar:
    """The bar of a time that the words can tell; none for "some day before the report"."""
    return days.bar(when) if days and when and time_words(when) else ()


def _is_dated(when: When | None) -> bool:
    return when is not None and bool(time_words(when)) and bool(parsed(when.low) or parsed(when.high))


def _order(when: When | None) -> tuple[bool, str, str]:
    """By the earliest day, what has none last."""
    low, high = (when.low or when.high, when.high or when.low) if when and time_words(when) else (None, None)
    return low is None, low or "", high or ""
