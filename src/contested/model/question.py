"""A question: what the report's voices agree or differ on."""

from dataclasses import dataclass
from typing import Literal

Slot = Literal[
    "occurred", "perpetrator", "target", "killed", "wounded", "abducted", "displaced", "controller", "how_it_ended",
    "date", "place", "weapon", "cause", "duration", "significance",
]  # fmt: skip
SLOTS: tuple[Slot, ...] = (
    "occurred", "perpetrator", "target", "killed", "wounded", "abducted", "displaced", "controller", "how_it_ended",
    "date", "place", "weapon", "cause", "duration", "significance",
)  # fmt: skip
Verdict = Literal[
    "agreed_by_adversaries", "admitted", "agreed", "contested", "variance", "not_comparable", "single_voice"
]
VERDICTS: tuple[Verdict, ...] = (
    "agreed_by_adversaries", "admitted", "agreed", "contested", "variance", "not_comparable", "single_voice",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Position:
    """One answer and the claims that give it; a None value means "not stated"."""

    value: str | int | float | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`independent_voices` counts parties, not sources: state TV, the state agency and the army are one."""

    id: str
    about: str
    slot: Slot
    event: str | None
    positions: tuple[Position, ...]
    verdict: Verdict
    independent_voices: int
