"""Where sentences begin and end. All texts are our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.segment import LONGEST, sentences


def cut(text: str, *blocks: Block) -> list[str]:
    report = Report("r", text, blocks or (Block(0, len(text), "body"),))
    return [text[s.start : s.end] for s in sentences(report)]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Gen. A. B. Diallo spoke in St. Louis. He left at 5 p.m. on Friday. It rained."
    assert cut(text) == ["Gen. A. B. Diallo spoke in St. Louis.", "He left at 5 p.m. on Friday.", "It rained."]


def test_text_without_capitals_has_sentences_too() -> None:
    text = "gen. diallo spoke in goma. he left at 5 p.m. on friday... and came back. it cost rs. 500."
    assert cut(text) == [
        "gen. diallo spoke in goma.",
        "he left at 5 p.m. on friday... and came back.",
        "it cost rs. 500.",
    ]


def test_a_small_letter_begins_no_sentence_where_there_are_capitals() -> None:
    assert len(cut("The firm acme.com and the group a.b.c. of Lyon left. then nobody stayed.")) == 1


def test_a_dateline_stands_alone() -> None:
    text = "GOMA, DR Congo, 3 May (Lake Agency) - Rebels entered the town."
    assert cut(text) == ["GOMA, DR Congo, 3 May (Lake Agency)", "Rebels entered the town."]


def test_a_dash_inside_a_sentence_is_no_dateline() -> None:
    assert cut("NATO troops - some of them new - left. Others stayed.")[0].startswith("NATO troops - some")


def test_quotation_marks_stay_with_their_sentence() -> None:
    assert cut('"We left." "They came." Nobody spoke.') == ['"We left."', '"They came."', "Nobody spoke."]


def test_furniture_has_no_sentences_and_none_crosses_a_block() -> None:
    text = "The army left\n\nMost read today\n\nthe town at night."
    blocks = (Block(0, 13, "body"), Block(15, 30, "furniture"), Block(32, 50, "body"))
    assert cut(text, *blocks) == ["The army left", "the town at night."]


@given(st.text(alphabet="ab .!?\n\"'()-–A1\u200b\u202e", max_size=400))
def test_sentences_are_in_order_trimmed_and_inside(text: str) -> None:
    report = Report("r", text, (Block(0, len(text), "body"),))
    last = 0
    for sentence in sentences(report):
        assert last <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        last = sentence.end


def test_a_monster_is_cut_at_white_space() -> None:
    pieces = cut("word " * 3000)
    assert len(pieces) > 1
    assert max(map(len, pieces)) <= LONGEST


@pytest.mark.parametrize(
    "dateline",
    [
        "Goma (Lake Agency) 3 May 2024",
        "Feb 9, 2024 (Lake Agency)",
        "Nairobi, Kenya, Nov. 13, 2020",
        "Gao, 3 May 2024 (Sahel Wire)",
    ],
)
def test_a_dateline_need_not_be_in_capitals_where_it_has_a_day_or_an_agency(dateline: str) -> None:
    assert cut(f"{dateline} - Rebels entered the town.") == [dateline, "Rebels entered the town."]


def test_an_abbreviation_or_a_day_inside_a_sentence_is_no_dateline() -> None:
    assert len(cut("The Lake Front (LF) – a rebel group – has left.")) == 1
    assert len(cut("Troops came on 3 May 2024 - and left at once.")) == 1


@pytest.mark.parametrize("marks", ["[Text]", "[Report] [Ana Rojas] [Text]", "[Statement by the\nmayor] [Text]"])
def test_the_marks_of_a_monitoring_service_are_no_words_of_the_report(marks: str) -> None:
    text = f"Goma, 3 May 84 (radio Kivu) -- {marks} Rebels entered the town."
    assert cut(text) == ["Goma, 3 May 84 (radio Kivu)", "Rebels entered the town."]
