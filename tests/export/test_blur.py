"""Places of clinics, shelters and witnesses go down to their province, in the text too where that is asked for."""

from dataclasses import replace
from typing import Any

import pytest

from contested.export.blur import WITHHELD, blur, blur_rows
from contested.export.check import problems
from contested.export.codec import to_dict, to_json
from contested.export.html.page import render
from contested.model.claim import Claim, Ref, Relation, Voice
from contested.model.grounding import Entity, Mention
from contested.model.place import PlaceRef
from contested.model.question import Position, Question
from contested.model.reading import Reading
from contested.model.report import Report
from contested.model.text import Block
from tests.export.made import unreadable

TEXT = """Shells hit clinic as front moves west

The Northern Clinic in Bir Zaytun was hit twice on Monday. Army guns stand at Tell Qamh, the governor said.
"We slept in the cellar," said Salma Haddad, a teacher from Wadi Lawz. Haddad has left since.
The front is now at Marsa, a town 12 km from Bir Zaytun."""
HOME = {"country": "SY", "admin1": "Homs"}
BIR = PlaceRef("Bir Zaytun", 11, 34.1, 36.1, **HOME, admin2="Qara", pcode="SY0401", feature="PPL", precision="town")
TELL = PlaceRef("Tell Qamh", 12, 34.2, 36.2, **HOME, precision="town")
WADI = PlaceRef("Wadi Lawz", 13, 34.3, 36.3, **HOME, precision="town")
MARSA = PlaceRef("Marsa", 14, 34.4, 36.4, **HOME, precision="town")
NARRATOR = Voice("Coast Wire", role="narrator")


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def claim(id_: str, words: str, place: PlaceRef | None, *voices: Voice, **more: Any) -> Claim:
    kind = more.pop("kind", "event")
    return Claim(id_, kind, *at(words), words, (NARRATOR, *voices), place=place, **more)


def made() -> Reading:
    """A clinic in Bir Zaytun, a witness from Wadi Lawz, guns at Tell Qamh, a front at Marsa."""
    blocks = (
        Block(*at("Shells hit clinic as front moves west"), "title"),
        Block(at("The Northern")[0], len(TEXT), "body"),
    )
    report = Report(
        "r", TEXT, blocks, "Coast Wire", "https://news.example/bir-zaytun", "Shells hit clinic as front moves west"
    )
    salma = Voice("Salma Haddad", "e1", None, "speaker", *at("Salma Haddad, a teacher from Wadi Lawz"))
    governor = Voice("governor", None, None, "speaker", *at("the governor"))
    mentions = tuple(
        Mention(f"m{n}", *at(place.name), "place", None, replace(place, mention=f"m{n}"))
        for n, place in enumerate((BIR, TELL, WADI, MARSA), 1)
    )
    distance = Relation(
        "distance",
        Ref("Marsa", *at("Marsa, a")[:1], at("Marsa, a")[0] + 5),
        Ref("Bir Zaytun", *at("Bir Zaytun.")[:1], at("Bir Zaytun.")[0] + 10),
        12.0,
    )
    claims = (
        claim("c1", "The Northern Clinic in Bir Zaytun was hit twice", BIR),
        claim("c2", "Army guns stand at Tell Qamh", TELL, governor),
        claim("c3", "We slept in the cellar", WADI, salma),
        claim("c4", "The front is now at Marsa", MARSA),
        claim("c5", "a town 12 km from Bir Zaytun", MARSA, kind="geography", relation=distance),
    )
    where = Question(
        "q1", "the hit on Bir Zaytun", "place", None, (Position("Bir Zaytun", ("c1",)),), "single_voice", 1
    )
    entities = (Entity("e1", "Salma Haddad", "person"), Entity("e2", "Bir Zaytun", "place", ids={"geonames": 11}))
    return Reading(report, TEXT, blocks, entities, mentions, claims=claims, questions=(where,))


def places(reading: Reading) -> dict[str, PlaceRef]:
    return {one.id: one.place for one in (*reading.claims, *reading.mentions) if one.place}


def test_a_clinics_and_a_witnesss_place_become_their_province() -> None:
    found = places(blur(made(), "places"))
    for id_ in ("c1", "c3", "m1", "m3"):
        assert found[id_] == PlaceRef("Homs", country="SY", admin1="Homs", precision="admin1"), id_


def test_other_places_stay_as_exact_as_they_are() -> None:
    found = places(blur(made(), "places"))
    assert found["c2"] == TELL
    assert found["m2"].lat == TELL.lat


def test_without_a_province_it_is_the_country_and_without_one_nothing() -> None:
    first, *rest = made().claims
    for place, name, precision in (
        (replace(BIR, admin1=None), "Syria", "country"),
        (PlaceRef("Bir Zaytun"), WITHHELD, "unknown"),
    ):
        blurred = blur(replace(made(), claims=(replace(first, place=place), *rest)), "places").claims[0].place
        assert blurred is not None
        assert (blurred.name, blurred.precision, blurred.lat) == (name, precision, None)


def test_the_place_is_no_answer_and_no_id_any_more() -> None:
    blurred = blur(made(), "places")
    assert blurred.questions[0].positions[0].value == WITHHELD
    assert "geonames" not in blurred.entities[1].ids


def test_places_keeps_every_word() -> None:
    blurred = blur(made(), "places")
    assert blurred.text == TEXT
    assert [c.quote for c in blurred.claims] == [c.quote for c in made().claims]


def test_words_masks_names_of_place_site_and_witness_everywhere() -> None:
    line = to_json(blur(made(), "words")).decode()
    for name in ("Bir Zaytun", "bir-zaytun", "Wadi Lawz", "Salma", "Haddad", "Northern", "34.1", "36.3", "12 km"):
        assert name not in line, name
    for name in ("Tell Qamh", "Marsa", "a teacher from", "governor"):
        assert name in line, name


@pytest.mark.parametrize("how", ["places", "words"])
def test_what_comes_out_keeps_the_contract(how: Any) -> None:
    blurred = blur(made(), how)
    assert problems(to_dict(blurred)) == problems(to_dict(made())) == []
    assert len(blurred.text) == len(TEXT)
    assert all(blurred.text[c.start : c.end] == c.quote for c in blurred.claims)


def test_a_warning_says_so_and_the_page_shows_it() -> None:
    blurred = blur(made(), "places")
    assert isinstance(blurred.report, Report)
    assert blurred.report.warnings == (
        "2 places of clinics, shelters or witnesses blurred to province or country; no words masked",
    )
    html = render([blurred])
    assert blurred.report.warnings[0] in html
    assert '<g class="area"' in html


def test_where_there_is_nothing_to_hide_nothing_changes() -> None:
    plain = replace(made(), claims=made().claims[1:2], text="x" * len(TEXT))
    assert blur(plain, "places") is plain
    assert blur(unreadable(), "words") == unreadable()


def test_a_person_who_speaks_for_a_body_is_no_witness() -> None:
    official = replace(made().claims[2], voices=(NARRATOR, replace(made().claims[2].voice, for_="e2")))
    only = replace(made(), claims=(official,))
    assert places(blur(only, "places"))["c3"] == WADI


def test_a_claim_whose_report_has_changed_is_blurred_to_be_safe() -> None:
    row = {**to_dict(made())["claims"][1], "report": "r", "id": "c77"}
    (places,) = blur_rows([row], lambda _: to_dict(made()), "places")
    assert (places["place"]["name"], places["place"]["lat"], places["quote"]) == ("Homs", None, row["quote"])
    (words,) = blur_rows([row], lambda _: None, "words")
    assert words["quote"] == "" and words["voices"] == []
