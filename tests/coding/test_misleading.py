"""What must not be told as fact, of the wrong party or at the wrong place. All sentences are our own."""

import pytest

from tests.coding.reading import DAY, only, read, words


def _figures(text: str) -> list[tuple[str, str, object]]:
    return [(c.stance, c.modality, c.figure.low) for c in read(text).claims if c.figure is not None]


def test_a_massacre_committed_is_no_plan() -> None:
    (claim,) = only(read("Gunmen committed a massacre in the village of Bor on Monday."), "mass_killing")
    assert claim.modality == "actual"


def test_fighting_to_take_a_place_is_not_taking_it() -> None:
    claims = only(read("The army is fighting to recapture Homs."), "territory.government_gain", "control.held")
    assert all(claim.modality == "possible" for claim in claims)


def test_what_came_before_a_refusal_is_not_negated() -> None:
    reading = read("The ministry refuses to talk to them after 20 people were killed in clashes with rebels in Homs.")
    assert [claim.polarity for claim in only(reading, "battle.clash")] == ["+"]


def test_an_offensive_is_not_aimed_at_its_owner() -> None:
    reading = read("The rebels gave up their offensive against Aleppo on Monday.")
    assert not any("their" in words(claim, "target") for claim in reading.claims)


def test_a_country_before_embassy_is_no_place() -> None:
    reading = read("The bombing of the U.S. embassy in Nairobi on Monday killed nine people.")
    assert all(claim.place is None or claim.place.country == "KE" for claim in reading.claims)


def test_an_arrest_is_not_where_and_when_the_blast_was() -> None:
    reading = read("A man was arrested in connection with the bombings in Nairobi last year, police said.")
    arrests = only(reading, "detention")
    assert arrests
    assert all(claim.place is None and (claim.when is None or claim.when.high == DAY) for claim in arrests)


@pytest.mark.parametrize(
    "text", ["The death toll could reach 40 in Homs.", "Civilians may also have been injured in Homs."]
)
def test_a_count_that_may_be(text: str) -> None:
    assert {modality for _, modality, _ in _figures(text)} == {"possible"}


@pytest.mark.parametrize("text", ["No group has claimed the attack.", "No group has admitted carrying out the attack."])
def test_nobody_is_no_voice_and_no_culprit(text: str) -> None:
    reading = read(f"A bomb killed nine people in Kano on Monday. {text}")
    assert all(len(claim.voices) == 1 and not words(claim, "actor") for claim in reading.claims)


def test_the_toll_so_far_of_a_raid_that_is_to_go_on() -> None:
    text = "The minister vowed to continue the offensive near Homs that has left 30 people dead."
    assert ("asserts", "actual", 30) in _figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this report gave 140 dead in the shelling of Bor; that was wrong.",
        "A previous version of the story said that 140 people were killed in Bor. That was incorrect.",
        "The original article wrongly stated that 140 people were killed in Bor.",
    ],
)
def test_a_corrected_count_is_taken_back(text: str) -> None:
    assert {stance for stance, _, low in _figures(text) if low == 140} == {"retracts"}


def test_a_bomb_that_was_going_to_be_placed_has_not_gone_off() -> None:
    reading = read("Police believe that the bomb was going to be placed in a bank in Kano.")
    assert not any(claim.modality in ("actual", "ongoing") for claim in only(reading, "explosion.remote"))


def test_a_battalion_named_after_a_general_holds_no_office() -> None:
    reading = read("Three members of the General Pedro Salas Battalion were injured in clashes in Bor on Monday.")
    assert not [claim for claim in reading.claims if claim.kind == "role"]


def test_a_corrected_count_leaves_the_happening_standing() -> None:
    text = "An earlier version of this report gave 140 dead in the shelling of Bor; that was wrong."
    assert {claim.stance for claim in only(read(text), "strike.artillery")} <= {"asserts"}
