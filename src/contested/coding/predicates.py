"""Finds the predicates of a parse: which frame fits which words, and what fills its arguments."""

from collections.abc import Iterable

from contested.coding import arguments
from contested.coding.frames import frames, index
from contested.coding.instruments import completed
from contested.coding.items import violent
from contested.coding.mood import Mood
from contested.coding.nominal import is_gerund_of, nominal
from contested.coding.predicate import Predicate
from contested.coding.verbal import verbal
from contested.coding.world import World

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def find_predicates(world: World) -> list[Predicate]:
    """All predicates of the parsed sentences, in text order; one a trigger."""
    parsed, found, used = world.parsed, [], set[int]()
    for token in range(len(parsed.starts)):
        held = _held_by_compound(world, token)
        if held is not None:
            found.append(held)
        elif (
            parsed.pos[token] in _VERBAL
            and not is_gerund_of(world, token)
            and parsed.deps[token] not in ("amod", "compound", "csubj", "prep")
        ):
            match = verbal(world, token)
            if match is not None:
                predicate, words = match
                found.append(predicate)
                used.update(words)
    for token in range(len(parsed.starts)):
        if token not in used and _is_noun(world, token):
            named = nominal(world, token)
            if named is not None and not (named.clause in used and _light_of_other(found, named)):
                found.append(named)
    kept = (p for p in found if not (_flight_of_culprit(world, p, found) or _crash_of_attack(world, p, found)))
    told = [completed(world, p) for p in kept]
    return sorted(told, key=lambda p: p.trigger)


def _flight_of_culprit(world: World, predicate: Predicate, found: Iterable[Predicate]) -> bool:
    """Whether those who flee are those who did something else just told: "shot at a car before fleeing"."""
    if predicate.kind != "displacement" or predicate.clause is None:
        return False
    parsed, verb = world.parsed, predicate.clause
    above = next((a for a in parsed.ancestors(verb) if parsed.pos[a] in _VERBAL), None)
    borrowed = parsed.child(verb, "nsubj", "nsubjpass") is None and above is not None
    own = parsed.deps[verb] in ("ccomp", "acl")  # "sent residents pouring over the border"
    if borrowed and above is not None and parsed.lemmas[above] in index().verbs and not own:
        return not arguments.is_passive(parsed, above)
    fleeing = set(predicate.roles.get("object", ()))
    return any(fleeing & set(other.roles.get("actor", ())) for other in found)


def _crash_of_attack(world: World, predicate: Predicate, found: Iterable[Predicate]) -> bool:
    """Whether it came to grief after an attack that hangs on its clause: "crashed after coming under fire"."""
    if predicate.type != "disaster.accident" or predicate.clause is None:
        return False
    attacks = (p for p in found if p.type and violent(p.type) and p.mood.polarity == "+")
    return any(_hangs_on(world, p, predicate.clause) for p in attacks)


def _hangs_on(world: World, attack: Predicate, verb: int) -> bool:
    """Whether the attack stands in a phrase or clause that says when or why the verb's happening came about."""
    parsed, token = world.parsed, attack.trigger
    while token != verb and parsed.heads[token] != token:
        token, below = parsed.heads[token], token
        if token == verb:
            return parsed.deps[below] in ("advcl", "prep") and below > verb
    return False


def _held_by_compound(world: World, token: int) -> Predicate | None:
    """Who holds a place by an adjective of it ("rebel-held suburbs", "the government-controlled east")."""
    parsed = world.parsed
    if parsed.deps[token] != "amod" or parsed.tags[token] != "VBN" or parsed.heads[token] < token:
        return None
    frame = next((f for f in frames() if parsed.lemmas[token] in f.participle), None)
    if frame is None:
        return None
    holders = [c for c in parsed.children(token) if c == token - 2 and parsed.word(token - 1) == "-"]
    place = parsed.heads[token]
    if not holders or not world.is_class(place, "held_place"):
        return None
    places = tuple(world.places_at(place))
    return Predicate(frame, frame.type, frame.kind, token, None, {"controller": tuple(holders)}, places, Mood())


def _is_noun(world: World, token: int) -> bool:
    """Whether the token stands as a noun; a gerund that is a subject or object does ("fighting raged")."""
    parsed = world.parsed
    gerund = parsed.tags[token] == "VBG" and parsed.deps[token] in ("nsubj", "nsubjpass", "csubj", "dobj", "pobj")
    return gerund or is_gerund_of(world, token) or parsed.pos[token] in _NOMINAL


def _light_of_other(found: Iterable[Predicate], named: Predicate) -> bool:
    """Whether a verbal predicate of the same type already has the noun's clause: then the noun says nothing new.

    So with talks that are put off or collapse.
    """
    same = (p for p in found if p.clause == named.clause)
    return any(p.type == named.type or (p.frame.talks and named.frame.type.startswith("talks.")) for p in same)
