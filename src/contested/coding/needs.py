"""Claims of kind need: what people are without ("bread is short", "there was no blood", "hospitals are overwhelmed").

Who lacks it fills the role `object`. The words are in data/lexicon/needs.yml; hunger and famine are in the frames.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from contested.coding import arguments
from contested.coding.clauses import bare_span
from contested.coding.draft import Draft
from contested.coding.mood import mood
from contested.coding.saying import Said, Voices
from contested.coding.when import when_at_token
from contested.coding.where import place_near
from contested.coding.world import QUIET_BLOCKS, World
from contested.lexicon import word_set, yaml_data
from contested.model.claim import Ref

_FILE = "lexicon/needs.yml"
_VERBAL = frozenset({"VERB", "AUX"})
_BEFORE = ("amod", "compound", "nmod")
_HEALTH = "need.health"


@dataclass(frozen=True, slots=True)
class _Need:
    """One need: the word that says so, the good's type (None for goods of no type), who is without it."""

    token: int
    type: str | None
    who: int | None = None


def needs(world: World, voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs in text order, one for each word that says that something is lacking."""
    triggers = _triggers()
    for token, lemma in enumerate(world.parsed.lemmas):
        if lemma not in triggers or world.block_kind(token) in QUIET_BLOCKS:
            continue
        need = _at_noun(world, token) if world.parsed.pos[token] == "NOUN" else _at_verb(world, token)
        if need is not None:
            yield from _claims(world, voices, need)


@cache
def _triggers() -> frozenset[str]:
    """The lemmas of all words that can say that something is lacking."""
    words = yaml_data(_FILE)
    first = (word.split()[0] for word in words["spent"])
    return frozenset(
        (*words["lacking"], *words["out_of"], *words["having"], *words["coming"], *words["unable"], *first)
    ) | (frozenset(words["shortage"]))


def _claims(world: World, voices: Voices, need: _Need) -> Iterator[tuple[Draft, Said]]:
    parsed, token = world.parsed, need.token
    span = bare_span(parsed, token)
    who = world.ref(need.who) if need.who is not None else None
    roles: dict[str, tuple[Ref, ...]] = {"object": (who,)} if who is not None else {}
    modality = mood(parsed, token, token).modality
    draft = Draft("need", span, f"need:{parsed.lemmas[token]}", type=need.type, modality=modality, roles=roles)
    draft = replace(draft, place=place_near(world, {token}, span), when=when_at_token(world, token))
    for said in voices.over(parsed.starts[token]):
        yield draft, said


# --- verbs ----------------------------------------------------------------------------------------------------------


def _at_verb(world: World, verb: int) -> _Need | None:
    parsed = world.parsed
    if parsed.pos[verb] not in _VERBAL:
        return None
    words, lemma = yaml_data(_FILE), parsed.lemmas[verb]
    if lemma in words["lacking"]:
        return _lacks(world, verb)
    found = _is_out_of(world, verb) if lemma in words["out_of"] else None
    if found is None and lemma in words["having"]:
        found = _has_none(world, verb) or _is_scarce(world, verb)
    if found is None and lemma in words["coming"]:
        found = _has_not_come(world, verb)
    return found or _is_spent(world, verb) or _cannot_treat(world, verb)


def _lacks(world: World, verb: int) -> _Need | None:
    """ "The camp lacks water", "people needing treatment"."""
    if _is_denied(world, verb):
        return None
    good = arguments.patient(world.parsed, verb)
    who = arguments.subject(world.parsed, verb)
    return _of_good(world, verb, good, who, general=world.parsed.lemmas[verb] == "need")


def _is_out_of(world: World, verb: int) -> _Need | None:
    """ "Ran out of flour", "are in need of shelter", "was left without electricity"."""
    parsed = world.parsed
    if _is_denied(world, verb):
        return None
    for phrase in yaml_data(_FILE)["out_of"][parsed.lemmas[verb]]:
        preposition = _end_of(world, verb, phrase.split())
        good = parsed.child(preposition, "pobj") if preposition is not None else None
        who = arguments.patient(parsed, verb) or arguments.subject(parsed, verb)
        found = _of_good(world, verb, good, who if who != good else None, general=True)
        if found is not None:
            return found
    return None


def _end_of(world: World, verb: int, words: list[str]) -> int | None:
    """The last of these words where each hangs on the one before it, the first on the verb; None where they do not."""
    at: int | None = verb
    for word in words:
        at = (
            next((c for c in world.parsed.children(at) if world.parsed.lower(c) == word), None)
            if at is not None
            else None
        )
    return at


def _has_none(world: World, verb: int) -> _Need | None:
    """ "There is no blood", "they have had little food", "had received no medical care"."""
    parsed = world.parsed
    good = parsed.child(verb, "attr", "dobj", "nsubjpass") or parsed.child(verb, "nsubj")
    if good is None or not (_is_none(world, good) or (_is_denied(world, verb) and _is_enough(world, good))):
        return None
    who = parsed.child(verb, "nsubj")
    return _of_good(world, verb, good, who if who != good else None, general=False)


def _is_none(world: World, good: int) -> bool:
    parsed, none = world.parsed, word_set(_FILE, "none")
    before = [c for c in parsed.children(good, "det", "amod") if c < good]
    return any(parsed.lower(t) in none for c in before for t in (c, *parsed.children(c)))


def _is_enough(world: World, good: int) -> bool:
    parsed = world.parsed
    return any(parsed.lower(c) in ("enough", "any", "sufficient") for c in parsed.children(good, "amod", "det"))


def _is_scarce(world: World, verb: int) -> _Need | None:
    """ "Food is short", "the wells are contaminated"."""
    parsed = world.parsed
    state = parsed.child(verb, "acomp", "attr", "oprd")
    scarce = state is not None and parsed.lower(state) in word_set(_FILE, "scarce")
    if not scarce or _is_denied(world, verb):
        return None
    return _of_good(world, verb, parsed.child(verb, "nsubj"), None, general=False)


def _has_not_come(world: World, verb: int) -> _Need | None:
    """ "Insulin has not reached the town for a month"."""
    if not _is_denied(world, verb):
        return None
    return _of_good(world, verb, world.parsed.child(verb, "nsubj"), None, general=False)


def _is_spent(world: World, verb: int) -> _Need | None:
    """ "Anaesthetics have been used up", "fuel was running low"."""
    parsed = world.parsed
    ends = [word.split() for word in yaml_data(_FILE)["spent"]]
    fits = any(
        parts[0] == parsed.lemmas[verb] and (len(parts) == 1 or _end_of(world, verb, parts[1:]) is not None)
        for parts in ends
    )
    if not fits or _is_denied(world, verb) or parsed.child(verb, "dobj") is not None:
        return None
    return _of_good(world, verb, parsed.child(verb, "nsubjpass", "nsubj"), None, general=False)


def _cannot_treat(world: World, verb: int) -> _Need | None:
    """ "Hospitals are overwhelmed", "the clinic was out of service"."""
    parsed = world.parsed
    subject = parsed.child(verb, "nsubjpass", "nsubj")
    if subject is None or _is_denied(world, verb) or not _is_one_of(world, subject, "carers"):
        return None
    unable, state = word_set(_FILE, "unable"), parsed.child(verb, "acomp")
    passive = parsed.lemmas[verb] in unable and arguments.is_passive(parsed, verb)
    overrun = state is not None and (
        parsed.lemmas[state] in unable or parsed.lower(state) in word_set(_FILE, "overrun")
    )
    states = (phrase.split() for phrase in yaml_data(_FILE)["out_of_action"])
    if passive or overrun or (parsed.lemmas[verb] == "be" and any(_end_of(world, verb, s) is not None for s in states)):
        return _Need(verb, _HEALTH, subject)
    return None


def _is_denied(world: World, verb: int) -> bool:
    return world.parsed.child(verb, "neg") is not None


# --- nouns ----------------------------------------------------------------------------------------------------------


def _at_noun(world: World, noun: int) -> _Need | None:
    """ "A shortage of flour", "food shortages", "the lack of medical care"."""
    parsed = world.parsed
    if parsed.lemmas[noun] not in word_set(_FILE, "shortage") or _is_none(world, noun):
        return None
    of = arguments.prepositional(parsed, noun, "of")
    before = [c for c in parsed.children(noun, "compound", "amod") if c < noun]
    for good in (*of, *before):
        found = _of_good(world, noun, good, None, general=True)
        if found is not None:
            return found
    return None


# --- goods ----------------------------------------------------------------------------------------------------------


def _of_good(world: World, token: int, good: int | None, who: int | None, *, general: bool) -> _Need | None:
    """The need for the first good of a list; None where it is none, or too general and not `general`."""
    if good is None:
        return None
    for one in arguments.conjuncts(world.parsed, good):
        found, type_ = _good(world, one, general=general)
        if found:
            return _Need(token, type_, who)
    return None


def _good(world: World, token: int, *, general: bool) -> tuple[bool, str | None]:
    types = _goods()
    for name in arguments.called(world.parsed, token, *_BEFORE):
        if name in types and (general or name not in word_set(_FILE, "general")):
            return True, types[name]
    return False, None


@cache
def _goods() -> Mapping[str, str | None]:
    listed: dict[str, Any] = yaml_data(_FILE)["goods"]
    return {good: None if type_ == "other" else type_ for type_, goods in listed.items() for good in goods}


def _is_one_of(world: World, token: int, name: str) -> bool:
    return not word_set(_FILE, name).isdisjoint(arguments.called(world.parsed, token, *_BEFORE))
