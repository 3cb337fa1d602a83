"""Claims of kind access: who lets help through and who does not ("has not let inspectors in", "safe passage").

Who permits or blocks fills the role `actor`, who is let through `object`. The words are in data/lexicon/access.yml.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from contested.coding import arguments
from contested.coding.clauses import bare_span
from contested.coding.draft import Draft
from contested.coding.mood import mood
from contested.coding.saying import Said, Voices
from contested.coding.when import when_at_token
from contested.coding.where import place_near
from contested.coding.world import QUIET_BLOCKS, World
from contested.lexicon import word_set
from contested.model.claim import Modality, Ref
from contested.model.grounding import Saying
from contested.model.text import Span

_FILE = "lexicon/access.yml"
_SOUGHT, _GRANTED, _DENIED = "access.sought", "access.granted", "access.denied"
_BEFORE = ("amod", "compound", "nmod", "poss")
_FACTS = frozenset({"actual", "ongoing"})


@dataclass(frozen=True, slots=True)
class _Passage:
    """One word that lets pass, passes or keeps away: who does it, whom, and whether it keeps them away."""

    token: int
    actor: int | None
    mover: int | None
    keeps: bool = False


def access(world: World, voices: Voices, taken: Iterable[Span]) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs in text order; what stands in a span that is `taken` is told already."""
    told = list(taken)
    triggers = _triggers()
    for token, lemma in enumerate(world.parsed.lemmas):
        if lemma not in triggers or world.block_kind(token) in QUIET_BLOCKS:
            continue
        pos = world.parsed.pos[token]
        passage = _at_verb(world, token) if pos == "VERB" else _at_noun(world, token) if pos == "NOUN" else None
        if passage is None or any(span.start <= world.parsed.starts[token] < span.end for span in told):
            continue
        asking = _asks(world, passage.token)
        asked = [replace(voices.by(asking), stance="demands")] if asking is not None else None
        for said in asked or voices.over(world.parsed.starts[token]):
            draft = _draft(world, passage, said)
            if draft is not None:
                yield draft, said


@cache
def _triggers() -> frozenset[str]:
    """The lemmas of all words that can tell of a passage."""
    lists = ("permit", "coming", "bringing", "keeping", "ways")
    return frozenset(word.split()[0] for name in lists for word in word_set(_FILE, name))


def _asks(world: World, verb: int) -> Saying | None:
    """The saying whose cue is the verb, if it asks for something."""
    if world.parsed.lemmas[verb] not in word_set(_FILE, "asking"):
        return None
    span = world.parsed.span(verb, verb)
    return next((s for s in world.grounded.sayings if any(cue.overlaps(span) for cue in s.attribution.cue)), None)


def _draft(world: World, passage: _Passage, said: Said) -> Draft | None:
    parsed, token = world.parsed, passage.token
    state = mood(parsed, token, token)
    found = _type(passage, said, state.modality, state.polarity)
    if found is None:
        return None
    type_, modality = found
    span = bare_span(parsed, token)
    fillers = {"actor": passage.actor if type_ != _SOUGHT else None, "object": passage.mover}
    refs = {role: world.ref(token) for role, token in fillers.items() if token is not None}
    roles: dict[str, tuple[Ref, ...]] = {role: (ref,) for role, ref in refs.items() if ref is not None}
    draft = Draft("access", span, f"access:{parsed.lemmas[token]}", type=type_, modality=modality, roles=roles)
    return replace(draft, place=place_near(world, {token}, span), when=when_at_token(world, token))


def _type(passage: _Passage, said: Said, modality: Modality, polarity: str) -> tuple[str, Modality] | None:
    """What it comes to: asked for, given or refused; None where nothing is said of it ("did not block")."""
    wished = said.stance == "demands" or modality == "hypothetical"
    if passage.keeps:
        return (_DENIED, modality) if polarity == "+" and not wished else None
    if wished:
        return (_SOUGHT, "hypothetical") if polarity == "+" else None
    if polarity == "-":
        return (_DENIED, "actual") if modality in _FACTS | {"possible"} else None
    return (_GRANTED, modality) if modality in _FACTS | {"planned"} else None


# --- verbs ----------------------------------------------------------------------------------------------------------


def _at_verb(world: World, verb: int) -> _Passage | None:
    lemma = world.parsed.lemmas[verb]
    if lemma in word_set(_FILE, "permit"):
        return _permits(world, verb)
    subject, object_ = arguments.subject(world.parsed, verb), arguments.patient(world.parsed, verb)
    if lemma in word_set(_FILE, "coming") and not arguments.is_passive(world.parsed, verb):
        under = world.parsed.heads[verb]
        permitted = world.parsed.deps[verb] in ("xcomp", "ccomp") and _permits(world, under) is not None
        return _Passage(verb, None, subject) if not permitted and _is_one(world, subject, "relief") else None
    if lemma in word_set(_FILE, "bringing"):
        return _Passage(verb, subject, object_) if _is_one(world, object_, "relief", "brought") else None
    return _keeps(world, verb, subject, object_)


def _permits(world: World, verb: int) -> _Passage | None:
    """ "Let the inspectors in", "allowed aid to reach the camp", "be let through"."""
    parsed = world.parsed
    if parsed.lemmas[verb] not in word_set(_FILE, "permit"):
        return None
    what = parsed.child(verb, "ccomp") or parsed.child(verb, "xcomp")
    inner = parsed.child(what, "nsubj") if what is not None else None
    mover = inner if inner is not None else arguments.patient(parsed, verb)
    if mover is None and arguments.is_passive(parsed, verb):
        mover = arguments.subject(parsed, parsed.heads[verb])  # "asked to be let in"
    moves = {parsed.lemmas[what]} if what is not None else set()
    around = [t for t in (verb, what, mover) if t is not None]
    ways = moves | {parsed.lower(c) for t in around for c in parsed.children(t, "prt", "prep", "advmod")}
    enters = bool(moves & word_set(_FILE, "entering") or ways & word_set(_FILE, "into"))
    leaves = bool(moves & word_set(_FILE, "leave") or ways & word_set(_FILE, "out"))
    if (enters and _is_one(world, mover, "relief")) or (leaves and _is_one(world, mover, "relief", "leaving")):
        actor = arguments.subject(parsed, verb)
        return _Passage(verb, actor if actor != mover else None, mover)
    return None


def _keeps(world: World, verb: int, actor: int | None, mover: int | None) -> _Passage | None:
    """ "Blocked an aid convoy", "turned back the lorries"."""
    parsed, keeping = world.parsed, word_set(_FILE, "keeping")
    lemma = parsed.lemmas[verb]
    particles = (f"{lemma} {parsed.lower(c)}" for c in parsed.children(verb, "prt", "advmod"))
    if (lemma in keeping or any(pair in keeping for pair in particles)) and _is_one(world, mover, "relief"):
        return _Passage(
            verb, actor if actor is not None and world.is_class(actor, "people") else None, mover, keeps=True
        )
    return None


# --- nouns ----------------------------------------------------------------------------------------------------------


def _at_noun(world: World, noun: int) -> _Passage | None:
    """ "Asked for safe passage", "granted humanitarian access", "has been refused permission to visit the site"."""
    parsed = world.parsed
    if parsed.lemmas[noun] not in word_set(_FILE, "ways") or not _is_way(world, noun):
        return None
    verb = next((t for t in parsed.ancestors(noun) if parsed.pos[t] == "VERB"), None)
    if verb is None or parsed.deps[noun] not in ("dobj", "pobj", "nsubjpass", "oprd"):
        return None
    lemma = parsed.lemmas[verb]
    if lemma in word_set(_FILE, "asking"):
        return _Passage(verb if _asks(world, verb) is not None else noun, None, None)
    actor = arguments.subject(parsed, verb)
    if lemma in word_set(_FILE, "giving"):
        return _Passage(verb, actor if lemma in ("grant", "give", "offer", "guarantee") else None, None)
    return _Passage(verb, actor, None, keeps=True) if lemma in word_set(_FILE, "refusing") else None


def _is_way(world: World, noun: int) -> bool:
    parsed = world.parsed
    if any(parsed.lower(c) in word_set(_FILE, "safe") for c in parsed.children(noun, "amod", "compound")):
        return True
    if any(parsed.lower(c) == "in" for c in parsed.children(noun, "advmod", "prep")):
        return parsed.lemmas[noun] == "way" and "safe" in {parsed.lower(c) for c in parsed.children(noun)}
    to = arguments.prepositional(parsed, noun, "to")
    if any(world.is_class(t, "place") or world.places_at(t) or _is_one(world, t, "leaving") for t in to):
        return parsed.lemmas[noun] in ("access", "entry")
    moving = [c for c in parsed.children(noun, "acl", "relcl", "xcomp") if parsed.lemmas[c] in _moves()]
    return parsed.lemmas[noun] == "permission" and bool(moving)


def _moves() -> frozenset[str]:
    return word_set(_FILE, "entering") | word_set(_FILE, "leave")


def _is_one(world: World, token: int | None, *lists: str) -> bool:
    """Whether the noun, or one it is joined to, is of the lists: by itself or with the word before it."""
    if token is None:
        return False
    words = frozenset().union(*(word_set(_FILE, name) for name in lists))
    nouns = arguments.conjuncts(world.parsed, token)
    return any(not words.isdisjoint(arguments.called(world.parsed, noun, *_BEFORE)) for noun in nouns)
