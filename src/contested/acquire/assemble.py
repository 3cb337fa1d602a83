"""A text and what is known of it, put together as a Report: blocks, language, day, checksums."""

import hashlib
import re
from dataclasses import dataclass, replace

from contested.acquire.blocks import classify
from contested.acquire.dates import Sources, published
from contested.acquire.language import language_of, normal_code, require_readable
from contested.acquire.lines import paragraphs
from contested.acquire.options import MAX_TEXT, InputOptions
from contested.acquire.outlet import outlet_in_text
from contested.errors import InputError
from contested.model.report import PublishedBasis, Report
from contested.model.text import Block

HEAD = 4_000
"""Code points from the top in which the outlet is looked for."""
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report besides its text; None where nothing is. `given` is a day as it came with the report,
    `page` the ISO day its page states, with its basis. `blocks` None: to be found out."""

    id: str
    sha256: str
    title: str | None = None
    author: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    given: str | None = None
    page: str | None = None
    page_basis: PublishedBasis = "none"
    blocks: tuple[Block, ...] | None = None
    warnings: tuple[str, ...] = ()


def assemble(text: str, known: Known, options: InputOptions) -> Report:
    """The report; InputError `empty` if the text is blank, `too_large` if it is no report
    but an archive, `language` if it is in one that cannot be read.

    Lone surrogates, which no encoding can write, become U+FFFD: one code point for one, so that offsets stay.
    """
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u00a0"):
        raise InputError("empty", "the report has no text")
    if len(text) > MAX_TEXT:
        raise InputError("too_large", f"the text has {len(text):,} characters, the most for one report is {MAX_TEXT:,}")
    warnings = list(known.warnings)
    if not text.isascii():
        text, lone = _SURROGATE.subn("\ufffd", text)
        if lone:
            warnings.append(f"{lone} lone surrogates were replaced by U+FFFD")
    known = _clean(known)
    blocks = known.blocks if known.blocks is not None else classify(text, title=known.title)
    language = _language(text, blocks, known, options, warnings)
    sources = Sources(known.given, known.url, known.page, known.page_basis, options.published)
    day = published(text, blocks, sources, today=options.today, keep_future=options.keep_future)
    return Report(
        id=known.id,
        text=text,
        blocks=blocks,
        source=known.source or options.source or outlet_in_text(paragraphs(text[:HEAD])),
        url=known.url,
        title=known.title or _headline(text, blocks),
        author=known.author,
        published_at=day.day,
        published_basis=day.basis,
        language=language,
        sha256=known.sha256,
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        warnings=(*warnings, *day.warnings),
    )


def _headline(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The block that is the title, in one line; None where there is none."""
    return next((" ".join(text[b.start : b.end].split()) for b in blocks if b.kind == "title"), None)


def _clean(known: Known) -> Known:
    """The same with lone surrogates replaced in all fields that are written out."""
    return replace(
        known,
        id=writable(known.id),
        title=known.title and writable(known.title),
        author=known.author and writable(known.author),
        source=known.source and writable(known.source),
        url=known.url and writable(known.url),
    )


def writable(text: str) -> str:
    """The text with lone surrogates, which no encoding can write, replaced by U+FFFD; code points stay as many."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _language(
    text: str, blocks: tuple[Block, ...], known: Known, options: InputOptions, warnings: list[str]
) -> str | None:
    """The language given, else the one found out; a given one that is no language is warned about."""
    given = known.language or options.language
    code = normal_code(given) if given else None
    if given and code is None:
        warnings.append(f"{given[:40]!r} is not a language: found out from the text")
    if code is None:
        code, warning = language_of(text, blocks)
        warnings.extend([warning] if warning else [])
    require_readable(code)
    return code
