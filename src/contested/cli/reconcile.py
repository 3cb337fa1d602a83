"""`contested reconcile`: readings of many reports in, what they tell together out."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.check import lines_of
from contested.cli.guard import NOTHING_READ, guarded, say
from contested.cli.read import Output
from contested.cli.streams import opened
from contested.errors import SettingsError

if TYPE_CHECKING:
    from contested.model.reading import Reading


class Format(StrEnum):
    """What is written."""

    jsonl = "jsonl"


@guarded
def reconcile(
    readings: Annotated[
        list[str],
        typer.Argument(metavar="READINGS", help="Readings as JSON Lines, or - for standard input.", show_default=False),
    ],
    format: Annotated[Format, typer.Option("--format", "-f", help="jsonl is one story a line.")] = Format.jsonl,  # noqa: ARG001 - one so far
    stories: Annotated[bool, typer.Option("--stories", help="Write which reports tell the same happening.")] = False,
    output: Output = None,
) -> None:
    """Bring reports together that tell the same happening.

    Exit code 0 if at least one reading could be used, 1 if none could, 2 if the call itself is wrong.
    """
    from contested.export import reconciled
    from contested.pipeline import reconcile_claims

    if not stories:
        raise SettingsError("only stories are brought together so far: add --stories")
    found = reconcile_claims(_readings(readings))
    with opened(output, readings) as out:
        reconciled.write(found.stories, out)
    if not found.stories:
        say("there is no reading to reconcile")
        raise typer.Exit(NOTHING_READ)


def _readings(names: list[str]) -> Iterator["Reading"]:
    """All readings of the files; a line that is none is told and left out."""
    from contested.export.reconciled import readings_of

    for name in names:
        with lines_of(name) as lines:
            for found in readings_of(lines):
                if isinstance(found, str):
                    say(f"{name}: {found}")
                else:
                    yield found
