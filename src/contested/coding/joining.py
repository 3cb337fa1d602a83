"""Events that count the same people are one: a total told again, and its victims told of one by one after it."""

from collections.abc import Collection, Iterator, Sequence

from contested.coding.items import family, harmful, violent
from contested.coding.likeness import alike
from contested.coding.merging import LEADS, Cluster, placed_elsewhere
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Figure

SAME_COUNT = 3
"""The least exact count that tells a happening apart: two dead are told of on every page, five wounded are not."""
LEAD = 2
"""Sentences by which the dead may stand before the act that killed them."""
FAR = 12
"""Sentences over which a report goes through the victims of one happening."""
_HARM = ("killed", "wounded", "casualties")
Tolls = dict[int, list[Claim]]
Counted = tuple[Cluster, list[Claim]]


def joined(world: World, found: Sequence[Cluster], tolls: Tolls) -> tuple[list[Cluster], Tolls]:
    """The clusters, in text order, less those whose counts say that they were told of before; `tolls` to match."""
    kept: list[Counted] = []
    told = sorted(((_first(cluster), number) for number, cluster in enumerate(found)))
    for _, number in told:
        cluster, mine = found[number], tolls.get(number, [])
        home = _home(world, cluster, mine, kept)
        if home is None:
            kept.append((cluster, list(mine)))
        else:
            home[0].items.extend(cluster.items)
            home[1].extend(mine)
    kept = _folded(world, kept)
    return [cluster for cluster, _ in kept], {number: claims for number, (_, claims) in enumerate(kept) if claims}


def _first(cluster: Cluster) -> int:
    return min(item.sentence for item in cluster.items)


def _folded(world: World, kept: list[Counted]) -> list[Counted]:
    """People in hospital, or found dead, of whom nothing else is told belong to the act that the report is about.

    It is about one if it tells of one only, or of one twice as often as of any other; as in merging.py.
    """
    alone = [one for one in kept if all(item.type == "casualties" for item in one[0].items)]
    told = [one for one in kept if one not in alone and not all(item.answering for item in one[0].items)]
    acts = [one for one in told if any(violent(item.type) for item in one[0].items)]
    acts.sort(key=lambda one: -len(one[0].items))
    if not acts or (len(acts) > 1 and len(acts[0][0].items) < LEADS * len(acts[1][0].items)):
        return kept
    cluster, counts = acts[0]
    gone = [
        one
        for one in alone
        if _can_join(one[0]) and not _apart(world, one[0], cluster) and not placed_elsewhere(world, one[0], cluster)
    ]
    for one in gone:
        cluster.items.extend(one[0].items)
        counts.extend(one[1])
    return [one for one in kept if one not in gone]


def _home(world: World, cluster: Cluster, mine: Sequence[Claim], kept: Sequence[Counted]) -> Counted | None:
    """The latest happening told of before that counts the same people, if nothing tells the two apart."""
    if not mine or not _can_join(cluster):
        return None
    for other, theirs in reversed(kept):
        counted = _alike_in_kind(cluster, other) and _of_the_same(cluster, mine, other, theirs)
        if _can_join(other) and (counted or _dead(world, mine) & _dead(world, theirs)):
            return None if _apart(world, cluster, other) else (other, theirs)
    return None


def _dead(world: World, claims: Sequence[Claim]) -> set[str]:
    """The people with a name who are counted as killed: each dies once."""
    killed = (c for c in claims if c.figure is not None and c.figure.measure == "killed" and c.polarity == "+")
    named = (ref.entity for claim in killed for ref in claim.roles.get("target", ()))
    return {key for key in named if key is not None and world.entities[key].type == "person"}


def _can_join(cluster: Cluster) -> bool:
    return all(harmful(item.type) for item in cluster.items) and not any(item.fresh for item in cluster.items)


def _alike_in_kind(cluster: Cluster, other: Cluster) -> bool:
    """Whether one family tells of both, or one says no more than that people were attacked or came to harm."""
    mine, theirs = ({item.type for item in one.items} for one in (cluster, other))
    vague = set(yaml_data("lexicon/families.yml")["vague_types"])
    return bool({family(t) for t in mine} & {family(t) for t in theirs}) or mine <= vague or theirs <= vague


def _apart(world: World, cluster: Cluster, other: Cluster) -> bool:
    return any(alike(world, item, told) is None for item in cluster.items for told in other.items)


def _of_the_same(cluster: Cluster, mine: Sequence[Claim], other: Cluster, theirs: Sequence[Claim]) -> bool:
    again = set(_totals(mine)) & set(_totals(theirs))
    if any(count >= SAME_COUNT for _, count in again):
        return True
    near = _first(cluster) - max(item.sentence for item in other.items) <= FAR
    return near and _all_parts(mine, theirs)


def _harms(claims: Sequence[Claim]) -> Iterator[Figure]:
    """The counts of dead and wounded."""
    return (c.figure for c in claims if c.figure is not None and c.figure.measure in _HARM)


def _totals(claims: Sequence[Claim]) -> Iterator[tuple[str, int]]:
    """The measures and values of exact counts that are no part of another."""
    for figure in _harms(claims):
        if figure.group is None and isinstance(figure.low, int) and figure.low == figure.high:
            yield figure.measure, figure.low


def _all_parts(mine: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """Whether all that is counted in one are single victims, or other parts, of what the other counts."""
    known = {f.low for f in _harms(theirs) if f.group is None}
    most = max((count for _, count in _totals(theirs)), default=1)
    parts = [f for f in _harms(mine) if f.low is not None or f.high is not None]
    return (
        most > 1
        and bool(parts)
        and all((f.group is not None and (f.low or 0) <= most) or _again(f, known) for f in parts)
    )


def _again(figure: Figure, known: Collection[int | float | None]) -> bool:
    """Whether it counts two or more as a count told before does."""
    return isinstance(figure.low, int) and figure.low > 1 and figure.low in known
