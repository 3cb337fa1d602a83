"""The tables: every count with its bounds and voice, and who holds which place."""

from collections.abc import Iterable

from contested.export.safe import clean
from contested.export.sitrep.days import range_words
from contested.export.sitrep.outline import Grid, Section
from contested.export.sitrep.words import (
    Entities,
    flags,
    number_words,
    place_words,
    ref_words,
    said_words,
    time_words,
    word,
)
from contested.model.claim import Claim, Figure
from contested.model.reading import Reading


def figures(reading: Reading, entities: Entities) -> Section:
    """All figures in the order of the text. None is added to another."""
    rows = [_figure_row(claim, claim.figure, entities) for claim in reading.claims if claim.figure is not None]
    grid = Grid(("Count", "Who, where", "Said by", "For", "Claim"), _folded(rows, 2), 2)
    return Section("Figures", (grid,) if rows else ())


def _figure_row(claim: Claim, figure: Figure, entities: Entities) -> tuple[str, ...]:
    count = f"{word('measures', figure.measure)}: {number_words(figure)}"
    return (
        _negated(claim, count),
        counted_words(claim, figure),
        voice_of(claim, entities),
        time_of_count(claim, figure),
        clean(claim.id),
    )


def counted_words(claim: Claim, figure: Figure) -> str:
    """Who is counted, in the text's words where it has some, and where."""
    of = clean(figure.of.text) if figure.of else word("categories", figure.category)
    known = figure.whose and of and of.lower() in figure.whose.lower()
    whose = f"of {clean(figure.whose)}" if figure.whose and not known else None
    group = clean(figure.group or "")
    part = f"among them {group}" if group and group.lower() not in (of or "").lower() else None
    subset = f"part of {clean(figure.part_of)}" if figure.part_of else None
    parts = [part_ for part_ in (of, whose, part, subset) if part_]
    place = place_words(claim.place)
    return ", ".join([*parts, place] if place else parts)


def time_of_count(claim: Claim, figure: Figure) -> str:
    """What the count is for: its period, the day it stands for, and whether it is a running total."""
    period, as_of = range_words(figure.period), range_words(figure.as_of)
    total = "running total" if figure.cumulative or figure.flow == "cumulative" else None
    when = None if period or as_of else time_words(claim.when)
    counted = (
        (f"counted {as_of}" if as_of.startswith(("on or", "since", "from")) else f"as of {as_of}") if as_of else None
    )
    parts = (total, period, counted, when)
    return ", ".join(part for part in parts if part)


def control(reading: Reading, entities: Entities) -> Section:
    """Who holds a place, since when, and who says so; the same answer of several voices on one row."""
    rows = [_control_row(claim, entities) for claim in reading.claims if claim.kind == "control"]
    columns = ("Place", "Held by", "Before", "When", "Said by", "Claim")
    grid = Grid(columns, _folded(rows, 4), 4, ("Held by", "Before"))
    return Section("Who holds what", (grid,) if rows else ())


def _control_row(claim: Claim, entities: Entities) -> tuple[str, ...]:
    roles = claim.roles
    place = place_words(claim.place) or ref_words(roles.get("object", ()), entities) or "not stated"
    holder = _negated(claim, ref_words(roles.get("controller", ()), entities) or "not stated")
    before = ref_words(roles.get("previous", ()), entities) or ""
    return place, holder, before, time_words(claim.when) or "", voice_of(claim, entities), clean(claim.id)


def voice_of(claim: Claim, entities: Entities) -> str:
    """Who says it, and what qualifies it in brackets: "rebels said [hedged]"."""
    remarks = flags(claim)
    said = said_words(claim, entities)
    return f"{said} [{', '.join(remarks)}]" if remarks else said


def _negated(claim: Claim, words: str) -> str:
    """The words with a "not" before them where the claim's content is negative."""
    return f"not {words}" if claim.polarity == "-" else words


def _folded(rows: Iterable[tuple[str, ...]], voice: int) -> tuple[tuple[str, ...], ...]:
    """Rows that differ only in voice and claim as one row."""
    folded: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in rows:
        folded.setdefault((*row[:voice], *row[voice + 1 : -1]), []).append(row)
    return tuple(_joined(group, {voice: "; ", len(group[0]) - 1: " "}) for group in folded.values())


def _joined(group: list[tuple[str, ...]], by: dict[int, str]) -> tuple[str, ...]:
    """One row of several; the cells of the numbered columns joined by their mark."""
    return tuple(
        by[n].join(dict.fromkeys(row[n] for row in group)) if n in by else cell for n, cell in enumerate(group[0])
    )
