"""What people are without. All sentences are our own."""

import pytest

from tests.coding.reading import read

WAR = "The army shelled Homs on Monday. "


def told(text: str) -> list[tuple[str | None, str, list[str]]]:
    needs = [claim for claim in read(WAR + text).claims if claim.kind == "need"]
    return [(c.type, c.modality, [r.text for refs in c.roles.values() for r in refs]) for c in needs]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Residents of Sanaa are out of flour.", "need.food", ["Residents of Sanaa"]),
        ("The camp lacks clean water and latrines.", "need.water", ["The camp"]),
        ("Hundreds of families are in urgent need of shelter.", "need.shelter", ["Hundreds of families"]),
        ("The town was left without electricity after the raid.", None, ["The town"]),
        ("There is no blood for transfusions.", "need.health", []),
        ("The wounded have received no medical care, the Red Crescent said.", "need.health", []),
        ("Food is short, an aid worker said.", "need.food", []),
        ("Insulin has not reached the town for a month.", "need.health", []),
        ("Anaesthetics have been used up.", "need.health", []),
        ("Medical supplies are running low in Gaza.", "need.health", []),
        ("The siege has caused shortages of bread and medicine.", "need.food", []),
        ("Food shortages are spreading in the besieged town.", "need.food", []),
        ("Drinking water is contaminated in Port Sudan.", "need.water", []),
        ("Hospitals in Aleppo are overwhelmed, doctors said.", "need.health", ["Hospitals"]),
        ("The hospital in Kidal has been out of service since the raid.", "need.health", ["The hospital"]),
    ],
)
def test_what_is_lacking_and_to_whom(text: str, type_: str | None, who: list[str]) -> None:
    ((found, modality, lacking),) = told(text)
    assert (found, lacking) == (type_, who)
    assert modality in ("actual", "ongoing")


@pytest.mark.parametrize(
    "text",
    [
        "The rebels ran out of ammunition.",
        "There is no shortage of food in Damascus, the government said.",
        "The villagers do not need food, the mayor said.",
        "The police lack evidence about the bombing.",
        "No food was found in the militants' hideout.",
        "The convoy carried food, water and medicine.",
        "Gunmen stole food and water from the depot.",
        "Aid reached the camp.",
        "The general needs aides.",
    ],
)
def test_what_is_no_need(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The town could run out of bread within a week, the UN warned.", "possible"),
        ("If the siege goes on, Homs will run out of water.", "conditional"),
    ],
)
def test_what_is_feared_is_not_told_as_a_fact(text: str, modality: str) -> None:
    assert [found for _, found, _ in told(text)] == [modality]


def test_the_voice_is_kept() -> None:
    (claim,) = [c for c in read(WAR + "We had no water for four days, a teacher said.").claims if c.kind == "need"]
    assert claim.voice.name == "teacher"
