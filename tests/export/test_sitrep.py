"""The situation report says what the claims say, no more exactly, and lets no text of a report steer anything."""

import re
from dataclasses import replace

import pytest
from rich.console import Console

from contested.export.safe import clean, markdown, shorten
from contested.export.sitrep import page, terminal
from contested.export.sitrep.build import NOTHING, outline
from contested.export.sitrep.days import day_words, range_words, when_words
from contested.export.sitrep.quotes import said_lines
from contested.export.sitrep.words import number_words, place_words, said_words, value_words
from contested.model.claim import DayRange, Figure, Voice, When
from contested.model.place import PlaceRef
from contested.model.question import Position
from contested.model.reading import Reading
from contested.model.report import Report
from tests.export.made import KOSTI, NARRATOR, claim, hostile, kosti, unreadable


def shown(reading: Reading, width: int = 80, colour: bool = False) -> str:
    console = Console(width=width, force_terminal=colour, color_system="truecolor" if colour else None)
    return terminal.laid_out(console, terminal.render(outline(reading), width))


def flat(text: str) -> str:
    """The words without layout: a phrase may be broken over lines and cells."""
    return " ".join(re.sub(r"[│┌┐└┘├┤┬┴┼─]", " ", text).split())


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("2013-06-05", "2013-06-05", "5 June 2013"),
        ("2013-06-01", "2013-06-30", "June 2013"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-27", "between 1 and 27 February 2023"),
        ("2011-01-01", "2011-12-31", "2011"),
        ("2010-01-01", "2019-12-31", "the 2010s"),
        ("2011-01-01", "2013-12-31", "between 2011 and 2013"),
        ("2022-06-01", "2022-08-31", "between June and August 2022"),
        ("2022-11-01", "2023-01-31", "between November 2022 and January 2023"),
        ("2024-05-06", "2024-05-12", "the week of 6 May 2024"),
        ("2024-05-04", "2024-05-05", "between 4 and 5 May 2024"),
        ("2024-04-29", "2024-05-05", "the week of 29 April 2024"),
        ("2024-04-28", "2024-05-03", "between 28 April and 3 May 2024"),
        ("2023-12-30", "2024-01-02", "between 30 December 2023 and 2 January 2024"),
        ("2024-05-04", None, "on or after 4 May 2024"),
        (None, "2024-05-04", "on or before 4 May 2024"),
        (None, None, None),
        ("soon", "later", "between soon and later"),
    ],
)
def test_days_are_never_more_exact_than_known(low: str | None, high: str | None, words: str | None) -> None:
    assert day_words(low, high) == words


def test_spells_and_periods() -> None:
    siege = When("2016-07-17", None, start=DayRange(None, "2016-07-17"))
    assert when_words(siege) == "since 17 July 2016 or earlier"
    held = When(
        "2012-05-01", "2013-06-05", start=DayRange("2012-05-01", "2012-05-31"), end=DayRange("2013-06-05", "2013-06-05")
    )
    assert when_words(held) == "since May 2012 until 5 June 2013"
    assert range_words(DayRange("2011-01-01", None)) == "since 1 January 2011"
    assert range_words(DayRange("2024-05-01", "2024-05-03")) == "from 1 to 3 May 2024"
    assert when_words(None) is None
    assert when_words(When()) is None


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("killed", 12, 12, 12), "12"),
        (Figure("killed", 80000, 80000, None), "at least 80,000"),
        (Figure("displaced", 10000, None, 10000), "up to 10,000"),
        (Figure("killed", 10, 10, 10, approx=True), "about 10"),
        (Figure("wounded", "hundreds", 200, 999), "200-999 (“hundreds”)"),
        (Figure("fighters", "3 to 4", 3, 4), "3-4"),
        (Figure("killed", "a large number"), "“a large number” (no number)"),
        (Figure("killed"), "number not stated"),
        (Figure("killed", 0, 0, 0), "none"),
        (Figure("refugees", 1.5e6, 1.5e6, 1.5e6), "1,500,000"),
        (Figure("other", 2.5, 2.5, 2.5), "2.5"),
    ],
)
def test_numbers_keep_their_bounds(figure: Figure, words: str) -> None:
    assert number_words(figure) == words


def test_places_as_far_as_resolved() -> None:
    assert place_words(KOSTI) == "Kosti, White Nile, Sudan"
    assert place_words(PlaceRef("the grain silos")) == "the grain silos"
    assert place_words(replace(KOSTI, precision="near", admin1="07")) == "near Kosti, Sudan"
    assert place_words(PlaceRef("Turkey", country="TR", precision="country")) == "Turkey"
    assert place_words(PlaceRef("Goma", country="CD", admin1="Nord Kivu")) == "Goma, Nord Kivu, DR Congo"
    assert place_words(None) is None


def test_who_says_it_and_through_whom() -> None:
    entities = {entity.id: entity for entity in kosti().entities}
    driven, _, denied, *_ = kosti().claims
    assert said_words(driven, entities) == "Col. Adil Nasr (Sudanese army) said"
    assert said_words(denied, entities) == "The paramilitary command denied"
    assert said_words(kosti().claims[5], entities) == "Doctors said, via Radio Dabanga"
    hearsay = claim("c1", "clean water", "need", Voice("Doctors"), Voice("reports", role="unnamed"))
    assert said_words(hearsay, {}) == "unnamed source (“reports”) said, as told by Doctors"
    nameless = replace(hearsay, voices=(replace(NARRATOR, name="narrator"),), stance="demands")
    assert said_words(nameless, {}) == "the report said"


def test_values_of_positions() -> None:
    entities = {entity.id: entity for entity in kosti().entities}
    assert value_words(None, {}) == "not stated"
    assert value_words("e3", entities) == "paramilitaries"
    assert value_words("2024-05-07", {}) == "7 May 2024"
    assert value_words(1200, {}) == "1,200"
    assert value_words("200-999", {}) == "200-999"


@pytest.mark.parametrize("width", [40, 80, 160])
def test_the_report_shows_every_account(width: int) -> None:
    text = flat(shown(kosti(), width))
    for words in (
        "WHAT HAPPENED", "Government takes territory · Kosti, White Nile, Sudan · 7 May 2024",
        "WHAT THE VOICES DIFFER ON", "the accounts contradict each other · 2 independent voices",
        "FIGURES", "NEEDS", "HUMANITARIAN ACCESS", "WARNINGS", "the page names no author",
        "TALKS AND DECISIONS", "Talks postponed or stalled [postponed]",
        "Nile Wire reported: “clean water has run out”",
    ):  # fmt: skip
        assert words in text, words


def test_what_nobody_states_is_named_where_something_happened() -> None:
    reading = kosti()
    nameless = replace(reading.events[0], actors=(), targets=(), place=None, when=None)
    text = flat(shown(replace(reading, events=(nameless,), questions=())))
    assert "Government takes territory · place not stated · day not stated [disputed] Who: not stated" in text


def test_a_day_known_only_from_the_reports_date_is_not_stated() -> None:
    reading = kosti()
    vague = replace(reading.events[0], when=When(None, "2024-05-08", "day", "tense"))
    assert "Sudan · day not stated" in flat(shown(replace(reading, events=(vague,))))


def test_one_answer_alone_needs_no_table() -> None:
    reading = kosti()
    (question, *_) = reading.questions
    agreed = replace(question, about="Who holds Kosti?", slot="controller", positions=(Position("e2", ("c2",)),))
    agreed = replace(agreed, verdict="admitted")
    text = shown(replace(reading, questions=(agreed,)))
    assert "┌" not in text
    assert "Who holds Kosti? Sudanese army [admitted by the side it speaks against · 2 independent voices]" in flat(
        text
    )


def test_the_title_falls_back_to_the_title_block() -> None:
    reading = kosti()
    assert isinstance(reading.report, Report)
    assert outline(replace(reading, report=replace(reading.report, title=None))).title == reading.report.title


def test_lines_are_no_longer_than_the_width() -> None:
    for width in (60, 80, 160):
        assert max(map(len, shown(kosti(), width).splitlines())) <= width


def test_accounts_stand_side_by_side_where_there_is_room() -> None:
    assert re.search(r"│ It happened +│ It did not happen +│", shown(kosti(), 80))
    assert not re.search(r"│ Sudanese army +│ paramilitaries +│ not stated", shown(kosti(), 80))
    assert re.search(r"│ Sudanese army +│ paramilitaries +│ not stated", shown(kosti(), 160))


def test_tables_are_lists_where_columns_would_be_narrow() -> None:
    narrow, wide = shown(kosti(), 80), shown(kosti(), 160)
    assert "• killed: at least 400 · people · running total, since 1 April 2024, counted on or before" in flat(narrow)
    assert "    the UN office in Port Sudan said [hedged]  c5" in narrow
    assert "• Kosti, White Nile, Sudan · held by: Sudanese army · before: paramilitaries" in flat(narrow)
    assert re.search(r"Place +Held by +Before +When", wide)


def test_no_word_is_cut_in_a_list() -> None:
    long = "Antiterrorismuskoordinationsbehörde"
    claims = tuple(replace(c, voices=(*c.voices[:-1], replace(c.voice, name=long))) for c in kosti().claims)
    assert long in shown(replace(kosti(), claims=claims), 80)


def test_the_head_counts_what_is_shown_and_names_who_speaks() -> None:
    toll = replace(kosti().events[0], id="v9", type="casualties", place=None)
    text = flat(shown(replace(kosti(), events=(*kosti().events, toll))))
    assert "9 claims, 2 events, 2 contested" in text
    assert "Voices: Col. Adil Nasr (Sudanese army) 2, The paramilitary command 2, Nile Wire 2" in text


def test_the_accused_are_not_shown_as_the_actors() -> None:
    reading = kosti()
    accused = replace(reading.questions[0], slot="perpetrator")
    event = replace(reading.events[0], actors=())
    text = flat(shown(replace(reading, events=(event,), questions=(accused,))))
    assert "Who: in dispute, see below → paramilitaries" in text


def test_negative_content_is_shown_as_negative() -> None:
    reading = kosti()
    changed = replace(reading.claims[1], polarity="-")
    rows = flat(shown(replace(reading, claims=(changed, *reading.claims[4:])), 160))
    assert "not Sudanese army" in rows


def test_same_words_of_several_voices_stand_on_one_line() -> None:
    entities = {entity.id: entity for entity in kosti().entities}
    told = [claim("c1", "clean water", "need", Voice("Doctors")), claim("c2", "clean water", "need", Voice("Nurses"))]
    (line,) = said_lines(told, entities)
    assert (line.label, line.claims) == ("Doctors said; Nurses said", ("c1", "c2"))


def test_long_lists_are_cut_and_counted() -> None:
    words = ["Fighting", "river", "port", "Kosti", "Army", "spokesman", "Adil"]
    told = [claim(f"c{n}", word, "need", Voice(f"voice {n}")) for n, word in enumerate(words)]
    lines = said_lines(told, {}, most=5)
    assert len(lines) == 6
    assert lines[-1].text.startswith("… and 2 more")


def test_an_empty_reading_says_so() -> None:
    reading = kosti()
    empty = Reading(report=reading.report, text=reading.text, blocks=reading.blocks)
    assert NOTHING in shown(empty)
    assert "0 claims, 0 events, 0 contested" in shown(empty)


def test_an_unreadable_report_says_why() -> None:
    assert "the file scan.pdf holds no text, only pictures" in flat(shown(unreadable()))


def test_markdown_has_the_same_content() -> None:
    text = page.render(outline(kosti()))
    assert text.startswith("# Fighting for the river port of Kosti\n")
    assert "| It happened | It did not happen |" in text
    assert "| killed: at least 400 | people |" in text
    assert "## What happened" in text
    assert page.overview([("A", "B", "C")]).startswith("# Reports read: 1")


def test_the_list_of_several_reports() -> None:
    console = Console(width=80, color_system=None)
    rows = [("Kosti", "Nile Wire · 8 May 2024", "9 claims"), ("scan.pdf", "", "not read")]
    text = terminal.laid_out(console, terminal.overview(rows))
    assert "Reports read: 2" in text
    assert re.search(r"1 +Kosti\n +Nile Wire · 8 May 2024 · 9 claims\n2 +scan.pdf\n +not read", text)


def test_nothing_in_a_report_steers_the_terminal() -> None:
    text = shown(hostile(), 100)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    for literal in ("[bold]two[/bold]", "[red]a", "[blink]byte[/blink]", ":smile:", "[u]x[/u]"):
        assert literal in text, literal
    assert "\x1b[31m" not in shown(hostile(), 100, colour=True)


def test_nothing_in_a_report_becomes_markdown() -> None:
    text = page.render(outline(hostile()))
    assert text.startswith("# \\# \\[link\\](http\\://bad.example)")
    assert not re.search(r"(?<!\\)[<`]", text.replace("<br>", ""))
    assert not re.search(r"(?<!\\)\[(?!\\)", text)
    for row in (line for line in text.splitlines() if line.startswith("|")):
        assert len(re.findall(r"(?<!\\)\|", row)) in (3, 6), row


def test_clean_keeps_what_is_harmless() -> None:
    assert clean("Алеппо  حلب\n\tנצרת 日本 – “x”") == "Алеппо حلب נצרת 日本 – “x”"
    assert clean("a\x1b[31mb\x85c\u2028d") == "a\ufffd[31mb c d"
    assert clean("\ud800x") == "\ufffdx"


def test_shorten_cuts_at_a_word() -> None:
    assert shorten("one two three", 20) == "one two three"
    assert shorten("one two three four", 14) == "one two three…"
    assert len(shorten("x" * 50, 10)) <= 10


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("- item", "\\- item"), ("1. item", "1\\. item"), ("a_b*c", "a\\_b\\*c"), ("www.x.org", "www\\.x.org")],
)
def test_markdown_escapes(text: str, escaped: str) -> None:
    assert markdown(text) == escaped
