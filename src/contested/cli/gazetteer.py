"""`contested gazetteer`: build the index of places, look a name up, add places of your own."""

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.guard import NOTHING_READ, guarded, say
from contested.errors import SettingsError
from contested.export.safe import clean

app = typer.Typer(help="Build the index of places, ask it, add to it.", no_args_is_help=True)


@app.command("build")
@guarded
def build(force: Annotated[bool, typer.Option("--force", help="Build it anew though it is there.")] = False) -> None:
    """Build the index of places.

    It is done once, takes about half a minute, and prints where the index is.
    """
    from contested.grounding import gazetteer

    typer.echo(str(gazetteer.build(force=force, notice=lambda line: typer.echo(line, err=True))))


@app.command("lookup")
@guarded
def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of a place in any spelling.")],
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only places of this country (two letters, SY).")
    ] = None,
) -> None:
    """Print the places of a name.

    The likeliest comes first. Exit code 1 if there is none.
    """
    from contested.grounding.gazetteer import Gazetteer

    if country is not None and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise SettingsError(f"{country!r} is no country code: write two letters as in ISO 3166, SY for Syria")
    found = Gazetteer.open().lookup(name, country=country and country.upper())
    for place in found:
        where = f"{place.lat:.4f}, {place.lon:.4f}" if place.lat is not None and place.lon is not None else "no point"
        people = f"{place.population:,} people" if place.population is not None else ""
        within = ", ".join(dict.fromkeys(part for part in (place.admin2, place.admin1, place.country) if part))
        ids = f"geonames {place.geonames_id}" if place.geonames_id else place.pcode or place.source
        cells = (place.name, within, place.feature, where, people, ids)
        typer.echo(clean(" · ".join(cell for cell in cells if cell)))
    if not found:
        say(f"no place is called {name}{f' in {country.upper()}' if country else ''}")
        raise typer.Exit(NOTHING_READ)


@app.command("add")
@guarded
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A GeoNames dump (.txt), or a .csv or .tsv with name, lat and lon.")
    ],
) -> None:
    """Add places of your own.

    A list of villages with P-codes, for example. A file with a mistake in it is not taken in.
    """
    from contested.grounding import gazetteer

    count = gazetteer.add(file)
    typer.echo(f"{count:,} place{'' if count == 1 else 's'} of {file.name} kept; they are used from the next build on")
