"""The verdict on a question, by the contract's definitions."""

from collections.abc import Iterable, Sequence

from contested.coding import parties
from contested.coding.asking.told import Answers
from contested.coding.world import World
from contested.model.claim import Claim
from contested.model.question import Verdict


def on_names(world: World, answers: Answers) -> Verdict:
    """The verdict where answers are names and the like, of which only one can be true."""
    voices = independent(world, answers)
    given = [claims for value, claims in answers.items() if value is not None]
    if len(answers) > 1 and len(given) > 1:
        return "contested" if len(voices) > 1 else "variance"
    claims = [claim for group in answers.values() for claim in group]
    return on_one_answer(world, claims)


def on_one_answer(world: World, claims: Sequence[Claim]) -> Verdict:
    """The verdict where all give one answer."""
    if parties.opposed(world, claims):
        return "agreed_by_adversaries"
    if any(claim.stance == "concedes" for claim in claims):
        return "admitted"
    return "agreed" if len(_counted(world, claims)) > 1 else "single_voice"


def independent(world: World, answers: Answers) -> set[str]:
    """The parties that speak for an answer; see `_counted`."""
    return {party for claims in answers.values() for party in _counted(world, claims)}


def _counted(world: World, claims: Iterable[Claim]) -> set[str]:
    """The parties of the voices. Who only passes an answer on counts only where nobody else gives it.

    A report that repeats in its headline what a witness says is no second witness, nor is the agency that he told.
    """
    claims = list(claims)
    relays = {parties.party(world, voice) for claim in claims for voice in claim.voices[1:-1]}
    own: set[str] = set()
    others: set[str] = set()
    for claim in claims:
        party = parties.party(world, claim.voice)
        borrowed = party in relays or is_reporter(world, claim) or _is_faceless(world, claim)
        (own if borrowed else others).add(party)
    return others or set(sorted(own)[:1])


def _is_faceless(world: World, claim: Claim) -> bool:
    """Whether nobody can say whose voice it is: an unnamed source, a picture, or who a headline speaks for."""
    block = next((b.kind for b in world.report.blocks if b.start <= claim.start < b.end), "body")
    return claim.voice.role in ("unnamed", "image") or block in ("title", "heading", "caption")


def is_reporter(world: World, claim: Claim) -> bool:
    """Whether the report itself speaks, and is not the communique of a side."""
    return claim.voice.role == "narrator" and not parties.takes_part(world, claim.voice)
