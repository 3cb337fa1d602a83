"""Hostile texts: whatever is in them the reading keeps the contract, in a time that grows with their length only."""

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import contested
from contested import Report
from contested.export.check import problems
from contested.export.codec import to_json
from contested.export.sitrep import page
from contested.export.sitrep.build import outline
from contested.model.reading import Reading

READER = contested.Reader(published="2024-03-06", gate="none")
PIECES = [
    "The army said ", "rebels denied ", "killed ", "12 ", "1,500 ", "dozens of ", "soldiers ", "in Gao", "near Taiz ",
    "on Tuesday",
    "since 2013 ", "Colonel Ali Omar ", "he ", "they had ", "captured ", "the town of Sake ", "according to ",
    ". ", ", ", "\n", "\n\n", "\t", " ", '"', "“", "”", "'", "’", "(", ")", "[", "]", "-", "—", ":", ";", "•", "…", "#",
    "\u200b",
    "\u200d", "\u00ad", "\u202e", "\u2067", "\u2028", "\u0085", "\u00a0", "\ufeff", "\u0301", "\0", "\x1b[31m",
    "\r", "\r\n", "\ud800", "💥", "👨‍👩‍👧", "تعز", "Київ", "ß", "İ", "ŉ", "ﬁ", "½", "²", "٣", "9" * 30, "1.1.1",
    "[bold]",
    "<b>", "&amp;", "`|`", "http://a.example/b?c=d", "@a", "Reuters", "Published: 3 May 2014\n",
    "GAO, Mali, May 3 (AFP) - ",
]  # fmt: skip


def read(text: str) -> Reading:
    return READER.read(Report(id="hostile", text=text))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_the_reading_of_any_text_keeps_the_contract(text: str) -> None:
    reading = read(text)
    if reading.error is not None:
        assert reading.error.code in ("empty", "language", "binary", "no_text"), reading.error.message
    assert len(reading.text) in (0, len(text))
    assert [str(problem) for problem in problems(json.loads(to_json(reading)))] == []


@pytest.mark.parametrize("mark", ["\u200b", "\u200d", "\u2060", "\u00ad", "\u202e", "\u0301"])
def test_marks_inside_names_and_numbers_move_no_offset(mark: str) -> None:
    text = f"The army said 1{mark}2 soldiers were killed in G{mark}ao. Rebels denied it, and 30 people fled to Kidal."
    reading = read(text)
    assert reading.text == text
    assert all(text[c.start : c.end] == c.quote for c in reading.claims)
    assert not any(c.figure and c.figure.high in (1, 2) for c in reading.claims), "no number is made of half of one"


@pytest.mark.parametrize(
    "hostile", ["\x1b[31mred\x1b[0m", "\x9b31m", "\x07", "\r", "<script>x</script>", "![i](http://x)"]
)
def test_nothing_that_a_terminal_or_a_page_obeys_gets_out(hostile: str) -> None:
    text = (
        f"Colonel {hostile} Omar said five soldiers were killed in Gao {hostile} on Sunday. Rebels {hostile} denied it."
    )
    made = page.render(outline(READER.read(Report(id=hostile, text=text, title=hostile, source=hostile))), 1)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", made)
    assert not re.search(r"(?<!\\)<script", made)
    assert not re.search(r"(?<!\\)\[i\]?\(", made)


SENTENCE = "The army said 12 soldiers were killed in Gao on Tuesday. "
WALLS = {
    "spaces": " " * 60_000, "commas": ", " * 20_000, "quotes": '"' * 5_000, "apostrophes": "'" * 20_000,
    "digits": "9" * 60_000, "numbers": "twenty-" * 6_000, "and": "and " * 10_000, "parentheses": "(" * 20_000,
    "lines": "\n" * 60_000, "bullets": "\n- x" * 8_000, "capitals": "A.B." * 10_000, "dashes": "-" * 60_000,
    "one word": "a" * 100_000, "dots": "." * 60_000, "brackets": "[[](" * 10_000,
}  # fmt: skip


@pytest.mark.parametrize("name", WALLS)
def test_a_wall_of_characters_is_got_over(name: str) -> None:
    began = time.process_time()
    reading = read(SENTENCE + WALLS[name] + "\n\n" + SENTENCE)
    assert time.process_time() - began < 8
    assert reading.error is None
    assert reading.claims
