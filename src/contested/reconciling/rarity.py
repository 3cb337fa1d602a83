"""How much it says that two reports share a word: much for a rare word, nothing for one that most reports hold.

Rarity is counted in the reports at hand, on top of an imagined background of reports whose words are as frequent as in
English at large (data/lexicon/word_rates.tsv); the background keeps two reports alone from being alike in "police".
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from contested.lexicon import data_bytes

BACKGROUND = 200
"""Reports in the background. On news clusters of 40 to 772 reports 200 and 500 did alike, 5000 worse."""
UNSEEN = 100
"""Of how many background reports a word of one report only is imagined to turn up in another, so that it counts against
likeness; with the reports at hand growing this fades, as they show by themselves what is shared."""
ALONE = 0.6
"""The least that a word of one report only counts against likeness, in batches of up to about 50."""
COMMON = 0.1
"""A word in more of the reports says nothing."""
NAME = 1.5
"""A name says half as much again as another word of the same rarity (1, 1.5 and 2 were tried)."""
_LENGTH = 200
_RARE, _NUMBER, _PAIR = 3e-4, 2e-3, 0.1


@cache
def _rates() -> dict[str, int]:
    """Uses per million words of English, of stems used at least ten times."""
    rows = data_bytes("lexicon/word_rates.tsv").decode("utf-8").splitlines()
    return {word: int(rate) for word, rate in (row.split("\t") for row in rows)}


@cache
def share(term: str) -> float:
    """The part of background reports (200 words each) that hold the term."""
    first, _, second = term.partition(" ")
    if second:
        return min(share(first), share(second)) * _PAIR
    rate = _rates().get(term)
    if rate is None:
        return _NUMBER if term[0].isdigit() else _RARE
    return max(_RARE, 1 - math.exp(-_LENGTH * rate / 1e6))


def weighted(terms: Sequence[Mapping[str, bool]]) -> list[dict[str, float]]:
    """For each report its terms that another holds too, weighted so that products of two reports' weights add up to
    their likeness (0 to 1)."""
    held = Counter(term for own in terms for term in own)
    weight = {term: _weight(term, count, len(terms)) for term, count in held.items()}
    background = BACKGROUND / (len(terms) + BACKGROUND)
    return [_normed(own, held, weight, background) for own in terms]


def _weight(term: str, count: int, reports: int) -> float:
    part = (count - 1 + BACKGROUND * share(term)) / (reports - 1 + BACKGROUND)
    return -math.log(part) if part <= COMMON else 0.0


def _normed(
    own: Mapping[str, bool], held: Mapping[str, int], weight: Mapping[str, float], background: float
) -> dict[str, float]:
    """One report's terms over their length; `background` is the part that the imagined reports have of all."""
    shared: dict[str, float] = {}
    squares = 0.0
    for term in sorted(own):
        value = weight[term] * (NAME if own[term] else 1.0)
        if not value:
            continue
        if held[term] > 1:
            shared[term] = value
            squares += value * value
        else:
            expected = min(1.0, background * UNSEEN * share(term))
            squares += max(expected, ALONE * background**8) * value * value
    norm = math.sqrt(squares) or 1.0
    return {term: value / norm for term, value in shared.items()}
