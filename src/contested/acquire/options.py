"""How reports are taken in: the options every reader of this room shares, and the bytes of one input."""

from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO, Literal

FormatIn = Literal["auto", "text", "markdown", "html", "pdf", "jsonl"]
MAX_TEXT = 2_000_000
"""Code points of the longest text read. A book has a million; reading takes a minute for each."""
MAX_BYTES = 20 * 1024 * 1024
"""Bytes of the longest report taken in. The longest news reports have some 100 kB; a book has about 1 MB."""


@dataclass(frozen=True, slots=True)
class InputOptions:
    """How to take reports in.

    `published` is the ISO day for reports that carry none, `source` the outlet and `language` the language (ISO 639-1)
    of reports that do not say theirs. `max_bytes` bounds one report: a file, a page, a line of JSON Lines. `timeout_s`
    bounds the wait for one page. `allow_private` lets URLs lead to addresses inside the own network. `keep_future`
    says whether a publication day that the user gave is used though it lies after `now` (it is warned about either
    way); a later day found in the text or page never is. `stdin` is read for "-" (default: the standard input).
    """

    format_in: FormatIn = "auto"
    published: str | None = None
    source: str | None = None
    language: str | None = None
    allow_private: bool = False
    max_bytes: int = MAX_BYTES
    timeout_s: float = 30.0
    now: date | None = None
    keep_future: bool = True
    stdin: BinaryIO | None = None

    @property
    def today(self) -> date:
        """`now`, or the machine's day."""
        return self.now or date.today()


@dataclass(frozen=True, slots=True)
class Raw:
    """One input as received. `kind` is the format found out, None where the bytes have to tell."""

    id: str
    data: bytes
    kind: FormatIn | None = None
    url: str | None = None
    charset: str | None = None
    warnings: tuple[str, ...] = field(default=())
