"""Putting readings into the ledger: each whole or not at all, none twice, nothing ever deleted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Table, bindparam, insert, select, update

from contested.ledger import tables as t
from contested.ledger.identity import Plain, claim_ids, report_id, text_id
from contested.ledger.rows import Row, actor_rows, claim_row, compact, report_row, without_claims

Outcome = Literal["new", "same", "changed", "reread", "error"]
"""A report not seen before; one that gave the same again; one whose text is another now; one whose text is the same but
in which this version of the reader finds something else; one that could not be read."""

MOST, SECONDS = 200, 0.5
"""Readings of one transaction, and how long the first of them may wait for the others."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one reading; told only once it is safely stored. `name` is the report's in the ledger."""

    name: str
    outcome: Outcome
    claims: int = 0
    retired: int = 0


@dataclass(slots=True)
class Writer:
    """One run of adding. `add` may be called several times; `close` marks the run as finished."""

    engine: Engine
    version: str
    options: str = ""
    run: int | None = field(default=None, init=False)

    def add(self, readings: Iterable[Plain]) -> Iterator[Added]:
        """Store the readings (the contract's JSON shape), in transactions of a few; one `Added` each, in order.

        Whatever has been yielded survives the end of the process, however it comes.
        """
        for chunk in _chunks(readings):
            with self.engine.begin() as connection:
                run = self._begun(connection)
                done = [_add(connection, run, reading) for reading in chunk]
                if any(added.outcome not in ("same", "error") for added in done):
                    changed(connection)
            self.run = run
            yield from done

    def close(self) -> None:
        """Mark the run as finished."""
        if self.run is not None:
            with self.engine.begin() as connection:
                connection.execute(update(t.run).where(t.run.c.id == self.run).values(finished_at=_now()))

    def _begun(self, connection: Connection) -> int:
        if self.run is not None:
            return self.run
        row = {"started_at": _now(), "version": self.version, "options": self.options}
        return _inserted(connection, t.run, row)


def changed(connection: Connection) -> None:
    """Note that claims or decisions are others now: events made before are out of date.

    The last thing in a transaction, so that writers on a server do not wait for one another longer than they must.
    """
    connection.execute(update(t.state).values(changes=t.state.c.changes + 1))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _inserted(connection: Connection, table: Table, row: Row) -> int:
    key = connection.execute(insert(table).values(row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _chunks(readings: Iterable[Plain]) -> Iterator[list[Plain]]:
    """The readings in handfuls, so that a fast source costs few transactions and a slow one loses nothing."""
    chunk: list[Plain] = []
    since = 0.0
    for reading in readings:
        since = since if chunk else monotonic()
        chunk.append(reading)
        if len(chunk) >= MOST or monotonic() - since > SECONDS:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _add(connection: Connection, run: int, reading: Plain) -> Added:
    if "error" in reading:
        return _noted(connection, run, reading)
    known, version = report_id(reading["report"]), text_id(reading["text"])
    name = _report(connection, known, reading["report"])
    stored = _version(connection, known, version)
    retired = _retire_others(connection, known, version)
    row = {"run_id": run, "current": True, "last_seen": _now(), "json": without_claims(reading)}
    if stored is None:
        keys = {"report_id": known, "text_id": version, "first_seen": _now()}
        connection.execute(insert(t.reading).values(**keys, **row))
    else:
        connection.execute(update(t.reading).where(_is(known, version)).values(row))
    another = not stored.current if stored is not None else _versions(connection, known) > 1
    new, gone, alike = _claims(connection, run, known, version, reading)
    return Added(name, _outcome(stored, another, alike and not (new or gone)), len(reading["claims"]), retired + gone)


def _outcome(stored: Any, another: bool, alike: bool) -> Outcome:
    """`stored`: the row of this wording, if it was known; `another`: the report had another wording until now."""
    if another:
        return "changed"
    if stored is None:
        return "new"
    return "same" if alike else "reread"


def _noted(connection: Connection, run: int, reading: Plain) -> Added:
    """A report that could not be read: kept as an issue of the run, so that it can be tried again."""
    report, error = reading["report"], reading["error"]
    name = report.get("id") or report.get("source")
    row = {"run_id": run, "report": name, "line": report.get("line"), **error}
    connection.execute(
        insert(t.issue).values({key: row[key] for key in ("run_id", "report", "line", "code", "message")})
    )
    return Added(name or f"line {report.get('line')}", "error")


def _is(report: str, version: str) -> Any:
    return (t.reading.c.report_id == report) & (t.reading.c.text_id == version)


def _report(connection: Connection, known: str, report: Plain) -> str:
    """The report's row, made or brought up to date; its name in this ledger.

    The name is the reading's own id, with a piece of the full one behind it where another report has that already.
    """
    now = _now()
    name = connection.scalar(select(t.report.c.name).where(t.report.c.id == known))
    if name is not None:
        connection.execute(update(t.report).where(t.report.c.id == known).values(**report_row(report), last_seen=now))
        return str(name)
    name = report["id"]
    if connection.scalar(select(t.report.c.id).where(t.report.c.name == name)) is not None:
        name = f"{name}#{known[:8]}"
    row = {"id": known, "name": name, "first_seen": now, "last_seen": now, **report_row(report)}
    connection.execute(insert(t.report).values(row))
    return str(name)


def _version(connection: Connection, report: str, version: str) -> Any:
    return connection.execute(select(t.reading.c.current).where(_is(report, version))).first()


def _versions(connection: Connection, report: str) -> int:
    return len(connection.execute(select(t.reading.c.text_id).where(t.reading.c.report_id == report)).all())


def _retire_others(connection: Connection, report: str, version: str) -> int:
    """Retire what was found in other wordings of the report; how many claims that were."""
    others = (t.reading.c.report_id == report) & (t.reading.c.text_id != version)
    connection.execute(update(t.reading).where(others).values(current=False))
    claims = (t.claim.c.report_id == report) & (t.claim.c.text_id != version) & t.claim.c.current
    return connection.execute(update(t.claim).where(claims).values(current=False)).rowcount


def _claims(connection: Connection, run: int, report: str, version: str, reading: Plain) -> tuple[int, int, bool]:
    """Bring the claims of one wording up to date: how many are new, how many retired, whether the others are alike."""
    now = dict(zip(claim_ids(report, version, reading["claims"]), reading["claims"], strict=True))
    here = (t.claim.c.report_id == report) & (t.claim.c.text_id == version)
    old = {
        row.id: row for row in connection.execute(select(t.claim.c.id, t.claim.c.json, t.claim.c.current).where(here))
    }
    new = {name: claim for name, claim in now.items() if name not in old}
    keys = {"report_id": report, "text_id": version, "run_id": run}
    _insert(connection, keys, new, reading)
    alike = _refresh(connection, run, old, now, reading["report"])
    gone = [name for name, row in old.items() if name not in now and row.current]
    if gone:
        retire = update(t.claim).where(t.claim.c.id == bindparam("gone")).values(current=False)
        connection.execute(retire, [{"gone": name} for name in gone])
    return len(new), len(gone), alike


def _insert(connection: Connection, keys: Row, new: dict[str, Plain], reading: Plain) -> None:
    if not new:
        return
    seen = {"current": True, "status": "proposed", "first_seen": _now(), "last_seen": _now()}
    rows = [{"id": name, **keys, **seen, **claim_row(claim, reading["report"])} for name, claim in new.items()]
    connection.execute(insert(t.claim), rows)
    here = (t.claim.c.report_id == keys["report_id"]) & (t.claim.c.text_id == keys["text_id"])
    numbers = {row.id: row.number for row in connection.execute(select(t.claim.c.id, t.claim.c.number).where(here))}
    entities = {entity["id"]: entity for entity in reading["entities"]}
    actors = [
        {"claim_number": numbers[name], **actor} for name, claim in new.items() for actor in actor_rows(claim, entities)
    ]
    if actors:
        connection.execute(insert(t.actor), actors)


def _refresh(connection: Connection, run: int, old: dict[str, Any], now: dict[str, Plain], about: Plain) -> bool:
    """Claims found again: seen now, and current. Whether none of them differs from what was stored."""
    known = old.keys() & now.keys()
    if known:
        again = update(t.claim).where(t.claim.c.id == bindparam("known")).values(current=True, last_seen=_now())
        connection.execute(again, [{"known": name} for name in known])
    others = [name for name in known if compact(now[name]) != old[name].json]
    for name in others:
        values = {**claim_row(now[name], about), "run_id": run}
        connection.execute(update(t.claim).where(t.claim.c.id == name).values(values))
    return not others


def outcomes(added: Iterable[Added]) -> Counter[Outcome]:
    """How many readings had which outcome."""
    return Counter(one.outcome for one in added)
