"""The outline of a situation report: what is shown, in which order, still without any layout.

All strings in an outline are clean: one line each, nothing in them that a terminal obeys.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One line under an item: a label ("Who"), the words, the ids of the claims they come from."""

    label: str
    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: its headline, a remark on it ("denied"), and the lines that say more."""

    title: str
    remark: str | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Sides:
    """Accounts to be set side by side: for each position its value and who says it."""

    title: str
    remark: str
    positions: tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `columns` are its headings, the last holds ids of claims, `voice` is the one of who says it.

    A cell may be empty. The `named` columns need their heading beside the cell where the table is set as a list.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    voice: int
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    parts: tuple[Item | Sides | Grid, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A report's whole outline: its title, where it comes from, how much was found, its sections, who speaks."""

    title: str
    origin: str
    counts: str
    sections: tuple[Section, ...] = field(default=())
    voices: str = ""
