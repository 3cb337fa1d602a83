"""Whose voice it is, across reports."""

import pytest

from contested.model.claim import Ref, Voice
from contested.model.grounding import Entity
from contested.model.reading import Reading
from contested.reconciling.parties import Parties
from contested.reconciling.party import Party, opposed
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


@pytest.mark.parametrize(
    ("text", "voice", "source", "name"),
    [
        ("It was a lie, its mayor, Nora Dolan, said.", "Nora Dolan", "Hilltop Wire", "government"),
        (
            "It was a lie. An army spokesman, quoted by a daily, spoke.",
            "army spokesman",
            "Hilltop Wire",
            "government",
        ),
        ("A Salt Road Front spokesman, Yuri Kahn, said so.", "Yuri Kahn", "Hilltop Wire", "Salt Road Front"),
        ("The Salt Road Front's Yuri Kahn said so.", "Yuri Kahn", "Hilltop Wire", "Salt Road Front"),
        (
            "The Hill Militia came. It was over, a militia officer said.",
            "a militia officer",
            "Radio Eno",
            "Hill Militia",
        ),
        (
            "The Salt Road Front was angry. Its military office spoke.",
            "Its military office",
            "Eno",
            "Salt Road Front",
        ),
        ("The Salt Road Front was angry. The statement gave no number.", "The statement", "Eno", "Salt Road Front"),
        ("It was a lie, Gen Omar Leth said.", "Omar Leth", "Salt Road Front Bulletin", "Salt Road Front"),
        ("It was a lie, commander Omar Leth said.", "Omar Leth", "Hilltop Wire", "Omar Leth"),
    ],
)
def test_whom_the_words_around_a_speaker_name(text: str, voice: str, source: str, name: str) -> None:
    found = party(text, voice, source)
    assert found is not None
    assert (found.name, found.fights) == (name, True)


def test_words_of_the_clause_before_are_no_office() -> None:
    found = party("Nine bodies were brought to the hospital, our delegate Mia Orr said.", "our delegate Mia Orr")
    assert found is not None
    assert found.name == "our delegate Mia Orr"


def test_a_person_belongs_to_the_body_that_another_report_names() -> None:
    person = Entity("e1", "Rehan Toor", "person")

    def said(name: str, text: str) -> Reading:
        at = text.index("Rehan Toor")
        voice = Voice("Rehan Toor", entity="e1", start=at, end=at + len("Rehan Toor"))
        claim = {"quote": text, "kind": "statement", "voice": voice}
        return told(name, "Hilltop Wire", "2031-03-04", claim, entities=(person,))

    reports = taken([said("a", "It was a lie, army spokesman Rehan Toor said."), said("b", "Rehan Toor was calm.")])
    parties = Parties(reports)
    found = [parties.of_claim(n, report.reading.claims[0]) for n, report in enumerate(reports)]
    assert found == [Party("government", "state")] * 2


def test_who_is_said_to_have_done_harm_is_a_party_to_the_quarrel() -> None:
    gang = Entity("e1", "Night Toll", "organisation", "Night Toll")
    roles = {"actor": (Ref("Night Toll", 0, 10, "e1"),)}
    deed = {"quote": "Night Toll seized four nurses.", "type": "abduction", "roles": roles}
    words = {"quote": "We did not, Night Toll said.", "kind": "statement", "voice": Voice("Night Toll", entity="e1")}
    reports = taken([told("a", "Hilltop Wire", "2031-03-04", deed, words, entities=(gang,))])
    found = Parties(reports).of_claim(0, reports[0].reading.claims[1])
    assert found == Party("Night Toll", "group")


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
        ("Our army entered the port.", "Northern Press", "third"),
        ("Our army entered the port.", "North Orvanian Press", "state"),
        ("Our army entered the port.", "Salt Road Front Bulletin", "group"),
    ],
)
def test_an_agency_of_a_country_that_says_our_army_is_the_states(text: str, source: str, kind: str) -> None:
    found = party(text, None, source)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "source", "name", "fights"),
    [
        ("The ship was sunk.", "Sea Falcons Communique", "Sea Falcons", True),
        ("Our fighters sank the ship.", "Sea Falcons Daily", "Sea Falcons Daily", True),
        ("The ship was sunk.", "Sea Falcons Daily", "Sea Falcons Daily", False),
        ("Nine people were treated.", "Dahra Hospital statement", "Dahra Hospital statement", False),
    ],
)
def test_a_communique_is_a_partys(text: str, source: str, name: str, fights: bool) -> None:
    found = party(text, None, source)
    assert found is not None
    assert (found.name, found.fights) == (name, fights)


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
