"""`contested explain`: one claim and everything it stands on."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.guard import guarded
from contested.cli.read import Gate, Gated, Outlet, Published
from contested.cli.streams import console, put
from contested.errors import InputError, SettingsError

if TYPE_CHECKING:
    from contested.model.reading import Reading
    from contested.model.text import Span

FIRST_BYTES = 65_536


@guarded
def explain(
    report: Annotated[
        str,
        typer.Argument(metavar="REPORT", help="A report to read, or a .jsonl file of readings.", show_default=False),
    ],
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="The claim's id as printed, such as c3.", show_default=False)
    ],
    in_report: Annotated[
        str | None, typer.Option("--report", metavar="ID", help="Which report, where the file holds several.")
    ] = None,
    published: Published = None,
    source: Outlet = None,
    gate: Gated = Gate.conflict,
) -> None:
    """Show what a claim stands on.

    Its sentence, voices, cue, place, time, figure, rule, event and questions.
    """
    from contested.export.explain import explain as explanation
    from contested.export.sitrep import terminal

    readings = list(_stored(report) or _read(report, published, source, gate))
    reading = _chosen(readings, claim, in_report)
    found = explanation(reading, claim, _around(reading, claim))
    if found is None:
        known = [one.id for one in reading.claims]
        told = f"it has {known[0]} to {known[-1]}" if known else "it has no claims"
        raise SettingsError(f"there is no claim {claim} in {reading.report.id}; {told}")
    out = sys.stdout.buffer
    put(out, terminal.laid_out(console(out), terminal.explained(found)))


def _stored(report: str) -> list["Reading"]:
    """The readings of a file of readings; an empty list for anything else."""
    path = Path(report)
    if not (path.is_file() and _holds_readings(path)):
        return []
    from contested.export import jsonl

    with path.open("rb") as lines:
        return list(jsonl.read(lines))


def _read(report: str, published: str | None, source: str | None, gate: Gate) -> Iterator["Reading"]:
    """What reading the report gives, with the options that the ids of claims depend on."""
    from contested.acquire.inputs import InputOptions
    from contested.pipeline import ReadOptions
    from contested.run.local import read_many

    return read_many([report], InputOptions(published=published, source=source), ReadOptions(gate=gate.value))


def _holds_readings(path: Path) -> bool:
    """Whether the file begins with a reading of ours and not with a report to read."""
    with path.open("rb") as file:
        head = file.read(FIRST_BYTES)
    return head.lstrip().startswith(b"{") and b'"contested/reading/' in head[:200]


def _chosen(readings: list["Reading"], claim: str, wanted: str | None) -> "Reading":
    """The one reading that is meant; SettingsError with what to do where that is not clear."""
    if wanted is not None:
        readings = [reading for reading in readings if reading.report.id == wanted]
        if not readings:
            raise SettingsError(f"there is no report {wanted}")
    if len(readings) == 1:
        if readings[0].error is not None:
            raise InputError(readings[0].error.code, readings[0].error.message)
        return readings[0]
    holding = [reading for reading in readings if any(one.id == claim for one in reading.claims)]
    if len(holding) == 1:
        return holding[0]
    if not holding:
        raise SettingsError(f"none of the {len(readings)} reports has a claim {claim}")
    names = ", ".join(str(reading.report.id) for reading in holding[:5])
    raise SettingsError(f"{len(holding)} reports have a claim {claim}: say which with --report ({names} ...)")


def _around(reading: "Reading", claim_id: str) -> "Span":
    """The sentences that the claim stands in."""
    from contested.model.report import Report
    from contested.model.text import Span
    from contested.parsing.segment import sentences

    claim = next((one for one in reading.claims if one.id == claim_id), None)
    if claim is None or not isinstance(reading.report, Report):
        return Span(0, 0)
    touched = [one.span for one in sentences(reading.report) if one.span.overlaps(claim.span)]
    spans = [*touched, claim.span]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
