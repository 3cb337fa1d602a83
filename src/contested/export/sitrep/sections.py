"""Short sections for the claims that no event shows: needs, access, people on the move, talks, statements ..."""

from collections.abc import Iterator

from contested.export.sitrep.outline import Item, Section
from contested.export.sitrep.quotes import MOST_LINES, said_lines
from contested.export.sitrep.words import Entities
from contested.lexicon import yaml_data
from contested.model.claim import Claim
from contested.model.reading import Reading

MOST = 8
"""Claims shown in one of these sections."""


def by_kind(reading: Reading, entities: Entities) -> Iterator[Section]:
    """One section a kind with what is said, in the order of the wording file."""
    shown = {name for event in reading.events for name in event.claims}
    for kind, title in yaml_data("wording.yml")["sections"].items():
        claims = [c for c in reading.claims if c.kind == kind and c.id not in shown and c.figure is None]
        if claims:
            yield Section(title, (_lines(claims, entities),))


def _lines(claims: list[Claim], entities: Entities) -> Item:
    """Every claim on a line of its own, also where one voice says several."""
    lines = [line for claim in claims[:MOST] for line in said_lines([claim], entities, MOST_LINES)]
    rest = len(claims) - MOST
    return Item("", f"… and {rest} more: --format json shows all" if rest > 0 else None, tuple(lines))
