"""The page around a report is told from it, and a bare report loses nothing."""

import pytest

from contested.acquire.blocks import classify
from contested.acquire.furniture import states

MENU = "Skip to content\n\nHome\nWorld\nPolitics\nSport\nWeather\n\nSign in\n\nSubscribe\n\nSearch\n"
HEAD = "Fighters seize border post in Shan state\n\nShare this story\n\nFacebook\nTwitter\nEmail\n"
BODY = [
    "An alliance of ethnic armed groups said on Thursday that it had seized a border post in Myanmar's Shan state.",
    "The military did not comment, but two residents said that soldiers had left the post before dawn.",
    "Trade with China through the town has been halted for three weeks.",
    "Both sides have accused each other of shelling villages, and thousands of people have crossed the river.",
    "A ceasefire agreed in January lasted for less than six months in most townships.",
]
FOOT = (
    "Related stories\n\nFive things to know about the junta\n\nWhy the rains matter for the war\n\nMost read\n\n"
    "Star chef opens a restaurant on a boat\n\nThe best phones of the year\n\nSign up to our newsletter\n\n"
    "Copyright © 2024 Example Media. All rights reserved.\n\nPrivacy Policy\n\nTerms of Use\n\nContact us"
)
PAGE = "\n".join([MENU, HEAD, "\n\n".join(BODY), "", FOOT])


def furniture_of(text, **options):
    return [text[b.start : b.end] for b in classify(text, **options) if b.kind == "furniture"]


def test_the_body_of_a_page_is_kept_whole_and_the_rest_is_not():
    dropped = furniture_of(PAGE)
    assert not set(BODY) & set(dropped)
    for line in ("Home", "Share this story", "Related stories", "The best phones of the year", "Terms of Use"):
        assert line in dropped
    assert any(line.startswith("Copyright") for line in dropped)


def test_the_title_is_told_from_the_menu():
    found = {PAGE[b.start : b.end]: b.kind for b in classify(PAGE, title="Fighters seize border post in Shan state")}
    assert found["Fighters seize border post in Shan state"] == "title"


@pytest.mark.parametrize(
    "extra",
    [
        "Copyright 2016 The Example Press. All rights reserved. This material may not be published or rewritten.",
        "Please enable JavaScript in your browser to view the comments.",
        "Sign up for our newsletter to get the latest headlines in your inbox.",
    ],
)
def test_one_notice_under_a_bare_report_goes_alone(extra):
    assert furniture_of("\n\n".join([*BODY, extra])) == [extra]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(BODY),
        "\n\n".join([BODY[0], '"They shot at us."', "No one helped.", *BODY[1:], "The search goes on."]),
        "\n\n".join(
            [*BODY, "The ministry posted the video on Facebook and Twitter, and later on its Telegram channel."]
        ),
        "\n\n".join([*BODY, "Police seized phones, cookies and forged passwords in the raid on the house, they said."]),
        "\n".join(f"{day} June: {day} killed in Gaza City" for day in range(2, 12)),
        "Kabul, 3 May\n\n" + "\n\n".join(BODY),
    ],
)
def test_a_report_without_a_page_loses_nothing(text):
    assert furniture_of(text) == []


def test_a_fact_box_stays_and_a_promo_list_with_the_same_bullets_goes():
    box = (
        "Key facts\n\n• Some 40,000 people lived in the town before the war\n• It lies on the road to the port of Aden"
    )
    promo = (
        "More on this story\n\nFeatures\n\n• Garden tipsWeekend\n\n  The plants that like the shade\n\n"
        "• Old radioTime travel\n\n  A man who mends what others throw away\n\nCopyright © 2015 Example. Read more."
    )
    text = "\n\n".join([BODY[0], BODY[1], box, BODY[2], BODY[3], promo])
    kinds = {text[b.start : b.end]: b.kind for b in classify(text)}
    assert [kind for part, kind in kinds.items() if part.startswith("• Some") or part.startswith("• It")] == ["box"] * 2
    for line in (
        "More on this story",
        "• Garden tipsWeekend",
        "The plants that like the shade",
        "• Old radioTime travel",
    ):
        assert kinds[line] == "furniture"


def test_states_prefer_few_changes():
    assert states([2.0, -0.3, 2.0], 0.5) == [True, True, True]
    assert states([2.0, -3.0, 2.0], 0.5) == [True, False, True]
    assert states([-2.0, 0.3, -2.0, 3.0], 0.5) == [False, False, False, True]
    assert states([], 0.5) == []


def test_a_page_of_doubts_keeps_its_best_part():
    assert states([-6.0, -2.0, -2.2, -6.0], 0.4) == [False, True, True, False]
