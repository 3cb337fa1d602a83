"""Which paragraphs of a text stand in another version of it (a marked body, another program's extract)."""

import re
from collections import Counter

from contested.acquire.lines import Paragraph

_WORD = re.compile(r"\w+")
LONG = 6
"""Words of the longest line that is compared whole; longer ones are compared by their runs of four words."""


def shingles(text: str, n: int = 4) -> Counter[tuple[str, ...]]:
    """Bag of the runs of n words; a text shorter than that is one run."""
    words = _WORD.findall(text)
    return Counter(zip(*(words[i:] for i in range(n)), strict=False)) if len(words) > n else Counter([tuple(words)])


def stands_in(paras: list[Paragraph], body: str) -> list[bool]:
    """For each paragraph whether it stands in the body: by half its runs of four words, a short one by being a line.

    Short lines count only near or between the first and the last long one of the body (a menu says "World" too).
    """
    grams, lines = set(shingles(body)), {line.strip("-•* ") for line in body.splitlines()}
    inside = []
    for p in paras:
        mine = list(shingles(p.text).elements()) if p.words > LONG else []
        inside.append(bool(mine) and sum(gram in grams for gram in mine) >= len(mine) / 2)
    if True not in inside:
        return inside
    first, last = inside.index(True) - 4, len(inside) - inside[::-1].index(True) + 4
    for i in range(max(first, 0), min(last, len(paras))):
        inside[i] = inside[i] or (paras[i].words <= LONG and paras[i].text in lines)
    return inside
