"""Time expressions of a report: where they stand, and which days they mean."""

from contested.grounding.tense import Tense, tense_at
from contested.grounding.timex import fixed
from contested.grounding.timex.calendar import day_of
from contested.grounding.timex.grammar import Hit, grammar
from contested.grounding.timex.near import (
    clock,
    latest,
    named_day,
    part_of_day,
    unit,
    week_of_day,
    weekday,
    with_part,
)
from contested.grounding.timex.spans import ago, duration, reference, repeated, stretch
from contested.grounding.timex.thread import Meaning, Thread, middle_of_story
from contested.grounding.timex.words import times
from contested.model.grounding import Time
from contested.model.parse import Parsed, Sentence
from contested.model.report import Report

_DAY_FORMS = ("day", "numeric_day", "weekday", "named_day", "part_of_day", "holiday")
_MEANINGS = {
    "day": fixed.day, "numeric_day": fixed.numeric_day, "day_of_thread": fixed.day_of_thread, "month": fixed.month,
    "year": fixed.year, "year_in_words": fixed.year_in_words, "era": fixed.era, "decade": fixed.decade,
    "century": fixed.century, "season": fixed.season, "quarter": fixed.quarter, "half": fixed.half,
    "holiday": fixed.holiday_day, "weekday": weekday, "named_day": named_day, "part_of_day": part_of_day,
    "clock": clock, "unit": unit, "latest": latest, "week_of_day": week_of_day,
    "duration": duration, "stretch": stretch, "ago": ago, "repeated": repeated, "reference": reference,
}  # fmt: skip


def find_times(report: Report, parsed: Parsed) -> tuple[Time, ...]:
    """All time expressions in the sentences of `parsed`, in text order, with ids t1, t2 ...

    `value` is the TIMEX3 value; `low` and `high` are the inclusive days it covers, None where open or unknown: without
    a publication day what hangs on it stays unresolved. A length ("more than two weeks") has no days. In a text that
    tells of the past by its own years, days and months hang on the last year named, not on the publication day.
    """
    day = day_of(report.published_at)
    published = day if day and fixed.FIRST_YEAR <= day.year <= fixed.LAST_YEAR else None
    pieces = [parsed.text[sentence.start : sentence.end] for sentence in parsed.sentences]
    thread = Thread(published, middle_of_story(published, pieces), lambda start: _tense(parsed, start))
    found: list[tuple[int, int, Meaning]] = []
    for sentence in parsed.sentences:
        found += _in_sentence(parsed, sentence, thread)
    return tuple(_time(number, *item) for number, item in enumerate(found, 1))


def _tense(parsed: Parsed, start: int) -> Tense | None:
    return tense_at(parsed, start) if parsed.starts else None


def _in_sentence(parsed: Parsed, sentence: Sentence, thread: Thread) -> list[tuple[int, int, Meaning]]:
    """The times of one sentence; the thread has moved on when it ends."""

    def judge(hit: Hit) -> tuple[Hit, Meaning] | None:
        if not _is_time_word(parsed, hit):
            return None
        meaning = _MEANINGS[hit.means](hit, thread)
        if meaning is not None:
            thread.follow(meaning)
            return hit, meaning
        return None

    thread.named_here = False
    found = list(grammar().scan(parsed.text, sentence.start, sentence.end, judge))
    return [(hit.start, hit.end, _on_day(hit, meaning, found)) for hit, meaning in found]


def _on_day(hit: Hit, meaning: Meaning, beside: list[tuple[Hit, Meaning]]) -> Meaning:
    """A clock time or "dawn" without a day of its own falls on the day that its sentence names."""
    alone = hit.means == "clock" or hit.part("alone")
    if not alone or hit.part("day") or hit.part("named") or meaning.value is None:
        return meaning
    days = [other.low for at, other in beside if at.means in _DAY_FORMS and other.low and other.low == other.high]
    return with_part(days[0], meaning.value.split("T")[1]) if days else meaning


def _is_time_word(parsed: Parsed, hit: Hit) -> bool:
    """Whether the parse lets the words be a time: "May" as a modal and "March" as a verb are none."""
    if hit.means == "season" and _before_noun(parsed, hit):
        return False
    if hit.part("month") not in times()["months_unsure"] or hit.part("day") or hit.part("year"):
        return True
    if not hit.part("mod") and not hit.part("which") and "".join(hit.before[-1:]) not in times()["before_month"]:
        return False
    token = next(iter(parsed.tokens_in(hit.start, hit.end)), None)
    return token is None or not parsed.tags[token].startswith(("MD", "VB"))


def _before_noun(parsed: Parsed, hit: Hit) -> bool:
    """Whether a bare season stands as a kind before a noun ("summer camp") that is nothing of war or politics."""
    if hit.part("year") or hit.part("which") or "".join(hit.after[:1]) in times()["in_season"]:
        return False
    tokens = parsed.tokens_in(hit.start, hit.end)
    return bool(tokens) and parsed.deps[tokens[-1]] in ("compound", "nmod")


def _time(number: int, start: int, end: int, meaning: Meaning) -> Time:
    low, high = (day.isoformat() if day else None for day in (meaning.low, meaning.high))
    return Time(f"t{number}", start, end, meaning.type, meaning.value, low, high, meaning.precision)
