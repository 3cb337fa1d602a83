"""`contested events`, `questions` and `figures`: what `contested reconcile` made of the ledger's readings, as lists."""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from io import StringIO
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from contested.cli import read as reading
from contested.cli.guard import NOTHING_READ, guarded, say
from contested.cli.ledger import Place, area, ledger_at
from contested.cli.streams import console, opened, put
from contested.errors import SettingsError
from contested.model.event import STATUSES
from contested.model.question import SLOTS, VERDICTS

if TYPE_CHECKING:
    from rich.console import RenderableType

    from contested.export.flat import Columns
    from contested.ledger.book import Ledger
    from contested.ledger.events import EventFilter

MEASURES = ("killed", "wounded", "casualties", "missing", "captured", "surrendered", "detained", "abducted",
            "displaced", "refugees", "affected")  # fmt: skip
"""What `contested figures` lists by itself: counts of people to whom something happened."""
Row = Mapping[str, Any]


class Format(StrEnum):
    """What is written."""

    text = "text"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"


Type = Annotated[str | None, typer.Option(help="A type of the codebook (strike.air) or a family (strike).")]
Status = Annotated[str | None, typer.Option(help=f"{', '.join(STATUSES)}.")]
Where = Annotated[str | None, typer.Option(help="The name of a place.")]
Country = Annotated[str | None, typer.Option(help="A country's two letters (SY).")]
Box = Annotated[str | None, typer.Option(metavar="S,W,N,E", help="An area in degrees: 34,36,35,37.")]
Actor = Annotated[str | None, typer.Option(help="Who acts, or is acted upon, or their party.")]
Source = Annotated[str | None, typer.Option(help="An outlet that tells of it.")]
FromReport = Annotated[str | None, typer.Option("--report", help="A report that tells of it.")]
Since = Annotated[str | None, typer.Option(metavar="DAY", callback=reading.day, help="Not before this day.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", callback=reading.day, help="Not after this day.")]
Limit = Annotated[int, typer.Option(min=1, max=100_000, help="The most events to list.")]
Written = Annotated[Format, typer.Option("--format", "-f", help="text is for people.")]


@guarded
def events(
    ctx: typer.Context,
    ledger: Place = None,
    type: Type = None,
    status: Status = None,
    place: Where = None,
    country: Country = None,
    box: Box = None,
    actor: Actor = None,
    source: Source = None,
    report: FromReport = None,
    since: Since = None,
    until: Until = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only events with an open question.")] = False,
    limit: Limit = 50,
    format: Written = Format.text,
    output: reading.Output = None,
) -> None:
    """List the events that `contested reconcile` made of the ledger, by day.

    Exit code 0 if there are any, 1 if there are none.
    """
    from contested.export import event_list, flat_events

    wanted = _filter(type, status, place, country, box, actor, source, report, since, until, disputed)
    book = made(ledger_at(ctx, ledger))
    rows = book.events(wanted, limit=limit)
    with opened(output) as out:
        if format is Format.csv:
            _table(rows, out, flat_events.EVENTS)
        elif format is Format.text:
            _shown(event_list.events(rows, counting(book, rows)) if rows else None, out)
        else:
            _plain(rows, format, out)
    _end(len(rows), limit, bool(rows), "event")


@guarded
def questions(
    ctx: typer.Context,
    ledger: Place = None,
    slot: Annotated[str | None, typer.Option(help=f"{', '.join(SLOTS)}.")] = None,
    verdict: Annotated[str | None, typer.Option(help=f"{', '.join(VERDICTS)}.")] = None,
    type: Type = None,
    status: Status = None,
    place: Where = None,
    country: Country = None,
    box: Box = None,
    actor: Actor = None,
    source: Source = None,
    report: FromReport = None,
    since: Since = None,
    until: Until = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only questions whose answers differ.")] = False,
    limit: Limit = 1000,
    format: Written = Format.text,
    output: reading.Output = None,
) -> None:
    """List what the voices on the ledger's events agree and differ on, with every answer and who gives it.

    Exit code 0 if there are any, 1 if there are none.
    """
    from contested.export import event_list, flat_events

    _one_of("slot", slot, SLOTS)
    _one_of("verdict", verdict, VERDICTS)
    wanted = _filter(type, status, place, country, box, actor, source, report, since, until, disputed)
    found = made(ledger_at(ctx, ledger)).events(wanted, limit=limit)
    rows = [
        (event, question)
        for event in found
        for question in event["questions"]
        if slot in (None, question["slot"])
        and (verdict or question["verdict"]) == question["verdict"]
        and (not disputed or question["verdict"] in ("contested", "variance"))
    ]
    with opened(output) as out:
        if format is Format.csv:
            _table(flat_events.answers(rows), out, flat_events.ANSWERS)
        elif format is Format.text:
            _shown(event_list.questions(rows) if rows else None, out)
        else:
            _plain([question for _, question in rows], format, out)
    _end(len(found), limit, bool(rows), "question")


@guarded
def figures(
    ctx: typer.Context,
    ledger: Place = None,
    measure: Annotated[str | None, typer.Option(help="What is counted: killed, wounded, displaced ...")] = None,
    type: Type = None,
    status: Status = None,
    place: Where = None,
    country: Country = None,
    box: Box = None,
    actor: Actor = None,
    source: Source = None,
    report: FromReport = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 1000,
    format: Written = Format.text,
    output: reading.Output = None,
) -> None:
    """List the counts of the ledger's events: every voice's own, with bounds and as-of day. Nothing is added up.

    Exit code 0 if there are any, 1 if there are none.
    """
    from contested.export import event_list, flat_events

    book = made(ledger_at(ctx, ledger))
    found = book.events(
        _filter(type, status, place, country, box, actor, source, report, since, until, False), limit=limit
    )
    claims = book.claims_of(event["id"] for event in found)
    measures = MEASURES if measure is None else (measure,)
    counted = [
        (event, [one for one in claims[event["id"]] if one["figure"] and one["figure"]["measure"] in measures])
        for event in found
    ]
    rows = [(event, own) for event, own in counted if own]
    flat = [{"event": event, "claim": claim} for event, own in rows for claim in own]
    with opened(output) as out:
        if format is Format.csv:
            _table(flat, out, flat_events.FIGURES)
        elif format is Format.text:
            _shown(event_list.figures(rows) if rows else None, out)
        else:
            _plain([{**row["claim"], "event": row["event"]["id"]} for row in flat], format, out)
    _end(len(found), limit, bool(rows), "count")


def _filter(
    type: str | None,
    status: str | None,
    place: str | None,
    country: str | None,
    box: str | None,
    actor: str | None,
    source: str | None,
    report: str | None,
    since: str | None,
    until: str | None,
    disputed: bool,
) -> "EventFilter":
    from contested.ledger.events import EventFilter

    _one_of("status", status, STATUSES)
    return EventFilter(type, status, place, country, actor, source, report, since, until, area(box), disputed)


def _one_of(option: str, value: str | None, known: Iterable[str]) -> None:
    if value is not None and value not in known:
        raise SettingsError(f"there is no {option} {value}: it is one of {', '.join(known)}")


def made(book: "Ledger") -> "Ledger":
    """The ledger, if events were made of it; told on standard error where claims have changed since."""
    state = book.state()
    if state["made_at"] is None:
        raise SettingsError("no events have been made of this ledger yet: `contested reconcile` makes them")
    if not state["fresh"]:
        say("the events are older than the claims or decisions: `contested reconcile` makes them anew")
    return book


def counting(book: "Ledger", rows: Iterable[Row]) -> Mapping[str, list[dict[str, Any]]]:
    """The claims of those of the events whose dead somebody counts."""
    return book.claims_of(row["id"] for row in rows if "killed" in row["best"])


def _table(rows: Iterable[Row], out: BinaryIO, columns: "Columns") -> None:
    from contested.export import flat

    table = StringIO(newline="")
    flat.write(rows, table, columns=columns)
    put(out, table.getvalue())


def _shown(what: "RenderableType | None", out: BinaryIO) -> None:
    from contested.export.sitrep.terminal import laid_out

    if what is not None:
        put(out, laid_out(console(out), what))


def _plain(rows: list[Any], format: Format, out: BinaryIO) -> None:
    if format is Format.json:
        put(out, json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        put(out, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def _end(events: int, limit: int, any_: bool, what: str) -> None:
    if events == limit:
        say(f"these are the first {limit} events; --limit shows more")
    if not any_:
        say(f"no {what} in the ledger matches")
        raise typer.Exit(NOTHING_READ)
