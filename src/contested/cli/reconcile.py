"""`contested reconcile`: readings of many reports in, what they tell together out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from io import StringIO
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from contested.cli.check import lines_of
from contested.cli.guard import NOTHING_READ, guarded, say
from contested.cli.ledger import Place, ledger_at
from contested.cli.read import Blur, Blurred, Output, case_blurred
from contested.cli.streams import console, opened, put
from contested.errors import SettingsError

if TYPE_CHECKING:
    from contested.ledger.book import Ledger
    from contested.model.reading import Reading
    from contested.model.reconciled import Reconciled
    from contested.reconciling.tolls import Rule as RuleName


class Format(StrEnum):
    """What is written."""

    text = "text"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"
    html = "html"


class Rule(StrEnum):
    """How the counts of several voices give one best number."""

    default = "default"
    ucdp = "ucdp"
    conservative = "conservative"


@guarded
def reconcile(
    ctx: typer.Context,
    readings: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[READINGS]...",
            help="Readings as JSON Lines, or - for standard input. Without them those of the ledger.",
            show_default=False,
        ),
    ] = None,
    ledger: Place = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="text is for people, json and jsonl for programs.")
    ] = Format.text,
    stories: Annotated[bool, typer.Option("--stories", help="Write which reports tell the same happening.")] = False,
    rule: Annotated[Rule, typer.Option(help="How counts of several voices give one best number.")] = Rule.default,
    blur: Blurred = Blur.none,
    output: Output = None,
) -> None:
    """Bring reports together: events that they tell, and what they agree and differ on.

    Exit code 0 if at least one reading could be used, 1 if none could, 2 if the call itself is wrong.
    """
    from contested.pipeline import reconcile_claims

    if readings and ledger is not None:
        raise SettingsError("name files of readings or --ledger, not both")
    if stories and format in (Format.csv, Format.html):
        raise SettingsError(f"stories are written as text, json or jsonl, not {format.value}")
    book = None if readings else ledger_at(ctx, ledger)
    again = blur is not Blur.none or format is Format.html
    given = [] if book else _readings(readings or ())
    given = list(given) if again else given
    found = _of_ledger(book, rule.value) if book else reconcile_claims(given, rule.value)
    if again:
        given, events = case_blurred(_stored(book) if book else given, found.events, blur)
        found = replace(found, events=tuple(events))
    with opened(output, readings or ()) as out:
        if format is Format.html:
            _page(found, given, rule, out)
        else:
            _write(found, format, out, stories=stories, book=book)
    if not found.stories:
        say("there is no reading to reconcile")
        raise typer.Exit(NOTHING_READ)


def _page(found: "Reconciled", readings: Iterable["Reading"], rule: Rule, out: BinaryIO) -> None:
    from contested.export.html.page import render_case

    notes = [] if rule is Rule.default else [f"Best numbers are by the rule “{rule.value}”."]
    put(out, render_case(found.events, readings, notes))


def _stored(book: "Ledger") -> Iterator["Reading"]:
    from contested.export.codec import from_dict

    return map(from_dict, book.readings())


def _of_ledger(book: "Ledger", rule: "RuleName") -> "Reconciled":
    """What the ledger's readings tell together; its events take the place of those that were made before."""
    from contested.export.reconciled import to_dict
    from contested.pipeline import reconcile_claims

    seen = book.state()["changes"]
    found = reconcile_claims(_stored(book), rule, book.in_force())
    for number, reason in found.unmet:
        say(f"decision {number} could not be followed: {reason}")
    if found.stories:
        book.keep((to_dict(event) for event in found.events), found.bonds, seen=seen, rule=rule)
    return found


def _write(found: "Reconciled", format: Format, out: BinaryIO, *, stories: bool, book: "Ledger | None") -> None:
    """For people a row an event where they can ask the ledger for the rest."""
    from contested.export import reconciled

    rows = found.stories if stories else found.events
    if format is Format.jsonl:
        reconciled.write(rows, out)
    elif format is Format.json:
        put(out, reconciled.pretty(rows))
    elif format is Format.csv:
        from contested.export import flat, flat_events

        table = StringIO(newline="")
        flat.write(map(reconciled.to_dict, found.events), table, columns=flat_events.EVENTS)
        put(out, table.getvalue())
    elif book and not stories:
        _list(found, book, out)
    else:
        from contested.export.events_table import events_table, stories_table
        from contested.export.sitrep.terminal import laid_out

        put(out, laid_out(console(out), stories_table(found.stories) if stories else events_table(found.events)))


def _list(found: "Reconciled", book: "Ledger", out: BinaryIO) -> None:
    from contested.cli.events import counting
    from contested.export import event_list
    from contested.export.reconciled import to_dict
    from contested.export.sitrep.terminal import laid_out

    rows = sorted(map(to_dict, found.events), key=event_list.importance)
    reports = sum(len(story.reports) for story in found.stories)
    put(out, laid_out(console(out), event_list.overview(rows, reports, counting(book, rows))))


def _readings(names: Iterable[str]) -> Iterator["Reading"]:
    """All readings of the files; a line that is none is told and left out."""
    from contested.export.reconciled import readings_of

    for name in names:
        with lines_of(name) as lines:
            for found in readings_of(lines):
                if isinstance(found, str):
                    say(f"{name}: {found}")
                else:
                    yield found
