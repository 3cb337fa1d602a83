"""`contested check`: are these readings what the contract says?"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from contested.cli.guard import NOTHING_READ, guarded
from contested.errors import InputError, SettingsError


@guarded
def check(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILES", help="Readings as JSON Lines, or - for standard input.", show_default=False),
    ],
) -> None:
    """Check readings against the contract.

    Shape, offsets, quotes, references, codes, blocks: prints one line a problem.
    Exit code 0 if there is none, 1 if there is, 2 if a file cannot be opened.
    """
    readings = problems = spoilt = 0
    for name in files:
        with lines_of(name) as lines:
            for found in _checked(lines, f"{name}: " if len(files) > 1 else ""):
                readings += 1
                problems += len(found)
                spoilt += bool(found)
                for line in found:
                    typer.echo(line)
    if not readings:
        problems += 1
        typer.echo("there is no reading to check")
    told = f"{problems} problem{'' if problems == 1 else 's'}" if problems else "no problems"
    where = f" in {spoilt} of them" if spoilt and readings > 1 else ""
    typer.echo(f"{readings} reading{'' if readings == 1 else 's'} checked, {told}{where}")
    if problems:
        raise typer.Exit(NOTHING_READ)


def _checked(lines: BinaryIO, prefix: str) -> Iterator[list[str]]:
    """The problems of each reading as printable lines; an empty list where all is well."""
    from contested.export.check import problems
    from contested.export.codec import decode
    from contested.export.safe import clean

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = [f"{prefix}{problem}" for problem in problems(decode(line))]
        except InputError as error:
            found = [f"{prefix}line {number}: {error.message}"]
        yield [clean(text) for text in found]


@contextmanager
def lines_of(name: str) -> Iterator[BinaryIO]:
    """The lines of a file or of standard input; SettingsError where it cannot be opened."""
    if name == "-":
        yield sys.stdin.buffer
        return
    path = Path(name)
    if not path.exists() or path.is_dir():
        raise SettingsError(f"there is no file {name}")
    with path.open("rb") as file:
        yield file
