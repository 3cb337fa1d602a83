"""Decisions over reconciled events: they join and split, the newest counts, and without them all is as it was."""

from itertools import permutations

import pytest

from contested.model.reading import Reading
from contested.model.reconciled import ClaimRef, Decision, Reconciled
from contested.pipeline import reconcile_claims
from contested.reconciling.deciding import decided
from tests.reconciling.made import told

SHELLS = {"quote": "Shells fell on Dahra market.", "type": "strike.artillery", "event": "v1", "place": "Dahra"}
RAID = {"quote": "A raid at Rell bridge left many hurt.", "type": "strike.air", "event": "v2", "place": "Rell"}


def reports() -> list[Reading]:
    """Four reports: three of one shelling, of which two count alike, and one of a raid elsewhere."""
    dead = {"quote": "Nine people died.", "killed": 9, "event": "v1", "place": "Dahra", "day": "2031-03-03"}
    return [
        told("a", "Hilltop Wire", "2031-03-04", {**SHELLS, "day": "2031-03-03"}, dead),
        told("b", "Plain Courier", "2031-03-04", {**SHELLS, "day": "2031-03-03"}, dead),
        told("c", "Delta Post", "2031-03-05", {**SHELLS, "day": "2031-03-03"}),
        told("d", "Delta Post", "2031-03-05", {**RAID, "day": "2031-03-02"}),
    ]


def ruling(number: int, verdict: str, first: str, second: str) -> Decision:
    (one, c), (other, d) = (name.split(":") for name in (first, second))
    return Decision(number, verdict, ClaimRef(one, c), ClaimRef(other, d))  # type: ignore[arg-type]


def together(found: Reconciled) -> list[list[str]]:
    return sorted(sorted(event.reports) for event in found.events)


def test_what_the_rules_make() -> None:
    assert together(reconcile_claims(reports())) == [["a", "b", "c"], ["d"]]


def test_two_happenings_that_a_person_calls_one() -> None:
    found = reconcile_claims(reports(), decisions=[ruling(1, "same", "c:c1", "d:c1")])
    assert together(found) == [["a", "b", "c", "d"]]
    (event,) = found.events
    assert {value.value.name for value in event.fields["place"]} == {"Dahra", "Rell"}  # type: ignore[union-attr]
    assert found.bonds[-1].reasons == (("decision 1", 0.0),)
    assert [story.lead_event for story in found.stories if "d" in story.reports] == [event.id]


def test_one_happening_that_a_person_calls_two() -> None:
    found = reconcile_claims(reports(), decisions=[ruling(1, "different", "c:c1", "a:c1")])
    assert together(found) == [["a", "b"], ["c"], ["d"]]
    kept = next(event for event in found.events if "a" in event.reports)
    assert kept.best["killed"].high == 9
    homes = {ref: event.id for event in found.events for ref in event.claims}
    assert all(homes[bond.first] == homes[bond.second] for bond in found.bonds)


def test_the_newest_of_two_that_contradict_each_other_counts() -> None:
    apart, one = ruling(1, "different", "a:c1", "b:c1"), ruling(2, "same", "b:c1", "a:c1")
    found = reconcile_claims(reports(), decisions=[apart, one])
    assert together(found) == [["a", "b", "c"], ["d"]]
    assert found.unmet == ((1, "a newer decision says otherwise"),)
    turned = [ruling(2, "different", "a:c1", "b:c1"), ruling(1, "same", "b:c1", "a:c1")]
    assert ["a", "b", "c"] not in together(reconcile_claims(reports(), decisions=turned))


def test_one_decision_reaches_through_others() -> None:
    """a is c and c is d, so a and d are one, whatever an older decision says."""
    rulings = [
        ruling(1, "different", "a:c1", "d:c1"),
        ruling(2, "same", "a:c1", "c:c1"),
        ruling(3, "same", "c:c1", "d:c1"),
    ]
    found = reconcile_claims(reports(), decisions=rulings)
    assert [number for number, _ in found.unmet] == [1]
    assert any({"a", "c", "d"} <= set(event.reports) for event in found.events)


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (ruling(1, "same", "a:c9", "b:c1"), "tells of no happening"),
        (ruling(1, "same", "a:?", "b:c1"), "no longer has the claim"),
        (ruling(1, "different", "a:c1", "a:c2"), "the report itself tells"),
    ],
)
def test_a_decision_that_cannot_be_followed_is_named_and_changes_nothing(decision: Decision, reason: str) -> None:
    plain, found = reconcile_claims(reports()), reconcile_claims(reports(), decisions=[decision])
    assert found.events == plain.events
    assert found.bonds == plain.bonds
    assert reason in found.unmet[0][1]


def test_without_decisions_everything_is_as_it_was_made() -> None:
    found = reconcile_claims(reports())
    assert decided(reports(), found, [], "default") == found


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_the_order_of_reports_and_decisions_does_not_matter(order: tuple[int, ...]) -> None:
    rulings = [ruling(1, "different", "a:c1", "b:c1"), ruling(2, "same", "b:c1", "d:c1")]
    expected = reconcile_claims(reports(), decisions=rulings)
    read = [reports()[n] for n in order]
    assert reconcile_claims([*read, *read[:2]], decisions=rulings[::-1]).events == expected.events
