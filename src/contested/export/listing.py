"""Claims of many reports as a list for a terminal."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from contested.export.codec import claim_from_dict
from contested.export.safe import clean, shorten
from contested.export.sitrep.words import flags, number_words, place_words, said_words, time_words, type_words, word
from contested.model.claim import Claim

QUOTE = 300
"""Characters of a claim's words that are shown."""


def claims(rows: Iterable[Mapping[str, Any]]) -> RenderableType:
    """One paragraph a claim: where it stands, what it is about, who says it, in which words."""
    return Group(*(_claim(row, claim_from_dict(row)) for row in rows))


def _claim(row: Mapping[str, Any], claim: Claim) -> RenderableType:
    head = Text.assemble((clean(row["report"]), "bold"), (f" {claim.id}", "dim"))
    if row.get("current") is False:
        head.append("  [retired: the report says otherwise now]", style="yellow")
    said = Text.assemble((said_words(claim, {}), "green"), ": ", f"“{shorten(clean(claim.quote), QUOTE)}”")
    about = " · ".join(part for part in _about(claim) if part)
    return Group(head, Padding(Text(about), (0, 0, 0, 2)), Padding(said, (0, 0, 1, 2)))


def _about(claim: Claim) -> Iterable[str | None]:
    yield type_words(claim.type) or claim.kind
    if claim.figure is not None:
        yield f"{word('measures', claim.figure.measure) or claim.figure.measure}: {number_words(claim.figure)}"
    yield place_words(claim.place)
    yield time_words(claim.when)
    yield None if claim.polarity == "+" else "negative"
    yield from flags(claim)
