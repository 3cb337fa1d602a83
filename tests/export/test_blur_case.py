"""What one report of an event blurs, neither the event nor its other reports give away."""

import json
from dataclasses import replace
from typing import Any

import pytest

from contested.export import reconciled
from contested.export.blur import WITHHELD
from contested.export.blur_case import blur_case
from contested.export.codec import to_json
from contested.model.claim import When
from contested.model.reading import Reading
from contested.model.reconciled import ClaimRef, FieldValue, SharedEvent, SharedPosition, SharedQuestion
from contested.model.text import Block
from tests.export.test_blur import BIR, NARRATOR, TELL, made

OTHER = "Two shells fell in Bir Zaytun on Monday."


def other() -> Reading:
    """A report that names Bir Zaytun and has nothing to hide by itself."""
    claim = replace(made().claims[0], id="c1", start=0, end=29, quote=OTHER[:29], voices=(NARRATOR,))
    report: Any = replace(made().report, id="s", text=OTHER, blocks=(Block(0, len(OTHER), "body"),), url=None)  # type: ignore[type-var]
    return Reading(replace(report, title=None), OTHER, report.blocks, claims=(claim,))


def event(**more: Any) -> SharedEvent:
    claims = (ClaimRef("r", "c1"), ClaimRef("s", "c1"))
    where = SharedQuestion(
        "e1q1",
        "Where was Bir Zaytun's clinic hit?",
        "place",
        "e1",
        (SharedPosition("Bir Zaytun", claims),),
        "agreed",
        2,
    )
    fields = {
        "place": (FieldValue(BIR, claims, 2),),
        "when": (FieldValue(When("2031-03-03", "2031-03-03"), claims, 2),),
        "target": (FieldValue("Northern Clinic", claims, 2),),
    }
    made_: dict[str, Any] = {"id": "e1", "type": "strike.artillery", "reports": ("r", "s"), "claims": claims}
    return SharedEvent(
        **(made_ | {"place": BIR, "fields": fields, "questions": (where,), "targets": ("patients",)} | more)
    )


def test_the_event_is_no_more_exact_than_its_province() -> None:
    _, (blurred,) = blur_case([made(), other()], [event()], "places")
    assert blurred.place is not None
    assert (blurred.place.name, blurred.place.precision, blurred.place.lat) == ("Homs", "admin1", None)
    (place,) = blurred.fields["place"]
    assert place.value == replace(BIR, **vars_of(blurred.place))
    assert blurred.fields["when"] == event().fields["when"]
    (question,) = blurred.questions
    assert question.positions[0].value == WITHHELD
    assert "Bir Zaytun" not in question.about


def vars_of(place: Any) -> dict[str, Any]:
    return {name: getattr(place, name) for name in place.__slots__}


def test_the_other_report_does_not_give_the_place_away() -> None:
    (_, alone), _ = blur_case([made(), other()], [], "places")
    assert alone.claims[0].place == BIR
    (_, shared), _ = blur_case([made(), other()], [event()], "places")
    assert shared.claims[0].place is not None
    assert shared.claims[0].place.name == "Homs"


def test_names_are_masked_in_every_report_and_in_the_event() -> None:
    readings, events = blur_case([made(), other()], [event()], "words")
    everything = b"".join(map(to_json, readings)).decode() + json.dumps(reconciled.to_dict(events[0]))
    for name in ("Bir Zaytun", "Northern", "34.1"):
        assert name not in everything, name
    assert "patients" in everything


def test_an_event_elsewhere_stays_as_it_is() -> None:
    elsewhere = event(place=TELL, reports=("s",), fields={}, questions=(), claims=())
    assert blur_case([other()], [elsewhere], "words") == ([other()], [elsewhere])


@pytest.mark.parametrize("kind", ["whole", "bare"])
def test_an_event_comes_back_out_of_its_json(kind: str) -> None:
    one = event() if kind == "whole" else SharedEvent("e2", "battle.clash")
    assert reconciled.event_from_dict(reconciled.to_dict(one)) == one
