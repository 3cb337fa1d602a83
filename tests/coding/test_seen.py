"""What was seen or heard, and what nobody knows. All sentences are our own."""

import pytest

from contested.model.claim import Kind
from tests.coding.reading import read


def kinds(text: str) -> set[Kind]:
    return {claim.kind for claim in read(text).claims if claim.method.startswith("seen")}


@pytest.mark.parametrize(
    "text",
    [
        "Black smoke could be seen over the port of Sirte.",
        "A baker said he heard explosions for an hour.",
        "Pools of blood covered the floor of the clinic.",
        "Shards of glass lay scattered across the square.",
        "Bodies lined the road to Kindu.",
        "Helicopters were seen over the valley on Friday.",
        "Smoke rose from the barracks.",
        "Residents heard gunfire near the bridge.",
    ],
)
def test_what_was_seen_or_heard_is_an_observation(text: str) -> None:
    assert kinds(text) == {"observation"}


@pytest.mark.parametrize(
    "text",
    [
        "It was not clear whether the siege had ended.",
        "The fate of the crew was not immediately known.",
        "It remains unclear who fired first.",
        "The number of the missing is unknown.",
    ],
)
def test_what_nobody_knows_is_an_assessment(text: str) -> None:
    assert kinds(text) == {"assessment"}


@pytest.mark.parametrize(
    "text",
    ["There was no immediate claim of responsibility for the raid.", "No group has claimed the bombing in Jos."],
)
def test_that_nobody_has_claimed_it_is_said_and_the_deed_stands(text: str) -> None:
    reading = read(text)
    (claim,) = [c for c in reading.claims if c.type == "speech.responsibility"]
    assert (claim.kind, claim.polarity) == ("statement", "-")
    assert all(c.polarity == "+" for c in reading.claims if c.type == "explosion.remote")


@pytest.mark.parametrize(
    "text",
    [
        "The city saw heavy shelling on Monday.",
        "The year saw three coups.",
        "She saw her brother at noon.",
        "It is clear that the truce is over.",
        "No smoke was seen over the town.",
        "He did not hear the shots.",
        "They knew the way.",
        "The minister covered the costs.",
        "A rug covered the floor.",
        "The group has claimed the bombing.",
    ],
)
def test_nothing_is_seen_or_unknown(text: str) -> None:
    assert kinds(text) == set()


def test_a_statement_is_not_told_twice() -> None:
    reading = read("The mayor said it was not clear whether the dam would hold.")
    assert [c.kind for c in reading.claims if "clear" in c.quote and c.type != "other"] == ["assessment"]


def test_needs() -> None:
    for text, type_ in (
        ("About a million people are verging on starvation in the delta.", "need.food"),
        ("Humanitarian needs are growing in the east.", "need.protection"),
    ):
        assert [c.type for c in read(text).claims if c.kind == "need"] == [type_], text


@pytest.mark.parametrize(
    "text",
    [
        "Police gave no details of the raid.",
        "There was no immediate comment from the rebels on the shelling.",
        "The army declined to comment on the raid.",
        "The embassy had no comment on the kidnapping.",
        "No further details of the ambush were released.",
    ],
)
def test_what_nobody_tells_is_a_statement_that_is_denied(text: str) -> None:
    told = [c for c in read("Shells killed nine in Sirte on Monday. " + text).claims if c.method.startswith("seen")]
    assert [(claim.kind, claim.polarity) for claim in told] == [("statement", "-")]


def test_details_that_are_given_are_not_withheld() -> None:
    assert "statement" not in kinds("Police gave details of the raid in Sirte, which killed nine.")
