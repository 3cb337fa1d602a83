"""One claim with everything it stands on: the sentence, voices, cue, places, times, counts, rule and frame."""

from collections.abc import Iterator
from dataclasses import dataclass

from contested.export import reasons
from contested.export.safe import clean
from contested.export.sitrep.days import range_words, when_words
from contested.export.sitrep.outline import Line
from contested.export.sitrep.words import (
    Entities,
    answer_words,
    number_words,
    place_words,
    question_words,
    time_words,
    type_words,
    word,
)
from contested.model.claim import Claim, Figure, Ref, Voice, When
from contested.model.place import PlaceRef
from contested.model.reading import Reading
from contested.model.text import Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim in its sentence (`before`, the claim's own `words`, `after`) and the lines that explain it; all clean."""

    title: str
    before: str
    words: str
    after: str
    lines: tuple[Line, ...]


def explain(reading: Reading, claim_id: str, around: Span) -> Explanation | None:
    """The claim of this id explained, None if the reading has none. `around` is the sentence it stands in."""
    claim = next((claim for claim in reading.claims if claim.id == claim_id), None)
    if claim is None:
        return None
    entities = {entity.id: entity for entity in reading.entities}
    before = reading.text[min(around.start, claim.start) : claim.start]
    after = reading.text[claim.end : max(around.end, claim.end)]
    lines = stands_on(reading, claim, entities)
    title = f"{claim.id} · {claim.kind} · {claim.stance}"
    return Explanation(clean(title), _keep_edges(before), clean(claim.quote), _keep_edges(after), lines)


def stands_on(reading: Reading, claim: Claim, entities: Entities) -> tuple[Line, ...]:
    """What a claim of the reading stands on, a line each."""
    return (
        Line("Words", f"{claim.start}-{claim.end} of the text"),
        *_meaning(claim),
        *_voices(claim, entities),
        *reasons.told(reading, claim),
        *_stance(reading, claim),
        *_roles(reading, claim, entities),
        *_circumstances(reading, claim, entities),
        *_origin(reading, claim),
        *_uses(reading, claim, entities),
    )


def _keep_edges(text: str) -> str:
    """The text clean, with one blank kept where it had white space at an end."""
    inner = clean(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _meaning(claim: Claim) -> Iterator[Line]:
    if claim.type is None:
        return
    schemes = (("PLOVER", claim.codes.plover), ("ACLED", claim.codes.acled), ("CAMEO", claim.codes.cameo))
    codes = "; ".join(f"{name} {clean(code)}" for name, code in schemes if code)
    yield Line("Type", f"{type_words(claim.type)} ({clean(claim.type)}{'; ' if codes else ''}{codes})")


def _voices(claim: Claim, entities: Entities) -> Iterator[Line]:
    for number, voice in enumerate(claim.voices, 1):
        yield Line(f"Voice {number}", _voice(voice, entities))


def _voice(voice: Voice, entities: Entities) -> str:
    where = f", words at {voice.start}-{voice.end}" if voice.start is not None else ""
    known = entities.get(voice.entity or "")
    body = entities.get(voice.for_ or "")
    party = (body or known) and (body or known).party  # type: ignore[union-attr]
    parts = (
        "the report itself" if voice.role == "narrator" else voice.role,
        f"for {clean(body.name)}" if body else "",
        f"party {clean(party)}" if party else "",
    )
    return f"{clean(voice.name)} ({', '.join(part for part in parts if part)}){where}"


def _stance(reading: Reading, claim: Claim) -> Iterator[Line]:
    yield Line("Stance", reasons.stance(reading, claim))
    marks: list[str] = [claim.modality, reasons.commitment(claim)]
    marks += ["negative content"] if claim.polarity == "-" else []
    marks += [str(word("verifications", claim.verification))] if claim.verification else []
    marks += [f"evidence: {claim.evidence}"] if claim.evidence else []
    yield Line("Holds as", ", ".join(marks))


def _roles(reading: Reading, claim: Claim, entities: Entities) -> Iterator[Line]:
    for role, fillers in claim.roles.items():
        for filler in fillers:
            yield Line(clean(role).capitalize(), _ref(reading, filler, entities))
    if claim.relation is not None:
        km = f", {claim.relation.km:g} km" if claim.relation.km is not None else ""
        yield Line("Relation", f"{word('predicates', clean(claim.relation.predicate))}{km}")
        yield Line("Subject", _ref(reading, claim.relation.subject, entities))
        yield Line("Object", _ref(reading, claim.relation.object, entities))


def _ref(reading: Reading, filler: Ref, entities: Entities) -> str:
    """The words of a filler, whom they stand for, and where that one is told of otherwise."""
    here = Span(filler.start, filler.end)
    known = entities.get(filler.entity or "")
    if known is None:
        return f"“{clean(filler.text)}” at {filler.start}-{filler.end}"
    named = next((m for m in reading.mentions if m.entity == known.id and not m.span.overlaps(here)), None)
    also = f", also {reasons.at(reading, *named.span)}" if named and known.name not in filler.text else ""
    return f"“{clean(filler.text)}” at {filler.start}-{filler.end} = {clean(known.name)} ({clean(known.id)}){also}"


def _circumstances(reading: Reading, claim: Claim, entities: Entities) -> Iterator[Line]:
    yield Line("Place", _place(reading, claim, claim.place) if claim.place is not None else "not stated")
    yield Line("When", _when(reading, claim, claim.when) if claim.when is not None else "not stated")
    if claim.said is not None:
        yield Line("Said on", _when(reading, claim, claim.said))
    if claim.was is not None:
        was = (time_words(claim.was.when), place_words(claim.was.place), clean(str(claim.was.value or "")))
        yield Line("Before", ", ".join(part for part in was if part))
    if claim.figure is not None:
        yield from _figure(reading, claim.figure, entities)


def _place(reading: Reading, claim: Claim, place: PlaceRef) -> str:
    point = f"{place.lat:.4f}, {place.lon:.4f}" if place.lat is not None and place.lon is not None else "no coordinates"
    parts = (
        str(place_words(place)),
        str(word("place_precisions", place.precision)),
        point,
        f"geonames {place.geonames_id}" if place.geonames_id else "",
        reasons.place(reading, claim, place),
    )
    return "; ".join(part for part in parts if part)


def _when(reading: Reading, claim: Claim, when: When) -> str:
    parts = (when_words(when) or "day not known", reasons.when(reading, claim, when))
    return "; ".join(part for part in parts if part)


def _figure(reading: Reading, figure: Figure, entities: Entities) -> Iterator[Line]:
    bounds = (
        f"low {'open' if figure.low is None else figure.low}, high {'open' if figure.high is None else figure.high}"
    )
    yield Line("Figure", f"{word('measures', figure.measure)}: {number_words(figure)} ({bounds})")
    if figure.of is not None:
        yield Line("Counted", _ref(reading, figure.of, entities))
    more = {
        "category": word("categories", figure.category),
        "of the party": figure.whose,
        "subset": figure.group,
        "part of": figure.part_of,
        "flow": figure.flow,
        "period": range_words(figure.period),
        "as of": range_words(figure.as_of),
        "running total": "yes" if figure.cumulative else None,
    }
    said = "; ".join(f"{name} {clean(value)}" for name, value in more.items() if value)
    if said:
        yield Line("Count is", said)


def _origin(reading: Reading, claim: Claim) -> Iterator[Line]:
    if claim.trigger is not None:
        yield Line("Rests on", reasons.at(reading, *claim.trigger))
    yield Line("Found by", clean(claim.method) or "not said")
    yield Line("Score", f"{claim.score:.2f}: {reasons.score(claim)}")
    yield from reasons.rule(claim)


def _uses(reading: Reading, claim: Claim, entities: Entities) -> Iterator[Line]:
    """The event and the questions the claim belongs to, and the claims that give its reasons."""
    if claim.because:
        yield Line("Because", clean(" ".join(claim.because)))
    event = next((event for event in reading.events if event.id == claim.event), None)
    if event is not None:
        others = " ".join(clean(other) for other in event.claims if other != claim.id)
        told = f"; also told in {others}" if others else ""
        yield Line("Event", f"{clean(event.id)}: {type_words(event.type)}, {event.status}{told}")
    for question in reading.questions:
        for position in question.positions:
            if claim.id in position.claims:
                answer = answer_words(question.slot, position.value, entities)
                asked = question_words(question)
                yield Line(
                    "Question", f"{clean(question.id)}: {asked} → {answer} ({word('verdicts', question.verdict)})"
                )
