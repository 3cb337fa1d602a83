"""Whose voice it is: from the words of a source to the levels of the attribution chain."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from contested.grounding.saying.antecedents import gender_allows, subjects_before
from contested.grounding.saying.cast import BODIES, Cast, Heard
from contested.grounding.saying.draft import Draft, Source
from contested.grounding.saying.naming import is_person, is_plural, name_head, name_of
from contested.grounding.saying.speaking import can_speak, is_document, is_image, phrase_span
from contested.lexicon.speech import words
from contested.model.claim import Voice, VoiceRole
from contested.model.grounding import Entity
from contested.model.parse import Parsed
from contested.model.text import Span

_HE = frozenset({"he", "she"})
_FIRST = frozenset({"i", "we"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "you", "who", "which", "that"})
_REACH = 600
"""Code points back to the last voice that a pronoun may stand for where no mention resolves it."""


def voice_of(cast: Cast, draft: Draft) -> Voice:
    """The level of one source: its entity's name, or its words; for a pronoun that nothing resolves, the last voice."""
    source = draft.source
    if source.hidden is not None:
        return Voice(source.hidden, role="unnamed", start=draft.cue.start, end=draft.cue.end)
    start, end = source.span or draft.cue
    head = source.head
    if head is None:
        return Voice(cast.parsed.text[start:end], start=start, end=end)
    entity = cast.entity_at(name_head(cast.parsed, head)) or cast.entity_at(head) or _closing_name(cast, head, end)
    if is_first_person(draft, cast.parsed):
        return Voice(cast.parsed.text[start:end], start=start, end=end)
    if entity is None and cast.parsed.lower(head) in _PRONOUNS:
        return _by_pronoun(cast, cast.parsed.lower(head), Span(start, end), draft)
    voice = _named(cast, head, entity, Span(start, end))
    _hear(cast, voice, head, entity)
    return voice


def _closing_name(cast: Cast, head: int, end: int) -> Entity | None:
    """The person whose name closes a source that opens with the office ("the envoy for Sudan Jane Doe")."""
    tokens = cast.parsed.tokens_in(cast.parsed.starts[head], end)
    entity = cast.entity_at(tokens[-1]) if tokens and cast.parsed.tags[head] != "NNS" else None
    if entity is None or entity.type != "person":
        return None
    start = max((m.start for m in cast.mentions if m.entity == entity.id and m.start < end), default=end)
    before = [token for token in tokens if cast.parsed.starts[token] < start]
    return None if _of_another(cast.parsed, before) else entity


def _of_another(parsed: Parsed, before: Sequence[int]) -> bool:
    """Whether a name behind these tokens is somebody else's: behind "and", "of", "for", or behind a person.

    "A lawyer for Jane Doe", "a neighbour of the accused, Jane Doe"; "the envoy for Sudan Jane Doe" is none of these.
    """
    words_before = [token for token in before if parsed.lower(token) != ","]
    if not words_before:
        return False
    last = words_before[-1]
    person = parsed.pos[last] == "PRON" or (last != words_before[0] and parsed.lemmas[last] in words("people"))
    return parsed.pos[last] in ("CCONJ", "ADP") or person


def _named(cast: Cast, head: int, entity: Entity | None, span: Span) -> Voice:
    role = _role(cast, head, entity)
    if entity is not None and role not in ("document", "image"):
        body = cast.bodies.get(entity.id) or _body(cast, span, entity.id)
        cast.bodies[entity.id] = body
        return Voice(entity.name, entity.id, body, role, span.start, span.end)
    own = Voice(name_of(cast.parsed, head, span), None, _body(cast, span, None), role, span.start, span.end)
    return _known_as(cast, own, head)


def _hear(cast: Cast, voice: Voice, head: int, entity: Entity | None) -> None:
    parsed = cast.parsed
    person = entity.type == "person" if entity is not None else is_person(parsed, head)
    plural = is_plural(parsed, head) or (entity is not None and entity.type in ("armed_group", "population"))
    cast.heard.append(Heard(voice.start or 0, voice, parsed.lower(name_head(parsed, head)), person, plural, head))


def _role(cast: Cast, head: int | None, entity: Entity | None) -> VoiceRole:
    parsed = cast.parsed
    if head is None:
        return "speaker"
    if is_image(parsed, head):
        return "image"
    named = parsed.pos[head] == "PROPN" and parsed.lower(head) not in words("named_documents")
    if entity is None and is_document(parsed, head) and not named:
        return "document"
    if entity is None and parsed.lemmas[head] in words("unnamed"):
        return "unnamed"
    return "relay" if _carries(cast, head, entity) else "speaker"


def _carries(cast: Cast, head: int, entity: Entity | None) -> bool:
    """Whether the voice is an outlet that passes on news and is nobody's mouthpiece."""
    if entity is not None:
        return entity.type == "media" and entity.side is None
    return is_outlet(cast, head)


def is_outlet(cast: Cast, head: int) -> bool:
    """Whether a token heads the name of an outlet."""
    entity = cast.entity_at(head)
    if entity is not None:
        return entity.type == "media"
    name = name_of(cast.parsed, head).lower()
    return name in words("outlet_names") or cast.parsed.lower(head) in words("outlet_names")


def _body(cast: Cast, span: Span, own: str | None) -> str | None:
    """The entity of the body that a person, official or statement named by the span speaks for."""
    if not _speaks_for(cast, *span):
        return None
    for mention in cast.mentions:
        if span.covers(mention.span) and mention.entity not in (None, own):
            entity = cast.entities.get(mention.entity or "")
            if entity is not None and entity.type in BODIES:
                return entity.id
    return None


def _speaks_for(cast: Cast, start: int, end: int) -> bool:
    return any(cast.parsed.lemmas[t] in words("offices") for t in cast.parsed.tokens_in(start, end))


def _by_pronoun(cast: Cast, word: str, span: Span, draft: Draft) -> Voice:
    """The last voice near enough that the pronoun can stand for; the pronoun itself if there is none."""
    if word in ("they", "which", "we") and (noun := _accused(cast, draft.at)) is not None:
        return _named(cast, noun, cast.entity_at(noun), cast.parsed.span(noun, noun))
    token = cast.parsed.tokens_in(*span).start
    heard = _last_heard(cast, word, span.start)
    noun = _last_subject(cast, word, token, draft.content)
    if noun is not None and (heard is None or cast.parsed.starts[noun] > heard.at + len(heard.voice.name)):
        entity = cast.entity_at(name_head(cast.parsed, noun)) or cast.entity_at(noun)
        voice = _named(cast, noun, entity, phrase_span(cast.parsed, noun, cast.parsed.heads[noun]))
        found = replace(voice, start=span.start, end=span.end)
        _hear(cast, found, noun, entity)
        return found
    if heard is None:
        return Voice(cast.parsed.text[span.start : span.end], start=span.start, end=span.end)
    found = replace(heard.voice, start=span.start, end=span.end)
    cast.heard.append(replace(heard, at=span.start, voice=found))
    return found


def _last_heard(cast: Cast, word: str, before: int) -> Heard | None:
    """The last voice before an offset that the pronoun can stand for, if it is near enough."""
    near = (h for h in cast.heard if h.at < before <= h.at + _REACH and _stands_for(cast, word, h))
    return max(near, key=lambda h: h.at, default=None)


def _last_subject(cast: Cast, word: str, token: int, content: Sequence[Span]) -> int | None:
    """The nearest subject before a pronoun that it can stand for, whether or not it has said anything yet.

    None of those in what is said ("the baker was hurt, he said").
    """
    if word not in ("he", "she", "it", "they"):
        return None
    for noun in subjects_before(cast.parsed, token, _REACH, [*cast.quoted, *content]):
        if _could_be(cast, word, noun):
            return noun
    return None


def _could_be(cast: Cast, word: str, noun: int) -> bool:
    parsed = cast.parsed
    entity = cast.entity_at(name_head(parsed, noun)) or cast.entity_at(noun)
    mention = cast.by_token.get(noun)
    if mention is not None and entity is not None and entity.type not in (*BODIES, "person"):
        return False
    person = entity.type == "person" if entity is not None else is_person(parsed, noun)
    if word in _HE:
        return person and gender_allows(parsed, word, noun)
    plural = is_plural(parsed, noun) or (entity is not None and entity.type in ("armed_group", "population"))
    return can_speak(parsed, noun) and not person and plural == (word == "they")


def _stands_for(cast: Cast, word: str, heard: Heard) -> bool:
    if word in _HE:
        return heard.person and gender_allows(cast.parsed, word, heard.token)
    if word == "you":
        return False
    if word == "they":
        return heard.plural
    return not heard.person and not heard.plural if word == "it" else True


def _accused(cast: Cast, verb: int) -> int | None:
    """In "accused the rebels of it, which they rejected": the object of the verb before, if "they" can be it."""
    parsed = cast.parsed
    which = parsed.child(verb, "dobj")
    if which is None or parsed.lower(which) != "which":
        return None
    for noun in range(verb - 1, parsed.sentence_of(verb).first, -1):
        if parsed.deps[noun] == "dobj" and is_plural(parsed, noun) and can_speak(parsed, noun):
            return noun
    return None


def _known_as(cast: Cast, voice: Voice, head: int) -> Voice:
    """The fuller earlier voice that this one shortens: same head word, and a name or "the" before it."""
    parsed = cast.parsed
    word = parsed.lower(name_head(parsed, head))
    definite = any(parsed.lower(c) == "the" for c in parsed.children(head, "det"))
    if len(voice.name.split()) > 1 or not (definite or parsed.pos[head] == "PROPN"):
        return voice
    for heard in reversed(cast.heard):
        if heard.head == word and heard.voice.role == voice.role and len(heard.voice.name) > len(voice.name):
            return replace(heard.voice, start=voice.start, end=voice.end)
    return voice


def relay_of(cast: Cast, source: Source) -> Voice | None:
    """The outlet that passes the source's words on; None if there is none or it is the report's own."""
    head = source.relay
    if head is None or not is_outlet(cast, head):
        return None
    entity = cast.entity_at(head)
    start, end = cast.parsed.subtree_span(head)
    name = entity.name if entity is not None else name_of(cast.parsed, head)
    if is_own(cast.report.source, name) or is_own(cast.report.source, cast.parsed.word(head)):
        return None
    return Voice(name, entity.id if entity is not None else None, None, "relay", start, end)


def is_own(source: str | None, name: str) -> bool:
    """Whether an outlet's name is the report's own ("the BBC" in a report of "BBC News")."""
    if not source:
        return False
    mine, other = _words(source), _words(name)
    return bool(other) and other <= mine


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower())) - {"the", "news", "online", "agency", "television", "tv"}


def same_voice(left: Voice, right: Voice) -> bool:
    """Whether two levels are one voice."""
    if left.entity is not None or right.entity is not None:
        return left.entity == right.entity
    return left.name.lower() == right.name.lower()


def is_first_person(draft: Draft, parsed: Parsed) -> bool:
    """Whether the source is "I" or "we"."""
    return draft.source.head is not None and parsed.lower(draft.source.head) in _FIRST


def passing_on(cast: Cast, outer: Iterable[Voice]) -> list[Voice]:
    """The outer levels of a chain: an outlet that gives another's words is their relay, whoever owns it."""
    return [replace(v, role="relay") if _is_media(cast, v) else v for v in outer]


def _is_media(cast: Cast, voice: Voice) -> bool:
    entity = cast.entities.get(voice.entity or "")
    return entity is not None and entity.type == "media"


def levels(narrator: Voice, inner: Iterable[Voice | None]) -> tuple[Voice, ...]:
    """A chain: the narrator, then the voices inwards; a voice that equals the one outside of it is no new level."""
    chain = [narrator]
    for voice in inner:
        if voice is None or same_voice(voice, chain[-1]) or (len(chain) == 1 and is_own(narrator.name, voice.name)):
            continue
        chain.append(voice)
    return tuple(chain)
