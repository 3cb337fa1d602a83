"""`contested export`: a case as files for other programs."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.guard import NOTHING_READ, guarded, say
from contested.cli.ledger import Place, ledger_at, stored_readings
from contested.cli.read import Blur, Blurred, case_blurred

if TYPE_CHECKING:
    from contested.model.reading import Reading


class Part(StrEnum):
    """What can be exported."""

    readings = "readings"
    events = "events"
    claims = "claims"
    hxl = "hxl"
    ged = "ged"
    geojson = "geojson"
    parquet = "parquet"


@guarded
def export(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the files go; made if it is not there.")],
    readings: Annotated[
        list[str] | None,
        typer.Argument(metavar="[READINGS]", help="Readings as JSON Lines; without them the ledger's."),
    ] = None,
    only: Annotated[
        list[Part] | None,
        typer.Option("--only", help="Write this, and no other unless it is named too.  [default: all but parquet]"),
    ] = None,
    ledger: Place = None,
    blur: Blurred = Blur.none,
) -> None:
    """Write readings, claims and the events they share as files, with a description of what is in them.

    Exit code 0 if there was anything to write, 1 if not.
    """
    from contested.export.dataset import package
    from contested.export.dataset.case import Case
    from contested.pipeline import reconcile_claims

    book = None if readings else ledger_at(ctx, ledger)
    found = list(_readings(book.readings() if book is not None else stored_readings(readings or [])))
    if not found:
        say("there is no reading to export")
        raise typer.Exit(NOTHING_READ)
    decided = book.in_force() if book is not None else ()
    events = reconcile_claims(found, decisions=decided).events
    case = Case.of(*case_blurred(found, events, blur))
    for path in package.write(case, folder, [part.value for part in only] if only else package.ALL):
        typer.echo(path)


def _readings(plain: Iterator[dict[str, object]]) -> Iterator["Reading"]:
    from contested.export.codec import from_dict

    return (from_dict(one) for one in plain)
