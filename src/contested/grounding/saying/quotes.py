"""Quotations: what stands between quotation marks, also over several sentences and paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from contested.model.text import Span

_PARAGRAPH = re.compile(r"\n\s*\n\s*|(?<=[\"”»])[ \t]*\n\s*|\n[ \t]*(?=[\"“„«]|'')")
_OPEN_CLOSE = {"“": "”", "„": "“”", "«": "»", '"': '"', "``": "''", "''": "''"}
_STRAIGHT = frozenset({'"', "''"})
_MARKS = re.compile(r"[\"“”„«»]|``|''")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks. `speech` is False for a word or two in marks, which may be the reporter's own."""

    start: int
    end: int
    paragraph: int
    speech: bool
    whole: bool

    @property
    def span(self) -> Span:
        """Its place, the marks included."""
        return Span(self.start, self.end)


def paragraphs(text: str) -> list[int]:
    """Where the text's paragraphs begin: after blank lines and where a line opens with a quotation mark."""
    return [0, *(m.end() for m in _PARAGRAPH.finditer(text))]


def quotes_in(text: str, begins: Sequence[int]) -> list[Quote]:
    """The quotations in double marks, one a paragraph where a quotation runs over several."""
    found: list[Quote] = []
    ends = [*begins[1:], len(text)]
    for number, (start, end) in enumerate(zip(begins, ends, strict=True)):
        for s, e in _pairs(text, start, end):
            found.append(_quote(text, s, e, number, Span(start, end)))
    return found


def _pairs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Opening and closing marks of one paragraph; one left open runs to the paragraph's end."""
    pairs = []
    opened: tuple[int, str] | None = None
    for match in _MARKS.finditer(text, start, end):
        mark = match.group()
        if opened is None:
            if mark in _OPEN_CLOSE and _opens(text, match, end):
                opened = (match.start(), _OPEN_CLOSE[mark])
        elif mark in opened[1] and not (mark in _STRAIGHT and _only_opens(text, match, end)):
            pairs.append((opened[0], match.end()))
            opened = None
    if opened is not None and not text[start : opened[0]].strip():
        pairs.append((opened[0], start + len(text[start:end].rstrip())))
    return pairs


def _opens(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a mark can open: something follows it without a space."""
    return match.end() < end and not text[match.end()].isspace()


def _only_opens(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a straight mark can only open: white space before it and none behind it."""
    before = text[match.start() - 1] if match.start() else " "
    return before.isspace() and _opens(text, match, end)


def _quote(text: str, start: int, end: int, number: int, paragraph: Span) -> Quote:
    inner = text[start + 1 : end - 1].strip()
    speech = len(inner.split()) >= 5 or inner.endswith((",", ".", "!", "?", "…"))
    outside = text[paragraph.start : start] + text[end : paragraph.end]
    return Quote(start, end, number, speech, not any(c.isalnum() for c in outside))


def paragraph_of(begins: Sequence[int], offset: int) -> int:
    """The number of the paragraph that holds an offset."""
    return bisect_right(begins, offset) - 1


def form_of(text: str, content: Sequence[Span], quotes: Sequence[Quote]) -> str:
    """`direct` if nine tenths of the content's letters stand in quotation marks, `indirect` if none, else `mixed`."""
    total = quoted = 0
    for span in content:
        total += sum(c.isalnum() for c in text[span.start : span.end])
        for quote in quotes:
            if quote.start < span.end and quote.end > span.start:
                piece = text[max(quote.start, span.start) : min(quote.end, span.end)]
                quoted += sum(c.isalnum() for c in piece)
    if not quoted or not total:
        return "indirect"
    return "direct" if quoted >= 0.9 * total else "mixed"
