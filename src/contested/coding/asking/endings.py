"""How did it end? Asked where those who left a place say that they withdrew, and the other side tells of a rout."""

from collections.abc import Iterator, Sequence

from contested.coding import parties
from contested.coding.asking.told import DENYING, REAL, Answers, Asked, Told
from contested.coding.asking.verdicts import is_reporter
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim
from contested.model.event import Event

_ROUT = frozenset({"surrendered", "captured", "killed"})


def how_it_ended(told: Told) -> Iterator[Asked]:
    """One question a withdrawal at most."""
    for event in told.events:
        if event.type != "territory.withdrawal":
            continue
        left = [claim for claim in told.own(event) if _voiced(told.world, claim) and claim.stance not in DENYING]
        if not left:
            continue
        other = [*_routs(told, left), *(c for c in told.own(event) if c.stance in DENYING)]
        if other:
            about = f"How did the fight for {place_of(told, event)} end?"
            answers: Answers = {"withdrawal": [*left, *_tales(told, left)], "defeat": other}
            yield Asked(about, "how_it_ended", event.id, answers, "contested")


def _tales(told: Told, left: Sequence[Claim]) -> list[Claim]:
    """What else those who left, and whom they speak through, say of it in words that are no event of their own."""
    world, words = told.world, frozenset(yaml_data("lexicon/questions.yml")["leaving"])
    mine = parties.parties(world, [claim for claim in left if parties.of_itself(world, claim)])
    return [
        claim
        for claim in told.claims
        if claim.kind == "statement"
        and parties.party(world, claim.voice) in mine
        and any(world.parsed.lemmas[token] in words for token in world.parsed.tokens_in(claim.start, claim.end))
    ]


def _voiced(world: World, claim: Claim) -> bool:
    return not is_reporter(world, claim) and claim.modality in REAL and claim.polarity == "+"


def _routs(told: Told, left: Sequence[Claim]) -> list[Claim]:
    """The claims of the other side on those who left: how many of them died, surrendered or were taken."""
    world = told.world
    mine = {parties.side(world, claim.voice) for claim in left} - {None}
    return [
        claim
        for claim in told.claims
        if claim.figure is not None
        and claim.figure.measure in _ROUT
        and _voiced(world, claim)
        and claim.stance not in DENYING
        and claim.figure.high != 0
        and _is_other_side(world, claim, left)
        and (claim.figure.whose is None or not mine or _side_of(world, claim.figure.whose) in mine)
        and claim.figure.category not in ("civilians", "children", "women")
        and not claim.figure.cumulative
    ]


def _is_other_side(world: World, claim: Claim, left: Sequence[Claim]) -> bool:
    """Whether the voice is of another side than those who left; where their side is not known, of another party."""
    if parties.opposed(world, [claim], left):
        return True
    leavers = [own for own in left if parties.of_itself(world, own) and parties.side(world, own.voice) is None]
    mine = parties.parties(world, leavers)
    return bool(mine) and parties.takes_part(world, claim.voice) and parties.party(world, claim.voice) not in mine


def _side_of(world: World, party: str) -> str | None:
    return next((e.side for e in world.entities.values() if e.side and party in (e.party, e.id)), None)


def place_of(told: Told, event: Event) -> str:
    """The place that changed hands; who withdraws to a place fought for another."""
    gains = [e.place.name for e in told.events if e.type.startswith("territory.") and e is not event and e.place]
    return next(iter(gains), event.place.name if event.place is not None else "the place")
