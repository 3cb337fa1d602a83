"""What holds a place, by the words beside its name: "X, Texas", "X, in northern Mali", "the Malian town of X"."""

from collections.abc import Sequence
from itertools import takewhile

from contested.grounding.gazetteer import Place
from contested.grounding.nationalities import country_of
from contested.grounding.toponyms import Candidate, lexicon
from contested.model.parse import Parsed

FARTHEST = 8
"""Tokens between a name and what holds it ("X, the second-largest city in Y")."""
_FILLERS = frozenset(("ADJ", "ADV", "DET", "NUM", "NOUN"))


def find_containers(parsed: Parsed, found: Sequence[Candidate]) -> None:
    """Fill in `container` and `inside` where the words say which name holds which, and `land` where an adjective does.

    A name only holds another if one of its senses holds one of the other's: then the words decide between namesakes.
    """
    starts, ends = {c.first: c for c in found}, {c.last: c for c in found}
    for c in found:
        outer = _behind(parsed, c, starts) or _before(parsed, c, ends)
        if outer and outer.key != c.key and any(holds(large, small) for large in outer.senses for small in c.senses):
            c.container, outer.inside = outer, c
        elif code := _people_before(parsed, c):
            c.land = code


def held_by(mention: Candidate, place: Place) -> bool:
    """Whether the words beside this mention say that this place is meant."""
    if mention.container and any(holds(outer, place) for outer in mention.container.senses):
        return True
    return mention.land is not None and mention.land == place.country


def holds(outer: Place, inner: Place) -> bool:
    """Whether `outer` is the country, or the first-level area, of `inner`."""
    if outer.country != inner.country:
        return False
    if outer.feature == "PCLI":
        return inner.feature != "PCLI"
    return outer.feature == "ADM1" and inner.feature != "ADM1" and inner.admin1 == outer.admin1


def _behind(parsed: Parsed, c: Candidate, starts: dict[int, Candidate]) -> Candidate | None:
    """The name after a comma, a bracket or "in", with nothing between but words that tell where and what."""
    first, stop = c.last + 1, parsed.sentence_of(c.last).last
    if first >= stop or not (parsed.word(first) in (",", "(") or parsed.lower(first) == "in"):
        return None
    for i in range(first + 1, min(stop, first + FARTHEST)):
        if i in starts:
            return starts[i]
        if not _between(parsed, i):
            return None
    return None


def _between(parsed: Parsed, i: int) -> bool:
    """Whether a token may stand between a place and what holds it: "in", "the northern province of"."""
    word = parsed.lower(i)
    if word in ("in", "of", "-", "–"):
        return True
    if parsed.word(i) != word:
        return False
    return parsed.pos[i] in ("ADJ", "ADV", "DET", "NUM") or word in lexicon("directions") or word in lexicon("settled")


def _before(parsed: Parsed, c: Candidate, ends: dict[int, Candidate]) -> Candidate | None:
    """The name in "Y's X", "Y's northern city of X"; also without its apostrophe ("Ys X")."""
    i = _phrase_start(parsed, c) - 1
    floor = parsed.sentence_of(c.first).first
    if i >= floor and (bare := ends.get(i)) is not None and bare.owner:
        return bare
    if i > floor and parsed.lower(i) in ("'s", "’s", "'", "’"):
        return ends.get(i - 1)
    return None


def _people_before(parsed: Parsed, c: Candidate) -> str | None:
    """The country of the people in "the Lebanese city of X", None where there is none or it is of no one country."""
    i = _phrase_start(parsed, c) - 1
    if i < parsed.sentence_of(c.first).first or parsed.word(i) == parsed.lower(i):
        return None
    return country_of(parsed.word(i)) if i < c.first - 1 else None


def _phrase_start(parsed: Parsed, c: Candidate) -> int:
    """The first token of the lower-case words before a name that end in a kind of place ("northern port city of X")."""
    i, floor = c.first, parsed.sentence_of(c.first).first
    if i > floor and parsed.lower(i - 1) in ("of", ","):
        i -= 1
    if i == floor or parsed.lower(i - 1) not in lexicon("settled"):
        return i if i == c.first and i > floor and parsed.lower(i - 1) in ("'s", "’s") else c.first
    back = range(i - 2, max(floor, i - FARTHEST) - 1, -1)
    return i - 1 - sum(1 for _ in takewhile(lambda k: _filler(parsed, k), back))


def _filler(parsed: Parsed, i: int) -> bool:
    """A lower-case noun or adjective in front of the kind ("coastal", "market"), not what somebody did to the place."""
    if parsed.word(i) in ("-", "–"):
        return True
    plain = parsed.word(i) == parsed.lower(i) and parsed.pos[i] in _FILLERS
    return plain or (parsed.tags[i] == "VBN" and parsed.deps[i] == "amod")
