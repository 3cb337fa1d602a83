"""What merging works on: one mention of a happening, from a claim or from words that only name it again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache

from contested.coding.causes import cause_of
from contested.coding.draft import Draft
from contested.coding.predicate import Predicate
from contested.coding.when import when_of
from contested.coding.where import place_of
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim, When
from contested.model.place import PlaceRef
from contested.model.text import Span

EVENT_KINDS = frozenset({"event", "control", "displacement", "diplomacy", "access", "damage"})
_RECENT = timedelta(days=31)
_TAKING_UP = frozenset({"claims", "denies", "rejects"})
"""Stances to what was told of before: "later the Front claimed responsibility for the blast" is no later blast."""


@dataclass(slots=True)
class Item:
    """One mention of a happening. `claims` are the claims that stand on it, one a voice; none for a bare mention.

    The defaults are those of a mention that says no more than what kind of happening it is. `cause` is what people hurt
    died of, where no more is told than that they were hurt (data/lexicon/causes.yml).
    """

    type: str | None
    span: Span
    order: int
    sentence: int
    clause: int | None = None
    noun: str | None = None
    real: bool = True
    definite: bool = False
    quiet: bool = False
    generic: bool = False
    fresh: bool = False
    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    place: PlaceRef | None = None
    when: When | None = None
    cause: str | None = None
    claims: list[Claim] = field(default_factory=list)

    @property
    def answering(self) -> bool:
        """Whether it is only told of as a charge refused: such words point back to the charge."""
        return bool(self.claims) and all(claim.stance in ("denies", "rejects") for claim in self.claims)

    @property
    def disputed(self) -> bool:
        """Whether it is only told of as a charge or as its refusal: who did it is what is in dispute."""
        return bool(self.claims) and all(c.stance in ("accuses", "denies", "rejects", "claims") for c in self.claims)

    @property
    def family(self) -> str:
        """The types that may be one happening: see data/lexicon/families.yml."""
        return family(self.type)


@cache
def family(type_: str | None) -> str:
    """The merging family of a type; the type itself where it has none."""
    for name, members in yaml_data("lexicon/families.yml")["families"].items():
        if type_ in members:
            return str(name)
    return type_ or "unknown"


@cache
def violent(type_: str | None) -> bool:
    """Whether "the attack" can mean a happening of the type."""
    return (type_ or "").split(".")[0] in yaml_data("lexicon/families.yml")["violent"]


def harmful(type_: str | None) -> bool:
    """Whether people can come to harm in a happening of the type."""
    known = yaml_data("lexicon/families.yml")["harmful"]
    return type_ in known or (type_ or "").split(".")[0] in known


def items(world: World, coded: Iterable[tuple[Draft, Claim]], predicates: Iterable[Predicate]) -> list[Item]:
    """Items in text order: claims on one trigger together, then the predicates that made no claim."""
    by_trigger: dict[int, Item] = {}
    for draft, claim in coded:
        if draft.predicate is None or claim.kind not in EVENT_KINDS or _is_state(draft.predicate):
            continue
        key = draft.predicate.trigger
        if key not in by_trigger:
            by_trigger[key] = _item(world, draft.predicate, claim.span, claim)
        by_trigger[key].claims.append(claim)
    for predicate in predicates:
        if predicate.trigger not in by_trigger and not _is_state(predicate):
            at = Span(world.parsed.starts[predicate.trigger], world.parsed.ends[predicate.trigger])
            by_trigger[predicate.trigger] = _item(world, predicate, at, None)
    return sorted(by_trigger.values(), key=lambda item: item.order)


def _is_state(predicate: Predicate) -> bool:
    """Whether it tells who holds a place: that lasts, and is no happening."""
    return predicate.frame.type == "control.held"


def _item(world: World, predicate: Predicate, span: Span, claim: Claim | None) -> Item:
    parsed, trigger = world.parsed, predicate.trigger
    sentence = parsed.sentence_of(trigger)
    type_ = predicate.type or (predicate.frame.type if not predicate.frame.by_actor else None)
    return Item(
        type=type_,
        cause=cause_of(parsed, (trigger,)) if type_ == "casualties" else None,
        span=span,
        order=trigger,
        clause=predicate.clause,
        sentence=parsed.sentence_number(trigger),
        real=predicate.mood.real and (claim is None or claim.modality in ("actual", "ongoing")),
        definite=any(parsed.lower(c) in ("the", "this", "that", "'s") for c in parsed.children(trigger, "det", "poss"))
        or bool(parsed.children(trigger, "poss")),
        quiet=world.report.blocks[sentence.block].kind in ("title", "caption", "heading"),
        generic=parsed.lemmas[trigger] in yaml_data("lexicon/families.yml")["generic_nouns"],
        fresh=_is_fresh(world, trigger) and (claim is None or claim.stance not in _TAKING_UP),
        noun=None if parsed.pos[trigger] in ("VERB", "AUX") else parsed.lemmas[trigger],
        actors=_keys(world, predicate, ("actor", "controller")),
        targets=_keys(world, predicate, ("target", "previous", "object")),
        place=claim.place if claim else place_of(world, predicate, span),
        when=claim.when if claim else when_of(world, predicate),
    )


def _is_fresh(world: World, trigger: int) -> bool:
    """Whether the text says that this is another happening ("elsewhere", "in a separate incident", "meanwhile")."""
    parsed, words = world.parsed, yaml_data("lexicon/families.yml")["fresh"]
    sentence = parsed.sentence_of(trigger)
    opening = range(sentence.first, min(sentence.first + 5, trigger + 1))
    near = (*opening, *parsed.children(trigger, "det", "amod", "advmod"))
    return any(parsed.lower(token) in words for token in near)


def _keys(world: World, predicate: Predicate, names: tuple[str, ...]) -> frozenset[str]:
    """Who fills the roles: entity ids, or the head noun of words that no entity stands for."""
    found = set()
    for name in names:
        for token in predicate.roles.get(name, ()):
            actor = world.actor(token)
            if actor is not None:
                found.add(actor.id)
            elif world.parsed.pos[token] != "PRON":
                found.add(world.parsed.lemmas[token])
    return frozenset(found)


@lru_cache(maxsize=4096)
def window(when: When | None, published: str | None) -> tuple[date, date] | None:
    """The days an item may be on, for merging; None if unknown. What is known by tense alone is taken for recent."""
    if when is None:
        return None
    high = date.fromisoformat(when.high) if when.high else (date.fromisoformat(published) if published else None)
    low = date.fromisoformat(when.low) if when.low else (high - _RECENT if high else None)
    return (low, high) if low and high else None
