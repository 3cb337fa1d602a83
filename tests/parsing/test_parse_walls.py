"""Walls of characters cost no more than their length and move no offset."""

import time

import pytest

from contested.model.parse import Sentence
from contested.parsing.parse import parse


@pytest.mark.parametrize("wall", ["'" * 1900, "x'" * 900, "(-" * 900, "a." * 900])
def test_a_wall_is_one_token_and_what_stands_around_it_stays(wall: str) -> None:
    text = f"Rebels left Sake. {wall} They"[:2000]
    parse("Warm up.", [Sentence(0, 8, 0)], [0])
    began = time.process_time()
    parsed = parse(text, [Sentence(0, len(text), 0)], [0])
    assert time.process_time() - began < 1
    assert [parsed.word(n) for n in range(3)] == ["Rebels", "left", "Sake"]
    assert wall in [parsed.word(n) for n in range(len(parsed.starts))]
