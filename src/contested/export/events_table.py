"""Shared events for people: what, where, when, told by whom, how many died by whom, what is agreed and disputed."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from contested.export.safe import clean
from contested.export.sitrep.days import when_words
from contested.export.sitrep.words import number, place_words, type_words, word
from contested.model.reconciled import Range, SharedEvent, SharedQuestion, Story


def events_table(events: Iterable[SharedEvent]) -> RenderableType:
    """One row an event, those of several reports first; under it the questions with their answers and verdict."""
    ordered = sorted(events, key=lambda event: (-len(event.reports), _day(event), event.id))
    return Group(*(part for event in ordered for part in _event(event)), Text(f"Events: {len(ordered)}", style="bold"))


def stories_table(stories: Iterable[Story]) -> RenderableType:
    """One row a story: its reports, and which of them are one text."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("story", "reports", "one text"):
        table.add_column(column, overflow="fold")
    for story in stories:
        copies = "; ".join(", ".join(group) for group in story.copies)
        table.add_row(Text(story.id), Text(clean(", ".join(story.reports))), Text(clean(copies)))
    return table


def _day(event: SharedEvent) -> str:
    return (event.when.low or event.when.high or "") if event.when is not None else ""


def _event(event: SharedEvent) -> Iterable[RenderableType]:
    yield Rule(style="dim")
    place, day = place_words(event.place), when_words(event.when)
    told = " · ".join(part for part in (clean(type_words(event.type) or ""), place, day) if part)
    status = word("statuses", event.status)
    yield Text.assemble((told, "bold"), f"  [{status}]" if status else "", (f"  {event.id}", "dim"))
    reports = f"{len(event.reports)} report{'' if len(event.reports) == 1 else 's'}: {', '.join(event.reports)}"
    yield Text(clean(reports), style="dim")
    for measure, one in event.best.items():
        yield Text(f"  {measure}: {range_words(one)}")
    for question in event.questions:
        if question.verdict == "single_voice":
            continue
        yield from _question(question)


def range_words(one: Range) -> str:
    """ "5 to 34", "12", "5 to 34, best 7"."""
    if one.low == one.high:
        return number(one.low)
    span = f"{number(one.low)} to {number(one.high)}"
    return f"{span}, best {number(one.best)}" if one.best is not None else span


def _question(question: SharedQuestion) -> Iterable[RenderableType]:
    verdict = word("verdicts", question.verdict)
    yield Text.assemble(f"  {clean(question.about)} ", (f"{verdict} ({question.independent_voices} voices)", "yellow"))
    for position in question.positions:
        value = "not stated" if position.value is None else number(position.value)
        claims = ", ".join(f"{one.report} {one.claim}" for one in position.claims)
        yield Text.assemble(f"    {value}  ", (clean(claims), "dim"))
