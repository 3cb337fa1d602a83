"""Acts that the report tells without a verb of saying: "Chad refused to", "Kenya backs", "Togo lodged a protest with".

They are claims of who acts, with the stance of the frame: whoever refuses rejects, whoever defends praises.
"""

from collections.abc import Iterator
from dataclasses import replace

from contested.coding.acts import roles_at
from contested.coding.clauses import clause_span
from contested.coding.draft import Draft
from contested.coding.predicate import Predicate
from contested.coding.saying import Said
from contested.coding.statements import SPEECH_TYPES
from contested.coding.when import when_of
from contested.coding.world import World
from contested.model.claim import Stance, Voice

_BODIES = frozenset({"government", "military", "armed_group", "police", "organisation"})
_UNREAL = frozenset({"possible", "hypothetical"})


def told_acts(world: World, predicate: Predicate, outer: Said) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs, one for each who acts; none for what is not said to be so or is another's wish."""
    stance = _stance(predicate, outer)
    if stance is None:
        return
    acting = predicate.roles.get("actor", ())
    taken = {predicate.trigger, *acting}
    span = clause_span(world.parsed, predicate)
    for token in acting:
        said = _speaking(world, token, stance, outer)
        if said is None:
            continue
        yield (
            Draft(
                kind=predicate.kind,
                span=span,
                method=f"frame:{predicate.frame.type}:{world.parsed.lemmas[predicate.trigger]}",
                type=SPEECH_TYPES.get(stance, predicate.type),
                modality=predicate.mood.modality,
                roles=roles_at(world, predicate.trigger, taken, said),
                when=when_of(world, predicate),
            ),
            said,
        )


def _stance(predicate: Predicate, outer: Said) -> Stance | None:
    """The frame's stance; one who will support intends to. None for what nobody says is so."""
    if predicate.mood.polarity == "-" or predicate.mood.modality in _UNREAL:
        return None
    if predicate.mood.modality == "conditional" and predicate.frame.stance not in ("intends", "threatens"):
        return None
    if outer.stance not in ("asserts", "confirms", "intends", "explains"):
        return None
    if predicate.mood.modality == "planned":
        return "intends" if predicate.frame.stance == "praises" else None
    return predicate.frame.stance


def _speaking(world: World, token: int, stance: Stance, outer: Said) -> Said | None:
    """The chain with who acts as its innermost voice; the voice around it where that is the same."""
    ref, entity = world.ref(token), world.actor(token)
    if ref is None:
        return None
    inner = outer.voices[-1]
    if entity is not None and entity.id in (inner.entity, inner.for_):
        return replace(outer, stance=stance, saying=None)
    body = entity.id if entity is not None and entity.type in _BODIES else None
    name = entity.name if entity is not None else ref.text
    voice = Voice(name, entity.id if entity is not None else None, body, "speaker", ref.start, ref.end)
    return Said((*outer.voices, voice), stance)
