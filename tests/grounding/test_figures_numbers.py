"""Numbers and their bounds, without a parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.grounding.counting.numbers import numbers_in


def read(text: str) -> list[tuple[object, object, object]]:
    return [(n.value, n.low, n.high) for n in numbers_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("23 people", (23, 23, 23)),
        ("1,500 people", (1500, 1500, 1500)),
        ("twenty-three people", (23, 23, 23)),
        ("three hundred and five people", (305, 305, 305)),
        ("a dozen people", (12, 12, 12)),
        ("two dozen people", (24, 24, 24)),
        ("1.5 million people", (1500000, 1500000, 1500000)),
        ("half a million people", (500000, 500000, 500000)),
        ("two thousand five hundred people", (2500, 2500, 2500)),
        ("between 20 and 30 people", ("between 20 and 30", 20, 30)),
        ("20-30 people", ("20-30", 20, 30)),
        ("20 to 30 people", ("20 to 30", 20, 30)),
        ("two to three million people", ("two to three million", 2000000, 3000000)),
        ("five or six people", ("five or six", 5, 6)),
        ("more than 80,000 people", (80000, 80000, None)),
        ("at least 30 people", (30, 30, None)),
        ("no fewer than 30 people", (30, 30, None)),
        ("up to 10,000 people", (10000, None, 10000)),
        ("as many as 50 people", (50, None, 50)),
        ("fewer than 10 people", (10, None, 10)),
        ("more than a hundred people", (100, 100, None)),
        ("50 or more people", (50, 50, None)),
        ("hundreds of people", ("hundreds", 200, 999)),
        ("dozens of people", ("dozens", 24, 99)),
        ("tens of fighters", ("tens", 20, 99)),
        ("tens of thousands of people", ("tens of thousands", 20000, 99999)),
        ("thousands fled", ("thousands", 2000, 9999)),
        ("several people", ("several", None, None)),
        ("a large number of rebels", ("a large number", None, None)),
        ("no one", (0, 0, 0)),
        ("both men", (2, 2, 2)),
    ],
)
def test_numbers_have_bounds(text: str, expected: tuple[object, object, object]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize("text", ["about 10 people", "nearly 10 people", "an estimated 10 people", "10 or so people"])
def test_about_is_approximate(text: str) -> None:
    (number,) = numbers_in(text, 0, len(text))
    assert number.approx and number.low == number.high == 10


@pytest.mark.parametrize(
    "text",
    [
        "a 22-year-old man",
        "in 2013",
        "June 5",
        "5 June",
        "$300",
        "10 km",
        "155mm shells",
        "12 percent",
        "40%",
        "at 10:40",
        "the 4th Division",
        "Route 66",
        "a man of 26",
        "three years",
        "MON-50 mines",
        "F-1 grenades",
        "resolution 2328",
        "how many people",
        "no further casualties",
    ],
)
def test_other_numbers_are_no_counts(text: str) -> None:
    assert read(text) == []


def test_a_year_like_number_with_a_bound_is_a_count() -> None:
    assert read("more than 2000 people") == [(2000, 2000, None)]


@given(st.integers(min_value=1, max_value=1800))
def test_digits_with_and_without_separators_agree(value: int) -> None:
    assert read(f"{value} people") == read(f"{value:,} people") == [(value, value, value)]


@given(st.text(max_size=80))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for number in numbers_in(text, 0, len(text)):
        assert 0 <= number.start <= number.core < number.end <= len(text)
