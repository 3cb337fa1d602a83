"""The codebook: event types with their meaning and their codes in other schemes (data/codebook.tsv)."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.model.claim import NO_CODES, Codes


@dataclass(frozen=True, slots=True)
class EventType:
    """One row of the codebook. `plover`, `acled`, `cameo`, `muc` are None where the scheme has no such thing."""

    code: str
    label: str
    plover: str | None
    acled: str | None
    cameo: str | None
    muc: str | None
    meaning: str | None

    @property
    def family(self) -> str:
        """The part before the dot ("strike" of "strike.air")."""
        return self.code.split(".", 1)[0]


@cache
def codebook() -> dict[str, EventType]:
    """All types by code, in the codebook's order."""
    text = files("contested.data").joinpath("codebook.tsv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    next(rows)
    return {row[0]: _event_type(row) for row in rows}


def _event_type(row: list[str]) -> EventType:
    """One row; the codebook writes NONE where a scheme has no such thing."""
    cells = [cell if cell not in ("", "NONE") else None for cell in row] + [None] * 7
    return EventType(row[0], row[1], cells[2], cells[3], cells[4], cells[5], cells[6])


def codes_of(code: str | None) -> Codes:
    """The type's codes in other schemes; all None for an unknown or missing type."""
    known = codebook().get(code or "")
    return Codes(known.plover, known.acled, known.cameo) if known else NO_CODES
