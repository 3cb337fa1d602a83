"""Reads short texts of our own for the tests of the coding room."""

from collections.abc import Iterable

import contested
from contested import Claim, Reading

DAY = "2024-05-15"


def read(text: str, published: str | None = DAY) -> Reading:
    return contested.read(text, published=published)


def only(reading: Reading, *types: str | None) -> list[Claim]:
    """The claims of these types."""
    return [claim for claim in reading.claims if claim.type in types]


def one(reading: Reading, *types: str) -> Claim:
    """The one claim of these types."""
    found = only(reading, *types)
    assert len(found) == 1, [(claim.type, claim.quote) for claim in reading.claims]
    return found[0]


def names(reading: Reading, ids: Iterable[str]) -> set[str]:
    return {entity.name for entity in reading.entities if entity.id in set(ids)}


def words(claim: Claim, role: str) -> list[str]:
    return [ref.text for ref in claim.roles.get(role, ())]


def figures(text: str) -> list[tuple[str, str, object]]:
    """Stance, modality and lower bound of every count, in text order."""
    return [(c.stance, c.modality, c.figure.low) for c in read(text).claims if c.figure is not None]
