"""Explaining a claim shows the words that everything in it stands on."""

from dataclasses import replace

import pytest

from contested.export.explain import explain
from contested.export.reasons import rule
from contested.model.grounding import Mention
from contested.model.text import Span
from tests.export.made import TEXT, hostile, kosti, span

SENTENCE = Span(TEXT.index("Army spokesman"), TEXT.index("out of Kosti.") + len("out of Kosti."))


def lines(claim_id: str, around: Span = SENTENCE) -> dict[str, str]:
    found = explain(kosti(), claim_id, around)
    assert found is not None
    return {line.label: line.text for line in found.lines}


def test_the_claim_stands_in_its_sentence() -> None:
    found = explain(kosti(), "c1", SENTENCE)
    assert found is not None
    assert found.before + found.words + found.after == TEXT[SENTENCE.start : SENTENCE.end]
    assert found.words == "government troops had driven the paramilitaries out of Kosti"


def test_every_part_names_its_words() -> None:
    told = lines("c1")
    at = span("said on Tuesday that")
    assert told["Stance"] == f"asserts by the words “said on Tuesday that” at {at.start}-{at.end}"
    assert told["Voice 1"] == "Nile Wire (the report itself)"
    assert told["Voice 2"].startswith("Col. Adil Nasr (speaker, for Sudanese army, party sudan-government)")
    assert told["Actor"].endswith("= Sudanese army (e2)")
    assert "from “Kosti”" in told["Place"]
    assert told["When"].startswith("7 May 2024; basis relative, reckoned from the report's day; from “Tuesday” at ")
    assert told["Told by"].startswith("“Army spokesman Col. Adil Nasr” at ")
    assert told["Words"] == f"{span('government troops').start}-{span('out of Kosti').end} of the text"
    assert told["Rests on"].startswith("“driven”")
    assert told["Found by"] == "made.by_hand"
    assert told["Score"].startswith("0.80: ")
    assert told["Event"] == "v1: government takes territory, contested; also told in c3"
    assert "→ It happened" in told["Question"]


def test_what_nobody_states_is_said_to_be_so() -> None:
    told = lines("c4")
    assert told["When"] == "not stated"
    assert told["Place"].startswith("the grain silos; not found on the map; no coordinates")


def test_words_outside_the_claim_are_said_to_be_so() -> None:
    assert lines("c7")["Place"].endswith(
        "carried over from another part of the text; score 0.90 among the places of this name"
    )
    assert "just outside its words" in lines("c1")["Place"]


def test_the_reports_own_words_have_no_cue() -> None:
    assert lines("c8")["Stance"] == "asserts; no other voice is named, so it is the report's own words"


def test_an_actor_that_is_named_otherwise_shows_where() -> None:
    reading = kosti()
    mention = Mention("m9", *span("Army"), "military", "e2")
    found = explain(replace(reading, mentions=(*reading.mentions, mention)), "c1", SENTENCE)
    assert found is not None
    actor = next(line.text for line in found.lines if line.label == "Actor")
    assert actor.endswith("= Sudanese army (e2), also “Army” at 38-42")


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("frame:territory.gain:take", "the word “take” brings up the frame territory.gain"),
        ("frame:territory.gain:take:holds", "whoever takes a place holds it"),
        ("saying:admit", "by the cue “admit”"),
        ("counts.object.number", "what something is done to"),
        ("counts.subset", "part of another count"),
        ("counts.new.kind", "a number with a word that says what happened"),
        ("geography:near", "(near)"),
    ],
)
def test_rules_are_told_in_words(method: str, words: str) -> None:
    (claim, *_) = kosti().claims
    assert words in " ".join(line.text for line in rule(replace(claim, method=method)))


def test_the_frame_says_which_argument_is_which_role() -> None:
    (claim, *_) = kosti().claims
    told = [line.text for line in rule(replace(claim, method="frame:territory.gain:capture")) if line.label == "Frame"]
    assert any(
        "data/frames/territory.yml; roles: subject is actor, from is previous; place by object" in t for t in told
    )
    assert list(rule(replace(claim, method="somebody's {own} rule"))) == []


def test_a_figure_shows_its_bounds() -> None:
    told = lines("c5", span("More than 400"))
    assert told["Figure"] == "killed: at least 400 (low 400, high open)"
    assert "running total yes" in told["Count is"]


def test_an_unknown_claim_is_none() -> None:
    assert explain(kosti(), "c99", SENTENCE) is None


def test_explanations_are_clean() -> None:
    found = explain(hostile(), "c2", Span(0, 10))
    assert found is not None
    assert all("\x1b" not in text for text in (found.title, found.words, *(line.text for line in found.lines)))
