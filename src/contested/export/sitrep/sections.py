"""Short sections for the claims that no event shows: needs, access, people on the move, talks, statements ..."""

from collections.abc import Iterator

from contested.export.safe import clean
from contested.export.sitrep.outline import Item, Line, Section
from contested.export.sitrep.quotes import quoted, said_lines
from contested.export.sitrep.words import Entities, said_words
from contested.lexicon import yaml_data
from contested.model.claim import Claim
from contested.model.reading import Reading

MOST = 8
"""Claims shown in one of these sections."""


def by_kind(reading: Reading, entities: Entities, told: dict[str, list[Item]], most: int = MOST) -> Iterator[Section]:
    """One section a kind, in the order of the wording file: its events (`told`), then what no event has shown."""
    shown = {name for event in reading.events for name in event.claims}
    wording = yaml_data("wording.yml")
    for kind, title in wording["sections"].items():
        claims = [c for c in reading.claims if c.kind == kind and c.id not in shown and c.figure is None]
        parts = list(told.get(kind, ()))
        if claims:
            own = kind in wording["background"]
            parts.append(
                Item(
                    "Also said" if parts else "",
                    lines=tuple(_background(claims, entities, most) if own else _lines(claims, entities, most)),
                )
            )
        if parts:
            yield Section(title, tuple(parts))


def proposed(reading: Reading, entities: Entities, most: int = MOST) -> Iterator[Section]:
    """What a language model saw besides and no event holds, since no word bears out its kind; nothing without one."""
    claims = [claim for claim in reading.claims if claim.method.startswith("llm.other:")]
    if claims:
        title = yaml_data("wording.yml")["language_model"]
        yield Section(title, (Item("", lines=tuple(_lines(claims, entities, most))),))


def _lines(claims: list[Claim], entities: Entities, most: int) -> Iterator[Line]:
    """Every claim on a line of its own, also where one voice says several."""
    for claim in claims[:most]:
        yield from said_lines([claim], entities)
    if len(claims) > most:
        yield Line("", f"… and {len(claims) - most} more: --format html shows all")


def _background(claims: list[Claim], entities: Entities, most: int) -> Iterator[Line]:
    """What the report itself tells in passing on one line, what others tell on their own."""
    own = [claim for claim in claims if claim.voice.role == "narrator"]
    yield from _lines([claim for claim in claims if claim.voice.role != "narrator"], entities, most)
    if own:
        rest = f"; … and {len(own) - most} more" if len(own) > most else ""
        words = "; ".join(quoted(claim.quote) for claim in own[:most])
        yield Line(said_words(own[0], entities), words + rest, tuple(clean(claim.id) for claim in own[:most]))
