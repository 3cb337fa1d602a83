"""The grounding of one report, in the order in which one part needs another."""

from contested.grounding.actors import ground_actors
from contested.grounding.attribution import find_attributions
from contested.grounding.figures import find_counts
from contested.grounding.learned_mentions import with_learned
from contested.grounding.places import find_places
from contested.grounding.times import find_times
from contested.model.grounding import Grounded
from contested.model.learned import Learned
from contested.model.parse import Parsed
from contested.model.report import Report

NOTHING = Learned()


def ground(report: Report, parsed: Parsed, learned: Learned = NOTHING) -> Grounded:
    """Entities, mentions, times, sayings and counts of a parsed report; `learned` is what the encoder found in it."""
    entities, mentions = ground_actors(report, parsed, find_places(report, parsed))
    entities, mentions = with_learned(parsed.text, entities, mentions, learned)
    times = find_times(report, parsed)
    sayings, others = find_attributions(report, parsed, entities, mentions, times, learned.attributions)
    counts = find_counts(report, parsed, entities, mentions, times)
    return Grounded(entities, mentions, times, sayings, counts, others)
