"""A predicate: a happening or state that some words of the text name."""

from collections.abc import Mapping
from dataclasses import dataclass

from contested.coding.frames import Frame
from contested.coding.mood import Mood
from contested.model.claim import Kind


@dataclass(frozen=True, slots=True)
class Predicate:
    """A happening or state that some words name.

    `trigger` is the naming token, `clause` the verb whose clause it is (the trigger itself for verbs, the light verb of
    "launched an offensive", None for a noun on its own). `roles` and `places` hold tokens. `type` is None where the
    codebook's type depends on an actor whom the text does not name.
    """

    frame: Frame
    type: str | None
    kind: Kind
    trigger: int
    clause: int | None
    roles: Mapping[str, tuple[int, ...]]
    places: tuple[int, ...]
    mood: Mood

    @property
    def nominal(self) -> bool:
        """Whether a noun without a verb of its own names the happening."""
        return self.clause is None
