"""Pronouns by which a voice speaks of itself: "it" of "Chad said it had recalled its envoy"."""

from collections.abc import Iterable, Mapping

from contested.lexicon import yaml_data
from contested.lexicon.speech import words
from contested.model.grounding import Entity, Saying
from contested.model.parse import Parsed

_PERSON = frozenset({"he", "she", "i"})
_MANY = frozenset({"they", "we"})
_BODIES = frozenset({"armed_group", "military", "government", "police", "organisation"})
_PLURALS = frozenset({"NNS", "NNPS"})


def cue_token(parsed: Parsed, saying: Saying) -> int | None:
    """The token of the word that attributes; None for a cue that stands in no sentence that was parsed."""
    first = saying.cue.split()[0]
    tokens = (t for part in saying.attribution.cue for t in parsed.tokens_in(part.start, part.end))
    return next((t for t in tokens if parsed.lemmas[t] == first), None)


def selves(parsed: Parsed, sayings: Iterable[Saying], entities: Mapping[str, Entity]) -> dict[int, str | None]:
    """The pronouns that are the subject of what a voice says, with the voice's entity if it has one."""
    found: dict[int, str | None] = {}
    for saying in sayings:
        cue, entity = cue_token(parsed, saying), saying.voices[-1].entity if saying.voices else None
        clause = _said_clause(parsed, cue) if cue is not None else None
        subject = parsed.child(clause, "nsubj") if clause is not None else None
        if subject is None or (entity is None and parsed.lower(subject) in _PERSON):
            continue
        if is_self(parsed, subject, saying, entities):
            found[subject] = entity
    return found | _of_us(parsed, sayings, entities, found)


def _of_us(
    parsed: Parsed, sayings: Iterable[Saying], entities: Mapping[str, Entity], known: Mapping[int, str | None]
) -> dict[int, str | None]:
    """Every other "we" that acts: of the body that is quoted, or, outside of all sayings, of whoever writes."""
    told = [(part, saying) for saying in sayings for part in saying.attribution.content]
    found: dict[int, str | None] = {}
    for token, lemma in enumerate(parsed.lemmas):
        if lemma != "we" or parsed.deps[token] != "nsubj" or token in known:
            continue
        over = [
            (part.end - part.start, saying) for part, saying in told if part.start <= parsed.starts[token] < part.end
        ]
        if not over:
            found[token] = None
        elif (voices := min(over, key=lambda pair: pair[0])[1].voices) and voices[-1].for_ in entities:
            found[token] = voices[-1].for_
        elif voices and (entity := entities.get(voices[-1].entity or "")) is not None and entity.type in _BODIES:
            found[token] = entity.id
    return found


def _said_clause(parsed: Parsed, cue: int) -> int | None:
    """The verb of what is said: behind the cue, or behind the charge that it answers ("denied reports that it ...")."""
    clause = parsed.child(cue, "ccomp")
    if clause is not None:
        return clause
    charges = (noun for noun in parsed.children(cue, "dobj") if parsed.lemmas[noun] in _charges())
    return next((c for noun in charges for c in parsed.children(noun, "acl", "ccomp", "relcl")), None)


def _charges() -> list[str]:
    return list(yaml_data("lexicon/echoes.yml")["charges"])


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
