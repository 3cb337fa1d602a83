"""Place names told from persons and bodies, and put on the map. Uses the real gazetteer (built at first use)."""

from functools import cache

import pytest

from contested.grounding.places import find_places, home_country, precision_of
from contested.model.grounding import Mention
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.parse import parse
from contested.parsing.segment import sentences


@cache
def read(text: str, url: str | None = None) -> tuple[Mention, ...]:
    report = Report("r", text, (Block(0, len(text), "body"),), url=url)
    found = sentences(report)
    return find_places(report, parse(text, found, range(len(found))))


def placed(text: str, url: str | None = None) -> dict[str, tuple[str | None, str | None]]:
    """Text of each place mention to its country and first-level area."""
    return {text[m.start : m.end]: (m.place.country, m.place.admin1) for m in read(text, url) if m.place}


def names(text: str) -> list[str]:
    return [text[m.start : m.end] for m in read(text) if m.type == "place"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Rebels in Syria have pulled out of Qusayr after weeks of shelling.", "Qusayr", "SY"),
        ("Egypt reopened the Red Sea port of Quseir to ferries.", "Quseir", "EG"),
        ("Families crossed from Syria to the Lebanese town of Arsal.", "Arsal", "LB"),
        ("Shells hit El Fasher, the last city in Darfur that Sudan's army holds.", "El Fasher", "SD"),
        ("Myanmar's junta bombed a market in Myitkyina on Sunday.", "Myitkyina", "MM"),
        ("Two drones were shot down over Kramatorsk in eastern Ukraine.", "Kramatorsk", "UA"),
        ("Gunmen ambushed a convoy near Menaka in northern Mali.", "Menaka", "ML"),
        ("Fighting resumed around Sake, west of Goma, in the Democratic Republic of Congo.", "Goma", "CD"),
    ],
)
def test_right_place_by_the_company_it_keeps(text: str, name: str, country: str) -> None:
    assert placed(text)[name][0] == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Armenia shells Stepanakert", "Stepanakert", "AZ"),
        ("TALIBAN CAPTURE KUNDUZ", "KUNDUZ", "AF"),
        ("REBELS STORM ABECHE", "ABECHE", "TD"),
    ],
)
def test_what_is_taken_in_a_headline_is_a_place(text: str, name: str, country: str) -> None:
    assert placed(text)[name][0] == country


def test_a_party_is_at_home_somewhere_and_its_towns_are_meant() -> None:
    assert placed("M23 captures Masisi")["Masisi"][0] == "CD"
    assert "Masisi" not in placed("Gunmen captured Masisi")


def test_a_country_that_is_named_counts_for_more_than_where_a_party_is_at_home() -> None:
    assert placed("Hezbollah fighters stormed Qusayr in Syria.")["Qusayr"][0] == "SY"


def test_container_after_the_comma_decides() -> None:
    assert placed("The suspect was held in Paris, Texas, on Monday.")["Paris"] == ("US", "Texas")
    assert placed("The delegation flew from Paris to Rome on Monday.")["Paris"][0] == "FR"


def test_one_sense_in_a_report() -> None:
    text = "The militia left Tripoli, Libya, at dawn. Tripoli was quiet by noon."
    found = [m.place for m in read(text) if m.place and text[m.start : m.end] == "Tripoli"]
    assert [place.country for place in found] == ["LY", "LY"]


def test_area_and_town_of_one_name() -> None:
    text = "Clashes broke out in Homs province. The city of Homs stayed calm. Syria denied it."
    found = [m.place for m in read(text) if m.place and text[m.start : m.end] == "Homs"]
    assert [place.precision for place in found] == ["admin1", "town"]


def test_country_is_a_country_and_never_a_town() -> None:
    (mention,) = [m for m in read("Mexico sent observers.") if m.type == "place"]
    assert mention.place is not None
    assert (mention.place.country, mention.place.precision, mention.place.feature) == ("MX", "country", "PCLI")


def test_demonyms_are_nationalities_and_not_places() -> None:
    text = "Ukrainian gunners and Russians traded fire near Bakhmut, Ukraine."
    found = {text[m.start : m.end]: m for m in read(text)}
    assert found["Ukrainian"].type == found["Russians"].type == "nationality"
    assert found["Russians"].place is None
    assert found["Bakhmut"].type == "place"


def test_words_that_look_like_romanised_villages_are_none() -> None:
    text = "Syrian fighters in the Syrian desert told a story. War and Music in Yemen. Please Watch More Cartoons."
    assert names(text) == ["Yemen"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Lincoln said the convoy was safe.", "Lincoln"),
        ("Sydney Martin, a nurse, treated the wounded.", "Sydney"),
        ("The Central Bank of Syria devalued the pound.", "Syria"),
        ("She told the Jakarta Post that nobody was hurt.", "Jakarta"),
        ("Delegates left the University of Damascus early.", "Damascus"),
        ("March was the worst month for the nice people of the coast.", "March"),
        ("Reading the list took an hour.", "Reading"),
        ("Nobody expects Geneva III to end the war.", "Geneva"),
    ],
)
def test_no_place_from_persons_bodies_and_common_words(text: str, name: str) -> None:
    assert name not in names(text)


def test_village_needs_an_anchor() -> None:
    village = "Soldiers shelled Tall Halaf overnight."
    assert "Tall Halaf" not in placed(village)
    assert placed(village + " The village lies in Syria.")["Tall Halaf"][0] == "SY"


def test_unknown_village_is_a_place_without_coordinates() -> None:
    (mention,) = [m for m in read("Troops entered the village of Zzyqua at dawn.") if m.type == "place"]
    assert mention.place is None


def test_little_town_of_an_unnamed_country_is_not_invented() -> None:
    text = "The governor of Idlib, Syria, met elders from the Kallam neighbourhood. Syria said nothing."
    assert "Kallam" not in placed(text)


def test_nothing_tells_between_namesakes() -> None:
    text = "A shop burned down in Springfield on Friday."
    (mention,) = [m for m in read(text) if m.type == "place"]
    assert mention.place is None
    assert placed(text + " Police in Chicago, Illinois, were told.")["Springfield"] == ("US", "Illinois")


def test_states_in_short() -> None:
    found = placed("A reservist from Decatur, Ga., died. Another came from Calif. and two from New York.")
    assert found["Decatur"] == ("US", "Georgia")
    assert found["Ga."] == ("US", "Georgia")


def test_dateline() -> None:
    assert placed("KHARTOUM — The army said that it had taken the bridge.")["KHARTOUM"][0] == "SD"


def test_nothing_from_pronouns_and_descriptions() -> None:
    assert names("They left the town and crossed the border there.") == []


def test_the_outlets_country_weighs() -> None:
    text = "The council in Hamilton met on Tuesday."
    assert placed(text, "https://www.example.co.nz/news/1")["Hamilton"][0] == "NZ"
    assert home_country(Report("r", "", url="https://news.example.co.uk/x")) == "GB"
    assert home_country(Report("r", "", url="https://example.com/x")) is None
    assert home_country(Report("r", "")) is None


def test_unparsed_sentences_say_nothing() -> None:
    text = "Beirut was calm. Damascus was not."
    report = Report("r", text, (Block(0, len(text), "body"),))
    found = sentences(report)
    mentions = find_places(report, parse(text, found, [1]))
    assert [text[m.start : m.end] for m in mentions] == ["Damascus"]


def test_ids_spans_and_scores() -> None:
    text = "Iranian envoys flew from Tehran to Baghdad."
    mentions = read(text)
    assert [m.id for m in mentions] == ["p1", "p2", "p3"]
    for mention in mentions:
        if mention.place:
            assert mention.place.mention == text[mention.start : mention.end]
            assert mention.place.score is not None
            assert 0 <= mention.place.score <= 1


@pytest.mark.parametrize(
    ("feature", "precision"),
    [("PPLC", "town"), ("PCLI", "country"), ("ADM1", "admin1"), ("ADM2", "admin2"), ("STM", "line"), ("SEA", "region")],
)
def test_precision_is_stated(feature: str, precision: str) -> None:
    assert precision_of(feature) == precision


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Snipers fired in Tripoli, in northern Lebanon, on Friday. Clinics in Tripoli need blood.", "Tripoli", "LB"),
        ("The Lebanese port city of Tripoli was quiet. Libya's parliament met in Benghazi.", "Tripoli", "LB"),
        ("Lebanon's second city, Tripoli, was under curfew.", "Tripoli", "LB"),
        ("Militia leaders met in Tripoli on Sunday. Libya has no government.", "Tripoli", "LY"),
        ("Prisoners rioted in Valencia, a town in Venezuela.", "Valencia", "VE"),
        ("Guerrillas blew up a pipeline near Cordoba, in the north of Colombia.", "Cordoba", "CO"),
        ("Soldiers shot at a march in Merida in western Venezuela. Spain protested.", "Merida", "VE"),
    ],
)
def test_words_that_tell_what_holds_a_place_decide(text: str, name: str, country: str) -> None:
    assert placed(text)[name][0] == country


def test_two_places_of_one_name_in_one_report() -> None:
    text = "Libya's army holds Tripoli, Libya. In Tripoli, Lebanon, two men died."
    found = [m.place.country for m in read(text) if m.place and text[m.start : m.end] == "Tripoli"]
    assert found == ["LY", "LB"]


def test_in_makes_no_place_of_a_word_that_is_only_spelled_alike() -> None:
    assert names("She wrote about Poetry in Yemen.") == ["Yemen"]


@pytest.mark.parametrize(
    "text",
    [
        "The White House welcomed the truce in Yemen.",
        "Downing Street and the Elysee Palace called for talks on Mali.",
        "Officials on Capitol Hill doubt that Sudan will agree.",
        "The Central Square of Kyiv was empty, but Ukraine will not give up.",
    ],
)
def test_houses_that_stand_for_a_government_are_no_towns(text: str) -> None:
    assert not {"White House", "Downing Street", "Elysee Palace", "Capitol Hill", "Central Square"} & set(names(text))


def test_of_villages_of_one_name_the_one_amid_the_reports_places() -> None:
    near_homs = (
        "Shells fell on Qusair, Dabaa and the village of Buwayda. Homs was quiet. Syria closed the road from Qusair."
    )
    near_hama = (
        "Shells fell on Salamiyah and the village of Buwayda. Hama was quiet. Syria closed the road from Salamiyah."
    )
    assert placed(near_homs)["Buwayda"][1] == "Homs"
    assert placed(near_hama)["Buwayda"][1] == "Hama"


def test_a_village_of_a_named_country_does_not_hide_a_city() -> None:
    found = placed("Dozens died in Hama. Shells also fell on Mosul in Iraq.")
    assert found.get("Hama", ("SY", None))[0] == "SY"


def test_a_village_abroad_is_not_meant_where_a_capital_says_which_country_it_is_about() -> None:
    text = "Protesters set fire to a police post in Mirpur. Students marched in Dhaka on Tuesday."
    assert "IN" not in {country for country, _ in placed(text).values()}


def test_a_sea_is_not_the_province_on_its_shore() -> None:
    found = placed("Gunmen attacked a tanker in the Red Sea, an agency said.")
    assert found["Red Sea"] == (None, None)
    assert placed("A bus crashed in Red Sea governorate in Egypt on Monday.")["Red Sea"][0] == "EG"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Miranshah was retaken by troops. It was the latest fighting in Pakistan.", "Miranshah"),
        ("Humera was shelled by the TPLF. It was the latest fighting in Ethiopia.", "Humera"),
        ("Lalibela fell to the TPLF. It was the latest fighting in Ethiopia.", "Lalibela"),
        ("Malian soldiers looted Tinzaouaten. It was the latest fighting in Mali.", "Tinzaouaten"),
    ],
)
def test_what_is_taken_or_falls_is_a_place(text: str, name: str) -> None:
    assert name in names(text)


def test_who_falls_or_is_held_is_a_person() -> None:
    assert "Falam" not in names("Falam fell ill on Monday. He was the envoy of Myanmar.")
