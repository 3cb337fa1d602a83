"""Groups out of likenesses: what is alike on average comes together, the most alike first."""

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


def average_groups(likeness: Mapping[Pair, float], *, least: float) -> list[list[int]]:
    """Groups of two and more whose average likeness to each other is at least `least`; pairs not given are 0.

    A thing alike to one member of a group only does not join it, so that no chain of neighbours becomes one group.
    Pairs are (lower, higher). The outcome does not depend on the order of the pairs.
    """
    sums: dict[int, dict[int, float]] = {}
    for (a, b), value in sorted(likeness.items()):
        sums.setdefault(a, {})[b] = value
        sums.setdefault(b, {})[a] = value
    members = {thing: [thing] for thing in sums}
    heap = [(-value, a, b, 1, 1) for (a, b), value in likeness.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if len(members.get(a, ())) == size_a and len(members.get(b, ())) == size_b:
            _merge(a, b, members, sums)
            for other, total in sums[a].items():
                _push(heap, a, other, total, members, least)
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _merge(a: int, b: int, members: dict[int, list[int]], sums: dict[int, dict[int, float]]) -> None:
    """Put b's group into a's. Sizes only grow, so a stale entry of the heap is told by them."""
    members[a] += members.pop(b)
    for other, total in sums.pop(b).items():
        del sums[other][b]
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total


def _push(
    heap: list[tuple[float, int, int, int, int]],
    a: int,
    b: int,
    total: float,
    members: Mapping[int, list[int]],
    least: float,
) -> None:
    average = total / (len(members[a]) * len(members[b]))
    if average >= least:
        low, high = min(a, b), max(a, b)
        heapq.heappush(heap, (-average, low, high, len(members[low]), len(members[high])))


def joined(pairs: Iterable[Pair]) -> list[list[int]]:
    """Groups of two and more that the pairs connect, directly or through others."""
    home: dict[int, int] = {}

    def find(thing: int) -> int:
        while (up := home.setdefault(thing, thing)) != thing:
            home[thing] = home[up]
            thing = up
        return thing

    for a, b in pairs:
        low, high = sorted((find(a), find(b)))
        home[high] = low
    groups: dict[int, list[int]] = {}
    for thing in sorted(home):
        groups.setdefault(find(thing), []).append(thing)
    return sorted(groups.values())
