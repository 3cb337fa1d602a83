"""Figures as claims: whose, where, in which event, against which other figure. All sentences are our own."""

import pytest

from contested.coding import code
from contested.coding.joining import joined
from tests.coding.reading import read


def figures(text: str) -> list[tuple[str, object, object]]:
    return [(c.figure.measure, c.figure.low, c.figure.high) for c in read(text).claims if c.figure]


def test_background_toll_belongs_to_no_event_of_today() -> None:
    text = (
        "A shell hit a market in El Fasher on Monday, killing nine people. "
        "More than 150,000 people have been killed in Sudan since the war began in April 2023."
    )
    reading = read(text)
    total = next(c for c in reading.claims if c.figure and c.figure.low == 150000)
    assert total.event is None
    assert total.figure is not None
    assert total.figure.high is None
    assert all(total.id not in event.figures for event in reading.events)


def test_figure_belongs_to_the_event_of_its_sentence() -> None:
    reading = read("Gunmen attacked a market in Jos on Sunday, killing seven people.")
    figure = next(c for c in reading.claims if c.figure)
    event = next(e for e in reading.events if e.id == figure.event)
    assert event.place is not None
    assert event.place.name == "Jos"


def test_differing_counts_are_a_question_and_never_added() -> None:
    text = (
        "An air strike hit a camp in Rafah in Gaza on Sunday. The health ministry said 45 people were killed in the "
        "strike. "
        "The Israeli army said 17 people were killed in the strike."
    )
    reading = read(text)
    question = next(q for q in reading.questions if q.slot == "killed")
    assert question.verdict == "contested"
    assert {position.value for position in question.positions} == {45, 17}
    assert 62 not in [c.figure.low for c in reading.claims if c.figure]


def test_flight_abroad_and_inside() -> None:
    reading = read(
        "Up to 10,000 people have fled to neighbouring villages. Hundreds of refugees crossed the border into Chad."
    )
    types = {c.type for c in reading.claims if c.kind == "displacement"}
    assert "displacement.internal" in types
    assert "displacement.cross_border" in types


def test_large_number_has_no_bounds() -> None:
    assert ("killed", None, None) in figures("The army said a large number of rebels had been killed in Taiz.")


def test_origin_is_no_scene() -> None:
    reading = read("A tourist from Canada was killed in an attack in Karak.")
    assert all(c.place is None or c.place.name != "Canada" for c in reading.claims)


def with_figures(text: str) -> list[list[object]]:
    """The lowest bounds of the counts in each event that has any."""
    reading = read(text)
    low = {c.id: c.figure.low for c in reading.claims if c.figure}
    return [sorted(low[f] or 0 for f in event.figures) for event in reading.events if event.figures]


def test_victims_told_of_one_by_one_belong_to_the_happening_that_counts_them() -> None:
    text = (
        "Five worshippers were shot at a mosque in Kano on Friday. Police came within minutes and closed the road. "
        "The imam was shot in the leg. A carpenter was shot in the arm. All five were taken to a hospital."
    )
    assert len(with_figures(text)) == 1


def test_a_total_told_again_is_the_same_happening() -> None:
    text = (
        "Militants attacked a village in northern Mali, killing 17 people. The area has seen many raids. "
        "A district officer said 17 villagers were murdered as they slept."
    )
    assert [17, 17] in with_figures(text)


def test_equal_counts_of_two_places_stay_two_happenings() -> None:
    text = (
        "A car bomb killed 12 people in Baghdad on Monday. "
        "A mine killed 12 people in Kandahar in Afghanistan on Tuesday."
    )
    assert with_figures(text) == [[12], [12]]


def test_another_attack_with_as_many_dead_is_another() -> None:
    text = "Gunmen killed four guards in Tripoli on Monday. In a separate attack, gunmen killed four drivers."
    assert with_figures(text) == [[4], [4]]


def test_three_others_go_on_about_the_same_attack() -> None:
    text = (
        "A shell killed a teacher in Donetsk on Sunday. The school stood empty. Its roof had burned before. "
        "Three others were taken to hospital."
    )
    assert len(with_figures(text)) == 1


def test_people_in_hospital_belong_to_the_one_act_that_is_told_of() -> None:
    text = (
        "A car bomb went off in Aden on Monday. The blast tore the front off a hotel. Smoke rose over the port. "
        "Fire crews came at once. People in a bakery lay on the floor. A school was closed. The road was blocked. "
        "Four children are in critical condition."
    )
    assert [4] in with_figures(text)
    assert len(with_figures(text)) == 1


def test_people_hurt_elsewhere_belong_to_another() -> None:
    text = (
        "A car bomb went off in Aden on Monday, killing nine people. The blast tore the front off a hotel. "
        "The road was blocked. Meanwhile four miners are in critical condition."
    )
    assert [9] in with_figures(text)
    assert [4] in with_figures(text)


def test_hurt_in_another_town_belong_to_another() -> None:
    text = (
        "A drone hit a depot in Odesa on Monday, wounding three guards. The blast broke windows. The fire burned "
        "all night. In Kharkiv two women were taken to hospital."
    )
    assert [3] in with_figures(text)
    assert [2] in with_figures(text)


def test_a_total_told_after_its_victims_takes_them_in() -> None:
    text = (
        "Gunmen shot five herders near Jos on Sunday. Police blocked the road. A boy was shot in the arm. "
        "A drover was shot in the foot. The five herders shot were all of one village."
    )
    assert len(with_figures(text)) == 1


def test_what_a_count_makes_stands_at_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr(code, "joined", lambda *given: seen.append(given) or joined(*given))
    read("The road is long. " * 40 + "Four miners are in critical condition.")
    ((world, clusters, _),) = seen
    assert clusters
    assert all(item.order < len(world.parsed.starts) for cluster in clusters for item in cluster.items)


def test_people_hurt_after_the_blast_are_the_blasts() -> None:
    text = (
        "A car bomb went off in Aden on Monday. The blast shook the port. The road was blocked. "
        "Three boys were taken to hospital after the explosion."
    )
    assert with_figures(text) == [[3]]


def test_who_tells_of_the_hurt_is_not_one_of_them() -> None:
    text = "Shells hit Kherson, killing two and injuring nine, including three children, the mayor, Roman Koval, said."
    assert sorted(low for _, low, _ in figures(text) if isinstance(low, int)) == [2, 3, 9]
    assert ("wounded", 1, 1) in figures("A mine injured nine people near Kherson, including the mayor, medics said.")


def test_machines_are_no_casualties() -> None:
    for text in (
        "The air force said it shot down 41 of 57 drones over Kharkiv.",
        "Gunners shot down two helicopters near Marib on Monday.",
        "The navy said it had hit three boats off Hodeidah.",
    ):
        assert not [f for f in figures(text) if f[0] in ("killed", "wounded", "casualties")]
    assert ("killed", 3, 3) in figures("Gunmen shot dead three farmers near Jos on Monday.")


def test_people_hurt_when_a_march_is_broken_up_are_not_hurt_elsewhere() -> None:
    text = (
        "Police fired tear gas to disperse students who marched in Lagos on Tuesday, and at least six were hurt, "
        "doctors said. Protesters set fire to a police post in Ikorodu."
    )
    reading = read(text)
    (event,) = (event for event in reading.events if event.figures)
    assert event.type.startswith("protest.")
    assert all(claim.place is None or claim.place.name == "Lagos" for claim in reading.claims if claim.figure)


def test_a_suspect_sought_is_no_accusation() -> None:
    text = "Police named a suspect sought in a shooting at a bar in Tulsa on Friday that left five people injured."
    assert ("wounded", 5, 5) in figures(text)
