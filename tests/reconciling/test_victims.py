"""Whose losses are counted: a party's own, its enemy's, or civilians'."""

from dataclasses import replace
from typing import Any

import pytest

from contested.model.claim import Claim, Figure, Ref
from contested.model.reading import Reading
from contested.model.reconciled import Range
from tests.reconciling.test_events import one, raid, verdicts


def count(number: int, of: str, voice: str | None, *, combatants: bool | None = None, **more: Any) -> dict[str, Any]:
    """A count of the dead; `of` stands in the quote "N of were killed"."""
    quote = f"{number} {of} were killed" + (f", {voice} said." if voice else ".")
    ref = Ref(of, 0, len(of))
    figure = Figure("killed", number, number, number, of=ref, combatants=combatants, **more)
    return {"quote": quote, "killed": figure, "event": "v1", "voice": voice}


def report(name: str, source: str, *claims: dict[str, Any]) -> Reading:
    """The report with `of` of its counts at its place in the text."""
    made = raid(name, source, "2031-03-04", *claims)
    return replace(made, claims=tuple(_placed(made.text, claim) for claim in made.claims))


def _placed(text: str, claim: Claim) -> Claim:
    of = claim.figure.of if claim.figure is not None else None
    if claim.figure is None or of is None:
        return claim
    at = text.index(of.text, claim.start)
    return replace(claim, figure=replace(claim.figure, of=replace(of, start=at, end=at + len(of.text))))


def two(first: dict[str, Any], second: dict[str, Any], *sources: str) -> list[Reading]:
    a, b = sources or ("Hilltop Wire", "Plain Courier")
    return [report("a", a, first), report("b", b, second)]


ARMY, FRONT, NURSE = "The army spokesman", "The Salt Road Front", "A nurse"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (count(19, "our soldiers", ARMY, combatants=True), count(2, "our fighters", FRONT, combatants=True)),
        (count(19, "soldiers", ARMY, combatants=True), count(2, "enemy fighters", ARMY, combatants=True)),
        (count(2, "policemen", NURSE, combatants=True), count(9, "villagers", FRONT, combatants=False)),
    ],
    ids=["own and own", "own and enemy", "policemen and villagers"],
)
def test_losses_of_two_sides_do_not_contradict_each_other(first: dict[str, Any], second: dict[str, Any]) -> None:
    event = one(*two(first, second))
    assert verdicts(event).get("killed") in ("not_comparable", "single_voice")
    assert "killed" not in event.best


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (count(9, "soldiers", FRONT, combatants=True), count(2, "our soldiers", ARMY, combatants=True)),
        (count(12, "terrorists", ARMY, combatants=True), count(4, "farmers", NURSE, combatants=False)),
        (count(7, "attackers", ARMY, combatants=True), count(2, "our fighters", FRONT, combatants=True)),
        (count(9, "soldiers", FRONT, combatants=True), count(7, "shoppers", "The police", combatants=False)),
    ],
    ids=["the same soldiers", "terrorists or farmers", "attackers and those who attacked", "soldiers or shoppers"],
)
def test_two_counts_of_the_same_dead_do(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert verdicts(one(*two(first, second)))["killed"] == "contested"


def test_his_soldiers_are_the_enemys_in_a_communique() -> None:
    own = count(2, "our soldiers", None, combatants=True)
    theirs = count(9, "his soldiers", None, combatants=True)
    sources = ("Defence Ministry Bulletin", "Salt Road Front Bulletin")
    assert verdicts(one(*two(own, theirs, *sources)))["killed"] == "contested"


def test_a_sum_of_both_sides_losses_is_no_toll() -> None:
    men, soldiers = "four of our men", "nine soldiers"
    quote = f"{men} and {soldiers} were killed, {FRONT} said."
    total = Figure("killed", 13, 13, 13)
    own = Figure("killed", 4, 4, 4, of=Ref("our men", 8, 15), group="our men", combatants=True)
    foes = Figure("killed", 9, 9, 9, of=Ref("soldiers", 25, 33), group="soldiers", combatants=True)
    claims = [
        {"quote": quote, "killed": total, "event": "v1", "voice": FRONT},
        {"quote": men, "killed": own, "event": "v1", "voice": FRONT},
        {"quote": soldiers, "killed": foes, "event": "v1", "voice": FRONT},
    ]
    band = report("a", "Hilltop Wire", *claims)
    army = report("b", "Plain Courier", count(2, "our soldiers", ARMY, combatants=True))
    event = one(band, army)
    assert verdicts(event)["killed"] == "contested"
    (asked,) = [question for question in event.questions if question.slot == "killed"]
    assert {position.value for position in asked.positions} == {4, 9, 2}


def test_prisoners_beside_a_larger_count_are_a_part() -> None:
    eight, three = Figure("wounded", 8, 8, 8), Figure("wounded", 3, 3, 3, of=Ref("wounded prisoners", 6, 23))
    army = {"quote": "Eight men were wounded.", "wounded": eight, "event": "v1"}
    front = {"quote": "Three wounded prisoners were left at the roadside.", "wounded": three, "event": "v1"}
    event = one(*two(army, front, "Defence Ministry Bulletin", "Salt Road Front Bulletin"))
    assert verdicts(event)["wounded"] == "not_comparable"
    assert event.best["wounded"] == Range(8, 8, 8)


def test_the_only_one_a_report_counts_is_its_toll() -> None:
    miller = Figure("killed", 1, 1, 1, of=Ref("a miller", 0, 8), group="a miller")
    alone = {"quote": "a miller was killed, A nurse said.", "killed": miller, "event": "v1", "voice": NURSE}
    assert one(*two(alone, count(1, "man", ARMY))).best["killed"] == Range(1, 1, 1)
    beside = report("a", "Hilltop Wire", alone, count(6, "people", NURSE))
    assert one(beside, report("b", "Plain Courier")).best["killed"] == Range(6, 6, 6)
