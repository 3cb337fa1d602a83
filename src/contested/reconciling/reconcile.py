"""Readings in, stories and events out: the one place that knows in which order reports are brought together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from contested.model.reading import Reading
from contested.model.reconciled import Bond, ClaimRef, Reconciled, SharedEvent, Story
from contested.reconciling.assemble import event_line
from contested.reconciling.copies import copy_groups
from contested.reconciling.denials import with_denials
from contested.reconciling.ids import stable_id
from contested.reconciling.incidents import incidents
from contested.reconciling.parties import Parties
from contested.reconciling.reports import Taken, taken
from contested.reconciling.spoken import spoken_of
from contested.reconciling.stories import Told, story_groups
from contested.reconciling.tolls import Rule
from contested.reconciling.units import Unit, units_of


def reconcile(readings: Iterable[Reading], rule: Rule = "default") -> Reconciled:
    """Stories, events and questions of the readings, by day and place in the text; their order does not matter."""
    reports = taken(readings)
    copies = copy_groups([report.reading.text for report in reports])
    stories = _stories(reports, copies)
    units = units_of(reports)
    first = {index: group[0] for group in copies for index in group}
    home = {name: number for number, story in enumerate(stories) for name in story.reports}
    story = [home[report.id] for report in reports]
    found = incidents(
        units,
        story=story,
        text=[first.get(index, index) for index in range(len(reports))],
    )
    parties = Parties(reports, first)
    clusters = with_denials(units, found.clusters, parties)
    spoken = spoken_of(reports, units, clusters, story)
    events = tuple(
        event_line(reports, [units[n] for n in cluster], spoken[number], parties, rule)
        for number, cluster in enumerate(clusters)
    )
    bonds = tuple(
        Bond(
            _ref(reports, units[bond.first]),
            _ref(reports, units[bond.second]),
            round(bond.why.score, 2),
            bond.why.reasons,
        )
        for bond in found.bonds
    )
    return Reconciled(_led(stories, events), events, bonds)


def _ref(reports: Sequence[Taken], unit: Unit) -> ClaimRef:
    return ClaimRef(reports[unit.report].id, unit.claims[0].id)


def _led(stories: Sequence[Story], events: Sequence[SharedEvent]) -> tuple[Story, ...]:
    """The stories with the event that most of their reports tell; of several the one with most claims."""
    told: dict[str, Counter[str]] = {}
    size = {event.id: len(event.claims) for event in events}
    for event in events:
        for report in event.reports:
            told.setdefault(report, Counter())[event.id] += 1
    found = []
    for story in stories:
        counts = Counter(event for report in story.reports for event in told.get(report, ()))
        lead = min(counts, key=lambda event: (-counts[event], -size[event], event), default=None)
        found.append(replace(story, lead_event=lead))
    return tuple(found)


def _stories(reports: Sequence[Taken], copies: Sequence[Sequence[int]]) -> tuple[Story, ...]:
    """Every report in one story, copies always in the same."""
    told = [Told(report.words, report.day) for report in reports]
    groups = _whole(story_groups(told), copies)
    grouped = {index for group in groups for index in group}
    found = groups + [[index] for index in range(len(reports)) if index not in grouped]
    return tuple(_story(reports, group, copies) for group in sorted(found))


def _whole(groups: Sequence[Sequence[int]], copies: Sequence[Sequence[int]]) -> list[list[int]]:
    """The groups with every copy moved to where the first one of its text is."""
    home = {index: n for n, group in enumerate(groups) for index in group}
    for n, text in enumerate(copies, len(groups)):
        home.update(dict.fromkeys(text, home.get(text[0], n)))
    found: dict[int, list[int]] = {}
    for index, n in sorted(home.items()):
        found.setdefault(n, []).append(index)
    return list(found.values())


def _story(reports: Sequence[Taken], group: Sequence[int], copies: Sequence[Sequence[int]]) -> Story:
    names = tuple(reports[index].id for index in group)
    own = tuple(tuple(reports[index].id for index in text) for text in copies if text[0] in group)
    return Story(stable_id("s", names[0]), names, own)
