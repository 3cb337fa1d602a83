"""A web page as paragraphs with what the markup says of each: its element, its links, the names around it."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from contested.acquire.lines import Paragraph
from contested.lexicon import yaml_data

MARKUP = "lexicon/markup.yml"
DEEPEST = 400
"""Depth below which elements are read no further one by one: only their text counts."""
NAMES = ("page", "report", "caption", "byline", "dateline", "title", "box", "inset")
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


@dataclass(frozen=True, slots=True)
class Place:
    """Where text stands: the elements around it by name, and how many of them have a name of each kind."""

    tags: frozenset[str] = frozenset()
    names: tuple[int, ...] = (0,) * len(NAMES)
    block: str = "body"

    def named(self, kind: str) -> int:
        """How many elements around carry a word of that kind in their names."""
        return self.names[NAMES.index(kind)]


@dataclass(slots=True)
class Piece:
    """A paragraph of the page: its text, its place, the characters of it that are links, and a time element's value."""

    text: str
    place: Place
    linked: int = 0
    stamp: str | None = None


@dataclass(slots=True)
class _Flow:
    """Collects the text of one line of the page."""

    pieces: list[Piece] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    place: Place = Place()
    stamp: str | None = None

    def add(self, text: str | None, place: Place) -> None:
        if not text or not (text := _SPACE.sub(" ", text)).strip():
            if text:
                self.parts.append(" ")
            return
        if not self.parts or not "".join(self.parts).strip():
            self.place = place
        self.parts.append(text)
        if "a" in place.tags:
            self.linked += len(text)

    def end(self) -> None:
        text = _SPACE.sub(" ", "".join(self.parts)).strip()
        if _WORD.search(text):
            self.pieces.append(Piece(text, self.place, min(self.linked, len(text)), self.stamp))
        self.parts, self.linked, self.stamp = [], 0, None


@cache
def _set(kind: str) -> frozenset[str]:
    return frozenset(yaml_data(MARKUP)[kind])


@cache
def _kinds_of_names(names: str) -> tuple[int, ...]:
    """For each kind in NAMES 1 if a word of the names (class, id, role) speaks for it."""
    tokens = {token.lower() for token in _TOKEN.findall(names)} | set(names.lower().split())
    return tuple(int(not tokens.isdisjoint(_set(kind))) for kind in NAMES)


def pieces(root: Any) -> list[Piece]:
    """The paragraphs of a page (an lxml element) in order; no recursion, so that depth does no harm."""
    flow = _Flow()
    stack: list[tuple[Any, Place, int]] = [(root, Place(), 0)]
    while stack:
        item, place, depth = stack.pop()
        if isinstance(item, str):
            flow.add(item, place)
        elif item is None:
            flow.end()
        elif depth < DEEPEST:
            _open(item, place, depth, flow, stack)
        else:
            flow.add(" ".join(item.itertext()), place)
    flow.end()
    return flow.pieces


def _open(element: Any, place: Place, depth: int, flow: _Flow, stack: list[tuple[Any, Place, int]]) -> None:
    """Puts an element's text, children and their tails on the stack, last first."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _set("skipped") or _hidden(element):
        return
    block = tag in _set("block")
    inner = _inside(element, tag, place, block)
    if block or tag == "br":
        flow.end()
        stack.append((None, place, depth))
    if tag == "time" and element.get("datetime"):
        flow.stamp = element.get("datetime")
    for child in reversed(element):
        if child.tail:
            stack.append((child.tail, inner, depth))
        stack.append((child, inner, depth + 1))
    if element.text:
        stack.append((element.text, inner, depth))


def _hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN.search(style) is not None)


def _inside(element: Any, tag: str, place: Place, block: bool) -> Place:
    """The place of the text inside an element. The page's own body and html say nothing of its parts."""
    named = " ".join(value for name in ("class", "id", "role", "itemprop") if (value := element.get(name)))
    if tag in ("html", "body") or not named:
        counts = place.names
    else:
        counts = tuple(a + b for a, b in zip(place.names, _kinds_of_names(named[:300]), strict=True))
    return Place(place.tags | {tag}, counts, tag if block else place.block)


def joined(found: list[Piece]) -> tuple[str, list[Paragraph]]:
    """The pieces as one text, a blank line between any two, and as paragraphs of it."""
    paras, at = [], 0
    for piece in found:
        end = at + len(piece.text)
        paras.append(Paragraph(at, end, True, piece.text, len(_WORD.findall(piece.text))))
        at = end + 2
    return "\n\n".join(piece.text for piece in found), paras
