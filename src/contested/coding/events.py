"""Clusters of mentions to the contract's events, and events back into their claims."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from contested.coding import parties
from contested.coding.again import phrase
from contested.coding.items import family
from contested.coding.merging import Cluster
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim, When
from contested.model.codebook import codes_of
from contested.model.event import Event, Status
from contested.model.place import PlaceRef

ASSERTING = frozenset({"asserts", "confirms", "concedes", "claims", "praises", "explains"})
_AHEAD = (frozenset({"planned", "conditional"}), frozenset({"planned", "conditional", "possible"}))
"""Modalities of what is still to come: what is only possible is so of talks; a "suspected attack" is alleged."""
_REFUSING = frozenset({"denies", "rejects"})
_CIVILIAN_TYPES = frozenset({"attack.civilians", "mass_killing", "attack.aid", "attack.sexual"})
_FINE = ("site", "town", "near", "admin2", "line", "admin1", "region", "country", "unknown")


def event_of(world: World, cluster: Cluster, number: int, figures: Sequence[Claim]) -> Event:
    """The event that a cluster's claims are about."""
    claims = [claim for item in cluster.items for claim in item.claims]
    type_ = _type(cluster)
    return Event(
        id=f"v{number}",
        type=type_,
        codes=codes_of(type_),
        status=_status(world, type_, claims),
        actors=_entities(claims, ("actor", "controller")),
        targets=_entities(claims, ("target",)),
        place=_place(cluster),
        when=_when(cluster),
        claims=tuple(claim.id for claim in claims),
        mentions=tuple(sorted({phrase(world, item) for item in cluster.items})),
        figures=tuple(claim.id for claim in figures),
        civilian_targeting=True if type_ in _CIVILIAN_TYPES else None,
    )


def _type(cluster: Cluster) -> str:
    """The type that most mentions have; vague ones and control claims only count where nothing else does."""
    types = Counter(item.type for item in cluster.items if item.type and item.claims)
    changes = Counter({name: n for name, n in types.items() if not name.startswith("control.")})
    vague = yaml_data("lexicon/families.yml")["vague_types"]
    telling = Counter({name: n for name, n in changes.items() if name not in vague})
    return (telling or changes or types).most_common(1)[0][0]


def _status(world: World, type_: str, claims: Sequence[Claim]) -> Status:
    if type_ == "talks.postponed":
        return "postponed"
    if type_ == "talks.cancelled":
        return "cancelled"
    sure = [c for c in claims if c.stance in ASSERTING and c.modality in ("actual", "ongoing") and c.polarity == "+"]
    refused = [c for c in claims if _refuses(world, c)]
    if sure and refused:
        return "contested"
    if sure:
        if parties.opposed(world, sure):
            return "agreed"
        return "ongoing" if sure[-1].modality == "ongoing" else "reported"
    if any(c.modality in _AHEAD[family(type_) == "conference"] for c in claims):
        return "planned"
    if any(c.stance == "accuses" for c in claims):
        return "contested" if refused else "alleged"
    if any(_denies_a_part(world, c) for c in claims):
        return "reported"
    return "denied" if refused or any(c.stance in _REFUSING for c in claims) else "alleged"


def _denies_a_part(world: World, claim: Claim) -> bool:
    """Whether a voice only says that the deed, which it takes for granted, was not its own ("denied a role in the")."""
    named = claim.commitment == "presupposed" and claim.stance in _REFUSING
    return named and parties.of_itself(world, claim)


def _refuses(world: World, claim: Claim) -> bool:
    """Whether a voice says that it did not happen; that it was somebody else leaves that open."""
    if claim.stance in _REFUSING:
        return not parties.of_itself(world, claim)
    return claim.polarity == "-" and claim.stance in ASSERTING


def _entities(claims: Iterable[Claim], roles: tuple[str, ...]) -> tuple[str, ...]:
    """Entities in these roles that some voice asserts, in text order."""
    found: dict[str, None] = {}
    for claim in claims:
        if claim.stance in ASSERTING and claim.modality in ("actual", "ongoing") and claim.polarity == "+":
            for role in roles:
                for ref in claim.roles.get(role, ()):
                    if ref.entity:
                        found[ref.entity] = None
    return tuple(found)


def _place(cluster: Cluster) -> PlaceRef | None:
    """The most precise place, of equals the first."""
    places = [item.place for item in cluster.items if item.place is not None]
    return min(places, key=lambda place: _FINE.index(place.precision), default=None)


def _when(cluster: Cluster) -> When | None:
    """The tightest bounds that a mention gives, of equals the first."""
    found = [item.when for item in cluster.items if item.when is not None and item.claims]
    return min(found, key=_looseness, default=None)


def _looseness(when: When) -> int:
    if when.low is None or when.high is None:
        return 10**6
    return (date.fromisoformat(when.high) - date.fromisoformat(when.low)).days


def with_event(world: World, claim: Claim, event: Event) -> Claim:
    """The claim with its event; a place or day it does not state itself is taken from there (basis `event`)."""
    own = bool(world.places_in(claim.span)) and claim.figure is not None
    place, when = claim.place or (None if own else event.place), claim.when
    if event.when is not None and (when is None or when.basis == "tense") and event.when.basis != "tense":
        when = replace(event.when, basis="event")
    return replace(claim, event=event.id, place=place, when=when)
