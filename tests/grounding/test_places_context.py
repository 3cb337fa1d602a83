"""Places by what stands around them: lists, possessives, sites, persons. Reports of many wars, outlets and styles."""

from functools import cache

import pytest

from contested.grounding.places import find_places
from contested.model.grounding import Mention
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.parse import parse
from contested.parsing.segment import sentences


@cache
def read(text: str) -> tuple[Mention, ...]:
    report = Report("r", text, (Block(0, len(text), "body"),))
    found = sentences(report)
    return find_places(report, parse(text, found, range(len(found))))


def placed(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Text of each place mention to its country and first-level area."""
    return {text[m.start : m.end]: (m.place.country, m.place.admin1) for m in read(text) if m.place}


def names(text: str) -> list[str]:
    return [text[m.start : m.end] for m in read(text) if m.type == "place"]


@pytest.mark.parametrize(
    ("text", "name", "precision", "country"),
    [
        ("Cases rose in Ohio, Utah, Wyoming and Delaware last week.", "Wyoming", "admin1", "US"),
        ("Aid reached New York, Ohio, Nevada and Georgia.", "New York", "admin1", "US"),
        ("Troops from Senegal, Togo, Niger and Nigeria joined the force.", "Niger", "country", "NE"),
        ("Envoys of Armenia, Georgia, Turkey and Iran met.", "Georgia", "country", "GE"),
        ("Judges from Chad, Jordan, Kenya and Peru sat.", "Jordan", "country", "JO"),
    ],
)
def test_members_of_a_list_are_of_one_kind(text: str, name: str, precision: str, country: str) -> None:
    (place,) = [m.place for m in read(text) if m.place and text[m.start : m.end] == name]
    assert (place.precision, place.country) == (precision, country)


def test_outside_the_list_the_town_stays_the_town() -> None:
    text = "Diplomats met in New York. The storm hit New York, Ohio, Nevada and Utah."
    found = [m.place.precision for m in read(text) if m.place and text[m.start : m.end] == "New York"]
    assert found == ["town", "admin1"]


def test_two_names_are_no_list() -> None:
    assert placed("Fighters hold Paris and Lebanon, he said, in jest.")["Paris"][0] == "FR"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Shells hit Sudans capital on Monday", "Sudan", "SD"),
        ("A bomb went off in Iraqs second city", "Iraq", "IQ"),
        ("The truce in Yemens north did not hold", "Yemen", "YE"),
        ("Kyivs forces left the bank of the river", "Kyiv", "UA"),
        ("Five died in Libyas east on Friday", "Libya", "LY"),
    ],
)
def test_a_possessive_that_lost_its_apostrophe(text: str, name: str, country: str) -> None:
    assert placed(text)[name][0] == country


def test_what_such_a_possessive_holds_is_in_it() -> None:
    assert placed("Two men were shot in Lebanons Tripoli on Sunday.")["Tripoli"][0] == "LB"


@pytest.mark.parametrize(
    "text", ["The two Koreas talked.", "The Williams family fled.", "Adams went home.", "Boss Charles spoke."]
)
def test_other_words_in_s_are_no_possessives(text: str) -> None:
    assert not set(names(text)) & {"Korea", "William", "Adam", "Charle"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Anne Hidalgo flew home. Hidalgo said that aid was on its way.", "Hidalgo"),
        ("The rebels buried Salahuddin al-Masri on Friday.", "Salahuddin"),
        ("Dr Ibrahim Palma treats the wounded. Palma said that blood is short.", "Palma"),
        ("The West Nile virus killed two people.", "Nile"),
        ("The San Marcos monastery burned.", "San Marcos"),
        ("Lincoln Otieno, 34, was abducted.", "Lincoln"),
        ("General Paris Mensah resigned.", "Paris"),
        ("Kramatorsk Steel Works Ltd closed.", "Steel"),
        ("The Times of Beirut Street Journal was shut.", "Street"),
    ],
)
def test_names_of_persons_and_things_are_no_places(text: str, name: str) -> None:
    assert name not in placed(text)


def test_a_well_known_place_that_is_a_surname_too_stays_a_place_after_in() -> None:
    text = "Mayor Anne Hidalgo spoke. Gunmen killed nine people in Hidalgo, Mexico."
    found = [m.start for m in read(text) if text[m.start : m.end] == "Hidalgo"]
    assert found == [text.index("Hidalgo, Mexico")]


def test_old_city_is_no_town() -> None:
    assert "Old City" not in placed("Families left the Old City in Homs, Syria, by bus.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A mortar round fell near Saadoun Square on Sunday.", "Saadoun Square"),
        ("Snipers fired at cars on Zzorba Street.", "Zzorba Street"),
        ("Thousands queue at the Qalbu crossing.", "Qalbu crossing"),
        ("Troops dug in around Zzamba Hill.", "Zzamba Hill"),
        ("The jets bombed fuel stores at the Duwayr airbase.", "Duwayr airbase"),
        ("Guards fled from Qqarda prison.", "Qqarda prison"),
        ("The guerrillas hid in the Tacuba mountains.", "Tacuba mountains"),
        ("Rockets struck houses in the Shagarab camp.", "Shagarab camp"),
    ],
)
def test_a_site_is_a_place_without_coordinates(text: str, name: str) -> None:
    (mention,) = [m for m in read(text) if text[m.start : m.end] == name]
    assert (mention.type, mention.place) == ("place", None)


@pytest.mark.parametrize(
    "text",
    [
        "Wall Street fell.",
        "Ocean Bridge said it would pay.",
        "Camp officials denied it.",
        "The Castle of the Winds is a book.",
    ],
)
def test_words_of_sites_alone_make_no_place(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # agency, radio, communique, tabloid, field note; wars of four continents
        ("GOMA, DR Congo (Agency) - M23 fighters entered Goma before dawn.", "Goma", "CD"),
        ("Our troops are holding on in Avdiivka, Kyiv says. Ukraine needs shells.", "Avdiivka", "UA"),
        ("Radio Dabanga: shells fell on Nyala, South Darfur. Sudan closed the airport.", "Nyala", "SD"),
        ("Al-Shabaab raided Jilib in Somalia.", "Jilib", "SO"),
        ("Houthi boats left Hodeidah, Yemen, at noon.", "Hodeidah", "YE"),
        ("Arakan Army shelled a post near Sittwe, Myanmar.", "Sittwe", "MM"),
        ("BATTLE FOR KHAN YOUNIS: tanks near the hospital. Israel says Gaza is next.", "Gaza", "PS"),
        ("Insurgents burned huts near Mocimboa da Praia in Mozambique.", "Mocimboa da Praia", "MZ"),
        ("Boko Haram attacked Chibok, Nigeria, again.", "Chibok", "NG"),
        ("Gang members hold half of Port-au-Prince.", "Port-au-Prince", "HT"),
        ("TPLF forces re-took Lalibela, Ethiopia.", "Lalibela", "ET"),
        ("The ELN blew up a pipeline near Arauca, Colombia.", "Arauca", "CO"),
        ("Azerbaijan shelled Stepanakert for a third day.", "Stepanakert", "AZ"),
        ("Naxalites ambushed police near Sukma, India.", "Sukma", "IN"),
        ("Abu Sayyaf men landed on Jolo in the Philippines.", "Jolo", "PH"),
        ("The junta's jets hit Loikaw, Myanmar.", "Loikaw", "MM"),
        ("Wagner men left Kidal, Mali, by road.", "Kidal", "ML"),
        ("A roadside bomb killed four near Spin Boldak in Afghanistan.", "Spin Boldak", "AF"),
        ("Turkish jets bombed Sinjar in northern Iraq.", "Sinjar", "IQ"),
        ("Haftar's men shelled Gharyan, Libya.", "Gharyan", "LY"),
    ],
)
def test_places_of_many_wars(text: str, name: str, country: str) -> None:
    assert placed(text)[name][0] == country


def test_the_seat_of_a_district_is_meant_rather_than_a_village() -> None:
    found = placed(
        "Kurdish fighters drove jihadists from the border town of Ras al-Ain in Syria. Turkey shut its gates."
    )
    assert found["Ras al-Ain"] == ("SY", "Al-Hasakah")
