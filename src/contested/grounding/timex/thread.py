"""What a text's times hang on: the publication day, the last time named, the tense of the clause."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from contested.grounding.tense import Tense
from contested.grounding.timex.calendar import days_of, precision_of
from contested.grounding.timex.words import times
from contested.model.grounding import TimePrecision, TimeType

_YEAR = re.compile(r"(?<![\d,.$-])(?:1[0-9]|20)\d\d(?![\d,])")
_NAME = re.compile(r"[A-Z][a-z]+|today|yesterday|tomorrow")
FEWEST_YEARS, FEWEST_MONTHS = 5, 30
FAR_TO_NEAR = 8
"""A narrative names so many far years, or one and so many months, and so many times as many as days seen from now."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a time expression means: the fields of Time but id and place.

    `anchors` is False for what later times must not hang on (a reference, a duration, a month of the past year).
    """

    type: TimeType
    value: str | None
    low: date | None = None
    high: date | None = None
    precision: TimePrecision | None = None
    anchors: bool = False


@dataclass(slots=True)
class Thread:
    """The state of the reading of one text: changed by `follow` from time to time named.

    `center` is the middle year of a text that tells history (`middle_of_story`), None in news.
    """

    published: date | None
    center: int | None
    tense: Callable[[int], Tense | None]
    value: str | None = None
    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    quarter: str | None = None
    named_here: bool = False

    def follow(self, meaning: Meaning) -> None:
        """Take up a time that was named: later ones may hang on it."""
        value = meaning.value or ""
        days = days_of(value)
        if not meaning.anchors or days is None:
            return
        year = int(value[:4]) if value[:4].isdigit() else days[0].year
        if self.center is not None and abs(year - self.center) > NEAR_CENTER:
            return
        self.value, self.year, self.named_here = value, year, True
        precision = precision_of(value)
        self.day = days[0] if days[0] == days[1] else None
        if precision in ("day", "month", "minute", "part_of_day"):
            self.month = (days[0].year, days[0].month)
        elif self.month and self.month[0] != year:
            self.month = None

    @property
    def narrative(self) -> bool:
        """Whether days and months hang on the years named before and not on the publication day."""
        return self.center is not None

    @property
    def base(self) -> date | None:
        """The day that "now" means: the publication day."""
        return self.published


NEAR_CENTER = 12
"""Years so far from the middle one of a narrative are asides: the story does not go on from them."""


def middle_of_story(published: date | None, pieces: Sequence[str]) -> int | None:
    """The middle year of a text that tells of the past by its own years; None for a text that hangs on its own day.

    Such a text names far years (before the year ahead of its own), and many more of them than days seen from now.
    """
    years = sorted(int(year) for piece in pieces for year in _YEAR.findall(piece))
    far = [year for year in years if published is None or year < published.year - 1]
    said = Counter(word for piece in pieces for word in _NAME.findall(piece))
    data = times()
    near = sum(said[word.capitalize()] + said[word] for group in ("weekdays", "named") for word in data[group])
    months = sum(said[word.capitalize()] for word in data["words"]["months_full"])
    by_years = len(far) >= FEWEST_YEARS and len(far) > FAR_TO_NEAR * near
    by_months = len(far) >= 1 and months >= FEWEST_MONTHS and months > FAR_TO_NEAR * near
    return years[len(years) // 2] if by_years or by_months else None


def dated(type_: TimeType, value: str | None, *, anchors: bool = True) -> Meaning:
    """A meaning whose days and precision follow from its value."""
    days = days_of(value or "")
    low, high = days or (None, None)
    return Meaning(type_, value, low, high, precision_of(value or ""), anchors)
