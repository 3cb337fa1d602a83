"""Where things stand in a text: spans and blocks. Offsets are Unicode code points, half-open."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

BlockKind = Literal["title", "byline", "dateline", "body", "heading", "caption", "box", "inset", "furniture"]
BLOCK_KINDS: tuple[BlockKind, ...] = (
    "title", "byline", "dateline", "body", "heading", "caption", "box", "inset", "furniture",
)  # fmt: skip


class Span(NamedTuple):
    """`[start, end)` in code points of the report's text."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text of one kind; every non-blank line lies in exactly one."""

    start: int
    end: int
    kind: BlockKind
