"""The forms of words."""

import pytest

from contested.coding.frames import frames
from contested.lexicon import yaml_data
from contested.lexicon.inflect import verb_forms, with_s


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("storm", {"storm", "storms", "stormed", "storming"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("flee", {"flee", "flees", "fled", "fleeing"}),
        ("occupy", {"occupy", "occupies", "occupied", "occupying"}),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
        ("clash", {"clash", "clashes", "clashed", "clashing"}),
        ("retake", {"retake", "retakes", "retook", "retaken", "retaking"}),
    ],
)
def test_forms_of_a_verb(verb: str, forms: set[str]) -> None:
    assert verb_forms(verb) == forms


def test_a_letter_that_may_be_doubled_is_given_both_ways() -> None:
    assert {"stabbed", "stabbing", "stabs"} <= verb_forms("stab")
    assert "shellled" not in verb_forms("shell")
    assert "raidded" not in verb_forms("raid")


def test_plurals() -> None:
    assert [with_s(word) for word in ("raid", "clash", "injury", "convoy")] == [
        "raids",
        "clashes",
        "injuries",
        "convoys",
    ]


def test_every_irregular_verb_is_one_that_a_frame_names() -> None:
    named = {verb for frame in frames() for verb in (*frame.verb, *(phrase[0] for phrase in frame.phrase))}
    assert set(yaml_data("lexicon/irregular.yml")) <= named
