"""Names that stand in one list and share what they are: "Ohio, Utah and Wyoming" are states, no towns of Michigan."""

from collections import Counter
from collections.abc import Iterator, Sequence

from contested.grounding.gazetteer import Place
from contested.grounding.gazetteer.records import LOOSE
from contested.grounding.toponyms import Candidate
from contested.model.parse import Parsed

SHORTEST = 3
"""Names of the shortest list that tells what its members are."""
_KINDS = ("PCLI", "ADM1")


def find_peers(parsed: Parsed, found: Sequence[Candidate]) -> None:
    """Fill in `peers`: the kinds (countries, areas of one country) that most names of a mention's list can be."""
    for members in _lists(parsed, found):
        shared = Counter(kind for member in members for kind in _kinds(member))
        common = {kind for kind, count in shared.items() if count >= SHORTEST and 3 * count >= 2 * len(members)}
        for member in members:
            member.peers = frozenset(common & _kinds(member))


def is_peer(place: Place, mention: Candidate) -> bool:
    """Whether the place is of the kind that the mention's list shares."""
    return place.key != LOOSE and _kind(place) in mention.peers


def _lists(parsed: Parsed, found: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Runs of candidates with nothing but commas, "and", "or" and articles between them."""
    members: list[Candidate] = []
    for candidate in found:
        if members and not _continues(parsed, members[-1], candidate):
            yield from (members,) if len(members) >= SHORTEST else ()
            members = []
        members.append(candidate)
    yield from (members,) if len(members) >= SHORTEST else ()


def _continues(parsed: Parsed, one: Candidate, other: Candidate) -> bool:
    between = range(one.last + 1, other.first)
    if not 1 <= len(between) <= 3 or parsed.sentence_number(one.first) != parsed.sentence_number(other.first):
        return False
    words = [parsed.lower(i) for i in between]
    return words[0] in (",", "and", "or", "&", ";") and all(w in (",", "and", "or", "the") for w in words[1:])


def _kinds(candidate: Candidate) -> set[tuple[str, str]]:
    return {kind for place in candidate.senses if place.key != LOOSE and (kind := _kind(place))[0] in _KINDS}


def _kind(place: Place) -> tuple[str, str]:
    """What a place is: a country, or an area of which country."""
    return place.feature, "" if place.feature == "PCLI" else place.country or ""
