"""Words that only name a happening again belong to its event. All sentences are our own."""

import pytest

from contested import Event, Reading
from tests.coding.reading import read

BLAST = "DUNVEG, May 15 - A car bomb killed six people in Kirkuk on Tuesday. "
CLASH = "Clashes broke out between the army and rebels in Kirkuk on Tuesday. "


def told(reading: Reading, *types: str) -> list[list[str]]:
    """The words that mention each event of these types."""
    return [_words(reading, event) for event in reading.events if event.type in types]


def _words(reading: Reading, event: Event) -> list[str]:
    return [reading.text[span.start : span.end] for span in event.mentions]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        (BLAST + "The blast left windows broken across the street.", "The blast"),
        (BLAST + "Shopkeepers said they would not speak of the terrible explosion.", "the terrible explosion"),
        (CLASH + "The fight lasted until dawn.", "The fight"),
        (CLASH + "Shepherds tried to flee from the battle.", "the battle"),
        (CLASH + "The market lies near the scene of Tuesday's gun battle.", "Tuesday's gun battle"),
    ],
)
def test_a_definite_noun_joins_the_event_told_before(text: str, mention: str) -> None:
    events = told(read(text), "explosion.remote", "battle.clash")
    assert len(events) == 1
    assert any(words.startswith(mention) for words in events[0])


def test_what_the_blast_did_is_the_blast() -> None:
    reading = read(BLAST + "The attack targeted a police station.")
    assert len([event for event in reading.events if event.type.split(".")[0] in ("explosion", "battle")]) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Officials spoke of a similar bombing.",
        "It was among the 14 bombings since January.",
        "It followed the worst bombing in years.",
        "It recalled the bombing in Basra.",
    ],
)
def test_another_is_not_taken_for_it(sentence: str) -> None:
    for words in told(read(BLAST + sentence), "explosion.remote"):
        assert not ("car bomb" in " ".join(words) and "bombing" in " ".join(words))


def test_who_acts_tells_two_apart() -> None:
    text = "Rebels fired rockets at Kirkuk on Tuesday. Residents fled the government strikes."
    assert not any("strikes" in mention for words in told(read(text), "strike.artillery") for mention in words)


def test_the_attack_is_the_one_that_the_report_is_about() -> None:
    text = (
        BLAST + "The explosion broke windows. The blast was heard in the suburbs. Doctors treated the wounded. "
        "Gunmen fired on a patrol in Mosul in January. Shops stayed shut. Roads were empty. "
        "The governor condemned the attack."
    )
    (events,) = told(read(text), "explosion.remote")
    assert any("the attack" in mention for mention in events)


def test_another_attack_is_not_the_one_before() -> None:
    reading = read("Gunmen attacked a checkpoint in Kirkuk on Tuesday. In another attack, rebels shot at a patrol.")
    assert not any(mention == "another attack" for words in told(reading, "battle.offensive") for mention in words)


@pytest.mark.parametrize(
    "sentence",
    [
        "The army has been on the offensive for weeks.",
        "The civil war began in 2011. Since then thousands have died in the fighting.",
    ],
)
def test_the_war_and_its_tide_are_not_the_clash(sentence: str) -> None:
    for words in told(read(CLASH + sentence), "battle.clash"):
        assert not any("the offensive" in mention or "the fighting" in mention for mention in words)


def test_the_attack_on_another_place_is_not_the_one_told_of_before() -> None:
    text = (
        "Army air strikes killed at least 17 people across Darfur on Tuesday, medics said. The army said it had struck "
        "a depot. Talks went on in Jeddah. Diplomats met. More than 300 people were killed in the militia-led attack "
        "on eastern Chad last year."
    )
    homes = {c.figure.low: c.event for c in read(text).claims if c.figure}
    assert homes[17] != homes[300]


def test_bodies_found_in_a_place_are_not_of_a_strike_that_has_none() -> None:
    text = "Army air strikes killed 17 people on Tuesday, medics said. The bodies of six nuns were found in Kadugli."
    reading = read(text)
    strike = next(event for event in reading.events if event.type == "strike.air")
    assert strike.place is None or strike.place.name != "Kadugli"


def test_where_a_strike_killed_is_where_it_struck() -> None:
    reading = read("Army air strikes killed 17 people across Darfur on Tuesday, medics said.")
    strike = next(event for event in reading.events if event.type == "strike.air")
    assert strike.place is not None
    assert strike.place.name == "Darfur"


def test_six_children_and_six_hostages_are_not_counted_together() -> None:
    text = (
        "Army air strikes killed 17 people across Darfur on Tuesday, including six children, medics said. "
        "The bodies of six hostages were recovered in Kadugli, the army said."
    )
    reading = read(text)
    six = {c.id for c in reading.claims if c.figure and c.figure.low == 6}
    assert not [q for q in reading.questions for p in q.positions if len(six & set(p.claims)) > 1]
