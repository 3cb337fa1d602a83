"""How long did it last? Asked where the claims of one event give two different spells."""

import re
from collections.abc import Iterator

from contested.coding.asking.comparable import contradict
from contested.coding.asking.labels import label, where
from contested.coding.asking.told import DENYING, Asked, Told
from contested.coding.items import family, violent
from contested.model.claim import Claim
from contested.model.grounding import Time

Groups = dict[str | int | float | None, list[Claim]]
_DAYS = {"H": 1 / 24, "D": 1.0, "W": 7.0, "M": 30.0, "Y": 365.0}
_VALUE = re.compile(r"P(?:T(?P<clock>\d+)H|(?P<many>\d+)(?P<unit>[DWMY]))")
ALIKE = 2.0
"""How many times as long a spell may be to be another account of the same battle, told of without its place."""


def duration(told: Told) -> Iterator[Asked]:
    """One question a battle or other event at most. Different lengths are a variance: nobody times a battle."""
    timed = [(claim, spell) for claim in told.claims if (spell := _spell(told, claim)) is not None]
    asked: set[str] = set()
    for number, (claim, spell) in enumerate(timed):
        group = [(claim, spell), *(pair for pair in timed[number + 1 :] if _one(told, (claim, spell), pair))]
        groups: Groups = {}
        words: dict[str, str] = {}  # "24 hours" and "the past 24 hours" are one length
        for member, time in group:
            length = words.setdefault(time.value or "", told.world.text[time.start : time.end].lower())
            groups.setdefault(length, []).append(member)
        if len(groups) > 1 and claim.id not in asked:
            asked |= {member.id for member, _ in group}
            event = told.event_of(claim)
            about = f"How long did the {label(event)}{where(event)} last?" if event else "How long did it last?"
            yield Asked(about, "duration", claim.event, groups, "variance")


def _one(told: Told, first: tuple[Claim, Time], second: tuple[Claim, Time]) -> bool:
    """Whether the two are of one event, or of fights nearly as long that nothing parts."""
    (claim, spell), (other, time) = first, second
    if claim.event is not None and claim.event == other.event:
        return True
    if family(claim.type) != "battle" or family(other.type) != "battle" or contradict(told, claim, other):
        return False
    days = sorted(_days(value) for value in (spell, time))
    return days[0] > 0 and days[1] <= ALIKE * days[0]


def _days(time: Time) -> float:
    """The length in days; 0 where the words give none."""
    found = _VALUE.fullmatch(time.value or "")
    if found is None:
        return 0.0
    return int(found["clock"]) / 24 if found["clock"] else int(found["many"]) * _DAYS[found["unit"]]


def _spell(told: Told, claim: Claim) -> Time | None:
    """How long the happening of the claim lasted; None where it says nothing of it."""
    if claim.kind != "event" or claim.stance in DENYING or not violent(claim.type) or claim.type == "casualties":
        return None
    spells = [time for time in told.world.times_in(claim.span) if time.type == "duration"]
    return spells[0] if len(spells) == 1 else None
