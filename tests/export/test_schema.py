"""The schema is a valid one and says the same as the model's dataclasses."""

import copy
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from contested.errors import INPUT_CODES
from contested.export.codec import PARTS, to_dict
from contested.export.schema import KINDS, deviations
from contested.export.schema import schema as schema_of
from contested.model import claim, event, grounding, place, proposed, question, report, text
from tests.export.made import hostile, kosti, unreadable

CLASSES: dict[str, Any] = {
    "report": report.Report, "block": text.Block, "entity": grounding.Entity, "mention": grounding.Mention,
    "time": grounding.Time, "attribution": grounding.Attribution, "voice": claim.Voice, "ref": claim.Ref,
    "ref_or_null": claim.Ref, "days_or_null": claim.DayRange, "when_or_null": claim.When,
    "figure_or_null": claim.Figure, "relation_or_null": claim.Relation, "was_or_null": claim.Was,
    "codes": claim.Codes, "claim": claim.Claim, "event": event.Event, "question": question.Question,
    "place_or_null": place.PlaceRef, "asked": proposed.Asked,
}  # fmt: skip
BESIDE_THE_REPORT = {"text", "blocks"}
NARROWER = {"when_or_null.precision"}
"""Where the contract is narrower than the model's hint: a When has the precisions of a Time."""


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_valid(kind: str) -> None:
    Draft202012Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize("name", CLASSES)
def test_every_object_has_the_fields_of_its_dataclass(name: str) -> None:
    schema = schema_of("reading")["$defs"][name]
    own = {"for" if f.name == "for_" else f.name for f in fields(CLASSES[name])}
    own -= BESIDE_THE_REPORT if name == "report" else set()
    assert set(schema["properties"]) == own
    assert set(schema["required"]) == own, "every field is written, null where unknown"


@pytest.mark.parametrize("name", CLASSES)
def test_every_field_allows_what_its_type_hint_allows(name: str) -> None:
    schema = schema_of("reading")["$defs"][name]["properties"]
    for field, hint in get_type_hints(CLASSES[name]).items():
        if name == "report" and field in BESIDE_THE_REPORT:
            continue
        allowed = resolved(schema["for" if field == "for_" else field])
        assert null_allowed(allowed) == (NoneType in options(hint)), f"{name}.{field}"
        words = {word for option in options(hint) if get_origin(option) is Literal for word in get_args(option)}
        if words:
            assert set(allowed["enum"]) - {None} == words, f"{name}.{field}"
        elif f"{name}.{field}" not in NARROWER:
            assert set(json_types(hint)) <= set(type_names(allowed)), f"{name}.{field}"


def test_a_when_has_the_precisions_of_a_time() -> None:
    defined = schema_of("reading")["$defs"]
    both = [defined[name]["properties"]["precision"]["enum"] for name in ("when_or_null", "time")]
    assert both[0] == both[1] == [*get_args(grounding.TimePrecision), None]


def test_the_lists_of_a_reading_are_those_of_the_codec() -> None:
    listed = schema_of("reading")["$defs"]["reading"]
    assert listed["required"] == ["schema", "report", "text", *PARTS]
    for name, kind in PARTS.items():
        item = listed["properties"][name]["items"]["$ref"].rsplit("/", 1)[1]
        assert CLASSES[item] is get_args(kind)[0]


def test_error_codes_are_those_of_the_errors() -> None:
    code = schema_of("reading")["$defs"]["unreadable"]["properties"]["error"]["properties"]["code"]
    assert code["enum"] == list(INPUT_CODES)


def test_roles_are_those_of_the_model() -> None:
    assert set(schema_of("reading")["$defs"]["roles"]["properties"]) == set(claim.ROLES)


@pytest.mark.parametrize("reading", [kosti(), unreadable(), hostile()])
def test_what_the_codec_writes_follows_the_schema(reading: Any) -> None:
    assert list(deviations(to_dict(reading))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("claims.0.kind", "gossip"),
        ("claims.0.score", 1.5),
        ("claims.0.voices", []),
        ("claims.0.roles", {"culprit": []}),
        ("claims.0.roles", {"actor": []}),
        ("claims.0.trigger", [1]),
        ("claims.0.when.low", "May 2024"),
        ("claims.4.figure.low", "400"),
        ("claims.0.place.country", "Sudan"),
        ("events.0.status", None),
        ("report.warnings", None),
        ("schema", "contested/reading/2"),
    ],
)
def test_a_wrong_value_is_found_where_it_is(path: str, value: Any) -> None:
    data = copy.deepcopy(to_dict(kosti()))
    *parents, last = path.split(".")
    at: Any = data
    for key in parents:
        at = at[int(key)] if isinstance(at, list) else at[key]
    at[last] = value
    where = [found for found, _ in deviations(data)]
    assert where
    assert all(found.replace("[", ".").replace("]", "").startswith(path) for found in where)


@pytest.mark.parametrize("name", ["for", "role", "start"])
def test_a_missing_field_is_found(name: str) -> None:
    data = to_dict(kosti())
    del data["claims"][0]["voices"][1][name]
    ((path, message),) = deviations(data)
    assert path == "claims[0].voices[1]"
    assert f"'{name}'" in message


def test_other_json_is_no_reading() -> None:
    assert list(deviations([1, 2]))
    assert list(deviations({}))


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rsplit("/", 1)[-1]
    return {**schema_of("reading")["$defs"][name], **schema} if name else schema


def type_names(schema: dict[str, Any]) -> list[str]:
    names = schema.get("type", [])
    return [names] if isinstance(names, str) else list(names)


def null_allowed(schema: dict[str, Any]) -> bool:
    return "null" in type_names(schema) or None in schema.get("enum", [])


def options(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def json_types(hint: Any) -> list[str]:
    """The JSON types a type hint may give; an integer is a number too."""
    simple = {str: "string", bool: "boolean", NoneType: "null", float: "number"}
    found = []
    for option in options(hint):
        if option is int:
            found.append("number" if float in options(hint) or hint == str | int | float | None else "integer")
        elif option in simple:
            found.append(simple[option])
        elif is_dataclass(option) or getattr(get_origin(option), "__name__", "") == "Mapping":
            found.append("object")
        else:
            found.append("array")
    return found
