"""Tells the report from the web page around it, in plain text.

A small linear model (data/weights/lines.json, fitted by training/lines.py) gives each paragraph a number, positive for
the report; the best sequence of the two states under a price for each change is then found by dynamic programming
(Viterbi 1967), so that a lone short line inside the report stays in and a lone long one in a list of links stays out.
"""

import json
from functools import cache

from contested.acquire.features import Cover, Row, core, cue_cover, cue_share, has_cues, is_header, rows
from contested.acquire.lines import Paragraph
from contested.lexicon import data_bytes

WEIGHTS = "weights/lines.json"
LONGEST_NOTICE = 60
"""Words of a paragraph up to which words of notices make it one."""
MUCH = 8
SHORT = 12
"""A text with MUCH lines of at most SHORT words that are mostly cues is a whole page."""
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
    kept = states(scores, weights["switch"])
    if not _much_page(paras, cover):
        kept = _with_doubts_kept(paras, cover, kept)
    return [not keep or _is_notice(p, cues) for keep, p, cues in zip(kept, paras, cover, strict=True)]


def _looks_like_page(paras: list[Paragraph], cover: list[Cover]) -> bool:
    """Whether any paragraph has cues that cover much of it: without such a one there is no page around the report."""
    return len(paras) > 1 and any(has_cues(p, cues) for p, cues in zip(paras, cover, strict=True))


def _is_notice(p: Paragraph, cues: Cover) -> bool:
    """Whether the paragraph is a notice of the publisher's by words that no report uses."""
    return "notice" in cues and p.words <= LONGEST_NOTICE


def _much_page(paras: list[Paragraph], cover: list[Cover]) -> bool:
    """Whether so many lines are short or made of cues that most of the text may be page."""
    cued = sum(p.words <= SHORT and cue_share(cues) >= 0.5 for p, cues in zip(paras, cover, strict=True))
    short = sum(p.words <= 8 and not p.closed for p in paras)
    return cued >= MUCH or (len(paras) >= 20 and short >= 0.5 * len(paras))


def _with_doubts_kept(paras: list[Paragraph], cover: list[Cover], kept: list[bool]) -> list[bool]:
    """For a report with little page around it: what has no cue of its own stays, but for what a header announces below.

    The model knows whole pages; on a bare report its doubt about a short paragraph is worth less than the paragraph.
    """
    _, end = core(paras)
    announced, found = False, []
    for i, (p, cues, keep) in enumerate(zip(paras, cover, kept, strict=True)):
        announced = announced or (i >= end and is_header(p, cues))
        found.append(keep or not (announced or has_cues(p, cues)))
    return found


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
