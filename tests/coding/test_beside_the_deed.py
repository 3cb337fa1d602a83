"""Victims, voices, places, days and counts that stand beside a deed and are not its own. All sentences are our own."""

import pytest

from tests.coding.reading import figures, only, read


@pytest.mark.parametrize(
    "text",
    [
        "Residents condemned the shelling of Homs on Monday, which left no casualties.",
        "Monday's attack on the port of Tripoli left no casualties.",
        "Investigators found evidence of an air strike on Aleppo.",
        "The regional paper advises us that rebels attacked a barracks in Goma on Monday.",
    ],
)
def test_an_attack_without_victims_took_place(text: str) -> None:
    acts = only(read(text), "battle.offensive", "strike.artillery", "strike.air")
    assert [(claim.polarity, claim.modality) for claim in acts] == [("+", "actual")]


def test_who_swears_that_he_has_not_done_it_plans_nothing() -> None:
    (claim,) = only(read("The rebels swore that they had not shelled Goma."), "strike.artillery")
    assert (claim.stance, claim.modality, claim.polarity) == ("asserts", "actual", "-")


@pytest.mark.parametrize(
    "text",
    [
        "State television also reported the explosion saying six people had been killed and 12 wounded in Kano.",
        "The governor said the truck bomb detonated in Kano, adding that the blast was followed by gunfire.",
        'They hid in a row of "mud and straw" huts near Kano Amnesty International said.',
        "The envoy spoke of the Qarna Massacre that claimed the lives of over 1,100 villagers.",
    ],
)
def test_things_and_happenings_have_no_voice(text: str) -> None:
    voices = {voice.name.lower() for claim in read(text).claims for voice in claim.voices}
    assert not any(word in name for name in voices for word in ("blast", "explosion", "bomb", "huts", "massacre")), (
        voices
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The commander was killed in a raid by US special forces on 26 May.", "US"),
        ("The fighting in a forest near the border with Georgia on Monday was fierce.", "Georgia"),
        ("Troops clashed near the border between Chad and Sudan on Monday.", "Chad"),
    ],
)
def test_whose_troops_or_border_it_is_says_not_where(text: str, wrong: str) -> None:
    acts = [claim for claim in read(text).claims if claim.kind == "event"]
    assert acts
    assert all(claim.place is None or claim.place.name != wrong for claim in acts)


def test_an_attack_in_response_to_an_old_one_is_not_of_that_day() -> None:
    text = "This attack was carried out in response to the death of a commander near Goma, on 29 October 2012."
    (claim,) = only(read(text), "battle.offensive")
    assert claim.when is None or claim.when.low != "2012-10-29"


def test_the_day_of_what_a_house_was_the_target_of() -> None:
    text = "Last April, the governor's home in Kandahar was the target of a bomb attack which wounded a guard."
    (claim,) = only(read(text), "explosion.remote")
    assert claim.when is not None and (claim.when.low or "")[5:7] == "04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Planes dropped 500-pound bombs on Goma.", []),
        ("The raids began last week in Goma and two policemen died in the town of Sake.", [2]),
    ],
)
def test_no_pounds_and_no_towns_are_counted(text: str, expected: list[int]) -> None:
    assert [low for _, _, low in figures(text)] == expected


def test_who_died_of_want_died_in_no_blast() -> None:
    reading = read(
        "A blast killed five people in Hama on Monday. Around 130 people have died of hunger in the province."
    )
    (blast,) = [event for event in reading.events if event.type.startswith("explosion")]
    hungry = {c.id for c in reading.claims if c.figure is not None and c.figure.low == 130}
    assert hungry and not hungry & {*blast.claims, *blast.figures}
