"""Ranges as bars: what is sure, what may be, where a bound is open. Positions are percentages of the width."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log10
from typing import Literal

from contested.model.claim import DayRange, Figure, When

OPEN_END = 100.0
"""Where a range without an upper bound runs to."""
WIDEST = 88.0
"""Where the largest number of a scale stands: what is open above it still needs room."""
LINEAR = 60
"""Numbers no further apart than this factor stand on an even scale, others on one whose steps are powers of ten."""
NEAR_DAYS = 100
"""Days before and after the report's own that its time line shows; what lies beyond is drawn at its edge."""
SHORTEST_DAYS = 7


Kind = Literal["sure", "maybe", "open", "before", "after"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar: `sure`, `maybe` (somewhere in it), `open` (no bound on that side).

    `before` and `after` stand for what lies beyond the days shown.
    """

    kind: Kind
    x1: float
    x2: float


Bar = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from 0 to `most` on a line."""

    most: float
    even: bool

    def at(self, number: float) -> float:
        """Percent of the width for a number."""
        if self.most <= 0:
            return 0.0
        share = number / self.most if self.even else log10(1 + number) / log10(1 + self.most)
        return max(0.0, min(share, 1.0)) * WIDEST

    def bar(self, figure: Figure) -> Bar:
        """The bar of a figure; empty where no number is known."""
        low, high = figure.low, figure.high
        if low is None and high is None:
            return ()
        if low is None or high is None:
            return _half_open(low, high, self)
        return (Part("sure" if low == high else "maybe", self.at(low), self.at(high)),)


def _half_open(low: float | None, high: float | None, scale: Scale) -> Bar:
    if low is not None:
        return Part("sure", scale.at(low), scale.at(low)), Part("open", scale.at(low), OPEN_END)
    return Part("open", 0.0, scale.at(high or 0)), Part("sure", scale.at(high or 0), scale.at(high or 0))


def scale_of(figures: Sequence[Figure]) -> Scale:
    """One scale for figures that are shown under each other."""
    numbers = [float(bound) for figure in figures for bound in (figure.low, figure.high) if bound is not None]
    most, least = max(numbers, default=0.0), min((number for number in numbers if number > 0), default=1.0)
    return Scale(most, most <= LINEAR * least)


@dataclass(frozen=True, slots=True)
class Window:
    """The days that a time line shows, both inclusive; `today` is the day of the report, in percent, if known."""

    first: date
    last: date
    today: float | None

    def at(self, day: date) -> float:
        """Percent of the width at which a day begins; days outside stand at the edge."""
        share = (day - self.first).days / ((self.last - self.first).days + 1)
        return max(0.0, min(share, 1.0)) * 100

    def bar(self, when: When) -> Bar:
        """The bar of a day, of a day known between bounds, or of a spell; empty where nothing is known."""
        days = _days(when)
        if days and max(days) < self.first and when.end is None:
            return (Part("before", 0.0, 0.0),)
        if days and min(days) > self.last and when.start is None:
            return (Part("after", 100.0, 100.0),)
        if when.start is None and when.end is None:
            return self._one(when.low, when.high)
        return self._spell(when.start or DayRange(when.low, when.low), when.end or DayRange(when.high, when.high))

    def _one(self, low: str | None, high: str | None) -> Bar:
        first, last = parsed(low), parsed(high)
        if first is None and last is None:
            return ()
        kind: Kind = "sure" if low == high else "maybe"
        if first is None or last is None:
            kind = "open"
        return (Part(kind, self.at(first) if first else 0.0, self._end(last) if last else OPEN_END),)

    def _spell(self, start: DayRange, end: DayRange) -> Bar:
        """Sure between the latest start and the earliest end, possible around it, open where an end is not known."""
        began, ended = parsed(start.high or start.low), parsed(end.low or end.high)
        if began is None and ended is None:
            return ()
        left, right = self.at(began) if began else 0.0, self._end(ended) if ended else OPEN_END
        parts = [Part("open" if began is None or ended is None else "sure", left, max(left, right))]
        earliest, latest = parsed(start.low), parsed(end.high)
        if earliest and self.at(earliest) < left:
            parts.insert(0, Part("maybe", self.at(earliest), left))
        if latest and self._end(latest) > right:
            parts.append(Part("maybe", right, self._end(latest)))
        return tuple(parts)

    def _end(self, day: date) -> float:
        """Percent of the width at which a day ends."""
        return min(100.0, self.at(day) + 100 / ((self.last - self.first).days + 1)) if day >= self.first else 0.0


def window(whens: Sequence[When | None], published: str | None) -> Window | None:
    """The days to show for these times around the report's day; None where no day is known."""
    days = sorted({day for when in whens if when for day in _days(when)})
    own = parsed(published)
    middle = own or (days[len(days) // 2] if days else None)
    if middle is None or not days:
        return None
    near = [day for day in days if abs((day - middle).days) <= NEAR_DAYS] or days
    shown = [*near, own] if own else near
    first, last = min(shown), max(shown)
    if (last - first).days < SHORTEST_DAYS:
        first = date.fromordinal(max(1, last.toordinal() - SHORTEST_DAYS))
    plain = Window(first, last, None)
    return Window(first, last, plain.at(own)) if own else plain


def _days(when: When) -> list[date]:
    ends = [when.low, when.high]
    for end in (when.start, when.end):
        ends += [end.low, end.high] if end else []
    return [day for day in map(parsed, ends) if day]


def parsed(iso: str | None) -> date | None:
    """The day, None for what is none (a foreign file may hold anything)."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
