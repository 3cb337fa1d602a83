"""A text as paragraphs: lines hard-wrapped inside a sentence are put together again, blank lines divide."""

import re
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"\w+")
_CLOSED = re.compile(r"[.!?…:;][\s\"'”’»)\]]{0,4}$")
_BULLET = re.compile(r"(?:[•▪●·◦‣*–—-]|\d{1,2}[.)])\s+(?=\S)")
WIDEST = 120
"""Code points of the longest line of a hard-wrapped text; a text with longer lines was not wrapped."""


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line without the white space around it; `blank`: a blank line (or the start) is above."""

    start: int
    end: int
    blank: bool
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive lines that belong together. `text` is their text in one line; `words` its number of words."""

    start: int
    end: int
    blank: bool
    text: str
    words: int
    lines: int = 1

    @property
    def bullet(self) -> bool:
        """Whether it opens with a list sign."""
        return _BULLET.match(self.text) is not None

    @property
    def closed(self) -> bool:
        """Whether it ends as sentences end."""
        return _CLOSED.search(self.text[-6:]) is not None


def split_lines(text: str) -> list[Line]:
    """The non-blank lines, in order; offsets in code points."""
    found: list[Line] = []
    at, blank = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            found.append(Line(start, start + len(stripped), blank, stripped))
        blank = not stripped
        at += len(raw) + 1
    return found


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text. Without wrapping and without sentences cut by line breaks, one a line."""
    lines = split_lines(text)
    width = _wrap_width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.blank and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def _paragraph(group: list[Line]) -> Paragraph:
    joined = group[0].text if len(group) == 1 else " ".join(line.text for line in group)
    return Paragraph(group[0].start, group[-1].end, group[0].blank, joined, len(_WORD.findall(joined)), len(group))


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the text was hard-wrapped, 0 if it was not.

    It was if no line is wider than WIDEST and most lines that end inside a sentence are nearly as wide as the widest:
    the next line's first word would not have fitted.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank and not _CLOSED.search(a.text[-6:])]
    widest = max((len(line.text) for line in lines), default=0)
    if len(pairs) < 2 or not 40 <= widest <= WIDEST:
        return 0
    full = sum(_full(a, b, widest) for a, b in pairs)
    return widest if full >= 0.6 * len(pairs) else 0


def _full(line: Line, after: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line (a few columns' play)."""
    return len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width - 4


def _continues(group: list[Line], line: Line, width: int) -> bool:
    """Whether the line goes on with the paragraph `group` rather than opening one of its own."""
    last = group[-1]
    if _BULLET.match(line.text):
        return False
    if width and _full(last, line, width):
        return True
    cut = not _CLOSED.search(last.text[-6:]) and line.text[0].islower()
    return cut and sum(len(part.text) for part in group) >= 30
