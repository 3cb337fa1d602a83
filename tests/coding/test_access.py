"""Who lets help through and who does not. All sentences are our own."""

import pytest

from contested.model.claim import Claim
from tests.coding.reading import read

WAR = "The army shelled Homs on Monday. "


def told(text: str) -> list[Claim]:
    return [claim for claim in read(WAR + text).claims if claim.kind == "access"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Red Crescent asked once more to be let in.", "access.sought"),
        ("Aid agencies asked both parties for a safe way in.", "access.sought"),
        ("The group appealed to all sides to let aid workers reach the wounded.", "access.sought"),
        ("The UN called for a humanitarian corridor out of Aleppo.", "access.sought"),
        ("The authorities have not let UN inspectors into the country.", "access.denied"),
        ("The militia refused to let ambulances through.", "access.denied"),
        ("Soldiers turned back a convoy of food lorries at the bridge.", "access.denied"),
        ("Aid convoys have not been allowed to reach Yarmouk.", "access.denied"),
        ("No aid has entered the enclave since May.", "access.denied"),
        ("The government barred journalists from the area.", "access.denied"),
        ("A convoy with food entered Madaya on Thursday.", "access.granted"),
        ("The Red Cross was allowed into the prison.", "access.granted"),
        ("The rebels granted safe passage to civilians.", "access.granted"),
        ("The group let 40 families leave the town.", "access.granted"),
        ("The UN delivered food to 4,000 families in Deraa.", "access.granted"),
    ],
)
def test_asked_for_given_and_refused(text: str, type_: str) -> None:
    (claim,) = told(text)
    assert claim.type == type_
    assert (claim.modality == "hypothetical") is (type_ == "access.sought")
    assert claim.polarity == "+"


@pytest.mark.parametrize(
    "text",
    [
        "Police let the protesters in.",
        "Troops entered Madaya on Thursday.",
        "The rebels delivered a blow to the army.",
        "The minister has access to the files.",
    ],
)
def test_what_has_nothing_to_do_with_help(text: str) -> None:
    assert told(text) == []


def test_who_asks_does_not_let_in() -> None:
    (claim,) = told("The group appealed to all sides to let aid workers reach the wounded.")
    assert "actor" not in claim.roles
    assert (claim.voice.name, claim.stance) == ("group", "demands")


def test_who_refuses_is_named() -> None:
    (claim,) = told("The militia refused to let ambulances through.")
    assert [ref.text for ref in claim.roles["actor"]] == ["militia"]


def test_what_was_not_blocked_is_told_as_not_so() -> None:
    (claim,) = told("The army did not block the aid convoy, a spokesman said.")
    assert (claim.type, claim.polarity) == ("access.denied", "-")


def test_a_promise_is_no_passage_yet() -> None:
    (claim,) = told("The army said it would let civilians leave.")
    assert (claim.type, claim.modality) == ("access.granted", "planned")
