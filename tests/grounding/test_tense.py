"""The tense around a word."""

import pytest

from contested.grounding.tense import tense_at
from contested.model.parse import Parsed, Sentence
from contested.parsing.parse import parse

CASES = [
    ("Rebels took the airfield on Tuesday.", "past"),
    ("Rebels have held the airfield since Tuesday.", "past"),
    ("Rebels will take the airfield on Tuesday.", "future"),
    ("The trial begins on Tuesday.", "future"),
    ("A soldier stands guard on Tuesday.", "present"),
    ("The rebels plan to leave on Tuesday.", "future"),
    ("The general vowed to return on Tuesday.", "future"),
    ("The ruling, issued Tuesday, will be appealed.", "past"),
    ("The vote is scheduled for Tuesday.", "future"),
    ("They are going to withdraw on Tuesday.", "future"),
    ("They had nothing to do with the raid on Tuesday.", "past"),
    ("Tuesday.", None),
]


@pytest.mark.parametrize(("text", "tense"), CASES)
def test_tense_at(text: str, tense: str | None) -> None:
    parsed = parse(text, [Sentence(0, len(text), 0)], [0])
    assert tense_at(parsed, text.index("Tuesday")) == tense


def test_no_parse_no_tense() -> None:
    assert tense_at(Parsed("They left on Tuesday."), 13) is None
