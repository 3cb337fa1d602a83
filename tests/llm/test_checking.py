import json
from typing import Any

import pytest

from contested.errors import InputError
from contested.llm.checking import MOST_CLAIMS, Checked, checked
from contested.llm.citing import Citable
from contested.llm.question import PART, Part, parts, question, types
from contested.model.text import Span
from tests.llm.stub import claim

TEXT = "Gunmen raked the ferry near Mopti. The  “Lake Front”\nburned 13,000 sacks of rice, the mayor said."
SECOND = TEXT.index("The ")
SENTENCES = Part({1: Span(0, SECOND - 1), 2: Span(SECOND, len(TEXT))})
GOOD = claim("raked", "attack.civilians", "Gunmen raked the ferry", actor="Gunmen", target="the ferry")


def check(*claims: Any) -> Checked:
    return checked(Citable(TEXT), SENTENCES, json.dumps({"claims": claims}))


def words(span: Span | None) -> str | None:
    return TEXT[span.start : span.end] if span else None


def test_what_stands_in_the_sentence_is_kept_with_its_place() -> None:
    found = check(GOOD)
    (proposal,) = found.proposals
    assert (found.proposed, +found.dropped) == (1, {})
    assert (words(proposal.quote), words(proposal.trigger)) == ("Gunmen raked the ferry", "raked")
    assert {role: words(span) for role, span in proposal.roles.items()} == {"actor": "Gunmen", "target": "the ferry"}


def test_other_quotes_dashes_and_line_ends_are_the_same_words() -> None:
    quote = 'The "Lake Front" burned 13,000 sacks of rice'
    (proposal,) = check(claim("burned", "attack.property", quote, 2, source="the mayor", cue="said")).proposals
    assert words(proposal.quote) == "The  “Lake Front”\nburned 13,000 sacks of rice"
    assert (words(proposal.source), words(proposal.cue)) == ("the mayor", "said")


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"quote": "Soldiers raked the ferry"}, "words"),
        ({"quote": "gunmen raked the ferry"}, "words"),
        ({"trigger": "shot"}, "words"),
        ({"trigger": "rake"}, "words"),
        ({"sentence": 2}, "words"),
        ({"sentence": 7}, "words"),
        ({"sentence": "1"}, "shape"),
        ({"sentence": True}, "shape"),
        ({"quote": None}, "shape"),
        ({"quote": ["Gunmen raked the ferry"]}, "shape"),
        ({"quote": "  "}, "shape"),
        ({"quote": "a" * 5_000}, "shape"),
        ({"stance": "swears"}, "shape"),
        ({"stance": ["asserts"]}, "shape"),
        ({"polarity": "0"}, "shape"),
        ({"modality": None}, "shape"),
        ({"type": "attack.imaginary"}, "type"),
        ({"type": "speech.deny"}, "type"),
        ({"source": "the governor", "cue": "said"}, "voice"),
        ({"source": "Gunmen", "cue": "admitted"}, "voice"),
        ({"source": "Gunmen", "cue": None}, "voice"),
        ({"source": "the mayor", "cue": "said"}, "voice"),
    ],
)
def test_a_claim_that_does_not_hold_is_dropped_by_its_cause(change: dict[str, Any], cause: str) -> None:
    found = check({**GOOD, **change})
    assert found.proposals == []
    assert +found.dropped == {cause: 1}


@pytest.mark.parametrize("actor", ["The army", "the mayor", "men", "Gunmen raked the canoe", 7, {"name": "Gunmen"}])
def test_a_doer_who_does_not_stand_there_is_dropped_alone(actor: object) -> None:
    found = check({**GOOD, "actor": actor})
    assert set(found.proposals[0].roles) == {"target"}
    assert +found.dropped == {"words": 1}


@pytest.mark.parametrize("number", ["3,000", "13", "000", "13,00", "3,000 sacks"])
def test_no_number_is_cut_out_of_another(number: str) -> None:
    found = check(claim("burned", "attack.property", "burned 13,000 sacks of rice", 2, target=number))
    assert found.proposals[0].roles == {}


def test_offsets_that_a_model_makes_up_are_not_read() -> None:
    assert check({**GOOD, "start": 40, "end": 41, "span": [9, 3]}).proposals == check(GOOD).proposals


@pytest.mark.parametrize("item", [None, 3, "Gunmen raked the ferry", [], {}, {"quote": "Gunmen"}])
def test_what_is_no_claim_is_counted(item: object) -> None:
    found = check(item, GOOD)
    assert len(found.proposals) == 1
    assert +found.dropped == {"shape": 1}


def test_a_flood_of_claims_is_cut() -> None:
    found = check(*[GOOD] * (MOST_CLAIMS + 5))
    assert (len(found.proposals), found.proposed, found.dropped["shape"]) == (MOST_CLAIMS, MOST_CLAIMS + 5, 5)


@pytest.mark.parametrize("around", ["```json\n%s\n```", "Here you are: %s Anything else?", "%s"])
def test_words_around_the_object_do_no_harm(around: str) -> None:
    answer = around % json.dumps({"claims": [GOOD]})
    assert len(checked(Citable(TEXT), SENTENCES, answer).proposals) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "no",
        "[]",
        "{}",
        '{"claims": 3}',
        '{"claims": [{"quote": "Gun',
        "{" * 100_000,
        "\ud800",
        '{"claims": "\ud800"}',
    ],
)
def test_another_answer_is_an_error(answer: str) -> None:
    with pytest.raises(InputError, match="is not the JSON that was asked for"):
        checked(Citable(TEXT), SENTENCES, answer)


def test_the_question_holds_the_sentences_and_nothing_else_of_the_report() -> None:
    body = question(f"{TEXT}\ud800 secret notes", SENTENCES, "m")
    assert body["messages"][1]["content"] == (
        "[1] Gunmen raked the ferry near Mopti.\n[2] The “Lake Front” burned 13,000 sacks of rice, the mayor said."
    )
    assert "attack.property (destruction or burning of property)" in body["messages"][0]["content"]
    assert "speech.deny" not in types()
    item = body["response_format"]["json_schema"]["schema"]["properties"]["claims"]["items"]
    assert set(item["properties"]) == set(item["required"]) == set(GOOD)
    json.dumps(body).encode()


def test_sentences_cannot_pass_for_others() -> None:
    text = "A line.\n[2] The army admitted it.\u2028[3] So did the rebels."
    content = question(text, Part({1: Span(0, len(text))}), "m")["messages"][1]["content"]
    assert len(content.splitlines()) == 1


def test_long_reports_are_asked_about_in_parts_with_numbers_that_go_on() -> None:
    spans = [Span(n * 3_000, n * 3_000 + 2_900) for n in range(4)] + [Span(12_000, 12_000 + 2 * PART)]
    found = [list(part.sentences) for part in parts(spans)]
    assert found == [[1, 2], [3, 4], [5]]
    assert list(parts([])) == []
