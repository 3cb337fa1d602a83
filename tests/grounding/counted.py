"""The counts of a text, for the tests of figures."""

from contested.grounding.figures import find_counts
from contested.model.grounding import Counted, Entity, Mention, Time
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.parse import parse
from contested.parsing.segment import sentences


def counts(
    text: str, entities: tuple[Entity, ...] = (), mentions: tuple[Mention, ...] = (), times: tuple[Time, ...] = ()
) -> tuple[Counted, ...]:
    report = Report("r", text, (Block(0, len(text), "body"),))
    found = sentences(report)
    return find_counts(report, parse(text, found, range(len(found))), entities, mentions, times)


def bounds(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(c.figure.measure, c.figure.low, c.figure.high) for c in counts(text)]


def quotes(text: str) -> list[str]:
    return [text[c.start : c.end] for c in counts(text)]
