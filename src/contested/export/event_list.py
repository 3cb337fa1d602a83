"""Events of a ledger, their questions and their figures as lists for a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from contested.export import listing
from contested.export.codec import claim_from_dict
from contested.export.flat_events import disputed
from contested.export.safe import clean
from contested.export.sitrep.days import day_words
from contested.export.sitrep.words import (
    country_name,
    flags,
    number,
    number_words,
    said_words,
    type_words,
    value_words,
    word,
)

Plain = Mapping[str, Any]
Claims = Mapping[str, Sequence[Plain]]
_COLUMNS = (("event", 11), ("day", 10), ("place", None), ("what", None), ("reports", 7), ("killed", 8), ("open", 4))
"""Heads of the table of events and their widths; None shares what is left."""
_SHARE = {"place": 2, "what": 3}


def events(rows: Iterable[Plain], claims: Claims) -> RenderableType:
    """One row an event: id, day, place, what with its status, how many reports, the dead, how many open questions.

    `claims` holds the claims of the events that count the dead, by event: they tell whether the range is open.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    for name, width in _COLUMNS:
        right = name in ("reports", "open")
        table.add_column(
            name, width=width, ratio=_SHARE.get(name), overflow="fold", justify="right" if right else "left"
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in _cells(row, claims.get(row["id"], ()))))
    return table


def _cells(event: Plain, claims: Sequence[Plain]) -> Sequence[str]:
    open_ = disputed(event)
    return (
        event["id"],
        _days(event),
        clean((event["place"] or {}).get("name") or ""),
        _what(event),
        str(len(event["reports"])),
        range_of(event, "killed", claims),
        str(open_ or ""),
    )


def _what(event: Plain) -> str:
    status = word("statuses", event["status"])
    return f"{type_words(event['type']) or 'not stated'}{f' [{status}]' if status else ''}"


def _days(event: Plain) -> str:
    """The day, or its bounds one under the other; "" where nothing is known."""
    when = event["when"] or {}
    low, high = when.get("low"), when.get("high")
    if low == high:
        return low or ""
    return f"{low or 'until'}\n{high or 'or later'}"


def range_of(event: Plain, measure: str, claims: Sequence[Plain]) -> str:
    """ "5-17, best 14", "28 or more", "up to 13"; "" where nobody counts. An end that no voice gives is open."""
    counted = event["best"].get(measure)
    if counted is None:
        return ""
    low, high = counted["low"], counted["high"]
    span = number(low) if low == high else f"{number(low)}-{number(high)}"
    figures = [one["figure"] for one in claims if one["figure"] and one["figure"]["measure"] == measure]
    if _is_open(figures, high, "low", "high"):
        span = f"{span} or more"
    elif low == high and _is_open(figures, low, "high", "low"):
        span = f"up to {span}"
    return span if counted["best"] is None or low == high else f"{span}, best {number(counted['best'])}"


def _is_open(figures: Sequence[Plain], end: Any, given: str, missing: str) -> bool:
    """Whether the end of a range is only the one bound of "at least" or "up to", and no voice gives it as the other."""
    bound = any(one[given] == end and one[missing] is None for one in figures)
    return bound and all(one[missing] != end for one in figures)


def importance(event: Plain) -> tuple[int, int, str, str]:
    """The order in which people look: most reports first, then open questions, then by day."""
    return -len(event["reports"]), -disputed(event), _days(event) or "9999", event["id"]


def overview(rows: Sequence[Plain], reports: int, claims: Claims) -> RenderableType:
    """All events with a sentence that sums up how many there are."""
    shared = sum(len(row["reports"]) > 1 for row in rows)
    open_ = sum(disputed(row) > 0 for row in rows)
    size = f"{_many(len(rows), 'event')} of {_many(reports, 'report')}"
    told = f"{size}: {shared} told by several, {open_} with open questions."
    return Group(
        events(rows, claims), Text(), Text(told, style="bold"), Text("`contested show ID` shows one.", style="dim")
    )


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def questions(rows: Iterable[tuple[Plain, Plain]]) -> RenderableType:
    """Each (event, question): what is asked of which event, the verdict, every answer with its claims."""
    return Group(
        *(part for event, question in rows for part in (Text(head(event), style="dim"), *_question(question), Text()))
    )


def _question(question: Plain) -> Iterable[RenderableType]:
    yield Text.assemble((clean(question["about"]), "bold"))
    voices = _many(question["independent_voices"], "independent voice")
    verdict = f"{word('verdicts', question['verdict'])} ({voices})"
    yield Padding(Text(verdict, style="yellow"), (0, 0, 0, 2))
    for position in question["positions"]:
        claims = ", ".join(f"{one['report']}:{one['claim']}" for one in position["claims"])
        value = value_words(position["value"], {})
        yield Padding(Text.assemble((value, "green"), f"  {clean(claims)}"), (0, 0, 0, 4))


def head(event: Plain) -> str:
    """What, where and when of an event in one line, with its id."""
    place, when = event["place"] or {}, event["when"] or {}
    where = ", ".join(clean(part) for part in (place.get("name"), country_name(place.get("country"))) if part)
    parts = (_what(event), where, day_words(when.get("low"), when.get("high")))
    return f"{' · '.join(part for part in parts if part)}  {event['id']}"


def one(event: Plain, claims: Sequence[Plain]) -> RenderableType:
    """An event by itself: what, where, when, who; its questions, its counts, and everything that is claimed of it."""
    told = [(name, ", ".join(map(str, event[name]))) for name in ("actors", "targets", "reports") if event[name]]
    about = [Padding(Text(f"{name}: {clean(value)}"), (0, 0, 0, 2)) for name, value in told]
    counted = [claim for claim in claims if claim["figure"]]
    parts: list[RenderableType] = [Text(head(event), style="bold"), *about, Text()]
    for title, part in (
        ("QUESTIONS", [part for question in event["questions"] for part in _question(question)]),
        ("COUNTS", list(_counts(event, counted))),
        ("CLAIMS", [listing.claims(claims)]),
    ):
        parts += [Text(title, style="bold cyan"), *part, Text()] if part else []
    return Group(*parts)


def figures(rows: Iterable[tuple[Plain, Sequence[Plain]]]) -> RenderableType:
    """Each (event, its claims that count): every voice's count in its own words and bounds, none added to another."""
    return Group(*(part for event, claims in rows for part in _figures(event, claims)))


def _figures(event: Plain, claims: Sequence[Plain]) -> Iterable[RenderableType]:
    yield Text(head(event), style="bold")
    yield from _counts(event, claims)
    yield Text()


def _counts(event: Plain, claims: Sequence[Plain]) -> Iterable[RenderableType]:
    for measure in dict.fromkeys(claim["figure"]["measure"] for claim in claims):
        counted = range_of(event, measure, claims)
        total = f"  range: {counted}" if counted else ""
        yield Padding(Text.assemble((str(word("measures", measure) or measure), "green"), total), (0, 0, 0, 2))
        for row in claims:
            if row["figure"]["measure"] == measure:
                yield Padding(_figure(row), (0, 0, 0, 4))


def _figure(row: Plain) -> Text:
    claim = claim_from_dict(row)
    assert claim.figure is not None
    counted = claim.figure
    parts = [number_words(counted), clean(counted.of.text) if counted.of else None]
    parts += [
        f"only {clean(counted.group)}" if counted.group else None,
        "running total" if counted.cumulative else None,
    ]
    parts += [f"as of {day_words(counted.as_of.low, counted.as_of.high)}" if counted.as_of else None, *flags(claim)]
    who = f"{said_words(claim, {})}"
    about = " · ".join(part for part in parts if part)
    return Text.assemble((about, "bold"), f"  {who}", (f"  {clean(row['report'])}:{claim.id}", "dim"))
