"""Where a happening is: in a place, beside it, or at a capital that is only described. All sentences are our own."""

import pytest

from contested.model.place import PlaceRef
from tests.coding.reading import read


def place(text: str) -> PlaceRef | None:
    """The place of the first event or count of the text that has one."""
    return next((c.place for c in read(text).claims if c.kind in ("event", "figure") and c.place), None)


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Shells killed four people in Goma on Tuesday.", "Goma", "town"),
        ("Shells killed four people near Goma on Tuesday.", "Goma", "near"),
        ("Shells killed four people outside Kharkiv on Tuesday.", "Kharkiv", "near"),
        ("Clashes broke out 10 km west of Goma on Tuesday.", "Goma", "near"),
        ("A convoy was ambushed between Gao and Ansongo on Tuesday.", "Gao", "near"),
        ("Gunmen killed six herders in Borno state, Nigeria, on Tuesday.", "Borno", "admin1"),
        ("Drones killed two soldiers in Ukraine on Tuesday.", "Ukraine", "country"),
    ],
)
def test_in_a_place_or_beside_it(text: str, name: str, precision: str) -> None:
    found = place(text)
    assert found is not None
    assert (found.name, found.precision) == (name, precision)


@pytest.mark.parametrize(
    ("text", "country", "name"),
    [
        ("Rockets killed two people in the Syrian capital on Tuesday.", "SY", "Syrian capital"),
        ("Rockets killed two people in Sudan's capital on Tuesday.", "SD", "Sudan's capital"),
        ("Rockets killed two people in the Haitian capital, police said.", "HT", "Haitian capital"),
    ],
)
def test_a_capital_that_is_only_described(text: str, country: str, name: str) -> None:
    found = place(text)
    assert found is not None
    assert (found.name, found.country, found.precision) == (name, country, "town")
    assert found.lat is not None


def test_a_capital_that_is_named_goes_by_its_name() -> None:
    found = place("Rockets killed two people in the Syrian capital Damascus on Tuesday.")
    assert found is not None
    assert found.name == "Damascus"


@pytest.mark.parametrize(
    "text",
    [
        "The al-Qaeda branch in Yemen killed six people on Tuesday.",
        "Hezbollah, the Iran-backed group, shelled a village on Tuesday.",
        "Gunmen of the Islamic State of Iraq and the Levant killed ten soldiers on Monday.",
        "Fighters of a Syria-based group attacked a checkpoint on Tuesday.",
        "Two people were killed outside the U.S. embassy on Tuesday.",
    ],
)
def test_where_a_body_is_at_home_is_not_where_it_acts(text: str) -> None:
    claims = [claim for claim in read(text).claims if claim.kind in ("event", "figure")]
    assert claims
    assert {claim.place and claim.place.country for claim in claims} == {None}


def test_the_town_of_a_dateline_is_no_party() -> None:
    reading = read(
        "CAIRO, May 14 - Rebels shelled Homs in Syria, killing six people. The government blamed the rebels."
    )
    speakers = {voice.name for claim in reading.claims for voice in claim.voices if voice.role == "speaker"}
    assert not any("Egypt" in name or "CAIRO" in name for name in speakers)
    assert {claim.place.country for claim in reading.claims if claim.place} == {"SY"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells killed four people in the Qqarda neighbourhood in Aleppo, Syria.", "Qqarda"),
        ("Mortars killed four people at Zzamba Square in Mogadishu on Tuesday.", "Zzamba Square"),
        ("A bomb killed four people in Mogadishu, Somalia.", "Mogadishu"),
    ],
)
def test_a_quarter_that_no_map_has_is_finer_than_its_town(text: str, name: str) -> None:
    found = place(text)
    assert found is not None
    assert found.name == name


def test_a_count_in_the_town_is_in_the_town_told_of() -> None:
    reading = read("Rebels shelled the town of Gao on Monday. Nine people were killed in the town, a nurse said.")
    (figure,) = [claim for claim in reading.claims if claim.figure]
    assert figure.place is not None and figure.place.name == "Gao"


def test_the_town_is_one_that_was_called_so_before_and_not_after() -> None:
    reading = read(
        "Rebels hold the town of Gao. The fighting is hard. Talks go on. Food is short. Rain fell. Roads are bad. "
        "The Red Cross asked to be let into the town on Monday. In the north the town of Kidal was shelled."
    )
    (asked,) = [claim for claim in reading.claims if claim.kind == "access"]
    assert asked.place is not None and asked.place.name == "Gao"
