"""Which counts of an incident stand against each other, and the range they give.

Counts of another scope (a subset, a running total, taken back, replaced by a later one of the same voice) are kept as
claims and left out of the incident's toll. Nothing is ever added up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from contested.model.claim import Claim, Figure
from contested.model.reconciled import Number, Range
from contested.reconciling.knowledge import words
from contested.reconciling.party import Party
from contested.reconciling.victims import Side, apart
from contested.reconciling.words import stem

Rule = Literal["default", "ucdp", "conservative"]
RULES: tuple[Rule, ...] = ("default", "ucdp", "conservative")
MOST_OF_SPAN = 1.5
"""A span wider than this ("dozens": 24 to 99) is a word of quantity; "between 40 and 45" is a count."""
_NARROW = frozenset({"children", "women", "aid_workers", "journalists"})
_UNSAID = frozenset({"retracts", "denies", "rejects", "doubts", "predicts", "threatens", "hopes", "demands", "intends"})


@dataclass(frozen=True, slots=True)
class Voiced:
    """A claim with the report it stands in (by index), whose voice it is, and the report's day ("" if unknown)."""

    report: int
    claim: Claim
    party: Party | None
    day: str = ""
    victims: Side | None = None
    """Whose losses a count counts, None where that is not told."""

    @property
    def figure(self) -> Figure:
        """The count; ValueError where the claim has none."""
        if self.claim.figure is None:
            raise ValueError(f"claim {self.claim.id} counts nothing")
        return self.claim.figure


@dataclass(frozen=True, slots=True)
class Toll:
    """The counts of one measure: those that stand, and those of another scope or no longer held."""

    current: tuple[Voiced, ...]
    others: tuple[Voiced, ...]


def toll(claims: Sequence[Voiced], measure: str) -> Toll:
    """The counts of the measure among the claims, told apart by whether they count the whole incident as it stands."""
    counts = [one for one in claims if one.claim.figure is not None and one.figure.measure == measure]
    counts = [one for one in counts if bounds(one) is not None and one.claim.stance not in _UNSAID]
    sums = [one for one in counts if _is_sum_of_sides(one, counts)]
    whole = [one for one in counts if one not in sums and _counts_all(one, counts, sums)]
    whole = [one for one in whole if not _is_part(one, whole)]
    standing = [one for one in whole if not _is_replaced(one, whole)]
    exact = [one for one in standing if _is_count(one.figure)]
    current = exact or standing
    return Toll(tuple(current), tuple(one for one in counts if one not in current))


def _is_count(figure: Figure) -> bool:
    """Whether it is a number and not a word of quantity such as "dozens"."""
    if not isinstance(figure.value, str) or figure.approx:
        return True
    return figure.low is not None and figure.high is not None and figure.high <= MOST_OF_SPAN * figure.low


def is_whole(figure: Figure) -> bool:
    """Whether the figure counts all of an incident: no subset, no running total."""
    return figure.group is None and figure.part_of is None and not figure.cumulative and figure.flow != "cumulative"


def _counts_all(one: Voiced, counts: Sequence[Voiced], sums: Sequence[Voiced]) -> bool:
    """Whether the count is no subset of another: also the one victim of a report that gives no total beside him."""
    if is_whole(one.figure):
        return True
    if one.figure.part_of is not None or one.figure.cumulative or one.figure.flow == "cumulative":
        return False
    if any(_holds(total, one) for total in sums):
        return True
    beside = [other for other in counts if other.report == one.report and other is not one]
    return one.figure.low == one.figure.high == 1 and not beside


def _is_sum_of_sides(one: Voiced, counts: Sequence[Voiced]) -> bool:
    """Whether the count adds the losses of two sides ("four of his men and nine soldiers")."""
    parts = [other.victims for other in counts if _holds(one, other)]
    return any(apart(a, b) for a, b in combinations(parts, 2))


def _holds(one: Voiced, other: Voiced) -> bool:
    """Whether the other is a group named within the words of the one."""
    inside = one.claim.start <= other.claim.start and other.claim.end <= one.claim.end
    return inside and one.report == other.report and other.figure.group is not None and one.figure.group is None


def bounds(one: Voiced) -> tuple[Number, Number] | None:
    """The lowest and highest number said; an open end is the other one. None where there is no number."""
    low, high = one.figure.low, one.figure.high
    if low is None and high is None:
        return None
    first = low if low is not None else high
    second = high if high is not None else low
    return (first or 0, second or 0)


def _is_part(one: Voiced, whole: Sequence[Voiced]) -> bool:
    """Children, women, prisoners or the like beside a larger count that is not of them alone."""
    own, kind = bounds(one), _narrow_kind(one)
    if kind is None or own is None:
        return False
    return any(_narrow_kind(other) != kind and (bounds(other) or (0, 0))[0] > own[1] for other in whole)


def _narrow_kind(one: Voiced) -> str | None:
    """What makes those counted a part of all: their category, or that they are prisoners or the like."""
    if one.figure.category in _NARROW:
        return one.figure.category
    found = {stem(word) for word in (one.figure.of.text.split() if one.figure.of is not None else ())}
    return min(found & words("held_people"), default=None)


def _is_replaced(one: Voiced, whole: Sequence[Voiced]) -> bool:
    """Whether the same party counts again in a later report, or corrects itself."""
    if one.party is None:
        return any(other.party is not None for other in whole)
    same = [other for other in whole if other.party is not None and other.party.name == one.party.name]
    if any(other.day > one.day for other in same):
        return True
    corrected = [other for other in same if other.claim.stance == "corrects" and other.claim.id != one.claim.id]
    return bool(corrected) and one.claim.stance != "corrects"


def range_of(current: Sequence[Voiced], rule: Rule = "default") -> Range | None:
    """The range of the counts that stand, None where there are none or where they are of two sides' losses.

    low and high are the lowest and highest number of any voice. best by `default` is the latest third party's count,
    else the number on which all agree; by `conservative` the lowest; by `ucdp` a third party's, else the lowest on
    which a party to the quarrel and its adversary do not both have an interest, that is the lowest.
    """
    spans = [span for one in current if (span := bounds(one)) is not None]
    if not spans or any(apart(a.victims, b.victims) for a, b in combinations(current, 2)):
        return None
    low, high = min(span[0] for span in spans), max(span[1] for span in spans)
    return Range(low, _best(current, low, rule), high)


def _best(current: Sequence[Voiced], low: Number, rule: Rule) -> Number | None:
    if rule == "conservative":
        return low
    neutral = [one for one in current if one.party is not None and not one.party.fights]
    if neutral:
        last = max(one.day for one in neutral)
        latest = {point(one) for one in neutral if one.day == last}
        if len(latest) == 1:
            return latest.pop()
    points = {point(one) for one in current}
    if len(points) == 1:
        return points.pop()
    return low if rule == "ucdp" else None


def point(one: Voiced) -> Number | None:
    """The one number of a count: the exact one, else its bound; None for a real span."""
    low, high = one.figure.low, one.figure.high
    if low is not None and high is not None and low != high:
        return one.figure.value if isinstance(one.figure.value, int | float) else None
    return low if low is not None else high
