"""Days in words, never more exact than they are known."""

from calendar import month_name, monthrange
from datetime import date, timedelta

from contested.export.safe import clean
from contested.model.claim import DayRange, When


def day_words(low: str | None, high: str | None, *, between: bool = True) -> str | None:
    """Inclusive ISO days in words ("5 June 2013", "June 2013", "on or after 2 May 2024"); None where both are open.

    `between` says that one unknown day lies in the bounds; else the bounds are the first and the last day of a spell.
    """
    if low is None or high is None:
        if low is not None:
            return f"on or after {_day(low)}"
        return f"on or before {_day(high)}" if high is not None else None
    first, last = _parsed(low), _parsed(high)
    if first is None or last is None:
        return f"between {_day(low)} and {_day(high)}"
    return _whole(first, last) or _spell(first, last, between=between)


def when_words(when: When | None) -> str | None:
    """When it was, in words; None where nothing is known. The two ends of a spell come as since and until."""
    if when is None:
        return None
    if when.start is None and when.end is None:
        return day_words(when.low, when.high)
    since, until = _end_words("since", when.start, when.low), _end_words("until", when.end, None)
    return " ".join(part for part in (since, until) if part) or day_words(when.low, when.high)


def range_words(days: DayRange | None) -> str | None:
    """A period in words: "from 3 to 9 June 2013", "since 2011"."""
    if days is None:
        return None
    if days.low is not None and days.high is None:
        return f"since {_day(days.low)}"
    return day_words(days.low, days.high, between=False)


def _end_words(word: str, end: DayRange | None, other: str | None) -> str | None:
    """One end of a spell: "since before 22 May 2013", "until 4 or 5 June 2013"."""
    if end is None or (end.low is None and end.high is None):
        return f"{word} {_day(other)}" if other else None
    if end.low is None:
        return f"{word} {_day(end.high or '')} or earlier"
    if end.high is None:
        return f"{word} {_day(end.low)} or later"
    words = day_words(end.low, end.high) or ""
    return f"{word} a day {words}" if words.startswith("between") else f"{word} {words}"


def _day(iso: str) -> str:
    """An ISO day as people write it; what is none (a foreign file may hold anything) stays as it is."""
    day = _parsed(iso)
    return f"{day.day} {month_name[day.month]} {day.year}" if day else clean(iso)


def _parsed(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _whole(first: date, last: date) -> str | None:
    """A single day, month, year, decade or week; None for other bounds."""
    if first == last:
        return _day(first.isoformat())
    if first.day == 1 and _ends_month(last):
        if (first.year, first.month) == (last.year, last.month):
            return f"{month_name[first.month]} {first.year}"
        if (first.month, last.month) == (1, 12):
            decade = first.year % 10 == 0 and last.year == first.year + 9
            if first.year == last.year or decade:
                return f"the {first.year}s" if decade else str(first.year)
    if last - first == timedelta(days=6) and first.weekday() == 0:
        return f"the week of {_day(first.isoformat())}"
    return None


def _spell(first: date, last: date, *, between: bool) -> str:
    start, end = _coarse(first, last) if first.day == 1 and _ends_month(last) else _fine(first, last)
    return f"between {start} and {end}" if between else f"from {start} to {end}"


def _coarse(first: date, last: date) -> tuple[str, str]:
    """Bounds that are whole months or years."""
    if (first.month, last.month) == (1, 12):
        return str(first.year), str(last.year)
    start = month_name[first.month] if first.year == last.year else f"{month_name[first.month]} {first.year}"
    return start, f"{month_name[last.month]} {last.year}"


def _fine(first: date, last: date) -> tuple[str, str]:
    end = _day(last.isoformat())
    if first.year != last.year:
        return _day(first.isoformat()), end
    same_month = first.month == last.month
    return (str(first.day) if same_month else f"{first.day} {month_name[first.month]}"), end


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
