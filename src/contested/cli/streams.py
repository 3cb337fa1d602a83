"""Where output goes: standard output or a file, with its width and colour; and a sign of life while people wait."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from contested.errors import SettingsError

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")
PIPED_WIDTH = 80


@contextmanager
def opened(output: Path | None, sources: Iterable[str] = ()) -> Iterator[BinaryIO]:
    """The file to write to, standard output where none is named; SettingsError where it cannot be written."""
    if output is None:
        yield sys.stdout.buffer
        return
    if any(_same(output, source) for source in sources):
        raise SettingsError(f"{output} is read and would be written over: name another file with -o")
    try:
        file = output.open("wb")
    except OSError as error:
        raise SettingsError(f"{output} cannot be written: {(error.strerror or str(error)).lower()}") from error
    with file:
        yield file


def _same(output: Path, source: str) -> bool:
    try:
        return output.samefile(source)
    except OSError:
        return False


def console(out: BinaryIO) -> "Console":
    """A Rich console to lay things out for the stream: 80 columns, no colour unless it is a terminal (or NO_COLOR)."""
    from rich.console import Console

    terminal = out is getattr(sys.stdout, "buffer", None) and sys.stdout.isatty()
    width = None if terminal or os.environ.get("COLUMNS") else PIPED_WIDTH
    return Console(file=StringIO(), width=width, force_terminal=terminal, markup=False, highlight=False, emoji=False)


def put(out: BinaryIO, text: str) -> None:
    """Write the text at once."""
    out.write(text.encode("utf-8", "replace"))
    out.flush()


def watched(things: Iterable[T], doing: str) -> Iterator[T]:
    """The same things; while the next is awaited a line on standard error says so, if that is a terminal."""
    if not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console

    status = Console(stderr=True).status(doing)
    waiting, count = iter(things), 0
    while True:
        status.start()
        try:
            thing = next(waiting, None)
        finally:
            status.stop()
        if thing is None:
            return
        count += 1
        yield thing
        status.update(f"{doing} ({count} so far)")


def tracked(things: Iterable[T], doing: str, total: int | None) -> Iterator[T]:
    """The same things, with a bar on standard error, if that is a terminal: how many, how fast, how long still."""
    if not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TaskProgressColumn(show_speed=True), TimeRemainingColumn())
    with Progress(doing, *columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(things, total=total, description=doing)
