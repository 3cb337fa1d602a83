"""Finds the report among the paragraphs of a page: a linear model over text, markup and what others say.

The others are trafilatura, asked once for precision and once for recall, and the JSON-LD of the page where it carries
the body. None of them is trusted alone: each is one more sign beside length, links, names and place.
"""

import json
from collections.abc import Sequence
from functools import cache

from contested.acquire.features import Row, cue_cover, rows
from contested.acquire.furniture import score, states
from contested.acquire.lines import Paragraph
from contested.acquire.markup import NAMES, Piece
from contested.acquire.overlap import stands_in
from contested.lexicon import data_bytes

WEIGHTS = "weights/markup.json"
SEEN_BY = ("precise", "full", "declared")
_BLOCKS = ("p", "li", "td", "div", "figcaption", "blockquote", "pre")
_AROUND = ("article", "main", "aside", "nav", "footer", "header", "figure", "form", "table", "a", "ul")


@cache
def _weights() -> dict[str, float]:
    loaded: dict[str, float] = json.loads(data_bytes(WEIGHTS))
    return loaded


def markup_rows(
    text: str, paras: list[Paragraph], found: list[Piece], others: Sequence[str], title: str | None
) -> list[Row]:
    """The features of plain text (see `features.rows`) and those of the markup. `others`: bodies as in SEEN_BY."""
    table = rows(paras, cue_cover(text, paras), title)
    for row, piece in zip(table, found, strict=True):
        _add_markup(row, piece)
    for name, body in zip(SEEN_BY, others, strict=True):
        seen = stands_in(paras, body) if body else []
        for row, inside in zip(table, seen, strict=False):
            row["has_" + name] = 1.0
            row["in_" + name] = float(inside)
    for row in table:
        row["in_both"] = row.get("in_precise", 0.0) * row.get("in_full", 0.0)
    return table


def _add_markup(row: Row, piece: Piece) -> None:
    place = piece.place
    row["linked"] = piece.linked / max(len(piece.text), 1)
    row["block_" + (place.block if place.block in _BLOCKS else "h" if place.block[0] == "h" else "other")] = 1.0
    for tag in _AROUND:
        if tag in place.tags:
            row["around_" + tag] = 1.0
    for kind, count in zip(NAMES, place.names, strict=True):
        if count:
            row["named_" + kind] = min(count, 3) / 3


def report_of(table: list[Row]) -> list[bool]:
    """For each paragraph of the page whether it belongs to the report."""
    weights = _weights()
    return states([score(row, weights) for row in table], weights["switch"])
