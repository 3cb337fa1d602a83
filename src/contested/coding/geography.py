"""Claims of kind geography: where a place lies ("10 km from the border", "a town in the north of Chad").

The words are in data/lexicon/geography.yml.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from contested.coding import arguments
from contested.coding.clauses import trimmed
from contested.coding.draft import Draft
from contested.coding.located import (
    FILE,
    Located,
    is_side,
    is_wide,
    landmark,
    located,
    place_of_token,
    place_ref,
    span_of,
    words,
)
from contested.coding.saying import Said, Voices
from contested.coding.world import QUIET_BLOCKS, World
from contested.lexicon import yaml_data
from contested.model.claim import Ref, Relation
from contested.model.text import Span

LONGEST = 160
"""Code points of the longest such claim: more is no longer about where a place lies."""
_QUIET_BLOCKS = QUIET_BLOCKS | {"dateline"}
_ASSERTING = frozenset({"asserts", "confirms", "concedes", "explains"})
_AHEAD = 9
"""Tokens within which the landmark of a distance follows."""
_Found = tuple[Span, Relation]
_Finder = Callable[[World, int], _Found | None]


def geography(world: World, voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs in text order, each a relation between a place and what it is told by."""
    parsed, finders = world.parsed, _finders()
    for token in range(len(parsed.starts)):
        finder = finders.get(parsed.lower(token))
        if finder is None or world.block_kind(token) in _QUIET_BLOCKS:
            continue
        found = finder(world, token)
        if found is None or found[0].end - found[0].start > LONGEST:
            continue
        for said in voices.over(parsed.starts[token]):
            told = said if said.stance in _ASSERTING else replace(said, stance="asserts")
            yield Draft("geography", found[0], f"geography:{found[1].predicate}", relation=found[1]), told


@cache
def _finders() -> dict[str, _Finder]:
    """What looks for a relation, by the word (lower case) that it looks from."""
    table = yaml_data(FILE)
    kinds: tuple[tuple[_Finder, list[str]], ...] = (
        (_distance, table["units_km"]),
        (_direction, table["directions"]),
        (_near, [*table["near"], "far"]),
        (_borders, table["bordering"]),
        (_on, table["on"]),
        (_within, ["in"]),
        (_behind_comma, table["areas_after"]),
        (_of, ["of"]),
        (_inhabited, table["inhabited"]),
    )
    return {word: finder for finder, found in kinds for word in found}


def _told(
    world: World, place: Located | None, predicate: str, target: Ref | None, km: float | None = None
) -> _Found | None:
    """The relation, if both places are known and are two."""
    if place is None or target is None or place.ref.start == target.start:
        return None
    if _are_one(world, place, target):
        return None
    return trimmed(world.text, span_of(place, target)), Relation(predicate, place.ref, target, km)


def _are_one(world: World, place: Located, target: Ref) -> bool:
    """Whether both are one place, as far as the text or the map tells."""
    if place.ref.entity is not None and place.ref.entity == target.entity:
        return True
    places = {m.place.geonames_id for m in world.places_in(Span(target.start, target.end)) if m.place}
    inner = place_of_token(world, place.token)
    return inner is not None and inner.geonames_id is not None and inner.geonames_id in places


def _point(world: World, first: int) -> Located | None:
    """The place before the phrase, if it is small enough to be near something."""
    place = located(world, first)
    return place if place is not None and not is_wide(world, place.token) else None


def _distance(world: World, unit: int) -> _Found | None:
    """ "10 km from X", "some 300 miles (480 km) southwest of X"."""
    parsed = world.parsed
    amount = _number(parsed.lower(unit - 1)) if unit else None
    preposition = _from(world, unit)
    if amount is None or preposition is None:
        return None
    target = landmark(world, preposition)
    km = round(amount * yaml_data(FILE)["units_km"][parsed.lower(unit)], 1)
    return _told(world, _point(world, unit - 1), "distance", target[1], km) if target is not None else None


def _number(word: str) -> float | None:
    digits, counted = word.replace(",", ""), yaml_data("lexicon/numbers.yml")
    if digits.replace(".", "", 1).isdigit():
        return float(digits)
    number = {**counted["units"], **counted["teens"], **counted["tens"]}.get(word)
    return float(number) if number is not None else None


def _from(world: World, unit: int) -> int | None:
    """The "from", or the "of" behind a direction, that follows a distance; what stands in brackets is passed over."""
    parsed, depth, turned = world.parsed, 0, False
    for token in range(unit + 1, min(parsed.sentence_of(unit).last, unit + 1 + _AHEAD)):
        word = parsed.lower(token)
        depth += (word == "(") - (word == ")")
        if depth > 0 or word == ")" or word in words("between"):
            continue
        if word in words("directions"):
            turned = True
        elif word == "from" or (word == "of" and turned):
            return token
        else:
            return None
    return None


def _direction(world: World, token: int) -> _Found | None:
    """ "12 farms west of X", "the town lies to the north of X"."""
    parsed = world.parsed
    of = token + 1
    if of >= len(parsed.starts) or parsed.lower(of) != "of":
        return None
    name, start = parsed.lower(token).replace("-", ""), token
    if parsed.lower(token - 1) == "-" and parsed.lower(token - 2) in words("directions"):
        name, start = parsed.lower(token - 2) + name, token - 2
    first = start - 2 if parsed.lower(start - 1) == "the" and parsed.lower(start - 2) in ("to", "in") else start
    target, place = landmark(world, of), _point(world, first)
    if target is None:
        return None
    wide = is_wide(world, target[0]) or parsed.lower(first) == "in"
    return _told(world, place, "in" if wide else f"{name}_of", target[1])


def _near(world: World, token: int) -> _Found | None:
    """ "near the border", "close to the road", "not far from X"."""
    parsed = world.parsed
    links = yaml_data(FILE)["near"].get(parsed.lower(token))
    after = parsed.lower(token + 1) if token + 1 < len(parsed.starts) else ""
    if links is None and not (after == "from" and parsed.lower(token - 1) == "not"):
        return None
    if links and after not in links:
        return None
    preposition = token + 1 if links or links is None else token
    target = landmark(world, preposition)
    return (
        _told(world, _point(world, token) or _of_box(world, token), "near", target[1]) if target is not None else None
    )


def _borders(world: World, verb: int) -> _Found | None:
    """ "The province, which borders X", "a village bordering X"."""
    parsed = world.parsed
    target = parsed.child(verb, "dobj")
    who = arguments.subject(parsed, verb) if parsed.pos[verb] == "VERB" else None
    if target is None or who is None or world.place_mention(target) is None:
        return None
    other, pronoun = place_ref(world, target), parsed.child(verb, "nsubj")
    if parsed.deps[verb] == "relcl" and pronoun is not None:
        return _told(world, located(world, pronoun), "near", other)
    ref = place_ref(world, who)
    return _told(world, Located(ref, who, ref.start), "near", other) if ref is not None else None


def _of_box(world: World, token: int) -> Located | None:
    """The place that a list of facts is about by the heading above it ("Near the border with Chad")."""
    parsed, blocks = world.parsed, world.report.blocks
    sentence = parsed.sentence_of(token)
    opens = not any(parsed.word(t)[:1].isalnum() for t in range(sentence.first, token))
    if blocks[sentence.block].kind != "box" or not opens:
        return None
    number = sentence.block
    while number > 0 and blocks[number].kind == "box":
        number -= 1
    heading = blocks[number]
    named = world.places_in(Span(heading.start, heading.end)) if heading.kind == "heading" else []
    head = parsed.head_of(named[0].start, named[0].end) if len(named) == 1 else None
    ref = place_ref(world, head) if head is not None else None
    return Located(ref, head, parsed.starts[token]) if ref is not None and head is not None else None


def _on(world: World, token: int) -> _Found | None:
    """ "lies on the route", "X on the Nile"."""
    target, place = landmark(world, token), _point(world, token)
    if target is None or place is None:
        return None
    if not place.verbal and world.parsed.lemmas[target[0]] not in words("waters"):
        return None
    return _told(world, place, "on", target[1])


def _within(world: World, token: int) -> _Found | None:
    """ "X in the province of Y", "X, a town in northern Y": Y is an area or country, and X no country."""
    parsed = world.parsed
    target, place = landmark(world, token), _point(world, token)
    if target is None or place is None or not _can_hold(world, place, target[0]):
        return None
    if parsed.deps[place.token] == "pobj" and parsed.lower(parsed.heads[place.token]) == "to":
        return None
    return _told(world, place, "in", target[1])


def _behind_comma(world: World, noun: int) -> _Found | None:
    """ "X, Y province": X is in Y, where the two are no members of a list."""
    parsed = world.parsed
    if parsed.joined(noun) or parsed.deps[noun] == "conj":
        return None
    mention = world.place_mention(noun) or world.place_mention(noun - 1)
    if mention is None:
        return None
    span = Span(mention.start, max(mention.end, parsed.ends[noun]))
    first = parsed.tokens_in(span.start, span.end)[0]
    place = _point(world, first) if parsed.lower(first - 1) == "," else None
    if place is None or parsed.joined(place.token) or not _can_hold(world, place, first):
        return None
    return _told(world, place, "in", Ref(world.text[span.start : span.end], span.start, span.end, mention.entity))


def _can_hold(world: World, place: Located, target: int) -> bool:
    """Whether the target is an area that the place can lie in, as far as both are known."""
    inner, outer = place_of_token(world, place.token), place_of_token(world, target)
    area = world.parsed.lemmas[target] in words("areas") or is_side(world, target)
    if not area and (outer is None or outer.precision not in ("admin1", "admin2", "country", "region")):
        return False
    if inner is None or outer is None:
        return True
    if inner.country and outer.country and inner.country != outer.country:
        return False
    return not (outer.precision == "admin1" and inner.admin1 and outer.admin1 and inner.admin1 != outer.admin1)


def _of(world: World, token: int) -> _Found | None:
    """ "the Lebanese town of X", "X, a suburb of Y", "X on the outskirts of Y"."""
    parsed = world.parsed
    noun, target = parsed.heads[token], parsed.child(token, "pobj")
    if target is None or noun != token - 1 or parsed.lower(noun) not in words("parts"):
        return None
    return _of_nation(world, noun, target) or _part_of(world, noun, token)


def _of_nation(world: World, noun: int, named: int) -> _Found | None:
    """X of "the Lebanese town of X" is in the country of the adjective."""
    parsed = world.parsed
    for word in parsed.children(noun, "amod", "poss"):
        mention, place = world.mention(word), place_ref(world, named)
        of_place = mention is not None and parsed.deps[word] == "poss" and mention.type == "place"
        if mention is None or place is None or not (mention.type == "nationality" or of_place):
            continue
        if parsed.joined(named) or place.entity == mention.entity:
            return None
        whose = Ref(world.text[mention.start : mention.end], mention.start, mention.end, mention.entity)
        return Span(world.noun_phrase(noun).start, place.end), Relation("in", place, whose)
    return None


def _part_of(world: World, noun: int, of: int) -> _Found | None:
    """X of "X, a suburb of Y" and "X district of Y" is in Y, on its outskirts it is near Y."""
    parsed = world.parsed
    target = landmark(world, of)
    if target is None:
        return None
    before = [t for t in parsed.children(noun) if t < noun]
    first = min([noun, *(parsed.subtree(t)[0] for t in before)])
    if parsed.lower(first - 1) in ("on", "in", "at"):
        if parsed.lower(noun) not in words("beside"):
            return None
        return _told(world, _point(world, first - 1), "near", target[1])
    if parsed.deps[noun] in ("appos", "attr") and not _is_called(world, noun):
        return _told(world, _point(world, first), "in", target[1])
    return _compound(world, noun, target)


def _is_called(world: World, noun: int) -> bool:
    """Whether "of" only gives the name: "the town of Bor"."""
    parsed = world.parsed
    return parsed.lower(noun) in words("named_by_of") and any(
        parsed.lower(d) == "the" for d in parsed.children(noun, "det")
    )


def _compound(world: World, noun: int, target: tuple[int, Ref]) -> _Found | None:
    """ "Zahra district of Homs" is in Homs, so is "the Homs suburb of Waer"; nothing where it may be either."""
    parsed = world.parsed
    named = [t for t in parsed.children(noun, "compound", "nmod") if world.place_mention(t) is not None]
    ref = place_ref(world, named[0]) if len(named) == 1 else None
    if ref is None:
        return None
    start = world.noun_phrase(noun).start
    around = place_of_token(world, named[0])
    if around is not None and around.precision in ("line", "region"):
        return None
    first, second = Located(ref, named[0], start), place_ref(world, target[0])
    if parsed.lower(noun) in words("settlements"):
        return _told(world, Located(second, target[0], start), "in", ref) if second is not None else None
    return _told(world, first, "in", target[1]) if _is_finer(world, named[0], target[0]) else None


def _is_finer(world: World, inner: int, outer: int) -> bool:
    """Whether the map has the second place as the larger one; a place that it does not know counts as small."""
    ranks = ("unknown", "site", "near", "town", "admin2", "admin1", "region", "country")
    small, large = place_of_token(world, inner), place_of_token(world, outer)
    if large is None or large.precision not in ranks:
        return False
    return small is None or (small.precision in ranks and ranks.index(small.precision) < ranks.index(large.precision))


def _inhabited(world: World, token: int) -> _Found | None:
    """ "a district inhabited by Alawites", "the valley is home to Druze"."""
    parsed = world.parsed
    link = yaml_data(FILE)["inhabited"][parsed.lower(token)]
    prep = next((c for c in parsed.children(token, "agent", "prep") if parsed.lower(c) == link), None)
    people = parsed.child(prep, "pobj") if prep is not None else None
    if people is None or not _are_people(world, people):
        return None
    ref = world.ref(people)
    return _told(world, _home(world, token), "inhabited_by", ref)


def _are_people(world: World, token: int) -> bool:
    """Whether a people or faith is named, or people are: no "home to a refinery"."""
    mention = world.mention(token)
    if mention is not None and mention.type in ("nationality", "population"):
        return True
    return world.is_class(token, "civilian") or (mention is None and world.parsed.pos[token] == "PROPN")


def _home(world: World, token: int) -> Located | None:
    """The place that is inhabited: before the participle, or as the subject of its verb."""
    parsed = world.parsed
    if parsed.deps[token] in ("attr", "appos"):
        return located(world, token)
    what = parsed.heads[token] if parsed.deps[token] == "acl" else parsed.child(token, "nsubjpass")
    if what is None or parsed.pos[what] not in ("NOUN", "PROPN"):
        return None
    ref = place_ref(world, what) or world.ref(what)
    return Located(ref, what, world.noun_phrase(what).start) if ref is not None else None
