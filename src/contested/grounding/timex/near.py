"""Times seen from the publication day or from the last day named: weekdays, today, last month, that year."""

import re
from dataclasses import replace
from datetime import date, timedelta

from contested.grounding.timex.calendar import add_days, add_months, days_of, make_day, quarter_of, week_of
from contested.grounding.timex.fixed import day as named_date
from contested.grounding.timex.fixed import narrowed
from contested.grounding.timex.grammar import Hit
from contested.grounding.timex.thread import Meaning, Thread, dated
from contested.grounding.timex.words import number_of, times


def weekday(hit: Hit, thread: Thread) -> Meaning | None:
    """ "Wednesday": the last such day up to the publication day, the next one with a future verb."""
    number = times()["weekdays"][hit.part("weekday")]
    found = _weekday(hit, thread, number)
    part = times()["parts"].get(hit.part("part"), "")
    if found is None:
        return Meaning("time" if part else "date", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))
    return with_part(found, part)


def with_part(day: date, part: str) -> Meaning:
    """A day, or a part of it where `part` is a TIMEX3 code or an hour."""
    return dated("time", f"{day.isoformat()}T{part}") if part else dated("date", day.isoformat())


def _weekday(hit: Hit, thread: Thread, number: int) -> date | None:
    which = hit.part("which")
    if thread.narrative or thread.base is None or which in times()["threaded"]:
        start = thread.day
        if start is None or (thread.base is None and not thread.narrative):
            return None
        back = which in ("previous", "preceding")
        return _before(start, number, strictly=True) if back else _after(start, number, strictly=which != "")
    base = thread.base
    if hit.part("rel"):
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=times()["relative"][hit.part("rel")])
        return monday + timedelta(days=number - 1)
    side = times()["relative"].get(which)
    if side == 0:
        return _after(base, number) if thread.tense(hit.start) != "past" else _before(base, number)
    if side is not None:
        return _before(base, number, strictly=True) if side < 0 else _after(base, number, strictly=True)
    owned = hit.after[:1] in (("'s",), ("’s",)) and "".join(hit.after[1:2]) not in times()["announced"]
    return _after(base, number) if thread.tense(hit.start) == "future" and not owned else _before(base, number)


def _before(base: date, weekday_: int, *, strictly: bool = False) -> date:
    back = (base.isoweekday() - weekday_) % 7
    return base - timedelta(days=back or (7 if strictly else 0))


def _after(base: date, weekday_: int, *, strictly: bool = False) -> date:
    on = (weekday_ - base.isoweekday()) % 7
    return base + timedelta(days=on or (7 if strictly else 0))


def named_day(hit: Hit, thread: Thread) -> Meaning | None:
    """ "today", "yesterday morning", "the day before yesterday"."""
    if thread.base is None or thread.narrative:
        return Meaning("date", "PRESENT_REF" if hit.part("named") == "today" else "XXXX-XX-XX")
    shift = times()["named"][hit.part("named")] + {"before": -1, "after": 1}.get(hit.part("way"), 0)
    return with_part(thread.base + timedelta(days=shift), times()["parts"].get(hit.part("part"), ""))


def part_of_day(hit: Hit, thread: Thread) -> Meaning | None:
    """ "this morning", "last night", "overnight", "that evening", "the morning of 3 May"."""
    part = times()["parts"].get(hit.part("part") or hit.part("alone") or hit.part("dayside"), "NI")
    if hit.part("month"):
        day = named_date(hit, thread)
        if day is None or day.low is None:
            return None
        until = day.low.replace(day=int(hit.part("until"))) if hit.part("until") else day.low
        return replace(with_part(day.low, part), high=max(until, day.low))
    base = thread.base
    if hit.part("over"):
        return _overnight(base)
    which = hit.part("which")
    alone = hit.part("alone") or hit.part("dayside") or hit.part("that") or _next_of_then(hit, thread)
    if alone or which in times()["threaded"] or (which and (base is None or thread.narrative)):
        return _part_of_thread(hit, thread, part)
    if base is None:
        return Meaning("time", f"XXXX-XX-XXT{part}")
    side = -1 if hit.part("last_night") or which in ("last", "past") else 0
    side = 1 if which in ("next", "coming") else side
    return with_part(base + timedelta(days=side), part)


def _overnight(base: date | None) -> Meaning:
    """The night before the publication day: it begins on the day before and ends on the day."""
    if base is None:
        return Meaning("time", "XXXX-XX-XXTNI")
    before = base - timedelta(days=1)
    return Meaning("time", f"{before.isoformat()}TNI", before, base, "part_of_day")


def _part_of_thread(hit: Hit, thread: Thread, part: str) -> Meaning | None:
    """A part of the day the thread is at; "the next morning" is a day on."""
    if thread.day is None or hit.part("alone"):
        return Meaning("time", f"XXXX-XX-XXT{part}")
    shift = times()["relative"].get(hit.part("which"), 0)
    day = add_days(thread.day, shift)
    return with_part(day, part) if day else None


def clock(hit: Hit, thread: Thread) -> Meaning | None:
    """ "5:30 a.m.", "7 p.m. on Saturday", "14:00 GMT"."""
    words = hit.part("time")
    match = re.match(r"(\d\d)(\d\d)\b", words) or re.match(r"(\d{1,2})(?:[:.](\d\d))?", words)
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (int(number_of(words) or 0), 0)
    letters = re.search(r"\b([ap])\.?\s?m", words)
    if letters and letters[1] == "p" and hour < 12:
        hour += 12
    elif letters and letters[1] == "a" and hour == 12:
        hour = 0
    elif "afternoon" in words or "evening" in words or "night" in words:
        hour += 12 if hour < 12 else 0
    if hour > 24 or minute > 59:
        return None
    day = _clock_day(hit, thread)
    value = f"T{hour:02d}:{minute:02d}"
    return dated("time", day.isoformat() + value) if day else Meaning("time", f"XXXX-XX-XX{value}", precision="minute")


def _clock_day(hit: Hit, thread: Thread) -> date | None:
    """The day that stands with the clock time, else the day the thread is at, else today."""
    words = hit.part("day").split()
    if hit.part("named") or (words and words[-1] in times()["named"]):
        shift = times()["named"][hit.part("named") or words[-1]]
        return thread.base + timedelta(days=shift) if thread.base else None
    if words and words[-1] in times()["weekdays"]:
        return _weekday(hit, thread, times()["weekdays"][words[-1]])
    if len(words) > 1:
        month = next((w for w in words if w in times()["months"]), "")
        number = next((w for w in words if w[0].isdigit()), "")
        found = named_date(Hit(hit.start, hit.end, "day", {"month": month, "day": number}), thread)
        return found.low if found else None
    return None


def unit(hit: Hit, thread: Thread) -> Meaning | None:
    """ "last month", "the end of the year", "that day", "earlier this week"."""
    if hit.part("way"):
        return _beside_day(hit, thread)
    which, base = hit.part("which"), thread.base
    code = times()["units"][hit.part("unit")]
    of_thread = which in times()["threaded"] or _next_of_then(hit, thread)
    if of_thread or base is None or (thread.narrative and which not in times()["from_present"]):
        return _unit_of_thread(hit, thread, code)
    side = times()["relative"].get(which, 0)
    if not which and code == "Q" and not thread.quarter and hit.after[:1] != ("ended",):
        return None
    if not which and code == "Q":
        return dated("date", thread.quarter or _last_quarter(base))
    of_year_here = code == "Y" and thread.named_here and hit.part("mod") and thread.year != base.year
    if not which and (code == "D" or of_year_here):
        return _unit_of_thread(hit, thread, code)
    if not which and code == "Y" and hit.after[:1] == ("ended",):
        return Meaning("duration", "P1Y")
    if hit.part("end"):
        return dated("date", f"{base.year:04d}-12-31", anchors=False)
    if not which and code == "WE" and base.isoweekday() < 6 and thread.tense(hit.start) != "future":
        side = -1
    value = shifted(base, code, side)
    return narrowed(dated("date", value, anchors=code in "D"), hit, base) if value else None


def _next_of_then(hit: Hit, thread: Thread) -> bool:
    """Whether "the next day" is told of the past: then it counts from the last day named."""
    return bool(hit.part("article")) and hit.part("which") == "next" and thread.tense(hit.start) == "past"


def _last_quarter(base: date) -> str:
    before = add_months(base, -3) or base
    return f"{before.year:04d}-Q{quarter_of(before)}"


def _beside_day(hit: Hit, thread: Thread) -> Meaning | None:
    """ "the day before", "the day after"."""
    start = thread.day or thread.base
    if start is None:
        return Meaning("date", "XXXX-XX-XX")
    day = add_days(start, -1 if hit.part("way") == "before" else 1)
    return dated("date", day.isoformat()) if day else None


def _unit_of_thread(hit: Hit, thread: Thread, code: str) -> Meaning | None:
    """A unit counted from the last day named ("the same month", "the following year")."""
    which = hit.part("which")
    start = thread.day if code in ("D", "WE") else thread_start(thread, code)
    if start is None or not (thread.narrative or which in (*times()["threaded"], "next", "")):
        return Meaning("date", {"D": "XXXX-XX-XX", "M": "XXXX-XX", "Y": "XXXX", "W": "XXXX-WXX"}.get(code, "XXXX"))
    value = shifted(start, code, times()["relative"].get(which, 0))
    return narrowed(dated("date", value), hit, None) if value else None


def thread_start(thread: Thread, code: str) -> date | None:
    """The first day of what was last named, if it is fine enough for the unit (a year does not tell a month)."""
    days = days_of(thread.value or "")
    if days is None:
        return thread.base
    if code == "Y" and thread.year:
        return date(thread.year, 1, 1)
    if (code == "W" and thread.day is None) or (code == "M" and thread.month is None):
        return None
    return days[0]


def shifted(base: date, code: str, side: float) -> str | None:
    """The unit `side` units from the one that holds `base`, as a value."""
    if code == "D":
        day = add_days(base, side)
        return day.isoformat() if day else None
    if code in ("W", "WE", "FN"):
        day = add_days(base, side * (14 if code == "FN" else 7))
        return week_of(day) + ("-WE" if code == "WE" else "") if day else None
    if code in ("M", "Q"):
        day = add_months(base, int(side) * (3 if code == "Q" else 1))
        if day is None:
            return None
        return f"{day.year:04d}-{day.month:02d}" if code == "M" else f"{day.year:04d}-Q{quarter_of(day)}"
    years = {"Y": 1, "DE": 10, "CE": 100}.get(code)
    if years is None:
        return None
    year = base.year + int(side) * years
    if not make_day(year, 1, 1):
        return None
    return f"{year:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[code]]


def week_of_day(hit: Hit, thread: Thread) -> Meaning | None:
    """ "the week of 6 March": the week that holds the day."""
    day = named_date(hit, thread)
    return dated("date", week_of(day.low)) if day and day.low else None


def latest(hit: Hit, thread: Thread) -> Meaning | None:  # noqa: ARG001 - all resolvers are called alike
    """ "the latest period", "the latest quarter": the quarter the text is about, else the last one that has ended."""
    value = thread.quarter or (_last_quarter(thread.base) if thread.base else None)
    return dated("date", value) if value else None
