"""What many readings together give: stories, events told by several reports, and the questions between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from contested.model.claim import NO_CODES, Codes, When
from contested.model.event import Status
from contested.model.place import PlaceRef
from contested.model.question import Slot, Verdict

EVENT_SCHEMA = "contested/event/1"
STORY_SCHEMA = "contested/story/1"
Number = int | float


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """A claim of one report."""

    report: str
    claim: str


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of the same happening. `copies`: groups of reports that are one text, the earliest first.

    `lead_event` is the id of the shared event most of the reports tell, None where none was found.
    """

    id: str
    reports: tuple[str, ...]
    copies: tuple[tuple[str, ...], ...] = ()
    lead_event: str | None = None


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One value that is given for a field of an event, by which claims and how many independent voices."""

    value: str | Number | When | PlaceRef | None
    claims: tuple[ClaimRef, ...]
    independent_voices: int


@dataclass(frozen=True, slots=True)
class Range:
    """What can be said of a count: the lowest and highest that a voice gives, and the best by the rule, or None."""

    low: Number | None
    best: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class SharedPosition:
    """One answer and the claims of all reports that give it."""

    value: str | Number | None
    claims: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class SharedQuestion:
    """What the voices of several reports agree or differ on. Independent voices are counted by party."""

    id: str
    about: str
    slot: Slot
    event: str
    positions: tuple[SharedPosition, ...]
    verdict: Verdict
    independent_voices: int


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """A happening as all reports together tell it. `actors`/`targets` are names of parties that some voice asserts."""

    id: str
    type: str
    codes: Codes = NO_CODES
    status: Status = "reported"
    reports: tuple[str, ...] = ()
    claims: tuple[ClaimRef, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: PlaceRef | None = None
    when: When | None = None
    civilian_targeting: bool | None = None
    fields: Mapping[str, tuple[FieldValue, ...]] = field(default_factory=dict)
    best: Mapping[str, Range] = field(default_factory=dict)
    questions: tuple[SharedQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two claims stand in one event: what spoke for it and how much (reconciling/same.py)."""

    first: ClaimRef
    second: ClaimRef
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """That the happenings which two claims tell are one, or are two. The highest number counts most."""

    number: int
    verdict: Literal["same", "different"]
    first: ClaimRef
    second: ClaimRef


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What the readings give together: every report in one story, every happening in one event, and why.

    `unmet`: decisions that could not be followed, by number, and why.
    """

    stories: tuple[Story, ...] = ()
    events: tuple[SharedEvent, ...] = ()
    bonds: tuple[Bond, ...] = ()
    unmet: tuple[tuple[int, str], ...] = ()
