"""Many reports and the events they share, fit to be passed on: what one report blurs, no other gives away.

A place is blurred in an event as soon as one of its reports blurs it, and then in every report of that event. Events
are made of the readings as they were and blurred after, so that blurring brings no two happenings together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

from contested.export.blur import WITHHELD, Blurring, Secret, blur, secret_of, widen
from contested.export.masking import mask
from contested.model.place import PlaceRef
from contested.model.reading import Reading
from contested.model.reconciled import FieldValue, SharedEvent, SharedPosition, SharedQuestion


def blur_case(
    readings: Iterable[Reading], events: Sequence[SharedEvent], how: Blurring
) -> tuple[list[Reading], list[SharedEvent]]:
    """The readings and events with their sensitive places blurred, in the order they came in."""
    found = list(readings)
    secrets = {str(reading.report.id): secret_of(reading) for reading in found}
    shared = _shared(secrets, events)
    for reading in found:
        shared[str(reading.report.id)].learn_words(reading)
    return (
        [blur(reading, how, shared[str(reading.report.id)]) for reading in found],
        [_event(event, _joined(shared, event), how) for event in events],
    )


def _shared(secrets: dict[str, Secret], events: Sequence[SharedEvent]) -> dict[str, Secret]:
    """What each report must hide: its own, and what the other reports of its events hide."""
    shared = {name: Secret() | secret for name, secret in secrets.items()}
    for event in events:
        together = _joined(secrets, event)
        for name in event.reports:
            if name in shared:
                shared[name] |= together
    return shared


def _joined(secrets: dict[str, Secret], event: SharedEvent) -> Secret:
    joined = Secret()
    for name in event.reports:
        joined |= secrets.get(name, Secret())
    return joined


def _event(event: SharedEvent, secret: Secret, how: Blurring) -> SharedEvent:
    words = secret.words if how == "words" else set()
    return replace(
        event,
        place=_place(event.place, secret) if event.place else None,
        actors=tuple(mask(name, words) for name in event.actors),
        targets=tuple(mask(name, words) for name in event.targets),
        fields={
            name: tuple(_value(name, value, secret, words) for value in values) for name, values in event.fields.items()
        },
        questions=tuple(_question(question, secret, words) for question in event.questions),
    )


def _place(place: PlaceRef, secret: Secret) -> PlaceRef:
    row = asdict(place)
    if secret.holds(row):
        widen(row)
    return PlaceRef(**row)


def _value(name: str, given: FieldValue, secret: Secret, words: set[str]) -> FieldValue:
    value: Any = given.value
    if isinstance(value, PlaceRef):
        return replace(given, value=_place(value, secret))
    return replace(given, value=_answer(value, secret, words, is_place=name == "place"))


def _question(question: SharedQuestion, secret: Secret, words: set[str]) -> SharedQuestion:
    def position(one: SharedPosition) -> SharedPosition:
        return replace(one, value=_answer(one.value, secret, words, is_place=question.slot == "place"))

    about = mask(question.about, secret.names | secret.words)
    return replace(question, about=about, positions=tuple(map(position, question.positions)))


def _answer(value: Any, secret: Secret, words: set[str], *, is_place: bool) -> Any:
    """A value in words, the name of a place withheld where it is one of those to hide."""
    if not isinstance(value, str):
        return value
    return WITHHELD if is_place and value.casefold() in secret.names else mask(value, words)
