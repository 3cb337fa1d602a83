"""An outline as Markdown. Every string of a report is escaped."""

from collections.abc import Iterable, Iterator

from contested.export.safe import markdown
from contested.export.sitrep.outline import Grid, Item, Line, Outline, Section, Sides


def render(outline: Outline, level: int = 1) -> str:
    """The outline as Markdown with its title as a heading of this level, ending in a line end."""
    lines = [f"{'#' * level} {markdown(outline.title)}", ""]
    under = " · ".join(markdown(part) for part in (outline.origin, outline.counts) if part)
    lines += [f"*{under}*", ""] if under else []
    lines += [f"Voices: {markdown(outline.voices)}", ""] if outline.voices else []
    for section in outline.sections:
        lines += _section(section, level + 1)
    return "\n".join(lines).rstrip("\n") + "\n"


def overview(rows: Iterable[tuple[str, str, str]]) -> str:
    """The head of a page on several reports: (title, origin, counts) each."""
    found = list(rows)
    listed = (
        f"{number}. **{markdown(title)}** · " + " · ".join(markdown(part) for part in (origin, counts) if part)
        for number, (title, origin, counts) in enumerate(found, 1)
    )
    return "\n".join([f"# Reports read: {len(found)}", "", *listed, ""])


def _section(section: Section, level: int) -> Iterator[str]:
    if section.title:
        yield from (f"{'#' * level} {markdown(section.title)}", "")
    for part in section.parts:
        if isinstance(part, Item):
            yield from _item(part)
        elif isinstance(part, Sides):
            yield from _sides(part)
        else:
            yield from (*_grid(part), "")
    yield ""


def _item(item: Item) -> Iterator[str]:
    remark = f" *\\[{markdown(item.remark)}\\]*" if item.remark else ""
    if not item.title:
        yield from (f"- {_line(line)}" for line in item.lines)
        yield from ([f"- {remark.strip()}"] if remark else [])
        return
    title = markdown(item.title)
    yield f"- **{title}**{remark}" if item.lines else f"- {title}{remark}"
    yield from (f"  - {_line(line)}" for line in item.lines)


def _line(line: Line) -> str:
    label = f"{markdown(line.label)}: " if line.label else ""
    claims = f" ({markdown(' '.join(line.claims))})" if line.claims else ""
    return f"{label}{markdown(line.text)}{claims}"


def _sides(sides: Sides) -> Iterator[str]:
    yield from ("", f"**{markdown(sides.title)}**  ", f"*{markdown(sides.remark)}*", "")
    columns = tuple(markdown(value) for value, _ in sides.positions)
    yield from _table(columns, [tuple("<br>".join(map(_line, lines)) for _, lines in sides.positions)])
    yield ""


def _grid(grid: Grid) -> Iterator[str]:
    return _table(tuple(map(markdown, grid.columns)), (tuple(map(markdown, row)) for row in grid.rows))


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(columns) + " |"
    yield "|" + " --- |" * len(columns)
    yield from ("| " + " | ".join(row) + " |" for row in rows)
