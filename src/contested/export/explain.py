"""One claim with everything it stands on: the sentence, the voices, the cue, places, times, counts, the rule."""

from collections.abc import Iterator
from dataclasses import dataclass

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
        *_meaning(claim),
        *_voices(claim, entities),
        *_stance(reading, claim),
        *_roles(claim, entities),
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


def _at(reading: Reading, start: int, end: int) -> str:
    return f"“{clean(reading.text[start:end])}” at {start}-{end}"


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
    saying = next((a for a in reading.attributions if a.id == claim.attribution), None)
    cue = ", ".join(_at(reading, *span) for span in saying.cue) if saying else ""
    yield Line("Stance", f"{claim.stance}{f' by the words {cue}' if cue else ''}")
    marks: list[str] = [claim.modality, claim.commitment]
    marks += ["negative content"] if claim.polarity == "-" else []
    marks += [str(word("verifications", claim.verification))] if claim.verification else []
    marks += [f"evidence: {claim.evidence}"] if claim.evidence else []
    yield Line("Holds as", ", ".join(mark.replace("_", " ") for mark in marks))


def _roles(claim: Claim, entities: Entities) -> Iterator[Line]:
    for role, fillers in claim.roles.items():
        for filler in fillers:
            yield Line(clean(role).capitalize(), _ref(filler, entities))
    if claim.relation is not None:
        km = f", {claim.relation.km:g} km" if claim.relation.km is not None else ""
        yield Line("Relation", f"{word('predicates', clean(claim.relation.predicate))}{km}")
        yield Line("Subject", _ref(claim.relation.subject, entities))
        yield Line("Object", _ref(claim.relation.object, entities))


def _ref(filler: Ref, entities: Entities) -> str:
    known = entities.get(filler.entity or "")
    stands_for = f" = {clean(known.name)} ({known.id})" if known else ""
    return f"“{clean(filler.text)}” at {filler.start}-{filler.end}{stands_for}"


def _circumstances(reading: Reading, claim: Claim, entities: Entities) -> Iterator[Line]:
    if claim.place is not None:
        yield Line("Place", _place(reading, claim.place))
    for label, when in (("When", claim.when), ("Said on", claim.said)):
        if when is not None:
            yield Line(label, _when(reading, when))
    if claim.was is not None:
        was = (time_words(claim.was.when), place_words(claim.was.place), clean(str(claim.was.value or "")))
        yield Line("Before", ", ".join(part for part in was if part))
    if claim.figure is not None:
        yield from _figure(claim.figure, entities)


def _place(reading: Reading, place: PlaceRef) -> str:
    mention = next((m for m in reading.mentions if m.id == place.mention), None)
    point = f"{place.lat:.4f}, {place.lon:.4f}" if place.lat is not None and place.lon is not None else "no coordinates"
    parts = (
        str(place_words(place)),
        str(word("place_precisions", place.precision)),
        point,
        f"geonames {place.geonames_id}" if place.geonames_id else "",
        f"from {_at(reading, mention.start, mention.end)}" if mention else "",
    )
    return "; ".join(part for part in parts if part)


def _when(reading: Reading, when: When) -> str:
    time = next((t for t in reading.times if t.id == when.time), None)
    parts = (
        when_words(when) or "day not known",
        f"basis: {when.basis}" if when.basis else "",
        f"from {_at(reading, time.start, time.end)}" if time else "",
    )
    return "; ".join(part for part in parts if part)


def _figure(figure: Figure, entities: Entities) -> Iterator[Line]:
    bounds = (
        f"low {'open' if figure.low is None else figure.low}, high {'open' if figure.high is None else figure.high}"
    )
    yield Line("Figure", f"{word('measures', figure.measure)}: {number_words(figure)} ({bounds})")
    if figure.of is not None:
        yield Line("Counted", _ref(figure.of, entities))
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
        yield Line("Rests on", _at(reading, *claim.trigger))
    yield Line("Found by", f"{clean(claim.method) or 'not said'}, score {claim.score:.2f}")


def _uses(reading: Reading, claim: Claim, entities: Entities) -> Iterator[Line]:
    """The event and the questions the claim belongs to, and the claims that give its reasons."""
    if claim.because:
        yield Line("Because", clean(" ".join(claim.because)))
    event = next((event for event in reading.events if event.id == claim.event), None)
    if event is not None:
        yield Line("Event", f"{clean(event.id)}: {type_words(event.type)}, {event.status}")
    for question in reading.questions:
        for position in question.positions:
            if claim.id in position.claims:
                answer = answer_words(question.slot, position.value, entities)
                asked = question_words(question)
                yield Line(
                    "Question", f"{clean(question.id)}: {asked} → {answer} ({word('verdicts', question.verdict)})"
                )
