"""Which words tell of a happening, which only seem to, and which tell of the same one. All sentences are our own."""

import pytest

from tests.coding.reading import DAY, one, only, read, words


@pytest.mark.parametrize(
    "text",
    [
        "Police found a car bomb near the market in Kano and defused it.",
        "Three men shot at a car near Kaduna before fleeing towards the hills.",
        "The suspect fled the scene.",
        "A nurse in Kano said she was ill after returning to work in April.",
        "The fighters agreed in principle to take part in the talks in Doha.",
        "Hospitals in Nairobi were also hit by the strike of nurses.",
        "Terrorism that strikes the poor must be condemned by all.",
    ],
)
def test_no_explosion_flight_or_capture(text: str) -> None:
    types = {claim.type or "" for claim in read(text).claims}
    assert not {t for t in types if t.startswith(("explosion.", "displacement.", "territory.", "attack.aid"))}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Gunmen carried out a series of attacks in central Mali on Sunday.", "battle.offensive"),
        ("A blast that ripped through a mosque in Kabul killed nine people.", "explosion.remote"),
        ("Two rockets slammed into a market in Aden on Monday.", "strike.artillery"),
        ("Government jets pounded the port of Hodeida on Monday.", "strike.air"),
        ("Six aid workers were killed near Pibor on Saturday.", "casualties"),
        ("Protesters hurled petrol bombs at the officers in Conakry.", "violence.riot"),
        ("An uprising began in Darfur in 2003.", "conflict.onset"),
    ],
)
def test_words_that_tell(text: str, type_: str) -> None:
    assert only(read(text), type_)


def test_who_holds_a_place_by_an_adjective_of_it() -> None:
    claim = one(read("Shells fell on rebel-held suburbs of Damascus on Monday."), "control.held")
    assert words(claim, "controller") == ["rebel"]


def test_who_took_control_holds_the_place() -> None:
    reading = read("Ethiopian forces took full control of Lalibela on Monday.")
    assert one(reading, "control.held").kind == "control"
    assert len(reading.events) == 1


def test_no_access_is_access_denied() -> None:
    claim = one(read("The agency said it had not been given access to the town of El Fasher."), "access.denied")
    assert claim.polarity == "+"


def test_access_hoped_for_is_access_sought() -> None:
    claim = one(read("The Red Crescent said it hoped to gain access to the camp."), "access.sought")
    assert claim.modality == "hypothetical"
    assert claim.quote.startswith("it hoped")


def test_the_force_of_a_body_stands_for_it() -> None:
    reading = read("Fighters of the Lebanese movement Hezbollah took the village of Dabaa in Syria on Monday.")
    (actor,) = one(reading, "territory.government_gain", "territory.rebel_gain").roles["actor"]
    assert {e.name for e in reading.entities if e.id == actor.entity} == {"Hezbollah"}


def test_happenings_before_and_after_are_two() -> None:
    text = "Sunday's explosion in Cairo came two days after two bombs killed six officers in Giza."
    events = [event for event in read(text).events if event.type.startswith("explosion")]
    assert len(events) == 2


def test_elsewhere_is_another_attack() -> None:
    text = "Militants attacked a base in Mali on Monday. Elsewhere in Mali, militants attacked a patrol."
    assert len([event for event in read(text).events if event.type == "battle.offensive"]) == 2


def test_fire_and_death_in_one_breath_are_one_attack() -> None:
    text = "Gunmen opened fire on a bus near Mopti on Friday and killed ten passengers."
    reading = read(text)
    assert len(reading.events) == 1
    assert reading.events[0].type == "attack.civilians"


def test_the_attack_is_the_one_told_before() -> None:
    text = (
        "A car bomb exploded in Mogadishu on Saturday. Nobody has claimed the attack. The attack shocked the country."
    )
    assert len(read(text).events) == 1


def test_witnesses_report_and_parties_accuse() -> None:
    reported = read("Police said gunmen killed ten passengers near Mopti.")
    assert {claim.stance for claim in only(reported, "attack.civilians")} == {"asserts"}
    accused = read("The Syrian government said the rebels in Syria had used sarin in Aleppo.")
    assert {claim.stance for claim in only(accused, "chemical")} == {"accuses"}
    foes = read("The Syrian foreign ministry said terrorists had fired a rocket filled with sarin at Aleppo.")
    assert {claim.stance for claim in only(foes, "chemical")} == {"accuses"}
    assert {event.status for event in foes.events} == {"alleged"}


def test_denied_use_of_gas_is_a_denial_and_no_event_that_happened() -> None:
    reading = read("The ministry in Khartoum denied any use of chemical weapons.")
    assert [claim.stance for claim in only(reading, "chemical")] == ["denies"]
    assert [event.status for event in reading.events] == ["denied"]


def test_a_toll_of_long_ago_keeps_its_year() -> None:
    text = "In February 1982, troops crushed a revolt in Hama, killing at least 10,000 people."
    figure = next(claim for claim in read(text).claims if claim.figure)
    assert figure.when is not None
    assert figure.when.high == "1982-02-28"


def test_a_denied_toll_makes_no_event() -> None:
    reading = read("The army denied that hundreds of soldiers had been killed. It said 12 had died.")
    denied = next(c for c in reading.claims if c.figure and c.figure.low == 200)
    assert denied.stance == "denies"
    assert denied.event is None


def test_the_same_army_elsewhere_is_another_fight() -> None:
    text = (
        "Sudanese soldiers stormed the northern districts after midnight. "
        "In Nyala, supporters and opponents of the Sudanese government exchanged fire on Sunday."
    )
    fights = [event for event in read(text).events if event.type.startswith("battle")]
    assert len(fights) == 2
    assert not fights[1].actors


def test_the_sum_of_a_war_is_no_event() -> None:
    reading = read("The UN says 40,000 people have been killed in Syria since 2011. Rebels shelled Homs on Monday.")
    assert [event.type for event in reading.events] == ["strike.artillery"]


def test_who_holds_a_place_is_no_event() -> None:
    reading = read("Homs has been in rebel hands for a year. Troops attacked Homs on Monday.")
    assert only(reading, "control.held") and [event.type for event in reading.events] == ["battle.offensive"]


def test_who_had_held_a_place_holds_it_no_longer() -> None:
    when = one(read("Rebels had held Homs since 2012."), "control.held").when
    assert when is not None and when.end is not None and when.end.high == DAY


def test_a_length_that_reaches_before_the_calendar_gives_no_day() -> None:
    assert read("Rebels have shelled Homs for 9000 years.", "2024-05-15").claims


@pytest.mark.parametrize("past", ["formerly", "previously", "once"])
def test_a_place_formerly_held_is_held_no_longer(past: str) -> None:
    when = one(read(f"The army {past} held Homs."), "control.held").when
    assert when is not None and when.end is not None and when.end.high == DAY


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Nine people were killed in clashes in the city of Maiduguri.", "battle.clash"),
        ("Nine people drowned in flash floods.", "disaster.natural"),
        ("Nine people died after flash floods and landslides.", "disaster.natural"),
    ],
)
def test_what_people_died_of_is_told_as_a_happening(text: str, type_: str) -> None:
    assert only(read(text), type_)


def test_people_driven_out_by_an_attack_are_no_fleeing_culprits() -> None:
    assert only(read("The rebels shelled Homs, sending residents pouring into Jordan."), "displacement.cross_border")
