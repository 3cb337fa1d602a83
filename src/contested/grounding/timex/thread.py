"""What a text's times hang on: the publication day, the last time named, the tense of the clause."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from contested.grounding.tense import Tense
from contested.grounding.timex.calendar import day_of, days_of, precision_of
from contested.model.grounding import TimePrecision, TimeType

FEWEST_YEARS = 4
YEARS_TO_DAYS = 1.5
"""A narrative names at least so many far years, and so many times as many as days seen from the present."""
Grain = Literal["day", "week", "month", "season", "year", "decade"]


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
    """The state of the reading of one text: changed by `follow` from time to time named."""

    published: date | None
    narrative: bool
    tense: Callable[[int], Tense | None]
    value: str | None = None
    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    quarter: str | None = None
    season: str | None = None
    years_here: list[int] = field(default_factory=list)

    def follow(self, meaning: Meaning) -> None:
        """Take up a time that was named: later ones may hang on it."""
        value = meaning.value or ""
        days = days_of(value)
        if not meaning.anchors or days is None:
            return
        self.value, self.year = value, days[0].year
        precision = precision_of(value)
        self.day = days[0] if days[0] == days[1] else None
        if precision in ("day", "month", "minute", "part_of_day"):
            self.month = (days[0].year, days[0].month)
        else:
            self.month = None
        if "-Q" in value:
            self.quarter = value

    @property
    def base(self) -> date | None:
        """The day that "now" means: the publication day; in a narrative there is none."""
        return None if self.narrative else self.published


def is_narrative(published: str | None, years: Iterable[int], near_words: int) -> bool:
    """Whether a text tells of the past by its own years: far years, and more than days seen from now.

    `years` are the years it names, `near_words` how often it says a weekday, today, yesterday, tomorrow.
    """
    day = day_of(published)
    far = [year for year in years if day is None or year < day.year - 1]
    return len(far) >= FEWEST_YEARS and len(far) > YEARS_TO_DAYS * near_words


def dated(type_: TimeType, value: str | None, *, anchors: bool = True) -> Meaning:
    """A meaning whose days and precision follow from its value."""
    days = days_of(value or "")
    low, high = days or (None, None)
    return Meaning(type_, value, low, high, precision_of(value or ""), anchors)
