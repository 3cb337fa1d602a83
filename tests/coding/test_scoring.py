"""The score of a claim: from its own marks, by weights that tools/fit_scores.py fits."""

import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from contested.coding import scoring
from contested.export.codec import to_json
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Figure, Voice
from tests.coding.reading import read
from tests.tooling import tool as loaded

NARRATOR = Voice("Delta Post", role="narrator")
CLAIM = Claim("c1", "event", 0, 20, "x" * 20, (NARRATOR,), type="battle.clash", method="frame:battle.clash:fight")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return loaded("fit_scores")


def test_every_claim_of_a_report_has_a_score_short_of_certain() -> None:
    reading = read("Rebels shelled Gao on Monday, killing nine people, the mayor said. He called it a crime.")
    assert reading.claims
    assert all(0.01 <= claim.score <= 0.99 for claim in reading.claims)
    assert len({claim.score for claim in reading.claims}) > 1


def test_a_claim_is_marked_by_what_is_known_of_it() -> None:
    marks = set(scoring.marks(replace(CLAIM, voices=(NARRATOR, Voice("rebels", role="speaker")))))
    assert {"kind:event", "by:frame", "family:battle", "voices:2", "voice:speaker", "named:no", "place:none"} <= marks
    counted = set(scoring.marks(replace(CLAIM, figure=Figure(measure="killed", value=9, low=9, high=40))))
    assert {"measure:killed", "bounds:range"} <= counted
    assert "one_person:yes" not in counted


def test_an_open_possibility_is_less_sure_than_a_plain_fact() -> None:
    assert scoring.scored(replace(CLAIM, modality="possible")).score < scoring.scored(CLAIM).score


def test_every_weight_belongs_to_a_mark_that_is_made() -> None:
    figure = Figure(measure="killed", value=1, low=1, high=1, cumulative=True)
    voices = (NARRATOR, Voice("rebels", role="speaker"))
    made = {mark.split(":")[0] for mark in scoring.marks(replace(CLAIM, voices=voices, figure=figure))}
    assert {mark.split(":")[0] for mark in yaml_data("claim_scores.yml")["weights"]} - {"any"} <= made


def test_the_fit_finds_what_decides(tool: ModuleType) -> None:
    found = [tool.Example(f"r{n % 7}", frozenset({"good" if n % 2 else "bad"}), n % 2 == 1) for n in range(70)]
    names = tool.common_marks(found)
    table = tool.as_table(found, names)
    right = np.array([example.right for example in found], dtype=float)
    scores = tool.cross_validated(found, table, right)
    assert tool.area(scores, right) == 1.0
    assert scores[1] > 0.8 > 0.2 > scores[0]


@pytest.mark.parametrize(
    ("change", "agrees"),
    [
        ({}, True),
        ({"kind": "control"}, True),
        ({"kind": "geography"}, False),
        ({"type": "strike.air"}, False),
        ({"polarity": "-"}, False),
        ({"stance": "denies"}, False),
        ({"stance": "confirms"}, True),
        ({"modality": "ongoing"}, True),
        ({"start": 15, "end": 90}, False),
        ({"voices": [{"name": "Delta Post"}, {"name": "the mayor", "start": None}]}, False),
    ],
)
def test_when_a_second_reader_agrees(tool: ModuleType, change: dict[str, object], agrees: bool) -> None:
    other = {
        "kind": "event",
        "start": 0,
        "end": 20,
        "type": "battle.clash",
        "voices": [{"name": "Delta Post"}],
        "polarity": "+",
        "stance": "asserts",
        "modality": "actual",
    }
    assert tool.agree(CLAIM, other | change) is agrees


def test_the_tool_reads_readings_and_annotations(tool: ModuleType, tmp_path: Path) -> None:
    reading = read("Rebels shelled Gao on Monday, killing nine people.")
    ours, theirs = tmp_path / "ours.jsonl", tmp_path / "theirs.jsonl"
    ours.write_bytes(to_json(reading) + b"\n")
    row = json.loads(to_json(reading))
    row["claims"] = row["claims"][:1]
    theirs.write_text(json.dumps(row) + "\n", encoding="utf-8")
    found = list(tool.examples(ours, theirs))
    assert len(found) == len(reading.claims)
    assert [example.right for example in found].count(True) == 1
