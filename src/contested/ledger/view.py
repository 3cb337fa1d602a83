"""Looking into the ledger: reports, claims by what they say, words, and readings as they were added."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, column, exists, func, select, table, text

from contested.errors import SettingsError
from contested.ledger import tables as t
from contested.ledger.narrowing import of_type, where_and_when
from contested.ledger.rows import folded

SHOWN = 50
"""Rows of a list where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for; None takes everything. Names are compared without regard to case.

    `type` may be a family ("strike" takes in strike.air). `since`/`until` are days (inclusive) which the claim's own
    bounds must touch; a claim without a day is then left out. `box` is (south, west, north, east) in degrees.
    """

    kind: str | None = None
    type: str | None = None
    place: str | None = None
    country: str | None = None
    actor: str | None = None
    speaker: str | None = None
    source: str | None = None
    measure: str | None = None
    since: str | None = None
    until: str | None = None
    box: tuple[float, float, float, float] | None = None
    words: str | None = None
    retired: bool = False


Row = dict[str, Any]
_WORDS = table("claim_words", column("rowid"))
"""SQLite's index of the claims' words."""


def claims(connection: Connection, wanted: Filter, limit: int = SHOWN, before: int | None = None) -> list[Row]:
    """The claims, the last added first: their JSON with `report` (its name), its `source` and `published_at`, and the
    claim's `current`, `status` and `number`.

    `before` is the number of the last claim of the page before.

    SettingsError if the words to search for are none.
    """
    by_words = wanted.words is not None and connection.dialect.name == "sqlite"
    latest = _WORDS.c.rowid if by_words else t.claim.c.number  # FTS5 goes through its own rows backwards, and stops
    query = _matching(connection, wanted).order_by(latest.desc()).limit(limit)
    if before is not None:
        query = query.where(t.claim.c.number < before)
    return [whole(row) for row in connection.execute(query)]


def whole(row: Any) -> Row:
    """A row of claims as the contract's claim with what the ledger knows beside it."""
    told = {str(name): value for name, value in row._mapping.items() if name != "json"}
    return {**told, **json.loads(row.json)}


def told_claims() -> Select[Any]:
    """All claims with their report's name, outlet and day."""
    c, r = t.claim.c, t.report.c
    told = (r.name.label("report"), r.source, r.published_at)
    return select(*told, c.number, c.current, c.status, c.json).join(t.report, r.id == c.report_id)


def _matching(connection: Connection, wanted: Filter) -> Select[Any]:
    c = t.claim.c
    query = told_claims().where(c.current.is_(not wanted.retired))
    for looked_up, value in (
        (c.kind, wanted.kind),
        (c.place, folded(wanted.place)),
        (c.country, wanted.country and wanted.country.upper()),
        (c.speaker, folded(wanted.speaker)),
        (c.source, folded(wanted.source)),
        (c.measure, wanted.measure),
    ):
        query = query if value is None else query.where(looked_up == value)
    if wanted.type is not None:
        query = query.where(of_type(c.type, wanted.type))
    if wanted.actor is not None:
        query = query.where(_acting(wanted.actor))
    return _said(connection, where_and_when(query, t.claim.c, wanted), wanted.words)


def _acting(name: str) -> Any:
    wanted = folded(name)
    is_it = (t.actor.c.name == wanted) | (t.actor.c.party == wanted)
    return exists().where((t.actor.c.claim_number == t.claim.c.number) & is_it)


def _said(connection: Connection, query: Select[Any], words: str | None) -> Select[Any]:
    if words is None:
        return query
    if not any(character.isalnum() for character in words):
        raise SettingsError("there is no word to search for")
    if connection.dialect.name == "sqlite":
        found = text("claim_words MATCH :words").bindparams(words=_quoted(words))
        return query.join(_WORDS, _WORDS.c.rowid == t.claim.c.number).where(found)
    matches = func.to_tsvector(text("'english'"), t.claim.c.quote).op("@@")
    return query.where(matches(func.plainto_tsquery(text("'english'"), words)))


def _quoted(words: str) -> str:
    """The words for FTS5, each by itself, so that nothing in them is an operator."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.split())


def reports(connection: Connection, limit: int = SHOWN, after: str | None = None) -> list[Row]:
    """Reports by name, each with its outlet, title, day and number of current claims."""
    c = t.report.c
    count = select(func.count()).where((t.claim.c.report_id == c.id) & t.claim.c.current).scalar_subquery()
    query = (
        select(c.name, c.source, c.title, c.published_at, c.url, count.label("claims")).order_by(c.name).limit(limit)
    )
    if after is not None:
        query = query.where(c.name > after)
    return [dict(row._mapping) for row in connection.execute(query)]


def reading(connection: Connection, name: str) -> Row | None:
    """The current reading of the report of that name, as it was added but with the ledger's name as its id; or None."""
    return next(_readings(connection, name), None)


def readings(connection: Connection) -> Iterator[Row]:
    """The current readings of all reports, in the order of their names."""
    return _readings(connection, None)


def _readings(connection: Connection, name: str | None) -> Iterator[Row]:
    c, r = t.reading.c, t.report.c
    query = select(r.name, c.report_id, c.text_id, c.json).join(t.report, r.id == c.report_id).where(c.current)
    query = query.order_by(r.name) if name is None else query.where(r.name == name)
    for row in connection.execute(query).yield_per(100):
        found: Row = json.loads(row.json)
        found["report"]["id"] = row.name
        found["claims"] = list(_claims_of(connection, row.report_id, row.text_id))
        yield found


def _claims_of(connection: Connection, report: str, version: str) -> Iterator[Row]:
    c = t.claim.c
    wanted = (c.report_id == report) & (c.text_id == version) & c.current
    rows = connection.execute(select(c.json).where(wanted)).scalars()
    return iter(sorted((json.loads(row) for row in rows), key=_position))


def _position(claim: Row) -> int:
    return int(claim["id"].lstrip("c") or 0)


def totals(connection: Connection) -> Row:
    """How many reports, current claims, retired claims and issues the ledger holds."""

    def count(query: Select[Any]) -> int:
        return int(connection.scalar(query) or 0)

    live = t.claim.c.current
    return {
        "reports": count(select(func.count()).select_from(t.report)),
        "claims": count(select(func.count()).select_from(t.claim).where(live)),
        "retired": count(select(func.count()).select_from(t.claim).where(~live)),
        "issues": count(select(func.count()).select_from(t.issue)),
    }
