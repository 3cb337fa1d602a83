"""Questions: what the voices of one report agree or differ on, and the verdict by the contract's definitions.

A question needs two claims that answer it by two voices, or by one voice differently. Nothing is averaged; figures are
compared only if they count the same thing at the same time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.coding import parties
from contested.coding.events import ASSERTING
from contested.coding.world import World
from contested.model.claim import Claim
from contested.model.codebook import codebook
from contested.model.event import Event
from contested.model.question import Position, Question, Slot, Verdict

Answers = dict[str | int | float | None, list[Claim]]
_DENYING = frozenset({"denies", "rejects", "doubts", "retracts"})
_COUNTED: dict[str, Slot] = {
    "killed": "killed",
    "wounded": "wounded",
    "abducted": "abducted",
    "displaced": "displaced",
    "refugees": "displaced",
}
_OPEN_WIDTH = 10**9


@dataclass(frozen=True, slots=True)
class Asked:
    """A question before it is numbered: the claims by the answer they give."""

    about: str
    slot: Slot
    event: Event
    answers: Answers
    verdict: Verdict


def questions(world: World, claims: Sequence[Claim], events: Sequence[Event]) -> tuple[Question, ...]:
    """All questions of the report, in the order of its events, with running ids."""
    by_id = {claim.id: claim for claim in claims}
    asked: list[Asked] = []
    for event in events:
        own = [by_id[c] for c in event.claims if c in by_id]
        figures = [by_id[c] for c in event.figures if c in by_id]
        for make in (_occurred, _perpetrator, _controller):
            asked += make(world, event, own)
        asked += _figures(world, event, figures)
    asked += _endings(world, claims, events)
    return tuple(_question(world, found, number) for number, found in enumerate(asked, 1))


def _question(world: World, asked: Asked, number: int) -> Question:
    answering = [claim for group in asked.answers.values() for claim in group]
    voices = len(parties.parties(world, answering))
    positions = tuple(_positions(asked.answers))
    return Question(f"q{number}", asked.about, asked.slot, asked.event.id, positions, asked.verdict, voices)


def _positions(groups: Answers) -> list[Position]:
    return [Position(value, tuple(claim.id for claim in claims)) for value, claims in groups.items() if claims]


def _where(event: Event) -> str:
    return f" in {event.place.name}" if event.place is not None else ""


def _label(event: Event) -> str:
    known = codebook().get(event.type)
    return known.label if known else event.type


# --- did it happen, and who did it


def _occurred(world: World, event: Event, own: Sequence[Claim]) -> Iterator[Asked]:
    yes = [c for c in own if c.stance not in _DENYING and c.polarity == "+" and c.modality in ("actual", "ongoing")]
    no = [c for c in own if c.stance in _DENYING or (c.polarity == "-" and c.stance in ASSERTING)]
    no = [c for c in no if not _of_itself(world, c)]
    yes = [c for c in yes if c.type in {other.type for other in no}]
    if not (yes and no) or not _by_two(world, yes, no):
        return
    about = f"Did the {_label(event)}{_where(event)} take place?"
    yield Asked(about, "occurred", event, {"yes": yes, "no": no}, "contested")


def _of_itself(world: World, claim: Claim) -> bool:
    """Whether a voice only denies that it was the one who did it, which leaves open that it happened."""
    mine = parties.party(world, claim.voice)
    return any(parties.party_of_ref(world, ref) == mine for ref in claim.roles.get("actor", ()))


def _by_two(world: World, first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    """Whether not all of the claims are one party's."""
    return len(parties.parties(world, [*first, *second])) > 1


def _perpetrator(world: World, event: Event, own: Sequence[Claim]) -> Iterator[Asked]:
    """Asked where somebody is accused, or denies having done it."""
    disputed = [c for c in own if c.stance in ("accuses", "denies", "rejects")]
    if not disputed:
        return
    groups: Answers = {}
    for claim in own:
        if claim.modality not in ("actual", "ongoing"):
            continue
        groups.setdefault(_blamed(world, claim), []).append(claim)
    answers = [claim for group in groups.values() for claim in group]
    if len(groups) < 2 or len(parties.parties(world, answers)) < 2:
        return
    about = f"Who was behind the {_label(event)}{_where(event)}?"
    yield Asked(about, "perpetrator", event, groups, "contested")


def _blamed(world: World, claim: Claim) -> str | None:
    """The answer a claim gives to "who did it": a name, "not" a name, or None where it names nobody."""
    names = [world.entities[r.entity].name if r.entity else r.text for r in claim.roles.get("actor", ())]
    if claim.stance in _DENYING:
        return f"not {names[0] if names else claim.voice.name}"
    return names[0] if names else None


# --- who holds the place


def _controller(world: World, event: Event, own: Sequence[Claim]) -> Iterator[Asked]:
    """Asked of every place taken or held of which two voices speak."""
    if not event.type.startswith(("territory.government", "territory.rebel", "control.")):
        return
    groups: Answers = {}
    for claim in own:
        holder = claim.roles.get("controller") or claim.roles.get("actor")
        if holder and claim.modality in ("actual", "ongoing") and claim.stance in (ASSERTING | _DENYING):
            groups.setdefault(_holder(world, claim), []).append(claim)
    answers = [claim for group in groups.values() for claim in group]
    voiced = [claim for claim in answers if len(claim.voices) > 1]
    if len(parties.parties(world, voiced)) < 2 and len(groups) < 2:
        return
    if len(parties.parties(world, answers)) < 2:
        return
    about = f"Who holds {event.place.name if event.place else 'the place'}?"
    yield Asked(about, "controller", event, groups, _agreement(world, groups, voiced))


def _holder(world: World, claim: Claim) -> str:
    """The holder's party, so that an army and its government are one answer; "not" it where the claim denies it."""
    ref = (claim.roles.get("controller") or claim.roles["actor"])[0]
    entity = world.entities.get(ref.entity or "")
    name = (entity.party or entity.name) if entity else ref.text
    return f"not {name}" if claim.stance in _DENYING or claim.polarity == "-" else name


def _agreement(world: World, groups: Answers, voiced: Sequence[Claim]) -> Verdict:
    """The verdict where answers are names: one answer by adversaries, by others, or several answers."""
    if len(groups) > 1:
        return "contested"
    if any(claim.stance == "concedes" for claim in voiced) and not parties.opposed(world, voiced):
        return "admitted"
    return "agreed_by_adversaries" if parties.opposed(world, voiced) else "agreed"


# --- how many


def _figures(world: World, event: Event, figures: Sequence[Claim]) -> Iterator[Asked]:
    """One question a measure, over totals only: subsets and cumulative counts are never set against a total."""
    for measure, slot in _COUNTED.items():
        totals = [claim for claim in figures if _is_total(claim, measure)]
        distinct = {(c.figure.low, c.figure.high) for c in totals if c.figure}
        if len(distinct) < 2 or (len(parties.parties(world, totals)) == 1 and _compatible(totals)):
            continue
        groups: Answers = {}
        for claim in totals:
            groups.setdefault(claim.figure.value if claim.figure else None, []).append(claim)
        about = f"How many were {measure}{_where(event)}?"
        yield Asked(about, slot, event, groups, _figure_verdict(world, totals))


def _is_total(claim: Claim, measure: str) -> bool:
    """Whether the claim counts all of the people with that measure, and gives a bound."""
    figure = claim.figure
    if figure is None or figure.measure != measure or figure.group is not None:
        return False
    if claim.polarity == "-" or claim.stance == "retracts":
        return False
    return figure.low is not None or figure.high is not None


def _figure_verdict(world: World, totals: Sequence[Claim]) -> Verdict:
    """`variance` where the bounds can all be true or one party varies, `not_comparable` where whose dead differ."""
    counted = {claim.figure.category for claim in totals if claim.figure and claim.figure.category}
    if len(counted) > 1:
        return "not_comparable"
    if len(parties.parties(world, totals)) == 1 or _compatible(totals):
        return "variance"
    if any(isinstance(claim.figure.value, str) and not claim.figure.approx for claim in totals if claim.figure):
        return "not_comparable"  # "hundreds" against 1,500: a word of quantity is no count
    return "contested"


def _compatible(totals: Sequence[Claim]) -> bool:
    lows = [claim.figure.low or 0 for claim in totals if claim.figure]
    highs = [claim.figure.high if claim.figure.high is not None else _OPEN_WIDTH for claim in totals if claim.figure]
    return max(lows) <= min(highs)


# --- how it ended


def _endings(world: World, claims: Sequence[Claim], events: Sequence[Event]) -> Iterator[Asked]:
    """One side says it took a place, the other that it left: two accounts of one end, both kept."""
    gains = [e for e in events if e.type.startswith(("territory.government", "territory.rebel"))]
    exits = [e for e in events if e.type == "territory.withdrawal"]
    for gain in gains:
        for exit_ in exits:
            taken, left = _voiced(claims, gain), _voiced(claims, exit_)
            losses = [c for c in taken if c.figure is not None]
            if not left or not (taken or losses) or not _one_place(gain, exit_) or set(gain.actors) & set(exit_.actors):
                continue
            if parties.opposed(world, taken, left):
                groups: Answers = {_label(gain): taken, _label(exit_): left}
                about = f"How did the fight for {gain.place.name if gain.place else 'the place'} end?"
                yield Asked(about, "how_it_ended", gain, groups, "contested")


def _voiced(claims: Sequence[Claim], event: Event) -> list[Claim]:
    """The event's claims that somebody other than the report makes."""
    return [claim for claim in claims if claim.event == event.id and len(claim.voices) > 1]


def _one_place(gain: Event, exit_: Event) -> bool:
    if gain.place is None or exit_.place is None:
        return True
    return gain.place.name == exit_.place.name or gain.place.geonames_id == exit_.place.geonames_id is not None
