"""Actors of a report: one entity a thing, the right party, nothing guessed."""

import pytest

from tests.grounding.actor_reports import Read


def test_ids_follow_the_text() -> None:
    read = Read("Malian troops entered Kidal. Rebels left the town. The army said it would stay.")
    assert [m.id for m in read.mentions] == [f"m{n}" for n in range(1, len(read.mentions) + 1)]
    assert [e.id for e in read.entities] == [f"e{n}" for n in range(1, len(read.entities) + 1)]
    assert [m.start for m in read.mentions] == sorted(m.start for m in read.mentions)


def test_troops_and_army_of_a_country_are_one_entity() -> None:
    read = Read("Malian troops entered the town. The Malian army said it had lost two men. Mali's army is small.")
    troops = read.entity("Malian troops")
    assert troops == read.entity("Malian army") == read.entity("Mali's army")
    assert read.party("Malian troops") == "government of Mali"


def test_army_and_state_tv_share_the_party_of_the_government() -> None:
    text = "Ethiopian federal forces took Mekelle, state TV reported. The Ethiopian government hailed the victory."
    read = Read(text)
    parties = {read.party(words) for words in ("Ethiopian federal forces", "state TV", "Ethiopian government")}
    assert parties == {"government of Ethiopia"}


def test_owned_media_have_the_owner_as_party() -> None:
    read = Read("The attack was reported by Al-Manar, by TASS and by Reuters on Monday.")
    assert read.party("Al-Manar") == "hezbollah"
    assert read.party("TASS") == "government of Russia"
    assert read.party("Reuters") is None


def test_the_agency_is_not_the_city() -> None:
    text = "Syrian rebels left Daraa, the state news agency, Sana, said on Friday. Syria has seen six years of war."
    read = Read(text)
    assert read.entity("Sana") == read.entity("state news agency")
    assert read.party("Sana") == "government of Syria"
    assert (
        Read("Families fled Sana after strikes on Yemen.", places=(("Sana", "place"),)).entity("Sana").type == "place"
    )


def test_an_abbreviation_needs_its_country() -> None:
    congo = Read("The ADF killed nine farmers near Beni in eastern DR Congo, said the Congolese army.")
    assert congo.party("ADF") == "adf"
    australia = Read("An ADF aircraft left Darwin, the Australian defence minister said.")
    assert all(e.party != "adf" for e in australia.entities)


def test_an_abbreviation_in_brackets_is_the_name() -> None:
    text = "The Front for Popular Defence (FPD) freed two hostages. The FPD gave no reason."
    read = Read(text)
    assert read.entity("FPD", 1) == read.entity("Front for Popular Defence")


def test_a_group_not_founded_yet_is_not_meant() -> None:
    read = Read("The SDF, a farmers' fund in Syria, gave out seed.", day="2011-05-01")
    assert all(e.party != "sdf" for e in read.entities)


def test_fighters_of_a_group_are_the_group() -> None:
    read = Read("Al-Shabaab fighters attacked a base in Somalia. Al-Shabaab said it killed 20 soldiers.")
    assert read.entity("Al-Shabaab fighters") == read.entity("Al-Shabaab")


def test_the_rebels_are_those_named_rebels() -> None:
    read = Read("M23 rebels entered Goma in DR Congo on Monday. Residents said the rebels were calm.")
    assert read.party("rebels") == "m23"


def test_generic_rebels_are_the_opposition_of_the_country() -> None:
    read = Read(
        "Rebels in Chad attacked a garrison. The Chadian army said the rebels had fled. Chad closed the border."
    )
    rebels = read.entity("Rebels")
    assert (rebels.party, rebels.side) == ("rebels in Chad", "opposition")
    assert read.entity("Chadian army").side == "government"


def test_a_description_finds_its_group() -> None:
    text = (
        "The Houthis fired missiles at a tanker off Yemen. The Saudi-led coalition answered. "
        "The Yemeni rebel group said its men were safe."
    )
    read = Read(text)
    assert read.entity("Yemeni rebel group") == read.entity("Houthis")


def test_a_description_that_fits_two_is_left_out() -> None:
    text = "Hamas and Islamic Jihad fired rockets from Gaza at Israel. The Palestinian militant group gave no toll."
    assert "Palestinian militant group" not in Read(text).words()


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("French President Emmanuel Macron spoke in Bamako.", "President Emmanuel Macron", "government of France"),
        ("ICRC spokeswoman Lena Brandt told the BBC that wells were dry.", "Lena Brandt", "icrc"),
        ("Amina Diallo, the spokeswoman of the World Food Programme, left Gao.", "Amina Diallo", "un"),
        ("The UN envoy to Yemen, Hans Grundberg, flew to Aden.", "Hans Grundberg", "un"),
        ("Sudanese activist Hiba Osman saw the raid.", "Hiba Osman", None),
        ("Former Ukrainian president Petro Poroshenko spoke.", "Petro Poroshenko", None),
        ("Russian opposition leader Ivan Smirnov was held.", "Ivan Smirnov", "opposition"),
        (
            "Police in Quetta, Pakistan, met Interior Minister Omar Raza.",
            "Interior Minister Omar Raza",
            "government of Pakistan",
        ),
        ("A spokesman for the rebels, Paul Bemba, spoke in Bunia, DR Congo.", "Paul Bemba", "rebels in DR Congo"),
    ],
)
def test_persons_speak_for_their_body(text: str, words: str, party: str | None) -> None:
    assert Read(text, day="2022-03-01").party(words) == party


def test_a_body_known_only_from_the_text_is_a_party() -> None:
    read = Read("The Valley Union took the bridge. Union secretary Peter Hahn said the road was open.")
    assert read.party("Peter Hahn") == read.party("Valley Union") == "Valley Union"


def test_an_administration_is_the_presidents_government() -> None:
    read = Read("The Obama administration sent aid. William Hague spoke in The Hague.", day="2013-05-01")
    assert read.party("Obama administration") == "government of United States"
    assert [words for words in read.words() if "Hague" in words] == ["William Hague"]


def test_an_office_that_is_over_gives_no_party() -> None:
    assert Read("Bashar al-Assad lives in exile.", day="2025-06-01").party("Bashar al-Assad") is None
    assert Read("Bashar al-Assad spoke.").party("Bashar al-Assad") == "government of Syria"


def test_forces_of_an_unknown_name_are_not_the_states() -> None:
    text = "The Ethiopian army left Mekelle. Tigray forces entered it, and the Puntland government of Somalia watched."
    read = Read(text + " Ethiopian jets bombed Ethiopian villages.")
    assert read.party("Tigray forces") == "Tigray forces"
    assert read.party("Ethiopian army") == "government of Ethiopia"


def test_lines_keep_names_apart() -> None:
    words = Read("Reporting by Karl Weber\nBerlin Police found the car in Mali.").words()
    assert "Karl Weber" in words


def test_another_person_of_the_same_surname_is_not_the_president() -> None:
    read = Read("Bassel al-Assad died in 1994. Syria was ruled by President Assad.", day="2013-01-01")
    assert read.party("President Assad") == "government of Syria"
    assert read.entity("Bassel al-Assad") != read.entity("President Assad")
    assert read.party("Bassel al-Assad") is None


def test_terrorists_is_a_label_and_no_actor() -> None:
    text = "Syrian state television said terrorists had shelled a market. Rebels in Syria denied it. Syria is at war."
    read = Read(text)
    assert read.entity("terrorists") == read.entity("Rebels")
    alone = Read("The mayor of Gao said terrorists had burned a school in Mali.")
    assert alone.entity("terrorists") is None
    assert all("terrorist" not in e.name for e in alone.entities)


def test_a_country_that_speaks_is_its_government() -> None:
    text = "Kyiv rejected the plan. Fires burned in Kyiv. Ukraine accused Russia of delay. He flew to Poland."
    read = Read(text, places=(("Kyiv", "place"), ("Ukraine", "place"), ("Russia", "place"), ("Poland", "place")))
    assert read.entity("Kyiv").type == "government"
    assert read.entity("Ukraine").party == "government of Ukraine"
    assert read.entity("Russia").type == "government"
    assert read.entity("Poland").type == "place"


def test_places_inside_a_name_are_dropped() -> None:
    text = "The Free Syrian Army left Homs."
    read = Read(text, places=(("Syrian", "nationality"), ("Homs", "place")))
    assert read.words() == ["Free Syrian Army", "Homs"]


def test_a_nationality_is_no_party() -> None:
    read = Read("Syrian refugees crossed into Jordan.", places=(("Syrian", "nationality"),))
    assert read.party("Syrian refugees") is None
    assert read.entity("Syrian refugees").type == "population"
    assert all(e.type != "government" for e in read.entities)


def test_palestinian_officials_may_be_of_either_government() -> None:
    assert Read("Palestinian officials in Gaza said six people were killed.").party("Palestinian officials") is None


def test_an_army_nobody_names_is_nobodys() -> None:
    read = Read("Soldiers shot at a bus between two towns, a driver said.")
    assert read.entity("Soldiers") is None


def test_weapons_and_vehicles_stand_for_nothing() -> None:
    read = Read("Barrel bombs and two mortars fell near a tank in Idlib.")
    kinds = {read.text[m.start : m.end]: (m.type, m.entity) for m in read.mentions}
    assert kinds["Barrel bombs"] == ("weapon", None)
    assert kinds["mortars"] == ("weapon", None)
    assert kinds["tank"] == ("equipment", None)


def test_half_words_are_no_mentions() -> None:
    words = Read("A rebel-held suburb and the government-controlled centre of Aleppo were calm.").words()
    assert not {"rebel", "government"} & set(words)


def test_an_empty_report() -> None:
    read = Read("")
    assert (read.entities, read.mentions) == ((), ())


def test_a_small_article_in_front_of_a_name() -> None:
    read = Read("Kenya accused al-Shabaab of shelling Mandera. Fighters of al-Shabaab denied it.")
    assert read.party("al-Shabaab") == "al_shabaab"


@pytest.mark.parametrize("area", ["Arauca Department", "Idlib Governorate", "Cusco Department"])
def test_an_area_is_no_body(area: str) -> None:
    name = area.split()[0]
    read = Read(f"Guerrillas attacked a bridge in {area} on Friday.", places=((name, "place"),))
    assert {m.type for m in read.mentions if read.text[m.start :].startswith(name)} == {"place"}


def test_a_department_of_a_state_is_a_body() -> None:
    read = Read("The Health Department said that nine people had died.")
    entity = read.entity("Health Department")
    assert entity is not None
    assert entity.type == "government"
