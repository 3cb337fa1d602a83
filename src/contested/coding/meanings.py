"""What a word can mean that a language model lends a type: by what the frames know of it and of what it is said of."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from contested.coding import nominal, verbal
from contested.coding.auxiliaries import NOMINAL
from contested.coding.frames import Frame, frames, index
from contested.coding.governing import CONSTRUCTIONS, signatures
from contested.coding.predicate import Predicate
from contested.coding.world import World
from contested.lexicon import word_set
from contested.lexicon.speech import verb_cues
from contested.model.parse import Parsed

_DESCRIBING = frozenset({"amod", "compound", "prep", "aux", "auxpass", "csubj"})


def can_mean(world: World, token: int, type_: str) -> bool:
    """Whether the frames know the type by the word and what it is said of: a verb, a noun, a whole phrase.

    A word that they know by itself means something else only in a phrase that they know too ("took hostages"). Without
    this a report could talk the model into calling a visit a massacre.
    """
    parsed = world.parsed
    own = _types_of(parsed.lemmas[token], noun=parsed.pos[token] in NOMINAL)
    if type_ not in own and not can_happen(world, token):
        return False
    least = 2 if own and type_ not in own else 1
    return any(len(words) >= least for frame in _of_type(type_) for words in _standing(world, token, frame))


def _standing(world: World, token: int, frame: Frame) -> Iterator[tuple[str, ...]]:
    """The frame's verbs, phrases and nouns that stand in the word and what it is said of."""
    parsed, lemma = world.parsed, world.parsed.lemmas[token]
    near = (token, *said_of(parsed, token))
    here = {word for t in near for word in (parsed.lemmas[t], parsed.lower(t))}
    if frame.must_have and here.isdisjoint(frame.must_have):
        return
    nouns = {parsed.lemmas[t] for t in near if parsed.pos[t] in NOMINAL}
    if parsed.pos[token] == "VERB" and lemma in frame.verb | frame.participle:
        yield (lemma,)
    for phrase in frame.phrase:
        if phrase[0] == lemma and all(not here.isdisjoint(word.split("|")) for word in phrase):
            yield phrase
    yield from (words for words in frame.noun if words[-1] in nouns and here.issuperset(words[:-1]))


@cache
def _types_of(lemma: str, *, noun: bool) -> frozenset[str]:
    """The types that the frames know the verb or noun by itself for."""
    nouns = (frame for words, frame in index().nouns.get(lemma, ()) if len(words) == 1)
    known = nouns if noun else index().verbs.get(lemma, ())
    return frozenset(type_ for frame in known for type_ in frame.types)


def said_of(parsed: Parsed, token: int) -> list[int]:
    """The nouns that the word is said of, behind a preposition too, with the words before them ("air strikes")."""
    nouns = [*parsed.children(token, "nsubj", "nsubjpass", "dobj", "attr", "oprd", "acomp", "prt")]
    nouns += [n for prep in parsed.children(token, "prep", "agent") for n in parsed.children(prep, "pobj")]
    return [*nouns, *(before for noun in (token, *nouns) for before in parsed.children(noun, "compound", "amod"))]


@cache
def _of_type(type_: str) -> tuple[Frame, ...]:
    """The frames of the type that are no acts of speech."""
    return tuple(frame for frame in frames() if type_ in frame.types and frame.stance is None)


def can_happen(world: World, token: int) -> bool:
    """Whether a word that the frames do not know for a type can name a happening at all, if only of an open kind.

    A noun that is known to, or a verb that neither describes nor says how something else is meant ("tried to").
    """
    parsed = world.parsed
    if parsed.pos[token] in NOMINAL:
        lemma = parsed.lemmas[token]
        return (lemma,) in index().happenings or lemma in word_set("lexicon/happenings.yml", "nouns")
    if parsed.pos[token] != "VERB" or parsed.deps[token] in _DESCRIBING:
        return False
    return not (_governs(parsed, token) or parsed.lemmas[token] in verb_cues())


def _governs(parsed: Parsed, verb: int) -> bool:
    """Whether the verb says how a happening behind it is meant ("avoid attacks", "prepare for war"), or nothing."""
    lemma = parsed.lemmas[verb]
    if lemma in word_set("lexicon/happenings.yml", "empty_verbs"):
        return True
    if not any(lemma in signatures(construction) for construction in CONSTRUCTIONS):
        return False
    preps = parsed.children(verb, "prep")
    nouns = (noun for word in (verb, *preps) for noun in parsed.children(word, "dobj", "pobj"))
    clauses = [clause for word in (verb, *preps) for clause in parsed.children(word, "xcomp", "ccomp", "pcomp")]
    return bool(clauses) or any((parsed.lemmas[noun],) in index().happenings for noun in nouns)


def lent(world: World, token: int, type_: str) -> Predicate | None:
    """The predicate that a frame of the type makes of the word; None where its grammar does not fit."""
    noun = world.parsed.pos[token] in NOMINAL
    for frame in _frames(world.parsed.lemmas[token], type_, noun):
        predicate = nominal.filled(world, frame, token) if noun else verbal.filled(world, frame, token)
        if predicate is not None and predicate.type == type_:
            return predicate
    return None


@cache
def _frames(lemma: str, type_: str, noun: bool) -> tuple[Frame, ...]:
    """The frames of the type that know the word; what they ask for is met by all that is not of another kind.

    Of a word that none knows only the roles and places of the type's first frame.
    """
    table = [frame for words, frame in index().nouns.get(lemma, ()) if len(words) == 1] if noun else []
    known = table or (() if noun else index().verbs.get(lemma, ()))
    fitting = [frame for frame in known if type_ in frame.types and frame.stance is None]
    if fitting:
        return tuple(replace(frame, lenient=True) for frame in fitting)
    of_type = _of_type(type_)
    named = tuple(frame for frame in of_type if (frame.noun if noun else frame.verb or frame.phrase))
    first = (named or of_type)[:1]
    return tuple(Frame(type_, f.kind, roles=f.roles, place=f.place, by_actor=f.by_actor) for f in first)
