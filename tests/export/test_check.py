"""The check finds what is wrong with a reading, and says nothing about a right one."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from contested.export.check import problems
from contested.export.codec import to_dict
from tests.export.made import TEXT, hostile, kosti, unreadable

Spoil = Callable[[dict[str, Any]], object]


def spoilt(spoil: Spoil) -> list[tuple[str, str]]:
    data = copy.deepcopy(to_dict(kosti()))
    spoil(data)
    return [(problem.path, problem.message) for problem in problems(data)]


def test_a_right_reading_has_no_problems() -> None:
    assert problems(to_dict(kosti())) == []
    assert problems(to_dict(unreadable())) == []


def test_a_story_is_checked_by_its_own_schema() -> None:
    story = {
        "schema": "contested/story/1",
        "id": "s1",
        "reports": ["a", "b"],
        "copies": [["a", "b"]],
        "lead_event": None,
    }
    assert problems(story) == []
    found = problems({**story, "reports": [], "copies": [["a"]]})
    assert [(one.report, one.path) for one in found] == [("s1", "copies[0]"), ("s1", "reports")]


def put(path: str, value: Any) -> Spoil:
    """Set the value at a path such as "claims.0.start"."""

    def spoil(data: dict[str, Any]) -> None:
        *parents, last = path.split(".")
        at: Any = data
        for key in parents:
            at = at[int(key)] if isinstance(at, list) else at[key]
        at[int(last) if isinstance(at, list) else last] = value

    return spoil


FURNITURE = TEXT.index("More stories")
CASES = [
    ("claims.0.quote", "government troops drove", "claims[0].quote", "the words are not"),
    ("claims.0.end", 100_000, "claims[0]", "is no span"),
    ("claims.0.start", 195, "claims[0]", "is no span"),
    ("claims.0.roles.actor.0.text", "rebels", "claims[0].roles.actor[0].text", "the words are not"),
    ("claims.0.trigger", [5, 5], "claims[0].trigger", "is no span"),
    ("times.0.end", 10_000, "times[0]", "is no span"),
    ("attributions.0.cue", [[9_000, 9_001]], "attributions[0].cue[0]", "is no span"),
    ("mentions.0.start", FURNITURE, "mentions[0]", "is no span"),
    ("events.0.mentions", [[FURNITURE, FURNITURE + 4]], "events[0].mentions[0]", "stands in furniture"),
    ("claims.0.trigger", [FURNITURE, FURNITURE + 4], "claims[0].trigger", "stands in furniture"),
    ("blocks.0.end", 60, "blocks[1]", "overlaps"),
    ("blocks.1.end", 200, "blocks", "line 4 of the text"),
    ("blocks.2.end", 10_000, "blocks[2]", "is no span"),
    ("blocks", [], "blocks", "line 1 of the text"),
    ("claims.0.voices.1.entity", "e77", "claims[0].voices[1].entity", "e77 is none of the entities"),
    ("claims.0.voices.1.for", "e77", "claims[0].voices[1].for", "e77 is none of the entities"),
    ("claims.0.attribution", "a9", "claims[0].attribution", "a9 is none of the attributions"),
    ("claims.0.when.time", "t9", "claims[0].when.time", "t9 is none of the times"),
    ("claims.0.place.mention", "m9", "claims[0].place.mention", "m9 is none of the mentions"),
    ("claims.0.because", ["c99"], "claims[0].because[0]", "c99 is none of the claims"),
    ("claims.4.figure.part_of", "c99", "claims[4].figure.part_of", "c99 is none of the claims"),
    ("claims.4.figure.part_of", "c5", "claims", "c5 is its own part_of"),
    ("attributions.0.parent", "a1", "attributions", "a1 is its own parent"),
    ("claims.0.event", "v9", "claims[0].event", "v9 is none of the events"),
    ("claims.8.event", "v1", "claims[8].event", "v1 does not list c9"),
    ("events.1.claims", ["c9", "c7"], "events[1].claims[1]", "c7 does not name v2"),
    ("events.0.figures", ["c1"], "events[0].figures[0]", "c1 has no figure"),
    ("events.0.actors", ["e77"], "events[0].actors[0]", "e77 is none of the entities"),
    ("questions.0.event", "v9", "questions[0].event", "v9 is none of the events"),
    ("questions.0.positions.0.claims", ["c99"], "questions[0].positions[0].claims[0]", "c99 is none of the claims"),
    ("questions.0.verdict", "single_voice", "questions[0].verdict", "independent_voices is 2"),
    ("questions.0.independent_voices", 2, None, ""),
    ("questions.0.positions.1.value", "yes", "questions[0].positions", "the same value"),
    ("claims.0.id", "c2", "claims", "the id c2 is used 2 times"),
    ("claims.0.type", "battle.imagined", "claims[0].type", "not in the codebook"),
    ("claims.0.codes.cameo", "999", "claims[0].codes", "are not those of"),
    ("events.0.codes.plover", None, "events[0].codes", "are not those of"),
    ("claims.5.figure", None, "claims[5].figure", "of kind figure has none"),
    ("claims.6.kind", "relation", "claims[6].relation", "of kind relation has none"),
    ("claims.0.voices.0.role", "speaker", "claims[0].voices[0].role", "the narrator"),
    ("claims.0.voices.1.end", None, "claims[0].voices[1]", "only one of start and end"),
    ("claims.5.figure.low", 100, "claims[5].figure", "low 100 is more than high 99"),
    ("claims.0.when.low", "2024-05-09", "claims[0].when", "is after high"),
    ("claims.0.when.low", "2024-02-30", "claims[0].when.low", "is no day of the calendar"),
    ("claims.0.place.lat", None, "claims[0].place", "only one of lat and lon"),
    ("events.0.place.precision", "unknown", "events[0].place", "precision is unknown"),
    ("mentions.0.type", "weapon", "mentions[0].place", "of type weapon has a place"),
    ("report.text_sha256", "1" * 64, "report.text_sha256", "not the digest"),
    ("claims.0.kind", "rumour", "claims[0].kind", "is not one of"),
]


@pytest.mark.parametrize(("where", "value", "path", "message"), CASES)
def test_each_mistake_is_found(where: str, value: Any, path: str | None, message: str) -> None:
    found = spoilt(put(where, value))
    assert (path is None) == (not found)
    if path is not None:
        assert any(at == path and message in told for at, told in found), found


def test_an_event_needs_a_claim() -> None:
    def spoil(data: dict[str, Any]) -> None:
        data["events"][1]["claims"] = []
        data["claims"][8]["event"] = None

    assert spoilt(spoil) == [("events[1].claims", "an event without a claim: nobody says it")]


def test_problems_name_report_and_path() -> None:
    (problem,) = [one for one in problems(to_dict(hostile())) if "of.text" in one.path]
    assert problem.report.startswith("x")
    assert "claims[0].figure.of.text: the words are not text[1:2]" in str(problem)


@pytest.mark.parametrize("data", [{}, {"report": 3}, {"schema": "contested/reading/1", "report": {"id": None}}])
def test_other_objects_are_told_not_crashed_on(data: dict[str, Any]) -> None:
    assert problems(data)[0].report == "?"


def test_a_long_value_is_not_repeated_whole() -> None:
    data = to_dict(kosti())
    data["claims"][0]["start"] = "x" * 5_000
    assert all(len(str(problem)) < 400 for problem in problems(data))
