"""Lengths of time, lengths that reach up to now, distances from now, what comes again, and the plain references."""

import re
from datetime import date

from contested.grounding.timex.calendar import add_days, add_months, days_of
from contested.grounding.timex.grammar import Hit
from contested.grounding.timex.near import shifted
from contested.grounding.timex.thread import Meaning, Thread, dated
from contested.grounding.timex.words import number_of, times

_DAYS = {"D": 1, "W": 7, "FN": 14, "WE": 7, "N": 1, "MN": 1}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_HOURS = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}


def length(number: float | None, code: str) -> str:
    """The TIMEX3 duration: P3W, PT2H, P1DE, PXY for a vague number."""
    if number is None:
        return ("PTX" if code.startswith("T") else "PX") + {"FN": "W", "N": "D", "MN": "D"}.get(code, code.lstrip("T"))
    if code == "FN":
        number, code = number * 2, "W"
    if code in ("N", "MN"):
        code = "D"
    if code in ("Y", "TH", "DE", "CE") and number != int(number):
        return _with_half(number, code)
    return f"P{'T' if code.startswith('T') else ''}{number:g}{code.lstrip('T')}"


def _with_half(number: float, code: str) -> str:
    whole, rest = int(number), number - int(number)
    if code == "TH":
        return f"PT{whole}H{rest * 60:g}M" if whole else f"PT{rest * 60:g}M"
    if code in ("DE", "CE"):
        return f"P{number * _MONTHS[code] / 12:g}Y"
    return f"P{whole}Y{rest * 12:g}M" if whole else f"P{rest * 12:g}M"


def lower_number(words: str) -> float | None:
    """The number of "three", the lower one of "two to three" and "10-15"."""
    return number_of(re.split(r" (?:to|or) |(?<=\d) [-–—] (?=\d)", words)[0])


def duration(hit: Hit, thread: Thread) -> Meaning | None:
    """ "more than two weeks", "two-year-old", "the first nine months of 1989", "weeks"."""
    if _is_age(hit) or (hit.part("unit").startswith("quarter") and hit.after[:1] != ("-",)):
        return None
    name = hit.part("unit") or _last_word(hit)
    number = lower_number(hit.part("n")) if hit.part("n") else 1.0
    if name in ("hours", "hrs") and re.fullmatch(r"[0-2]\d[0-5]\d", hit.part("n")):
        return None
    if hit.part("unit_loose"):
        number = None
    if hit.part("half"):
        number = 0.5
    if hit.part("plus_half"):
        number = (number or 0) + 0.5
    value = length(number, times()["units"][name])
    if hit.part("first_n"):
        return _first_months(hit, thread, value, number)
    return Meaning("duration", value)


def _last_word(hit: Hit) -> str:
    return hit.part("unit_loose")


def _is_age(hit: Hit) -> bool:
    """Whether the words give the age of a person ("a 30-year-old man", "is 42 years old", "aged 12 years")."""
    if hit.before[-1:] == ("aged",):
        return True
    if not hit.part("old"):
        return False
    return not any(word in times()["aged"] for word in hit.after)


def _first_months(hit: Hit, thread: Thread, value: str, number: float | None) -> Meaning:
    """The first months of a year: a length that also has its days."""
    year = int(hit.part("year")) if hit.part("year") else None
    if year is None and hit.part("unit2") == "year" and thread.base:
        year = thread.base.year + times()["relative"].get(hit.part("rel"), 0)
    if year is None or not number or times()["units"][hit.part("unit")] != "M":
        return Meaning("duration", value)
    last = add_months(date(year, 1, 1), int(number) - 1)
    days = days_of(f"{last.year:04d}-{last.month:02d}") if last else None
    return Meaning("duration", value, date(year, 1, 1), days[1] if days else None, "month")


def stretch(hit: Hit, thread: Thread) -> Meaning | None:
    """ "the last three weeks": a length, from so long ago up to the publication day; "the next" from it on."""
    way, code = hit.part("way"), times()["units"][hit.part("unit")]
    side = times()["stretch"][way]
    base = thread.base
    number = lower_number(hit.part("n")) if hit.part("n") else None
    value = length(number, code)
    of_then = side > 0 and thread.tense(hit.start) == "past"
    if base is None or of_then or way in times()["threaded"] or thread.narrative:
        return Meaning("duration", value)
    if number is None:
        return Meaning("duration", value, None, base) if side < 0 else Meaning("duration", value, base, None)
    other = moved(base, code, side * number)
    low, high = (other, base) if side < 0 else (base, other)
    return Meaning("duration", value, low, high)


def moved(base: date, code: str, number: float) -> date | None:
    """The day so many units from `base`; hours count as the days they touch."""
    if code in _MONTHS:
        return add_months(base, int(number * _MONTHS[code]))
    if code in _DAYS:
        return add_days(base, number * _DAYS[code])
    return add_days(base, round(number * _HOURS[code] / 24) or (1 if number > 0 else -1))


def ago(hit: Hit, thread: Thread) -> Meaning | None:
    """ "two days ago", "three weeks later", "a year earlier": as fine as the unit it counts in."""
    way = hit.part("way")
    side = -1 if way in times()["backwards"] else 1
    if not hit.part("unit"):
        return Meaning("date", "PAST_REF", None, thread.base)
    code = times()["units"][hit.part("unit")]
    number = (
        number_of(hit.part("n")) if hit.part("n") else (None if hit.part("unit") in times()["units_plural"] else 1.0)
    )
    if hit.part("half"):
        number = 0.5
    if number is None and way != "ago":
        return Meaning("date", length(None, code))
    if number is None:
        return Meaning("date", "PAST_REF", None, thread.base)
    start = _start(way, thread)
    if start is None:
        return Meaning("date", "XXXX-XX-XX")
    quarter = _same_quarter(thread, code, side * number)
    if quarter:
        return dated("date", quarter, anchors=False)
    day = moved(start, code, side * number)
    if day is None:
        return None
    if code.startswith("T"):
        return dated("date", day.isoformat() if number * _HOURS[code] >= 24 else start.isoformat())
    value = shifted(day, {"DE": "Y", "CE": "Y", "FN": "W", "N": "D", "WE": "W", "MN": "D"}.get(code, code), 0)
    return dated("date", value)


def _start(way: str, thread: Thread) -> date | None:
    """The day to count from: the publication day for "ago" and "from now", else the last time named."""
    if way in times()["from_now"]:
        return thread.base
    days = days_of(thread.value or "")
    return days[0] if days else thread.base


def _same_quarter(thread: Thread, code: str, shift: float) -> str | None:
    """Beside a quarter "a year earlier" is the same quarter of the year before."""
    if code != "Y" or thread.base is None or thread.quarter is None:
        return None
    if abs(shift) != 1:
        return None
    return f"{int(thread.quarter[:4]) + int(shift):04d}{thread.quarter[4:]}"


def repeated(hit: Hit, thread: Thread) -> Meaning | None:  # noqa: ARG001 - all resolvers are called alike
    """ "daily", "every Tuesday", "per day": the length after which it comes again, or the day of the week."""
    data = times()
    if hit.part("weekday"):
        name = hit.part("weekday")
        number = data["weekdays"].get(name) or data["weekdays_plural"][name]
        night = "TNI" if hit.part("nights") else ""
        return Meaning("set", f"XXXX-WXX-{number}{night}")
    if hit.part("part"):
        return Meaning("set", f"XXXX-XX-XXT{data['parts'][hit.part('part')]}")
    if hit.part("month"):
        return Meaning("set", f"XXXX-{data['months'][hit.part('month')]:02d}")
    if hit.part("season"):
        return Meaning("set", f"XXXX-{data['seasons'][hit.part('season')]}")
    if hit.part("adverb"):
        return Meaning("set", length(1.0, data["sets"][hit.part("adverb")]))
    number_words = hit.part("n")
    number = number_of(number_words) if number_words else 2.0 if hit.part("other") else 1.0
    return Meaning("set", length(number, data["units"][hit.part("unit")]))


def reference(hit: Hit, thread: Thread) -> Meaning | None:
    """ "now", "recently", "in the future": PRESENT_REF is the publication day, the others reach up to or from it."""
    base = thread.base
    if hit.part("present"):
        return Meaning("date", "PRESENT_REF", base, base)
    if hit.part("history") and not thread.narrative:
        return None
    if hit.part("past") or hit.part("history"):
        return Meaning("date", "PAST_REF", None, base)
    return Meaning("date", "FUTURE_REF", base, None)
