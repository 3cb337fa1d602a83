"""The heads that sit on the encoder. A later head (triggers, roles, stance) is one more entry here."""

from dataclasses import dataclass

ROLES = ("source", "cue", "content")
CONTRACT = (
    "person", "organisation", "armed_group", "military", "government", "police", "media", "population", "place",
    "weapon", "equipment", "nationality", "time",
)  # fmt: skip


@dataclass(frozen=True)
class Head:
    """Labels told apart in BIO; `sees` are heads whose probabilities it reads beside the encoder; `weight` of loss."""

    types: tuple[str, ...]
    weight: float
    sees: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return 1 + 2 * len(self.types)


HEADS: dict[str, Head] = {
    "news": Head(ROLES, 1.0),
    "name": Head(("person", "organisation", "place", "misc"), 0.4),
    "mention": Head(CONTRACT, 0.5, ("name",)),
    "conflict": Head(ROLES, 0.6, ("news",)),
    "inner": Head(ROLES, 0.4, ("news", "conflict")),
    "phrase": Head(
        ("person", "organisation", "place", "nationality", "weapon", "equipment", "time"), 0.4, ("mention", "name")
    ),
}
"""In the order in which they are computed: a head sees only heads before it."""
LAYERS = {"news": "news", "conflict": "conflict", "inner": "inner"}
"""Heads whose labels are parts of attributions."""
LINK = 64
"""Width of the two links: cue to the first unit of its source, unit to the first unit of its cue."""
LINKS = {"source": 0.15, "cue": 0.3}
WIDTH = sum(head.width for head in HEADS.values())
