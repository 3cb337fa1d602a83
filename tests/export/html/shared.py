"""Shared events made by hand, one for each event of the first reading, told by all readings."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from contested.model.reading import Reading
from contested.model.reconciled import ClaimRef, Range, SharedEvent, SharedPosition, SharedQuestion


def with_id(reading: Reading, name: str) -> Reading:
    report: Any = reading.report
    return replace(reading, report=replace(report, id=name))


def shared(readings: Sequence[Reading]) -> list[SharedEvent]:
    """Every reading has the events of the first and claims of the same ids."""
    names = tuple(str(reading.report.id) for reading in readings)
    return [
        SharedEvent(
            f"x{event.id}", event.type, event.codes, event.status, names,
            tuple(ClaimRef(name, claim) for name in names for claim in (*event.claims, *event.figures)),
            tuple(event.actors), (), event.place, event.when, best={"wounded": Range(24, None, 99)},
            questions=tuple(_question(q, event.id, names) for q in readings[0].questions if q.event == event.id),
        )
        for event in (readings[0].events if readings else ())
    ]  # fmt: skip


def _question(question: Any, event: str, names: Sequence[str]) -> SharedQuestion:
    positions = tuple(
        SharedPosition(one.value, tuple(ClaimRef(name, claim) for name in names for claim in one.claims))
        for one in question.positions
    )
    return SharedQuestion(
        question.id, question.about, question.slot, event, positions, question.verdict, question.independent_voices
    )
