"""Events, their questions and their figures as flat tables for spreadsheets and statistics packages.

Nothing is filled in and nothing added up: a cell is empty where no claim says it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from contested.export.flat import Columns, Plain, inside, voices

COUNTS = ("killed", "wounded", "abducted", "displaced")
"""Measures that have columns of their own in the table of events."""


def _list(name: str) -> Callable[[Plain], str]:
    return lambda row: "; ".join(str(one) for one in row[name])


def _size(name: str) -> Callable[[Plain], int]:
    return lambda row: len(row[name])


def disputed(event: Plain) -> int:
    """How many of the event's questions have answers that differ."""
    return sum(question["verdict"] in ("contested", "variance") for question in event["questions"])


_WHERE: Columns = (
    ("place", "#loc+name", inside("place", "name")),
    ("country", "#country+code+v_iso2", inside("place", "country")),
    ("admin1", "#adm1+name", inside("place", "admin1")),
    ("lat", "#geo+lat", inside("place", "lat")),
    ("lon", "#geo+lon", inside("place", "lon")),
    ("precision", "#geo+precision", inside("place", "precision")),
    ("day_low", "#date+start", inside("when", "low")),
    ("day_high", "#date+end", inside("when", "high")),
)

EVENTS: Columns = (
    ("event", "#event+id", inside("id")),
    ("type", "#event+type", inside("type")),
    ("acled", "#event+type+acled", inside("codes", "acled")),
    ("cameo", "#event+code+cameo", inside("codes", "cameo")),
    ("status", "#event+status", inside("status")),
    *_WHERE,
    ("actors", "#group+actor+name", _list("actors")),
    ("targets", "#group+target+name", _list("targets")),
    *(
        (f"{measure}_{bound}", f"#affected+{measure}+{bound}", inside("best", measure, bound))
        for measure in COUNTS
        for bound in ("low", "best", "high")
    ),
    ("disputed", "#meta+disputed+num", disputed),
    ("reports", "#meta+report+num", _size("reports")),
    ("claims", "#meta+claim+num", _size("claims")),
    ("report_names", "#meta+report", _list("reports")),
)
"""One row an event."""

ANSWERS: Columns = (
    ("event", "#event+id", inside("event", "id")),
    ("type", "#event+type", inside("event", "type")),
    *((name, tag, (lambda row, get=get: get(row["event"]))) for name, tag, get in _WHERE),
    ("question", "#meta+question+id", inside("question", "id")),
    ("about", "#meta+question", inside("question", "about")),
    ("slot", "#meta+question+slot", inside("question", "slot")),
    ("verdict", "#meta+verdict", inside("question", "verdict")),
    ("independent_voices", "#meta+source+num", inside("question", "independent_voices")),
    ("answer", "#meta+answer", inside("position", "value")),
    ("claims", "#meta+claim", lambda row: "; ".join(f"{one['report']}:{one['claim']}" for one in _of(row))),
)
"""One row an answer to a question."""

FIGURES: Columns = (
    ("event", "#event+id", inside("event", "id")),
    ("type", "#event+type", inside("event", "type")),
    *((name, tag, (lambda row, get=get: get(row["event"]))) for name, tag, get in _WHERE),
    ("measure", "#affected+type", inside("claim", "figure", "measure")),
    ("low", "#affected+num+min", inside("claim", "figure", "low")),
    ("high", "#affected+num+max", inside("claim", "figure", "high")),
    ("value", "#affected+value", inside("claim", "figure", "value")),
    ("approx", "#affected+approx", inside("claim", "figure", "approx")),
    ("of", "#affected+name", inside("claim", "figure", "of", "text")),
    ("category", "#affected+category", inside("claim", "figure", "category")),
    ("subset", "#affected+group", inside("claim", "figure", "group")),
    ("cumulative", "#affected+cumulative", inside("claim", "figure", "cumulative")),
    ("as_of_low", "#date+asof+start", inside("claim", "figure", "as_of", "low")),
    ("as_of_high", "#date+asof+end", inside("claim", "figure", "as_of", "high")),
    ("voices", "#contact+name", lambda row: voices(row["claim"])),
    ("stance", "#meta+stance", inside("claim", "stance")),
    ("outlet", "#meta+source", inside("claim", "source")),
    ("published_at", "#date+reported", inside("claim", "published_at")),
    ("report", "#meta+id+report", inside("claim", "report")),
    ("claim", "#meta+id+claim", inside("claim", "id")),
    ("quote", "#description", inside("claim", "quote")),
)
"""One row a count that a voice gives."""


def _of(row: Plain) -> Iterable[Mapping[str, Any]]:
    found: Iterable[Mapping[str, Any]] = row["position"]["claims"]
    return found


def answers(asked: Iterable[tuple[Plain, Plain]]) -> Iterator[Plain]:
    """A row for each position of each (event, question)."""
    for event, question in asked:
        for position in question["positions"]:
            yield {"event": event, "question": question, "position": position}
