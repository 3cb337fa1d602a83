"""Counts of one sentence: who, how many at least and at most, in which words."""

import pytest

from contested.grounding.figures import find_counts
from contested.model.grounding import Entity, Mention, Time
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.parse import parse
from contested.parsing.segment import sentences
from tests.grounding.counted import bounds, counts, quotes

STATED = [
    (
        "Shelling killed five people and wounded at least 20 in Marib on Monday.",
        [("killed", 5, 5), ("wounded", 20, None)],
    ),
    ("Five soldiers were killed when their convoy hit a mine near Gao.", [("killed", 5, 5)]),
    ("The death of 12 soldiers was confirmed by the army in Bogota.", [("killed", 12, 12)]),
    ("The attack raised the death toll to 45, officials in Goma said.", [("killed", 45, 45)]),
    ("The death toll rose from 12 to 15 overnight.", [("killed", 15, 15)]),
    (
        "An air strike hit a market, killing at least 5 and leaving 20 wounded.",
        [("killed", 5, None), ("wounded", 20, 20)],
    ),
    ("12 dead in Mogadishu blast", [("killed", 12, 12)]),
    ("Man killed, 3 injured in Aleppo car bombing", [("killed", 1, 1), ("wounded", 3, 3)]),
    ("12 were killed and 30 wounded in the raid on Kidal.", [("killed", 12, 12), ("wounded", 30, 30)]),
    ("Another five were wounded and 30 others are missing.", [("wounded", 5, 5), ("missing", 30, 30)]),
    ("A soldier was shot dead near Hebron.", [("killed", 1, 1)]),
    ("Gunmen killed a policeman in Cali.", [("killed", 1, 1)]),
    ("Two brothers died when a shell hit their house.", [("killed", 2, 2)]),
    ("Ivan Petrov, 24, was killed by a drone in Kherson.", [("killed", 1, 1)]),
    ("A 22-year-old woman was killed in Khartoum.", [("killed", 1, 1)]),
    ("Between 20 and 30 fighters surrendered in Severodonetsk.", [("surrendered", 20, 30)]),
    ("Dozens of civilians have been abducted by the M23.", [("abducted", 24, 99)]),
    ("Clashes between the army and the RSF left scores dead.", [("killed", 40, 99)]),
    ("Tens of thousands of people have fled across the border to Chad.", [("refugees", 20000, 99999)]),
    ("Nearly 3,000 families have been displaced by fighting in Lashio.", [("displaced", 3000, 3000)]),
    ("Some 300 Rohingya refugees arrived in Cox's Bazar.", [("refugees", 300, 300)]),
    ("60 people were killed or injured in the attack on Zamzam.", [("casualties", 60, 60)]),
    ("1.5 million people are in need of aid in Tigray.", [("affected", 1500000, 1500000)]),
    ("The town had a population of 30,000.", [("population", 30000, 30000)]),
    ("Rescuers pulled 22 bodies from the rubble in Sanaa.", [("killed", 22, 22)]),
    ("The body of a farmer was found in Catatumbo.", [("killed", 1, 1)]),
    ("Police arrested two men over the attack.", [("detained", 2, 2)]),
    ("At least 12 people are believed to have died.", [("killed", 12, None)]),
    ("Five or six militants were killed in Diffa.", [("killed", 5, 6)]),
    ("Up to 200 Wagner fighters are deployed in Bamako.", [("fighters", None, 200)]),
    ("Seven sailors are feared dead after the strike.", [("killed", 7, 7)]),
    ("The army lost 14 soldiers in the ambush.", [("killed", 14, 14)]),
    ("A soldier died of his wounds.", [("killed", 1, 1)]),
    ("Two policemen were wounded and two were taken to hospital.", [("wounded", 2, 2), ("wounded", 2, 2)]),
    ("The shelling left one dead and three other people wounded.", [("killed", 1, 1), ("wounded", 3, 3)]),
    ("Russia launched 110 drones and 20 missiles overnight.", [("other", 110, 110), ("other", 20, 20)]),
    ("A family of five was killed in Rafah.", [("killed", 5, 5)]),
    ("Half a dozen miners were kidnapped in Bambari.", [("abducted", 6, 6)]),
    ("Militants are holding 14 hostages.", [("abducted", 14, 14)]),
    ("The militia shot four herders to death.", [("killed", 4, 4)]),
    ("A colonel put the number of rebels killed overnight in Marib at up to 90.", [("killed", None, 90)]),
    ("Our figure for soldiers killed at Kidal is 28.", [("killed", 28, 28)]),
    ("The group's count of villagers killed in the raid stands at 31.", [("killed", 31, 31)]),
    ("The number of fighters reported missing near Gao stands at 73.", [("missing", 73, 73)]),
    ("The number of displaced in Ituri has doubled to 200,000.", [("displaced", 200000, 200000)]),
    ("The siege of Marib has cost over 700 lives.", [("killed", 700, None)]),
    ("The clashes claimed 14 lives in Goma.", [("killed", 14, 14)]),
    ("Nine lives were lost when a shell hit a bus in Goma.", [("killed", 9, 9)]),
    ("The offensive drove 30,000 people from their homes in Lashio.", [("displaced", 30000, 30000)]),
    ("The war has driven about 1.6 million people abroad.", [("refugees", 1600000, 1600000)]),
    ("Between 60 and 90 wounded people left Kidal at night.", [("wounded", 60, 90)]),
    ("Between 50 and 60 men were lost in the retreat from Gao.", [("killed", 50, 60)]),
    ("More than 40 militants were eliminated near Kidal.", [("killed", 40, None)]),
    ("The militia buried three of its fighters in Tyre.", [("killed", 3, 3)]),
    ("The dead included two nurses.", [("killed", 2, 2)]),
    ("Forty soldiers were killed in Gao. The rebels put it at nine.", [("killed", 40, 40), ("killed", 9, 9)]),
    ("A blast killed 12 people in Lahore. The hospital has counted only 11.", [("killed", 12, 12), ("killed", 11, 11)]),
    ("Ten people were killed in the quake in Bam. The observatory put the magnitude at 6.1.", [("killed", 10, 10)]),
    ("Ten people were killed in Gao. The union put the price at 40. The firm claimed $30.", [("killed", 10, 10)]),
    ("Forty soldiers were killed in Gao. The minister spoke of 2030 as a year of peace.", [("killed", 40, 40)]),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_stated_counts_have_measure_and_bounds(
    text: str, expected: list[tuple[str, float | None, float | None]]
) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Nobody was hurt in the blast.", "wounded"),
        ("No one was killed in Mariupol that day.", "killed"),
        ("The strike did not kill anyone.", "killed"),
        ("No casualties were reported.", "casualties"),
        ("The grenade went off, causing no injuries.", "wounded"),
        ("None of the passengers was injured.", "wounded"),
    ],
)
def test_none_is_zero_only_where_the_text_says_so(text: str, measure: str) -> None:
    assert bounds(text) == [(measure, 0, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "There were no reports of casualties.",
        "There were no civilians in sight.",
        "No other injuries were reported.",
        "The raid ended without any other casualties.",
        "It was not clear how many people had been killed.",
        "The group threatened to kill 20 hostage-takers.",
        "If the dam breaks, 5,000 people could die.",
        "The offensive would displace 100,000 people, the UN warned.",
        "Gunmen tried to kill a minister in Kabul.",
        "Every day a child dies in Gaza.",
        "The army captured three villages in Kivu.",
        "The budget deal was killed in 2014.",
        "The rocket has a range of 80 kilometres and hit a house.",
        "Attackers shot at the windscreen.",
        "Two of the three stolen cars were found in Tripoli.",
        "The capture of Kherson was hailed in Kyiv.",
        "The reform cost 400 jobs and eliminated 30 posts.",
        "They lived nine lives in one summer.",
        "The army drove 30 trucks from their garages.",
        "The number of rebels in Kidal is disputed.",
    ],
)
def test_what_is_no_count_is_left_out(text: str) -> None:
    assert counts(text) == ()


@pytest.mark.parametrize(
    "text", ["A large number of rebels had died.", "Several soldiers were wounded.", "Many had surrendered by noon."]
)
def test_quantities_in_words_have_no_bounds_and_keep_their_words(text: str) -> None:
    (count,) = counts(text)
    assert (count.figure.low, count.figure.high) == (None, None)
    assert str(count.figure.value) in text.lower()


def test_bare_plural_keeps_the_noun_and_no_number() -> None:
    (count,) = counts("The bomb went off in Quetta, wounding soldiers.")
    assert (count.figure.measure, count.figure.value, count.figure.low) == ("wounded", "soldiers", None)


def test_coordinated_groups_are_parts_of_a_stated_whole() -> None:
    found = counts("Four soldiers and two civilians were killed in Tillaberi.")
    assert [(c.figure.low, c.figure.group, c.figure.category) for c in found] == [
        (6, None, "mixed"),
        (4, "soldiers", "combatants"),
        (2, "civilians", "civilians"),
    ]


def test_open_bounds_are_never_added_up() -> None:
    found = counts("At least four soldiers and two civilians were killed in Tillaberi.")
    assert [(c.figure.low, c.figure.high) for c in found] == [(4, None), (2, 2)]


def test_a_woman_and_her_children_are_three() -> None:
    found = counts("A woman and her two daughters were killed in their home in Sderot.")
    assert [(c.figure.low, c.figure.group) for c in found if c.figure.group is None] == [(3, None)]


@pytest.mark.parametrize(
    ("text", "low", "group"),
    [
        ("Seven people, including three children, were killed in Taiz.", 3, "children"),
        ("The militants executed 18 villagers, among them two imams.", 2, "imams"),
        ("Ten nurses died, two of them pregnant.", 2, "two"),
        ("Twelve died. Seven of the dead were children.", 7, "the dead"),
        ("The commander was killed together with two bodyguards.", 2, "bodyguards"),
    ],
)
def test_subsets_are_marked_and_inherit_the_measure(text: str, low: int, group: str) -> None:
    part = next(c for c in counts(text) if c.figure.low == low)
    assert (part.figure.group, part.figure.measure) == (group, "killed")


def test_one_named_victim_among_several_is_no_total() -> None:
    found = counts("Two people were killed in Jenin. Ahmad Saleh died at the scene.")
    assert [(c.figure.low, c.figure.group) for c in found] == [(2, None), (1, "Ahmad Saleh")]


@pytest.mark.parametrize(
    "text",
    [
        "More than 350,000 people have died since the war began in 2011.",
        "So far this year mines have killed 31 farmers in Cambodia.",
        "The ministry put the death toll at 41,000 since October 7.",
        "A civil war that has killed more than 377,000 people.",
        "In total 940 people were killed.",
    ],
)
def test_tolls_of_a_war_are_cumulative(text: str) -> None:
    (count,) = counts(text)
    assert count.figure.cumulative is True
    assert count.figure.flow == "cumulative"


@pytest.mark.parametrize("text", ["Five people died on Monday.", "Two soldiers were killed since Tuesday."])
def test_tolls_of_a_day_are_not_cumulative(text: str) -> None:
    (count,) = counts(text)
    assert count.figure.cumulative is None


def test_period_comes_from_the_time_behind_since() -> None:
    text = "More than 9,000 people have been killed in Yemen since March 2015."
    at = text.index("March")
    time = Time("t1", at, at + 10, "date", "2015-03", "2015-03-01", "2015-03-31", "month")
    (count,) = counts(text, times=(time,))
    assert count.figure.period is not None
    assert (count.figure.period.low, count.figure.period.high) == ("2015-03-01", None)


def test_as_of_only_where_stated() -> None:
    text = "As of 5 June, 80 people were missing."
    time = Time("t1", 6, 12, "date", "2013-06-05", "2013-06-05", "2013-06-05", "day")
    (count,) = counts(text, times=(time,))
    assert count.figure.as_of is not None and count.figure.as_of.high == "2013-06-05"
    (undated,) = counts("80 people were missing.", times=())
    assert undated.figure.as_of is None


def test_negated_count_is_negated_and_keeps_its_number() -> None:
    (count,) = counts("The shelling did not kill the three soldiers.")
    assert count.negated and count.figure.low == 3


def test_shot_people_are_wounded_until_the_report_tells_of_dead() -> None:
    assert bounds("Three people were shot in Port Sudan.") == [("wounded", 3, 3)]
    assert bounds("Three people were shot in Port Sudan. A man died.") == [("casualties", 3, 3), ("killed", 1, 1)]


def test_of_has_words_and_entity_and_whose_the_party() -> None:
    text = "The army killed 11 Hezbollah fighters near Tyre."
    at = text.index("Hezbollah")
    entity = Entity("e1", "Hezbollah", "armed_group", party="hezbollah")
    (count,) = counts(text, (entity,), (Mention("m1", at, at + 9, "armed_group", "e1"),))
    assert count.figure.of is not None and count.figure.of.text == "Hezbollah fighters"
    assert (count.figure.whose, count.figure.category, count.figure.combatants) == ("hezbollah", "combatants", True)


def test_a_name_known_as_a_place_is_no_victim() -> None:
    text = "Reyhanli was hurt by the blockade."
    assert counts(text, mentions=(Mention("m1", 0, 8, "place"),)) == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("State radio said 70 rebels had died in Gao, a claim denied by all.", "70 rebels had died in Gao"),
        (
            "Up to 400 people have fled to nearby Ouallam and others hide.",
            "Up to 400 people have fled to nearby Ouallam",
        ),
        ("The raid on Kidal, killing six civilians, lasted hours.", "killing six civilians"),
        ("In Sanaa, some 19 bodies were brought to a morgue.", "some 19 bodies were brought to a morgue"),
    ],
)
def test_span_is_the_counting_clause(text: str, quote: str) -> None:
    assert quotes(text) == [quote]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Three journalists were killed in Gaza.", "journalists"),
        ("Six aid workers were abducted near Bor.", "aid_workers"),
        ("Nine villagers died in Plateau.", "civilians"),
        ("Two police officers died in Cucuta.", None),
        ("Eleven members of the security forces died in Karak.", "combatants"),
        ("Twelve women were injured in Herat.", "women"),
    ],
)
def test_category_by_the_noun(text: str, category: str | None) -> None:
    (count,) = counts(text)
    assert count.figure.category == category


def test_offsets_cut_out_number_and_trigger() -> None:
    text = "Officials said that at least thirty-five people were wounded in Kharkiv."
    (count,) = counts(text)
    assert text[count.number.start : count.number.end] == "at least thirty-five"
    assert count.trigger is not None and text[count.trigger.start : count.trigger.end] == "wounded"


def test_unparsed_sentences_and_empty_reports_give_nothing() -> None:
    text = "Five people died."
    report = Report("r", text, (Block(0, len(text), "body"),))
    found = sentences(report)
    assert find_counts(report, parse(text, found, ()), (), (), ()) == ()
    assert counts("") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A lorry blew up in Deir Hafir, leaving 54 dead and about 700 wounded.",
            [("killed", 54, 54), ("wounded", 700, 700)],
        ),
        ("Ten were abducted and killed.", [("abducted", 10, 10), ("killed", 10, 10)]),
        ("Among the dead were three children.", [("killed", 3, 3)]),
        ("The toll has risen to 48 and several are missing.", [("killed", 48, 48), ("missing", None, None)]),
        ("There will not be any murders of judges.", []),
        ("Hundreds of demonstrators gathered outside the court in Tunis.", [("other", 200, 999)]),
    ],
)
def test_numbers_stay_with_their_own_trigger(text: str, expected: list[tuple[str, float | None, float | None]]) -> None:
    assert bounds(text) == expected


def test_a_mixed_list_has_no_party_and_no_wrong_category() -> None:
    text = "Six police officers and a civilian were killed in Giza."
    entity = Entity("e1", "police", "police", party="government of Egypt")
    whole, officers, civilian = counts(text, (entity,), (Mention("m1", 4, 19, "police", "e1"),))
    assert (whole.figure.low, whole.figure.whose, whole.figure.category) == (7, None, None)
    assert officers.figure.whose == "government of Egypt"
    assert civilian.figure.whose is None


def test_who_the_part_were_stands_in_group() -> None:
    part = counts("Eleven drivers died, two of them ambulance crew.")[-1]
    assert (part.figure.low, part.figure.group, part.figure.category) == (2, "ambulance crew", "aid_workers")


def test_a_new_victim_told_of_before_a_total_stays_a_count_of_its_own() -> None:
    found = counts("A mine killed a Thai soldier on Monday. Later shelling killed dozens of soldiers.")
    assert [(c.figure.low, c.figure.group) for c in found] == [(1, None), (24, None)]


def test_a_body_that_is_an_office_is_nobody_dead() -> None:
    assert counts("The army takes orders from a regulatory body.") == ()


def test_a_clause_is_not_cut_inside_a_hyphened_name() -> None:
    (quote,) = quotes("Gunmen murdered 13 herders at the village of Umm al-Hassa on Friday.")
    assert "Umm al-Hassa" in quote
