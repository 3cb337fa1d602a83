"""Whose it is: armed forces, police, bodies with foreign abbreviations, persons in run-on text."""

import pytest

from tests.grounding.actor_reports import Read


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        (
            "The Honduran armed forces crossed the river, a priest said.",
            "Honduran armed forces",
            "government of Honduras",
        ),
        ("Peru said its men fought. The armed forces lost two men in Peru.", "armed forces", "government of Peru"),
        ("Colombian Armed Forces bombed a camp of the ELN.", "Colombian Armed Forces", "government of Colombia"),
        ("The Malian armed forces (FAMa) took Kidal.", "Malian armed forces", "government of Mali"),
        ("Myanmar's armed forces shelled Loikaw.", "Myanmar's armed forces", "government of Myanmar"),
        ("The Ukrainian armed forces hold Chasiv Yar.", "Ukrainian armed forces", "government of Ukraine"),
        ("Sudanese troops and the RSF clashed in Nyala, Sudan.", "Sudanese troops", "government of Sudan"),
    ],
)
def test_armed_forces_are_the_states(text: str, words: str, party: str) -> None:
    read = Read(text)
    entity = read.entity(words)
    assert entity is not None
    assert (entity.type, entity.party) == ("military", party)


def test_armed_forces_of_a_people_are_not_the_states() -> None:
    read = Read("Kurdish armed forces entered Sinjar in Iraq. Iraq protested.")
    assert read.party("Kurdish armed forces") != "government of Iraq"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police in Ohio, United States, held a man. The United States has many guns.", "Police"),
        ("Three men died in the United States on Monday, police said.", "police"),
        ("The raid in Canada went wrong, police said. Canada wept.", "police"),
    ],
)
def test_the_police_of_a_town_are_not_the_nations_government(text: str, words: str) -> None:
    party = Read(text).party(words)
    assert party is not None
    assert not party.startswith("government of")


def test_police_of_a_country_with_one_force_are_the_governments() -> None:
    assert Read("Peru is at war. Police in Peru shot two rebels.").party("Police") == "government of Peru"


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("The Maize Workers Front (FTM) claimed it. The FTM killed two men.", "Maize Workers Front", "FTM"),
        ("The Popular Rural Movement (MPR) left. Talks with the MPR failed.", "Popular Rural Movement", "MPR"),
        ("The Azawad Unity Front (FUA) took a post. The FUA holds it.", "Azawad Unity Front", "FUA"),
    ],
)
def test_an_abbreviation_of_the_name_in_another_tongue(text: str, name: str, short: str) -> None:
    read = Read(text)
    assert read.entity(name) == read.entity(short, 1)
    assert read.entity(name) is not None


def test_a_bracket_that_holds_an_agency_is_no_abbreviation() -> None:
    read = Read("Soldiers of the Lake Unity Front (AFP) fled. AFP saw them.")
    assert read.entity("Lake Unity Front") != read.entity("AFP")


def test_the_catalogue_knows_what_the_brackets_name() -> None:
    read = Read(
        "Gunmen of the pro-Cuban Army of National Liberation (ELN) hit a pipeline in Colombia. The ELN owned up."
    )
    assert {e.party for e in read.entities if "ELN" in e.name or "Liberation" in e.name} == {"eln"}


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman of the National Security Council in Nigeria said so.",
        "The Supreme Security Council of Iran met.",
        "Libya's High Security Council resigned.",
    ],
)
def test_a_national_council_is_not_the_united_nations(text: str) -> None:
    assert "un" not in {entity.party for entity in Read(text).entities}


def test_the_security_council_is() -> None:
    assert Read("The Security Council met on Sudan.").party("Security Council") == "un"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("President Bashar al-Assads troops shelled Homs, Syria.", "President Bashar al-Assads"),
        ("Mr Omar Kone said that ten died. Mr Omar Kones brother left Gao.", "Mr Omar Kones"),
    ],
)
def test_a_persons_possessive_that_lost_its_apostrophe(text: str, words: str) -> None:
    names = {entity.name for entity in Read(text).entities if entity.type == "person"}
    assert not any(name.endswith("s") for name in names), words


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Mohammad al-Zubi saw it. Zubi said that ten men died.", "Mohammad al-Zubi", "Zubi"),
        ("Dr Hanan Zubi saw it. Al-Zubi told of ten dead.", "Dr Hanan Zubi", "Al-Zubi"),
    ],
)
def test_a_surname_with_and_without_its_article(text: str, full: str, short: str) -> None:
    read = Read(text)
    assert read.entity(full) == read.entity(short)


def test_what_an_office_is_for_is_no_part_of_the_name() -> None:
    read = Read("Secretary of State Joan Mbeki said that talks would go on. Minister of Defence Ali Traore agreed.")
    assert {e.name for e in read.entities if e.type == "person"} == {"Joan Mbeki", "Ali Traore"}


def test_a_group_bears_the_name_of_its_day() -> None:
    old = Read("Nusra Front fighters took Idlib, Syria.", "2014-05-01")
    new = Read("HTS fighters took Aleppo, Syria.", "2024-12-01")
    assert {e.party for e in old.entities if e.type == "armed_group"} == {"nusra"}
    assert {e.party for e in new.entities if e.type == "armed_group"} == {"hts"}
    assert "hts" not in {e.party for e in Read("Hayat Tahrir al-Sham men left Syria.", "2013-01-01").entities}


def test_an_abbreviation_that_is_a_word_too() -> None:
    read = Read("Planes hit IS fighters near Raqqa, Syria. The Islamic State lost ten men.")
    assert {e.party for e in read.entities if e.type == "armed_group"} == {"islamic_state"}


@pytest.mark.parametrize("short", ["Rojas", "Rojas Medina", "Medina"])
def test_the_first_of_two_surnames_is_the_person_named_before(short: str) -> None:
    read = Read(f"Judge Carlos Alberto Rojas Medina left on Monday. {short} was seen in Gao.")
    assert [e.name for e in read.entities if e.type == "person"] == ["Carlos Alberto Rojas Medina"]
