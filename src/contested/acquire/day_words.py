"""Days as they are written out: one regular expression for all notations, and the days it can stand for."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Any

from contested.lexicon import yaml_data

EARLIEST = 1850
"""No report is older: a smaller number is a count or a clock time."""
NEAR = timedelta(days=45)
"""How far a day written without its year may lie from the day known from elsewhere."""
VERY_NEAR = timedelta(days=7)
"""The same for a notation that can mean two days (03/04/2015)."""


def words() -> Any:
    """The reviewed words of data/lexicon/dates_page.yml."""
    return yaml_data("lexicon/dates_page.yml")


def alternatives(entries: Any) -> str:
    """A regular expression for any of the entries, the longest first."""
    return "|".join(re.escape(str(entry)) for entry in sorted(entries, key=len, reverse=True))


@cache
def date_pattern() -> str:
    """Source of the expression for a written day; its groups are read by `days_of`. Case has to be ignored."""
    month, weekday = alternatives(words()["months"]), alternatives(words()["weekdays"])
    day, ordinal, gap = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:st|nd|rd|th)?", r"[^\S\n]"
    return (
        rf"(?:(?P<wd>{weekday})\b\.?,?{gap}+)?(?<![\w.])(?:"
        rf"(?P<d1>{day}){ordinal}(?:{gap}+of\b)?(?:{gap}|-){{0,2}}(?P<m1>{month})\b\.?(?:,?(?:{gap}|-)+(?P<y1>\d{{4}})\b)?"
        rf"|(?P<m2>{month})\b\.?{gap}+(?P<d2>{day}){ordinal}(?:,?{gap}*(?P<y2>\d{{4}})\b|(?!\d))"
        r"|(?P<y3>\d{4})-(?P<m3>\d{1,2})-(?P<d3>\d{1,2})(?!\d)"
        r"|(?P<a4>\d{1,2})(?P<sep>[./-])(?P<b4>\d{1,2})(?P=sep)(?P<y4>\d{4})(?!\d)"
        r")"
    )


TIME = (
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?\s?m\b\.?|hrs|[ap]\b)?|\d{1,2}\s*[ap]\.?\s?m\b\.?)"
    r"(?:\s*\(?(?:[A-Z]{2,5}|Z)(?:[+-]\d+(?::\d\d)?)?(?!\w)\)?)?"
)
"""A clock time with an optional time zone."""


def days_of(match: re.Match[str], near: date | None) -> date | None:
    """The day of a match of `date_pattern`, None if it is no day, has no year that could be known, or may be two days.

    `near` is the day known from elsewhere: it gives a missing year and decides between day-month and month-day, if it
    is NEAR, or VERY_NEAR. A weekday that does not fit leaves the day out.
    """
    possible = readings(match, near)
    if len(possible) > 1 and near:
        possible = [day for day in possible if abs(day - near) <= VERY_NEAR]
    return possible[0] if len(possible) == 1 else None


def readings(match: re.Match[str], near: date | None) -> list[date]:
    """All days that a match of `date_pattern` can be: two for 03/04/2015, none for a day that the calendar lacks."""
    return list(dict.fromkeys(day for day in _readings(match, near) if day and _fits(match["wd"], day)))


def _readings(match: re.Match[str], near: date | None) -> list[date | None]:
    months = words()["months"]
    if match["m1"]:
        return [_day(match["y1"], months[match["m1"].lower()], int(match["d1"]), near)]
    if match["m2"]:
        return [_day(match["y2"], months[match["m2"].lower()], int(match["d2"]), near)]
    if match["y3"]:
        return [_day(match["y3"], int(match["m3"]), int(match["d3"]), near)]
    first, second = int(match["a4"]), int(match["b4"])
    day_first = _day(match["y4"], second, first, near)
    return [day_first] if match["sep"] == "." else [day_first, _day(match["y4"], first, second, near)]


def _day(year: str | None, month: int, day: int, near: date | None) -> date | None:
    if year:
        return real_day(int(year), month, day)
    if near is None:
        return None
    years = [real_day(near.year + step, month, day) for step in (-1, 0, 1)]
    best = min((found for found in years if found), key=lambda found: abs(found - near), default=None)
    return best if best and abs(best - near) <= NEAR else None


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, None if the calendar has none such or it is older than any report."""
    try:
        return date(year, month, day) if year >= EARLIEST else None
    except ValueError:
        return None


def _fits(weekday: str | None, day: date) -> bool:
    return weekday is None or words()["weekdays"][weekday.lower()] == day.weekday()
