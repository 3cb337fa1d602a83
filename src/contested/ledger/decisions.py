"""What people decided about happenings: kept by claims, so that a decision outlives the events it was made on."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from contested.errors import SettingsError
from contested.ledger import events
from contested.ledger import tables as t
from contested.ledger.rows import Row
from contested.ledger.writer import changed
from contested.model.reconciled import ClaimRef, Decision

VERDICTS = ("same", "different")


def meant(connection: Connection, name: str) -> ClaimRef:
    """The claim that stands for what was named: REPORT:CLAIM itself, or of an event the first that tells it.

    SettingsError if there is none.
    """
    report, _, claim = name.rpartition(":")
    if report and _claim_id(connection, report, claim) is not None:
        return ClaimRef(report, claim)
    if events.event(connection, name) is None:
        raise SettingsError(f"there is no claim or event {name}: write REPORT:CLAIM, or an id of `contested events`")
    telling = min(events.claims_of(connection, [name])[name], key=_rank)
    return ClaimRef(telling["report"], telling["id"])


def _rank(claim: Row) -> tuple[bool, bool, bool]:
    """What tells a happening comes before what counts or only speaks of it."""
    return claim["event"] is None, claim["kind"] == "statement", claim["figure"] is not None


def _claim_id(connection: Connection, report: str, claim: str) -> str | None:
    c = t.claim.c
    query = select(c.id).join(t.report, t.report.c.id == c.report_id)
    found = connection.scalar(query.where((t.report.c.name == report) & (c.local_id == claim) & c.current))
    return None if found is None else str(found)


def decide(connection: Connection, verdict: str, first: str, second: str, *, who: str, why: str) -> int:
    """Keep a decision about what the two names mean; its number. SettingsError if a name means nothing."""
    a, b = (meant(connection, name) for name in (first, second))
    if a == b:
        raise SettingsError(f"{first} and {second} are one and the same claim")
    row = {
        "verdict": verdict,
        "a_report": a.report,
        "a_claim": _claim_id(connection, a.report, a.claim),
        "b_report": b.report,
        "b_claim": _claim_id(connection, b.report, b.claim),
        "who": who,
        "why": why,
        "made_at": _now(),
    }
    key = connection.execute(insert(t.decision).values(row)).inserted_primary_key
    assert key is not None
    changed(connection)
    return int(key[0])


def undo(connection: Connection, number: int) -> None:
    """Take the decision back; it stays as one that was made. SettingsError if there is none in force."""
    wanted = (t.decision.c.id == number) & t.decision.c.undone_at.is_(None)
    if not connection.execute(update(t.decision).where(wanted).values(undone_at=_now())).rowcount:
        raise SettingsError(f"there is no decision {number} in force: `contested decide list` lists them")
    changed(connection)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def decisions(connection: Connection, *, undone: bool = False) -> list[Row]:
    """Decisions in force, or with `undone` all, in their order: `number`, `verdict`, `a` and `b` as REPORT:CLAIM (the
    claim "?" where the report no longer has it), `who`, `why`, `made_at`, `undone_at`."""
    query = select(t.decision).order_by(t.decision.c.id)
    rows = connection.execute(query if undone else query.where(t.decision.c.undone_at.is_(None))).all()
    local = _local(connection, (one for row in rows for one in (row.a_claim, row.b_claim)))
    return [
        {
            "number": row.id,
            "verdict": row.verdict,
            "a": f"{row.a_report}:{local.get(row.a_claim, '?')}",
            "b": f"{row.b_report}:{local.get(row.b_claim, '?')}",
            **{name: row._mapping[name] for name in ("who", "why", "made_at", "undone_at")},
        }
        for row in rows
    ]


def in_force(connection: Connection) -> list[Decision]:
    """The decisions that `contested reconcile` is to follow."""
    return [Decision(row["number"], row["verdict"], _ref(row["a"]), _ref(row["b"])) for row in decisions(connection)]


def _ref(name: str) -> ClaimRef:
    report, _, claim = name.rpartition(":")
    return ClaimRef(report, claim)


def _local(connection: Connection, claims: Iterable[str]) -> dict[Any, str]:
    """The ids in their readings of the claims that are current."""
    query = select(t.claim.c.id, t.claim.c.local_id).where(t.claim.c.id.in_(set(claims)) & t.claim.c.current)
    return {row.id: row.local_id for row in connection.execute(query)}
