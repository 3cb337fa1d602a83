"""Text in one case, written as prose for reading. All texts are our own."""

import pytest

import contested
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.casing import in_prose_case, is_in_one_case


def prose(text: str) -> str:
    return in_prose_case(Report("r", text, (Block(0, len(text), "body"),))).text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("gunmen kill 10 in maiduguri", "Gunmen kill 10 in Maiduguri"),
        ("police fire on protesters in khartoum", "Police fire on protesters in Khartoum"),
        ("RUSSIAN FORCES SHELL KHERSON, KILLING 5", "Russian forces shell Kherson, killing 5"),
        (
            "the taliban seized kunduz on monday, officials said. the army denied it.",
            "The Taliban seized Kunduz on Monday, officials said. The army denied it.",
        ),
        ("THE SDF AND M23 SAID NOTHING ABOUT US TROOPS", "The SDF and M23 said nothing about US troops"),
    ],
)
def test_names_get_their_capitals(text: str, written: str) -> None:
    assert prose(text) == written


@pytest.mark.parametrize("text", ["Rebels took Goma on Monday, the UN said.", "GOMA", "12 - 14", "M23 takes Goma"])
def test_prose_and_single_words_are_left_as_they_are(text: str) -> None:
    assert prose(text) == text
    assert not is_in_one_case(text)


def test_only_the_block_in_one_case_is_written_anew() -> None:
    text = "REBELS STORM ABECHE\n\nRebels stormed Abéché on Monday."
    blocks = (Block(0, 19, "title"), Block(21, len(text), "body"))
    assert in_prose_case(Report("r", text, blocks)).text[19:] == text[19:]


@pytest.mark.parametrize("text", ["RUSSIAN FORCES SHELL KHERSON, KILLING 5", "russian forces shell kherson, killing 5"])
def test_the_reading_is_in_the_reports_own_letters(text: str) -> None:
    reading = contested.read(text, published="2024-05-15")
    assert reading.text == text
    assert {event.type for event in reading.events} == {"strike.artillery"}
    assert reading.events[0].place is not None and reading.events[0].place.country == "UA"
    for claim in reading.claims:
        assert claim.quote == text[claim.start : claim.end]
        for refs in claim.roles.values():
            assert all(ref.text == text[ref.start : ref.end] for ref in refs)


def test_a_letter_whose_small_form_is_longer_moves_nothing() -> None:
    text = "İSYANCILAR İN SYRİA SHELL ALEPPO ON MONDAY"
    assert len(prose(text)) == len(text)
