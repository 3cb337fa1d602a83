"""What is wrong with a reading: its shape, its offsets and quotes, its references, its codes, its blocks.

Whoever gets readings from elsewhere, or writes another reader, can test them against the contract with `problems`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from contested.export.check_links import link_problems
from contested.export.check_spans import span_problems
from contested.export.check_values import value_problems
from contested.export.schema import deviations, kind_of


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: in which report (its id, "line 3" or "?"), where in it, and what."""

    report: str
    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.report}: {self.path}: {self.message}" if self.path else f"{self.report}: {self.message}"


def problems(data: dict[str, Any]) -> list[Problem]:
    """All problems of one reading, story or event as JSON, by path; empty where all is well.

    Where the shape is wrong only that is told: the rest can be checked once every field is what it should be.
    """
    name = _name(data)
    shape = sorted(set(deviations(data)))
    found = shape or list(_deeper(data))
    return [Problem(name, path, message) for path, message in found]


def _deeper(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a schema cannot say."""
    if kind_of(data) != "reading" or "error" in data:
        return
    yield from span_problems(data)
    yield from link_problems(data)
    yield from value_problems(data)


def _name(data: dict[str, Any]) -> str:
    if kind_of(data) != "reading":
        return str(data.get("id") or "?")
    report = data.get("report")
    if not isinstance(report, dict):
        return "?"
    if report.get("id"):
        return str(report["id"])
    return f"line {report['line']}" if report.get("line") else "?"
