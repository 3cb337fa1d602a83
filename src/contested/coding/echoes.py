"""Claims whose content is only pointed at: "accused the rebels of doing so", "which they have also rejected".

The content is that of a claim told of just before; who did it is what the new voice says, never what the old one said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from contested.coding.charges import accused
from contested.coding.clauses import trimmed
from contested.coding.draft import Draft
from contested.coding.parties import party, party_of_ref
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
_OPENING = 4
"""Words of a content in which it says of what it speaks ("that it is a lie")."""
_PARTIES = frozenset({"armed_group", "military", "government", "organisation", "police"})
_REFUSING = frozenset({"denies", "rejects"})
Told = tuple[Draft, Said]


def echoes(world: World, told: Sequence[Told], voices: Voices) -> Iterator[Told]:
    """(draft, voice) pairs in text order; each may point at one made just before it."""
    known = list(told)
    for saying in world.grounded.sayings:
        said = voices.by(saying)
        if said.stance == "accuses" and (_does_so(world, saying) or _names_only(world, saying)):
            found = _accusation(world, saying, _before(world, known, saying))
        elif said.stance in _REFUSING and _points_back(world, saying):
            found = _refusal(world, saying, said, _before(world, known, saying))
        elif said.stance == "asserts" and _calls_false(world, saying):
            said = replace(said, stance="denies")
            found = _refusal(world, saying, said, _before(world, known, saying))
        else:
            found = None
        if found is not None:
            known.append((found, said))
            yield found, said


def _tokens(world: World, saying: Saying) -> list[int]:
    return [t for part in saying.attribution.content for t in world.parsed.tokens_in(part.start, part.end)]


def _does_so(world: World, saying: Saying) -> bool:
    """Whether the content is "doing so" or its like."""
    parsed, words = world.parsed, yaml_data("lexicon/echoes.yml")["do_so"]
    tokens = _tokens(world, saying)
    return any(parsed.lemmas[a] == "do" and parsed.lower(b) in words for a, b in pairwise(tokens))


def _names_only(world: World, saying: Saying) -> bool:
    """Whether the content is nothing but a party ("the army blamed the Front, an old enemy, for both")."""
    tokens = [t for t in _bare(world, saying) if world.parsed.pos[t] not in ("DET", "PUNCT")]
    mentions = {world.mention(token) for token in tokens}
    return len(mentions) == 1 and all(m is not None and m.entity and m.type in _PARTIES for m in mentions)


def _bare(world: World, saying: Saying) -> list[int]:
    """The content without what explains the name after a comma, and without "for it" at its end."""
    parsed, tokens = world.parsed, _tokens(world, saying)
    comma = next((n for n, t in enumerate(tokens) if parsed.word(t) == "," and n > 0), len(tokens))
    tokens = tokens[:comma]
    words = [parsed.lower(t) for t in tokens]
    if len(tokens) > 2 and words[-2] == "for" and words[-1] in yaml_data("lexicon/echoes.yml")["for_it"]:
        return tokens[:-2]
    return tokens


def _points_back(world: World, saying: Saying) -> bool:
    """Whether the content is a pronoun or "the accusation"."""
    parsed, words = world.parsed, yaml_data("lexicon/echoes.yml")
    tokens = [t for t in _tokens(world, saying) if parsed.pos[t] not in ("DET", "PUNCT", "ADJ")]
    if not tokens:
        tokens = _tokens(world, saying)
    return len(tokens) == 1 and (
        parsed.lower(tokens[0]) in words["pronouns"] or parsed.lemmas[tokens[0]] in words["charges"]
    )


def _calls_false(world: World, saying: Saying) -> bool:
    """Whether the content begins by calling what was said before false ("that is invented", "it was a lie")."""
    parsed, words = world.parsed, yaml_data("lexicon/echoes.yml")
    tokens = _tokens(world, saying)[:_OPENING]
    subject = next((t for t in tokens if parsed.deps[t] in ("nsubj", "nsubjpass")), None)
    if subject is None or parsed.lower(subject) not in words["pronouns"]:
        return False
    verb = parsed.heads[subject]
    called = (verb, *parsed.children(verb, "attr", "acomp", "advmod"))
    return not parsed.children(verb, "neg") and any(parsed.lemmas[token] in words["refuting"] for token in called)


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


def _accusation(world: World, saying: Saying, before: Sequence[Told]) -> Draft | None:
    """The thing told of last, done by whom the voice accuses."""
    blamed = _accused(world, saying)
    for draft, _ in before:
        if draft.predicate is not None and draft.kind == "event":
            roles: dict[str, tuple[Ref, ...]] = {"actor": (blamed,)} if blamed else {}
            return replace(draft, span=_span(world, saying), roles=roles, method="echo:accuse", trigger=None)
    return None


def _accused(world: World, saying: Saying) -> Ref | None:
    if _names_only(world, saying):
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


def _span(world: World, saying: Saying) -> Span:
    """From the speaker on where he stands right before the cue, or "which" before him, else from the cue on."""
    attribution = saying.attribution
    cue = min(part.start for part in attribution.cue or attribution.content)
    sources = [part.start for part in attribution.source if 0 <= cue - part.end <= NEAR_CUE]
    ends = [part.end for part in (*attribution.content, *attribution.cue)]
    relative = [part.start for part in attribution.content if 0 <= cue - part.end <= NEAR_CUE]  # "which they rejected"
    return trimmed(world.text, Span(min([cue, *sources, *relative]), max(ends)))
