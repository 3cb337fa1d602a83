"""Faults of ours, or of a library's, in one report: told as the error `internal`, so that the others go on."""

import logging

from contested.errors import InputError

log = logging.getLogger(__name__)
FAULTS = (
    ArithmeticError, AttributeError, LookupError, MemoryError, RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What a bug or a parser of pages raises; not what a person can mend (OSError, SettingsError, DataError)."""


def fault(error: Exception) -> InputError:
    """The error of a report that could not be taken in by a fault of ours."""
    log.debug("taking a report in failed", exc_info=error)
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return InputError("internal", f"taking the report in failed ({told[:300]}); please report this with the report")
