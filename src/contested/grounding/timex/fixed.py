"""Days, months, years and longer units that are named: their values, the year found where the text leaves it out."""

import re
from datetime import date

from contested.grounding.timex.calendar import day_of, days_of, holiday, make_day, quarter_of, third
from contested.grounding.timex.grammar import Hit
from contested.grounding.timex.thread import Meaning, Thread, dated
from contested.grounding.timex.words import number_of, times
from contested.grounding.timex.years import full_year, likely_year, stated_year, year_beside, year_by_weekday

FIRST_YEAR, LAST_YEAR = 1000, 2099
FIRST_BARE_YEAR = 1500
"""Below it a number of four figures is a year only behind a word such as "in" (house numbers, telephone numbers)."""


def day(hit: Hit, thread: Thread) -> Meaning | None:
    """ "5 June 2013", "Wed 05 Apr", "June 5": a day of a month."""
    month = times()["months"].get(hit.part("month"))
    number = _ordinal(hit.part("day"))
    if not month or not number or not 1 <= number <= 31:
        return None
    year = stated_year(hit, thread)
    if year is None:
        year = year_by_weekday(hit, thread, month, number) or likely_year(hit, thread, month, number)
    if year is None:
        return (
            Meaning("date", f"XXXX-{month:02d}-{number:02d}", precision="day")
            if make_day(2000, month, number)
            else None
        )
    found = make_day(year, month, number)
    return _moved(dated("date", found.isoformat()), hit) if found else None


def _ordinal(words: str) -> int | None:
    data = times()["ordinals"]
    if words in data:
        return int(data[words])
    match = re.match(r"\d+", words)
    return int(match[0]) if match else None


def _moved(meaning: Meaning, hit: Hit) -> Meaning:
    """The meaning with its days narrowed by "early", "mid", "the end of"."""
    return narrowed(meaning, hit, None)


def narrowed(meaning: Meaning, hit: Hit, today: date | None) -> Meaning:
    """The days of a month or longer cut by a modifier; "earlier this month" ends today, "later" begins today."""
    words = [word for word in re.split(r"\W+", hit.part("mod") or hit.part("edge")) if word in times()["modifiers"]]
    if not words or meaning.low is None or meaning.high is None or meaning.low == meaning.high:
        return meaning
    part = times()["modifiers"][words[0]]
    low, high = meaning.low, meaning.high
    if isinstance(part, int):
        low, high = third((low, high), part) if high.year < 9999 else (low, high)
    elif today is not None and low <= today <= high:
        low, high = (low, today) if part == "<" else (today, high)
    return Meaning(meaning.type, meaning.value, low, high, meaning.precision, meaning.anchors)


def numeric_day(hit: Hit, thread: Thread) -> Meaning | None:
    """ "2013-06-05", "06/05/13": where both orders give a day, the one nearer to the publication day."""
    if hit.part("iso"):
        clock = re.match(r"(.{10})(t\d\d:\d\d)?", hit.part("iso"))
        found = day_of(hit.part("iso"))
        if not found or not clock:
            return None
        return dated("time" if clock[2] else "date", found.isoformat() + (clock[2] or "").upper())
    first, second, last = (int(n) for n in re.split(r"[/.]", hit.part("slash")))
    year = last if last > 99 else full_year(last, thread)
    readings = [d for d in (make_day(year, first, second), make_day(year, second, first)) if d]
    if not readings:
        return None
    if len(set(readings)) == 1 or "." in hit.part("slash"):
        return dated("date", readings[-1].isoformat())
    published = thread.published
    if published is None:
        return dated("date", f"{year:04d}")
    nearest = min(readings, key=lambda found: abs(found - published))
    return dated("date", nearest.isoformat())


def day_of_thread(hit: Hit, thread: Thread) -> Meaning | None:
    """ "on the 9th": a day of the month the text is in."""
    number = _ordinal(hit.part("day"))
    if thread.month is None or number is None:
        return None
    found = make_day(*thread.month, number)
    return dated("date", found.isoformat()) if found else None


def month(hit: Hit, thread: Thread) -> Meaning | None:
    """ "June 2013", "early June", "last April"."""
    number = times()["months"].get(hit.part("month"))
    if not number:
        return None
    year = stated_year(hit, thread) or year_beside(hit, thread, number) or likely_year(hit, thread, number, None)
    if year is None:
        return Meaning("date", f"XXXX-{number:02d}", precision="month")
    return narrowed(dated("date", f"{year:04d}-{number:02d}"), hit, thread.base)


def year(hit: Hit, thread: Thread) -> Meaning | None:
    """ "2011", "mid-2012", the "45" of "1939-45"."""
    if hit.part("yy"):
        two = int(re.sub(r"\D", "", hit.part("yy")))
        number = int(hit.part("year")) // 100 * 100 + two if hit.part("year") else full_year(two, thread)
        if hit.part("year") and number <= int(hit.part("year")):
            return None
    else:
        number = int(hit.part("year"))
        if not _is_year(hit, number):
            return None
    return narrowed(dated("date", f"{number:04d}"), hit, thread.base)


def _is_year(hit: Hit, number: int) -> bool:
    """Whether a number of four figures is a year: not what counts things, not money, not part of a longer number."""
    if not FIRST_YEAR <= number <= LAST_YEAR or hit.part("mod"):
        return FIRST_YEAR <= number <= LAST_YEAR
    data = times()
    before, after = "".join(hit.before[-1:]), "".join(hit.after[:1])
    if number < FIRST_BARE_YEAR and before not in data["before_year"]:
        return False
    if before in data["money"] or after in data["counted"] or before in data["not_before_year"]:
        return False
    if before in ("before", "after") and hit.before[-2:-1] and hit.before[-2] in data["at_an_hour"]:
        return False
    if before in data["words"]["hyphen"] and len(hit.before) > 1 and hit.before[0].isdigit():
        return len(hit.before[0]) == 4
    return not (after in ("-", "/", ".") and "".join(hit.after[1:2]) in data["counted"])


def year_in_words(hit: Hit, thread: Thread) -> Meaning | None:
    """ "nineteen ninety-six", "the year two thousand"."""
    if hit.part("two_word"):
        number = (number_of(hit.part("two_word")) or 0) * 1000
    else:
        rest = (number_of(hit.part("tens")) or 0) + (number_of(hit.part("ones")) or 0)
        number = (number_of(hit.part("teen")) or 0) * 100 + rest
        if rest < 10 or rest > 99:
            return None
    return (
        narrowed(dated("date", f"{int(number):04d}"), hit, thread.base) if FIRST_YEAR <= number <= LAST_YEAR else None
    )


def era(hit: Hit, thread: Thread) -> Meaning | None:  # noqa: ARG001 - all resolvers are called alike
    """ "480 BC", "AD 14": years before Christ are written BC0480, which has no ISO day."""
    number = int(re.sub(r"\D", "", hit.part("num")) or 0)
    if not 0 < number < 10_000:
        return None
    if hit.part("era") in ("ad", "ce"):
        return dated("date", f"{number:04d}", anchors=number > 100)
    return Meaning("date", f"BC{number:04d}", precision="year")


def decade(hit: Hit, thread: Thread) -> Meaning | None:
    """ "the 1990s", "the early eighties" (value 199, 198)."""
    if hit.part("decade"):
        digits = re.sub(r"\D", "", hit.part("decade"))
        number = int(digits) // 10 if len(digits) == 4 else full_year(int(digits), thread) // 10
    elif hit.part("teen"):
        number = int((number_of(hit.part("teen")) or 0) * 10 + times()["decades"][hit.part("tens")] // 10)
    else:
        number = full_year(times()["decades"][hit.part("tens")], thread) // 10
    return narrowed(dated("date", f"{number:03d}"), hit, thread.base)


def century(hit: Hit, thread: Thread) -> Meaning | None:
    """ "the 19th century" (value 18)."""
    number = _ordinal(hit.part("num"))
    if not number or hit.part("num") in ("last", "final") or not 2 <= number <= 21:
        return None
    return narrowed(dated("date", f"{number - 1:02d}", anchors=False), hit, thread.base)


def season(hit: Hit, thread: Thread) -> Meaning | None:
    """ "the summer of 1941", "last fall", "spring" (of the thread's year in a narrative)."""
    code = times()["seasons"][hit.part("season")]
    found = stated_year(hit, thread)
    if found is None:
        found = _season_beside(hit, thread, code)
    if found is None:
        return Meaning("date", f"XXXX-{code}", precision="season")
    return narrowed(dated("date", f"{found:04d}-{code}"), hit, thread.base)


def _season_beside(hit: Hit, thread: Thread, code: str) -> int | None:
    base = thread.base
    side = times()["relative"].get(hit.part("which"), 0)
    if thread.narrative or base is None:
        return thread.year + side if thread.year else None
    bounds = days_of(f"{base.year:04d}-{code}")
    if bounds is None:
        return None
    first = bounds[0] if code != "WI" else date(base.year, 12, 1)
    if side < 0:
        return base.year if bounds[1] < base else base.year - 1
    if side > 0:
        return base.year if first > base else base.year + 1
    if hit.part("which") or thread.tense(hit.start) == "future" or first <= base:
        return base.year
    return base.year - 1


def quarter(hit: Hit, thread: Thread) -> Meaning | None:
    """ "the third quarter of 1989", "third-quarter", "Q3"."""
    number = int(hit.part("quarter_code")[1:]) if hit.part("quarter_code") else _ordinal(hit.part("num"))
    if not hit.part("num") and thread.quarter:
        number = number or int(thread.quarter[-1])
    if not number or not 1 <= number <= 4:
        return None
    found = stated_year(hit, thread)
    if found is None:
        found = _quarter_year(hit, thread, number)
    if found is None:
        return Meaning("date", f"XXXX-Q{number}", precision="season")
    thread.quarter = f"{found:04d}-Q{number}"
    return narrowed(dated("date", thread.quarter), hit, thread.base)


def _quarter_year(hit: Hit, thread: Thread, number: int) -> int | None:
    """The year of a quarter without one: the last that has begun, or with a future verb the next."""
    base = thread.base
    if base is None:
        return thread.year
    here = quarter_of(base)
    if number < here - 1 and thread.tense(hit.start) == "future":
        return base.year + 1
    return base.year if number <= here else base.year - 1


def half(hit: Hit, thread: Thread) -> Meaning | None:
    """ "the first half of 2012", "the second half of the year"."""
    number = _ordinal(hit.part("num"))
    found = stated_year(hit, thread) or (thread.base.year if thread.base else thread.year)
    if number not in (1, 2) or found is None:
        return None
    return narrowed(dated("date", f"{found:04d}-H{number}"), hit, thread.base)


def holiday_day(hit: Hit, thread: Thread) -> Meaning | None:
    """ "Christmas Day 1944", "last Thanksgiving": fixed and moving holidays (data/lexicon/times.yml)."""
    name = hit.part("holiday").replace(" 's", "'s").replace(" ’s", "'s").replace(" .", ".")
    sample = holiday(name, 2000)
    if sample is None:
        return None
    found = stated_year(hit, thread) or year_beside(hit, thread, sample.month)
    found = found or likely_year(hit, thread, sample.month, sample.day)
    if found is None:
        return Meaning("date", f"XXXX-{sample.month:02d}-{sample.day:02d}", precision="day")
    day_found = holiday(name, found)
    return dated("date", day_found.isoformat()) if day_found else None
