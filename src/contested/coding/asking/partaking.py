"""Did they take part? Asked where a party says itself that it fights, or does not, and others say so too."""

from collections.abc import Iterator

from contested.coding import parties
from contested.coding.asking.labels import at
from contested.coding.asking.told import DENYING, REAL, Answers, Asked, Told, closest
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Ref

_JOINING = ("battle.", "foreign_intervention", "deployment")
_OWNING = frozenset({"confirms", "concedes"})
_BACKING = frozenset({"backs", "fights", "allied_with"})


def took_part(told: Told) -> Iterator[Asked]:
    """One question a party that speaks of its own fighting; its own word decides between admitted and contested."""
    asked: set[str] = set()
    for claim in told.claims:
        party = parties.party(told.world, claim.voice)
        if party in asked or not _speaks_of_own(told.world, claim):
            continue
        asked.add(party)
        own = [c for c in told.claims if _speaks_of_own(told.world, c) and parties.party(told.world, c.voice) == party]
        others = [c for c in told.claims if c not in own and _says_so(told, c, party, claim.voice.name)]
        if others:
            yield _asked(told, own, others)


def _asked(told: Told, own: list[Claim], others: list[Claim]) -> Asked:
    denied = [claim for claim in own if claim.stance in DENYING]
    about = f"Did {own[0].voice.name} take part in the fighting{at(closest(told, own))}?"
    answers: Answers = {"yes": [c for c in (*own, *others) if c not in denied], "no": denied}
    return Asked(about, "occurred", own[0].event, answers, "contested" if denied else "admitted")


def _speaks_of_own(world: World, claim: Claim) -> bool:
    """Whether a voice owns or denies that its people fight ("confirmed that its fighters had joined the battle")."""
    joins = (claim.type or "").startswith(_JOINING) and claim.modality in REAL and claim.polarity == "+"
    told = claim.stance in _OWNING or (claim.stance in DENYING and not (claim.type or "").startswith("battle."))
    return joins and told and len(claim.voices) > 1 and parties.of_itself(world, claim)


def _says_so(told: Told, claim: Claim, party: str, name: str) -> bool:
    """Whether another voice says that the party fights: as who acts, as who backs, or in words that accuse it of it."""
    if claim.stance in DENYING or claim.polarity == "-" or parties.party(told.world, claim.voice) == party:
        return False
    if claim.relation is not None:
        return claim.relation.predicate in _BACKING and _is(told.world, claim.relation.subject, party)
    if (claim.type or "").startswith(_JOINING):
        return claim.modality in REAL and any(_is(told.world, ref, party) for ref in claim.roles.get("actor", ()))
    return claim.kind == "statement" and _names_role(told.world, claim, name)


def _is(world: World, ref: Ref | None, party: str) -> bool:
    return ref is not None and parties.party_of_ref(world, ref) == party


def _names_role(world: World, claim: Claim, name: str) -> bool:
    """Whether the words are of the part the named party takes ("the intervention of Hezbollah")."""
    parsed, nouns = world.parsed, frozenset(yaml_data("lexicon/questions.yml")["taking_part"])
    tokens = parsed.tokens_in(claim.start, claim.end)
    heads = [token for token in tokens if parsed.lemmas[token] in nouns]
    return any(name in world.text[parsed.subtree_span(t).start : parsed.subtree_span(t).end] for t in heads)
