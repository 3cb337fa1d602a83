"""A question between reports, before it has a number."""

from dataclasses import dataclass

from contested.model.question import Slot, Verdict
from contested.reconciling.tolls import Voiced

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question before it is numbered: claims by answer, what they amount to, and by how many parties."""

    about: str
    slot: Slot
    answers: tuple[tuple[Value, tuple[Voiced, ...]], ...]
    verdict: Verdict
    voices: int
