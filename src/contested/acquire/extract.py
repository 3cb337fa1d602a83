"""Web pages to reports: text, blocks, title, author, source, day of publication."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from contested.acquire.article import markup_rows, report_of
from contested.acquire.features import core, is_sentence
from contested.acquire.layout import is_dateline, kinds
from contested.acquire.lines import Paragraph
from contested.acquire.markup import DEEPEST, Piece, Place, joined, pieces
from contested.acquire.outlet import site_in_title
from contested.acquire.pagemeta import PageMeta, iso_day, page_meta, url_day, written_day
from contested.errors import InputError
from contested.model.report import PublishedBasis
from contested.model.text import Block, BlockKind

LARGEST = 5_000_000
"""Characters of a page that are read; the rest is cut off."""
MOST = 6_000
"""Elements nested or paragraphs on a page above which trafilatura is not asked: its cost grows faster than the page."""
_ASIDE = frozenset({"aside", "nav", "footer"})
_HEAD = frozenset({"title", "byline", "dateline", "furniture"})
_NAME = re.compile(r"\s*(/?[a-zA-Z][a-zA-Z0-9]*)")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The report of a web page. `published` is an ISO day or None; offsets of `blocks` are code points of `text`."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    author: str | None
    source: str | None
    url: str | None
    published: str | None
    published_basis: PublishedBasis
    language: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart: its paragraphs as text and as pieces of markup, and what others hold to be its body."""

    text: str
    paras: list[Paragraph]
    pieces: list[Piece]
    others: tuple[str, str, str]
    meta: PageMeta


def extract_html(html: str, *, url: str | None = None) -> Extracted:
    """The report of a web page.

    The text holds the report's own parts only, a blank line between any two, with their kinds as far as the markup or
    the words tell them; furniture is left out. The day of publication comes from the page's meta data ("meta"), its
    address ("url") or a time stamp ("page"), never from a footer. Raises InputError("no_text") where there
    is nothing to read.
    """
    page = read_page(html, url)
    if not page.paras:
        raise InputError("no_text", "The page holds no text that could be read.")
    table = markup_rows(page.text, page.paras, page.pieces, page.others, page.meta.title)
    kept = report_of(table)
    if not any(kept):
        kept = _densest(page.paras)
    found = _kinds(page, kept)
    text, blocks = _assembled(page.paras, found)
    if _only_links(page, found):
        raise InputError("no_text", "The page holds no report, only a title or links.")
    meta = page.meta
    published, basis = _published(page, found, url)
    title = next((text[b.start : b.end] for b in blocks if b.kind == "title"), meta.title)
    source = (
        meta.site
        or site_in_title(meta.page_title, title)
        or (urlsplit(url).netloc.removeprefix("www.") or None if url else None)
    )
    return Extracted(text, blocks, title, meta.author, source, url, published, basis, meta.language)


def read_page(html: str, url: str | None) -> Page:
    """Takes a page apart. Raises nothing: a page without text has no paragraphs."""
    html = _CONTROL.sub(" ", html[:LARGEST])
    root = _parse(html)
    found = (pieces(root) if root is not None else []) or _stripped(html)
    text, paras = joined(found)
    meta = page_meta(html)
    others = _ask_trafilatura(html, url) if 0 < len(found) <= MOST and _shallow(root) else ("", "")
    return Page(text, paras, found, (*others, meta.body), meta)


def _parse(html: str) -> Any:
    """The page as a tree, or None where the parser finds none."""
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml_html.document_fromstring(html.encode("utf-8", "surrogatepass"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _shallow(root: Any) -> bool:
    """Whether no element is nested so deep that a program that walks the tree by recursion would fall over."""
    waiting, deepest = [(root, 0)] if root is not None else [], 0
    while waiting and deepest < DEEPEST:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((child, depth + 1) for child in element)
    return root is not None and deepest < DEEPEST


def _stripped(html: str) -> list[Piece]:
    """The text between the tags, for pages of which the parser makes nothing (cut off, nested without end)."""
    found, skipping = [], ""
    for part in html.split("<"):
        name, _, rest = part.partition(">")
        tag = _NAME.match(name)
        word = tag.group(1).lower() if tag else ""
        if skipping:
            skipping = "" if word == "/" + skipping else skipping
        elif word in ("script", "style", "noscript", "head", "template"):
            skipping = word
        if not skipping and (text := " ".join(unescape(rest).split())) and any(c.isalnum() for c in text):
            found.append(Piece(text, Place()))
    return found


def _ask_trafilatura(html: str, url: str | None) -> tuple[str, str]:
    """What trafilatura holds to be the body, asked for precision and for completeness; "" where it finds nothing."""
    from trafilatura import extract

    precise = extract(html, url=url, include_comments=False, favor_precision=True)
    full = extract(html, url=url, include_comments=False, favor_recall=True)
    return precise or "", full or ""


def _densest(paras: list[Paragraph]) -> list[bool]:
    """The stretch with the most running text, for pages on which the model finds no report; all if there is none."""
    first, last = core(paras)
    return [first <= i < last for i in range(len(paras))] if last else [True] * len(paras)


def _kinds(page: Page, kept: list[bool]) -> list[BlockKind]:
    """The kinds by the words, set right where the markup says more."""
    found = kinds(page.paras, [not keep for keep in kept], page.meta.title)
    if page.meta.published:  # the day is known: a time stamp that is no part of the report is not needed
        found = ["furniture" if k == "dateline" and not keep else k for k, keep in zip(found, kept, strict=True)]
    return [_by_markup(kind, p, piece) for kind, p, piece in zip(found, page.paras, page.pieces, strict=True)]


def _by_markup(kind: BlockKind, p: Paragraph, piece: Piece) -> BlockKind:
    """The kind that the markup gives a paragraph of the report; that of the words where it says nothing."""
    place = piece.place
    if kind in ("furniture", "title", "byline", "dateline"):
        return kind
    if place.block == "figcaption" or place.named("caption") or "figure" in place.tags:
        return "caption"
    if place.block in _HEADINGS and p.words <= 25:
        return "heading"
    if place.named("box") and kind == "body":
        return "box"
    if place.named("byline") and p.words <= 12 and not p.closed:
        return "byline"
    return "body" if place.block == "p" and kind in ("heading", "caption") and p.closed else kind


def _only_links(page: Page, found: list[BlockKind]) -> bool:
    """Whether nothing is left but heads and lines that are links: a front page, a menu, an empty shell."""
    rest = [(p, piece) for p, piece, kind in zip(page.paras, page.pieces, found, strict=True) if kind not in _HEAD]
    return all(piece.linked > 0.8 * len(piece.text) and not is_sentence(p) for p, piece in rest)


def _assembled(paras: list[Paragraph], found: list[BlockKind]) -> tuple[str, tuple[Block, ...]]:
    """The report's text and its blocks, furniture left out."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for p, kind in zip(paras, found, strict=True):
        if kind != "furniture":
            parts.append(p.text)
            blocks.append(Block(at, at + len(p.text), kind))
            at += len(p.text) + 2
    return "\n\n".join(parts), tuple(blocks)


def _published(page: Page, found: list[BlockKind], url: str | None) -> tuple[str | None, PublishedBasis]:
    if page.meta.published:
        return page.meta.published, "meta"
    if day := url_day(url):
        return day, "url"
    day = _stamped(page, found)
    return (day, "page") if day else (None, "none")


def _stamped(page: Page, found: list[BlockKind]) -> str | None:
    """The first day stamped between the title and the running text or right under it, outside the page's own parts."""
    kept = [i for i, kind in enumerate(found) if kind != "furniture"]
    for piece in page.pieces[max(kept[0] - 6, 0) : kept[-1] + 3]:
        if piece.place.tags.isdisjoint(_ASIDE) and not piece.place.named("page"):
            day = iso_day(piece.stamp) or (written_day(piece.text) if _is_stamp(piece) else None)
            if day:
                return day
    return None


def _is_stamp(piece: Piece) -> bool:
    words = len(piece.text.split())
    return words <= 14 and is_dateline(Paragraph(0, len(piece.text), True, piece.text, words))
