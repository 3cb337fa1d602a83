"""Claims of kind relation: how parties stand to each other ("troops backed by the militia")."""

from collections.abc import Iterator

from contested.coding import arguments
from contested.coding.draft import Draft
from contested.coding.saying import Said, Voices
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Ref, Relation
from contested.model.text import Span


def ties(world: World, voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs in text order: one for each participle that ties two parties whom the text names."""
    parsed, table = world.parsed, yaml_data("lexicon/geography.yml")["ties"]
    for token in range(len(parsed.starts)):
        predicate = table.get(parsed.lemmas[token])
        if predicate is None or parsed.deps[token] not in ("acl", "relcl") or parsed.tags[token] != "VBN":
            continue
        backer, backed = arguments.subject(parsed, token), arguments.patient(parsed, token)
        pair = [_party(world, one) for one in (backer, backed)]
        if pair[0] is None or pair[1] is None:
            continue
        span = Span(min(pair[0].start, pair[1].start), max(pair[0].end, pair[1].end, _end(world, backer)))
        for said in voices.over(parsed.starts[token]):
            yield Draft("relation", span, f"tie:{predicate}", relation=Relation(predicate, pair[0], pair[1])), said


def _party(world: World, token: int | None) -> Ref | None:
    """The party at the token, if its entity is known."""
    actor = world.actor(token) if token is not None else None
    ref = world.ref(token) if token is not None and actor is not None else None
    return Ref(ref.text, ref.start, ref.end, actor.id) if ref is not None and actor is not None else None


def _end(world: World, token: int | None) -> int:
    return world.parsed.subtree_span(token).end if token is not None else 0
