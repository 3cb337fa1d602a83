"""What a violent act was done with, whose weapon it was, and what a bomb went off at, as far as the clause says so.

"A car bomb exploded outside the bank": instrument the car bomb, target the bank. "Shot with rifles": rifles.
"""

from collections.abc import Iterator
from dataclasses import replace

from contested.coding import arguments
from contested.coding.items import violent
from contested.coding.predicate import Predicate
from contested.coding.world import World, class_words

_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_MEANS = frozenset({"with", "by", "using"})
_USING = frozenset({"use", "employ", "fire", "throw", "hurl"})
_AT = frozenset({"at", "outside", "inside", "in", "under", "on", "front", "through", "into"})
"""Prepositions, and the noun of "in front of", by which a bomb goes off at something."""


def completed(world: World, predicate: Predicate) -> Predicate:
    """The predicate with its weapon and, of an explosion, with the building or vehicle that it went off at."""
    if not violent(predicate.type):
        return predicate
    roles = dict(predicate.roles)
    taken = {token for tokens in roles.values() for token in tokens}
    named = _named_in_clause(world, predicate)
    weapons = tuple(dict.fromkeys(t for t in named if _is_weapon(world, t) or _is_charge(world, predicate, t)))
    if "instrument" not in roles and (free := tuple(token for token in weapons if token not in taken)):
        roles["instrument"] = free
    if "actor" not in roles and (owners := tuple(_owners(world, roles.get("instrument", ())))):
        roles["actor"] = owners
    if "actor" not in roles and (layers := tuple(_layers(world, roles.get("instrument", ())))):
        roles["actor"] = layers
    explosion = (predicate.type or "").startswith("explosion")
    if explosion and "target" not in roles and (hit := _gone_off_at(world, predicate)):
        roles["target"] = hit
    return replace(predicate, roles=roles)


def _owners(world: World, weapons: tuple[int, ...]) -> Iterator[int]:
    """Whose weapon fires where the weapon is the subject: "army guns", "the regime's mortars"."""
    parsed = world.parsed
    for weapon in weapons:
        if parsed.deps[weapon] not in _SUBJECTS or parsed.pos[parsed.heads[weapon]] not in _VERBAL:
            continue
        for owner in parsed.children(weapon, "poss", "compound", "amod", "nmod"):
            if world.is_class(owner, "fighting") or world.is_class(owner, "armed") or world.is_state(owner):
                yield owner


def _layers(world: World, weapons: tuple[int, ...]) -> Iterator[int]:
    """Who is said to have laid what went off: "a bomb planted by rebels exploded"."""
    parsed = world.parsed
    for verb in (v for weapon in weapons for v in parsed.children(weapon, "acl", "relcl")):
        layer = arguments.subject(parsed, verb) if parsed.lemmas[verb] in class_words("laying") else None
        if layer is not None and arguments.is_passive(parsed, verb) and world.is_class(layer, "people"):
            yield from arguments.conjuncts(parsed, layer)


def _words(predicate: Predicate) -> Iterator[int]:
    yield predicate.trigger
    if predicate.clause is not None and predicate.clause != predicate.trigger:
        yield predicate.clause


def _is_weapon(world: World, token: int) -> bool:
    mention = world.mention(token)
    return mention is not None and mention.type == "weapon"


def _is_charge(world: World, predicate: Predicate, token: int) -> bool:
    """Whether the noun that names the explosion is what explodes ("a dynamite charge")."""
    charges = {phrase.split()[-1] for phrase in predicate.frame.goes_off}
    return token == predicate.trigger and world.parsed.lemmas[token] in charges


def _named_in_clause(world: World, predicate: Predicate) -> list[int]:
    """The trigger, subject and object of the clause's verb, what stands behind "with" or "by", and what is used."""
    parsed, found = world.parsed, [predicate.trigger]
    for word in _words(predicate):
        nouns = [
            n for p in parsed.children(word, "prep", "agent") if parsed.lower(p) in _MEANS for n in _objects(world, p)
        ]
        if parsed.pos[word] in _VERBAL:
            nouns += [t for t in (arguments.subject(parsed, word), arguments.patient(parsed, word)) if t is not None]
            using = (u for u in parsed.children(word, "advcl", "xcomp", "prep") if parsed.lemmas[u] in _USING)
            nouns += [noun for verb in using for noun in parsed.children(verb, "dobj", "pobj")]
        found += [token for noun in nouns for token in arguments.conjuncts(parsed, noun)]
    return found


def _objects(world: World, preposition: int) -> tuple[int, ...]:
    return world.parsed.children(preposition, "pobj")


def _gone_off_at(world: World, predicate: Predicate) -> tuple[int, ...]:
    """The buildings and vehicles outside, in or under which it went off."""
    parsed, found = world.parsed, []
    for word in _words(predicate):
        for preposition in parsed.children(word, "prep"):
            if parsed.lower(preposition) not in _AT:
                continue
            for noun in _objects(world, preposition):
                inner = arguments.prepositional(parsed, noun, "of") if parsed.lower(noun) == "front" else ()
                found += [t for one in (inner or (noun,)) for t in arguments.conjuncts(parsed, one)]
    return tuple(dict.fromkeys(token for token in found if world.is_class(token, "bombed")))
