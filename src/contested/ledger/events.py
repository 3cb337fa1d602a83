"""The view of events: what `contested reconcile` made of the readings, written anew each time, and looking into it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from contested.ledger import tables as t
from contested.ledger.narrowing import of_type, where_and_when
from contested.ledger.rows import Row, compact, folded
from contested.ledger.view import told_claims, whole
from contested.model.reconciled import Bond

SHOWN = 50
"""Events of a list where nothing else is asked for."""
OPEN = ("contested", "variance")
"""Verdicts that make a question a disputed one."""
_PARTIES = (("actors", "actor"), ("targets", "target"), ("controller", "controller"))


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are looked for; None takes everything. Names are compared without regard to case.

    `place` takes events there, at a part that bears its name ("Oru harbour"), and those that a claim places there.
    `type` may be a family. `since`/`until` are days (inclusive) which the event's bounds must touch; an event without
    a day is then left out. `box` is (south, west, north, east). `actor` is a party as the event names it, or a name or
    party in one of its claims; `source` an outlet and `report` a report that tells of it.
    """

    type: str | None = None
    status: str | None = None
    place: str | None = None
    country: str | None = None
    actor: str | None = None
    source: str | None = None
    report: str | None = None
    since: str | None = None
    until: str | None = None
    box: tuple[float, float, float, float] | None = None
    disputed: bool = False


# --- writing


def keep(connection: Connection, events: Iterable[Row], bonds: Iterable[Bond], *, seen: int, rule: str) -> None:
    """Drop the events there are and write these (the contract's JSON shape), all in the caller's transaction.

    `seen` is `changes` of the state when the readings were taken.
    """
    for table in (t.event_bond, t.event_actor, t.event_claim, t.event):
        connection.execute(delete(table))
    numbers = _numbers(connection)
    home: dict[tuple[str, str], str] = {}
    for event in events:
        connection.execute(insert(t.event).values(_event_row(event)))
        claims = [(ref["report"], ref["claim"]) for ref in event["claims"]]
        home.update(dict.fromkeys(claims, event["id"]))
        found = {numbers[claim] for claim in claims if claim in numbers}
        _insert(connection, t.event_claim, ({"event_id": event["id"], "claim_number": one} for one in sorted(found)))
        _insert(connection, t.event_actor, _actor_rows(event))
    _insert(connection, t.event_bond, _bond_rows(bonds, home))
    made = {"seen": seen, "made_at": datetime.now(UTC).isoformat(timespec="seconds"), "rule": rule}
    connection.execute(update(t.state).values(made))


def _numbers(connection: Connection) -> dict[tuple[str, str], int]:
    query = select(t.report.c.name, t.claim.c.local_id, t.claim.c.number)
    query = query.join(t.report, t.report.c.id == t.claim.c.report_id).where(t.claim.c.current)
    return {(row.name, row.local_id): row.number for row in connection.execute(query)}


def _insert(connection: Connection, table: Any, rows: Iterable[Row]) -> None:
    if found := list(rows):
        connection.execute(insert(table), found)


def _event_row(event: Row) -> Row:
    place, when = event["place"] or {}, event["when"] or {}
    return {
        "id": event["id"],
        "type": event["type"],
        "status": event["status"],
        "place": folded(place.get("name")),
        "country": place.get("country"),
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "day_low": when.get("low"),
        "day_high": when.get("high"),
        "reports": len(event["reports"]),
        "disputed": sum(question["verdict"] in OPEN for question in event["questions"]),
        "json": compact(event),
    }


def _actor_rows(event: Row) -> Iterator[Row]:
    for field, role in _PARTIES:
        named = [*(event.get(field) or ()), *(one["value"] for one in event["fields"].get(field) or ())]
        for name in sorted({folded(str(one)) or "" for one in named}):
            yield {"event_id": event["id"], "role": role, "name": name}


def _bond_rows(bonds: Iterable[Bond], home: Mapping[tuple[str, str], str]) -> Iterator[Row]:
    for bond in bonds:
        first, second = bond.first, bond.second
        event = home.get((first.report, first.claim))
        if event is not None and event == home.get((second.report, second.claim)):
            yield {
                "event_id": event,
                "a_report": first.report,
                "a_claim": first.claim,
                "b_report": second.report,
                "b_claim": second.claim,
                "score": bond.score,
                "reasons": compact(bond.reasons),
            }


# --- looking


def state(connection: Connection) -> Row:
    """`made_at` and `rule` of the events (None where there never were any), `changes`, and whether they are `fresh`."""
    row = connection.execute(select(t.state)).one()
    return {
        "made_at": row.made_at,
        "rule": row.rule,
        "changes": row.changes,
        "fresh": row.made_at is not None and row.seen == row.changes,
    }


def events(connection: Connection, wanted: EventFilter, limit: int = SHOWN) -> list[Row]:
    """Events that match, in the contract's JSON shape, by day; those without a day last."""
    query = _matching(select(t.event.c.json), wanted).limit(limit)
    return [json.loads(one) for one in connection.execute(query).scalars()]


def event(connection: Connection, name: str) -> Row | None:
    """The event of that id, or None."""
    found = connection.scalar(select(t.event.c.json).where(t.event.c.id == name))
    return None if found is None else dict(json.loads(found))


def _matching(query: Select[Any], wanted: EventFilter) -> Select[Any]:
    c = t.event.c
    for column, value in (
        (c.status, wanted.status),
        (c.country, wanted.country and wanted.country.upper()),
    ):
        query = query if value is None else query.where(column == value)
    if wanted.type is not None:
        query = query.where(of_type(c.type, wanted.type))
    if wanted.disputed:
        query = query.where(c.disputed > 0)
    if wanted.place is not None:
        query = query.where(_at(folded(wanted.place) or ""))
    query = _told_by(where_and_when(query, t.event.c, wanted), wanted)
    day = func.coalesce(c.day_low, c.day_high)
    return query.order_by(day.is_(None), day, c.id)


def _at(place: str) -> ColumnElement[bool]:
    """At the place, at a part of it that bears its name ("Aleppo market"), or placed there by one of its claims."""
    own, told = t.event.c.place, t.event_claim.join(t.claim)
    claims: Select[Any] = select(literal_column("1")).select_from(told).where(t.event_claim.c.event_id == t.event.c.id)
    part = own.startswith(f"{place} ", autoescape=True)
    return or_(own == place, part, claims.where(t.claim.c.place == place).correlate(t.event).exists())


def _told_by(query: Select[Any], wanted: EventFilter) -> Select[Any]:
    claims: Select[Any] = select(literal_column("1")).select_from(t.event_claim.join(t.claim)).correlate(t.event)
    claims = claims.where(t.event_claim.c.event_id == t.event.c.id)
    if wanted.source is not None:
        query = query.where(claims.where(t.claim.c.source == folded(wanted.source)).exists())
    if wanted.report is not None:
        named = select(t.report.c.id).where(t.report.c.name == wanted.report).scalar_subquery()
        query = query.where(claims.where(t.claim.c.report_id == named).exists())
    if wanted.actor is not None:
        name, own = folded(wanted.actor), t.event_actor.c
        party = exists().where((own.event_id == t.event.c.id) & (own.name == name))
        acts = exists().where(
            (t.actor.c.claim_number == t.claim.c.number) & ((t.actor.c.name == name) | (t.actor.c.party == name))
        )
        query = query.where(party | claims.where(acts.correlate(t.claim)).exists())
    return query


def claims_of(connection: Connection, names: Iterable[str]) -> dict[str, list[Row]]:
    """The claims of the events of those ids, each event's in the order of reports and text, as in `view.claims`."""
    c = t.claim.c
    query = told_claims().join(t.event_claim, t.event_claim.c.claim_number == c.number)
    query = query.order_by(t.report.c.published_at, t.report.c.name, c.start, c.number)
    own = t.event_claim.c.event_id
    return {name: [whole(row) for row in connection.execute(query.where(own == name))] for name in names}


def bonds_of(connection: Connection, name: str) -> list[Row]:
    """Why the claims of the event stand together: `a_report`, `a_claim`, `b_report`, `b_claim`, `score`, `reasons`."""
    query = select(t.event_bond).where(t.event_bond.c.event_id == name).order_by(t.event_bond.c.number)
    return [{**row._mapping, "reasons": json.loads(row.reasons)} for row in connection.execute(query)]


def events_with(connection: Connection, report: str, claim: str | None = None) -> list[str]:
    """Ids of the events in which the report (or that claim of it) stands, in order."""
    query = select(t.event_claim.c.event_id).distinct().select_from(t.event_claim.join(t.claim))
    query = query.join(t.report, t.report.c.id == t.claim.c.report_id).where(t.report.c.name == report)
    if claim is not None:
        query = query.where(t.claim.c.local_id == claim)
    return sorted(connection.execute(query).scalars())
