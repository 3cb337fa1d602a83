"""The view of events, in a file and on a server: written anew whole, found by what it says, and its age."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from contested.errors import SettingsError
from contested.ledger import migrating, opening
from contested.ledger import tables as t
from contested.ledger.book import Ledger
from contested.ledger.events import EventFilter
from contested.model.reconciled import Bond, ClaimRef
from tests.ledger.made import claim, day, place, reading, shelling


def event(name: str = "e1", claims: tuple[tuple[str, str], ...] = (("a1", "c1"), ("a1", "c2")), **other: Any) -> Any:
    """A shared event in the contract's JSON."""
    return {
        "schema": "contested/event/1", "id": name, "type": "strike.artillery",
        "codes": {"plover": None, "acled": None, "cameo": None}, "status": "reported",
        "reports": list(dict.fromkeys(report for report, _ in claims)),
        "claims": [{"report": report, "claim": one} for report, one in claims],
        "actors": ["Coast Guard of Oru"], "targets": [], "place": place("Oru", "XK", 10.0, 20.0),
        "when": day("2031-03-04"), "civilian_targeting": None, "fields": {}, "best": {}, "questions": [], **other,
    }  # fmt: skip


def made(somewhere: str, *events: Any) -> Ledger:
    ledger = Ledger(somewhere)
    list(ledger.add([shelling(), shelling(id="a2", source="Hill Gazette")]))
    ledger.keep(events, seen=ledger.state()["changes"])
    return ledger


def test_events_take_the_place_of_those_before(somewhere: str) -> None:
    ledger = made(somewhere, event("e1"), event("e2", (("a2", "c1"),)))
    assert [one["id"] for one in ledger.events()] == ["e1", "e2"]
    assert ledger.event("e1") == event("e1")
    ledger.keep([event("e3")], seen=ledger.state()["changes"])
    assert [one["id"] for one in ledger.events()] == ["e3"]
    assert ledger.event("e1") is None


def test_where_writing_fails_the_events_before_stay(somewhere: str) -> None:
    ledger = made(somewhere, event("e1"))
    with pytest.raises(SettingsError):
        ledger.keep([event("e2"), event("e2")], seen=9)
    assert [one["id"] for one in ledger.events()] == ["e1"]


def test_the_age_of_the_events_is_known(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    list(ledger.add([shelling()]))
    assert (ledger.state()["made_at"], ledger.state()["fresh"]) == (None, False)
    ledger.keep([event()], seen=ledger.state()["changes"], rule="ucdp")
    assert (ledger.state()["rule"], ledger.state()["fresh"]) == ("ucdp", True)
    list(ledger.add([shelling()]))
    assert ledger.state()["fresh"], "nothing has changed"
    list(ledger.add([{"report": {"id": "b", "warnings": []}, "error": {"code": "binary", "message": "no text"}}]))
    assert ledger.state()["fresh"]
    list(ledger.add([shelling(id="a9")]))
    assert not ledger.state()["fresh"]


def test_what_is_added_while_events_are_made_makes_them_old(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    list(ledger.add([shelling()]))
    seen = ledger.state()["changes"]
    list(ledger.add([shelling(id="a2")]))
    ledger.keep([event()], seen=seen)
    assert not ledger.state()["fresh"]


WANTED = [
    (EventFilter(), ["e1", "e2"]),
    (EventFilter(type="strike"), ["e1"]),
    (EventFilter(type="strike.artillery"), ["e1"]),
    (EventFilter(type="stri"), []),
    (EventFilter(status="denied"), ["e2"]),
    (EventFilter(place="ORU"), ["e1", "e2"]),
    (EventFilter(place="oru harbour"), []),
    (EventFilter(place="or"), []),
    (EventFilter(country="xk"), ["e1"]),
    (EventFilter(box=(9.0, 19.0, 11.0, 21.0)), ["e1"]),
    (EventFilter(box=(9.0, 21.0, 11.0, 22.0)), []),
    (EventFilter(actor="coast guard of  ORU"), ["e1"]),
    (EventFilter(actor="gov-xk"), ["e1", "e2"]),
    (EventFilter(actor="coast"), []),
    (EventFilter(source="hill gazette"), ["e2"]),
    (EventFilter(source="harbour radio"), ["e1"]),
    (EventFilter(report="a2"), ["e2"]),
    (EventFilter(since="2031-03-04", until="2031-03-04"), ["e1"]),
    (EventFilter(since="2031-03-05"), []),
    (EventFilter(until="2031-03-03"), []),
    (EventFilter(disputed=True), ["e2"]),
]


@pytest.mark.parametrize("wanted", WANTED, ids=str)
def test_events_are_found_by_what_they_say(somewhere: str, wanted: tuple[EventFilter, list[str]]) -> None:
    asked = {"id": "e2q1", "about": "?", "slot": "killed", "verdict": "contested", "positions": []}
    other = event(
        "e2", (("a2", "c1"),), type="control.taken", status="denied", place=None, when=None, actors=[],
        questions=[asked],
    )  # fmt: skip
    assert [one["id"] for one in made(somewhere, other, event("e1")).events(wanted[0])] == wanted[1]


def test_a_part_of_a_place_is_at_the_place(somewhere: str) -> None:
    harbour = event("e1", (), place=place("Oru Harbour", "XK", 10.0, 20.0))
    ledger = made(somewhere, harbour, event("e2", (), place=place("Oruland", "XK", 10.0, 20.0)))
    assert [one["id"] for one in ledger.events(EventFilter(place="Oru"))] == ["e1"]


def test_claims_of_events_come_with_their_reports(somewhere: str) -> None:
    ledger = made(somewhere, event("e1", (("a1", "c2"), ("a2", "c1"))))
    found = ledger.claims_of(["e1"])["e1"]
    assert [(one["report"], one["id"], one["source"]) for one in found] == [
        ("a1", "c2", "Harbour Radio"),
        ("a2", "c1", "Hill Gazette"),
    ]


def test_bonds_between_two_events_are_not_kept(somewhere: str) -> None:
    ledger = made(somewhere)
    one, two, three = ClaimRef("a1", "c1"), ClaimRef("a2", "c1"), ClaimRef("a2", "c2")
    bonds = [Bond(one, two, 5.0, (("place", 3.0), ("day", 2.0))), Bond(one, three, 3.0, ())]
    ledger.keep([event("e1", (("a1", "c1"), ("a2", "c1"))), event("e2", (("a2", "c2"),))], bonds, seen=1)
    (bond,) = ledger.bonds_of("e1")
    assert (bond["a_report"], bond["b_claim"], bond["reasons"]) == ("a1", "c1", [["place", 3.0], ["day", 2.0]])
    assert ledger.bonds_of("e2") == []


def test_claims_that_have_gone_since_are_passed_over(somewhere: str) -> None:
    ledger = made(somewhere, event("e1"))
    text = "Nothing happened."
    list(ledger.add([reading(text, [claim(text, "Nothing", 1)])]))
    ledger.keep([event("e1", (("a1", "c1"), ("a1", "c2")))], seen=0)
    assert [one["quote"] for one in ledger.claims_of(["e1"])["e1"]] == ["Nothing"]


def test_a_ledger_of_the_first_tables_is_saved_and_brought_up_to_date(somewhere: str, tmp_path: Path) -> None:
    before = _of_first_tables(somewhere, tmp_path / "full.db")
    ledger = Ledger(somewhere)
    assert ledger.state()["made_at"] is None
    assert len(list(tmp_path.glob("ledger.db.0001.*.backup"))) == ("://" not in somewhere)
    with opening.opened(somewhere, write=False) as engine, engine.connect() as connection:
        assert migrating.revision(connection) == migrating.head()
    assert list(ledger.readings()) == before
    ledger.keep([event("e1", (("a1", "c1"),))], seen=ledger.state()["changes"])
    assert ledger.state()["fresh"]
    assert ledger.decide("same", "a1:c1", "a1:c2", who="Ada", why="") == 1


def _of_first_tables(place: str, full: Path) -> list[dict[str, Any]]:
    """Make a ledger as the first version of the tables had it; the readings in it."""
    from alembic import command

    list(Ledger(full).add([shelling()]))
    engine, config = opening.engine_for(place, write=True), migrating._config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        with opening.opened(full, write=False) as source, source.connect() as old:
            for table in (t.run, t.report, t.reading, t.claim, t.actor):
                connection.execute(insert(table), [dict(row._mapping) for row in old.execute(select(table))])
    engine.dispose()
    return list(Ledger(full).readings())
