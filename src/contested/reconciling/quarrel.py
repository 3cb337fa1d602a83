"""Who is a party to the quarrel of an incident: who fights in it, is accused, or accuses as a fighter.

A state is one where its forces do what is told or suffer it, where a group speaks or acts, in war at large, and where
its own outlet tells of no mere disaster. Police that count the dead of a crash or a murder are bystanders like the
hospital: another number is no contradiction.
"""

from collections.abc import Sequence

from contested.reconciling.knowledge import words
from contested.reconciling.parties import Parties
from contested.reconciling.party import Party
from contested.reconciling.tolls import Voiced


def quarrel_of(parties: Parties, claims: Sequence[Voiced], kind: str) -> frozenset[str]:
    """Names of the parties to the quarrel."""
    speaking = {one.party for one in claims if one.party is not None and one.party.fights}
    acting = {
        party
        for one in claims
        if one.claim.kind in ("event", "damage", "statement")
        for role in ("actor", "target")
        for ref in one.claim.roles.get(role, ())
        if parties.is_named(one.report, ref) and (party := parties.of_ref(one.report, ref)).fights
    }
    if not kind.startswith("disaster"):
        acting |= {one.party for one in claims if one.party in speaking and one.claim.voice.role == "narrator"}
    war = kind.startswith(tuple(words("war"))) or any(_is_belligerent(party) for party in speaking | acting)
    return frozenset(party.name for party in speaking | acting if war or party in acting or _is_belligerent(party))


def _is_belligerent(party: Party) -> bool:
    """Whether it can be nothing but a side in a fight: a group, or another that the catalogue knows as one."""
    return party.kind == "group"
