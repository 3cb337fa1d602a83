"""Each claim as a card: who says it through whom, the words, what about whom, where, when, and what it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass

from contested.export.explain import stands_on
from contested.export.html.passages import standing
from contested.export.safe import clean, visible
from contested.export.sitrep.outline import Line
from contested.export.sitrep.words import (
    Entities,
    flags,
    number_words,
    place_words,
    ref_words,
    said_words,
    time_words,
    type_words,
    voice_words,
    word,
)
from contested.model.claim import Claim
from contested.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Card:
    """One claim. `voice` and `kind` are what the page filters by; `chain` goes from the report inwards."""

    id: str
    kind: str
    voice: str
    said: str
    flags: tuple[str, ...]
    standing: str
    chain: tuple[str, ...]
    quote: str
    facts: tuple[Line, ...]
    stands_on: tuple[Line, ...]


def cards(reading: Reading, entities: Entities) -> tuple[Card, ...]:
    """The claims in the order of the text."""
    in_order = sorted(reading.claims, key=lambda c: (c.start, c.end))
    return tuple(card(claim, entities, stands_on(reading, claim, entities)) for claim in in_order)


def card(claim: Claim, entities: Entities, stands_on: tuple[Line, ...] = (), besides: tuple[Line, ...] = ()) -> Card:
    """One claim as a card; `besides` are facts that stand before those of the claim itself."""
    return Card(
        id=clean(claim.id),
        kind=str(word("kinds", claim.kind)),
        voice=voice_words(claim.voice, entities),
        said=said_words(claim, entities),
        flags=tuple(flags(claim)),
        standing=standing(claim),
        chain=tuple(voice_words(voice, entities) for voice in claim.voices),
        quote=visible(claim.quote),
        facts=tuple(line for line in (*besides, *_facts(claim, entities)) if line.text),
        stands_on=stands_on,
    )


def _facts(claim: Claim, entities: Entities) -> Iterator[Line]:
    """What the claim holds, a line each; empty where it says nothing of it."""
    yield Line("What", type_words(claim.type) or "")
    if claim.polarity == "-":
        yield Line("But", "the words say that it is not so")
    for role, fillers in claim.roles.items():
        yield Line(str(word("roles", clean(role))), ref_words(fillers, entities) or "")
    if claim.relation is not None:
        yield from _relation(claim, entities)
    if claim.figure is not None:
        yield Line("Count", f"{word('measures', claim.figure.measure)}: {number_words(claim.figure)}")
        yield Line("Of", clean(claim.figure.of.text) if claim.figure.of else "")
    yield Line("Where", place_words(claim.place) or "")
    yield Line("When", time_words(claim.when) or "")
    yield Line("Said on", time_words(claim.said) or "")
    yield Line("Because", clean(" ".join(claim.because)), claim.because)


def _relation(claim: Claim, entities: Entities) -> Iterator[Line]:
    relation = claim.relation
    if relation is not None:
        subject, object_ = ref_words((relation.subject,), entities), ref_words((relation.object,), entities)
        km = f" ({relation.km:g} km)" if relation.km is not None else ""
        yield Line("Relation", f"{subject} {word('predicates', clean(relation.predicate))} {object_}{km}")
