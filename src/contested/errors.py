"""The exceptions of contested, as a tree drawn by what the caller can do about them.

ContestedError
├── InputError          a report could not be taken in; carries the contract's error code
├── SettingsError       a setting, option or data file of the user's is wrong
└── DataError           a reviewed file of our own is wrong: a bug to report
"""

INPUT_CODES = (
    "empty", "binary", "encoding", "too_large", "not_json", "not_object",
    "language", "no_text", "fetch", "timeout", "internal",
)  # fmt: skip


class ContestedError(Exception):
    """Whatever contested raises on purpose."""


class InputError(ContestedError):
    """A report that could not be read. `code` is one of INPUT_CODES, the message one clear sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code, self.message = code, message

    def __str__(self) -> str:
        return self.message


class SettingsError(ContestedError):
    """A setting or a file given by the user is wrong; the message says which and what to do."""


class DataError(ContestedError):
    """A packaged data file does not say what the code expects of it."""
