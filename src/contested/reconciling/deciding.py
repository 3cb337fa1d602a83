"""Decisions of people over what was reconciled: two happenings are one, or are not.

A decision joins events, or splits one along the bonds that made it: a happening goes with those it is bonded to most
strongly, as long as no decision stands between them. The newest decision counts where two contradict each other.
Without decisions everything is as it was made.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from contested.model.reading import Reading
from contested.model.reconciled import Bond, ClaimRef, Decision, Reconciled, SharedEvent, Story
from contested.reconciling.assemble import event_line
from contested.reconciling.parties import Parties
from contested.reconciling.reports import Taken, taken
from contested.reconciling.spoken import spoken_of
from contested.reconciling.tolls import Rule
from contested.reconciling.units import Unit, units_of


@dataclass(frozen=True, slots=True)
class _Link:
    """Two happenings (indices of units) with what binds them or keeps them apart."""

    first: int
    second: int
    score: float


def decided(readings: Iterable[Reading], found: Reconciled, decisions: Sequence[Decision], rule: Rule) -> Reconciled:
    """`found`, which was made of the readings by the rule, with the decisions in force; `unmet` names the others."""
    reports = taken(readings)
    units = units_of(reports)
    home = {ClaimRef(reports[unit.report].id, claim.id): n for n, unit in enumerate(units) for claim in unit.claims}
    groups, unmet = _ruled(len(units), home, decisions)
    base = _clusters(found, home)
    links = [_Link(home[bond.first], home[bond.second], bond.score) for bond in found.bonds]
    clusters = _settled(base, sorted(links, key=lambda one: (-one.score, one.first, one.second)), groups)
    events = _lines(reports, units, clusters, found.stories, rule)
    where = {n: number for number, cluster in enumerate(clusters) for n in cluster}
    bonds = [bond for bond in found.bonds if where[home[bond.first]] == where[home[bond.second]]]
    void = {number for number, _ in unmet}
    bonds += [_bond(one) for one in decisions if one.verdict == "same" and one.number not in void]
    return Reconciled(_led(found.stories, events), events, tuple(bonds), tuple(unmet))


def _bond(decision: Decision) -> Bond:
    return Bond(decision.first, decision.second, 0.0, ((f"decision {decision.number}", 0.0),))


class _Groups:
    """Growing groups of units that never hold two which a decision keeps apart."""

    def __init__(self, count: int) -> None:
        self.home = list(range(count))
        self.members = {n: [n] for n in range(count)}
        self.apart: list[tuple[int, int]] = []
        self.touched: set[int] = set()

    def join(self, first: int, second: int) -> bool:
        """Whether the two are in one group afterwards."""
        a, b = sorted((self.home[first], self.home[second]))
        if a == b:
            return True
        if any({self.home[x], self.home[y]} == {a, b} for x, y in self.apart):
            return False
        for n in self.members[b]:
            self.home[n] = a
        self.members[a] += self.members.pop(b)
        return True

    def part(self, first: int, second: int) -> bool:
        """Keep the two apart from now on; whether that can be."""
        if self.home[first] == self.home[second]:
            return False
        self.apart.append((first, second))
        return True


def _ruled(
    count: int, home: Mapping[ClaimRef, int], decisions: Sequence[Decision]
) -> tuple[_Groups, list[tuple[int, str]]]:
    """Groups as the decisions alone make them, the newest first, and the decisions that cannot be followed."""
    groups, unmet = _Groups(count), []
    for one in sorted(decisions, key=lambda one: -one.number):
        lost = [ref for ref in (one.first, one.second) if ref not in home]
        if lost:
            unmet.append((one.number, _lost(lost[0])))
            continue
        a, b = home[one.first], home[one.second]
        follow = groups.join if one.verdict == "same" else groups.part
        if follow(a, b):
            groups.touched |= {a, b}
        elif a == b:
            unmet.append((one.number, "the report itself tells the two as one happening"))
        else:
            unmet.append((one.number, "a newer decision says otherwise"))
    return groups, sorted(unmet)


def _lost(ref: ClaimRef) -> str:
    if ref.claim == "?":
        return f"{ref.report} no longer has the claim"
    return f"{ref.report}:{ref.claim} tells of no happening itself: decide on a claim that does"


def _clusters(found: Reconciled, home: Mapping[ClaimRef, int]) -> list[list[int]]:
    """The units of each event; a claim that only speaks of an event is in none."""
    return [sorted({home[ref] for ref in event.claims if ref in home}) for event in found.events]


def _settled(base: Sequence[Sequence[int]], links: Sequence[_Link], groups: _Groups) -> list[list[int]]:
    """The clusters with those that a decision touches put together anew, by the strongest links first."""
    touched = {n for cluster in base if groups.touched & set(cluster) for n in cluster}
    for cluster in base:
        if cluster[0] not in touched:
            for n in cluster[1:]:
                groups.join(cluster[0], n)
    for link in links:
        if link.first in touched:
            groups.join(link.first, link.second)
    return sorted(sorted(group) for group in groups.members.values())


def _lines(
    reports: Sequence[Taken], units: Sequence[Unit], clusters: Sequence[Sequence[int]], stories: Sequence[Story],
    rule: Rule,
) -> tuple[SharedEvent, ...]:  # fmt: skip
    index = {report.id: n for n, report in enumerate(reports)}
    texts = [group for story in stories for group in story.copies]
    parties = Parties(reports, {index[name]: index[group[0]] for group in texts for name in group})
    home = {name: number for number, story in enumerate(stories) for name in story.reports}
    spoken = spoken_of(reports, units, clusters, [home[report.id] for report in reports])
    return tuple(
        event_line(reports, [units[n] for n in cluster], spoken[number], parties, rule)
        for number, cluster in enumerate(clusters)
    )


def _led(stories: Sequence[Story], events: Sequence[SharedEvent]) -> tuple[Story, ...]:
    """The stories with the event that most of their reports tell; of several the one with most claims."""
    told: dict[str, list[SharedEvent]] = {}
    for event in events:
        for report in event.reports:
            told.setdefault(report, []).append(event)
    found = []
    for story in stories:
        own = [event for report in story.reports for event in told.get(report, ())]
        size, counts = {event.id: len(event.claims) for event in own}, Counter(event.id for event in own)
        found.append(replace(story, lead_event=min(counts, key=lambda e: (-counts[e], -size[e], e), default=None)))
    return tuple(found)
