"""Why happenings stand in one event or in two, and what people decided about them, for a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from contested.export.event_list import head
from contested.export.safe import clean
from contested.export.sitrep.days import day_words
from contested.export.sitrep.words import type_words, word

Plain = Mapping[str, Any]


def decisions(rows: Iterable[Plain]) -> RenderableType:
    """Each decision with who made it, when and why."""
    return Group(*(part for row in rows for part in _decision(row)))


def _decision(row: Plain) -> Iterable[RenderableType]:
    undone = f"  [undone {row['undone_at'][:10]}]" if row["undone_at"] else ""
    yield Text.assemble((_ruling(row), "bold"), (undone, "yellow"))
    yield Padding(Text(f"{clean(row['who'])}, {row['made_at'][:10]}: {clean(row['why'] or '')}"), (0, 0, 0, 2))


def _ruling(row: Plain) -> str:
    number = "one happening" if row["verdict"] == "same" else "two happenings"
    return f"{row['number']}  {clean(row['a'])} and {clean(row['b'])} are {number}"


def reasons(first: str, second: str, found: Sequence[Plain], ruled: Sequence[Plain]) -> RenderableType:
    """What `ledger.why.why` found about the two names; `ruled` are the decisions in force."""
    parts: list[RenderableType] = []
    for row in found:
        parts += _together(row, ruled) if "event" in row else _apart(first, second, row)
    return Group(*parts)


def _together(row: Plain, ruled: Sequence[Plain]) -> Iterable[RenderableType]:
    yield Text.assemble("In one event: ", (head(row["event"]), "bold"))
    if row["steps"] is None:
        yield _line(
            "One of them only speaks of it, and stands where its sentence, or what was told before it, puts it."
        )
    for step in row["steps"] or ():
        yield _line(f"{step['a']} and {step['b']}: {_points(step)}")
        for name, _ in step["reasons"]:
            yield from (
                _indented(part) for one in ruled if name == f"decision {one['number']}" for part in _decision(one)
            )
    if row["steps"] == []:
        yield _line("They are one and the same claim, or the event is named by it.")


def _points(step: Plain) -> str:
    """ "7.2 points: one place 3, one day 2": three points join."""
    named = [f"{word('bonds', name)} {points:+g}" if points else str(word("bonds", name))
             for name, points in step["reasons"]]  # fmt: skip
    told = ", ".join(named)
    return f"{step['score']:g} points: {told}" if step["score"] else told


def _apart(first: str, second: str, row: Plain) -> Iterable[RenderableType]:
    yield Text(f"No event holds both {clean(first)} and {clean(second)}.", style="bold")
    for name, events in zip((first, second), row["events"], strict=True):
        yield _line(f"{clean(name)} stands in:")
        yield from (_indented(Text(head(event))) for event in events)
    for one in row["decisions"]:
        yield from (_indented(part) for part in _decision(one))
    a, b = row["events"]
    if len(a) == len(b) == 1:
        yield from map(_line, _likenesses(a[0], b[0]))
        yield from map(_line, _differences(a[0], b[0]))
    yield _line("Happenings are joined by three points and more; how near these came is not kept.")


def _told(event: Plain) -> Mapping[str, str | None]:
    """What an event gives of what happenings are compared by, in words."""
    counts = {
        f"{str(measure).replace('_', ' ')}": str(low) if low == high else f"{low} to {high}"
        for measure, found in event["best"].items()
        for low, high in [(found["low"], found["high"])]
    }
    place = (event["place"] or {}).get("name")
    return {"place": place, "day": _day(event), "type": type_words(event["type"]), **counts}


def _likenesses(a: Plain, b: Plain) -> Iterable[str]:
    """What the two events give alike, in a sentence."""
    one, other = _told(a), _told(b)
    same = [f"{what} {clean(value)}" for what, value in one.items() if value and other.get(what) == value]
    if same:
        yield f"alike: {', '.join(same)}"


def _differences(a: Plain, b: Plain) -> Iterable[str]:
    """What the two events give otherwise, in sentences."""
    one, other = _told(a), _told(b)
    for what in dict.fromkeys((*one, *other)):
        if one.get(what) != other.get(what):
            yield f"{what}: {clean(one.get(what) or 'not stated')} / {clean(other.get(what) or 'not stated')}"
    for report in sorted(set(a["reports"]) & set(b["reports"])):
        yield f"{clean(report)} tells them as two happenings"


def _day(event: Plain) -> str | None:
    when = event["when"] or {}
    return day_words(when.get("low"), when.get("high"))


def _line(text: str) -> RenderableType:
    return _indented(Text(clean(text)))


def _indented(part: RenderableType) -> RenderableType:
    return Padding(part, (0, 0, 0, 2))
