"""`contested decide` and `why`: what people say about which happenings are one, and why the program thinks so."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from contested.cli.events import made
from contested.cli.guard import NOTHING_READ, guarded, say
from contested.cli.ledger import Place, ledger_at
from contested.cli.read import Output
from contested.cli.streams import console, opened, put

app = typer.Typer(help="Say which happenings of the ledger are one and which are not.", no_args_is_help=True)

A = Annotated[str, typer.Argument(metavar="A", help="REPORT:CLAIM, or an event's id.", show_default=False)]
B = Annotated[str, typer.Argument(metavar="B", help="REPORT:CLAIM, or an event's id.", show_default=False)]
Why = Annotated[str, typer.Option(help="The reason, in your words.", show_default=False)]
Who = Annotated[str | None, typer.Option(help="Who decides.  [default: your name on this machine]", show_default=False)]


class Format(StrEnum):
    """What is written."""

    text = "text"
    json = "json"


Written = Annotated[Format, typer.Option("--format", "-f", help="text is for people.")]


@app.command("same")
@guarded
def same(ctx: typer.Context, a: A, b: B, why: Why, who: Who = None, ledger: Place = None) -> None:
    """Decide that A and B tell one happening."""
    number = ledger_at(ctx, ledger).decide("same", a, b, who=who or _me(), why=why)
    typer.echo(f"decision {number}: {a} and {b} are one happening; `contested reconcile` follows it")


@app.command("different")
@guarded
def different(ctx: typer.Context, a: A, b: B, why: Why, who: Who = None, ledger: Place = None) -> None:
    """Decide that A and B tell two happenings."""
    number = ledger_at(ctx, ledger).decide("different", a, b, who=who or _me(), why=why)
    typer.echo(f"decision {number}: {a} and {b} are two happenings; `contested reconcile` follows it")


@app.command("undo")
@guarded
def undo(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The decision's number.", show_default=False)],
    ledger: Place = None,
) -> None:
    """Take a decision back, as if it had never been made."""
    ledger_at(ctx, ledger).undo(number)
    typer.echo(f"decision {number} is undone; `contested reconcile` makes the events without it")


@app.command("list")
@guarded
def listed(
    ctx: typer.Context,
    ledger: Place = None,
    undone: Annotated[bool, typer.Option("--undone", help="Also those that were taken back.")] = False,
    format: Written = Format.text,
    output: Output = None,
) -> None:
    """List the decisions in force."""
    from contested.export import reasoning
    from contested.export.sitrep.terminal import laid_out

    rows = ledger_at(ctx, ledger).decisions(undone=undone)
    with opened(output) as out:
        if format is Format.json:
            put(out, json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        elif rows:
            put(out, laid_out(console(out), reasoning.decisions(rows)))
    if not rows:
        say("there are no decisions")
        raise typer.Exit(NOTHING_READ)


def _me() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):  # no name in the environment, none in the system's list
        return "somebody"


@guarded
def why(
    ctx: typer.Context,
    a: Annotated[str, typer.Argument(metavar="A", help="REPORT:CLAIM, a report, or an event's id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="REPORT:CLAIM, a report, or an event's id.")],
    ledger: Place = None,
    format: Written = Format.text,
    output: Output = None,
) -> None:
    """Show why two claims or reports of the ledger stand in one event, or what is known to keep them apart."""
    from contested.export import reasoning
    from contested.export.sitrep.terminal import laid_out

    book = made(ledger_at(ctx, ledger))
    found = book.why(a, b)
    with opened(output) as out:
        if format is Format.json:
            put(out, json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        else:
            put(out, laid_out(console(out), reasoning.reasons(a, b, found, book.decisions())))
