"""An accusation is one whatever the verb: "the minister said that rebels had gassed the village"."""

from dataclasses import replace

from contested.coding import parties
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Ref


def accuse(world: World, claim: Claim) -> Claim:
    """The claim with stance `accuses` where a voice of one side states a crime (families.yml) of another party's.

    Police, monitors and witnesses report; gunmen without a name are nobody to accuse.
    """
    if claim.type not in yaml_data("lexicon/families.yml")["crimes"] or claim.stance not in ("asserts", "confirms"):
        return claim
    if len(claim.voices) < 2 or claim.polarity != "+" or not claim.roles.get("actor"):
        return claim
    if not parties.takes_part(world, claim.voice) or not any(_is_party(world, ref) for ref in claim.roles["actor"]):
        return claim
    mine = parties.party(world, claim.voice)
    if any(parties.party_of_ref(world, ref) == mine for ref in claim.roles["actor"]):
        return claim
    return replace(claim, stance="accuses")


def _is_party(world: World, ref: Ref) -> bool:
    """Whether who did it is a party of the conflict, or what a side calls its enemy ("terrorists"), not just gunmen."""
    entity = world.entities.get(ref.entity or "")
    if entity is not None and entity.side is not None:
        return True
    head = world.parsed.head_of(ref.start, ref.end)
    foes = (*yaml_data("lexicon/reconciling.yml")["foes"], *yaml_data("lexicon/echoes.yml")["never_own"])
    return head is not None and world.parsed.lemmas[head] in foes
