"""Who is in the report: entities and mentions by token, and the voices met so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from contested.model.claim import Voice
from contested.model.grounding import Entity, Mention
from contested.model.parse import Parsed
from contested.model.report import Report
from contested.model.text import Span

BODIES = frozenset({"organisation", "armed_group", "military", "government", "police", "media", "population"})


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice met in the text: where, what heads its name, and which pronouns can stand for it."""

    at: int
    voice: Voice
    head: str
    person: bool
    plural: bool
    token: int


@dataclass
class Cast:
    """The entities and mentions of a report, looked up by token; the voices met so far, for pronouns."""

    report: Report
    parsed: Parsed
    entities: Mapping[str, Entity]
    by_token: Mapping[int, Mention]
    mentions: Sequence[Mention]
    bodies: dict[str, str | None] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    quoted: Sequence[Span] = ()

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
    return frozenset(t for t, m in cast.by_token.items() if m.type in BODIES or m.type == "person")
