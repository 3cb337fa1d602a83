"""Claims as a flat table: one row a claim, one column a value, for spreadsheets and statistics packages.

The second row may carry HXL hashtags (hxlstandard.org), by which humanitarian tools know a column.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TextIO

Plain = Mapping[str, Any]
"""A claim of the contract's JSON with `report`, and what is known of it: `source`, `published_at`."""

Columns = tuple[tuple[str, str, Callable[[Plain], Any]], ...]
"""Name, HXL hashtag and value of each column of a table, in order."""

_STEERS = ("=", "+", "-", "@", "\t", "\r")
"""First characters of a cell that a spreadsheet takes for a formula."""


def inside(*path: str) -> Callable[[Plain], Any]:
    """What gets the value at the end of the path; None where a part of it is missing."""

    def get(claim: Plain) -> Any:
        value: Any = claim
        for name in path:
            value = value.get(name) if isinstance(value, Mapping) else None
        return value

    return get


def _role(name: str) -> Callable[[Plain], str]:
    return lambda claim: "; ".join(filler["text"] for filler in claim["roles"].get(name) or ())


def voices(claim: Plain) -> str:
    """The chain of voices, outermost first."""
    return " > ".join(voice["name"] for voice in claim["voices"])


COLUMNS: Columns = (
    ("report", "#meta+id+report", inside("report")),
    ("claim", "#meta+id+claim", inside("id")),
    ("outlet", "#meta+source", inside("source")),
    ("published_at", "#date+reported", inside("published_at")),
    ("kind", "#event+kind", inside("kind")),
    ("type", "#event+type", inside("type")),
    ("acled", "#event+type+acled", inside("codes", "acled")),
    ("cameo", "#event+code+cameo", inside("codes", "cameo")),
    ("stance", "#meta+stance", inside("stance")),
    ("polarity", "#meta+polarity", inside("polarity")),
    ("modality", "#meta+modality", inside("modality")),
    ("commitment", "#meta+commitment", inside("commitment")),
    ("voices", "#contact+name", voices),
    ("actor", "#group+actor+name", _role("actor")),
    ("target", "#group+target+name", _role("target")),
    ("place", "#loc+name", inside("place", "name")),
    ("country", "#country+code+v_iso2", inside("place", "country")),
    ("admin1", "#adm1+name", inside("place", "admin1")),
    ("pcode", "#loc+code", inside("place", "pcode")),
    ("lat", "#geo+lat", inside("place", "lat")),
    ("lon", "#geo+lon", inside("place", "lon")),
    ("precision", "#geo+precision", inside("place", "precision")),
    ("day_low", "#date+start", inside("when", "low")),
    ("day_high", "#date+end", inside("when", "high")),
    ("measure", "#affected+type", inside("figure", "measure")),
    ("low", "#affected+num+min", inside("figure", "low")),
    ("high", "#affected+num+max", inside("figure", "high")),
    ("value", "#affected+value", inside("figure", "value")),
    ("cumulative", "#affected+cumulative", inside("figure", "cumulative")),
    ("event", "#event+id", inside("event")),
    ("quote", "#description", inside("quote")),
    ("start", "#meta+start", inside("start")),
    ("end", "#meta+end", inside("end")),
    ("method", "#meta+method", inside("method")),
    ("score", "#meta+score", inside("score")),
)
"""Name, HXL hashtag and value of each column, in order. Values are as the claim has them; nothing is filled in."""


def write(rows: Iterable[Plain], out: TextIO, *, columns: Columns = COLUMNS, hxl: bool = False) -> None:
    """Write the rows as CSV (RFC 4180) with a row of names and, where wanted, one of HXL hashtags."""
    table = csv.writer(out)
    table.writerow(name for name, _, _ in columns)
    if hxl:
        table.writerow(tag for _, tag, _ in columns)
    for row in rows:
        table.writerow(_cell(get(row)) for _, _, get in columns)


def _cell(value: Any) -> Any:
    """The value; text that a spreadsheet would run as a formula is given an apostrophe in front."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_STEERS) and value != "-" and value != "+":
        return f"'{value}"
    return value
