"""Which texts are one text."""

import pytest

from contested.reconciling.copies import copy_groups
from tests.reconciling.made import BACKGROUND, FERRY, FERRY_TOLD_AGAIN, FIRE, FIRE_TOLD_AGAIN

PARAGRAPHS = FERRY.strip().split("\n\n")
HEADED = "(Lemba News) - " + FERRY.strip()
CUT = "\n\n".join(PARAGRAPHS[:2])
NEW_LEAD = "Sailors' luck: a grounded ferry and a cold night.\n\n" + "\n\n".join(PARAGRAPHS[1:])
SPELLED = FERRY.replace("60", "sixty").replace("said", "stated").replace("harbour", "harbor")


@pytest.mark.parametrize(
    "other", [FERRY, HEADED, CUT, NEW_LEAD, SPELLED], ids=["same", "head", "cut", "lead", "spelling"]
)
def test_a_text_carried_on_is_one_text(other: str) -> None:
    assert copy_groups([FERRY, FIRE, other]) == [[0, 2]]


def test_copies_of_copies_are_one_group() -> None:
    assert copy_groups([CUT, FIRE, HEADED, NEW_LEAD]) == [[0, 2, 3]]


def test_the_same_happening_in_other_words_is_no_copy() -> None:
    assert copy_groups([FERRY, FERRY_TOLD_AGAIN, FIRE, FIRE_TOLD_AGAIN]) == []


def test_a_shared_paragraph_of_background_makes_no_copy() -> None:
    assert copy_groups([f"{FERRY_TOLD_AGAIN}\n\n{BACKGROUND}", f"{FIRE_TOLD_AGAIN}\n\n{BACKGROUND}"]) == []


def test_a_text_appended_to_another_report_makes_no_copy_of_it() -> None:
    assert copy_groups([f"{FERRY}\n\n{FIRE}", FIRE]) == []


def test_a_shared_quotation_makes_no_copy() -> None:
    said = '"We asked for two tugs in March and were told to wait for the budget," the harbour master said.'
    assert copy_groups([f"{said} {FERRY_TOLD_AGAIN}", f"{said} {FIRE_TOLD_AGAIN}"]) == []


def test_empty_and_short_texts() -> None:
    assert copy_groups(["", "", "Nothing new.", "Nothing new."]) == [[2, 3]]


def test_many_copies_of_one_text_are_one_group() -> None:
    texts = [f"Outlet number {n} - {FERRY}" for n in range(60)] + [FIRE]
    assert copy_groups(texts) == [list(range(60))]
