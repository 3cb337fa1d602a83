"""Why two claims or reports stand in one event, from the bonds that joined it; or what is known to keep them apart."""

from collections import deque
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from contested.errors import SettingsError
from contested.ledger import decisions, events
from contested.ledger.rows import Row

Node = tuple[str, str]
"""A claim: the report's name and the claim's id in it."""
AS_ONE = "told as one by the report"


def why(connection: Connection, first: str, second: str) -> list[Row]:
    """For each event that both stand in: the `event`, and `steps` from one to the other (`a`, `b`, `score`, `reasons`;
    None where one only speaks of it). Where there is none one row with `events`, those of either, and `decisions`.

    A name is a report's, an event's, or REPORT:CLAIM. SettingsError if it is none, or stands in no event.
    """
    a, b = (_stands_in(connection, name) for name in (first, second))
    shared = sorted(a.keys() & b.keys())
    if not shared:
        ruled = [row for row in decisions.decisions(connection) if row["verdict"] == "different"]
        sides = [{f"{report}:{claim}" for report, claim in _claims(connection, one)} for one in (a, b)]
        between = [
            row for row in ruled
            if (row["a"] in sides[0] and row["b"] in sides[1]) or (row["b"] in sides[0] and row["a"] in sides[1])
        ]  # fmt: skip
        return [
            {"events": [[events.event(connection, name) for name in side] for side in (a, b)], "decisions": between}
        ]
    return [
        {"event": events.event(connection, name), "steps": _steps(connection, name, a[name], b[name])}
        for name in shared
    ]


def _stands_in(connection: Connection, name: str) -> dict[str, list[Node]]:
    """The events that the name stands in, each with the claims that are meant."""
    if events.event(connection, name) is not None:
        ref = decisions.meant(connection, name)
        return {name: [(ref.report, ref.claim)]}
    report, _, claim = name.rpartition(":")
    asked = [(name, None)] + ([(report, claim)] if report else [])
    for about, only in asked:
        if found := events.events_with(connection, about, only):
            own = events.claims_of(connection, found)
            return {
                event: [(one["report"], one["id"]) for one in claims
                        if one["report"] == about and only in (None, one["id"])]
                for event, claims in own.items()
            }  # fmt: skip
    raise SettingsError(f"{name} stands in no event: write a report, REPORT:CLAIM, or an id of `contested events`")


def _claims(connection: Connection, side: Iterable[str]) -> list[Node]:
    found = events.claims_of(connection, side)
    return [(one["report"], one["id"]) for claims in found.values() for one in claims]


def _steps(connection: Connection, event: str, a: Sequence[Node], b: Sequence[Node]) -> list[Row] | None:
    edges: dict[Node, list[Row]] = {}
    for bond in _bonds(connection, event):
        edges.setdefault(bond["a"], []).append(bond)
        edges.setdefault(bond["b"], []).append({**bond, "a": bond["b"], "b": bond["a"]})
    return _path(edges, a, set(b))


def _bonds(connection: Connection, event: str) -> Iterable[Row]:
    """The bonds of the event, and, for free, those of claims that one reading tells as one happening."""
    for row in events.bonds_of(connection, event):
        ends = {"a": (row["a_report"], row["a_claim"]), "b": (row["b_report"], row["b_claim"])}
        yield {**ends, "score": row["score"], "reasons": row["reasons"]}
    leads: dict[Node, Node] = {}
    for claim in events.claims_of(connection, [event])[event]:
        if claim["event"] is not None:
            here = (claim["report"], claim["id"])
            lead = leads.setdefault((claim["report"], claim["event"]), here)
            if lead != here:
                yield {"a": lead, "b": here, "score": None, "reasons": [[AS_ONE, 0]]}


def _path(edges: dict[Node, list[Row]], starts: Sequence[Node], ends: set[Node]) -> list[Row] | None:
    """The fewest steps from a start to an end; none where they meet, None where no way leads there."""
    came: dict[Node, Row | None] = dict.fromkeys(starts)
    waiting = deque(starts)
    while waiting:
        here = waiting.popleft()
        if here in ends:
            return _back(came, here)
        for edge in edges.get(here, ()):
            if edge["b"] not in came:
                came[edge["b"]] = edge
                waiting.append(edge["b"])
    return None


def _back(came: dict[Node, Row | None], here: Node) -> list[Row]:
    steps = []
    while (edge := came[here]) is not None:
        steps.append({**edge, "a": ":".join(edge["a"]), "b": ":".join(edge["b"])})
        here = edge["a"]
    return steps[::-1]
