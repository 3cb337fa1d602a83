"""A report as it was taken in, and a report that could not be."""

from dataclasses import dataclass, field
from typing import Literal

from contested.model.text import Block

PublishedBasis = Literal["given", "url", "meta", "page", "dateline", "text", "none"]
PUBLISHED_BASES: tuple[PublishedBasis, ...] = ("given", "url", "meta", "page", "dateline", "text", "none")


@dataclass(frozen=True, slots=True)
class Report:
    """One report with its text and what is known about it. `published_at` is an ISO day or None."""

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    source: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published_at: str | None = None
    published_basis: PublishedBasis = "none"
    language: str | None = None
    sha256: str = ""
    text_sha256: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A report that could not be read: `id` (or `line` of the input where there is none), error code and sentence."""

    id: str | None
    code: str
    message: str
    line: int | None = None
    source: str | None = None
    warnings: tuple[str, ...] = field(default=())
