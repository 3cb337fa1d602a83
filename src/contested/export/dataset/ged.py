"""Events in the columns of UCDP's Georeferenced Event Dataset (Sundberg and Melander 2013; codebook of version 24.1).

Only events in which somebody is said to have died have a row, as in the original. What GED's coders settle by their
own knowledge (conflict and dyad numbers, regions, Gleditsch-Ward codes) stays empty: nobody in the reports states it.
docs/export.md has the whole mapping and where it differs.
"""

import csv
from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

from contested.export.dataset.case import Case
from contested.model.claim import Claim, When
from contested.model.place import PlaceRef
from contested.model.reconciled import SharedEvent

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
"""GED's columns in its order."""

_WHERE = {"site": 1, "town": 1, "near": 2, "admin2": 3, "admin1": 4, "line": 5, "region": 5, "country": 6}
_SPANS = ((1, 1), (6, 2), (7, 3), (31, 4))
_VIOLENT = ("battle", "strike", "explosion", "chemical", "attack", "execution", "mass_killing", "violence",
            "protest.excessive_force", "territory.government", "territory.rebel", "ceasefire.violation", "abduction",
            "foreign_intervention", "casualties", "coup")  # fmt: skip
_NOT_HAPPENED = frozenset({"planned", "postponed", "cancelled", "failed", "denied"})


def write(case: Case, out: TextIO) -> int:
    """Write the rows as CSV; how many there are."""
    rows = list(ged_rows(case))
    table = csv.DictWriter(out, COLUMNS, restval="")
    table.writeheader()
    table.writerows(rows)
    return len(rows)


def ged_rows(case: Case) -> Iterator[dict[str, Any]]:
    """One row an event with deaths. A value nobody states is missing from the row, never 0 or a guess."""
    for number, event in enumerate(case.events, 1):
        if _is_lethal(event):
            sides = _sides(case, event)
            row = {"id": number, "relid": event.id, "code_status": "Machine coded, not reviewed"}
            row |= {**_when(event.when), **_where(event.place), **_sources(case, event), **_who(case, event, sides)}
            yield {**row, **_deaths(case, event, sides)}


def _is_lethal(event: SharedEvent) -> bool:
    killed = event.best.get("killed")
    some = killed is not None and any(n for n in (killed.low, killed.best, killed.high))
    return some and event.status not in _NOT_HAPPENED and event.type.startswith(_VIOLENT)


def _sides(case: Case, event: SharedEvent) -> tuple[str | None, str | None]:
    """Side A and B: in violence of a state the state is A, in one-sided violence the perpetrator (GED codebook)."""
    actors, targets = list(event.actors), list(event.targets)
    first = next((name for name in actors if case.is_state(name)), actors[0] if actors else None)
    others = [name for name in (*actors, *targets) if name != first and _is_party(case, name)]
    second = others[0] if others else None
    if event.civilian_targeting:
        return first, "Civilians"
    if first and second and not case.is_state(first) and case.is_state(second):
        return second, first
    return first, second


def _is_party(case: Case, name: str) -> bool:
    return any(entity.type in ("armed_group", "government", "military", "police") for entity in case.entities(name))


def _who(case: Case, event: SharedEvent, sides: tuple[str | None, str | None]) -> dict[str, Any]:
    a, b = sides
    row: dict[str, Any] = {"side_a": a, "side_b": b}
    if event.civilian_targeting:
        row["type_of_violence"] = 3
    elif a and b:
        row["type_of_violence"] = 1 if case.is_state(a) or case.is_state(b) else 2
    if a and b:
        row["dyad_name"] = f"{a} - {b}"
    for key, name in (("side_a_new_id", a), ("side_b_new_id", b)):
        known = {entity.ids.get("ucdp_actor") for entity in case.entities(name or "")} - {None}
        if len(known) == 1:
            row[key] = known.pop()
    return row


def _when(when: When | None) -> dict[str, Any]:
    if when is None or when.low is None or when.high is None:
        return {}
    days = (date.fromisoformat(when.high) - date.fromisoformat(when.low)).days + 1
    precision = next((code for most, code in _SPANS if days <= most), 5)
    return {"year": when.low[:4], "date_start": when.low, "date_end": when.high, "date_prec": precision}


def _where(place: PlaceRef | None) -> dict[str, Any]:
    if place is None:
        return {}
    row: dict[str, Any] = {"where_coordinates": place.name, "where_description": place.name, "country": place.country}
    row |= {"adm_1": place.admin1, "adm_2": place.admin2, "where_prec": _WHERE.get(place.precision or "")}
    if place.lat is not None and place.lon is not None and row["where_prec"] is not None:
        row |= {"latitude": place.lat, "longitude": place.lon, "geom_wkt": f"POINT ({place.lon} {place.lat})"}
        row["priogrid_gid"] = priogrid(place.lat, place.lon)
    return row


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of a point: half-degree cells counted from the south-west (Tollefsen et al. 2012)."""
    row = min(int((lat + 90) * 2), 359)
    column = min(int((lon + 180) * 2), 719)
    return row * 720 + column + 1


def _sources(case: Case, event: SharedEvent) -> dict[str, Any]:
    reports = [case.reports[name] for name in event.reports if name in case.reports]

    def joined(values: list[str | None]) -> str:
        return "; ".join(dict.fromkeys(value for value in values if value))

    speakers = [claim.voices[-1].name for _, claim in case.claims_of(event) if len(claim.voices) > 1]
    return {
        "number_of_sources": len(reports),
        "source_article": joined([report.url or report.id for report in reports]),
        "source_office": joined([report.source for report in reports]),
        "source_date": joined([report.published_at for report in reports]),
        "source_headline": joined([report.title for report in reports]),
        "source_original": joined([*speakers]),
        "event_clarity": 1 if event.when is not None and event.when.low == event.when.high else 2,
    }


def _deaths(case: Case, event: SharedEvent, sides: tuple[str | None, str | None]) -> dict[str, Any]:
    """GED's deaths by side where every claim on them agrees; what is left of the best figure is of unknown side."""
    killed = event.best["killed"]
    row: dict[str, Any] = {"best": killed.best, "low": killed.low, "high": killed.high}
    figures = [claim for _, claim in case.claims_of(event) if _counts_dead(claim)]
    parts = {
        "deaths_civilians": [c for c in figures if c.figure and c.figure.category == "civilians"],
        "deaths_a": [c for c in figures if c.figure and sides[0] and c.figure.whose == sides[0]],
        "deaths_b": [c for c in figures if c.figure and sides[1] and c.figure.whose == sides[1]],
    }
    known = {name: count for name, claims in parts.items() if (count := _agreed(claims)) is not None}
    row |= known
    if killed.best is not None and sum(known.values()) <= killed.best:
        row["deaths_unknown"] = killed.best - sum(known.values())
    return row


def _counts_dead(claim: Claim) -> bool:
    figure = claim.figure
    if figure is None or figure.measure != "killed" or figure.cumulative or claim.polarity == "-":
        return False
    return claim.stance not in ("denies", "rejects", "retracts", "doubts")


def _agreed(claims: list[Claim]) -> int | float | None:
    """The one count that all of the claims give, None if there is none or more than one."""
    counts = {(c.figure.low, c.figure.high) for c in claims if c.figure}
    if len(counts) != 1:
        return None
    low, high = counts.pop()
    return low if low == high else None
