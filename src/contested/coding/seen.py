"""What somebody saw or heard ("smoke could be seen", "blood covered the floor"), and what is said to be unknown.

Claims of kinds observation, assessment and statement; they make no events. The words are in data/lexicon/seen.yml.
"""

from collections.abc import Iterator
from dataclasses import replace

from contested.coding import arguments
from contested.coding.clauses import bare_span
from contested.coding.draft import Draft
from contested.coding.saying import Said, Voices
from contested.coding.when import when_at_token
from contested.coding.where import place_near
from contested.coding.world import QUIET_BLOCKS, World
from contested.lexicon import word_set
from contested.model.claim import Kind, Polarity
from contested.model.parse import Parsed

_FILE = "lexicon/seen.yml"
_VERBAL = frozenset({"VERB", "AUX"})
_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_ASSERTING = frozenset({"asserts", "confirms", "concedes", "claims", "explains"})
_PARTS = frozenset({"patch", "pool", "plume", "shard", "column", "ball", "cloud", "piece", "pile"})


def seen(world: World, voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs in text order."""
    parsed = world.parsed
    for token, pos in enumerate(parsed.pos):
        if pos not in _VERBAL:
            continue
        if world.block_kind(token) in QUIET_BLOCKS:
            continue
        found = _kind(world, token)
        if found is None:
            continue
        kind, type_, polarity = found
        span = bare_span(parsed, token)
        for said in voices.over(parsed.starts[token]):
            draft = Draft(kind, span, f"seen:{kind}", type=type_, polarity=polarity, when=when_at_token(world, token))
            yield replace(draft, place=place_near(world, {token}, span)), _asserting(said)


def _asserting(said: Said) -> Said:
    return said if said.stance in _ASSERTING else replace(said, stance="asserts")


def _kind(world: World, verb: int) -> tuple[Kind, str | None, Polarity] | None:
    if is_unclaimed(world, verb):
        return "statement", "speech.responsibility", "-"
    if is_withheld(world, verb):
        return "statement", None, "-"
    if _is_unknown(world, verb):
        return "assessment", None, "+"
    return ("observation", None, "+") if _is_seen(world, verb) or _lies_there(world, verb) else None


def _is_seen(world: World, verb: int) -> bool:
    """Whether something of a conflict is seen or heard: "smoke could be seen", "he heard blasts"."""
    parsed = world.parsed
    if parsed.lemmas[verb] not in word_set(_FILE, "perceiving") or _is_denied(world, verb):
        return False
    if parsed.tags[verb] == "VB" and not parsed.children(verb, "auxpass", "nsubj"):
        return False
    what = arguments.patient(parsed, verb)
    if what is None or any(parsed.lower(c) == "no" for c in parsed.children(what, "det")):
        return False
    return _is_any(world, what, "sights") and not _is_figure_of_speech(world, verb)


def _is_figure_of_speech(world: World, verb: int) -> bool:
    """Whether a town or year "saw" it: that is told as a happening, nobody looks on."""
    subject = arguments.subject(world.parsed, verb)
    return subject is not None and (world.is_class(subject, "thing") or world.in_time(subject))


def _lies_there(world: World, verb: int) -> bool:
    """Whether what is left on the spot is told of: "debris littered the street", "bodies lay in the road"."""
    parsed = world.parsed
    if parsed.lemmas[verb] not in word_set(_FILE, "lying") or _is_denied(world, verb):
        return False
    subject = parsed.child(verb, "nsubj", "nsubjpass")
    if subject is None and parsed.deps[verb] == "acl":
        subject = parsed.heads[verb]
    finite = bool(parsed.children(verb, "nsubj", "nsubjpass")) or parsed.tags[verb] in ("VBN", "VBD")
    return finite and subject is not None and _is_any(world, subject, "remains")


def _is_any(world: World, noun: int, words: str) -> bool:
    """Whether the noun, or what it is a patch or plume of, is one of the words."""
    parsed = world.parsed
    nouns = [one for token in arguments.conjuncts(parsed, noun) for one in (token, *_of(world, token))]
    return any(parsed.lemmas[token] in word_set(_FILE, words) for token in nouns)


def _of(world: World, noun: int) -> list[int]:
    counts = world.parsed.lemmas[noun] in _PARTS or world.is_quantity(noun)
    return arguments.prepositional(world.parsed, noun, "of") if counts else []


def _is_unknown(world: World, verb: int) -> bool:
    """Whether something is said not to be known: "it was not clear if", "their fate was unknown"."""
    parsed = world.parsed
    states = [*parsed.children(verb, "acomp", "attr", "oprd"), verb]
    lemmas = {parsed.lemmas[t] for t in states} | {parsed.lower(t) for t in states}
    if parsed.lemmas[verb] in ("be", "remain") and lemmas & word_set(_FILE, "unknown"):
        return True
    passive = bool(parsed.children(verb, "nsubjpass"))
    if not lemmas & word_set(_FILE, "known") or not (parsed.lemmas[verb] in ("be", "remain") or passive):
        return False
    return _is_denied(world, verb)


def _is_denied(world: World, verb: int) -> bool:
    parsed = world.parsed
    return any(parsed.deps[c] == "neg" or parsed.lower(c) in ("no", "yet") for c in parsed.children(verb))


def is_unclaimed(world: World, verb: int) -> bool:
    """Whether nobody says that he did it: "there was no claim of responsibility", "no group has claimed the attack"."""
    parsed = world.parsed
    if parsed.lemmas[verb] == "be":
        nouns = parsed.children(verb, "attr", "nsubj")
        claims = (n for n in nouns if parsed.lemmas[n] == "claim" and arguments.prepositional(parsed, n, "of"))
        return any(parsed.lower(c) in _NOBODY for n in claims for c in parsed.children(n, "det"))
    if parsed.lemmas[verb] != "claim":
        return False
    subject = parsed.child(verb, "nsubj")
    if subject is None:
        return False
    words = {parsed.lower(subject), *(parsed.lower(c) for c in parsed.children(subject, "det"))}
    return bool(words & _NOBODY) or ("one" in words and "no" in {parsed.lower(subject - 1)})


def is_withheld(world: World, verb: int) -> bool:
    """Whether nothing is said: "police gave no details", "there was no comment from", "declined to comment"."""
    parsed, lemma = world.parsed, world.parsed.lemmas[verb]
    if lemma in word_set(_FILE, "declining"):
        return any(parsed.lemmas[c] in word_set(_FILE, "telling") for c in parsed.children(verb, "xcomp"))
    if lemma in ("be", "have"):
        return any(_is_none_of(parsed, c) for c in parsed.children(verb, "attr", "nsubj", "dobj"))
    what = arguments.patient(parsed, verb) if lemma in word_set(_FILE, "giving") else None
    if what is None or parsed.lemmas[what] not in word_set(_FILE, "told"):
        return False
    return _is_none_of(parsed, what) or any(parsed.deps[c] == "neg" for c in parsed.children(verb))


def _is_none_of(parsed: Parsed, noun: int) -> bool:
    """Whether it is "no details", "no immediate comment"."""
    none = any(parsed.lower(c) == "no" for c in parsed.children(noun, "det"))
    return none and parsed.lemmas[noun] in word_set(_FILE, "told")
