from datetime import date

import pytest

from contested.acquire.blocks import classify
from contested.acquire.own_day import own_day
from contested.model.text import Block

LATEST = date(2024, 3, 2)
BODY = "Mortar rounds hit a school in the town's east, where displaced families from the lake shore had found shelter."
JUNE = date(2013, 6, 7)

DATED = {
    "day, month, dash": (f"GENEVA, 7 June 2013 - {BODY}", "dateline"),
    "agency": (f"Maiduguri, Nigeria, June 7, 2013 (NAN) -- {BODY}", "dateline"),
    "two cities": (f"BEIRUT/AMMAN, June 7, 2013 (Agency) – {BODY}", "dateline"),
    "weekday": (f"NAYPYITAW (Myanmar), Friday, 7 June 2013 — {BODY}", "dateline"),
    "day in brackets": (f"Buenaventura, Valle (June 7, 2013) – {BODY}", "dateline"),
    "two digits": (f"Bogota, 7 Jun 13 (RADIO CADENA) -- {BODY}", "dateline"),
    "colon": (f"Khartoum, 7th of June 2013: {BODY}", "dateline"),
    "agency in front": (f"Kyiv (Ukrinform). June 7, 2013. {BODY}", "dateline"),
    "agency in strokes": (f"ADEN, June 7, 2013 /NewsWire/ -- {BODY}", "dateline"),
    "on a line of its own": (f"Talks resume.\nGOMA, Congo 2013-06-07\n{BODY}", "dateline"),
    "behind a glued headline": (f"Five killed as mine hits bus: army Gao, June 7, 2013 (AFP) - {BODY}", "dateline"),
    "signed": (f"Rebels shell the airport of Aden Reuters Friday 7 June 2013 {BODY}", "dateline"),
    "published": (f"Published: 7 June 2013\n\n{BODY}", "page"),
    "published with a time": (f"Posted at 3:21 PM ET, Friday, June 7th, 2013\n{BODY}", "page"),
    "published at the end": (f"{BODY}\n\nFirst published: 7 June 2013", "page"),
    "updated": (f"Last updated on 7 June 2013\n{BODY}", "page"),
    "byline": (f"Ceasefire fails\n\nBy Ana Ruiz - Jun 7, 2013, 10:31 pm CST\n\n{BODY}", "text"),
    "bulletin": (f"Radio Lac, morning bulletin, Friday 7 June 2013\n\n{BODY}", "text"),
    "as of": (f"Flash update on the floods\nAs of 7 June 2013\n\n{BODY}", "text"),
    "time before day": (f"Ceasefire fails\n9:53 AM, FRI 7 JUN 2013\n{BODY}", "text"),
    "opening": (f"Fri 07 Jun 2013 {BODY}", "text"),
    "opening in figures": (f"07.06.2013 {BODY}", "text"),
    "opening ISO": (f"2013-06-07\n{BODY}", "text"),
    "glued year": (f"June 7,2013\n{BODY}", "text"),
}


@pytest.mark.parametrize(("text", "basis"), DATED.values(), ids=DATED.keys())
def test_reports_that_say_their_day(text: str, basis: str) -> None:
    found = own_day(text, (), near=None, latest=LATEST)
    assert found is not None
    assert (found.day, found.basis) == (JUNE, basis)


UNDATED = {
    "nothing": BODY,
    "copyright": f"{BODY}\n\n© 2015 The Valley Post. All rights reserved.",
    "full copyright day": f"{BODY}\n\nCopyright The Valley Post, 5 May 2015",
    "year of a beginning": f"The war, which began in 2011, goes on. {BODY}",
    "event in front": f"On June 7, 2013, a convoy was stopped near Kadugli. {BODY}",
    "event as subject": f"June 7, 2013 was the bloodiest day of the siege. {BODY}",
    "event with comma": f"June 7, 2013, the day the bridge fell, is still remembered. {BODY}",
    "event in a sentence": f"{BODY} The village was burnt on 7 June 2013 - its people had fled.",
    "event in a headline": f"The siege of Marawi, which ended on June 7, 2013 - a look back\n{BODY}",
    "agreement named by its day": f"The Accord of June 7, 2013 (Juba) - unlike the first - held. {BODY}",
    "postscript": f"{BODY}\n\nUPDATE, 7 June 2013: the school has been closed, said a teacher who was there.",
    "chronicle": f"* 7 June 2013: shelling in Daraa.\n* 8 June 2013: talks fail.\n{BODY}",
    "chronicle of paragraphs": f"7 June 2013\nShelling in Daraa.\n\n8 June 2013\n{BODY}",
    "day of the incident": f"Date of incident: 7 June 2013\n{BODY}",
    "day of birth": f"Date of birth: 7 June 1970\n{BODY}",
    "wrong weekday": f"Mon 07 Jun 2013 {BODY}",
    "no such day": f"GENEVA, 31 June 2013 - {BODY}",
    "a report published earlier": f"{BODY} A study published June 7, 2013 found the same.",
    "reported speech": f"The ministry told Reuters on 7 June 2013 that it knew nothing. {BODY}",
}


@pytest.mark.parametrize("text", UNDATED.values(), ids=UNDATED.keys())
def test_days_of_other_things_are_left_alone(text: str) -> None:
    assert own_day(text, (), near=None, latest=LATEST) is None


def test_days_of_other_stories_on_the_page_are_left_alone() -> None:
    promo = "Published: 3 May 2013"
    text = f"{BODY}\n\n{promo}"
    blocks = (Block(0, len(BODY), "body"), Block(len(BODY) + 2, len(text), "furniture"))
    assert own_day(text, blocks, near=None, latest=LATEST) is None


def test_two_readings_are_told_apart_by_the_day_known_else() -> None:
    found = own_day(f"06-07-2013 {BODY}", (), near=date(2013, 7, 5), latest=LATEST)
    assert found is not None
    assert found.day == date(2013, 7, 6)
    for near in (None, date(2013, 9, 5)):
        unsure = own_day(f"06-07-2013 {BODY}", (), near=near, latest=LATEST)
        assert unsure is not None
        assert (unsure.day, unsure.either) == (None, (date(2013, 7, 6), date(2013, 6, 7)))


@pytest.mark.parametrize(
    ("head", "told", "day"),
    [
        ("06-07-2013 Mine kills five near Gao.", "A mine killed five people on Saturday.", date(2013, 7, 6)),
        ("06-07-2013 Mine kills five near Gao.", "A mine killed five people on Friday.", None),  # either day fits
        ("06/07/2013 Mine kills five near Gao.", "A mine killed five people on Thursday.", date(2013, 6, 7)),
        ("06/07/2013 Mine kills five near Gao.", "A mine killed five people on Monday.", None),
        ("01-10-2014 Bombs hit a school.", "The blasts on Wednesday killed ten.", date(2014, 10, 1)),
        ("Published: 01/10/2014", "The blasts on Tuesday killed ten.", date(2014, 10, 1)),
    ],
)
def test_two_readings_are_told_apart_by_the_weekday_of_the_text(head: str, told: str, day: date | None) -> None:
    found = own_day(f"{head} {told}" if "." in head else f"{head}\n{told}", (), near=None, latest=date(2015, 1, 1))
    assert found is not None
    assert found.day == day


def test_the_publication_comes_before_a_later_change() -> None:
    text = f"Updated: 9 June 2013\nPublished: 7 June 2013\n{BODY}"
    found = own_day(text, (), near=None, latest=LATEST)
    assert found is not None
    assert (found.day, found.updated) == (JUNE, False)


def test_of_two_day_lines_the_one_at_the_report_counts() -> None:
    top = "Wed, Nov 20, 2013\n\nSign in\n\nWorld\n\nAfrica\n\nRebels leave Bambari\n\n7 June 2013\n\n"
    text = top + BODY
    found = own_day(text, (Block(len(top), len(text), "body"),), near=None, latest=LATEST)
    assert found is not None
    assert found.day == JUNE


def test_a_day_in_front_far_from_the_day_known_is_what_the_text_tells_of() -> None:
    assert own_day(f"7 June 2013\n{BODY}", (), near=date(2023, 6, 7), latest=LATEST) is None


def test_a_release_is_dated_on_its_label_line() -> None:
    text = "Let the wounded out\nNews release 7/41 - Geneva/Nairobi, 4 June 2023\nThe road to Nyala is closed."
    found = own_day(text, classify(text), near=None, latest=date(2024, 1, 1))
    assert found is not None
    assert found.day == date(2023, 6, 4)


def test_place_and_day_under_the_byline_are_a_dateline() -> None:
    text = f"Talks on the lake shore fail\n\nBy Ana Ruiz\nKoro, Mali, 7 June 2013\n\n{BODY}"
    found = own_day(text, classify(text), near=None, latest=LATEST)
    assert found is not None
    assert (found.day, found.basis) == (JUNE, "dateline")
