"""The packaged overlay says what the code expects of it."""

from contested.grounding.gazetteer.countries import countries
from contested.grounding.gazetteer.sources import admin1_name, areas, regions
from contested.grounding.nationalities import is_nationality, nationalities


def test_areas_of_both_levels_with_honest_points() -> None:
    found = areas()
    assert {area.level for area in found} == {1, 2}
    assert len(found) > 20_000
    assert all(abs(area.lat) <= 90 and abs(area.lon) <= 180 for area in found)
    assert all(area.geonames_id is None or area.geonames_id > 0 for area in found)


def test_first_level_by_code_and_by_other_spellings() -> None:
    assert admin1_name("SY", "11") == "Homs"
    assert admin1_name("SY", "Homs (Hims)") == "Homs"
    assert admin1_name("UA", "05") == "Donetsk"
    assert admin1_name("SY", "no such area") is None


def test_countries_have_english_names_first_and_names_in_other_scripts() -> None:
    found = {row.country: row for row in countries()}
    assert found["MM"].names[0] == "Myanmar"
    assert "Burma" in found["MM"].names
    assert "Судан" in found["SD"].names
    assert "سوريا" in found["SY"].names
    assert "Island" not in found["IS"].names


def test_regions_without_one_point_have_none() -> None:
    found = {row.names[0]: row for row in regions()}
    assert found["Mediterranean Sea"].lat is None
    assert found["Darfur"].country == "SD"


def test_demonyms() -> None:
    assert is_nationality("Yemenis")
    assert not is_nationality("Yemen")
    text = "Kurdish and South Sudanese officials met Malians."
    assert [(text[s:e], c) for s, e, c in nationalities(text)] == [
        ("Kurdish", None),
        ("South Sudanese", "SS"),
        ("Malians", "ML"),
    ]
