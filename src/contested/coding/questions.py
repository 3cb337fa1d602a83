"""Questions: what the voices of one report agree or differ on, and the verdict by the contract's definitions.

Nothing is averaged; claims are set against each other only if they are about one happening. See docs/questions.md.
"""

from collections.abc import Sequence

from contested.coding.asking import (
    counts,
    doers,
    endings,
    giving_up,
    happened,
    holders,
    lasting,
    locations,
    partaking,
    reaching,
    reasons,
    struck,
    talks,
    victims,
    weapons,
)
from contested.coding.asking.told import Asked, Told
from contested.coding.asking.verdicts import independent
from contested.coding.world import World
from contested.model.claim import Claim
from contested.model.event import Event
from contested.model.question import Position, Question

_KINDS = (
    happened.occurred,
    partaking.took_part,
    doers.perpetrator,
    victims.target,
    struck.struck,
    counts.how_many,
    holders.controller,
    endings.how_it_ended,
    talks.date,
    lasting.duration,
    locations.place,
    reaching.access,
    weapons.weapon,
    reasons.cause,
    giving_up.reason,
)


def questions(world: World, claims: Sequence[Claim], events: Sequence[Event]) -> tuple[Question, ...]:
    """All questions of the report, in the order in which the text comes to them, with running ids."""
    told = Told(world, claims, events)
    asked = sorted((found for kind in _KINDS for found in kind(told)), key=_first)
    return tuple(_question(world, found, number) for number, found in enumerate(asked, 1))


def _first(asked: Asked) -> int:
    return min(claim.start for claims in asked.answers.values() for claim in claims)


def _question(world: World, asked: Asked, number: int) -> Question:
    positions = tuple(Position(v, tuple(claim.id for claim in claims)) for v, claims in asked.answers.items() if claims)
    voices = len(independent(world, asked.answers))
    return Question(f"q{number}", asked.about, asked.slot, asked.event, positions, asked.verdict, voices)
