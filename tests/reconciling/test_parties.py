"""Whose voice it is, across reports."""

import pytest

from contested.reconciling.parties import Parties, Party, opposed
from contested.reconciling.reports import taken
from tests.reconciling.made import told


def party(text: str, voice: str | None, source: str = "Hilltop Wire") -> Party | None:
    reports = taken([told("a", source, "2031-03-04", {"quote": text, "kind": "statement", "voice": voice})])
    return Parties(reports).of_claim(0, reports[0].reading.claims[0])


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("It was a lie, army spokesman Col Rehan Toor said.", "Rehan Toor"),
        ("It was a lie, said Rehan Toor, the interior minister.", "Rehan Toor"),
        ("It was a lie, provincial police said.", "provincial police"),
        ("It was a lie, the governor's office said.", "the governor's office"),
    ],
)
def test_organs_of_the_state_are_one_party(text: str, voice: str) -> None:
    assert party(text, voice) == Party("government", "state")


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("It was a lie, the director of the town hospital, Amal Dori, said.", "Amal Dori"),
        ("It was a lie, said a doctor.", "a doctor"),
        ("It was a lie, witnesses said.", "witnesses"),
    ],
)
def test_who_tends_or_watches_is_a_bystander(text: str, voice: str) -> None:
    found = party(text, voice)
    assert found is not None
    assert found.kind == "third"


@pytest.mark.parametrize(
    ("text", "voice", "source"),
    [
        ("It was a lie, Salt Road Front spokesman Yuri Kahn said.", "Yuri Kahn", "Hilltop Wire"),
        ("The Salt Road Front was angry. It was a lie, its spokesman Yuri Kahn said.", "Yuri Kahn", "Hilltop Wire"),
        ("It was a lie.", None, "Salt Road Front Bulletin"),
        ("Its men had left, the Salt Road Front said.", "the Salt Road Front", "Hilltop Wire"),
    ],
)
def test_a_group_its_people_and_its_outlets_are_one_party(text: str, voice: str | None, source: str) -> None:
    assert party(text, voice, source) == Party("Salt Road Front", "group")


def test_states_are_told_apart_by_compass_and_people() -> None:
    assert party("It was a lie, the southern army said.", "the southern army") == Party("southern government", "state")
    found = party("It was a lie, the Orvanian defence ministry said.", "the Orvanian defence ministry")
    assert found == Party("orvanian government", "state")


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("Our valiant armed forces entered the port.", "Orvanian National Press Service", "state"),
        ("The army entered the port.", "Orvanian National Press Service", "third"),
        ('"Our army entered the port," a woman said.', "Orvanian National Press Service", "third"),
        ("Our army entered the port.", "Hilltop Wire", "third"),
        ("Our army entered the port.", "Salt Road Front Bulletin", "group"),
    ],
)
def test_an_agency_of_a_country_that_says_our_army_is_the_states(text: str, source: str, kind: str) -> None:
    found = party(text, None, source)
    assert found is not None
    assert found.kind == kind


def test_nobody_named_is_no_voice() -> None:
    assert party("It was a lie, she said.", "she") is None


def test_adversaries() -> None:
    state, band, nurse = Party("government", "state"), Party("Salt Road Front", "group"), Party("a nurse", "third")
    assert opposed(state, band)
    assert not opposed(state, nurse)
    assert not opposed(state, state)
    assert opposed(Party("rsf", "group", "rsf"), Party("sudan-government", "third", "government"))


def test_an_army_of_liberation_is_no_states_army() -> None:
    found = party("It was a lie, the Delta Liberation Army said.", "the Delta Liberation Army")
    assert found == Party("Delta Liberation Army", "group")


def test_both_sides_are_adversaries_by_themselves() -> None:
    found = party("It was over, both sides said.", "both sides")
    assert found is not None
    assert opposed(found, Party("a nurse", "third"))
