"""The grounding of one report, in the order in which one part needs another."""

from contested.grounding.actors import ground_actors
from contested.grounding.attribution import find_sayings
from contested.grounding.figures import find_counts
from contested.grounding.places import find_places
from contested.grounding.times import find_times
from contested.model.grounding import Grounded
from contested.model.parse import Parsed
from contested.model.report import Report


def ground(report: Report, parsed: Parsed) -> Grounded:
    """Entities, mentions, times, sayings and counts of a parsed report."""
    entities, mentions = ground_actors(report, parsed, find_places(report, parsed))
    times = find_times(report, parsed)
    sayings = find_sayings(report, parsed, entities, mentions, times)
    counts = find_counts(report, parsed, entities, mentions, times)
    return Grounded(entities, mentions, times, sayings, counts)
