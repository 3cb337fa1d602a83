"""What the gate lets through. All texts are our own."""

import pytest

from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.gate import wanted
from contested.parsing.segment import sentences

WAR = "Rebels shelled the port on Monday. The weather was mild. The army said 12 people were killed and 30 wounded."
SPORT = (
    "The home side won the cup on Saturday in front of a sold-out stadium. The coach praised a young team that had "
    "trained all winter. Tickets for the next match go on sale tomorrow, the club said, and the city expects a crowd. "
) * 6


def read(text: str, gate: str) -> set[int]:
    report = Report("r", text, (Block(0, len(text), "body"),))
    return wanted(report, sentences(report), gate=gate)


def test_sentences_without_any_word_of_conflict_are_left_out() -> None:
    assert read(WAR, "conflict") == {0, 2}


def test_news_of_other_things_is_not_read() -> None:
    assert read(SPORT, "conflict") == set()


def test_no_gate_reads_all() -> None:
    assert len(read(SPORT, "none")) == 18
    assert read(WAR, "none") == {0, 1, 2}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kidnapped five teachers on the road to the lake on Tuesday.",
        "Thousands of protesters clashed with police.",
        "Drone strike on a refinery.",
        "Demonstrators marched through Novi Sad on Sunday.",
        "A strong earthquake shook the islands overnight.",
        "Officers found two pistols and some cocaine in a van.",
    ],
)
def test_a_brief_needs_few_words(text: str) -> None:
    assert read(text, "conflict") == {0}


@pytest.mark.parametrize(
    "text",
    [
        "Chad recalled its ambassador to Togo.",
        "Arnulf urged the prime minister to sign.",
        "Mordavia restored diplomatic ties with Ruritania.",
        "Nairobi rejected the proposal.",
    ],
)
def test_a_brief_about_what_states_do_to_each_other_is_read(text: str) -> None:
    assert read(text, "conflict") == {0}


@pytest.mark.parametrize(
    "text",
    [
        "The coach praised a young side that rejected an early offer.",
        "Paris is a city on the Seine.",
        "The president likes tea.",
        "The two shops agreed to share a van.",
    ],
)
def test_a_brief_about_nothing_of_the_sort_is_not(text: str) -> None:
    assert read(text, "conflict") == set()


def test_a_long_report_needs_more_than_an_act_of_state() -> None:
    assert read("Chad recalled its ambassador to Togo. " + SPORT, "conflict") == set()


PASSING = "The singer recalled how fans marched with her and how a flood once ruined her smuggled gang of records. "


def test_a_long_report_needs_more_than_words_of_protest_and_disaster_in_passing() -> None:
    assert read(PASSING, "conflict") == {0}
    assert read(PASSING + SPORT, "conflict") == set()


@pytest.mark.parametrize(
    "text",
    [
        "TPLF retakes Alamata.",
        "JNIM storms Boulkessi.",
        "Lashkar-e-Taiba denies role.",
        "FARDC recaptures Sake from AFC.",
        "SDF repels assault on Tel Tamer.",
        "Bandits ransack the market of Gusau.",
        "Police disperse a picket in Dhaka.",
        "LTTE: no surrender.",
        "Wagner claims capture of Soledar.",
        "Thousands march in Tbilisi.",
    ],
)
def test_a_brief_with_any_party_of_the_catalogue_or_any_form_of_a_frame_is_read(text: str) -> None:
    assert read(text, "conflict") == {0}


@pytest.mark.parametrize(
    "text",
    [
        "Earnings beat forecasts: EPS hit 2.40 after AFP and PDF filings.",
        "The chef takes a fall in March and holds a meeting.",
        "Wagner's operas fill the hall again this season.",
    ],
)
def test_common_words_and_namesakes_open_nothing(text: str) -> None:
    assert read(text, "conflict") == set()


def test_a_party_named_in_full_and_by_its_abbreviation_counts_once() -> None:
    text = "The band took its name from the Liberation Tigers of Tamil Eelam (LTTE), the singer recalled on stage. "
    assert read(text + SPORT, "conflict") == set()


def test_the_longer_a_report_the_more_it_must_say() -> None:
    text = "Bandits burned a market, police said. "
    assert 0 in read(text + SPORT[:250], "conflict")
    assert read(text + SPORT, "conflict") == set()
