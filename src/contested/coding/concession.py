"""A party that says what speaks against itself concedes it: rebels who say that the army took their town."""

from dataclasses import replace

from contested.coding import parties
from contested.coding.world import World
from contested.model.claim import Claim

_GAINS = ("territory.government_gain", "territory.rebel_gain", "control.held")


def concede(world: World, claim: Claim) -> Claim:
    """The claim with stance `concedes` where a voice asserts that the other side took or holds a place."""
    if claim.type not in _GAINS or claim.stance not in ("asserts", "confirms") or len(claim.voices) < 2:
        return claim
    if claim.polarity != "+" or claim.modality not in ("actual", "ongoing"):
        return claim
    own = parties.side(world, claim.voice)
    takers = {
        world.entities[r.entity].side for role in ("actor", "controller") for r in claim.roles.get(role, ()) if r.entity
    }
    against = own is not None and bool(takers) and own not in takers and None not in takers
    return replace(claim, stance="concedes") if against else claim
