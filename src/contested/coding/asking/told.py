"""What a report tells, looked up by event: the claims that questions are made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contested.coding.items import violent
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim
from contested.model.event import Event
from contested.model.place import PlaceRef
from contested.model.question import Slot, Verdict

Answers = Mapping[str | int | float | None, Sequence[Claim]]
"""The claims by the answer they give; None for those that leave it open."""
DENYING = frozenset({"denies", "rejects", "doubts", "retracts"})
REAL = frozenset({"actual", "ongoing"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question before it is numbered. `event` is None where it is about more than one."""

    about: str
    slot: Slot
    event: str | None
    answers: Answers
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """The claims and events of a report while questions are made of them."""

    world: World
    claims: Sequence[Claim]
    events: Sequence[Event]
    by_id: dict[str, Claim] = field(init=False)
    events_by_id: dict[str, Event] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {claim.id: claim for claim in self.claims})
        object.__setattr__(self, "events_by_id", {event.id: event for event in self.events})

    def own(self, event: Event) -> list[Claim]:
        """The claims that tell of the event, without its counts."""
        return [self.by_id[c] for c in event.claims if c in self.by_id]

    def topics(self) -> Iterator[tuple[Event, list[Claim]]]:
        """Each event with the claims that tell of it; events of a kind that is argued about as one are together.

        "The government denied using chemical weapons" answers all who say that they were used, where no place parts
        them.
        """
        done: set[str] = set()
        for event in self.events:
            if event.id in done:
                continue
            kin = [other for other in self.events if other.id not in done and _argued_as_one(event, other)]
            done |= {other.id for other in kin}
            yield event, [claim for one in (event, *kin) for claim in self.own(one)]

    def event_of(self, claim: Claim) -> Event | None:
        """The event that the claim is about."""
        return self.events_by_id.get(claim.event or "")

    def lead(self) -> Event | None:
        """The violent event that the report tells most of, of equals the first; None where it tells of none."""
        acts = [event for event in self.events if violent(event.type)]
        return max(acts, key=lambda e: len(e.claims) + len(e.figures) + len(e.mentions), default=None)


def _argued_as_one(event: Event, other: Event) -> bool:
    """Whether a denial without a place answers both: see `argued_as_one` in questions.yml."""
    kinds = yaml_data("lexicon/questions.yml")["argued_as_one"]
    return event is not other and event.type == other.type in kinds and (_anywhere(event) or _anywhere(other))


def _anywhere(event: Event) -> bool:
    """Whether the text gives the event no place of its own."""
    return event.place is None or event.place.precision in ("country", "region")


_EXACT = ("site", "town", "near", "line", "admin2", "admin1", "unknown")


def closest(told: Told, claims: Sequence[Claim]) -> PlaceRef | None:
    """The most exact place of the claims and their events; None where the text gives none, or only a country."""
    own = [claim.place for claim in claims]
    shared = [event.place for claim in claims if (event := told.event_of(claim)) is not None]
    known = [place for place in (*own, *shared) if place is not None and place.precision in _EXACT]
    return min(known, key=lambda place: _EXACT.index(place.precision), default=None)
