"""Deaths told before the act they came of: the act is the event, there and then. All sentences are our own."""

import pytest

from tests.coding.reading import only, read


@pytest.mark.parametrize(
    ("text", "type_", "place", "low"),
    [
        (
            "Four people were killed in Gao on Friday after soldiers opened fire on a crowd.",
            "protest.excessive_force",
            "Gao",
            "2024-05-10",
        ),
        (
            "Two people died in Bamako on Monday as rebels shelled the airport.",
            "strike.artillery",
            "Bamako",
            "2024-05-13",
        ),
        (
            "At least nine were wounded in Kidal on 2 May 2024 when a drone hit a market.",
            "strike.air",
            "Kidal",
            "2024-05-02",
        ),
        (
            "In Nairobi, a boy was killed and two injured when police fired at protesters on Tuesday.",
            "protest.excessive_force",
            "Nairobi",
            "2024-05-14",
        ),
    ],
)
def test_the_act_is_the_event(text: str, type_: str, place: str, low: str) -> None:
    reading = read(text)
    assert [event.type for event in reading.events] == [type_]
    event = reading.events[0]
    assert event.place is not None and event.place.name == place
    assert event.when is not None and event.when.low == low
    assert event.figures


def test_an_act_with_a_place_of_its_own_keeps_it() -> None:
    reading = read("Six people were killed in Gao on Friday after rebels had shelled Ansongo on Monday.")
    claim = only(reading, "strike.artillery")[0]
    assert claim.place is not None and claim.place.name == "Ansongo"


def test_what_is_told_in_front_is_no_outcome() -> None:
    reading = read("After rebels shelled the airport, six people were killed in Gao on Friday.")
    claim = only(reading, "strike.artillery")[0]
    assert claim.place is None
