"""Reading to JSON and back is the identity, in the contract's own field names."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contested.errors import InputError
from contested.export.codec import PARTS, from_dict, from_json, to_dict, to_json
from contested.model.claim import ROLES, Claim, Ref
from contested.model.reading import Reading
from contested.model.report import Report, Unreadable
from tests.export.made import kosti, unreadable

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(float, NUMBERS)


def some(kind: type) -> st.SearchStrategy[Any]:
    """Up to two instances of a model class with anything its type hints allow."""
    return st.lists(st.from_type(kind), max_size=2).map(tuple)


CLAIMS = st.builds(
    Claim,
    roles=st.dictionaries(st.sampled_from(ROLES), some(Ref), max_size=2),
    voices=st.lists(st.from_type(Claim.__annotations__["voices"].__args__[0]), min_size=1, max_size=2).map(tuple),
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    parts = {name: draw(some(kind.__args__[0])) for name, kind in PARTS.items() if name != "claims"}
    text = draw(st.text(max_size=30))
    report = replace(draw(st.from_type(Report)), text=text, blocks=parts["blocks"])
    return Reading(report=report, text=text, claims=tuple(draw(st.lists(CLAIMS, max_size=2))), **parts)


@given(readings())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_reading_comes_back_from_dict_and_json(reading: Reading) -> None:
    assert from_dict(to_dict(reading)) == reading
    assert from_json(to_json(reading)) == reading


@given(st.from_type(Unreadable))
@settings(max_examples=30, deadline=None)
def test_any_unreadable_report_comes_back(report: Unreadable) -> None:
    assert from_dict(to_dict(Reading(report=report))) == Reading(report=report)


def test_fields_have_the_names_of_the_contract() -> None:
    data = to_dict(kosti())
    assert list(data) == ["schema", "report", *(["text"]), *PARTS]
    assert "text" not in data["report"]
    assert "blocks" not in data["report"]
    claim = data["claims"][0]
    assert list(claim["voices"][1]) == ["name", "entity", "for", "role", "start", "end"]
    assert claim["voices"][1]["for"] == "e2"
    assert claim["trigger"] == [claim["trigger"][0], claim["trigger"][0] + len("driven")]
    assert claim["relation"] is None
    assert claim["when"]["start"] is None
    assert data["attributions"][0]["cue"] == [[68, 88]]
    assert data["events"][0]["figures"] == ["c6"]


def test_unreadable_report_has_its_short_form() -> None:
    assert to_dict(Reading(report=Unreadable(None, "not_json", "line 7 is not JSON", line=7))) == {
        "schema": "contested/reading/1",
        "report": {"id": None, "line": 7, "warnings": []},
        "error": {"code": "not_json", "message": "line 7 is not JSON"},
    }
    assert to_dict(unreadable())["report"] == {"id": "scan.pdf", "warnings": []}


def test_json_is_one_line_with_counts_as_integers() -> None:
    line = to_json(kosti())
    assert b"\n" not in line
    assert b'"low":400,"high":null' in line
    assert "“".encode() not in line
    assert json.loads(line) == to_dict(kosti())


def test_half_surrogate_pairs_pass_through() -> None:
    text = "Mandalay \ud83d shelled"
    reading = kosti()
    assert isinstance(reading.report, Report)
    reading = Reading(report=replace(reading.report, text=text, blocks=()), text=text)
    line = to_json(reading)
    assert b"\\ud83d" in line
    assert from_json(line) == reading
    assert to_dict(reading)["text"] == text


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{", "not_json"),
        (b"[1]", "not_object"),
        (b"{}", "not_object"),
        (b"[" * 100_000, "not_json"),
        (b'{"schema": "contested/reading/1", "report": {"id": "a"}}', "not_object"),
        (b'{"schema": "contested/reading/1", "report": 3, "error": 4}', "not_object"),
        (b'{"schema": "contested/event/1"}', "not_object"),
    ],
)
def test_what_is_no_reading_is_told(line: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        from_json(line)
    assert caught.value.code == code


def test_later_fields_are_passed_over() -> None:
    data = to_dict(kosti())
    data["claims"][0]["novelty"] = data["report"]["novelty"] = 1
    assert from_dict(data) == kosti()
