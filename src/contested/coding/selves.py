"""Pronouns by which a voice speaks of itself: "it" of "Chad said it had recalled its envoy"."""

from collections.abc import Iterable, Mapping

from contested.lexicon.speech import words
from contested.model.grounding import Entity, Saying
from contested.model.parse import Parsed

_PERSON = frozenset({"he", "she", "i"})
_MANY = frozenset({"they", "we"})
_PLURALS = frozenset({"NNS", "NNPS"})


def cue_token(parsed: Parsed, saying: Saying) -> int | None:
    """The token of the word that attributes; None for a cue that stands in no sentence that was parsed."""
    first = saying.cue.split()[0]
    tokens = (t for part in saying.attribution.cue for t in parsed.tokens_in(part.start, part.end))
    return next((t for t in tokens if parsed.lemmas[t] == first), None)


def selves(parsed: Parsed, sayings: Iterable[Saying], entities: Mapping[str, Entity]) -> dict[int, str]:
    """The pronouns that are the subject of what a voice says, with the voice's entity."""
    found: dict[int, str] = {}
    for saying in sayings:
        cue, entity = cue_token(parsed, saying), saying.voices[-1].entity if saying.voices else None
        clause = parsed.child(cue, "ccomp") if cue is not None else None
        subject = parsed.child(clause, "nsubj") if clause is not None else None
        if subject is not None and entity is not None and is_self(parsed, subject, saying, entities):
            found[subject] = entity
    return found


def is_self(parsed: Parsed, pronoun: int, saying: Saying, entities: Mapping[str, Entity]) -> bool:
    """Whether the pronoun can stand for who speaks: "he" for the minister, not for the police, "it" not for him."""
    word = parsed.lower(pronoun)
    entity = entities.get(saying.voices[-1].entity or "") if saying.voices else None
    source = saying.attribution.source
    head = parsed.head_of(*source[0]) if source else None
    many = head is not None and parsed.tags[head] in _PLURALS
    if entity is not None and entity.type == "person":
        person = True
    else:
        person = entity is None and not many and head is not None and parsed.lemmas[head] in words("people")
    if word in _PERSON:
        return person
    if word in _MANY:
        return not person
    return word == "it" and not person and not many
