"""Figures as claims: whose, where, in which event, against which other figure. All sentences are our own."""

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
