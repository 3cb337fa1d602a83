"""Happenings that no frame knows, of type `other`: what a report that is read in full tells besides conflict.

Only under gate none. Such a claim has its words, voice, mood, place and day, and who did it to whom as far as the
clause says; it makes no event, since nothing tells whether two of them are one happening.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from contested.coding import arguments
from contested.coding.auxiliaries import none_of
from contested.coding.clauses import bare_span
from contested.coding.draft import Draft
from contested.coding.frames import Frame
from contested.coding.mood import mood
from contested.coding.predicate import Predicate
from contested.coding.saying import Said, Voices
from contested.coding.settled import stance_within
from contested.coding.when import when_of
from contested.coding.where import place_of
from contested.coding.world import QUIET_BLOCKS, World
from contested.lexicon import word_set
from contested.model.claim import Ref
from contested.model.parse import Parsed
from contested.model.text import Span

Made = tuple[Draft, Said]
ASSERTING = frozenset({"asserts", "confirms", "concedes", "claims", "explains"})
_FRAME = Frame("other")
_NO_VERBS = frozenset({"amod", "compound", "prep", "aux", "auxpass", "mark", "punct"})
"""Relations of verbs that only describe a noun, or work as a preposition ("following the talks")."""


def everything(world: World, taken: Iterable[Draft], voices: Voices) -> Iterator[Made]:
    """(draft, voice) pairs in text order for the verbs and nouns of happening on which no draft of `taken` stands."""
    triggers = {draft.trigger.start for draft in taken if draft.trigger is not None}
    cues = [part for saying in world.grounded.sayings for part in saying.attribution.cue]
    spoken = {token for part in cues for token in world.parsed.tokens_in(part.start, part.end)}
    for token in range(len(world.parsed.starts)):
        if token not in spoken and world.parsed.starts[token] not in triggers:
            yield from happening(world, token, voices)


def happening(world: World, token: int, voices: Voices) -> Iterator[Made]:
    """The word as a happening of type `other`, once for each voice; nothing if it names none."""
    if _tells(world, token):
        for said in voices.over(world.parsed.starts[token]):
            yield _draft(world, token), _stance(world, token, stance_within(world, token, said))


def _stance(world: World, token: int, said: Said) -> Said:
    """The voice, asserting what it takes for granted: "demanded an end to the siege" asserts the siege."""
    if said.stance in ASSERTING or not _granted(world.parsed, token):
        return said
    return replace(said, stance="asserts")


def _granted(parsed: Parsed, token: int) -> bool:
    """Whether the words point at a happening rather than bring it up: a definite noun, a participle of a noun."""
    if parsed.pos[token] == "NOUN":
        pointing = parsed.children(token, "det", "poss")
        return any(parsed.lower(word) not in ("a", "an", "any", "no", "some") for word in pointing)
    return parsed.deps[token] == "acl" and parsed.tags[token] in ("VBN", "VBD", "VBG")


def unsaid(statements: Iterable[Made], besides: Iterable[Made]) -> list[Made]:
    """The statements whose words are not all a happening that the same voice tells."""
    told = {(draft.span, said.voices) for draft, said in besides}
    return [(draft, said) for draft, said in statements if draft.type or (draft.span, said.voices) not in told]


def _tells(world: World, token: int) -> bool:
    """Whether the word names a happening, in the report's own text."""
    parsed = world.parsed
    pos, lemma = parsed.pos[token], parsed.lemmas[token]
    if pos == "VERB":
        if parsed.deps[token] in _NO_VERBS or lemma in word_set("lexicon/happenings.yml", "empty_verbs"):
            return False
    elif pos != "NOUN" or parsed.deps[token] == "compound" or lemma not in word_set("lexicon/happenings.yml", "nouns"):
        return False
    return world.block_kind(token) not in QUIET_BLOCKS


def _draft(world: World, token: int) -> Draft:
    parsed = world.parsed
    nominal = parsed.pos[token] == "NOUN"
    state = mood(parsed, token, token)
    predicate = Predicate(_FRAME, "other", "event", token, None if nominal else token, {}, (), state)
    span = bare_span(parsed, token)
    return Draft(
        kind="event",
        span=span,
        method=f"happening:{parsed.lemmas[token]}",
        type="other",
        polarity=state.polarity,
        modality=state.modality,
        roles={} if nominal else _roles(world, token),
        place=place_of(world, predicate, span),
        when=when_of(world, predicate),
        trigger=Span(parsed.starts[token], parsed.ends[token]),
        presupposed=nominal and state.real,
    )


def _roles(world: World, verb: int) -> dict[str, tuple[Ref, ...]]:
    """Who does it, where that is somebody, and to whom or what."""
    found: dict[str, tuple[Ref, ...]] = {}
    actor, target = arguments.subject(world.parsed, verb), arguments.patient(world.parsed, verb)
    nobody = [token for token in (actor, target) if token is not None and none_of(world.parsed, token)]
    if actor is not None and world.is_class(actor, "people") and (ref := world.ref(actor)) and actor not in nobody:
        found["actor"] = (ref,)
    if target is not None and (ref := world.ref(target)) is not None and target not in nobody:
        found["target" if world.is_class(target, "people") else "object"] = (ref,)
    return found
