"""`contested read`: reports in, accounts out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from contested.cli.guard import NOTHING_READ, guarded, say
from contested.cli.streams import console, opened, put, watched
from contested.errors import SettingsError
from contested.settings import Settings

if TYPE_CHECKING:
    from contested.llm.endpoint import LanguageModel
    from contested.model.reading import Reading
    from contested.model.reconciled import SharedEvent
    from contested.pipeline import ReadOptions


class Format(StrEnum):
    """What is written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    md = "md"
    html = "html"


class Blur(StrEnum):
    """What is hidden of places of clinics, shelters and witnesses."""

    none = "none"
    places = "places"
    words = "words"


FOR_PEOPLE = (Format.text, Format.md, Format.html)


class FormatIn(StrEnum):
    """What is read."""

    auto = "auto"
    text = "text"
    markdown = "markdown"
    html = "html"
    pdf = "pdf"
    jsonl = "jsonl"


class Gate(StrEnum):
    """What is read closely."""

    conflict = "conflict"
    none = "none"


class Engine(StrEnum):
    """What reads."""

    learned = "learned"
    rules = "rules"
    llm = "llm"


@dataclass(slots=True)
class Tally:
    """How many reports were read and how many could not be."""

    read: int = 0
    failed: int = 0


def day(value: str | None) -> str | None:
    """A day as YYYY-MM-DD, as given."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no day; write it as 2013-06-05.") from error


Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCES", help="Files, folders, URLs, or - for standard input.", show_default=False),
]
Written = Annotated[
    Format, typer.Option("--format", "-f", help="text, md and html are for people, json and jsonl for programs.")
]
Given = Annotated[FormatIn, typer.Option(help="What the input is, where its name or first bytes do not tell.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DAY", callback=day, help="Publication day (2013-06-05) of reports that carry none."),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet of reports that do not say theirs.")]
Gated = Annotated[
    Gate, typer.Option(help="conflict reads closely only what has to do with conflict, none every sentence.")
]
Engined = Annotated[
    Engine,
    typer.Option(
        help="learned asks rules and a small encoder, rules is faster and finds fewer voices and names, "
        "llm also sends the sentences to a language model of yours."
    ),
]
ModelUrl = Annotated[
    str | None, typer.Option("--llm-url", metavar="URL", help="The language model's address, such as https://host/v1.")
]
ModelName = Annotated[str | None, typer.Option("--llm-model", metavar="NAME", help="The language model's name.")]
ModelPrivate = Annotated[
    bool, typer.Option("--llm-private", help="Let the language model be at an address in your own network.")
]
Processes = Annotated[
    int | None, typer.Option(min=1, max=256, help="How many processes read at once.  [default: 1]", show_default=False)
]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Let URLs lead to addresses in your own network.")]
MaxBytes = Annotated[
    int | None, typer.Option(min=1, help="The most bytes of one report.  [default: 20971520]", show_default=False)
]
Blurred = Annotated[
    Blur,
    typer.Option(
        help="places shows places of clinics, shelters and witnesses as their province, words masks names too."
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to standard output.")
]


@guarded
def read(
    ctx: typer.Context,
    sources: Sources,
    format: Written = Format.text,
    format_in: Given = FormatIn.auto,
    published: Published = None,
    source: Outlet = None,
    gate: Gated = Gate.conflict,
    engine: Engined = Engine.learned,
    llm_url: ModelUrl = None,
    llm_model: ModelName = None,
    llm_private: ModelPrivate = False,
    processes: Processes = None,
    allow_private: AllowPrivate = False,
    max_bytes: MaxBytes = None,
    blur: Blurred = Blur.none,
    output: Output = None,
) -> None:
    """Read reports and print every side's account.

    Exit code 0 if at least one report could be read, 1 if none could, 2 if the call itself is wrong.
    """
    model = language_model(ctx.obj, engine, llm_url, llm_model, llm_private)
    options = read_options(ctx.obj, gate, engine, processes, model)
    found = readings_of(ctx.obj, sources, options, format_in, published, source, allow_private, max_bytes)
    with opened(output, sources) as out:
        tally = write(blurred(watched(found, "Reading"), blur), format, out)
    if not tally.read:
        raise typer.Exit(NOTHING_READ)


def language_model(
    settings: Settings, engine: Engine, url: str | None, name: str | None, private: bool
) -> "LanguageModel | None":
    """The language model that options or settings name, None for engines that ask none.

    SettingsError where the engine llm has none, or another engine is given one.
    """
    if engine is not Engine.llm:
        if url or name:
            raise SettingsError("--llm-url and --llm-model are for --engine llm: nothing is sent without it")
        return None
    url, name = url or settings.llm_url, name or settings.llm_model
    if not url or not name:
        raise SettingsError("engine llm needs --llm-url and --llm-model (or CONTESTED_LLM_URL and CONTESTED_LLM_MODEL)")
    from contested.llm.endpoint import LanguageModel

    return LanguageModel(
        url, name, settings.llm_timeout_s, settings.llm_price_in, settings.llm_price_out, allow_private=private
    )


def read_options(
    settings: Settings, gate: Gate, engine: Engine, processes: int | None, model: "LanguageModel | None"
) -> "ReadOptions":
    """How to read, by the options of the command line and the user's settings."""
    from contested.pipeline import ReadOptions

    return ReadOptions(gate.value, engine.value, processes or settings.processes, model)


def readings_of(
    settings: Settings,
    sources: list[str],
    options: "ReadOptions",
    format_in: FormatIn,
    published: str | None,
    source: str | None,
    allow_private: bool,
    max_bytes: int | None,
) -> Iterator["Reading"]:
    """The readings of the sources; at their end a language model's part in them is told on standard error."""
    from contested.acquire.inputs import InputOptions
    from contested.run.local import read_many

    inputs = InputOptions(
        format_in=format_in.value,
        published=published,
        source=source,
        allow_private=allow_private,
        max_bytes=max_bytes or settings.max_bytes,
        timeout_s=settings.timeout_s,
    )
    found = read_many(sources, inputs, options)
    if options.language_model is None:
        return found
    from contested.cli.asked import told

    return told(found)


def blurred(readings: Iterable["Reading"], how: Blur) -> Iterable["Reading"]:
    """The readings as they may be passed on."""
    if how is Blur.none:
        return readings
    from contested.export.blur import blur

    return (blur(reading, "words" if how is Blur.words else "places") for reading in readings)


def case_blurred(
    readings: Iterable["Reading"], events: Sequence["SharedEvent"], how: Blur
) -> "tuple[list[Reading], list[SharedEvent]]":
    """Readings and the events they share as they may be passed on."""
    if how is Blur.none:
        return list(readings), list(events)
    from contested.export.blur_case import blur_case

    return blur_case(readings, events, "words" if how is Blur.words else "places")


def write(readings: Iterable["Reading"], format: Format, out: BinaryIO) -> Tally:
    """Write the readings in the format; each as soon as it is there, but for pages, which begin with a list."""
    tally = Tally()
    writers: dict[Format, Callable[[Iterator[Reading], BinaryIO], None]] = {
        Format.text: _text,
        Format.md: _page,
        Format.html: _html,
        Format.json: _json,
        Format.jsonl: _jsonl,
    }
    writers[format](_counted(readings, tally, tell=format in FOR_PEOPLE), out)
    return tally


def _counted(readings: Iterable["Reading"], tally: Tally, *, tell: bool) -> Iterator["Reading"]:
    """The readings, counted; those with an error told on standard error where the output is for people."""
    for reading in readings:
        error = reading.error
        if error is None:
            tally.read += 1
        else:
            tally.failed += 1
            if tell:
                name = error.id or error.source or ""
                where = f"{name}, line {error.line}" if error.line else name
                say(error.message if not where or where in error.message else f"{where}: {error.message}")
        yield reading


def _jsonl(readings: Iterator["Reading"], out: BinaryIO) -> None:
    from contested.export import jsonl

    jsonl.write(readings, out)


def _json(readings: Iterator["Reading"], out: BinaryIO) -> None:
    """One report as an object, several as an array."""
    import msgspec

    from contested.export.codec import to_json

    pretty = (msgspec.json.format(to_json(reading), indent=2) for reading in readings)
    first, second = next(pretty, None), next(pretty, None)
    if first is None or second is None:
        out.write((first or b"[]") + b"\n")
        return
    out.write(b"[\n" + first + b",\n" + second)
    for one in pretty:
        out.write(b",\n" + one)
        out.flush()
    out.write(b"\n]\n")


def _text(readings: Iterator["Reading"], out: BinaryIO) -> None:
    """One section a report as it comes; after several a list of all."""
    from contested.export.sitrep import terminal
    from contested.export.sitrep.build import outline

    screen, rows = console(out), []
    for reading in readings:
        found = outline(reading)
        rows.append((found.title, found.origin, found.counts))
        if reading.error is None:
            put(out, terminal.laid_out(screen, terminal.render(found, screen.width)))
    if len(rows) > 1:
        put(out, terminal.laid_out(screen, terminal.overview(rows)))


def _page(readings: Iterator["Reading"], out: BinaryIO) -> None:
    """One Markdown page; for several reports with a list at its head."""
    from contested.export.sitrep import page
    from contested.export.sitrep.build import outline

    found = [(outline(reading), reading.error) for reading in readings]
    several = len(found) > 1
    parts = [page.overview((o.title, o.origin, o.counts) for o, _ in found)] if several else []
    parts += [page.render(o, 2 if several else 1) for o, error in found if error is None]
    put(out, "\n".join(parts))


def _html(readings: Iterator["Reading"], out: BinaryIO) -> None:
    """One page for a browser; for several reports with a list at its head."""
    from contested.export.html.page import render

    put(out, render(readings))
