"""Happenings told by several reports: joined or kept apart, their counts and their questions."""

from dataclasses import replace
from typing import Any

import pytest

from contested.model.claim import Figure, Ref
from contested.model.reading import Reading
from contested.model.reconciled import Range, SharedEvent
from contested.pipeline import reconcile_claims
from tests.reconciling.made import told

STRIKE = {"type": "strike.artillery", "event": "v1"}


def raid(
    name: str, source: str, day: str, *more: dict[str, Any], place: str | None = "Dahra", on: str = "2031-03-03"
) -> Reading:
    """A report of shells on Dahra on Monday, with further claims of the same event."""
    where = {"place": place} if place else {}
    lead = {"quote": f"Shells fell on the market of {place or 'the town'} on Monday, {source} reported.", "day": on}
    return told(name, source, day, {**STRIKE, **lead, **where}, *more)


def dead(number: int, voice: str, **more: Any) -> dict[str, Any]:
    return {
        "quote": f"{number} people were killed, {voice} said.",
        "killed": number,
        "voice": voice,
        "event": "v1",
        **more,
    }


def events(*readings: Reading) -> list[SharedEvent]:
    return [event for event in reconcile_claims(readings).events if len(event.reports) > 1]


def one(*readings: Reading) -> SharedEvent:
    (event,) = events(*readings)
    return event


def verdicts(event: SharedEvent) -> dict[str, str]:
    return {question.slot: question.verdict for question in event.questions}


ARMY = raid("a", "Hilltop Wire", "2031-03-04", dead(6, "The army spokesman"))
BAND = raid("b", "Plain Courier", "2031-03-04", dead(17, "The Salt Road Front"))
DOCTOR = raid("c", "Radio Dahra", "2031-03-04", dead(14, "The hospital doctor"))


def test_one_place_and_day_are_one_event() -> None:
    event = one(ARMY, BAND, DOCTOR)
    assert event.reports == ("a", "b", "c")
    assert (event.type, event.place and event.place.name) == ("strike.artillery", "Dahra")


@pytest.mark.parametrize(
    "other",
    [
        raid("b", "Plain Courier", "2031-03-04", place="Tell Sabha"),
        raid("b", "Plain Courier", "2031-03-09", on="2031-03-08"),
    ],
    ids=["place", "day"],
)
def test_another_place_or_day_is_another_event(other: Reading) -> None:
    assert events(ARMY, other) == []


def test_two_incidents_of_one_report_stay_two() -> None:
    both = told(
        "b",
        "Plain Courier",
        "2031-03-04",
        {**STRIKE, "quote": "Shells fell on Dahra on Monday.", "place": "Dahra", "day": "2031-03-03"},
        {"quote": "Shells fell on Tell Sabha an hour later.", "type": "strike.artillery", "event": "v2"}
        | {"place": "Tell Sabha", "day": "2031-03-03"},
    )
    found = reconcile_claims([ARMY, both]).events
    assert sorted((event.place.name, len(event.reports)) for event in found if event.place) == [
        ("Dahra", 2),
        ("Tell Sabha", 1),
    ]


def test_the_joining_is_explained() -> None:
    (bond,) = reconcile_claims([ARMY, BAND]).bonds
    assert {name for name, _ in bond.reasons} >= {"place", "day", "type"}
    assert bond.score == pytest.approx(sum(value for _, value in bond.reasons), abs=0.05)


def test_a_count_without_place_and_day_goes_to_the_only_incident_of_its_report() -> None:
    reading = raid("b", "Radio Dahra", "2031-03-04", {**dead(14, "The hospital doctor"), "event": "v2"})
    assert one(ARMY, reading).best["killed"] == Range(6, 14, 14)


def test_opposed_sides_that_count_differently_contradict_each_other() -> None:
    event = one(ARMY, BAND, DOCTOR)
    (question,) = [question for question in event.questions if question.slot == "killed"]
    assert question.verdict == "contested"
    assert question.independent_voices == 3
    assert {position.value: len(position.claims) for position in question.positions} == {6: 1, 17: 1, 14: 1}
    assert event.best["killed"] == Range(6, 14, 17)


def test_without_a_bystander_there_is_no_best() -> None:
    assert one(ARMY, BAND).best["killed"] == Range(6, None, 17)


def test_rules_for_the_best_number() -> None:
    for rule, best in (("conservative", 6), ("ucdp", 6)):
        (event,) = [e for e in reconcile_claims([ARMY, BAND], rule).events if len(e.reports) > 1]  # type: ignore[arg-type]
        assert event.best["killed"] == Range(6, best, 17)


def test_adversaries_with_one_number_agree() -> None:
    band = raid("b", "Plain Courier", "2031-03-04", dead(6, "The Salt Road Front"))
    assert verdicts(one(ARMY, band))["killed"] == "agreed_by_adversaries"


def test_bystanders_who_count_differently_vary() -> None:
    nurse = raid("b", "Plain Courier", "2031-03-04", dead(13, "A nurse"))
    assert verdicts(one(DOCTOR, nurse))["killed"] == "variance"


def test_a_later_count_of_the_same_voice_replaces_the_earlier() -> None:
    later = raid("d", "Hilltop Wire", "2031-03-06", dead(9, "The army spokesman"))
    assert one(ARMY, later).best["killed"] == Range(9, 9, 9)


def test_a_subset_and_a_running_total_are_no_toll() -> None:
    children = Figure("killed", 3, 3, 3, group="children", category="children")
    year = Figure("killed", 480, 480, 480, flow="cumulative", cumulative=True)
    reading = raid(
        "b",
        "Radio Dahra",
        "2031-03-04",
        dead(14, "The hospital doctor"),
        {"quote": "Three children are among them.", "killed": children, "event": "v1"},
        {"quote": "480 people have died this year.", "killed": year, "event": "v1"},
    )
    assert one(ARMY, reading).best["killed"] == Range(6, 14, 14)


def test_a_copy_is_no_second_voice() -> None:
    line = dead(14, "The hospital doctor")
    long = {
        "quote": "The market of Dahra lies between the river and the old tannery, where carters and dyers meet at noon."
    }
    first = raid("a", "Hilltop Wire", "2031-03-04", line, {**long, "kind": "statement"})
    copy = replace(first, report=replace(first.report, id="b", source="Evening Post"))
    event = one(first, copy)
    assert event.fields["killed"][0].independent_voices == 1
    assert "killed" not in verdicts(event)


def accused(name: str, source: str, voice: str, by: str, stance: str) -> Reading:
    quote = f"{by} shelled Dahra on Monday, {voice} said."
    actor = {"actor": (Ref(by, 0, len(by)),)}
    claim = {**STRIKE, "quote": quote, "place": "Dahra", "day": "2031-03-03", "voice": voice, "stance": stance}
    return told(name, source, "2031-03-04", {**claim, "roles": actor})


def test_a_charge_and_a_denial_are_a_contradiction() -> None:
    charge = accused("a", "Hilltop Wire", "The army spokesman", "The Salt Road Front", "accuses")
    denial = accused("b", "Plain Courier", "The Salt Road Front", "The Salt Road Front", "denies")
    assert verdicts(one(charge, denial))["perpetrator"] == "contested"


def test_who_owns_up_admits() -> None:
    charge = accused("a", "Hilltop Wire", "The army spokesman", "The Salt Road Front", "accuses")
    claim = accused("b", "Plain Courier", "The Salt Road Front", "The Salt Road Front", "claims")
    assert verdicts(one(charge, claim))["perpetrator"] == "admitted"


def test_who_owns_up_in_his_own_outlet_needs_no_name() -> None:
    own = deed("d", "Salt Road Front Bulletin", "responsibility for the shelling of Dahra", None, stance="claims")
    assert verdicts(one(own, ARMY))["perpetrator"] == "admitted"


def test_gunmen_are_no_answer_to_who_did_it() -> None:
    first = accused("a", "Hilltop Wire", "The mayor", "gunmen", "asserts")
    second = accused("b", "Plain Courier", "A nurse", "armed men", "asserts")
    assert "perpetrator" not in verdicts(one(first, second))


def deed(name: str, source: str, quote: str, actor: str | None, **more: Any) -> Reading:
    roles = {"roles": {"actor": (Ref(actor, quote.index(actor), quote.index(actor) + len(actor)),)}} if actor else {}
    return told(
        name, source, "2031-03-04", {**STRIKE, "quote": quote, "place": "Dahra", "day": "2031-03-03", **roles, **more}
    )


def test_our_fighters_are_the_narrators() -> None:
    charge = accused("a", "Hilltop Wire", "The army spokesman", "The Salt Road Front", "accuses")
    own = deed("b", "Salt Road Front Bulletin", "Our fighters shelled the post at Dahra.", "fighters")
    assert verdicts(one(charge, own))["perpetrator"] == "admitted"


def test_it_had_attacked_is_the_voices_own_deed() -> None:
    own = deed(
        "a", "Hilltop Wire", "it had shelled a store in Dahra on Monday", None, voice="The air command of the army"
    )
    assert verdicts(one(own, BAND))["perpetrator"] == "admitted"
    hit = deed("a", "Hilltop Wire", "it was shelled in Dahra on Monday", None, voice="The air command of the army")
    assert "perpetrator" not in verdicts(one(hit, BAND))


def test_enemies_without_a_name_are_an_answer_of_their_foe_only() -> None:
    quote = "Armed terrorists shelled the market of Dahra on Monday, The army spokesman said."
    army = deed("a", "Hilltop Wire", quote, "Armed terrorists", voice="The army spokesman")
    band = accused("b", "Plain Courier", "The Salt Road Front", "The army", "accuses")
    assert verdicts(one(army, band))["perpetrator"] == "contested"


def ended(name: str, source: str, quote: str, kind: str, voice: str) -> Reading:
    claim = {"quote": f"{quote}, {voice} said.", "type": kind, "event": "v1", "place": "Dahra", "day": "2031-03-03"}
    return told(name, source, "2031-03-04", {**claim, "voice": voice})


def test_taken_and_left_are_two_ends_of_adversaries() -> None:
    took = ended("a", "Hilltop Wire", "The army took Dahra", "territory.government_gain", "The army spokesman")
    left = ended("b", "Plain Courier", "Its men left Dahra", "territory.withdrawal", "The Salt Road Front")
    assert verdicts(one(took, left))["how_it_ended"] == "contested"
    nurse = ended("b", "Plain Courier", "Its men left Dahra", "territory.withdrawal", "A nurse")
    conceded = replace(left, claims=tuple(replace(claim, stance="concedes") for claim in left.claims))
    assert "how_it_ended" not in verdicts(one(took, conceded))
    assert "how_it_ended" not in verdicts(one(took, nurse))


def test_who_tells_of_both_contradicts_nobody() -> None:
    took = ended("a", "Hilltop Wire", "The army took Dahra", "territory.government_gain", "The army spokesman")
    both = {"quote": "Its men left", "type": "territory.withdrawal", "event": "v1", "voice": "The Salt Road Front"}
    took_too = {
        "quote": "when the army took Dahra",
        "type": "territory.government_gain",
        "event": "v1",
        "place": "Dahra",
    }
    band = told(
        "b", "Plain Courier", "2031-03-04", took_too | {"voice": "The Salt Road Front", "day": "2031-03-03"}, both
    )
    assert "how_it_ended" not in verdicts(one(took, band))


def hit(name: str, source: str, what: str, voice: str) -> Reading:
    quote = f"{what} was hit at Dahra on Monday, {voice} said."
    roles = {"target": (Ref(what, 0, len(what)),)}
    where = {"place": "Dahra", "day": "2031-03-03"}
    return told(name, source, "2031-03-04", {**STRIKE, **where, "quote": quote, "voice": voice, "roles": roles})


def test_a_store_of_arms_and_a_clinic_are_no_one_target() -> None:
    army = hit("a", "Hilltop Wire", "A weapons store", "The army spokesman")
    assert verdicts(one(army, hit("b", "Plain Courier", "The clinic", "A nurse")))["target"] == "contested"
    assert "target" not in verdicts(one(army, hit("b", "Plain Courier", "A building", "A nurse")))
    nurse = hit("a", "Radio Dahra", "The clinic", "A nurse")
    assert "target" not in verdicts(one(nurse, hit("b", "Plain Courier", "A weapons store", "A resident")))


def test_what_speaks_of_a_place_by_name_goes_to_its_event() -> None:
    charge = accused("a", "Hilltop Wire", "The army spokesman", "The Salt Road Front", "accuses")
    denial = {
        "quote": "we had nothing to do with the killings at Dahra",
        "kind": "statement",
        "voice": "The Salt Road Front",
    }
    other = told(
        "b", "Plain Courier", "2031-03-04", {**STRIKE, "quote": "Shells fell on Dahra.", "place": "Dahra"}, denial
    )
    event = one(charge, other)
    assert ("b", "c2") in {(ref.report, ref.claim) for ref in event.claims}
    assert verdicts(event)["perpetrator"] == "contested"


def test_a_denial_of_one_thing_is_none_of_another() -> None:
    charge = accused("a", "Hilltop Wire", "The Salt Road Front", "The army", "accuses")
    denial = {
        "quote": "the army denied any use of poison gas",
        "kind": "statement",
        "type": "speech.deny",
        "voice": "the army",
    }
    other = told(
        "b", "Plain Courier", "2031-03-04", {**STRIKE, "quote": "Shells fell on Dahra.", "place": "Dahra"}, denial
    )
    assert "perpetrator" not in verdicts(one(charge, other))


def test_a_count_of_another_place_is_not_the_events() -> None:
    stray = {"quote": "13 prisoners were killed at Tell Sabha", "killed": 13, "place": "Tell Sabha", "event": "v1"}
    event = one(ARMY, raid("b", "Plain Courier", "2031-03-04", stray))
    assert event.best["killed"] == Range(6, 6, 6)


def test_two_counts_of_one_report_without_places_are_not_set_against_each_other() -> None:
    counts = [
        {"quote": f"{number} men died.", "killed": number, "event": f"v{number}", "voice": f"The mayor of {place}"}
        for number, place in ((350, "Orsk"), (3, "Lenna"))
    ]
    found = reconcile_claims([told("a", "Hilltop Wire", "2031-03-04", *counts)]).events
    assert sorted(one.best["killed"].low or 0 for one in found) == [3, 350]


def fought(name: str, quote: str, kind: str, number: int, voice: str) -> Reading:
    """A report of Friday's harm in Port Lemba."""
    lead = {"quote": quote, "type": kind, "event": "v1", "place": "Port Lemba", "day": "2031-03-07"}
    return told(name, f"Outlet {name}", "2031-03-08", lead, {**dead(number, voice), "event": "v1"})


def test_two_quarters_of_one_town_are_two_places() -> None:
    rally = fought("a", "Gunmen shot at a rally in Port Lemba's stadium district.", "attack.civilians", 2, "A nurse")
    docks = fought("b", "Gangs fought in Port Lemba's old harbour with rifles.", "battle.clash", 6, "The police")
    assert events(rally, docks) == []
    again = fought("c", "Two gangs fought in Port Lemba's old harbour.", "battle.clash", 5, "A nurse")
    assert [event.reports for event in events(rally, docks, again)] == [("b", "c")]


def test_what_came_before_is_not_drawn_into_the_incident() -> None:
    before = {"quote": "The post was attacked twice before.", "type": "battle.offensive", "event": "v2"}
    robbers = {"quote": "The road has seen robberies for years.", "type": "attack.robbery", "event": "v3"}
    same = {"quote": "The attack came at noon.", "type": "battle.offensive", "event": "v4"}
    found = reconcile_claims([raid("a", "Hilltop Wire", "2031-03-04", before, robbers, same)]).events
    assert sorted(sorted(ref.claim for ref in event.claims) for event in found) == [["c1", "c4"], ["c2"], ["c3"]]


def test_totals_of_two_roads_are_two_incidents() -> None:
    lead = {"quote": "Two patrols were ambushed in the Bel hills on Monday.", "type": "battle.offensive"}
    lead |= {"place": "Bel hills", "day": "2031-03-03", "event": "v1"}
    tea = {"quote": "On the tea road four men were killed.", "killed": 4, "event": "v1"}
    salt = {"quote": "On the salt road two men were killed.", "killed": 2, "event": "v1"}
    band = {"quote": "Six men were slain at the ford of the salt road.", "killed": 6, "event": "v1"}
    first = told("a", "Hilltop Wire", "2031-03-04", lead, tea, salt)
    event = one(first, told("b", "Salt Road Front Bulletin", "2031-03-05", band))
    assert event.best["killed"] == Range(2, 2, 6)


def test_other_sentences_of_a_copied_text_are_other_happenings() -> None:
    old = {"quote": "The market had fought smugglers for a decade.", "type": "battle.clash", "event": "v2"}
    long = {
        "quote": "The market lies between the river and the old tannery, where carters meet at noon.",
        "kind": "statement",
    }
    first = raid("a", "Hilltop Wire", "2031-03-04", old, long)
    copy = replace(first, report=replace(first.report, id="b", source="Evening Post"))
    shelling = next(e for e in reconcile_claims([first, copy]).events if e.place is not None)
    assert shelling.type == "strike.artillery"


def test_who_left_agrees_with_who_holds_it() -> None:
    took = "The army took Dahra on Monday."
    left = "The Salt Road Front left Dahra on Monday, The Salt Road Front said."
    holds = {"type": "territory.government_gain", "event": "v1"}
    army = deed("a", "State News Agency", took, "The army", **holds)
    leaves = {"type": "territory.withdrawal", "event": "v1", "voice": "The Salt Road Front"}
    band = deed("b", "Plain Courier", left, "The Salt Road Front", **leaves)
    assert verdicts(one(army, band))["controller"] == "agreed_by_adversaries"
