"""Days, weeks, months and longer units of the calendar as TIMEX3 values, and the days a value covers."""

import re
from calendar import monthrange
from datetime import date, timedelta

from contested.grounding.timex.words import times
from contested.model.grounding import TimePrecision

Days = tuple[date, date]
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(Q|H)(\d)$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_LONG = re.compile(r"\d{2,4}$")
_THIRD_OF_MONTH = {1: (1, 10), 2: (11, 20), 3: (21, 31)}


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of(text: str | None) -> date | None:
    """The day an ISO string begins with, or None."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The same day of the month so many months on, or the month's last day; None outside the years 1 to 9999."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: float) -> date | None:
    """The day so many days on; None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def week_of(day: date) -> str:
    """The ISO week of the day ("2013-W23")."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3


def days_of(value: str) -> Days | None:
    """First and last day of a TIMEX3 date value; None where it has none (references, durations, open parts)."""
    if match := _DAY.match(value):
        day = make_day(*(int(g) for g in match.groups()[:3]))
        return (day, day) if day else None
    if match := _MONTH.match(value):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _WEEK.match(value):
        return _week(int(match[1]), int(match[2]), bool(match[3]))
    if match := _PART.match(value):
        size = 3 if match[2] == "Q" else 6
        return _months(int(match[1]), (int(match[3]) - 1) * size + 1, size)
    if match := _SEASON.match(value):
        return _season(int(match[1]), match[2])
    if _LONG.match(value):
        size = 10 ** (4 - len(value))
        first = int(value) * size
        return (date(first, 1, 1), date(first + size - 1, 12, 31)) if 1 <= first <= 9000 else None
    return None


def _months(year: int, month: int, count: int) -> Days | None:
    last = month + count - 1
    if month < 1 or last > 12 or year < 1:
        return None
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


def _week(year: int, week: int, weekend: bool) -> Days | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)


def _season(year: int, code: str) -> Days | None:
    """A winter named by one year may be the one that begins or the one that ends in it: both are inside the bounds."""
    if not 1 < year < 9999:
        return None
    first, last = (tuple(int(n) for n in text.split("-")) for text in times()["season_bounds"][code])
    if code == "WI":
        return date(year - 1, *first), date(year + 1, *last)
    return date(year, *first), date(year, *last)


def third(days: Days, part: int) -> Days:
    """The first, second or third part of a month or year (1 to 10, 11 to 20, 21 to the end; four months each)."""
    first, last = days
    size = (last - first).days + 1
    if first.day == 1 and 28 <= size <= 31:
        begin, end = _THIRD_OF_MONTH[part]
        return first.replace(day=begin), last.replace(day=min(end, last.day))
    if size > 400:
        years = last.year - first.year + 1
        return date(first.year + years * (part - 1) // 3, 1, 1), date(first.year - 1 - -years * part // 3, 12, 31)
    if size > 360:
        month = part * 4
        return date(first.year, month - 3, 1), date(first.year, month, monthrange(first.year, month)[1])
    return first + timedelta(days=size * (part - 1) // 3), first + timedelta(days=-(-size * part // 3) - 1)


def precision_of(value: str) -> TimePrecision | None:
    """How fine a date value is; None for references and durations."""
    if match := _DAY.match(value):
        if not match[4]:
            return "day"
        return "minute" if re.match(r"T\d", match[4]) else "part_of_day"
    if "-W" in value and "-WI" not in value:
        return "week"
    if _MONTH.match(value):
        return "month"
    if _SEASON.match(value) or _PART.match(value):
        return "season"
    if _LONG.match(value):
        return "year" if len(value) == 4 else "decade" if len(value) == 3 else None
    return None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (anonymous Gregorian computus; Meeus, Astronomical Algorithms, ch. 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    number = epact + weekday - 7 * correction + 114
    return date(year, number // 31, number % 31 + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday (1 Monday to 7 Sunday) of the month; -1 is the last."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def holiday(name: str, year: int) -> date | None:
    """The day of a named holiday in that year (data/lexicon/times.yml), or None if the name is unknown."""
    rule = times()["holidays"].get(name)
    if isinstance(rule, str):
        return make_day(year, *(int(n) for n in rule.split("-")))
    if isinstance(rule, dict):
        return nth_weekday(year, *rule["nth"]) if "nth" in rule else easter(year) + timedelta(days=rule["easter"])
    return None
