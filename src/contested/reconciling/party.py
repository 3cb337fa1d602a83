"""A party: who is behind a voice or a deed, and who is whose adversary."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["state", "group", "third"]
STATE, BOTH = "government", "both sides"


@dataclass(frozen=True, slots=True)
class Party:
    """Who is behind a voice or a deed. `side` is its bloc where the catalogue knows it."""

    name: str
    kind: Kind
    side: str | None = None

    @property
    def fights(self) -> bool:
        """Whether it is a party to the quarrel and not a bystander."""
        return self.kind != "third" or self.side is not None


def opposed(first: Party, second: Party) -> bool:
    """Whether the two are adversaries: of different sides, or, where sides are unknown, two parties that fight."""
    if BOTH in (first.name, second.name):
        return True
    if first.side and second.side:
        return first.side != second.side
    return first.name != second.name and first.fights and second.fights


def names(parties: Iterable[Party | None]) -> set[str]:
    """The names of the parties that are known."""
    return {party.name for party in parties if party is not None}
