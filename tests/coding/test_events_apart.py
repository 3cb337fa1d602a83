"""Which words do not mean the happening told of before. All sentences are our own."""

import pytest

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


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Eleven people died in a suspected gas attack on Sarmin.", "actual"),
        ("A suspected gas attack killed eleven people in Sarmin.", "actual"),
        ("A gas attack may have killed eleven people in Sarmin.", "possible"),
        ("Eleven people may have died in a suspected gas attack on Sarmin.", "possible"),
    ],
)
def test_the_dead_of_a_suspected_attack_are_dead(text: str, modality: str) -> None:
    assert {claim.modality for claim in read(text).claims if claim.figure is not None} == {modality}


def test_two_towns_near_each_other_are_two_places() -> None:
    reading = read("Shells fell on Damascus on Monday. Shells fell on Douma on Monday.")
    assert len([event for event in reading.events if event.type == "strike.artillery"]) == 2


def counts_by_event(text: str) -> dict[str, str | None]:
    """The event of each count of dead, by the words of the count."""
    return {c.quote: c.event for c in read(text).claims if c.figure is not None and c.figure.measure == "killed"}


def test_who_died_before_and_who_died_after_are_not_of_one_happening() -> None:
    text = "After a raid on Bama killed two soldiers, jets bombed Konduga and killed five rebels."
    reading = read(text)
    places = {c.figure.value: c.place and c.place.name for c in reading.claims if c.figure is not None}
    assert places == {2: "Bama", 5: "Konduga"}
    assert len(set(counts_by_event(text).values())) == 2


def test_an_earlier_shelling_with_its_dead_has_no_others() -> None:
    text = "After the battery had shelled Avdiivka and killed two people, Ukrainian guns hit Horlivka and killed five."
    found = counts_by_event(text)
    assert len(found) == 2
    assert len(set(found.values())) == 2


def test_a_count_is_not_of_an_old_attack_told_of_after_it() -> None:
    text = "The statement says that 34 soldiers were killed. In January an attack on a post at Gao wounded two people."
    killed = next(c for c in read(text).claims if c.quote == "34 soldiers were killed")
    assert killed.when is None or killed.when.low is None


def test_who_gave_their_lives_is_dead_in_that_fight() -> None:
    reading = read("Two soldiers gave their lives in the fighting at Bakhmut on Monday.")
    (count,) = (c.figure for c in reading.claims if c.figure is not None)
    assert (count.measure, count.value) == ("killed", 2)
    assert len(reading.events) == 1
