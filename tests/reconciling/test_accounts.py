"""What the words of voices say of one incident: how it ended, with what, whose fire, who was hit."""

from typing import Any

import pytest

from contested.model.claim import Figure, Ref, Voice
from contested.model.reading import Reading
from contested.pipeline import reconcile_claims
from contested.reconciling.accounts import (
    doer_said,
    has_no_means,
    holder_said,
    own_hold,
    own_target,
    says_civilians,
    tells_of_own_fire,
    ways_said,
    weapons_said,
)
from tests.reconciling.made import told
from tests.reconciling.test_events import STRIKE, one, verdicts


def report(name: str, *said: tuple[str, str], kind: str = "strike.artillery", place: str | None = "Dahra") -> Reading:
    """A report of Monday's strike on Dahra and what voices say of it: (quote, voice)."""
    lead: dict[str, Any] = {**STRIKE, "type": kind, "quote": f"It happened in {place} on Monday.", "day": "2031-03-03"}
    if place:
        lead["place"] = place
    claims = [{"quote": f"{quote}, {voice} said.", "kind": "statement", "voice": voice} for quote, voice in said]
    return told(name, f"Outlet {name}", "2031-03-04", lead, *claims)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we withdrew in good order", [("withdrawal", False)]),
        ("there was no withdrawal, there was a rout", [("taken by force", False), ("withdrawal", True)]),
        ("not a single prisoner got away", [("escape", True)]),
        ("No ransom was paid and none ever will be", [("ransom paid", True)]),
        ("a stove tipped over in the wind", [("accident", False)]),
        ("nobody escaped", [("escape", True)]),
        ("the town was quiet", []),
    ],
)
def test_how_it_ended(text: str, found: list[tuple[str, bool]]) -> None:
    assert sorted(ways_said(text)) == found


def test_weapons() -> None:
    assert list(weapons_said("The signs fit chlorine")) == [("poison gas", False)]
    said = list(weapons_said("No live rounds were issued, and tear gas was used"))
    assert said == [("live rounds", True), ("tear gas and water", False)]
    assert list(weapons_said("They were determined to leave")) == []


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("our gunners used smoke shells to cover the retreat", True),
        ("it had aimed at a depot of arms", True),
        ("it was shelled from the ridge", False),
        ("their gunners used smoke shells", False),
    ],
)
def test_whose_fire(text: str, own: bool) -> None:
    assert tells_of_own_fire(text) is own


def test_what_was_aimed_at() -> None:
    assert (own_target("it had aimed at a depot of arms") or "").strip() == "a depot of arms"
    assert own_target("the house was hit") is None


@pytest.mark.parametrize(
    ("text", "holder", "own"),
    [
        ("The fort stays with the army", "the army", None),
        ("it is not so that it stays with the army", None, None),
        ("The Valley Guard still holds the town", "Valley Guard", None),
        ("We are in the building. Let them come", None, True),
        ("his men had pulled out to spare the wells", None, False),
        ("the square was quiet", None, None),
    ],
)
def test_who_holds_the_place(text: str, holder: str | None, own: bool | None) -> None:
    assert (holder_said(text), own_hold(text)) == (holder, own)


def test_no_means_and_no_fighters() -> None:
    assert has_no_means("We had no aircraft within 60 kilometres")
    assert not has_no_means("We have no more room")
    assert doer_said("It was the work of the so-called Cormorants, who wore our badges") == "Cormorants"
    assert doer_said("It was not the work of the Cormorants") is None
    assert says_civilians("Twelve dead, yes, and every one a civilian")
    assert not says_civilians("There were no civilians at the site")


@pytest.mark.parametrize(
    ("kind", "first", "second", "slot"),
    [
        ("battle.clash", "we withdrew in good order", "their men broke and ran", "how_it_ended"),
        ("prisoners.release", "No ransom was paid", "the engineers went home for a ransom", "how_it_ended"),
        ("strike.artillery", "our gunners used smoke shells", "the signs fit chlorine", "weapon"),
        ("attack.torture", "he had taken his own life", "his body bore marks of beating", "how_it_ended"),
        ("displacement.forced", "they left of their own free will", "they were driven out", "how_it_ended"),
    ],
)
def test_two_accounts_that_cannot_both_be_true(kind: str, first: str, second: str, slot: str) -> None:
    army = report("a", (first, "The army spokesman"), kind=kind)
    band = report("b", (second, "The Salt Road Front"), kind=kind)
    event = one(army, band)
    assert verdicts(event)[slot] == "contested"
    (asked,) = [question for question in event.questions if question.slot == slot]
    assert asked.independent_voices == 2
    assert slot not in verdicts(one(army, report("b", (first, "The Salt Road Front"), kind=kind)))


def test_who_says_that_he_left_agrees_with_who_took_it() -> None:
    quote = "The army took Dahra on Monday."
    gain = {"quote": quote, "type": "territory.government_gain", "event": "v1", "place": "Dahra", "day": "2031-03-03"}
    actor = {"actor": (Ref("The army", 0, 8),)}
    army = told("a", "Defence Ministry Bulletin", "2031-03-04", gain | {"roles": actor})
    band = report("b", ("our men had gone; we withdrew from Dahra", "The Salt Road Front"), kind="battle.clash")
    event = one(army, band)
    assert verdicts(event)["controller"] == "agreed_by_adversaries"
    (asked,) = [question for question in event.questions if question.slot == "controller"]
    assert {position.value for position in asked.positions} == {"government (army)", "not Salt Road Front"}


def test_two_who_both_say_they_hold_it() -> None:
    first = report("a", ("We hold Dahra and our flag flies", "The Salt Road Front"), kind="battle.clash")
    second = report("b", ("Dahra is in our hands", "The army spokesman"), kind="battle.clash")
    assert verdicts(one(first, second))["controller"] == "contested"


def test_a_hidden_source_of_a_partys_outlet_is_the_party() -> None:
    lead = {**STRIKE, "quote": "It happened in Dahra on Monday.", "place": "Dahra", "day": "2031-03-03"}
    belief = Voice("unnamed belief", role="unnamed")
    count = {"quote": "It is believed that two died.", "killed": 2, "event": "v1", "voice": belief}
    army = told("a", "Defence Ministry Bulletin", "2031-03-04", lead, count)
    own = told("b", "Salt Road Front Bulletin", "2031-03-04", lead, count | {"quote": "Two died.", "voice": None})
    assert verdicts(one(army, own))["killed"] == "agreed_by_adversaries"
    press = told("a", "Hilltop Wire", "2031-03-04", lead, count)
    assert verdicts(one(press, own)).get("killed", "single_voice") == "single_voice"


def test_what_is_said_of_another_reports_place_goes_there() -> None:
    both = told(
        "a",
        "Hilltop Wire",
        "2031-03-04",
        {**STRIKE, "quote": "Shells fell on Dahra on Monday.", "place": "Dahra", "day": "2031-03-03"},
        {**STRIKE, "quote": "Shells fell on Tell Sabha on Monday.", "place": "Tell Sabha", "event": "v2"}
        | {"day": "2031-03-03"},
    )
    own = report("b", ("Tell Sabha was not us", "The Salt Road Front"))
    found = [
        event for event in reconcile_claims([both, own]).events if event.place and event.place.name == "Tell Sabha"
    ]
    assert {ref.report for ref in found[0].claims} == {"a", "b"}


def test_bystanders_alone_contradict_nobody() -> None:
    nurse = report("a", ("it was an accident", "A nurse"), kind="casualties")
    guest = report("b", ("the house was shelled", "A resident"), kind="casualties")
    assert "how_it_ended" not in verdicts(one(nurse, guest))


def test_adversaries_agree_on_a_surrender() -> None:
    army = report("a", ("they laid down their arms", "The army spokesman"), kind="battle.siege")
    band = report("b", ("our men laid down their arms", "The Salt Road Front"), kind="battle.siege")
    assert verdicts(one(army, band))["how_it_ended"] == "agreed_by_adversaries"


def test_own_fire_owns_up_to_a_strike_and_not_to_a_bomb() -> None:
    said = ("our gunners fired smoke shells", "The army spokesman")
    assert verdicts(one(report("a", said), report("b")))["perpetrator"] == "admitted"
    bomb = one(report("a", said, kind="explosion.suicide"), report("b", kind="explosion.suicide"))
    assert "perpetrator" not in verdicts(bomb)


def test_enemies_of_one_are_civilians_of_another() -> None:
    foes = Figure("killed", 12, 12, 12, of=Ref("militants", 0, 9), combatants=True)
    count = {"quote": "12 militants were killed, The army spokesman said.", "killed": foes, "event": "v1"}
    count |= {"voice": "The army spokesman"}
    lead = {**STRIKE, "quote": "It happened in Dahra on Monday.", "place": "Dahra", "day": "2031-03-03"}
    army = told("a", "Hilltop Wire", "2031-03-04", lead, count)
    elders = report("b", ("the dead were guests of a wedding and every one a civilian", "Elders"))
    assert verdicts(one(army, elders))["target"] == "contested"


def test_a_charge_for_both_is_of_both() -> None:
    lead = {**STRIKE, "quote": "Shells fell on Dahra on Monday.", "place": "Dahra", "day": "2031-03-03"}
    other = {**STRIKE, "quote": "Shells fell on Tell Sabha on Monday.", "place": "Tell Sabha", "event": "v2"}
    quote = "The army blamed the Salt Road Front for both."
    charge = {"quote": quote, "kind": "statement", "type": "speech.accuse", "stance": "accuses", "voice": "The army"}
    actor = {"actor": (Ref("the Salt Road Front", quote.index("the Salt"), 34),)}
    first = told("a", "Hilltop Wire", "2031-03-04", lead, other | {"day": "2031-03-03"}, charge | {"roles": actor})
    denial = report("b", ("we had nothing to do with the shelling of Dahra", "The Salt Road Front"))
    assert verdicts(one(first, denial))["perpetrator"] == "contested"


def test_that_there_was_none_is_contested() -> None:
    fell = told("a", "Salt Road Front Bulletin", "2031-03-04", shells("Shells fell on Dahra on Monday."))
    none = told("b", "Defence Ministry Bulletin", "2031-03-04", shells("No shell fell on Dahra.", polarity="-"))
    assert verdicts(one(fell, none))["occurred"] == "contested"


def shells(quote: str, **more: Any) -> dict[str, Any]:
    return {**STRIKE, "quote": quote, "place": "Dahra", "day": "2031-03-03", **more}


def test_who_denies_the_deed_denies_it_for_himself_where_he_is_accused() -> None:
    quote = "The enemy shelled Dahra on Monday."
    actor = {"roles": {"actor": (Ref("The enemy", 0, 9),)}}
    fell = told("a", "Salt Road Front Bulletin", "2031-03-04", shells(quote, **actor))
    none = told("b", "Defence Ministry Bulletin", "2031-03-04", shells("No shell fell on Dahra.", polarity="-"))
    assert verdicts(one(fell, none))["perpetrator"] == "contested"
    nameless = told("a", "Salt Road Front Bulletin", "2031-03-04", shells("Shells fell on Dahra on Monday."))
    assert "perpetrator" not in verdicts(one(nameless, none))
