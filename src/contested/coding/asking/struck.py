"""What was hit? Asked where one voice names a civilian thing and another a military one, of the same strike."""

from collections.abc import Iterator

from contested.coding import parties
from contested.coding.asking.labels import label, thing, where
from contested.coding.asking.told import DENYING, REAL, Asked, Told
from contested.coding.items import violent
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Ref

Groups = dict[str | int | float | None, list[Claim]]
_KINDS = ("civilian", "military")


def struck(told: Told) -> Iterator[Asked]:
    """One question an event at most; a voice that names both kinds of things settles nothing and is left out."""
    for event in told.events:
        if not violent(event.type):
            continue
        groups: dict[str, list[Claim]] = {}
        for claim in told.own(event):
            if claim.stance not in DENYING and claim.modality in REAL and claim.polarity == "+":
                for kind in _kinds(told.world, claim):
                    groups.setdefault(kind, []).append(claim)
        voices = [parties.parties(told.world, claims) for claims in groups.values()]
        if len(groups) == len(_KINDS) and not voices[0] & voices[1] and _one_thing(told, groups):
            about = f"What was hit in the {label(event)}{where(event)}?"
            yield Asked(about, "target", event.id, _by_words(told.world, groups), "contested")


def _kinds(world: World, claim: Claim) -> set[str]:
    """The kinds of what the claim says was hit."""
    kinds = {_kind(world, ref) for ref in claim.roles.get("target", ())} - {None}
    return {kind for kind in kinds if kind is not None}


def _kind(world: World, ref: Ref) -> str | None:
    head = world.parsed.head_of(ref.start, ref.end)
    words = {world.parsed.lemmas[head]} if head is not None else set()
    things: dict[str, list[str]] = yaml_data("lexicon/questions.yml")["things_hit"]
    return next((kind for kind in _KINDS if words & set(things[kind])), None)


def _one_thing(told: Told, groups: dict[str, list[Claim]]) -> bool:
    """Whether nobody parts the two: each claim names one kind, and a side of the fight names one of them."""
    claims = [claim for group in groups.values() for claim in group]
    return len({claim.id for claim in claims}) == len(claims) and any(
        parties.takes_part(told.world, claim.voice) for claim in claims
    )


def _by_words(world: World, groups: dict[str, list[Claim]]) -> Groups:
    """The claims by the noun of what they name."""
    found: Groups = {}
    for kind, claims in groups.items():
        for claim in claims:
            ref = next(ref for ref in claim.roles["target"] if _kind(world, ref) == kind)
            head = world.parsed.head_of(ref.start, ref.end)
            found.setdefault(thing(world, head) or ref.text, []).append(claim)
    return found
