"""Days that values cover, number words, and lengths."""

from datetime import date

import pytest

from contested.grounding.timex.calendar import add_months, days_of, easter, holiday, nth_weekday, precision_of, third
from contested.grounding.timex.spans import length, lower_number
from contested.grounding.timex.words import number_of


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024-W01", "2024-01-01", "2024-01-07", "week"),
        ("2024-W01-WE", "2024-01-06", "2024-01-07", "week"),
        ("2024-Q4", "2024-10-01", "2024-12-31", "season"),
        ("2024-H2", "2024-07-01", "2024-12-31", "season"),
        ("2024-WI", "2023-12-01", "2025-03-21", "season"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("202", "2020-01-01", "2029-12-31", "decade"),
        ("2024-05-03TNI", "2024-05-03", "2024-05-03", "part_of_day"),
        ("2024-05-03T06:30", "2024-05-03", "2024-05-03", "minute"),
    ],
)
def test_days_of(value: str, first: str, last: str, precision: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))
    assert precision_of(value) == precision


@pytest.mark.parametrize("value", ["PRESENT_REF", "P2W", "XXXX-05", "2023-02-29", "2023-13", "2023-W60", "BC0480", ""])
def test_no_days(value: str) -> None:
    assert days_of(value) is None


def test_holidays() -> None:
    assert [easter(year) for year in (1999, 2016, 2024)] == [date(1999, 4, 4), date(2016, 3, 27), date(2024, 3, 31)]
    assert nth_weekday(2023, 11, 4, 4) == date(2023, 11, 23)
    assert nth_weekday(2023, 5, 1, -1) == date(2023, 5, 29)
    assert holiday("good friday", 2024) == date(2024, 3, 29)
    assert holiday("no such day", 2024) is None


def test_thirds() -> None:
    assert third((date(2024, 2, 1), date(2024, 2, 29)), 3) == (date(2024, 2, 21), date(2024, 2, 29))
    assert third((date(2024, 1, 1), date(2024, 12, 31)), 2) == (date(2024, 5, 1), date(2024, 8, 31))


def test_add_months_keeps_to_the_month() -> None:
    assert add_months(date(2023, 1, 31), 1) == date(2023, 2, 28)
    assert add_months(date(2023, 1, 31), -1) == date(2022, 12, 31)
    assert add_months(date(1, 1, 1), -1) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [("twenty-one", 21), ("3 1/2", 3.5), ("a couple of", 2), ("1,200", 1200), ("two hundred and five", 205), ("an", 1)],
)
def test_numbers(words: str, number: float) -> None:
    assert number_of(words) == number


def test_vague_numbers_have_no_value() -> None:
    assert number_of("several") is None
    assert number_of("a few") is None
    assert lower_number("two to three") == 2


def test_lengths() -> None:
    assert [length(1.5, "Y"), length(0.5, "TH"), length(2, "FN"), length(None, "W")] == ["P1Y6M", "PT30M", "P4W", "PXW"]
