"""What the voices of a report agree and differ on. The little reports are in asked.yml and unasked.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from contested import Question
from tests.coding.reading import read

_HERE = Path(__file__).parent
ASKED: list[dict[str, Any]] = yaml.safe_load((_HERE / "asked.yml").read_text(encoding="utf-8"))
UNASKED: list[dict[str, Any]] = yaml.safe_load((_HERE / "unasked.yml").read_text(encoding="utf-8"))


def _is_wanted(question: Question, case: dict[str, Any]) -> bool:
    values = {str(position.value) for position in question.positions}
    return (
        (question.slot, question.verdict) == (case["slot"], case["verdict"])
        and case.get("about", question.about) == question.about
        and case.get("voices", question.independent_voices) == question.independent_voices
        and values == {str(value) for value in case.get("values", values)}
    )


@pytest.mark.parametrize("case", ASKED, ids=lambda case: case["text"][:60])
def test_what_is_asked(case: dict[str, Any]) -> None:
    found = read(case["text"]).questions
    seen = [(q.slot, q.verdict, q.independent_voices, [p.value for p in q.positions]) for q in found]
    assert any(_is_wanted(question, case) for question in found), seen


@pytest.mark.parametrize("case", UNASKED, ids=lambda case: case["text"][:60])
def test_what_is_not_asked(case: dict[str, Any]) -> None:
    found = read(case["text"]).questions
    wrong = [q for q in found if q.slot in case.get("slots", [q.slot])]
    if "values" in case:  # other answers may be given
        wrong = [q for q in wrong if {str(position.value) for position in q.positions} & set(case["values"])]
    assert not [(q.slot, q.about, q.positions) for q in wrong]


def test_every_claim_of_a_question_stands_in_one_position() -> None:
    for case in ASKED:
        for question in read(case["text"]).questions:
            claims = [claim for position in question.positions for claim in position.claims]
            assert len(claims) == len(set(claims)), case["text"]


def test_a_report_that_repeats_its_source_is_no_second_voice() -> None:
    reading = read("A bomb killed 31 people in Lahore on Sunday. Police said 31 people were killed in the bombing.")
    (question,) = [q for q in reading.questions if q.slot == "killed"]
    assert (question.verdict, question.independent_voices) == ("single_voice", 1)


def test_the_agency_and_the_army_of_one_government_are_one_voice() -> None:
    reading = read(
        "The Syrian army said 40 rebels were killed in the battle for Yabrud. Syrian state television said 40 rebels "
        "were killed in the battle. Rebels said six rebels were killed in the battle for Yabrud."
    )
    (question,) = [q for q in reading.questions if q.slot == "killed"]
    assert (question.verdict, question.independent_voices) == ("contested", 2)


def test_who_denies_to_have_done_it_does_not_deny_that_it_happened() -> None:
    reading = read("A bomb killed six people in Quetta. The Taliban denied any involvement in the bombing.")
    assert not [q for q in reading.questions if q.slot == "occurred"]
    assert [event.status for event in reading.events] == ["reported"]


def test_the_accused_is_no_actor_of_the_event() -> None:
    reading = read("Ukraine accused Russia of bombing a hospital in Mariupol. Russia denied bombing the hospital.")
    assert len(reading.events) == 1
    assert reading.events[0].actors == ()


def test_a_raid_in_which_nobody_died_took_place() -> None:
    reading = read("The police said nobody was wounded in the explosion in Lahore on Friday.")
    assert [event.type for event in reading.events] == ["explosion.remote"]


def test_a_coalition_against_a_group_is_not_the_group() -> None:
    reading = read("The minister said the anti-Houthi coalition had killed two commanders in Marib on Monday.")
    names = {entity.name for entity in reading.entities if any(entity.id in event.actors for event in reading.events)}
    assert not names & {"Houthis", "Houthi", "Houthi movement"}
    assert not [question for question in reading.questions if question.slot == "perpetrator"]


def test_a_monitor_that_is_first_described_and_then_named_is_one_voice() -> None:
    reading = read(
        "At least 18 militants were killed in clashes in Kobani on Friday, a monitoring group said. The Syrian "
        "Observatory for Human Rights said 18 militants were killed in the clashes."
    )
    (question,) = [q for q in reading.questions if q.slot == "killed"]
    assert (question.verdict, question.independent_voices) == ("single_voice", 1)
