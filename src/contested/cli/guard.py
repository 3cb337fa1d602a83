"""The edge between the program and a person: every error as one sentence, a closed pipe as nothing at all."""

import logging
import os
import sys
import traceback
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from contested.errors import ContestedError, InputError, SettingsError
from contested.export.safe import clean

P = ParamSpec("P")
NOTHING_READ, WRONG_USE, INTERRUPTED = 1, 2, 130
"""Exit codes: nothing could be read, or problems were found; the call itself is wrong; stopped by the user."""
ISSUES = "the project's issue tracker"
log = logging.getLogger(__name__)


def say(message: str) -> None:
    """One line on standard error, without anything in it that a terminal obeys."""
    typer.echo(f"contested: {clean(message)}", err=True)


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """The command with its errors told in a sentence and its exit code set."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except typer.Exit:
            raise
        except BrokenPipeError:
            _close_quietly()
        except (SettingsError, InputError) as error:
            _stop(str(error), WRONG_USE)
        except ContestedError as error:
            _stop(str(error), NOTHING_READ)
        except OSError as error:
            _stop(_of_system(error), WRONG_USE)
        except KeyboardInterrupt:
            _stop("stopped", INTERRUPTED)
        except Exception as error:
            _internal(error)

    return run


def _stop(message: str, code: int) -> None:
    log.debug("stopped", exc_info=True)
    say(message)
    raise typer.Exit(code)


def _of_system(error: OSError) -> str:
    reason = (error.strerror or str(error) or type(error).__name__).lower()
    return f"{error.filename}: {reason}" if error.filename else reason


def _internal(error: BaseException) -> None:
    """A bug. BadParameter and its like are not: Typer tells them itself."""
    if type(error).__module__.split(".")[0] in ("typer", "click"):
        raise error
    if log.isEnabledFor(logging.DEBUG):
        typer.echo("".join(traceback.format_exception(error)), err=True)
    kind = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    say(f"internal error ({kind})")
    say(f"this is a bug: please tell it at {ISSUES}, with what --debug prints (contested --debug COMMAND ...)")
    raise typer.Exit(NOTHING_READ)


def _close_quietly() -> None:
    """Whoever read our output has had enough (`| head`): nothing more can be written, and that is no error."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        log.debug("standard output has no file behind it")
    raise typer.Exit(0)
