"""The year of a day, month or holiday: the one the words give, or the one that the text leaves to be understood."""

import re
from datetime import date

from contested.grounding.timex.calendar import make_day
from contested.grounding.timex.grammar import Hit
from contested.grounding.timex.thread import Thread
from contested.grounding.timex.words import times

SOON_DAYS = 60
LONG_AGO_DAYS = 300
SOON_MONTHS, LONG_AGO_MONTHS = 75, 280
"""A day without a year under a past verb is still the coming one if that is so near and the past one so far."""
MONTHS_APART = 7
"""A month so far from the last one named belongs to the year beside ("in January" after December)."""


def stated_year(hit: Hit, thread: Thread) -> int | None:
    """The year that the words give: in full, by its last two figures, or as "last year"."""
    if hit.part("year"):
        return int(hit.part("year"))
    if hit.part("yy"):
        return full_year(int(re.sub(r"\D", "", hit.part("yy"))), thread)
    if hit.part("rel"):
        base = thread.base.year if thread.base else None
        if hit.part("rel") in times()["threaded"]:
            base = thread.year or base
        return base + times()["relative"][hit.part("rel")] if base else None
    return None


def full_year(two: int, thread: Thread) -> int:
    """The year with these last two figures: at most ten years after the text (1950 to 2049 where it has no day)."""
    limit = thread.published.year + 10 if thread.published else 2049
    year = limit // 100 * 100 + two
    return year if year <= limit else year - 100


def year_by_weekday(hit: Hit, thread: Thread, month: int, number: int) -> int | None:
    """The year near the publication day in which this day falls on the weekday that stands with it."""
    name = hit.part("weekday").split(" ")[0]
    weekday = times()["weekdays"].get(name) or times()["weekdays_short"].get(name)
    if not weekday or thread.base is None:
        return None
    near = [thread.base.year + shift for shift in (0, -1, 1)]
    return next((y for y in near if (d := make_day(y, month, number)) and d.isoweekday() == weekday), None)


def likely_year(hit: Hit, thread: Thread, month: int, number: int | None) -> int | None:
    """The year of a day or month named without one: the thread's in a narrative, else by tense and nearness."""
    if thread.narrative:
        return _thread_year(thread, month)
    base = thread.base
    if base is None:
        return None
    if (known_year := _year_known_by(hit, base, month, number)) is not None:
        return known_year
    days = [make_day(base.year + shift, month, number or 15) for shift in (-1, 0, 1)]
    known = [found for found in days if found]
    if not known:
        return None
    if _has_been(hit):
        return max((d for d in known if d <= base), default=known[0]).year
    return _by_tense(known, base, thread.tense(hit.start), number is None).year


def _has_been(hit: Hit) -> bool:
    """Whether the words before the day say that it is past."""
    before = hit.before[-2:]
    if before[-1:] and before[-1] in times()["from_the_past"]:
        return True
    return before[-1:] == ("on",) and before[0] in times()["past_before_on"]


def _year_known_by(hit: Hit, base: date, month: int, number: int | None) -> int | None:
    """The year of a day that everybody knows by what happened on it ("the attacks of September 11"), or None."""
    for known in times()["known_days"]:
        if (month, number) != (known["month"], known["day"]) or base <= date(known["year"], month, known["day"]):
            continue
        linked = hit.before[-1:] and hit.before[-1] in ("of", "on")
        if set(hit.after[:1]) & set(known["beside"]) or (linked and set(hit.before[-2:-1]) & set(known["beside"])):
            return int(known["year"])
    return None


def _thread_year(thread: Thread, month: int) -> int | None:
    """The year of a month in a narrative: the thread's, or the one beside it where that brings the month far nearer."""
    if thread.month is None or thread.year is None:
        return thread.year
    apart = month - thread.month[1]
    return thread.year + (1 if apart <= -MONTHS_APART else -1 if apart >= MONTHS_APART else 0)


def _by_tense(days: list[date], base: date, tense: str | None, month: bool) -> date:
    """The day before or after `base` that the tense asks for; of a month's days the 15th stands for the month."""
    here = [d for d in days if (d.year, d.month) == (base.year, base.month)] if month else []
    if here:
        return here[0]
    past = max((d for d in days if d <= base), default=days[0])
    ahead = min((d for d in days if d >= base), default=days[-1])
    near_ahead = (ahead - base).days <= SOON_DAYS and (base - past).days >= LONG_AGO_DAYS
    soon = SOON_DAYS if tense == "past" else SOON_MONTHS
    if month and (ahead - base).days <= soon and (base - past).days >= LONG_AGO_MONTHS:
        return ahead
    near_past = (base - past).days <= SOON_DAYS and (ahead - base).days >= LONG_AGO_DAYS
    if tense == "future" and not (near_past and not month):
        return ahead
    return ahead if near_ahead and not month else past


def year_beside(hit: Hit, thread: Thread, number: int) -> int | None:
    """The year of "last April", "next March", "this May" from the publication day."""
    which, base = hit.part("which"), thread.base
    if not which or base is None:
        return None
    side = times()["relative"][which]
    if side < 0:
        return base.year if number < base.month else base.year - 1
    if side > 0:
        return base.year if number > base.month else base.year + 1
    return base.year
