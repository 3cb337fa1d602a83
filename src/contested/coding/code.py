"""The coding of one report: claims, then events, then questions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contested.coding.access import access
from contested.coding.assessments import assessments
from contested.coding.blame import accuse
from contested.coding.concession import concede
from contested.coding.counted import counted
from contested.coding.declared import declared
from contested.coding.draft import ClaimMaker, Draft
from contested.coding.echoes import echoes
from contested.coding.events import event_of, with_event
from contested.coding.everything import everything, unsaid
from contested.coding.evidence import verified
from contested.coding.geography import geography
from contested.coding.happenings import happenings
from contested.coding.holdings import holdings
from contested.coding.items import items
from contested.coding.joining import joined
from contested.coding.merging import clusters
from contested.coding.needs import needs
from contested.coding.offices import offices
from contested.coding.one_country import in_the_one_country
from contested.coding.one_day import on_the_one_day
from contested.coding.predicate import Predicate
from contested.coding.predicates import find_predicates
from contested.coding.proposed import Weighed, weighed
from contested.coding.questions import questions
from contested.coding.saying import Said, Voices, spoken
from contested.coding.scoring import scored
from contested.coding.seen import seen
from contested.coding.statements import statements
from contested.coding.ties import ties
from contested.coding.tolls import assign, tolls
from contested.coding.world import World
from contested.model.claim import Claim
from contested.model.event import Event
from contested.model.grounding import Grounded
from contested.model.parse import Parsed
from contested.model.proposed import Proposal
from contested.model.question import Question
from contested.model.report import Report

_Told = tuple[Draft, Said]


@dataclass(frozen=True, slots=True)
class Coded:
    """What a report claims, what the claims are about, and what its voices agree or differ on.

    `weighed` is what became of a language model's proposals, None where there were none.
    """

    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    weighed: Weighed | None = None


def code(
    report: Report,
    parsed: Parsed,
    grounded: Grounded,
    *,
    in_full: bool = False,
    proposals: Sequence[Proposal] | None = None,
) -> Coded:
    """Claims (in text order, ids "c1" ...), events ("v1" ...) and questions ("q1" ...) of a grounded report.

    `in_full` also claims the happenings that no frame knows (type `other`). `proposals` of a language model are weighed
    against what the rules read, and added where they hold.
    """
    world = World(report, parsed, replace(grounded, sayings=spoken(parsed, grounded.sayings)))
    voices, maker = Voices(world), ClaimMaker(world)
    found = _found(world, voices)
    told = [*found.happenings, *found.counts]
    lent = weighed(world, proposals, told, found.predicates, voices) if proposals is not None else None
    coded = _made(maker, [*found.happenings, *echoes(world, found.happenings, voices), *found.counts])
    coded += _made(maker, lent.told) if lent is not None else []
    aside = _made(maker, _aside(world, voices, found))
    besides = lent.others if lent is not None else []
    taken = [*(draft for draft, _ in coded), *(draft for draft, _ in besides)]
    besides = [*besides, *(everything(world, taken, voices) if in_full else ())]
    others = _made(maker, _others(world, voices, [claim for _, claim in (*coded, *aside)], besides))
    coded = [(draft, accuse(world, concede(world, claim))) for draft, claim in coded]
    claims, events = on_the_one_day(world, *_events(world, coded, found.predicates))
    events = in_the_one_country(world, events)
    claims = verified(world, [*claims, *(claim for _, claim in (*aside, *others))])
    every = _renumbered([scored(claim) for claim in claims], events)
    return Coded(every[0], every[1], questions(world, every[0], every[1]), lent)


@dataclass(frozen=True, slots=True)
class _Found:
    """What frames and counts find: the predicates, and the drafts of happenings and of counts with their voices."""

    predicates: list[Predicate]
    happenings: list[_Told]
    counts: list[_Told]


def _found(world: World, voices: Voices) -> _Found:
    """A count of a whole war tells of no happening, and people who have moved are told of by their count."""
    predicates = find_predicates(world)
    counts = list(counted(world, predicates, voices))
    summed = {d.predicate.trigger for d, _ in counts if d.predicate and _is_background(d)}
    predicates = [predicate for predicate in predicates if predicate.trigger not in summed]
    moved = {d.predicate.trigger for d, _ in counts if d.kind == "displacement" and d.predicate}
    happened = [predicate for predicate in predicates if predicate.trigger not in moved]
    told = list(happenings(world, happened, voices))
    return _Found(predicates, [*told, *holdings(told)], counts)


def _aside(world: World, voices: Voices, found: _Found) -> Iterator[_Told]:
    """What is told beside the happenings, in words of its own."""
    yield from seen(world, voices)
    yield from needs(world, voices)
    yield from access(world, voices, [draft.span for draft, _ in found.happenings if draft.kind == "access"])
    yield from geography(world, voices)
    yield from assessments(world, voices)


def _others(world: World, voices: Voices, claims: list[Claim], besides: list[_Told]) -> Iterator[_Told]:
    """What voices say that no claim holds yet, who is who, and how parties stand to each other."""
    yield from unsaid(statements(world, claims, voices), besides)
    yield from declared(world, claims, voices)
    yield from offices(world, voices)
    yield from ties(world, voices)
    yield from besides


def _is_background(draft: Draft) -> bool:
    """Whether it counts the harm of a whole war or year: a sum, and no happening."""
    return draft.kind == "figure" and draft.figure is not None and bool(draft.figure.cumulative)


def _made(maker: ClaimMaker, drafts: Iterable[_Told]) -> list[tuple[Draft, Claim]]:
    """Claims of drafts; one thing said twice at one place by one voice is one claim."""
    seen, made = set(), []
    for draft, said in drafts:
        measure = draft.figure.measure if draft.figure else None
        key = (draft.kind, draft.span, said.voices, draft.type, measure, draft.figure.value if draft.figure else None)
        if key not in seen:
            seen.add(key)
            made.append((draft, maker.claim(draft, said)))
    return made


def _events(
    world: World, coded: list[tuple[Draft, Claim]], predicates: list[Predicate]
) -> tuple[list[Claim], list[Event]]:
    found = clusters(world, items(world, coded, predicates))
    found, figures = joined(world, found, assign(world, tolls(world, coded), found))
    events, event_by_claim = [], {}
    for number, cluster in enumerate(found):
        event = event_of(world, cluster, number + 1, figures.get(number, []))
        events.append(event)
        for claim_id in (*event.claims, *event.figures):
            event_by_claim[claim_id] = event
    claims = [with_event(world, c, event_by_claim[c.id]) if c.id in event_by_claim else c for _, c in coded]
    return claims, events


def _renumbered(claims: list[Claim], events: list[Event]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Claims in text order with ids to match, and events that refer to them."""
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end))
    names = {claim.id: f"c{number}" for number, claim in enumerate(ordered, 1)}
    renamed = tuple(replace(claim, id=names[claim.id]) for claim in ordered)
    moved = tuple(
        replace(e, claims=tuple(names[c] for c in e.claims), figures=tuple(names[c] for c in e.figures)) for e in events
    )
    return renamed, moved
