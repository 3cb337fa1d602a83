"""An outline on a terminal (Rich). No string is read as Rich markup: all text comes as Text objects."""

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from contested.export.explain import Explanation
from contested.export.sitrep.outline import Grid, Item, Line, Outline, Section, Sides

SIDE_WIDTH = 34
"""Columns an account needs to stand beside another; with less the accounts stand one under the other."""

TABLE_WIDTH = 110
"""Columns of a terminal from which tables are set as such; on a narrower one each row is an item of a list."""


def render(outline: Outline, width: int) -> RenderableType:
    """The outline laid out for a terminal of this many columns."""
    head: list[RenderableType] = [Rule(style="dim"), Text(outline.title, style="bold")]
    under = " · ".join(part for part in (outline.origin, outline.counts) if part)
    head.append(Text(under, style="dim"))
    if outline.voices:
        head.append(_hanging(Text(f"Voices: {outline.voices}", style="dim"), 8))
    return Group(*head, *(part for section in outline.sections for part in _section(section, width)))


def overview(rows: Iterable[tuple[str, str, str]]) -> RenderableType:
    """The list of several reports: (title, origin, counts) each."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(ratio=1)
    for number, (title, origin, counts) in enumerate(rows, 1):
        under = " · ".join(part for part in (origin, counts) if part)
        table.add_row(str(number), Text.assemble((title, "bold"), "\n" if under else "", (under, "dim")))
    return Group(Rule(style="dim"), Text(f"Reports read: {len(table.rows)}", style="bold"), table)


def explained(explanation: Explanation) -> RenderableType:
    """A claim in its sentence, its words between double brackets, and what it stands on."""
    sentence = Text.assemble(
        explanation.before, ("[[", "dim"), (explanation.words, "bold reverse"), ("]]", "dim"), explanation.after
    )
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="green", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for line in explanation.lines:
        table.add_row(Text(line.label), Text(line.text))
    return Group(Text(explanation.title, style="bold"), Text(), Padding(sentence, (0, 0, 0, 2)), Text(), table)


def laid_out(console: Console, what: RenderableType) -> str:
    """What the console would print, without markup, highlighting or emoji codes and without blanks at line ends."""
    with console.capture() as capture:
        console.print(what, markup=False, highlight=False, emoji=False)
    return "\n".join(line.rstrip(" ") for line in capture.get().split("\n"))


def _section(section: Section, width: int) -> Iterator[RenderableType]:
    yield Text()
    if section.title:
        yield Text(section.title.upper(), style="bold cyan")
    for part in section.parts:
        if isinstance(part, Item):
            yield from _item(part)
        elif isinstance(part, Sides):
            yield from _sides(part, width)
        else:
            yield from [Padding(_grid(part), (0, 0, 0, 1))] if width >= TABLE_WIDTH else _listed(part)


def _item(item: Item) -> Iterator[RenderableType]:
    headline = Text(" • " if item.title else "   ")
    headline.append(item.title, style="bold" if item.lines else "")
    if item.remark:
        headline.append(f"{'  ' if item.title else ''}[{item.remark}]" if item.title else item.remark, style="yellow")
    if item.title:
        yield _hanging(headline, 3)
    yield from (_hanging(_line(line), 7, 4) for line in item.lines)
    if item.remark and not item.title:
        yield headline


def _line(line: Line) -> Text:
    text = Text()
    if line.label:
        text.append(f"{line.label}: ", style="green" if line.claims else "dim")
    text.append(line.text)
    if line.claims:
        text.append(f"  {' '.join(line.claims)}", style="dim")
    return text


def _hanging(text: Text, indent: int, first: int = 0) -> RenderableType:
    """The text with all lines but the first indented further."""
    grid = Table.grid(padding=0)
    grid.add_column(width=first or indent, no_wrap=True)
    grid.add_column(ratio=1)
    lead, rest = (Text(" " * first), text) if first else (text[:indent], text[indent:])
    grid.add_row(lead, rest)
    return grid


def _sides(sides: Sides, width: int) -> Iterator[RenderableType]:
    yield _hanging(Text.assemble(" • ", (sides.title, "bold")), 3)
    yield Padding(Text(sides.remark, style="yellow"), (0, 0, 0, 3))
    beside = len(sides.positions) * SIDE_WIDTH <= width - 6
    table = Table(
        box=box.SQUARE, show_header=beside, show_lines=not beside, expand=True, border_style="dim", header_style="bold"
    )
    if beside:
        for value, _ in sides.positions:
            table.add_column(Text(value), ratio=1)
        table.add_row(*(Group(*map(_line, lines)) for _, lines in sides.positions))
    else:
        table.add_column(ratio=1)
        table.add_column(ratio=3)
        for value, lines in sides.positions:
            table.add_row(Text(value, style="bold"), Group(*map(_line, lines)))
    yield Padding(table, (0, 0, 0, 3))


def _grid(grid: Grid) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="dim", expand=False)
    used = [n for n, _ in enumerate(grid.columns) if any(row[n] for row in grid.rows)]
    for n in used:
        last = n == len(grid.columns) - 1
        table.add_column(grid.columns[n], style="dim" if last else "", overflow="fold")
    for row in grid.rows:
        table.add_row(*(Text(row[n], style="bold" if n == 0 else "") for n in used))
    return table


def _listed(grid: Grid) -> Iterator[RenderableType]:
    """Each row as an item: its cells one after the other, and under them who says it."""
    for row in grid.rows:
        cells = [_named(grid, n, cell) for n, cell in enumerate(row[:-1]) if cell and n != grid.voice]
        headline = Text.assemble(" • ", (cells[0], "bold"), *(f" · {cell}" for cell in cells[1:]))
        yield _hanging(headline, 3)
        yield _hanging(Text.assemble((row[grid.voice], "green"), (f"  {row[-1]}", "dim")), 7, 4)


def _named(grid: Grid, column: int, cell: str) -> str:
    name = grid.columns[column]
    return f"{name.lower()}: {cell}" if name in grid.named else cell
