"""Names that the text itself calls a town, a village, a square ..., whether or not the gazetteer knows them."""

from collections.abc import Iterator

from contested.grounding.gazetteer.folding import fold
from contested.grounding.nationalities import is_nationality
from contested.grounding.toponyms import is_name, lexicon, words
from contested.model.parse import Parsed, Sentence

MOST_WORDS = 4


def unplaced(parsed: Parsed, taken: set[int]) -> list[tuple[int, int]]:
    """Spans (code points) of names beside a word for a kind of place, tokens in `taken` left out.

    "the village of X", "the X neighbourhood", "X district": kinds that name a settled place or its part, and names that
    hold no word for a body. "at X Square", "near the X crossing": a site where a preposition puts something.
    """
    spans = []
    for sentence in parsed.sentences:
        for first, last in _runs(parsed, sentence):
            if not taken.isdisjoint(range(first, last + 1)):
                continue
            told = _told_before(parsed, sentence, first) or _told_after(parsed, sentence, last)
            if told and _plain(parsed, first, last):
                spans.append((parsed.starts[first], parsed.ends[last]))
            elif (end := _site_end(parsed, sentence, first, last)) and _put_there(parsed, sentence, first):
                spans.append((parsed.starts[first], parsed.ends[end]))
    return spans


def _runs(parsed: Parsed, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words (hyphens and articles inside count)."""
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
        if last - i < 2 * MOST_WORDS:
            yield i, last
        i = last + 1


def _starts(parsed: Parsed, sentence: Sentence, i: int) -> bool:
    """A name's first word; at the start of a sentence only a proper noun, since any word has a capital there."""
    if is_name(parsed, i):
        return i != sentence.first or parsed.pos[i] == "PROPN"
    return parsed.lower(i) in lexicon("articles") and i + 1 < sentence.last and parsed.word(i + 1) == "-"


def _plain(parsed: Parsed, first: int, last: int) -> bool:
    """Whether the name is no body's, no people's and no day's."""
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


def _site_end(parsed: Parsed, sentence: Sentence, first: int, last: int) -> int | None:
    """The token that calls the name a site: its last ("X Square") or the one after it ("X square"); None without one.

    A people's name makes none ("the Syrian desert"), nor does a house that stands for a government ("Capitol Hill").
    """
    inside = last > first and parsed.lower(last) in lexicon("sites")
    end = last if inside else last + 1
    if end >= sentence.last or parsed.lower(end) not in lexicon("sites"):
        return None
    name = [parsed.word(i) for i in range(first, end)]
    told = fold(parsed.text[parsed.starts[first] : parsed.ends[end]]) in words().phrases
    return None if told or all(is_nationality(word) for word in name) else end


def _put_there(parsed: Parsed, sentence: Sentence, first: int) -> bool:
    """Whether a preposition of place stands before the name, with nothing between but "the" and a word or two."""
    for i in range(first - 1, max(sentence.first - 1, first - 4), -1):
        if parsed.lower(i) in lexicon("site_before"):
            return True
        if parsed.pos[i] not in ("DET", "ADJ"):
            return False
    return False
