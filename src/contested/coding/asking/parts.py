"""Counts that by their size can only be of some of the people that another count in the group is of."""

from collections.abc import Sequence

from contested.coding import parties
from contested.coding.asking.comparable import people, refuses
from contested.coding.world import World
from contested.model.claim import Claim, Figure

ROUNDED = 1.34
"""How far apart numbers of one voice may be to be one number rounded or corrected (30 and 40; 15 and 20)."""
SPREAD = 4
"""How many times the smallest the largest of three or more numbers may be to be of the same people. Two may be further
apart: those who won and those who lost a battle count so."""

_FAR = 20
"""The same for two numbers of voices that have no part in the fight: of them one is of a single place or hour."""


def without_parts(world: World, claims: Sequence[Claim]) -> list[Claim]:
    """The counts without those much smaller than another of the same voice, or out of all scale with several others."""
    tops: dict[str, float] = {}
    for claim in claims:
        party = parties.party(world, claim.voice)
        tops[party] = max(tops.get(party, 0), _number(claim))
    whole = [c for c in claims if _reaches(c, tops[parties.party(world, c.voice)] / ROUNDED)]
    numbers = {_number(claim) for claim in whole} - {0}
    fighting = any(parties.takes_part(world, claim.voice) for claim in whole)
    spread = SPREAD if len(numbers) > 2 else _FAR if not fighting else None
    return [c for c in whole if spread is None or _reaches(c, max(numbers, default=0) / spread)]


def without_named_parts(world: World, claims: Sequence[Claim]) -> list[Claim]:
    """The counts without those beside which the same voice gives, in one sentence, a larger one of the same people."""
    rows: dict[tuple[int, str, str], float] = {}
    for claim in claims:
        row = _row(world, claim)
        rows[row] = max(rows.get(row, 0), _number(claim))
    return [claim for claim in claims if _reaches(claim, rows[_row(world, claim)])]


def _row(world: World, claim: Claim) -> tuple[int, str, str]:
    """The sentence, the voice and the people counted."""
    token = next(iter(world.parsed.tokens_in(claim.start, claim.end)), None)
    sentence = world.parsed.sentence_number(token) if token is not None else -1
    return sentence, parties.party(world, claim.voice), people(world, claim)


def _reaches(claim: Claim, least: float) -> bool:
    number = _number(claim)
    return not number or number >= least


def _number(claim: Claim) -> float:
    """The number; 0 where there is none to compare: none hurt, words of quantity, a number that is denied."""
    figure = claim.figure
    if figure is None or is_loose(figure) or refuses(claim):
        return 0
    return figure.high or figure.low or 0


def is_loose(figure: Figure) -> bool:
    """Whether the count is a word of quantity ("dozens")."""
    return isinstance(figure.value, str) and not any(mark.isdigit() for mark in figure.value)
