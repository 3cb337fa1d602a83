"""The country of events without a place, and the persons who are killed once; sentences of our own."""

import pytest

from contested import Event
from tests.coding.reading import one, only, read, words

PERU = "Lima, 24 Oct 89 -- Peruvian police said on Tuesday that the mayor of Ayacucho had left Peru. "


def events(text: str, type_: str) -> list[Event]:
    return [event for event in read(text).events if event.type == type_]


def test_the_one_country_that_a_report_names_is_lent_to_what_it_gives_no_place_for() -> None:
    (event,) = events(PERU + "Two judges were murdered.", "attack.civilians")
    assert event.place is not None
    assert (event.place.country, event.place.precision) == ("PE", "country")


def test_claims_keep_what_they_state() -> None:
    assert one(read(PERU + "Two judges were murdered."), "attack.civilians").place is None


@pytest.mark.parametrize(
    "text",
    [
        "Two judges were murdered.",
        "Colombia and Peru signed the treaty in Lima. Officials from Bogota said two judges were murdered.",
        PERU + "The embassy of Chile said two judges were murdered.",
    ],
)
def test_nothing_is_lent_where_none_or_another_is_named(text: str) -> None:
    assert all(event.place is None for event in events(text, "attack.civilians"))


def test_a_place_that_is_given_is_kept() -> None:
    (event,) = events(PERU + "Two judges were murdered in Tacna.", "attack.civilians")
    assert event.place is not None and event.place.name == "Tacna"


def test_a_person_is_killed_once() -> None:
    text = (
        "Judge Carlos Rojas Medina was murdered on Monday. The bar association held a vigil. Schools were closed. "
        "Rojas was shot dead by two men."
    )
    assert len(events(text, "attack.civilians")) == 1


def test_who_was_hurt_is_not_who_did_it() -> None:
    for text in ("Two rebels were wounded and captured in Gao.", "Two drivers were shot and killed in Gao on Monday."):
        assert all(not words(claim, "actor") for claim in read(text).claims)


def test_who_laid_a_bomb_set_it_off() -> None:
    claim = one(read("A bomb planted by rebels exploded under a bridge in Gao on Monday."), "explosion.remote")
    assert words(claim, "actor") == ["rebels"]


def test_rebels_bomb_from_the_ground_and_air_forces_from_the_air() -> None:
    assert only(read("Rebels bombed an office in Gao on Monday."), "explosion.remote")
    assert only(read("The air force bombed an office in Gao on Monday."), "strike.air")


def test_a_claim_made_later_is_of_what_was_told_before() -> None:
    text = "A senator was kidnapped in Gao on Monday. Hours later, the Front claimed responsibility for the kidnapping."
    assert len(events(text, "abduction")) == 1


def test_years_of_fighting_are_no_battle() -> None:
    assert not only(read("After two decades of fighting, the death toll in Mali is staggering."), "battle.clash")


def test_whose_the_target_is_does_not_say_where_it_is() -> None:
    claim = one(read("Militants attacked U.S. properties on Monday."), "battle.offensive")
    assert claim.place is None


def test_two_who_are_said_to_have_killed_one_person_killed_him_once() -> None:
    text = (
        "Judge Ana Rojas Medina was murdered by soldiers in Gao, residents said. "
        "The mayor said Rojas was murdered by rebels."
    )
    assert len(events(text, "attack.civilians")) == 1
