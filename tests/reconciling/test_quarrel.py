"""Who counts differently as a side, and who as a bystander."""

from typing import Any

import pytest

from contested.model.claim import Ref
from tests.reconciling.made import told
from tests.reconciling.test_events import dead, one, verdicts

CRASH = {"quote": "A bus overturned at Dahra on Monday.", "type": "disaster.accident", "event": "v1"}
MURDER = {"quote": "Two men were found dead at Dahra on Monday.", "type": "attack.civilians", "event": "v1"}
SHELLS = {"quote": "Shells fell on Dahra on Monday.", "type": "strike.artillery", "event": "v1"}
PLACED = {"place": "Dahra", "day": "2031-03-03"}


@pytest.mark.parametrize(
    ("lead", "voice", "verdict"),
    [
        (CRASH, "The police", "variance"),
        (MURDER, "The police", "variance"),
        (SHELLS, "The police", "contested"),
        (MURDER, "The Salt Road Front", "contested"),
    ],
)
def test_police_are_a_side_in_war_only(lead: dict[str, Any], voice: str, verdict: str) -> None:
    first = told("a", "Hilltop Wire", "2031-03-04", lead | PLACED, dead(6, voice))
    second = told("b", "Plain Courier", "2031-03-04", lead | PLACED, dead(9, "A nurse"))
    assert verdicts(one(first, second))["killed"] == verdict


def test_police_that_did_it_are_a_side() -> None:
    quote = "The police shot at a crowd in Dahra on Monday."
    shot = {"quote": quote, "type": "attack.civilians", "event": "v1", "roles": {"actor": (Ref("The police", 0, 10),)}}
    first = told("a", "Hilltop Wire", "2031-03-04", shot | PLACED, dead(6, "The police"))
    second = told("b", "Plain Courier", "2031-03-04", MURDER | PLACED, dead(9, "A nurse"))
    assert verdicts(one(first, second))["killed"] == "contested"


def test_bystanders_who_name_two_doers_differ() -> None:
    def named(name: str, who: str, voice: str) -> Any:
        quote = f"{who} shot at Dahra on Monday, {voice} said."
        roles = {"actor": (Ref(who, 0, len(who)),)}
        return told(
            name, f"Outlet {name}", "2031-03-04", {**MURDER, **PLACED, "quote": quote, "roles": roles, "voice": voice}
        )

    first, second = named("a", "The Hill Militia", "A nurse"), named("b", "The Salt Road Front", "A farmer")
    assert verdicts(one(first, second))["perpetrator"] == "variance"


def test_two_papers_that_name_two_doers_ask_nothing() -> None:
    def named(name: str, who: str) -> Any:
        quote = f"{who} shot at Dahra on Monday."
        claim = {**MURDER, **PLACED, "quote": quote, "roles": {"actor": (Ref(who, 0, len(who)),)}}
        return told(name, f"Outlet {name}", "2031-03-04", claim)

    assert "perpetrator" not in verdicts(one(named("a", "The Hill Militia"), named("b", "The Salt Road Front")))


def test_nobody_is_behind_an_arrest() -> None:
    quote = "The police seized rifles at Dahra on Monday."
    seized = {
        "quote": quote,
        "type": "weapons.disrupted",
        "event": "v1",
        "roles": {"actor": (Ref("The police", 0, 10),)},
    }
    first = told("a", "Interior Ministry Bulletin", "2031-03-04", seized | PLACED)
    assert "perpetrator" not in verdicts(one(first, told("b", "Plain Courier", "2031-03-04", seized | PLACED)))


def test_who_gives_two_numbers_in_one_report_contradicts_nobody() -> None:
    parts = told("a", "Hilltop Wire", "2031-03-04", SHELLS | PLACED, dead(4, "The army"), dead(1, "The army"))
    whole = told("b", "Plain Courier", "2031-03-04", SHELLS | PLACED, dead(5, "A nurse"))
    assert verdicts(one(parts, whole))["killed"] == "variance"


def test_nobody_is_behind_a_melee() -> None:
    def clash(name: str, who: str, voice: str) -> Any:
        quote = f"{who} killed two men at Dahra on Monday, {voice} said."
        claim = {
            "quote": quote,
            "type": "attack.civilians",
            "event": "v1",
            "roles": {"actor": (Ref(who, 0, len(who)),)},
        }
        fight = {"quote": "There was fighting at Dahra on Monday.", "type": "battle.clash", "event": "v1"}
        return told(name, f"Outlet {name}", "2031-03-04", fight | PLACED, claim | PLACED | {"voice": voice})

    first, second = clash("a", "The army", "The Salt Road Front"), clash("b", "The Salt Road Front", "The army")
    assert "perpetrator" not in verdicts(one(first, second))
