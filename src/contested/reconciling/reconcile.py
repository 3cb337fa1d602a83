"""Readings in, stories out: the one place that knows in which order reports are brought together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contested.model.reading import Reading
from contested.model.reconciled import Story
from contested.reconciling.copies import copy_groups
from contested.reconciling.ids import stable_id
from contested.reconciling.reports import Taken, taken
from contested.reconciling.stories import Told, story_groups


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What the readings give together."""

    stories: tuple[Story, ...] = ()


def reconcile(readings: Iterable[Reading]) -> Reconciled:
    """All stories of the readings, by day and id of their first report. The order of the readings does not matter."""
    reports = taken(readings)
    copies = copy_groups([report.reading.text for report in reports])
    return Reconciled(stories=_stories(reports, copies))


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
