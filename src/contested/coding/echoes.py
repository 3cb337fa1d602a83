"""Claims whose content is only pointed at: "accused the rebels of doing so", "which they have also rejected".

The content is that of a claim told of just before; who did it is what the new voice says, never what the old one said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contested.coding.charges import accused, speaker
from contested.coding.clauses import trimmed
from contested.coding.draft import Draft
from contested.coding.items import violent
from contested.coding.parties import party, party_of_ref
from contested.coding.pointing import (
    calls_false,
    denies_a_part,
    does_so,
    is_any_deed,
    names_only,
    points_back,
    told_doer,
)
from contested.coding.saying import Said, Voices
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Ref
from contested.model.grounding import Saying
from contested.model.text import Span

REACH = 2
"""Sentences back in which the thing pointed at must stand."""
NEAR_CUE = 25
"""Code points between a speaker and his verb ("have also repeatedly") that still make one phrase."""
_QUESTIONS = "lexicon/questions.yml"
_REFUSING = frozenset({"denies", "rejects"})
Told = tuple[Draft, Said]


def echoes(world: World, told: Sequence[Told], voices: Voices) -> Iterator[Told]:
    """(draft, voice) pairs in text order; each may point at one made just before it."""
    known = list(told)
    for saying in world.grounded.sayings:
        found = _echo(world, saying, voices.by(saying), known)
        if found is not None:
            known.append(found)
            yield found


def _echo(world: World, saying: Saying, said: Said, known: Sequence[Told]) -> Told | None:
    """What the saying says of something told before; None where its content points at nothing."""
    draft: Draft | None = None
    if said.stance == "accuses" and (does_so(world, saying) or names_only(world, saying)):
        draft = _charge(world, saying, _accused(world, saying), _before(world, known, saying))
    elif (said.stance == "claims" and is_any_deed(world, saying)) or (
        said.stance in _REFUSING and denies_a_part(world, saying)
    ):
        draft = _charge(world, saying, speaker(world, said), _deeds(_before(world, known, saying)))
    elif said.stance in _REFUSING and points_back(world, saying):
        draft = _refusal(world, saying, said, _before(world, known, saying))
    elif said.stance == "asserts" and calls_false(world, saying):
        said = replace(said, stance="denies")
        draft = _refusal(world, saying, said, _before(world, known, saying))
    elif said.stance in ("asserts", *_REFUSING) and (told := told_doer(world, saying, said)) is not None:
        said = replace(said, stance=told.stance)
        draft = _charge(world, saying, told.doer, _deeds(_before(world, known, saying)))
        draft = replace(draft, span=_content(world, saying)) if draft is not None else None
    return (draft, said) if draft is not None else None


def _deeds(before: Sequence[Told]) -> list[Told]:
    """Of what was told before only what somebody must have done."""
    return [told for told in before if violent(told[0].type) or told[0].type in yaml_data(_QUESTIONS)["deeds"]]


def _before(world: World, known: Sequence[Told], saying: Saying) -> list[Told]:
    """What was told shortly before the saying, the latest first."""
    at = min(part.start for part in saying.attribution.cue or saying.attribution.content)
    here = world.sentence_at(at)
    near = [
        (d, s)
        for d, s in known
        if d.span.start < at and d.span.end <= at + 1 and 0 <= here - world.sentence_at(d.span.start) <= REACH
    ]
    return sorted(near, key=lambda pair: -pair[0].span.start)


def _charge(world: World, saying: Saying, doer: Ref | None, before: Sequence[Told]) -> Draft | None:
    """The thing told of last, done by whom the voice names, or says did not do it."""
    for draft, _ in before:
        if draft.predicate is not None and draft.kind == "event":
            roles: dict[str, tuple[Ref, ...]] = {"actor": (doer,)} if doer else {}
            span = _span(world, saying)
            return replace(draft, span=span, roles=roles, method="echo:charge", trigger=None, polarity="+")
    return None


def _accused(world: World, saying: Saying) -> Ref | None:
    if names_only(world, saying):
        head = world.parsed.head_of(*saying.attribution.content[0])
        return world.ref(head) if head is not None else None
    return accused(world, saying)


def _refusal(world: World, saying: Saying, said: Said, before: Sequence[Told]) -> Draft | None:
    """The accusation or claim of somebody else told of last. Nobody rejects what he says himself."""
    mine = party(world, said.voices[-1])
    for draft, other in before:
        if draft.predicate is None or len(other.voices) < 2 or party(world, other.voices[-1]) == mine:
            continue
        if other.stance in ("accuses", "asserts", "confirms") and _concerns(world, draft, other, said):
            return replace(draft, span=_span(world, saying), method="echo:refuse", trigger=None)
    return None


def _concerns(world: World, draft: Draft, other: Said, said: Said) -> bool:
    """Whether the voice is the one that is blamed, or nobody is: others cannot refuse for it.

    A person of whom no party is known ("the general denied it") may speak for troops of whom none is known.
    """
    blamed = draft.roles.get("actor", ())
    if not blamed:
        return other.stance != "accuses"
    if said.stance == "denies" and _is_of_no_party(world, said) and all(ref.entity is None for ref in blamed):
        return True
    mine = party(world, said.voices[-1])
    return any(party_of_ref(world, ref) == mine for ref in blamed)


def _is_of_no_party(world: World, said: Said) -> bool:
    voice = said.voices[-1]
    entity = world.entities.get(voice.entity or "")
    return voice.for_ is None and (entity is None or (entity.type == "person" and entity.party is None))


def _content(world: World, saying: Saying) -> Span:
    """What is said, from its first word to its last."""
    parts = saying.attribution.content
    return trimmed(world.text, Span(min(p.start for p in parts), max(p.end for p in parts)))


def _span(world: World, saying: Saying) -> Span:
    """From the speaker on where he stands right before the cue, or "which" before him, else from the cue on."""
    attribution = saying.attribution
    cue = min(part.start for part in attribution.cue or attribution.content)
    sources = [part.start for part in attribution.source if 0 <= cue - part.end <= NEAR_CUE]
    ends = [part.end for part in (*attribution.content, *attribution.cue)]
    relative = [part.start for part in attribution.content if 0 <= cue - part.end <= NEAR_CUE]  # "which they rejected"
    return trimmed(world.text, Span(min([cue, *sources, *relative]), max(ends)))
