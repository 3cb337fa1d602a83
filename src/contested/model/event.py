"""An event: what the claims of one report are about, each real event once however often it is mentioned."""

from dataclasses import dataclass
from typing import Literal

from contested.model.claim import NO_CODES, Codes, When
from contested.model.place import PlaceRef
from contested.model.text import Span

Status = Literal[
    "reported", "ongoing", "agreed", "contested", "alleged", "denied", "planned", "postponed", "cancelled", "failed"
]
STATUSES: tuple[Status, ...] = (
    "reported", "ongoing", "agreed", "contested", "alleged", "denied", "planned", "postponed", "cancelled", "failed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """`actors`/`targets` are entity ids of parties that some voice asserts; the merely accused stand in a question."""

    id: str
    type: str
    codes: Codes = NO_CODES
    status: Status = "reported"
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: PlaceRef | None = None
    when: When | None = None
    claims: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    figures: tuple[str, ...] = ()
    civilian_targeting: bool | None = None
