"""Incidents: the units of many reports that tell one happening.

Units are compared only if they share a block: a type group together with a place's name, a map cell, or, inside one
story, a figure or a telling word. Nothing is joined because it is unknown; a count without place and day goes to the
one incident its report or story tells of, and stays alone where there are several.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from contested.reconciling.knowledge import words
from contested.reconciling.linkage import Pair
from contested.reconciling.places import OTHER_PLACE, place_words, same_place
from contested.reconciling.rarity import weighted
from contested.reconciling.same import JOINED, Likeness, likeness
from contested.reconciling.units import Unit, is_bare_type

CROWD = 60
"""A block with more units is cut to those of neighbouring days (with places) or not used (with words)."""
TELLING = 12
MOST_TOLD = 3
"""A report that tells of more harm than this tells of more than one incident: what it does not place stays alone."""
LATEST = 31
"""Days after a happening within which a report that gives no day may still mean it."""
CELL = 0.25
"""Degrees of a map cell, about 25 km."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two units that were joined, and what spoke for it."""

    first: int
    second: int
    why: Likeness


@dataclass(slots=True)
class Incidents:
    """Clusters of units (indices), each in order, and the bonds that made them."""

    clusters: list[list[int]] = field(default_factory=list)
    bonds: list[Bond] = field(default_factory=list)


def incidents(units: Sequence[Unit], story: Sequence[int], text: Sequence[int]) -> Incidents:
    """All incidents. `story` and `text` give for each report its story and, for copies, the report they copy."""
    weights = weighted([unit.words for unit in units])
    found = _Clusters(units)
    compared = []
    for a, b in _candidates(units, weights, story):
        why = likeness(
            units[a],
            units[b],
            (weights[a], weights[b]),
            story=story[units[a].report] == story[units[b].report],
            copies=units[a].report != units[b].report and text[units[a].report] == text[units[b].report],
        )
        if why.score >= JOINED:
            compared.append(Bond(a, b, why))
    for bond in sorted(compared, key=lambda bond: (-bond.why.score, bond.first, bond.second)):
        found.join(bond)
    _take_in(units, story, found)
    return Incidents(found.groups(), found.bonds)


class _Clusters:
    """Growing clusters that never hold two places or two days that exclude each other."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.home = list(range(len(units)))
        self.members = {n: [n] for n in range(len(units))}
        self.bonds: list[Bond] = []

    def join(self, bond: Bond) -> None:
        a, b = self.home[bond.first], self.home[bond.second]
        if a == b:
            self.bonds.append(bond)
        elif self._fit(self.members[a], self.members[b]):
            low, high = min(a, b), max(a, b)
            for n in self.members[high]:
                self.home[n] = low
            self.members[low] += self.members.pop(high)
            self.bonds.append(bond)

    def _fit(self, first: Sequence[int], second: Sequence[int]) -> bool:
        """Whether no two units of the two clusters exclude each other; a few of each stand for large ones."""
        few, others = _placed(self.units, first)[:8], _placed(self.units, second)[:8]
        if _count_otherwise(self.units, few, others):
            return False
        return not any(_exclude(self.units[a], self.units[b]) for a in few for b in others)

    def groups(self) -> list[list[int]]:
        return sorted(sorted(group) for group in self.members.values())


def _placed(units: Sequence[Unit], members: Sequence[int]) -> list[int]:
    return sorted(members, key=lambda n: (units[n].place is None, not units[n].days.known, n))


def _exclude(first: Unit, second: Unit) -> bool:
    """Two places, or two days of one report, or of two reports more than a day apart."""
    if first.place is not None and second.place is not None and same_place(first.place, second.place) == OTHER_PLACE:
        one, two = place_words(first.place.name), place_words(second.place.name)
        if not (one <= set(second.words) or two <= set(first.words)):
            return True
    if _stale(first, second) or _stale(second, first):
        return True
    slack = 0 if first.report == second.report else 1
    lows = [unit.days.low for unit in (first, second) if unit.days.low is not None]
    highs = [unit.days.high for unit in (first, second) if unit.days.high is not None]
    return bool(lows and highs) and max(lows) - min(highs) > slack


def _stale(first: Unit, second: Unit) -> bool:
    """Whether the first is of a known day and the second, of an unknown one, is told months before or after."""
    if second.days.low is not None or not first.days.known or second.reported is None:
        return False
    return not -1 <= second.reported - (first.days.low or 0) <= LATEST


def _candidates(units: Sequence[Unit], weights: Sequence[Mapping[str, float]], story: Sequence[int]) -> list[Pair]:
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, unit in enumerate(units):
        for key in _keys(unit, weights[n], story[unit.report]):
            blocks[key].append(n)
    pairs: set[Pair] = set()
    for block in blocks.values():
        near = combinations(block, 2) if len(block) <= CROWD else _neighbours(units, block)
        pairs.update(pair for pair in near if _comparable(units[pair[0]], units[pair[1]]))
    return sorted(pairs)


def _comparable(first: Unit, second: Unit) -> bool:
    if first.report == second.report and first.event is not None and second.event is not None:
        # the reading has told the two apart, unless one is only "the attack" without a place of its own
        return any(unit.place is None and unit.days.known and is_bare_type(unit.type) for unit in (first, second))
    return bool(first.groups & second.groups)


def _keys(unit: Unit, weight: Mapping[str, float], story: int) -> Iterator[tuple[object, ...]]:
    for group in unit.groups:
        if unit.place is not None:
            yield group, "name", place_words(unit.place.name)
            for word in place_words(unit.place.name):
                yield group, "story place", story, word
            yield from _cells(group, unit)
        if unit.days.known:
            yield group, "day", story, unit.days.low
        for figure in unit.figures:
            yield group, "figure", story, figure
        for word in sorted(weight, key=lambda word: (-weight[word], word))[:TELLING]:
            yield group, "word", story, word


def _cells(group: str, unit: Unit) -> Iterator[tuple[object, ...]]:
    """The map cell and the one next to it on each side."""
    place = unit.place
    if place is None or place.lat is None or place.lon is None:
        return
    row, column = int(place.lat // CELL), int(place.lon // CELL)
    for r in (row, row + 1):
        for c in (column, column + 1):
            yield group, "cell", r, c


def _neighbours(units: Sequence[Unit], block: Sequence[int]) -> Iterator[Pair]:
    """In a crowded block each unit with the next ones by day."""
    ordered = sorted(block, key=lambda n: (units[n].days.low or units[n].days.high or 0, n))
    for position, n in enumerate(ordered):
        for other in ordered[position + 1 : position + 1 + CROWD // 4]:
            yield min(n, other), max(n, other)


# --- what has neither place nor day


def _take_in(units: Sequence[Unit], story: Sequence[int], found: _Clusters) -> None:
    """Bring what tells of harm without a place to the one incident of its report, else of its story."""
    by_report: dict[int, list[int]] = defaultdict(list)
    by_story: dict[int, list[int]] = defaultdict(list)
    for n, unit in enumerate(units):
        if "harm" in unit.groups and _is_of_now(unit):
            by_report[unit.report].append(n)
            by_story[story[unit.report]].append(n)
    busy = {report for report, members in by_report.items() if len(members) > MOST_TOLD}
    for scope, name in ((by_report, "the only one of the report"), (by_story, "the only one of the story")):
        for members in scope.values():
            _gather(units, [n for n in members if units[n].report not in busy], name, found)
    _singular(units, story, found)


def _is_of_now(unit: Unit) -> bool:
    """Whether it happened, and is not told without a place as what came before."""
    real = any(claim.modality in ("actual", "ongoing") for claim in unit.claims)
    return real and (unit.place is not None or not unit.earlier)


def _singular(units: Sequence[Unit], story: Sequence[int], found: _Clusters) -> None:
    """Join what reports of one story tell of a rare thing without place and day."""
    rare: dict[tuple[int, str], list[int]] = defaultdict(list)
    for n, unit in enumerate(units):
        kind = unit.type.split(".")[0]
        if unit.bare and {unit.type, kind} & words("singular"):
            rare[story[unit.report], kind].append(n)
    for members in rare.values():
        for n in members[1:]:
            found.join(Bond(members[0], n, Likeness(JOINED, (("the only thing of its kind in the story", JOINED),))))


def _gather(units: Sequence[Unit], members: Sequence[int], name: str, found: _Clusters) -> None:
    """Join what is loose among the members to the one incident that is not, or, where all is loose, together."""
    homes = sorted({found.home[n] for n in members})
    loose = [home for home in homes if all(_is_loose(units[n]) for n in found.members[home])]
    fixed = [home for home in homes if home not in loose]
    if len(fixed) > 1 or not loose:
        return
    target = fixed[0] if fixed else loose[0]
    if all((event := units[n].event) is not None and event.status == "denied" for n in found.members[target]):
        return
    for home in loose:
        if home != target and not _count_otherwise(units, found.members[target], found.members[home]):
            low, high = min(home, target), max(home, target)
            found.join(Bond(low, high, Likeness(JOINED, ((name, JOINED),))))
            target = found.home[target]


def _count_otherwise(units: Sequence[Unit], first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether one report gives the two different totals of one measure: it tells of two happenings."""
    totals = [
        {(units[n].report, measure): number for n in members for measure, number in sorted(units[n].totals)}
        for members in (first, second)
    ]
    return any(totals[1].get(key, number) != number for key, number in totals[0].items())


def _is_loose(unit: Unit) -> bool:
    rare = {unit.type, unit.type.split(".")[0]} & words("singular")
    return unit.place is None and not rare and all(claim.polarity == "+" for claim in unit.claims)
