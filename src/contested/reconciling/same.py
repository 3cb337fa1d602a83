"""How much speaks for two reports telling one happening, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from contested.model.place import PlaceRef
from contested.reconciling.places import OTHER_PART, OTHER_PLACE, PART_OF_PLACE, SAME_PLACE, place_words, same_place
from contested.reconciling.units import Days, Unit, is_bare_type

JOINED = 3.0
"""What must speak for two units before they are joined: one place and a word of the kind of happening, or a day, a
figure and the reports' story (contest: 2.5 to 3.5 alike, docs/reconciling.md)."""
SAME_DAY, SAME_SPAN, NEXT_DAY, OTHER_DAY = 2.0, 1.0, 0.5, -4.0
SPAN_DAYS = 62
RECENT_DAYS, RECENT, OLD = 7, 0.5, -1.0
SAME_TYPE, SAME_FAMILY, SAME_GROUP = 1.0, 0.7, 0.3
SAME_FIGURE, SAME_SMALL_FIGURE = 1.5, 0.5
WORDS, MOST_OF_WORDS = 4.0, 2.0
SAME_WORDS = 1.5
"""The share of words from which on two happenings of a copied text are the same one in both."""
SAME_STORY, SAME_TEXT = 1.0, 3.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for (and against) two units being one happening: the sum and its parts by name."""

    score: float
    reasons: tuple[tuple[str, float], ...]


def likeness(
    first: Unit,
    second: Unit,
    weights: tuple[Mapping[str, float], Mapping[str, float]],
    *,
    story: bool,
    copies: bool,
) -> Likeness:
    """The comparison of two units; `weights` are their words' (rarity.weighted)."""
    shared = min(MOST_OF_WORDS, WORDS * _product(*weights))
    parts = [
        ("place", _places(first, second)),
        ("day", _days(first.days, second.days)),
        ("type", _types(first.type, second.type)),
        ("figure", _figures(first, second)),
        ("words", shared),
        ("story", SAME_STORY if story else 0.0),
        ("text", SAME_TEXT if copies and shared >= SAME_WORDS else 0.0),
    ]
    told = tuple((name, round(value, 2)) for name, value in parts if value)
    return Likeness(fsum(value for _, value in parts), told)


def _product(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    if len(second) < len(first):
        first, second = second, first
    return fsum(value * second[word] for word, value in first.items() if word in second)


def _types(first: str, second: str) -> float:
    if first == second:
        return SAME_GROUP if is_bare_type(first) else SAME_TYPE
    return SAME_FAMILY if first.split(".")[0] == second.split(".")[0] else SAME_GROUP


def _figures(first: Unit, second: Unit) -> float:
    shared = first.figures & second.figures
    if not shared:
        return 0.0
    return SAME_FIGURE if max(number for _, number in shared) > 2 else SAME_SMALL_FIGURE


def _days(first: Days, second: Days) -> float:
    if first.known and second.known:
        gap = max(_low(first), _low(second)) - min(_high(first), _high(second))
        return SAME_DAY if gap <= 0 else NEXT_DAY if gap == 1 else OTHER_DAY
    apart = _low(first) > _high(second) or _low(second) > _high(first)
    if apart:
        return OTHER_DAY
    if _is_span(first) and _is_span(second):
        return SAME_SPAN
    return _recency(first, second) + _recency(second, first)


def _recency(known: Days, other: Days) -> float:
    """What a report that gives no day mostly tells of is of the last week before it."""
    if not known.known or other.low is not None or other.high is None:
        return 0.0
    return RECENT if other.high - _low(known) <= RECENT_DAYS else OLD


def _is_span(days: Days) -> bool:
    return days.low is not None and days.high is not None and days.high - days.low < SPAN_DAYS


def _low(days: Days) -> int:
    return days.low if days.low is not None else 0


def _high(days: Days) -> int:
    return days.high if days.high is not None else 10**7


def _places(first: Unit, second: Unit) -> float:
    """Names decide where no coordinates do; a place that the other report's words name as well is no other place."""
    if first.place is None or second.place is None:
        placed, other = (second, first) if first.place is None else (first, second)
        return PART_OF_PLACE if placed.place is not None and _named_in(placed.place, other) else 0.0
    known = same_place(first.place, second.place)
    if known == SAME_PLACE and first.part and second.part and not first.part & second.part:
        return OTHER_PART
    if known == OTHER_PLACE and (_named_in(first.place, second) or _named_in(second.place, first)):
        return 0.0
    return known


def _named_in(place: PlaceRef, unit: Unit) -> bool:
    return all(word in unit.words for word in place_words(place.name))
