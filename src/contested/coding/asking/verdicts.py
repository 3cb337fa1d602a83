"""The verdict on a question, by the contract's definitions."""

from collections.abc import Iterable, Sequence

from contested.coding import parties
from contested.coding.asking.told import Answers
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim
from contested.model.question import Verdict

STEM = 7
"""Letters by which nouns for a voice are taken for one: "activists" and "an activist", "monitor" and "monitoring"."""


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
    """The parties that speak for an answer; see `_counted`. One at least: somebody has said it."""
    found = {party for claims in answers.values() for party in _counted(world, claims)}
    return _told_once(world, found) or {"somebody"}


def _told_once(world: World, voices: set[str]) -> set[str]:
    """The voices without "a monitoring group" beside the monitor that the report names."""
    words = yaml_data("lexicon/questions.yml")["monitors"]
    names = [e.name.lower() for e in world.entities.values() if (e.party or e.id) in voices or e.id in voices]
    named = any(word in name for name in names for word in words["names"])
    return {voice for voice in voices if not (named and voice in words["stems"])}


def _counted(world: World, claims: Iterable[Claim]) -> set[str]:
    """The parties of the voices. Who only passes an answer on, and the report itself, count where nobody else gives it.

    A report that repeats in its headline what a witness says is no second witness, nor is the agency that he told.
    """
    claims = list(claims)
    relays = {parties.party(world, voice) for claim in claims for voice in claim.voices[1:-1]}
    own: set[str] = set()
    others: set[str] = set()
    for claim in claims:
        if not _is_faceless(world, claim):
            party = _who(world, claim)
            (own if party in relays or is_reporter(world, claim) else others).add(party)
    return _told_once(world, others) or set(sorted(own)[:1])


def _who(world: World, claim: Claim) -> str:
    """The voice's party; voices known by a noun only that share its stem ("monitor", "monitoring group") are one."""
    voice = claim.voice
    if voice.role == "narrator" or voice.entity in world.entities or voice.for_ in world.entities:
        return parties.party(world, voice)
    words = parties.party(world, voice).split()
    return words[0][:STEM] if words else voice.name


def _is_faceless(world: World, claim: Claim) -> bool:
    """Whether nobody can say whose voice it is: an unnamed source, a picture, figures, or who a headline speaks for."""
    if claim.voice.role == "narrator":
        return False
    block = next((b.kind for b in world.report.blocks if b.start <= claim.start < b.end), "body")
    words = set(claim.voice.name.lower().split())
    faceless = claim.voice.role in ("unnamed", "image") or words & set(yaml_data("lexicon/questions.yml")["faceless"])
    return bool(faceless) or block in ("title", "heading", "caption")


def is_reporter(world: World, claim: Claim) -> bool:
    """Whether the report itself speaks, and is not the communique of a side."""
    return claim.voice.role == "narrator" and not parties.takes_part(world, claim.voice)
