"""Whose losses a count counts: a party's own, those of its enemy, or people who do not fight.

Own and enemy dead are two counts that can both be true, and so are dead soldiers and dead civilians. Only where a side
counts its *enemies* may another say that the same dead were civilians.
"""

import re
from dataclasses import dataclass

from contested.model.claim import Claim
from contested.reconciling.knowledge import words
from contested.reconciling.parties import Parties
from contested.reconciling.party import Party, opposed
from contested.reconciling.words import stem

_OURS = re.compile(r"(\w+ )?((the )?\w+ of )?(our|we|us|my)\b", re.I)
_LOSER = re.compile(r"([\w'’-]+)\W+(?:has |have |had )?$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Side:
    """Those counted: of the party, against it (`foe`: whom it fights, not named), or of none (civilians)."""

    party: Party | None = None
    foe: bool = False


CIVILIANS = Side()


def victims(parties: Parties, index: int, claim: Claim, voice: Party | None) -> Side | None:
    """The side of those counted in a claim of report `index`, None where the words do not tell."""
    figure = claim.figure
    if figure is None:
        return None
    said = figure.of.text if figure.of is not None else figure.group or ""
    if voice is not None and voice.fights:
        if figure.of is not None and _is_own(parties, index, claim, voice):
            return Side(voice)
        if _names_a_foe(f"{_loser(parties.reports[index].reading.text, claim)} {said}", voice):
            return Side(voice, foe=True)
    party = parties.named(said) if said else None
    if figure.combatants and party is not None and party.kind != "third":
        # Whom a group counts as its enemy's soldiers another may call shoppers.
        return Side(voice, foe=True) if voice is not None and opposed(voice, party) else Side(party)
    return CIVILIANS if figure.combatants is False else None


def _is_own(parties: Parties, index: int, claim: Claim, voice: Party) -> bool:
    """Whether they are the voice's own; in a narrator's mouth "his soldiers" are the enemy's as well as not."""
    of = claim.figure.of if claim.figure is not None else None
    if of is None:
        return False
    if of.entity is not None and parties.of_ref(index, of).name == voice.name:
        return True
    return parties.is_own(index, of) and (claim.voice.role != "narrator" or _OURS.match(of.text) is not None)


def _loser(text: str, claim: Claim) -> str:
    """The word before a count that begins with its verb ("The enemy | lost up to 40 men")."""
    before = _LOSER.search(text[max(0, claim.start - 40) : claim.start])
    return before.group(1) if before is not None and stem(claim.quote.split(" ", 1)[0]) in words("losing") else ""


def _names_a_foe(said: str, voice: Party) -> bool:
    """Whether the words call an enemy names; "rebels" and "fighters" are the enemies of a state only."""
    found = {stem(word) for word in _WORD.findall(said)}
    return bool(found & (words("foes") | words("attackers"))) or (
        voice.kind == "state" and bool(found & words("rebels"))
    )


def apart(first: Side | None, second: Side | None) -> bool:
    """Whether the two count different people for sure."""
    if first is None or second is None or first == second:
        return False
    if first.party is None or second.party is None:
        return not (first.foe or second.foe)
    if first.foe != second.foe:
        return first.party.name == second.party.name
    return opposed(first.party, second.party) and not _one_in_short(first.party, second.party)


def _one_in_short(first: Party, second: Party) -> bool:
    """Whether one name may be the other in short ("government", "northern government")."""
    one, two = set(first.name.lower().split()), set(second.name.lower().split())
    return one <= two or two <= one
