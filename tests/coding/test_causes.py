"""A count belongs to the happening that its clause names as the cause."""

import pytest

from contested import Reading
from tests.coding.reading import read


def killed_in(reading: Reading) -> set[str]:
    """Types of the events that a count of people killed belongs to."""
    events = {event.id: event.type for event in reading.events}
    found = (c for c in reading.claims if c.figure is not None and c.figure.measure == "killed")
    return {events[claim.event] for claim in found if claim.event in events}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        (
            "Four people died in a grenade attack in Bujumbura on Friday. Shelling went on in Kayanza.",
            "explosion.grenade",
        ),
        ("Rioters burned a school in Meerut. Nine persons died in police firing on Monday.", "attack.civilians"),
        ("Eleven villagers died due to police firing in Nandi on Sunday.", "attack.civilians"),
    ],
)
def test_a_count_belongs_to_its_cause(sentence: str, type_: str) -> None:
    assert killed_in(read(sentence)) == {type_}
