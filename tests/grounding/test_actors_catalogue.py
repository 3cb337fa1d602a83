"""The reviewed catalogue: whole, known by name and day, on the right side."""

import time
from dataclasses import replace

import pytest

from contested.grounding.entities.catalogue import Catalogue, Term, catalogue, names_in, within
from contested.grounding.entities.countries import countries, countries_in


def test_the_packaged_catalogue_has_no_problems() -> None:
    assert catalogue().problems() == []


def test_problems_are_found() -> None:
    known = catalogue()
    tass = known.get("tass")
    assert tass is not None
    double = replace(tass, id="other", party="nowhere", type="rumour")
    broken = Catalogue({"tass": tass, "other": double}, {"SY": {"government": ["nobody"]}})
    found = "\n".join(broken.problems())
    for problem in (
        "unknown actor nobody",
        "claimed by tass and other",
        "unknown party nowhere",
        "unknown type rumour",
    ):
        assert problem in found


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Ansar Allah", "houthis"),
        ("Médecins Sans Frontières", "msf"),
        ("tatmadaw", "military:MM"),
        ("Tigray People’s Liberation Front", "tplf"),
        ("Revolutionary Armed Forces of Colombia", "farc"),
        ("March 23 Movement", "m23"),
    ],
)
def test_spellings_lead_to_the_actor(name: str, actor: str) -> None:
    assert [known.id for known in catalogue().named(name)] == [actor]


def test_an_abbreviation_may_have_several_bearers() -> None:
    assert {actor.id for actor in catalogue().named("SNA")} == {"sna", "military:SO"}


def test_sides_change_with_the_day() -> None:
    before, after = catalogue().sides("SY", "2024-12-01"), catalogue().sides("SY", "2025-03-01")
    assert (before["hts"], after["hts"]) == ("opposition", "government")
    assert catalogue().sides("AF", "2020-01-01")["taliban"] == "insurgent"


def test_sides_of_a_country_without_a_listed_war() -> None:
    assert catalogue().sides("NZ", None) == {"government:NZ": "government", "rebels": "opposition"}
    assert catalogue().sides(None, None) == {}


def test_terms_hold_within_their_days() -> None:
    term = Term("minister", "government:FR", "2012-05-16", "2016-02-11")
    assert term.holds("2013-06-05")
    assert not term.holds("2016-02-12")
    assert not term.holds(None)


def test_within_takes_months_and_years() -> None:
    assert within("2012-10-31", "2011-08", "2012-10")
    assert not within("2012-11-01", "2011-08", "2012-10")
    assert within("1994-01-01", "", "")


def test_names_are_found_over_a_broken_line() -> None:
    text = "aid from the World\n      Food Programme reached Gao"
    [(start, end, name)] = names_in(text)
    assert name == "world food programme"
    assert text[start:end] == "World\n      Food Programme"


def test_countries_are_told_by_how_they_are_named() -> None:
    found = [
        (said.code, said.how) for said in countries_in("South Sudanese officials met Malians; Kyiv and the Kremlin")
    ]
    assert found == [("SS", "adjective"), ("ML", "people"), ("UA", "capital"), ("RU", "seat")]
    assert countries()["CI"].name == "Ivory Coast"


def test_loading_is_quick() -> None:
    catalogue.cache_clear()
    start = time.perf_counter()
    catalogue()
    assert time.perf_counter() - start < 1.0
