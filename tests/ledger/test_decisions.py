"""Decisions in the ledger: kept by claims, taken back without being lost, and the reasons the program had itself."""

import pytest

from contested.errors import SettingsError
from contested.ledger.book import Ledger
from contested.model.reconciled import Bond, ClaimRef, Decision
from tests.ledger.made import SHELLING, claim, reading, shelling
from tests.ledger.test_events import event, made

ONE, OTHER = ClaimRef("a1", "c1"), ClaimRef("a2", "c1")


def test_a_decision_is_kept_and_can_be_taken_back(somewhere: str) -> None:
    ledger = made(somewhere, event("e1"), event("e2", (("a2", "c1"),)))
    number = ledger.decide("same", "a1:c1", "a2:c1", who="Ada", why="one salvo")
    assert ledger.in_force() == [Decision(number, "same", ONE, OTHER)]
    assert not ledger.state()["fresh"]
    (row,) = ledger.decisions()
    assert (row["a"], row["b"], row["who"], row["why"], row["undone_at"]) == (
        "a1:c1", "a2:c1", "Ada", "one salvo", None,
    )  # fmt: skip
    ledger.undo(number)
    assert ledger.in_force() == ledger.decisions() == []
    assert [one["number"] for one in ledger.decisions(undone=True)] == [number]
    with pytest.raises(SettingsError, match="no decision 1 in force"):
        ledger.undo(number)


def test_an_event_stands_for_the_claim_that_tells_it(somewhere: str) -> None:
    ledger = made(somewhere, event("e1", (("a1", "c2"), ("a1", "c1"))), event("e2", (("a2", "c1"),)))
    ledger.decide("different", "e1", "e2", who="Ada", why="")
    assert ledger.in_force() == [Decision(1, "different", ONE, OTHER)]


@pytest.mark.parametrize(("a", "b"), [("a1:c1", "a1:c1"), ("a1:c9", "a2:c1"), ("e9", "a2:c1"), ("a1", "a2")])
def test_what_cannot_be_decided_is_refused(somewhere: str, a: str, b: str) -> None:
    ledger = made(somewhere, event("e1"))
    with pytest.raises(SettingsError):
        ledger.decide("same", a, b, who="Ada", why="")
    assert ledger.decisions() == []
    assert ledger.state()["fresh"]


def test_a_decision_follows_its_claim_through_readings(somewhere: str) -> None:
    """Another reader numbers the claims otherwise; the decision is still about the same words."""
    ledger = made(somewhere)
    ledger.decide("same", "a1:c1", "a2:c1", who="Ada", why="")
    better = shelling()
    first = {**better["claims"][0], "id": "c7"}
    list(ledger.add([{**better, "claims": [first, better["claims"][1]]}]))
    assert ledger.in_force()[0].first == ClaimRef("a1", "c7")
    list(ledger.add([{**better, "claims": []}]))
    assert ledger.in_force()[0].first == ClaimRef("a1", "?")


def test_why_two_claims_stand_together(somewhere: str) -> None:
    both = {"event": "v1"}
    ledger = Ledger(somewhere)
    third = reading(SHELLING, [claim(SHELLING, SHELLING, 1)], id="a3")
    own = [{**one, **both} for one in shelling()["claims"]]
    list(ledger.add([{**shelling(), "claims": own}, shelling(id="a2", source="Hill Gazette"), third]))
    members = (("a1", "c1"), ("a1", "c2"), ("a2", "c1"), ("a3", "c1"), ("a2", "c2"))
    bonds = [Bond(ONE, OTHER, 5.0, (("place", 3.0),)), Bond(OTHER, ClaimRef("a3", "c1"), 3.0, (("day", 2.0),))]
    ledger.keep([event("e1", members)], bonds, seen=1)
    (found,) = ledger.why("a1:c2", "a3")
    assert found["event"]["id"] == "e1"
    assert [(step["a"], step["b"]) for step in found["steps"]] == [
        ("a1:c2", "a1:c1"),
        ("a1:c1", "a2:c1"),
        ("a2:c1", "a3:c1"),
    ]
    assert [step["reasons"][0][0] for step in found["steps"]] == ["told as one by the report", "place", "day"]
    assert ledger.why("a1:c1", "a2:c2")[0]["steps"] is None, "no bond leads to a claim that only speaks of it"


def test_what_keeps_two_events_apart(somewhere: str) -> None:
    ledger = made(somewhere, event("e1", (("a1", "c1"),)), event("e2", (("a2", "c1"),)))
    ledger.decide("different", "e1", "e2", who="Ada", why="two salvoes")
    (found,) = ledger.why("a1", "e2")
    assert [[one["id"] for one in side] for side in found["events"]] == [["e1"], ["e2"]]
    assert [one["why"] for one in found["decisions"]] == ["two salvoes"]
    with pytest.raises(SettingsError, match="stands in no event"):
        ledger.why("a1", "nothing")
