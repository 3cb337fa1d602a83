"""`contested add`, `search` and `show`: reports into the ledger, and out of it again."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from contested.cli import read as reading
from contested.cli.guard import NOTHING_READ, guarded, say
from contested.cli.streams import console, opened, put, tracked
from contested.errors import SettingsError
from contested.settings import Settings

if TYPE_CHECKING:
    from contested.ledger.book import Ledger
    from contested.ledger.view import Filter, Row
    from contested.ledger.writer import Added
    from contested.model.reading import Reading
    from contested.model.reconciled import SharedEvent

OUTCOMES = {
    "new": "new",
    "same": "as before",
    "changed": "with another text than before",
    "reread": "read otherwise than before",
    "error": "that could not be read",
}
Place = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PLACE",
        help="The ledger: a file, or a postgresql:// address.  [default: in the user's data folder]",
        show_default=False,
    ),
]


class ListFormat(StrEnum):
    """How claims are listed."""

    text = "text"
    jsonl = "jsonl"
    csv = "csv"
    hxl = "hxl"


def ledger_at(ctx: typer.Context, place: str | None) -> "Ledger":
    """The ledger that is meant: the option, the setting, DATABASE_URL, or the file in the user's data folder."""
    from importlib.metadata import version

    from contested.ledger.book import Ledger
    from contested.ledger.opening import default_place

    settings: Settings = ctx.obj
    return Ledger(place or settings.ledger or default_place(os.environ), version=version("contested"))


@guarded
def add(
    ctx: typer.Context,
    sources: reading.Sources,
    ledger: Place = None,
    readings: Annotated[
        bool, typer.Option("--readings", help="The sources are readings that `contested read -f jsonl` wrote.")
    ] = False,
    format_in: reading.Given = reading.FormatIn.auto,
    published: reading.Published = None,
    source: reading.Outlet = None,
    gate: reading.Gated = reading.Gate.conflict,
    engine: reading.Engined = reading.Engine.learned,
    llm_url: reading.ModelUrl = None,
    llm_model: reading.ModelName = None,
    llm_private: reading.ModelPrivate = False,
    processes: reading.Processes = None,
    allow_private: reading.AllowPrivate = False,
    max_bytes: reading.MaxBytes = None,
) -> None:
    """Read reports and keep their readings in the ledger.

    A report added twice changes nothing; one whose text has changed gets a second version, and what the first one
    claimed is retired, not deleted. Exit code 0 if at least one was added or was there already, 1 if none.
    """
    book = ledger_at(ctx, ledger)
    model = reading.language_model(ctx.obj, engine, llm_url, llm_model, llm_private)
    options = f"gate={gate.value} engine={engine.value}{f' model={model.name}' if model is not None else ''}"
    if readings:
        found: Iterator[dict[str, Any]] = stored_readings(sources)
    else:
        how = reading.read_options(ctx.obj, gate, engine, processes, model)
        made = reading.readings_of(ctx.obj, sources, how, format_in, published, source, allow_private, max_bytes)
        found = (_plain(one) for one in made)
    tally: Counter[str] = Counter()
    retired = 0
    for added in book.add(tracked(found, "Adding", _size(sources)), options=options):
        tally[added.outcome] += 1
        retired += added.retired
        _tell(added)
    typer.echo(_summary(tally, retired, str(book.place)))
    if not tally.total() - tally["error"]:
        raise typer.Exit(NOTHING_READ)


def _plain(one: Any) -> dict[str, Any]:
    from contested.export.codec import to_dict

    return to_dict(one)


def _size(sources: list[str]) -> int | None:
    """How many reports there will be, where the names alone tell: None for streams, addresses and JSON Lines."""
    total = 0
    for name in sources:
        path = Path(name)
        if name == "-" or "://" in name or path.suffix in (".jsonl", ".ndjson"):
            return None
        total += sum(1 for found in path.rglob("*") if found.is_file()) if path.is_dir() else 1
    return total


def _tell(added: "Added") -> None:
    if added.outcome == "error":
        say(f"{added.name} could not be read and was not added; it is noted in the ledger")
    elif added.outcome == "changed":
        say(f"{added.name} has another text than before: {added.retired} claims of the old one are retired")


def _summary(tally: Counter[str], retired: int, place: str) -> str:
    from contested.ledger.opening import without_password

    parts = [f"{tally[name]} {words}" for name, words in OUTCOMES.items() if tally[name]]
    gone = f"; {retired} claims retired" if retired else ""
    return f"{tally.total()} reports: {', '.join(parts) or 'none'}{gone}. Ledger: {without_password(place)}"


def stored_readings(names: list[str]) -> Iterator[dict[str, Any]]:
    """The readings of files of JSON Lines, checked; a line that is none is told on standard error and left out."""
    from contested.cli.check import lines_of
    from contested.errors import InputError
    from contested.export.codec import decode, from_dict, to_dict

    for name in names:
        with lines_of(name) as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    yield to_dict(from_dict(decode(line)))
                except InputError as error:
                    say(f"{name}, line {number}: {error.message}; left out")


@guarded
def search(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Words that the claims must have, all of them.")
    ] = None,
    ledger: Place = None,
    kind: Annotated[str | None, typer.Option(help="event, control, figure, damage, access, need ...")] = None,
    type: Annotated[str | None, typer.Option(help="A type of the codebook (strike.air) or a family (strike).")] = None,
    place: Annotated[str | None, typer.Option(help="The name of a place.")] = None,
    country: Annotated[str | None, typer.Option(help="A country's two letters (SY).")] = None,
    box: Annotated[str | None, typer.Option(metavar="S,W,N,E", help="An area in degrees: 34,36,35,37.")] = None,
    actor: Annotated[str | None, typer.Option(help="Who acts, or is acted upon, or their party.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Who says it.")] = None,
    source: Annotated[str | None, typer.Option(help="The outlet.")] = None,
    measure: Annotated[str | None, typer.Option(help="What is counted: killed, wounded, displaced ...")] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", callback=reading.day, help="Not before this day.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", callback=reading.day, help="Not after this day.")] = None,
    retired: Annotated[bool, typer.Option("--retired", help="Claims of texts that have changed since.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="The most claims to list.")] = 20,
    format: Annotated[ListFormat, typer.Option("--format", "-f", help="text is for people.")] = ListFormat.text,
    blur: reading.Blurred = reading.Blur.none,
    output: reading.Output = None,
) -> None:
    """Find claims in the ledger, the last added first.

    Exit code 0 if there are any, 1 if there are none.
    """
    from contested.ledger.view import Filter

    wanted = Filter(
        kind, type, place, country, actor, speaker, source, measure, since, until, area(box),
        " ".join(words) if words else None, retired,
    )  # fmt: skip
    with opened(output) as out:
        found = listed(ledger_at(ctx, ledger), wanted, limit, format, out, blur)
    if not found:
        raise typer.Exit(NOTHING_READ)


def listed(
    book: "Ledger",
    wanted: "Filter",
    limit: int,
    format: ListFormat,
    out: BinaryIO,
    blur: reading.Blur = reading.Blur.none,
) -> int:
    """Write the claims that match; how many there were."""
    rows = book.claims(wanted, limit=limit)
    if blur is not reading.Blur.none:
        from contested.export.blur import blur_rows

        rows = blur_rows(rows, book.reading, "words" if blur is reading.Blur.words else "places")
    if format is ListFormat.text:
        _for_people(rows, limit, out)
    elif format is ListFormat.jsonl:
        out.writelines(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for row in rows)
    else:
        from io import StringIO

        from contested.export import flat

        table = StringIO(newline="")
        flat.write(rows, table, hxl=format is ListFormat.hxl)
        put(out, table.getvalue())
    return len(rows)


def _for_people(rows: list[dict[str, Any]], limit: int, out: BinaryIO) -> None:
    from contested.export import listing
    from contested.export.sitrep.terminal import laid_out

    if not rows:
        say("no claim in the ledger matches")
        return
    put(out, laid_out(console(out), listing.claims(rows)))
    if len(rows) == limit:
        say(f"these are the last {limit}; --limit shows more")


def area(text: str | None) -> tuple[float, float, float, float] | None:
    """The option "south,west,north,east" as numbers."""
    if text is None:
        return None
    try:
        south, west, north, east = (float(part) for part in text.split(","))
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no area; write it as south,west,north,east: 34,36,35,37") from error
    if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
        raise typer.BadParameter(f"{text!r} is no area on the globe: south before north, degrees from -180 to 180")
    return south, west, north, east


@guarded
def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A report's name in the ledger, or an event's id.")],
    ledger: Place = None,
    format: reading.Written = reading.Format.text,
    blur: reading.Blurred = reading.Blur.none,
    output: reading.Output = None,
) -> None:
    """Show a report of the ledger as `contested read` showed it, or an event with all that is claimed about it."""
    from contested.export.codec import from_dict

    book = ledger_at(ctx, ledger)
    found, event = book.reading(name), None
    if found is None and (event := book.event(name)) is None:
        raise SettingsError(
            f"there is no report or event {name} in the ledger: `contested search` and `contested events` list them"
        )
    with opened(output) as out:
        if found is not None:
            reading.write(reading.blurred([from_dict(found)], blur), format, out)
        elif event is not None:
            _event(book, event, format, blur, out)


def _event(book: "Ledger", event: "Row", format: reading.Format, blur: reading.Blur, out: BinaryIO) -> None:
    claims = book.claims_of([event["id"]])[event["id"]]
    if format is reading.Format.html:
        from contested.export.html.page import render_case

        readings, shared = _with_readings(book, event, blur)
        put(out, render_case([shared], readings))
    elif format in (reading.Format.jsonl, reading.Format.json):
        indent = 2 if format is reading.Format.json else None
        put(out, json.dumps(_blurred(book, event, claims, blur)[0], ensure_ascii=False, indent=indent) + "\n")
    elif format is reading.Format.text:
        from contested.export import event_list
        from contested.export.sitrep.terminal import laid_out

        put(out, laid_out(console(out), event_list.one(*_blurred(book, event, claims, blur))))
    else:
        raise SettingsError(f"an event is written as text, html, json or jsonl, not {format.value}")
    if not book.state()["fresh"]:
        say("the event is older than the claims or decisions: `contested reconcile` makes it anew")


def _with_readings(book: "Ledger", event: "Row", blur: reading.Blur) -> "tuple[list[Reading], SharedEvent]":
    """The event and the readings that tell it, as they may be passed on."""
    from contested.export.codec import from_dict
    from contested.export.reconciled import event_from_dict

    stored = [from_dict(found) for name in event["reports"] if (found := book.reading(name))]
    readings, (shared,) = reading.case_blurred(stored, [event_from_dict(event)], blur)
    return readings, shared


def _blurred(book: "Ledger", event: "Row", claims: "list[Row]", blur: reading.Blur) -> "tuple[Row, list[Row]]":
    """The event and its claims as they may be passed on."""
    from contested.export import reconciled
    from contested.export.codec import to_dict

    if blur is reading.Blur.none:
        return event, claims
    readings, shared = _with_readings(book, event, blur)
    known = {(str(one.report.id), claim["id"]): claim for one in readings for claim in to_dict(one)["claims"]}
    names = [(claim["report"], claim["id"]) for claim in claims]
    kept = [{**claim, **known[name]} for claim, name in zip(claims, names, strict=True) if name in known]
    return reconciled.to_dict(shared), kept
