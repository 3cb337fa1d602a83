"""`contested actors`: ask the catalogue of actors, add actors of your own, check them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.guard import NOTHING_READ, guarded, say
from contested.export.safe import clean

if TYPE_CHECKING:
    from contested.grounding.entities.catalogue import Actor

app = typer.Typer(help="Ask the catalogue of actors, add to it, check it.", no_args_is_help=True)


@app.command("show")
@guarded
def show(name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any spelling, or an id.")]) -> None:
    """Print the actors of a name or an id.

    Exit code 1 if there is none.
    """
    from contested.grounding.entities.catalogue import catalogue

    known = catalogue()
    by_id = known.get(name)
    found = [by_id] if by_id else list(known.named(name))
    for actor in found:
        typer.echo(clean(" · ".join(_cells(actor))))
    if not found:
        say(f"no actor is called {name}")
        raise typer.Exit(NOTHING_READ)


def _cells(actor: "Actor") -> list[str]:
    """What there is to tell of an actor."""
    years = f"{actor.start}..{actor.end}" if actor.start or actor.end else ""
    terms = "; ".join(f"{term.office} of {term.body} {term.start}..{term.end}" for term in actor.terms)
    names = ", ".join((*actor.names, *actor.short))
    party = f"party {actor.party}" if actor.party else ""
    told = (
        actor.id,
        actor.name,
        actor.type,
        party,
        " ".join(actor.home),
        years,
        f"also {names}" if names else "",
        terms,
    )
    return [cell for cell in told if cell]


@app.command("add")
@guarded
def add(file: Annotated[Path, typer.Argument(metavar="FILE", help="A YAML file of actors.")]) -> None:
    """Add actors of your own.

    The file has the form of the packaged ones. One with a mistake in it is not taken in.
    """
    from contested.grounding.entities.added import add as keep

    count = keep(file)
    typer.echo(f"{count:,} actor{'' if count == 1 else 's'} of {file.name} kept; they are used from the next run on")


@app.command("check")
@guarded
def check(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A file of actors; without one all that are known.")
    ] = None,
) -> None:
    """Check a file of actors, or the whole catalogue.

    Prints one line a problem. Exit code 1 if there is one.
    """
    from contested.grounding.entities.added import added_rows, read_rows
    from contested.grounding.entities.catalogue import catalogue_with

    before = set(catalogue_with({}).problems()) if file else set()
    rows = added_rows() | (read_rows(file) if file else {})
    problems = [line for line in catalogue_with(rows).problems() if line not in before]
    for line in problems:
        typer.echo(clean(line))
    typer.echo(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}" if problems else "no problems")
    if problems:
        raise typer.Exit(NOTHING_READ)
