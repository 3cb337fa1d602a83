"""Names that the text itself calls a town, a village, a district ..., whether or not the gazetteer knows them."""

from collections.abc import Iterator

from contested.grounding.nationalities import is_nationality
from contested.grounding.toponyms import is_name, lexicon, words
from contested.model.parse import Parsed, Sentence

MOST_WORDS = 4


def unplaced(parsed: Parsed, taken: set[int]) -> list[tuple[int, int]]:
    """Spans (code points) of names beside a word for a kind of place, tokens in `taken` left out.

    "the village of X", "the X neighbourhood", "X district": only kinds that name a settled place or its part, and only
    names that hold no word for a body.
    """
    spans = []
    for sentence in parsed.sentences:
        for first, last in _runs(parsed, sentence):
            tokens = range(first, last + 1)
            if taken.isdisjoint(tokens) and (
                _told_before(parsed, sentence, first) or _told_after(parsed, sentence, last)
            ):
                spans.append((parsed.starts[first], parsed.ends[last]))
    return spans


def _runs(parsed: Parsed, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words (hyphens and articles inside count), neither bodies nor peoples nor days."""
    i = sentence.first
    while i < sentence.last:
        if not _starts(parsed, sentence, i):
            i += 1
            continue
        last = i
        for k in range(i + 1, sentence.last):
            if is_name(parsed, k):
                last = k
            elif parsed.lower(k) not in lexicon("articles") and parsed.word(k) not in "-\u2019'":
                break
        if last - i < 2 * MOST_WORDS and _plain(parsed, i, last):
            yield i, last
        i = last + 1


def _starts(parsed: Parsed, sentence: Sentence, i: int) -> bool:
    """A name's first word; at the start of a sentence only a proper noun, since any word has a capital there."""
    if is_name(parsed, i):
        return i != sentence.first or parsed.pos[i] == "PROPN"
    return parsed.lower(i) in lexicon("articles") and i + 1 < sentence.last and parsed.word(i + 1) == "-"


def _plain(parsed: Parsed, first: int, last: int) -> bool:
    lower = [parsed.lower(i).rstrip(".") for i in range(first, last + 1)]
    if any(w in lexicon("bodies") or w in lexicon("titles") or w in words().never for w in lower):
        return False
    if first == last and (lower[0] in words().common or lower[0] in lexicon("directions")):
        return False
    return not any(is_nationality(parsed.word(i)) for i in range(first, last + 1))


def _told_before(parsed: Parsed, sentence: Sentence, first: int) -> bool:
    """ "village of X", "the town X"."""
    i = first - 1
    if i > sentence.first and parsed.lower(i) == "of":
        i -= 1
    return i >= sentence.first and parsed.lower(i) in lexicon("settled")


def _told_after(parsed: Parsed, sentence: Sentence, last: int) -> bool:
    """ "the X district"."""
    return last + 1 < sentence.last and parsed.lower(last + 1) in lexicon("settled_after")
