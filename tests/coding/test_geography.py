"""Where places lie, and how parties stand to each other. All sentences are our own."""

import pytest

from contested import Claim
from tests.coding.reading import names, read

TOLD = "The village of Zawtar saw fighting on Monday. "


def relations(text: str, kind: str) -> list[Claim]:
    return [claim for claim in read(text).claims if claim.kind == kind]


def told(text: str) -> list[tuple[str, str, str, float | None]]:
    found = [claim.relation for claim in relations(text, "geography") if claim.relation]
    return [(r.predicate, r.subject.text, r.object.text, r.km) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The village, near the border with Israel, is empty.",
            ("near", "The village", "the border with Israel", None),
        ),
        ("The village lies 12 km from Nabatieh.", ("distance", "The village", "Nabatieh", 12.0)),
        ("The village is some 10 miles south of Nabatieh.", ("distance", "The village", "Nabatieh", 16.1)),
        ("The village lies twelve kilometres (7 miles) from Tyre.", ("distance", "The village", "Tyre", 12.0)),
        ("Shells hit Nabatieh, 80 km south of Beirut.", ("distance", "Nabatieh", "Beirut", 80.0)),
        ("Shells hit Tyre, not far from the border with Israel.", ("near", "Tyre", "the border with Israel", None)),
        ("Shells hit Baalbek, located in the Bekaa region.", ("in", "Baalbek", "the Bekaa region", None)),
        ("Troops entered Tripoli in northern Lebanon.", ("in", "Tripoli", "Lebanon", None)),
        (
            "Troops left Marjayoun in the governorate of Nabatieh.",
            ("in", "Marjayoun", "the governorate of Nabatieh", None),
        ),
        ("Shells hit Baabda, a suburb of Beirut.", ("in", "Baabda", "Beirut", None)),
        ("Shells hit the Beirut suburb of Baabda.", ("in", "Baabda", "Beirut", None)),
        ("Gunmen seized Mosul on the Tigris River.", ("on", "Mosul", "Tigris River", None)),
        ("The village lies on the road to Tyre.", ("on", "The village", "the road to Tyre", None)),
        ("Gunmen raided Zahle east of the capital Beirut.", ("east_of", "Zahle", "the capital Beirut", None)),
        (
            "Raids hit northern Lebanon near the border with Syria.",
            ("near", "northern Lebanon", "the border with Syria", None),
        ),
        ("Shells hit Nabatieh, 70 km south-east of Beirut.", ("distance", "Nabatieh", "Beirut", 70.0)),
        (
            "Shells hit Marjayoun in the countryside of Nabatieh.",
            ("in", "Marjayoun", "the countryside of Nabatieh", None),
        ),
        ("Shells hit Akkar, which borders Syria.", ("near", "Akkar", "Syria", None)),
        ("The village is inhabited by Maronites.", ("inhabited_by", "The village", "Maronites", None)),
    ],
)
def test_where_a_place_lies(text: str, expected: tuple[str, str, str, float | None]) -> None:
    assert expected in told(TOLD + text)


def test_the_town_of_a_nation_lies_in_its_country() -> None:
    assert told("Troops shelled the Lebanese village of Zawtar on Monday.") == [("in", "Zawtar", "Lebanese", None)]


def test_facts_under_a_heading_are_about_the_place_in_the_heading() -> None:
    text = (
        "Rebels shelled Tyre on Monday, killing two soldiers, police said.\n\nPort of Tyre\n\n"
        "• Home of 60,000 people\n• Near the border with Israel\n\nThe army said it had shelled the rebels on Monday."
    )
    assert ("near", "Tyre", "the border with Israel", None) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police stopped a convoy in a village near the highway on Monday.",
        "Shells fell close to the soldiers in Nabatieh on Monday.",
        "Rebels marched 12 km from Nabatieh on Monday.",
        "Israel seized 12 square kilometres of the Bekaa region on Monday.",
        "The village of Zawtar, which may lie near the border, was shelled on Monday.",
        "The village of Zawtar is not near the border, the army said on Monday.",
        "Talks with Damascus in Geneva failed on Monday and troops shelled Homs.",
        "Shells fell on areas near the border with Israel on Monday.",
        "Troops shelled their positions in Lebanon on Monday.",
        "Raids hit Hezbollah's strongholds in Lebanon on Monday.",
        "Raids by Damascus near the border killed two on Monday.",
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
