"""Whose voice a claim is: by party independent voices are counted, by side adversaries are told."""

from collections.abc import Iterable

from contested.coding.world import World
from contested.model.claim import Claim, Ref, Voice

_SELVES = frozenset({"its", "our", "their", "we", "it", "they", "us"})
"""Words by which one who speaks names himself where no entity is known; other pronouns fill no role (World.ref)."""
_ONE = frozenset({"he", "she", "i"})
_BODY = frozenset({"it", "they", "we"})
_STATES = frozenset({"government", "military", "armed_group"})


def party(world: World, voice: Voice) -> str:
    """The party that the voice speaks for; its own name where no party is known."""
    for key in (voice.for_, voice.entity):
        entity = world.entities.get(key or "")
        if entity is not None:
            return entity.party or entity.id
    return "narrator" if voice.role == "narrator" else voice.name.lower().removeprefix("the ")


def party_of_ref(world: World, ref: Ref) -> str:
    """The party of a role's filler; the words themselves, without an article, where no entity is known."""
    entity = world.entities.get(ref.entity or "")
    return (entity.party or entity.id) if entity else ref.text.lower().removeprefix("the ")


def of_itself(world: World, claim: Claim) -> bool:
    """Whether the voice speaks of what its own party did, or did not do."""
    mine = party(world, claim.voice)
    acting = any(party_of_doer(world, claim, ref) == mine for ref in claim.roles.get("actor", ()))
    return acting or _by_pronoun(world, claim)


def _by_pronoun(world: World, claim: Claim) -> bool:
    """Whether a voice denies an act of which no doer is known but a pronoun: itself ("deny that they had fired it")."""
    if claim.roles.get("actor") or claim.trigger is None or claim.stance not in ("denies", "rejects"):
        return False
    pronouns = _ONE if _is_person(world, claim.voice) else _BODY
    tokens = world.parsed.tokens_in(claim.trigger.start, claim.trigger.end)
    return any(world.parsed.lower(c) in pronouns for token in tokens for c in world.parsed.children(token, "nsubj"))


def _is_person(world: World, voice: Voice) -> bool:
    """Whether one person speaks; a voice without an entity is one unless its name is a plural ("rebel groups")."""
    entity = world.entities.get(voice.entity or "")
    return entity.type == "person" if entity is not None else not voice.name.endswith("s")


def party_of_doer(world: World, claim: Claim, ref: Ref) -> str:
    """The party of who is said to act; that of the voice where it speaks of itself ("its men", "we")."""
    return party(world, claim.voice) if speaks_of_itself(world, ref) else party_of_ref(world, ref)


def speaks_of_itself(world: World, ref: Ref) -> bool:
    """Whether the words say that he who speaks acts ("its fighters", "their men", "we")."""
    before = world.text[max(0, ref.start - len("their ")) : ref.start].split()
    words = [*before[-1:], *ref.text.split()[:1]]
    return ref.entity is None and any(word.lower() in _SELVES for word in words)


def side(world: World, voice: Voice) -> str | None:
    """The side of the voice in this conflict, or None if it has none."""
    for key in (voice.for_, voice.entity):
        entity = world.entities.get(key or "")
        if entity is not None and entity.side:
            return entity.side
    return None


def takes_part(world: World, voice: Voice) -> bool:
    """Whether the voice is a side of the conflict or a state: such voices accuse, where police and monitors report."""
    if side(world, voice) is not None:
        return True
    entity = world.entities.get(voice.for_ or voice.entity or "")
    if entity is None:
        return False
    return entity.type in {*_STATES, "place"} or (entity.party or "").startswith("government of ")


def parties(world: World, claims: Iterable[Claim]) -> set[str]:
    """The parties of the claims' innermost voices."""
    return {party(world, claim.voice) for claim in claims}


def opposed(world: World, claims: Iterable[Claim], others: Iterable[Claim] | None = None) -> bool:
    """Whether two of the voices (one of each group, if two are given) are of different sides."""
    first = {s for claim in claims if (s := side(world, claim.voice))}
    second = first if others is None else {s for claim in others if (s := side(world, claim.voice))}
    return any(a != b for a in first for b in second)
