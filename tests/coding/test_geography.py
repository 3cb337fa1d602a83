"""Where places lie, and how parties stand to each other. All sentences are our own."""

import pytest

from contested import Claim
from tests.coding.reading import names, read

TOLD = "The village of Zawtar saw fighting on Monday. "


def relations(text: str, kind: str) -> list[Claim]:
    return [claim for claim in read(text).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "predicate", "km"),
    [
        (TOLD + "The village, near the border with Israel, is empty.", "near", None),
        (TOLD + "The village lies 12 km from Nabatieh.", "distance", 12.0),
        (TOLD + "The village is some 10 miles south of Nabatieh.", "distance", 16.1),
        ("Troops shelled the Lebanese village of Zawtar on Monday.", "in", None),
    ],
)
def test_where_a_place_lies(text: str, predicate: str, km: float | None) -> None:
    found = [claim.relation for claim in relations(text, "geography") if claim.relation]
    assert [(r.predicate, r.km) for r in found] == [(predicate, km)]


@pytest.mark.parametrize(
    "text",
    [
        "Police stopped a convoy in a village near the highway on Monday.",
        "Shells fell close to the soldiers in Nabatieh on Monday.",
        "Rebels marched 12 km from Nabatieh on Monday.",
    ],
)
def test_no_place_that_lies_anywhere(text: str) -> None:
    assert not relations(text, "geography")


def test_who_backs_whom() -> None:
    reading = read("Syrian troops backed by fighters of Hezbollah shelled Homs on Monday.")
    tie = next(claim.relation for claim in reading.claims if claim.kind == "relation")
    assert tie is not None and tie.predicate == "backs"
    assert names(reading, [tie.subject.entity or ""]) == {"Hezbollah"} and tie.object.text == "Syrian troops"


def test_a_hand_that_holds_is_a_holder() -> None:
    claims = read("Homs has been in rebel hands since 2012.").claims
    held = next(claim for claim in claims if claim.type == "control.held")
    assert [ref.text for ref in held.roles["controller"]] == ["rebel"]


def test_a_word_of_quantity_contradicts_no_count() -> None:
    reading = read("The ministry said hundreds were wounded in Homs. The UN said 1,500 people were wounded in Homs.")
    assert [q.verdict for q in reading.questions if q.slot == "wounded"] == ["variance"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Soldiers shot six villagers in Qqarda in Idlib province, Syria.", "Qqarda"),
        ("Soldiers shot six villagers in the village of Qqarda in Idlib, Syria.", "Qqarda"),
        ("Gunmen killed two guards at Zzamba crossing in North Kivu, DR Congo.", "Zzamba crossing"),
        ("Rebels bombed a mosque in Maiduguri in Borno state, Nigeria.", "Maiduguri"),
    ],
)
def test_a_village_that_no_map_has_is_finer_than_its_province(text: str, place: str) -> None:
    claim = next(claim for claim in read(text).claims if claim.kind == "event")
    assert claim.place is not None
    assert claim.place.name == place
    assert (claim.place.lat is None) == (place != "Maiduguri")
