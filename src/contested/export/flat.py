"""Claims as a flat table: one row a claim, one column a value, for spreadsheets and statistics packages.

The second row may carry HXL hashtags (hxlstandard.org), by which humanitarian tools know a column.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TextIO

Plain = Mapping[str, Any]
"""A claim of the contract's JSON with `report`, and what is known of it: `source`, `published_at`."""

_STEERS = ("=", "+", "-", "@", "\t", "\r")
"""First characters of a cell that a spreadsheet takes for a formula."""


def _inside(*path: str) -> Callable[[Plain], Any]:
    def get(claim: Plain) -> Any:
        value: Any = claim
        for name in path:
            value = value.get(name) if isinstance(value, Mapping) else None
        return value

    return get


def _role(name: str) -> Callable[[Plain], str]:
    return lambda claim: "; ".join(filler["text"] for filler in claim["roles"].get(name) or ())


def _voices(claim: Plain) -> str:
    return " > ".join(voice["name"] for voice in claim["voices"])


COLUMNS: tuple[tuple[str, str, Callable[[Plain], Any]], ...] = (
    ("report", "#meta+id+report", _inside("report")),
    ("claim", "#meta+id+claim", _inside("id")),
    ("outlet", "#meta+source", _inside("source")),
    ("published_at", "#date+reported", _inside("published_at")),
    ("kind", "#event+kind", _inside("kind")),
    ("type", "#event+type", _inside("type")),
    ("acled", "#event+type+acled", _inside("codes", "acled")),
    ("cameo", "#event+code+cameo", _inside("codes", "cameo")),
    ("stance", "#meta+stance", _inside("stance")),
    ("polarity", "#meta+polarity", _inside("polarity")),
    ("modality", "#meta+modality", _inside("modality")),
    ("commitment", "#meta+commitment", _inside("commitment")),
    ("voices", "#contact+name", _voices),
    ("actor", "#group+actor+name", _role("actor")),
    ("target", "#group+target+name", _role("target")),
    ("place", "#loc+name", _inside("place", "name")),
    ("country", "#country+code+v_iso2", _inside("place", "country")),
    ("admin1", "#adm1+name", _inside("place", "admin1")),
    ("pcode", "#loc+code", _inside("place", "pcode")),
    ("lat", "#geo+lat", _inside("place", "lat")),
    ("lon", "#geo+lon", _inside("place", "lon")),
    ("precision", "#geo+precision", _inside("place", "precision")),
    ("day_low", "#date+start", _inside("when", "low")),
    ("day_high", "#date+end", _inside("when", "high")),
    ("measure", "#affected+type", _inside("figure", "measure")),
    ("low", "#affected+num+min", _inside("figure", "low")),
    ("high", "#affected+num+max", _inside("figure", "high")),
    ("value", "#affected+value", _inside("figure", "value")),
    ("cumulative", "#affected+cumulative", _inside("figure", "cumulative")),
    ("event", "#event+id", _inside("event")),
    ("quote", "#description", _inside("quote")),
    ("start", "#meta+start", _inside("start")),
    ("end", "#meta+end", _inside("end")),
    ("method", "#meta+method", _inside("method")),
    ("score", "#meta+score", _inside("score")),
)
"""Name, HXL hashtag and value of each column, in order. Values are as the claim has them; nothing is filled in."""


def write(claims: Iterable[Plain], out: TextIO, *, hxl: bool = False) -> None:
    """Write the claims as CSV (RFC 4180) with a row of names and, where wanted, one of HXL hashtags."""
    rows = csv.writer(out)
    rows.writerow(name for name, _, _ in COLUMNS)
    if hxl:
        rows.writerow(tag for _, tag, _ in COLUMNS)
    for claim in claims:
        rows.writerow(_cell(get(claim)) for _, _, get in COLUMNS)


def _cell(value: Any) -> Any:
    """The value; text that a spreadsheet would run as a formula is given an apostrophe in front."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_STEERS) and value != "-" and value != "+":
        return f"'{value}"
    return value
