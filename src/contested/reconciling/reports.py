"""The readings that are brought together: each report once, in an order that does not depend on that of the input."""

from collections.abc import Iterable
from dataclasses import dataclass

from contested.model.reading import Reading
from contested.model.report import Report

SURE_DAYS = frozenset({"given", "url", "meta", "page", "dateline"})


@dataclass(frozen=True, slots=True)
class Taken:
    """A reading under the id it goes by, which an unreadable report without one gets from its place in the input."""

    id: str
    reading: Reading

    @property
    def day(self) -> str | None:
        """The publication day where it is sure, else None."""
        report = self.reading.report
        return report.published_at if isinstance(report, Report) and report.published_basis in SURE_DAYS else None

    @property
    def words(self) -> str:
        """Title and text; the title once."""
        report = self.reading.report
        title = report.title if isinstance(report, Report) else None
        text = self.reading.text
        return text if not title or title in text else f"{title}\n{text}"


def taken(readings: Iterable[Reading]) -> list[Taken]:
    """Each report once, by day and id; of two readings with one id the one that was read, then the longer one."""
    best: dict[str, tuple[tuple[bool, int, str], Reading]] = {}
    for reading in readings:
        rank = (reading.error is None, len(reading.text), reading.text)
        name = _name(reading)
        if name not in best or rank > best[name][0]:
            best[name] = (rank, reading)
    found = [Taken(name, reading) for name, (_, reading) in best.items()]
    return sorted(found, key=lambda one: (one.day or "9999", one.id))


def _name(reading: Reading) -> str:
    report = reading.report
    if report.id is not None:
        return report.id
    line = getattr(report, "line", None)
    return f"{report.source or 'input'}, line {line}" if line else f"{report.source or 'input'}, no id"
