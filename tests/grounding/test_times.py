"""Time expressions: where they are found and which days they mean."""

from functools import cache
from itertools import pairwise

import pytest

from contested.grounding.times import find_times
from contested.model.grounding import Time
from contested.model.parse import Parsed
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.parse import parse
from contested.parsing.segment import sentences

WEDNESDAY = "2023-06-14"


@cache
def read(text: str, published: str | None = WEDNESDAY) -> tuple[str, tuple[Time, ...]]:
    """The times of a text of one block, all of its sentences parsed."""
    report = Report("r", text, (Block(0, len(text), "body"),), published_at=published)
    found = sentences(report)
    return text, find_times(report, parse(text, found, range(len(found))))


def rows(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str | None, str | None, str | None]]:
    text, times = read(text, published)
    return [(text[t.start : t.end], t.value, t.low, t.high) for t in times]


def only(text: str, published: str | None = WEDNESDAY) -> Time:
    _, times = read(text, published)
    assert len(times) == 1, times
    return times[0]


DAYS = [
    # explicit days in the forms of the news
    ("The bridge at Antonivka was hit on 5 June 2022.", "5 June 2022", "2022-06-05"),
    ("The bridge was hit on June 5, 2022, officials in Kherson said.", "June 5, 2022", "2022-06-05"),
    ("Sun 05 Jun 2022: shells fell on Lysychansk.", "Sun 05 Jun 2022", "2022-06-05"),
    ("Published 2022-06-05 by the mission in Mali.", "2022-06-05", "2022-06-05"),
    ("The 5th of June 2022 was quiet in Gao.", "The 5th of June 2022", "2022-06-05"),
    ("Monday, 12 June, brought rain to Tillaberi.", "Monday, 12 June", "2023-06-12"),
    ("The convoy reached Goma on Sept. 30, 2012.", "Sept. 30, 2012", "2012-09-30"),
    ("A truce was signed in Juba on 31.08.2020.", "31.08.2020", "2020-08-31"),
    # a year left out: the publication day and the tense find it
    ("Gunmen attacked Kaya on 3 May.", "3 May", "2023-05-03"),
    ("Gunmen attacked Kaya on 3 December.", "3 December", "2022-12-03"),
    ("The mandate will end on 31 December.", "31 December", "2023-12-31"),
    ("NYALA, June 13 (Agency) - Markets burned.", "June 13", "2023-06-13"),
    # weekdays
    ("Troops entered Zalingei on Wednesday.", "Wednesday", "2023-06-14"),
    ("Troops entered Zalingei on Thursday.", "Thursday", "2023-06-08"),
    ("Troops will enter Zalingei on Thursday.", "Thursday", "2023-06-15"),
    ("The talks are scheduled for Monday.", "Monday", "2023-06-19"),
    ("The parties agreed to meet on Monday.", "Monday", "2023-06-19"),
    ("They had agreed to meet on Monday.", "Monday", "2023-06-12"),
    ("The amnesty, announced Sunday, will cover deserters.", "Sunday", "2023-06-11"),
    ("The minister will attend Saturday's meeting in Doha.", "Saturday", "2023-06-17"),
    ("All hearings are suspended until Monday.", "Monday", "2023-06-19"),
    ("The airlift was suspended until Monday.", "Monday", "2023-06-19"),
    ("The fighting lasted until Monday.", "Monday", "2023-06-12"),
    ("fighting broke out in manipur on sunday.", "sunday", "2023-06-11"),
    ("The two men were seen in Leticia on 14 Jun 23.", "14 Jun 23", "2023-06-14"),
    ("Residents will not forget Sunday's raid.", "Sunday", "2023-06-11"),
    ("The column left Bakhmut last Friday.", "last Friday", "2023-06-09"),
    ("The envoy will land in Sanaa next Tuesday.", "next Tuesday", "2023-06-20"),
    # seen from the publication day
    ("A drone fell on Belgorod yesterday.", "yesterday", "2023-06-13"),
    ("The day before yesterday the airport closed.", "The day before yesterday", "2023-06-12"),
    ("Aid trucks will cross tomorrow.", "tomorrow", "2023-06-15"),
    ("Two days ago the well in Mopti ran dry.", "Two days ago", "2023-06-12"),
    # holidays
    ("The garrison of Myitkyina fell on Christmas Day 2022.", "Christmas Day 2022", "2022-12-25"),
    ("They marched on Easter Sunday, 2022.", "Easter Sunday, 2022", "2022-04-17"),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS)
def test_days(text: str, words: str, day: str) -> None:
    assert rows(text) == [(words, day, day, day)]


SPANS = [
    ("The siege of Mekelle began in November 2020.", "November 2020", "2020-11", "2020-11-01", "2020-11-30"),
    ("Shelling resumed in early May.", "early May", "2023-05", "2023-05-01", "2023-05-10"),
    ("Shelling will resume in mid-July.", "mid-July", "2023-07", "2023-07-11", "2023-07-20"),
    ("They left at the end of April.", "the end of April", "2023-04", "2023-04-21", "2023-04-30"),
    ("The uprising in Myanmar began in 2021.", "2021", "2021", "2021-01-01", "2021-12-31"),
    ("The front froze in mid-2015.", "mid-2015", "2015", "2015-05-01", "2015-08-31"),
    ("Militias formed in the 1990s.", "the 1990s", "199", "1990-01-01", "1999-12-31"),
    ("Militias formed in the late nineties.", "the late nineties", "199", "1996-01-01", "1999-12-31"),
    ("The fort is from the 19th century.", "the 19th century", "18", "1800-01-01", "1899-12-31"),
    ("Aid stopped last month.", "last month", "2023-05", "2023-05-01", "2023-05-31"),
    ("Aid stopped earlier this month.", "earlier this month", "2023-06", "2023-06-01", "2023-06-14"),
    ("Aid should resume later this month.", "later this month", "2023-06", "2023-06-14", "2023-06-30"),
    ("Aid stopped early last month.", "early last month", "2023-05", "2023-05-01", "2023-05-10"),
    ("Aid stopped the week of 6 March.", "the week of 6 March", "2023-W10", "2023-03-06", "2023-03-12"),
    ("Losses fell in the latter half of 2022.", "the latter half of 2022", "2022-H2", "2022-07-01", "2022-12-31"),
    ("The force will leave by year-end.", "year-end", "2023-12-31", "2023-12-31", "2023-12-31"),
    ("Aid stopped late last week.", "late last week", "2023-W23", "2023-06-09", "2023-06-11"),
    ("Aid stopped last year.", "last year", "2022", "2022-01-01", "2022-12-31"),
    ("Aid stopped last week.", "last week", "2023-W23", "2023-06-05", "2023-06-11"),
    ("Three months ago the road opened.", "Three months ago", "2023-03", "2023-03-01", "2023-03-31"),
    ("The village burned in the summer of 2014.", "the summer of 2014", "2014-SU", "2014-06-01", "2014-09-22"),
    ("Losses fell in the second quarter of 2022.", "the second quarter of 2022", "2022-Q2", "2022-04-01", "2022-06-30"),
    ("Losses fell in the first half of 2022.", "the first half of 2022", "2022-H1", "2022-01-01", "2022-06-30"),
    ("The depot burned overnight.", "overnight", "2023-06-13TNI", "2023-06-13", "2023-06-14"),
    ("Over the last three weeks, 40 died.", "the last three weeks", "P3W", "2023-05-24", "2023-06-14"),
    ("In the past 24 hours, 12 raids hit Rafah.", "the past 24 hours", "PT24H", "2023-06-13", "2023-06-14"),
    ("In recent weeks the army lost ground.", "recent weeks", "PXW", None, "2023-06-14"),
    (
        "In the night of 9-10 June the mill burned.",
        "the night of 9-10 June",
        "2023-06-09TNI",
        "2023-06-09",
        "2023-06-10",
    ),
    ("Now the square is empty.", "Now", "PRESENT_REF", "2023-06-14", "2023-06-14"),
    ("Clashes have recently spread.", "recently", "PAST_REF", None, "2023-06-14"),
    ("Nobody can say what the future holds.", "the future", "FUTURE_REF", "2023-06-14", None),
]


@pytest.mark.parametrize(("text", "words", "value", "low", "high"), SPANS)
def test_spans(text: str, words: str, value: str, low: str | None, high: str | None) -> None:
    assert rows(text) == [(words, value, low, high)]


LENGTHS = [
    ("They held the ridge for more than two weeks.", "more than two weeks", "P2W"),
    ("The six-year-old war in Yemen goes on.", "six-year-old", "P6Y"),
    ("The raid lasted almost two hours.", "almost two hours", "PT2H"),
    ("It took a year and a half.", "a year and a half", "P1Y6M"),
    ("It took half an hour.", "half an hour", "PT30M"),
    ("The blockade lasted several months.", "several months", "PXM"),
    ("The blockade lasted twenty-one days.", "twenty-one days", "P21D"),
    ("Fuel for 10-15 days is left.", "10-15 days", "P10D"),
    ("A 72-hour truce held.", "72-hour", "PT72H"),
]


@pytest.mark.parametrize(("text", "words", "value"), LENGTHS)
def test_a_length_has_no_days(text: str, words: str, value: str) -> None:
    assert rows(text) == [(words, value, None, None)]
    assert only(text).type == "duration"


SETS = [
    ("Jets strike the town every Tuesday.", "XXXX-WXX-2"),
    ("Jets strike the town daily.", "P1D"),
    ("Jets strike the town on Fridays.", "XXXX-WXX-5"),
    ("A convoy comes twice a week.", "P1W"),
    ("A convoy comes every two weeks.", "P2W"),
    ("Floods cut the road each July.", "XXXX-07"),
    ("Floods cut the road every summer.", "XXXX-SU"),
]


@pytest.mark.parametrize(("text", "value"), SETS)
def test_sets(text: str, value: str) -> None:
    found = only(text)
    assert (found.type, found.value, found.low) == ("set", value, None)


NO_TIMES = [
    "A 30-year-old man from Bunia was shot.",
    "He was 42 years old.",
    "A woman in her late thirties was held.",
    "They may march on the capital.",
    "Some 1500 troops came, and 1,900 homes burned.",
    "Gen. May said the second attack failed.",
    "The guns of Operation Dawn fell silent.",
    "Resolution 2024 was adopted.",
    "The quarter, held by the militia, was shelled.",
    "The boys went to a summer camp.",
    "Richard Days called 757-787-2015.",
    "Days of Rage is a film.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Gunmen attacked on Saturday.", "XXXX-WXX-6"),
        ("Gunmen attacked on 3 May.", "XXXX-05-03"),
        ("Gunmen attacked in March.", "XXXX-03"),
        ("Gunmen attacked this year.", "XXXX"),
        ("Gunmen attacked last month.", "XXXX-XX"),
        ("Gunmen attacked yesterday.", "XXXX-XX-XX"),
        ("Gunmen attacked overnight.", "XXXX-XX-XXTNI"),
        ("Gunmen attacked two days ago.", "XXXX-XX-XX"),
        ("Gunmen attacked at 5:30 a.m.", "XXXX-XX-XXT05:30"),
    ],
)
def test_without_a_publication_day_nothing_is_guessed(text: str, value: str) -> None:
    found = only(text, None)
    assert (found.value, found.low, found.high) == (value, None, None)


def test_explicit_days_need_no_publication_day() -> None:
    assert only("Gunmen attacked in December 2013.", None).high == "2013-12-31"


def test_figures_in_either_order_take_the_day_near_the_report() -> None:
    assert rows("On 04/03/2023 the council met.", "2023-03-06")[0][1] == "2023-03-04"
    assert rows("On 04/03/2023 the council met.", "2023-04-05")[0][1] == "2023-04-03"
    assert rows("On 04/03/2023 the council met.", None)[0][1:] == ("2023", "2023-01-01", "2023-12-31")


def test_a_range_gives_its_year_to_both_ends() -> None:
    assert [row[1] for row in rows("The battle went on from 5 to 9 July 2016.")] == ["2016-07-05", "2016-07-09"]
    assert [row[1] for row in rows("It went on from March to May 2016.")] == ["2016-03", "2016-05"]
    assert [row[1] for row in rows("It went on from 26 June to 4 August 1952.")] == ["1952-06-26", "1952-08-04"]
    assert [row[1] for row in rows("The 2012-14 war cost Cali its port.")] == ["2012", "2014"]


def test_a_clock_time_takes_the_day_of_its_sentence() -> None:
    found = read("On Saturday the shelling began at 7 p.m. local time.")[1]
    assert [(t.type, t.value) for t in found] == [("date", "2023-06-10"), ("time", "2023-06-10T19:00")]
    assert only("At 7 p.m. the shelling began.").low is None
    assert only("The port was hit at 05.30 GMT on Monday.").value == "2023-06-12T05:30"


def test_the_clock_in_four_figures_is_no_year() -> None:
    assert rows("The raid began at 2100 (0300 GMT) on 10 June.")[0][1] == "2023-06-10T21:00"
    assert rows("The patrol returned at around 1430 hours.") == [("1430 hours", "XXXX-XX-XXT14:30", None, None)]
    assert rows("The offensive of 2100 men failed in 1999.") == [("1999", "1999", "1999-01-01", "1999-12-31")]


def test_shortly_before_an_hour_is_no_year() -> None:
    assert rows("The charge went off shortly before 1700 at the plant.") == []
    assert rows("The fort was built before 1700.") == [("1700", "1700", "1700-01-01", "1700-12-31")]


def test_what_comes_next_in_a_story_of_the_past() -> None:
    assert [row[1] for row in rows("He was shot on the night of 3 May and found the next morning.")][
        1
    ] == "2023-05-04TMO"
    assert [row[1] for row in rows("The camp burned on 3 May. The next day it was empty.")][1] == "2023-05-04"
    assert rows("He was elected in 1995 and served for the next 13 years.")[1][1:] == ("P13Y", None, None)


def test_later_and_the_day_before_count_from_the_day_last_named() -> None:
    text = "On 3 May the camp burned. The day before, guards had left. Two weeks later it was rebuilt."
    assert [row[1] for row in rows(text)] == ["2023-05-03", "2023-05-02", "2023-W20"]


def test_the_end_of_the_year_is_that_of_a_year_in_the_same_sentence() -> None:
    assert rows("He said in 2012 that by the end of the year they would go.")[1][2:] == ("2012-09-01", "2012-12-31")
    assert rows("By the end of the year they will go.")[0][1] == "2023"


def test_months_of_a_history_belong_to_its_years() -> None:
    text = (
        "The war began in 1911. In March the rebels took Tolima. In 1912 they lost it. On 9 December the bridge fell. "
        "In January talks opened. The following year a treaty came. By 1914 little was left. In 1915 the camps closed. "
        "In 1916 the last men went home. A park of 1890 stands there."
    )
    values = [row[1] for row in rows(text)]
    assert values[:7] == ["1911", "1911-03", "1912", "1912-12-09", "1913-01", "1914", "1914"]


def test_news_with_some_years_of_the_past_still_hangs_on_its_own_day() -> None:
    text = "In 2011, 2012 and 2013 the army held the road. On Monday it left. In March it had sworn to stay."
    assert [row[1] for row in rows(text)][3:] == ["2023-06-12", "2023-03"]


def test_ids_and_order() -> None:
    _, found = read("On Monday, in May 2022 and since 2011.")
    assert [t.id for t in found] == ["t1", "t2", "t3"]
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [t.precision for t in found] == ["day", "month", "year"]


def test_furniture_and_gaps_are_left_out() -> None:
    text = "Aid came on Monday.\n\nPosted 3 May 2019"
    report = Report("r", text, (Block(0, 19, "body"), Block(21, len(text), "furniture")), published_at=WEDNESDAY)
    found = sentences(report)
    assert [t.value for t in find_times(report, parse(text, found, [0]))] == ["2023-06-12"]


def test_a_sentence_without_parse_is_read_by_its_words() -> None:
    text = "Aid came on Monday."
    report = Report("r", text, (Block(0, len(text), "body"),), published_at=WEDNESDAY)
    assert [t.value for t in find_times(report, Parsed(text, sentences(report)))] == ["2023-06-12"]


def test_nothing_in_nothing() -> None:
    assert find_times(Report("r", ""), Parsed("")) == ()


@pytest.mark.parametrize(
    ("text", "words", "low"),
    [
        ("Cholera killed 40 in 2012. The year before 300 people died in Goma.", "The year before", "2011-01-01"),
        ("In May 14 men fell at Avdiivka, the month before 9.", "the month before", "2023-04-01"),
        ("The week before 20 herders were killed near Jos.", "The week before", "2023-06-05"),
        ("Gangs killed 90 in 2020, up from 12 the year before.", "the year before", "2019-01-01"),
    ],
)
def test_the_year_before_is_not_this_year(text: str, words: str, low: str) -> None:
    assert (words, low) in {(found, first) for found, _, first, _ in rows(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Militia raided Bunia the year before 12 of them were tried.",
        "He fled Mosul the year after the war.",
        "She left Taiz the month before she wed.",
    ],
)
def test_a_year_before_something_else_is_left_open(text: str) -> None:
    assert rows(text) == []


def test_since_a_day_is_since_the_last_such_day() -> None:
    text = "More than 400 have been killed since Oct. 7, the ministry said."
    assert only(text, "2024-08-20").low == "2023-10-07"


def test_a_month_of_what_has_happened_is_not_to_come() -> None:
    assert only("The bombing of a hotel in Kismayo in October killed nine people.", "2023-08-03").low == "2022-10-01"
