"""How alike two mentions of happenings are: what both state the same, and what contradicts."""

from collections.abc import Collection
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from contested.coding.causes import parts
from contested.coding.items import Item, window
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.place import PlaceRef

SAME_PLACE_KM = 25.0
"""Two names for points nearer than this may be of one place: nothing for it, nothing against it."""
WIDE = frozenset({"country", "admin1", "region", "admin2"})
"""Precisions of areas: two happenings in one area need not be one."""


NEWS = timedelta(days=8)
"""How old what a report tells as news can be."""
ONE_PARTY_IN_A_FIGHT = 0.4
"""What one shared party says for two fights being one: less than enough; both parties are enough."""
_MUTUAL = "battle.clash"
"""The type in which both sides act, so that either may be told of as the actor."""
_AREA_SHARED = {"country": 0.0, "region": 0.0, "admin1": 0.3, "admin2": 0.4}
"""What the same area says for one happening: less than enough, since much happens in a province."""


def dated(item: Item) -> bool:
    """Whether the text gives the day (days that contradict were told apart before)."""
    return item.when is not None and item.when.time is not None


def alike(world: World, item: Item, other: Item) -> float | None:
    """None if the two contradict each other, else a count of what they share."""
    if _in_sequence(world, item, other) or _in_sequence(world, other, item):
        return None
    if _long_ago(world, item, other) or _long_ago(world, other, item):
        return None
    if other_cause(world, item.cause, other) or other_cause(world, other.cause, item):
        return None
    shared = 0.0
    for found in (
        _place_match(item.place, other.place),
        _who_match(world, item, other),
        _when_match(world, item, other),
    ):
        if found is None:
            return None
        shared += found
    return shared


def other_cause(world: World, cause: str | None, item: Item) -> bool:
    """Whether people who died of the cause did not die in that happening."""
    if cause is not None and item.cause is not None:
        return cause != item.cause
    return parts(cause, item.type, world.parsed.lemmas[item.order])


def _long_ago(world: World, item: Item, other: Item) -> bool:
    """Whether the item, told of later, is of a day long past, and the other is told as news, without a day."""
    if item.order < other.order or dated(other) or other.noun is not None:
        return False
    return long_past(world, item)


def long_past(world: World, item: Item) -> bool:
    """Whether the text gives the item a day that is no news any more."""
    published = world.report.published_at
    days = window(item.when, published) if published is not None and dated(item) else None
    return days is not None and published is not None and date.fromisoformat(published) - days[1] > NEWS


def _in_sequence(world: World, item: Item, other: Item) -> bool:
    """Whether one clause says that it came before or after the other ("two days after bombs killed ...")."""
    if item.sentence != other.sentence or "casualties" in (item.type, other.type):
        return False  # people hurt "after the blast" are the blast's
    inside = linked_in_time(world, item)
    return item.order in inside and other.order not in inside


def linked_in_time(world: World, item: Item) -> Collection[int]:
    """The tokens of the phrase with the item that "after" or the like links to the rest; none if nothing does."""
    parsed = world.parsed
    for token in (item.order, item.clause):
        if token is None:
            continue
        for verb in (token, *parsed.ancestors(token)):
            if _follows(world, verb):
                return parsed.subtree(verb)
    return ()


def _follows(world: World, token: int) -> bool:
    """Whether a word such as "after" links the clause or noun to what it came before or after."""
    parsed, sequence = world.parsed, yaml_data("lexicon/where.yml")["sequence"]
    marks = [parsed.lower(mark) for mark in parsed.children(token, "mark")]
    above = parsed.heads[token]
    linked = parsed.deps[token] in ("pobj", "pcomp") and parsed.lower(above) in sequence
    return linked or (parsed.deps[token] == "advcl" and any(mark in sequence for mark in marks))


def _place_match(a: PlaceRef | None, b: PlaceRef | None) -> float | None:
    if a is None or b is None:
        return 0
    if a.name.lower() == b.name.lower() or (a.geonames_id is not None and a.geonames_id == b.geonames_id):
        return _AREA_SHARED.get(a.precision, 2.0)
    if a.country and b.country and a.country != b.country:
        return None
    if a.precision in WIDE or b.precision in WIDE:
        wide = a if a.precision in WIDE else b
        narrow = b if wide is a else a
        return 0 if wide.precision == "country" or wide.admin1 in (None, narrow.admin1) else None
    if None in (a.lat, a.lon, b.lat, b.lon):
        return 0  # a name that is not on the map may be another name of the place
    return 0 if kilometres(a, b) <= SAME_PLACE_KM else None


def kilometres(a: PlaceRef, b: PlaceRef) -> float:
    """Great-circle distance in km (haversine, mean radius 6,371 km); infinite where a point is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    north, east = radians(b.lat - a.lat), radians(b.lon - a.lon)
    h = sin(north / 2) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(east / 2) ** 2
    return 2 * 6371 * asin(sqrt(h))


def _who_match(world: World, item: Item, other: Item) -> float | None:
    """What the same actors and targets say. In a war the same two fight in many places, so in fights it is little."""
    if item.type == other.type == _MUTUAL and item.targets and other.targets:
        return 2 * ONE_PARTY_IN_A_FIGHT if _crossed(world, item, other) else _sides_match(world, item, other)
    return _sides_match(world, item, other)


def _crossed(world: World, item: Item, other: Item) -> bool:
    """Whether each is told from the other side: "the army clashed with rebels", "rebels clashed with the army"."""
    return _set_match(world, item.actors, other.targets) == 1 and _set_match(world, item.targets, other.actors) == 1


def _sides_match(world: World, item: Item, other: Item) -> float | None:
    actors = _set_match(world, item.actors, other.actors)
    once = _one_victim(world, item, other)
    if actors is None and (once or item.disputed or other.disputed):
        actors = 0  # who killed him is what reports differ on
    targets = _set_match(world, item.targets, other.targets, loose=True)
    if actors is None or targets is None:
        return None
    weight = ONE_PARTY_IN_A_FIGHT if item.family in yaml_data("lexicon/families.yml")["fights"] else 1.0
    return weight * actors + (1.0 if once else weight) * targets


def _one_victim(world: World, item: Item, other: Item) -> bool:
    """Whether both kill or carry off one person who is named: that happens once."""
    words = yaml_data("lexicon/families.yml")["suffered_once"]
    both = {item.type, other.type} <= set(words)
    return both and any(world.entities[k].type == "person" for k in item.targets & other.targets & set(world.entities))


def _set_match(world: World, a: frozenset[str], b: frozenset[str], *, loose: bool = False) -> float | None:
    if not a or not b:
        return 0
    if a & b or _parties(world, a) & _parties(world, b):
        return 1
    if _sides(world, a) & _sides(world, b):
        return 0
    return 0 if loose and not (a & set(world.entities) and b & set(world.entities)) else None


def _parties(world: World, keys: frozenset[str]) -> set[str]:
    return {entity.party for key in keys if (entity := world.entities.get(key)) is not None and entity.party}


def _sides(world: World, keys: frozenset[str]) -> set[str]:
    """Sides say less than parties: two groups of one side are neither the same nor a contradiction."""
    return {entity.side for key in keys if (entity := world.entities.get(key)) is not None and entity.side}


def _when_match(world: World, item: Item, other: Item) -> float | None:
    mine, theirs = window(item.when, world.report.published_at), window(other.when, world.report.published_at)
    if mine is None or theirs is None:
        return 0
    if mine[0] > theirs[1] or theirs[0] > mine[1]:
        return None
    return 0.3 if dated(item) and dated(other) else 0
