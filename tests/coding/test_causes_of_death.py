"""Nobody who was stabbed, burnt or killed by a mob joins the police firing told of before them."""

import pytest

from tests.coding.reading import read

FIRING = "Police opened fire on protesters in Nairobi on Monday. "


def killed_by_firing(text: str) -> list[str]:
    """The words of the counts that belong to the firing."""
    reading = read(FIRING + text)
    home = {event.id for event in reading.events if event.type == "protest.excessive_force"}
    assert home, reading.events
    return [
        c.quote for c in reading.claims if c.figure is not None and c.figure.measure == "killed" and c.event in home
    ]


@pytest.mark.parametrize(
    "text",
    [
        "One man succumbed to stab wounds in hospital.",
        "Two others died at the hands of a mob.",
        "Three charred bodies were found later.",
        "Four people died in clashes between rival gangs.",
        "An estimated 300 people have been killed during these riots.",
        "The death toll in six days of violence has risen to 40.",
        "Two men were stabbed to death.",
        "A trader was killed by a mob.",
    ],
)
def test_another_cause_is_another_event(text: str) -> None:
    assert killed_by_firing(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed.",
        "At least 12 people died in the violence.",
        "Two people were killed when police fired on a mob.",
        "A student died of bullet wounds in hospital.",
    ],
)
def test_no_other_cause_stays(text: str) -> None:
    assert killed_by_firing(text)


def test_two_causes_are_two_events() -> None:
    reading = read("One man died of stab wounds in Leeds on Monday. Three charred bodies were found.")
    homes = [claim.event for claim in reading.claims if claim.figure is not None]
    assert len(set(homes)) == 2
