"""Explaining a claim shows the words that everything in it stands on."""

from contested.export.explain import explain
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
    assert told["When"].startswith("7 May 2024; basis: relative; from “Tuesday”")
    assert told["Rests on"].startswith("“driven”")
    assert told["Found by"] == "made.by_hand, score 0.80"
    assert told["Event"] == "v1: government takes territory, contested"
    assert "→ It happened" in told["Question"]


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
