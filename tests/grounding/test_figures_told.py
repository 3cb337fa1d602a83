"""Counts told from what is none: parts and totals, who was hit, ages, and what has grown since."""

import pytest

from tests.grounding.counted import bounds, counts, quotes


def test_a_total_and_its_parts_are_not_added_up() -> None:
    found = bounds("Six people, three men and three women, were shot dead in Cali on Friday.")
    assert ("killed", 6, 6) in found
    assert ("killed", 12, 12) not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunfire struck a vendor and three shoppers in Maiduguri.", (4, 4)),
        ("Shrapnel hit two nurses in Kherson.", (2, 2)),
        ("Six dock workers were hit by splinters in Odesa.", (6, 6)),
        ("Three nuns were struck when shots rang out in Goma.", (3, 3)),
    ],
)
def test_whom_bullets_and_splinters_hit_is_hurt(text: str, expected: tuple[int, int]) -> None:
    assert [(c.figure.low, c.figure.high) for c in counts(text) if c.figure.group is None] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Police in Durban look for seven stabbing suspects.",
        "Three buses, one with its lamps shot out, stood by the road to Gao.",
        "Sanctions hit thousands of workers.",
        "Dozens of towns were struck by the flood.",
        "Thousands of farmers were hit by the drought.",
        "Twelve officials were hit with sanctions.",
        "Nine villages were struck on Sunday.",
        "Troops shot at six men on the bridge.",
        "5 News spoke of a man in hospital with wounds, and no other count.",
    ],
)
def test_a_number_beside_a_word_of_harm_is_not_always_of_the_harmed(text: str) -> None:
    assert not [c for c in counts(text) if c.figure.low and c.figure.low > 1]


@pytest.mark.parametrize(
    "text",
    [
        "His cousin Omar, 19 - who was wounded too - lives in Tripoli.",
        "A 14 and 15-year-old were stabbed by the harbour of Cali.",
        "Marta Ruiz, 34, was killed with a neighbour in Cúcuta.",
    ],
)
def test_an_age_is_no_count(text: str) -> None:
    assert all(c.figure.low in (None, 1, 2) for c in counts(text))


@pytest.mark.parametrize(
    ("text", "low"),
    [("A double murder shook Jos.", 2), ("The triple homicide in Culiacan remains unsolved.", 3)],
)
def test_a_double_murder_counts_two(text: str, low: int) -> None:
    assert bounds(text) == [("killed", low, low)]


def test_double_counts_nothing_else() -> None:
    assert bounds("A double strike wounded a guard in Taiz.") == [("wounded", 1, 1)]


def test_martyrs_and_injured_are_not_all_dead() -> None:
    assert bounds("110 martyrs and injured in the shelling of Taiz") == [("casualties", 110, 110)]


def test_all_victims_of_one_attack_in_total_are_no_toll_of_a_war() -> None:
    (count,) = counts("In total 15 traders were shot in the market of Jos.")
    assert count.figure.cumulative is None


def test_the_wounded_of_a_clause_behind_whether_are_wounded() -> None:
    text = "Elders in Lagos ask whether a raid that left nine herders dead and 14 others wounded was revenge."
    assert bounds(text) == [("killed", 9, 9), ("wounded", 14, 14)]


def test_who_shot_nine_are_not_the_shot() -> None:
    assert bounds("A pair of militiamen shot nine shepherds at a well in Diyarbakir.") == [("wounded", 9, 9)]


def test_a_hyphened_age_belongs_to_the_counted_phrase() -> None:
    (quote,) = quotes("18-year-old Karim Haddad was wounded in Homs.")
    assert quote.startswith("18-year-old")


@pytest.mark.parametrize(
    ("text", "measure", "low"),
    [
        ("Two soldiers, a policeman and a nurse were killed in Tillaberi.", "killed", 4),
        ("Three nurses, two guards and a cook died in the clinic of Bunia.", "killed", 6),
        ("A judge, a driver and one of their guards were shot near Cali.", "wounded", 3),
        ("A 12-year-old and four nuns were shot in Durban.", "wounded", 5),
        ("Killed were a teacher and her two sons.", "killed", 3),
        ("Monitors came after six porters and a 9-year-old were shot in Kano.", "wounded", 7),
        ("The shelling claimed the lives of a couple and their daughter.", "killed", 3),
        ("Two brothers, Omar and Ali Haddad, were killed in Homs.", "killed", 2),
        ("Two men, a baker and his son, were killed in Kherson.", "killed", 2),
        ("Six people, three men and three women, died in Goma.", "killed", 6),
    ],
)
def test_lists_are_added_up_and_appositions_are_not(text: str, measure: str, low: int) -> None:
    wholes = [(c.figure.measure, c.figure.low) for c in counts(text) if c.figure.group is None]
    assert wholes == [(measure, low)]


def test_dead_and_injured_of_two_counts_are_two() -> None:
    assert bounds("The raid left seven dead and wounded another.") == [("killed", 7, 7), ("wounded", 1, 1)]


def test_families_of_the_dead_are_not_dead() -> None:
    assert bounds("The ministry paid 30 families of the dead.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Nine men were wounded in Aden. The other four walked home.",
        "Nine men were wounded in Aden. Both brothers were wounded in the leg.",
        "Nine men were wounded in Aden. Four are in critical condition.",
    ],
)
def test_fewer_of_them_taken_up_again_are_a_part(text: str) -> None:
    assert [c.figure.low for c in counts(text) if c.figure.group is None] == [9]


def test_another_number_in_another_place_is_no_part() -> None:
    found = counts("Nine men were wounded in Aden. Four men were wounded in Taiz.")
    assert [c.figure.group for c in found] == [None, None]


@pytest.mark.parametrize("text", ["nine dead and injured", "Many were dead and injured", "Fourteen dead and wounded"])
def test_a_count_at_the_very_end_is_read(text: str) -> None:
    assert all(count.figure.measure == "casualties" for count in counts(text))


@pytest.mark.parametrize(
    "text",
    [
        "Of 40 drones, 31 were shot down over the coast.",
        "Nineteen were shot down over Kursk region.",
        "The ministry did not mention casualties.",
        "The army gave no details and did not provide any deaths.",
        "A port official said there were no reports of injuries aboard the ship.",
    ],
)
def test_machines_and_silence_are_no_casualties(text: str) -> None:
    assert not [b for b in bounds(text) if b[0] in ("killed", "wounded", "casualties")]


def test_a_pilot_shot_down_and_nobody_hurt_are_counted() -> None:
    assert bounds("Two pilots were shot down over the lake.")
    assert ("killed", 0, 0) in bounds("The shelling did not kill anyone.")


def test_those_let_go_are_no_subset_of_the_held() -> None:
    assert bounds("The army arrested six men, five of whom were freed on Tuesday.") == [("detained", 6, 6)]
    assert len(bounds("The army arrested six men, five of whom were soldiers.")) == 2
