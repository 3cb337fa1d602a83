"""What a claim rests on, and whether the outlet says that it could check it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from contested.coding.world import World
from contested.lexicon import Matcher, yaml_data
from contested.model.claim import Claim, Evidence, Verification, Voice
from contested.model.text import Span

_SEEN_ROLES = frozenset({"image", "document"})


@cache
def _words() -> Matcher:
    table = yaml_data("lexicon/evidence.yml")["voice"]
    return Matcher((word, kind) for kind, words in table.items() for word in words)


@cache
def _checks() -> Matcher:
    table = yaml_data("lexicon/evidence.yml")
    return Matcher((phrase, kind) for kind in ("unverified", "verified_by_outlet") for phrase in table[kind])


def evidence_of(voices: Sequence[Voice]) -> Evidence | None:
    """By the words of a voice that is an image or a document; None for people, who are no evidence but speak."""
    for voice in reversed(voices):
        if voice.role in _SEEN_ROLES:
            hits = _words().find(voice.name)
            default = "image" if voice.role == "image" else "document"
            return hits[0].key if hits else default  # type: ignore[return-value]
    return None


def verified(world: World, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, marked where their sentence, or the one after it, says that the outlet could or could not check."""
    marks = [(hit.start, hit.key) for hit in _checks().find(world.text)]
    if not marks:
        return list(claims)
    spans = [sentence.span for sentence in world.parsed.sentences]
    return [_marked(claim, marks, spans) for claim in claims]


def _marked(claim: Claim, marks: Sequence[tuple[int, str]], spans: Sequence[Span]) -> Claim:
    if len(claim.voices) < 2:
        return claim
    here = next((n for n, span in enumerate(spans) if span.start <= claim.start < span.end), None)
    if here is None:
        return claim
    reach = Span(spans[here].start, spans[min(here + 1, len(spans) - 1)].end)
    found: Verification | None = next((key for at, key in marks if reach.start <= at < reach.end), None)  # type: ignore[misc]
    return replace(claim, verification=found) if found else claim
