"""Tells the report from the web page around it, in plain text.

A small linear model (data/weights/lines.json, fitted by training/lines.py) gives each paragraph a number, positive for
the report; the best sequence of the two states under a price for each change is then found by dynamic programming
(Viterbi 1967), so that a lone short line inside the report stays in and a lone long one in a list of links stays out.
"""

import json
from functools import cache

from contested.acquire.features import Row, cue_cover, rows
from contested.acquire.lines import Paragraph
from contested.lexicon import data_bytes

WEIGHTS = "weights/lines.json"
RESCUE = 2.0
"""Log odds given to the best paragraph of a page on which none would be report."""


def furniture(text: str, paras: list[Paragraph], title: str | None = None) -> list[bool]:
    """For each paragraph whether it belongs to the page and not to the report.

    A text in which nothing looks like a page is kept whole at once.
    """
    cover = cue_cover(text, paras)
    if not _looks_like_page(paras, cover):
        return [False] * len(paras)
    weights = _weights()
    scores = [score(row, weights) for row in rows(paras, cover, title)]
    return [not keep for keep in states(scores, weights["switch"])]


def _looks_like_page(paras: list[Paragraph], cover: list[dict[str, float]]) -> bool:
    """Whether any paragraph has cues that cover much of it: without such a one there is no page around the report."""
    if len(paras) < 2:
        return False
    return any(sum(v for k, v in c.items() if k != "phrases") > 0.3 or c.get("phrases", 0) > 1 for c in cover if c)


@cache
def _weights() -> dict[str, float]:
    loaded: dict[str, float] = json.loads(data_bytes(WEIGHTS))
    return loaded


def score(row: Row, weights: dict[str, float]) -> float:
    """The log odds that a paragraph belongs to the report."""
    return sum(weights.get(name, 0.0) * value for name, value in row.items())


def states(scores: list[float], switch: float) -> list[bool]:
    """The likeliest states; where that would be page alone, those left when the best paragraph counts as report.

    Every page given to us has a report, be it a table or a list that looks like no report.
    """
    found = _best(scores, switch)
    if any(found) or not scores:
        return found
    lift = RESCUE - max(scores)
    return _best([value + lift for value in scores], switch)


def _best(scores: list[float], switch: float) -> list[bool]:
    """The likeliest sequence of report (True) and page (False) when each change between the two costs `switch`."""
    keep, drop = 0.0, 0.0
    came: list[tuple[bool, bool]] = []
    for value in scores:
        from_keep, from_drop = keep >= drop - switch, keep - switch > drop
        came.append((from_keep, from_drop))
        keep, drop = max(keep, drop - switch) + value / 2, max(drop, keep - switch) - value / 2
    found, state = [], keep >= drop
    for from_keep, from_drop in reversed(came):
        found.append(state)
        state = from_keep if state else from_drop
    return found[::-1]
