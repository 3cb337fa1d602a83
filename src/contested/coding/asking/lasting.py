"""How long did it last? Asked where the claims of one event give two different spells."""

from collections.abc import Iterator

from contested.coding.asking.told import DENYING, Asked, Told, label, where
from contested.coding.asking.verdicts import independent
from contested.model.claim import Claim

Groups = dict[str | int | float | None, list[Claim]]


def duration(told: Told) -> Iterator[Asked]:
    """One question an event at most. Different lengths are a variance: nobody times a battle."""
    for event in told.events:
        groups: Groups = {}
        for claim in told.own(event):
            spell = _spell(told, claim)
            if spell is not None and claim.stance not in DENYING:
                groups.setdefault(spell, []).append(claim)
        if len(groups) > 1 and independent(told.world, groups):
            about = f"How long did the {label(event)}{where(event)} last?"
            yield Asked(about, "duration", event.id, groups, "variance")


def _spell(told: Told, claim: Claim) -> str | None:
    """The words for how long the happening of the claim lasted; None where it says nothing of it."""
    world = told.world
    if claim.kind != "event":
        return None
    spells = [time for time in world.times_in(claim.span) if time.type == "duration"]
    return world.text[spells[0].start : spells[0].end].lower() if len(spells) == 1 else None
