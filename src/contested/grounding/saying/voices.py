"""Whose voice it is: from the words of a source to the levels of the attribution chain."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from contested.grounding.saying.draft import Draft, Source
from contested.grounding.saying.sources import is_document, is_image
from contested.lexicon.speech import words
from contested.model.claim import Voice, VoiceRole
from contested.model.grounding import Entity, Mention
from contested.model.parse import Parsed
from contested.model.report import Report

_BODIES = frozenset({"organisation", "armed_group", "military", "government", "police", "media", "population"})
_HE = frozenset({"he", "she"})
_FIRST = frozenset({"i", "we"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "you", "who", "which", "that"})
_DETERMINER = re.compile(r"(?:the|a|an)\s+", re.I)
_REACH = 600
"""Code points back to the last voice that a pronoun may stand for where no mention resolves it."""


@dataclass
class Cast:
    """The entities and mentions of a report, looked up by token; the voices met so far, for pronouns."""

    report: Report
    parsed: Parsed
    entities: Mapping[str, Entity]
    by_token: Mapping[int, Mention]
    mentions: Sequence[Mention]
    bodies: dict[str, str | None] = field(default_factory=dict)
    last: list[tuple[int, Voice, bool]] = field(default_factory=list)

    def narrator(self) -> Voice:
        """The report's own voice."""
        return Voice(self.report.source or "narrator", role="narrator")

    def entity_at(self, token: int | None) -> Entity | None:
        """The entity that a token's mention stands for."""
        mention = self.by_token.get(token) if token is not None else None
        return self.entities.get(mention.entity) if mention is not None and mention.entity else None


def cast_of(report: Report, parsed: Parsed, entities: Sequence[Entity], mentions: Sequence[Mention]) -> Cast:
    """A cast with every token of a mention of a body, person or place; the shortest mention that holds a token wins."""
    by_token: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        if mention.entity is not None:
            for token in parsed.tokens_in(mention.start, mention.end):
                by_token[token] = mention
    return Cast(report, parsed, {e.id: e for e in entities}, by_token, sorted(mentions, key=lambda m: m.start))


def speaking_tokens(cast: Cast) -> frozenset[int]:
    """Tokens of mentions whose entity can speak."""
    return frozenset(t for t, m in cast.by_token.items() if m.type in _BODIES or m.type == "person")


def voice_of(cast: Cast, draft: Draft) -> Voice:
    """The level of one source: its entity's name, or its words; for a pronoun that nothing resolves, the last voice."""
    source = draft.source
    if source.hidden is not None:
        return Voice(source.hidden, role="unnamed", start=draft.cue.start, end=draft.cue.end)
    start, end = source.span or draft.cue
    head = source.head
    entity = cast.entity_at(head)
    if entity is None and head is not None and cast.parsed.lower(head) in _PRONOUNS:
        return _by_pronoun(cast, cast.parsed.lower(head), start, end)
    words_ = cast.parsed.text[start:end] if head is None or _has(cast.parsed, head, start, end) else _noun(cast, head)
    role = _role(cast, head, entity)
    if entity is not None and role not in ("document", "image"):
        body = cast.bodies.get(entity.id) or _body(cast, head, start, end, entity.id)
        cast.bodies[entity.id] = body
        voice = Voice(entity.name, entity.id, body, role, start, end)
    else:
        voice = Voice(_name(words_), None, _body(cast, head, start, end, None), role, start, end)
        voice = _known_as(cast, voice)
    cast.last.append((start, voice, _person(cast, head, entity)))
    return voice


def _has(parsed: Parsed, head: int, start: int, end: int) -> bool:
    return start <= parsed.starts[head] < end


def _noun(cast: Cast, head: int) -> str:
    """The words of the noun that a relative pronoun stands for, up to the noun."""
    left = [c for c in cast.parsed.children(head, "det", "compound", "amod", "poss", "nummod") if c < head]
    tokens = cast.parsed.subtree(left[0])[0] if left else head
    return cast.parsed.text[cast.parsed.starts[tokens] : cast.parsed.ends[head]]


def _name(text: str) -> str:
    """The source's own words as a name: on one line, without its article."""
    return _DETERMINER.sub("", " ".join(text.split()), count=1) if _DETERMINER.match(text) else " ".join(text.split())


def _role(cast: Cast, head: int | None, entity: Entity | None) -> VoiceRole:
    parsed = cast.parsed
    if head is None:
        return "speaker"
    if is_image(parsed, head):
        return "image"
    if entity is None and is_document(parsed, head) and parsed.pos[head] != "PROPN":
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
    name = " ".join(_name(cast.parsed.text[slice(*cast.parsed.subtree_span(head))]).lower().split())
    return name in words("outlet_names") or cast.parsed.lower(head) in words("outlet_names")


def _body(cast: Cast, head: int | None, start: int, end: int, own: str | None) -> str | None:
    """The entity of the body that a person, official or statement named by `[start, end)` speaks for."""
    if head is None or not _speaks_for(cast, start, end):
        return None
    for mention in cast.mentions:
        if start <= mention.start and mention.end <= end and mention.entity not in (None, own):
            entity = cast.entities.get(mention.entity or "")
            if entity is not None and entity.type in _BODIES:
                return entity.id
    return None


def _speaks_for(cast: Cast, start: int, end: int) -> bool:
    return any(cast.parsed.lemmas[t] in words("offices") for t in cast.parsed.tokens_in(start, end))


def _person(cast: Cast, head: int | None, entity: Entity | None) -> bool:
    """Whether "he" or "she" can stand for the voice."""
    if entity is not None:
        return entity.type == "person"
    if head is None or is_document(cast.parsed, head) or is_image(cast.parsed, head):
        return False
    return cast.parsed.tags[head] in ("NN", "NNP", "PRP")


def _by_pronoun(cast: Cast, word: str, start: int, end: int) -> Voice:
    """The last voice near enough that the pronoun can stand for; the pronoun itself if there is none."""
    for at, voice, person in reversed(cast.last):
        if start - at > _REACH:
            break
        if at < start and (person if word in _HE else not person if word == "it" else True):
            found = replace(voice, start=start, end=end)
            cast.last.append((start, found, person))
            return found
    return Voice(cast.parsed.text[start:end], start=start, end=end)


def _known_as(cast: Cast, voice: Voice) -> Voice:
    """The fuller earlier voice that this one shortens ("Davis", "the statement", "the ministry")."""
    short = voice.name.lower().split()
    for _, earlier, _ in reversed(cast.last):
        full = earlier.name.lower().split()
        if len(short) == 1 and len(full) > 1 and short[0] in full and earlier.role == voice.role:
            return replace(earlier, start=voice.start, end=voice.end)
    return voice


def relay_of(cast: Cast, source: Source) -> Voice | None:
    """The outlet that passes the source's words on; None if there is none or it is the report's own."""
    head = source.relay
    if head is None or not is_outlet(cast, head):
        return None
    entity = cast.entity_at(head)
    start, end = cast.parsed.subtree_span(head)
    name = entity.name if entity is not None else _name(cast.parsed.text[start:end])
    if is_own(cast.report.source, name) or is_own(cast.report.source, cast.parsed.word(head)):
        return None
    return Voice(name, entity.id if entity is not None else None, None, "relay", start, end)


def is_own(source: str | None, name: str) -> bool:
    """Whether an outlet's name is the report's own ("the BBC" in a report of "BBC News")."""
    if not source:
        return False
    mine, other = _words(source), _words(name)
    return bool(other) and (other <= mine or mine <= other)


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower())) - {"the", "news", "online", "agency"}


def same_voice(left: Voice, right: Voice) -> bool:
    """Whether two levels are one voice."""
    if left.entity is not None or right.entity is not None:
        return left.entity == right.entity
    return left.name.lower() == right.name.lower()


def is_first_person(draft: Draft, parsed: Parsed) -> bool:
    """Whether the source is "I" or "we"."""
    return draft.source.head is not None and parsed.lower(draft.source.head) in _FIRST


def levels(narrator: Voice, inner: Iterable[Voice | None]) -> tuple[Voice, ...]:
    """A chain: the narrator, then the voices inwards; a voice that equals the one outside of it is no new level."""
    chain = [narrator]
    for voice in inner:
        if voice is None or same_voice(voice, chain[-1]) or (len(chain) == 1 and is_own(narrator.name, voice.name)):
            continue
        chain.append(voice)
    return tuple(chain)
