"""Which words do not mean the happening told of before. All sentences are our own."""

from tests.coding.reading import read
from tests.coding.test_events_again import told


def test_one_attack_is_not_several_told_of_before() -> None:
    text = (
        "Several attacks on army posts took place in Mali on Monday. Gunmen threw two grenades at a bank in Gao. "
        "Police said the attack set the bank on fire."
    )
    spans = told(read(text), "battle.offensive", "explosion.grenade")
    assert ["Gunmen threw two grenades at a bank in Gao", "the attack set the bank on fire"] in spans


def test_an_attack_of_last_year_is_not_the_one_in_the_news() -> None:
    reading = read(
        "Rebels shelled the district of Bakaara in Mogadishu. Most people there are traders. "
        "Bakaara was the place of the November 2 mortar attack in which a baker died."
    )
    shelled = next(claim for claim in reading.claims if "shelled" in claim.quote)
    assert shelled.when is None or shelled.when.low is None


def test_a_named_incident_is_not_the_one_told_of() -> None:
    text = "Jets bombed Bama on Monday. The governor said the Ritz incident had taught him much."
    events = read(text).events
    assert all(len(event.mentions) == 1 for event in events)


def test_a_suspected_attack_is_alleged_and_not_planned() -> None:
    reading = read("At least 31 people were killed in a suspected bomb attack on the town of Beledweyne on Tuesday.")
    assert "planned" not in {event.status for event in reading.events}


def test_two_towns_near_each_other_are_two_places() -> None:
    reading = read("Shells fell on Damascus on Monday. Shells fell on Douma on Monday.")
    assert len([event for event in reading.events if event.type == "strike.artillery"]) == 2
