"""The command line: `contested COMMAND`. Each command lives in a module of its own and imports what it needs late."""

import logging
import os
from typing import Annotated

import typer

from contested.cli import actors, check, decide, events, explain, export, gazetteer, ledger, read, reconcile
from contested.cli.guard import guarded
from contested.settings import Settings

app = typer.Typer(
    name="contested",
    help="Reads reports about armed conflict and keeps every side's account: who says what, how sure, in which words.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(read.read)
app.command("reconcile")(reconcile.reconcile)
app.command("check")(check.check)
app.command("explain")(explain.explain)
app.command("add")(ledger.add)
app.command("search")(ledger.search)
app.command("show")(ledger.show)
app.command("export")(export.export)
app.command("events")(events.events)
app.command("questions")(events.questions)
app.command("figures")(events.figures)
app.command("why")(decide.why)
app.add_typer(decide.app, name="decide")
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(actors.app, name="actors")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"contested {version('contested')}")
        raise typer.Exit


@app.callback()
@guarded
def root(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 - Typer calls _version with it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Tell what happens on standard error, with tracebacks of errors.")
    ] = False,
) -> None:
    """Set up what all commands share: the log and the user's settings."""
    if debug:
        logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
        logging.getLogger("contested").setLevel(logging.DEBUG)
    settings = Settings.load()
    if settings.cache is not None:
        os.environ["CONTESTED_CACHE"] = str(settings.cache)  # the gazetteer, and processes started later, look here
    ctx.obj = settings


def main() -> None:
    """The entry point of the console script."""
    app()
