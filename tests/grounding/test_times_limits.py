"""Time expressions on heaps of time words: no error, and no cost that explodes."""

from itertools import pairwise
from random import Random
from time import perf_counter

import pytest

from contested.grounding.times import find_times
from contested.grounding.timex.words import times as lexicon
from contested.model.parse import Parsed, Sentence
from contested.model.report import Report


def test_any_heap_of_time_words_is_read_without_error() -> None:
    words = [str(word) for group in lexicon().values() if isinstance(group, list | dict) for word in group]
    words += [
        "1",
        "24",
        "1999",
        "9999",
        "00",
        "3/0",
        "1990s",
        "2013-13-45",
        "99/99/99",
        "25:61",
        "AD",
        "²",
        "٣",
        ",",
        "-",
    ]
    picked = Random(5)
    for published in (None, "2013-06-05", "0001-01-01", "not a day"):
        text = " ".join(picked.choice(words) for _ in range(3_000))
        found = find_times(Report("r", text, published_at=published), Parsed(text, (Sentence(0, len(text), 0),)))
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert all(t.low is None or t.high is None or t.low <= t.high for t in found)


@pytest.mark.parametrize("word", ["one ", "1 ", "March ", "more than ", "the ", "one-", "5 and ", "a few "])
def test_cost_stays_near_linear(word: str) -> None:
    text = word * (2_000 // len(word))
    parsed = Parsed(text, (Sentence(0, len(text), 0),))
    find_times(Report("r", text), parsed)
    begin = perf_counter()
    find_times(Report("r", text), parsed)
    assert perf_counter() - begin < 1.0
