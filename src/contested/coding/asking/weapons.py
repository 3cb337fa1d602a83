"""What was it done with? Asked where voices name weapons of different kinds, or one says that it is not known."""

from collections.abc import Iterator, Sequence

from contested.coding.asking.doubts import NOT_KNOWN, after, doubted
from contested.coding.asking.labels import label, where
from contested.coding.asking.told import DENYING, REAL, Asked, Told
from contested.coding.asking.verdicts import independent
from contested.coding.items import violent
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Ref
from contested.model.event import Event
from contested.model.question import Verdict

Groups = dict[str | int | float | None, list[Claim]]


def weapon(told: Told) -> Iterator[Asked]:
    """One question an event at most."""
    unknown = [claim for claim in told.claims if _of_weapon(told, claim)]
    for event in told.events:
        claims = [c for c in told.own(event) if violent(c.type) and c.stance not in DENYING and c.modality in REAL]
        armed = [(kind, claim) for claim in claims if (kind := _kind(told.world, claim))]
        doubts = [c for c in unknown if any(after(told, claim, c) for _, claim in armed)]
        groups: Groups = {}
        for kind, claim in armed:
            groups.setdefault(kind, []).append(claim)
        if groups and doubts:
            yield _asked(event, {**groups, NOT_KNOWN: doubts}, "variance")
        elif len(groups) > 1 and len(independent(told.world, groups)) > 1 and not _shared(groups):
            yield _asked(event, groups, "contested" if _one_each(told.world, armed) else "variance")


def _asked(event: Event, groups: Groups, verdict: Verdict) -> Asked:
    return Asked(f"What weapon was used in the {label(event)}{where(event)}?", "weapon", event.id, groups, verdict)


def _kind(world: World, claim: Claim) -> str | None:
    """The kind of the one weapon the claim names; None for none, several, and a word that fits any ("weapons")."""
    refs = claim.roles.get("instrument", ())
    kinds = {_kind_of(world, ref) for ref in refs}
    return next(iter(kinds)) if len(kinds) == 1 else None


def _kind_of(world: World, ref: Ref) -> str | None:
    words = {world.parsed.lemmas[token].lower() for token in world.parsed.tokens_in(ref.start, ref.end)}
    kinds: dict[str, list[str]] = yaml_data("lexicon/questions.yml")["weapon_kinds"]
    return next((kind for kind, nouns in kinds.items() if words & set(nouns)), None)


def _of_weapon(told: Told, claim: Claim) -> bool:
    """Whether the voice says that the weapon is not known."""
    words = doubted(told, claim)
    return words is not None and any(noun in words for noun in yaml_data("lexicon/questions.yml")["weapon_nouns"])


def _shared(groups: Groups) -> bool:
    """Whether one voice names both: then both were used."""
    voices = [{claim.voice.name for claim in claims} for claims in groups.values()]
    return any(a & b for n, a in enumerate(voices) for b in voices[n + 1 :])


def _one_each(world: World, armed: Sequence[tuple[str, Claim]]) -> bool:
    """Whether each names one single thing ("a rocket", "a mine"), which cannot be both."""
    heads = [world.parsed.head_of(ref.start, ref.end) for _, claim in armed for ref in claim.roles["instrument"]]
    return all(head is not None and world.parsed.tags[head] == "NN" for head in heads)
