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
