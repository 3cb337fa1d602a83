"""Blocks of plain text: every line in one block, kinds by their own cues, wrapped lines put together."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.acquire.blocks import classify
from contested.acquire.lines import paragraphs

SENTENCE = "Shelling killed four people in a market near Kadugli on Friday, a hospital in the town said."


def kinds(text, **options):
    return [(block.kind, text[block.start : block.end]) for block in classify(text, **options)]


def kind_of(text, words, **options):
    return next(kind for kind, part in kinds(text, **options) if words in part)


REPORT = """Army says it has retaken Wad Madani

By Amina Osman

12 January 2025

Sudan's army said on Saturday that its troops had entered the city of Wad Madani after a week of fighting.

Soldiers wave from a pickup truck on a bridge into the city, January 11, 2025. (Idris Adam/AFP)

The Rapid Support Forces admitted the loss of the town but said that they would take it back.

Fear of reprisals

Residents told aid groups that dozens of people accused of helping the paramilitaries had been held.

Wad Madani at a glance

• Capital of Gezira state, about 140km from Khartoum
• Home to some 300,000 people before the war, among them many displaced

The United Nations has called on both sides to let food through."""


def test_kinds_of_a_report():
    found = [kind for kind, _ in kinds(REPORT)]
    assert found == [
        "title", "byline", "dateline", "body", "caption", "body", "heading", "body", "heading", "box", "box", "body",
    ]  # fmt: skip


@given(st.text(alphabet=" \n\tabAB.!•©\"'12|:-\u2028éШ中", max_size=300))
@settings(max_examples=150, deadline=None)
def test_every_line_lies_in_one_block(text):
    blocks = classify(text)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            assert sum(b.start <= start and at + len(line.rstrip()) <= b.end for b in blocks) == 1
        at += len(line) + 1
    for block in blocks:
        part = text[block.start : block.end]
        assert part == part.strip()
        assert all(line.strip() for line in part.split("\n"))


def test_a_story_in_one_line_is_one_body_block():
    text = "Rebels take Goma airport AFP Monday 27 Jan 2025 M23 fighters entered Goma " + SENTENCE * 20
    assert [kind for kind, _ in kinds(text, title="Rebels take Goma airport")] == ["body"]


WRAPPED = """The Colombian army said that nine members of the National
Liberation Army had died in an air strike in the department of
Arauca. The group has not said how many of its fighters it lost.

   In Bogota the defence minister called the strike a heavy blow to
the front that controls smuggling over the border to Venezuela."""


@pytest.mark.parametrize("text", [WRAPPED, WRAPPED.upper()])
def test_wrapped_lines_are_one_paragraph(text):
    assert [p.lines for p in paragraphs(text)] == [3, 2]
    assert [kind for kind, _ in kinds(text)] == ["body", "body"]


def test_wrapped_and_indented_paragraphs_without_blank_lines():
    lines = [
        "Gunmen on motorcycles attacked a village in the Bandiagara district of central Mali on",
        "Sunday and burned its granaries, local officials said.",
        "At least a dozen people were killed, according to the mayor of a town nearby, who asked",
        "for soldiers to be sent.",
    ]
    assert [p.lines for p in paragraphs(("\n" + " " * 8).join(lines))] == [2, 2]


def test_a_line_broken_around_a_word_goes_on():
    text = "On Tuesday aircraft of the Saudi-led\n coalition \nstruck a radar station near Hudaydah, residents said."
    assert len(paragraphs(text)) == 1


def test_paragraphs_a_line_each_stay_apart():
    assert len(paragraphs("\n".join([SENTENCE] * 4))) == 4


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A woman walks past a damaged school in Kharkiv, Ukraine, March 3, 2022. REUTERS", "caption"),
        ("Displaced families wait for water in Tawila. (Marwan Ali/AP)", "caption"),
        ("File photo: a checkpoint outside Mocha", "caption"),
        ("Residents said they would stay in their homes whatever happens", "caption"),
        ("Both sides trade blame", "heading"),
        ("Who controls the dam?", "heading"),
        ("(Reporting by Sara Haddad in Beirut; Editing by Tom Hill)", "byline"),
        ("Anadolu/Getty Images", "byline"),
        ("SANAA, Yemen (AP) --", "dateline"),
        ("Updated: 3 March 2022 14:10 GMT", "dateline"),
        ("More than a hundred people were killed in Bucha in March 2022, prosecutors say.", "body"),
        ("January 1985 - February 1986: failed offensives", "heading"),
    ],
)
def test_kind_of_a_line_inside_a_report(line, kind):
    text = "\n\n".join([SENTENCE, SENTENCE.replace("four", "six"), line, SENTENCE.replace("four", "nine"), SENTENCE])
    assert kind_of(text, line) == kind


def test_a_dateline_alone_is_no_title():
    text = f"NAIROBI, Kenya (AP) --\n\n{SENTENCE}\n\n{SENTENCE}"
    assert kind_of(text, "NAIROBI") == "dateline"


def test_a_list_under_a_colon_is_body():
    text = (
        f"{SENTENCE}\n\nThe ministry named three places:\n- the port of Hudaydah\n- the airport of Sanaa\n\n{SENTENCE}"
    )
    assert kind_of(text, "the port of") == "body"


def test_the_given_title_is_found():
    text = f"Fighting near El Fasher kills scores\n\n{SENTENCE}\n\n{SENTENCE}"
    assert kind_of(text, "El Fasher", title="Fighting near El Fasher kills scores | Darfur Now") == "title"


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\n" * 5000])
def test_nothing_gives_no_blocks(text):
    assert classify(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        (SENTENCE + " ") * 10_000,
        "Share this\n" + (SENTENCE + " ") * 10_000 + "\nCopyright 2015",
        "\n".join(["Share", "one two three"] * 5_000),
        "\n" * 100_000 + SENTENCE + "\n" * 100_000,
        "(" * 200_000 + "\nShare this\n" + "1 " * 100_000,
    ],
)
def test_large_and_odd_texts_take_little_time(text):
    begin = time.perf_counter()
    assert classify(text)
    assert time.perf_counter() - begin < 3
