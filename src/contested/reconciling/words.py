"""The words of a text as reports are compared by: cut to stems, names and numbers told, in the order of the text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from zlib import crc32

from contested.lexicon import yaml_data

_WORD = re.compile(r"[^\W_][\w'’-]*")
_BARE = re.compile(r"\w+")
SHINGLE = 4
"""Words in a run by which texts are compared: measured 3 and 4 alike, 5 loses where numbers were spelled out."""


@cache
def _empty() -> frozenset[str]:
    """Words that say nothing of what a text is about."""
    return frozenset(yaml_data("lexicon/empty_words.yml")["words"])


def stem(word: str) -> str:
    """The word in small letters without its possessive or plural s."""
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def terms(text: str) -> dict[str, bool]:
    """The distinct words and neighbouring pairs of words of the text; True for those mostly written as names."""
    named: dict[str, int] = {}
    for term, is_name in _in_order(text):
        named[term] = named.get(term, 0) + (1 if is_name else -1)
    return {term: score > 0 for term, score in named.items()}


def _in_order(text: str) -> Iterator[tuple[str, bool]]:
    empty = _empty()
    before: tuple[str, bool] | None = None
    for found in _WORD.finditer(text):
        word = found.group()
        term = stem(word)
        if len(term) < 2 or term in empty:
            before = None
            continue
        here = (term, word[0].isupper())
        yield here
        if before is not None:
            yield f"{before[0]} {term}", before[1] and here[1]
        before = here


def shingles(text: str) -> Sequence[int]:
    """Numbers that stand for each run of four words, in the order of the text; of a shorter text one number."""
    words = _BARE.findall(text.lower())
    last = max(1, len(words) - SHINGLE + 1)
    return [crc32(" ".join(words[i : i + SHINGLE]).encode("utf-8", "surrogatepass")) for i in range(last)]
