"""Denials that name neither place nor day: "the government denies any use of chemical weapons".

Such a sentence speaks of no happening of its own. It belongs to the one of its kind that the denier is accused of, also
where that is told in a report of another story.
"""

from collections.abc import Iterator, Sequence

from contested.reconciling.answers import ASSERTING, DENYING
from contested.reconciling.knowledge import words
from contested.reconciling.parties import Parties
from contested.reconciling.party import Party
from contested.reconciling.units import Unit

WITHIN = 62
"""Days between the two reports: what is denied two months later is rather something else."""


def with_denials(units: Sequence[Unit], clusters: Sequence[Sequence[int]], parties: Parties) -> list[list[int]]:
    """The clusters, with every one that is nothing but such a denial joined to what its voice is accused of."""
    found = [list(cluster) for cluster in clusters]
    for cluster in [c for c in found if _only_denies(units, c)]:
        deniers = {name for n in cluster for name in _deniers(units[n], parties)}
        homes = [c for c in found if c is not cluster and _accuses(units, c, cluster, deniers, parties)]
        if homes:
            home = min(homes, key=lambda c: (not all(units[n].bare for n in c), -len(c), c))
            home.extend(cluster)
            home.sort()
            found.remove(cluster)
    return found


def _only_denies(units: Sequence[Unit], cluster: Sequence[int]) -> bool:
    return all(
        units[n].bare
        and units[n].type in words("denied_as_one")
        and all(claim.stance in DENYING for claim in units[n].claims)
        for n in cluster
    )


def _deniers(unit: Unit, parties: Parties) -> Iterator[str]:
    """The voices' parties that mean the same in every report."""
    for claim in unit.claims:
        party = parties.of_claim(unit.report, claim)
        if party is not None and _is_known(party):
            yield party.name


def _is_known(party: Party) -> bool:
    """Whether the name tells one party from all others: "government" alone is that of any state."""
    return party.side is not None or party.name.startswith("government of ")


def _accuses(
    units: Sequence[Unit], cluster: Sequence[int], denial: Sequence[int], deniers: set[str], parties: Parties
) -> bool:
    """Whether some voice of a cluster says that one of the deniers did such a thing, at about the same time."""
    if units[cluster[0]].type != units[denial[0]].type or not _near(units, cluster, denial):
        return False
    return any(
        claim.stance in ASSERTING
        and claim.polarity == "+"
        and any(parties.of_ref(units[n].report, ref).name in deniers for ref in claim.roles.get("actor", ()))
        for n in cluster
        for claim in units[n].claims
    )


def _near(units: Sequence[Unit], cluster: Sequence[int], denial: Sequence[int]) -> bool:
    days = [day for n in cluster if (day := units[n].reported) is not None]
    others = [day for n in denial if (day := units[n].reported) is not None]
    return not days or not others or min(abs(a - b) for a in days for b in others) <= WITHIN
