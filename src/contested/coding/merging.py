"""Mentions of one happening become one event, within one report.

Two mentions are one happening if their types belong to one family, nothing that both state is different (place, days,
who, whom), and something that both state is the same, or the later one is a definite description ("the attack").
Headlines, captions and headings never add an event where the body has one that fits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from contested.coding.items import Item, violent, window
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.place import PlaceRef

SAME_PLACE_KM = 25.0
"""Two points nearer than this may be one place of a report (the benches allow 25 km)."""
ENOUGH = 0.5
"""What two mentions must share to be one happening: a place, a party or a definite description; a day alone is less."""
NEAR = 8
"""Sentences over which "the attack" still means the attack told of before."""
_WIDE = frozenset({"country", "admin1", "region", "admin2"})


@dataclass(slots=True)
class Cluster:
    """The items of one event, in text order."""

    items: list[Item] = field(default_factory=list)

    @property
    def first(self) -> int:
        return min(item.order for item in self.items)


def clusters(world: World, items: Sequence[Item]) -> list[Cluster]:
    """Items grouped into happenings. Items that are not real and of no plan make none."""
    found: list[Cluster] = []
    body = [item for item in items if not item.quiet and _eventful(item)]
    for item in [*body, *(item for item in items if item.quiet and _eventful(item))]:
        home = _home(world, item, found)
        if home is not None:
            home.items.append(item)
        elif item.claims:
            found.append(Cluster([item]))
    return sorted(found, key=lambda cluster: cluster.first)


def _eventful(item: Item) -> bool:
    """A threat, demand, wish or metaphor makes no event; planned talks do, denied and alleged happenings do."""
    if item.family in ("conference",) or (item.type or "").startswith("talks."):
        return True
    disputed = any(claim.stance in ("denies", "accuses", "rejects") for claim in item.claims)
    return item.real or (disputed and all(c.modality in ("actual", "ongoing") for c in item.claims))


def _home(world: World, item: Item, found: Iterable[Cluster]) -> Cluster | None:
    """The cluster that the item belongs to: the one with most in common, the latest of equals."""
    best, best_score = None, 0.0
    for cluster in found:
        score = _score(world, item, cluster)
        if score >= best_score and score >= ENOUGH:
            best, best_score = cluster, score
    return best


def _score(world: World, item: Item, cluster: Cluster) -> float:
    """How much speaks for one happening; 0 if something speaks against it or nothing for it."""
    if not _same_family(item, cluster):
        return 0
    scores = [_alike(world, item, other) for other in cluster.items]
    if any(score is None for score in scores):
        return 0
    common = max(score for score in scores if score is not None)
    if common < ENOUGH and _told_again(item, cluster):
        return ENOUGH + common
    if common < ENOUGH and (item.definite or item.quiet or not item.claims):
        near = item.quiet or item.sentence - max(other.sentence for other in cluster.items) <= NEAR
        kin = any(other.family == item.family for other in cluster.items)
        return common + (0.6 if kin else ENOUGH) if near else 0
    return common


def _told_again(item: Item, cluster: Cluster) -> bool:
    """Whether the same noun comes again, shortly after or on the same day, with no place of its own ("the blasts")."""
    if item.noun is None or (item.place is not None and item.place.precision not in _WIDE):
        return False
    for other in cluster.items:
        if other.noun == item.noun and (_dated(item) or 0 <= item.sentence - other.sentence <= NEAR):
            return not _dated(item) or _dated(other)
    return False


def _dated(item: Item) -> bool:
    """Whether the text gives the day (days that contradict were told apart before)."""
    return item.when is not None and item.when.time is not None


def _same_family(item: Item, cluster: Cluster) -> bool:
    families = {other.family for other in cluster.items}
    if item.family in families:
        return True
    if item.type is None and item.family == "unknown":
        return "territory" in families
    violent_cluster = all(violent(other.type) for other in cluster.items)
    return item.generic and item.definite and violent_cluster


def _alike(world: World, item: Item, other: Item) -> float | None:
    """None if the two contradict each other, else a count of what they share."""
    if _in_sequence(world, item, other) or _in_sequence(world, other, item):
        return None
    shared = 0.0
    for found in (
        _place_match(item.place, other.place),
        _set_match(world, item.actors, other.actors),
        _set_match(world, item.targets, other.targets, loose=True),
        _when_match(world, item, other),
    ):
        if found is None:
            return None
        shared += found
    return shared


def _in_sequence(world: World, item: Item, other: Item) -> bool:
    """Whether one clause says that it came before or after the other ("two days after bombs killed ...")."""
    parsed, verb = world.parsed, item.clause
    if verb is None or parsed.deps[verb] != "advcl" or item.sentence != other.sentence:
        return False
    sequence = yaml_data("lexicon/where.yml")["sequence"]
    linked = any(parsed.lower(mark) in sequence for mark in parsed.children(verb, "mark", "advmod"))
    return linked and other.order in parsed.subtree(parsed.heads[verb]) and other.order not in parsed.subtree(verb)


def _place_match(a: PlaceRef | None, b: PlaceRef | None) -> float | None:
    if a is None or b is None:
        return 0
    if a.name.lower() == b.name.lower() or (a.geonames_id is not None and a.geonames_id == b.geonames_id):
        return 2
    if a.country and b.country and a.country != b.country:
        return None
    if a.precision in _WIDE or b.precision in _WIDE:
        wide = a if a.precision in _WIDE else b
        narrow = b if wide is a else a
        return 0 if wide.precision == "country" or wide.admin1 in (None, narrow.admin1) else None
    if None in (a.lat, a.lon, b.lat, b.lon):
        return None
    return 1 if kilometres(a, b) <= SAME_PLACE_KM else None


def kilometres(a: PlaceRef, b: PlaceRef) -> float:
    """Great-circle distance in km (haversine, mean radius 6,371 km); infinite where a point is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    north, east = radians(b.lat - a.lat), radians(b.lon - a.lon)
    h = sin(north / 2) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(east / 2) ** 2
    return 2 * 6371 * asin(sqrt(h))


def _set_match(world: World, a: frozenset[str], b: frozenset[str], *, loose: bool = False) -> float | None:
    if not a or not b:
        return 0
    if a & b or _parties(world, a) & _parties(world, b):
        return 1
    return 0 if loose and not (a & set(world.entities) and b & set(world.entities)) else None


def _parties(world: World, keys: frozenset[str]) -> set[str]:
    return {side for key in keys if (side := world.side(key)) is not None}


def _when_match(world: World, item: Item, other: Item) -> float | None:
    mine, theirs = window(item.when, world.report.published_at), window(other.when, world.report.published_at)
    if mine is None or theirs is None:
        return 0
    if mine[0] > theirs[1] or theirs[0] > mine[1]:
        return None
    return 0.3 if _dated(item) and _dated(other) else 0
