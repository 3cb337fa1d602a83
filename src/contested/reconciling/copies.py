"""Reports that carry one text: re-run, cut, with another head, slightly edited.

Two texts are one if enough of the shorter stands in the longer and the first half of each has its part in that: an
agency's background paragraphs at the end of two stories make them no copies. Only pairs that share a sampled run of
words are looked at.
"""

from collections import defaultdict
from collections.abc import Sequence

from contested.reconciling.linkage import Pair, joined
from contested.reconciling.words import shingles

LEAST_SHARED = 0.38
"""Part of the shorter text that stands in the longer: copies cut to a third share .4 and more, different reports with
one background paragraph up to .56 (docs/reconciling.md), which is why the first half is asked as well."""
LEAST_OF_FRONT = 0.22
"""Part of each first half that stands in the other text: copies .25 and more, shared background below .03."""
FEWEST = 8
"""Runs that must be shared: fewer are a phrase, not a text."""
SAMPLED = 4
"""Every which run is looked up: a copied paragraph of 40 words holds about ten that are."""
CROWD = 24
"""A run that more texts hold is boilerplate or one text many times over: each is set beside the first ones only."""
BESIDE = 4


def copy_groups(texts: Sequence[str]) -> list[list[int]]:
    """Groups of indices of texts that are one text; a text with no copy is in none. Empty texts have no copies."""
    runs = [shingles(text) if text.strip() else [] for text in texts]
    sets = [frozenset(run) for run in runs]
    return joined(pair for pair in _candidates(runs) if _is_copy(pair, runs, sets))


def _candidates(runs: Sequence[Sequence[int]]) -> list[Pair]:
    holders: dict[int, list[int]] = defaultdict(list)
    for index, run in enumerate(runs):
        for shingle in set(run):
            if shingle % SAMPLED == 0 or len(run) < FEWEST:
                holders[shingle].append(index)
    pairs: set[Pair] = set()
    for texts in holders.values():
        for n, b in enumerate(texts):
            others = texts[:n] if len(texts) <= CROWD else [*texts[: min(n, BESIDE)], *texts[max(0, n - 1) : n]]
            pairs.update((a, b) for a in others)
    return sorted(pairs)


def _is_copy(pair: Pair, runs: Sequence[Sequence[int]], sets: Sequence[frozenset[int]]) -> bool:
    a, b = pair
    if runs[a] == runs[b]:
        return True
    shared = len(sets[a] & sets[b])
    if shared < FEWEST or shared < LEAST_SHARED * min(len(sets[a]), len(sets[b])):
        return False
    return _front(runs[a], sets[b]) >= LEAST_OF_FRONT and _front(runs[b], sets[a]) >= LEAST_OF_FRONT


def _front(run: Sequence[int], other: frozenset[int]) -> float:
    """How much of the first half stands in the other text."""
    half = run[: max(1, len(run) // 2)]
    return sum(shingle in other for shingle in half) / len(half)
