"""The map draws each place as exactly as it is known, and nothing that is not known at all."""

from dataclasses import replace

import pytest

from contested.export.html.frame import HEIGHT, WIDTH, clipped, frame_around
from contested.export.html.map import Map, Marked, draw
from contested.export.html.shapes import Box, _disputed, _packed, areas_of, areas_touching, outlines
from contested.model.place import PlaceRef
from contested.model.reading import Reading
from tests.export.made import KOSTI, kosti

PROVINCE = PlaceRef("White Nile", 408664, 13.0, 32.3, "SD", "White Nile", precision="admin1")
COUNTRY = PlaceRef("Sudan", 366755, 15.0, 30.0, "SD", precision="country")
RIVER = PlaceRef("White Nile", feature="STM", precision="line")
SILOS = PlaceRef("the grain silos")
GENEVA = PlaceRef("Geneva", 2660646, 46.2, 6.15, "CH", "Geneva", precision="town")


def about(*places: PlaceRef | None, kind: str = "event") -> Reading:
    """A reading with a claim about each of the places."""
    first = kosti().claims[0]
    claims = tuple(replace(first, id=f"c{n}", kind=kind, place=place) for n, place in enumerate(places, 1))
    return replace(kosti(), claims=claims, events=(), questions=())


def drawn(*places: PlaceRef | None) -> Map:
    found = draw(about(*places))
    assert found is not None
    return found


def one(*places: PlaceRef) -> Marked:
    (found,) = drawn(*places).marked
    return found


def test_a_town_is_a_dot() -> None:
    town = one(KOSTI)
    assert (town.shape, town.name, town.paths) == ("dot", "Kosti", ())
    assert town.at is not None and 0 < town.at[0] < WIDTH and 0 < town.at[1] < HEIGHT


def test_near_a_town_is_a_ring() -> None:
    assert one(replace(KOSTI, precision="near")).shape == "ring"


@pytest.mark.parametrize("place", [PROVINCE, replace(PROVINCE, name="Rabak district", precision="admin2")])
def test_a_province_is_an_area_and_never_a_dot(place: PlaceRef) -> None:
    province = one(place)
    assert province.shape == "area"
    assert province.paths and all(path.startswith("M") for path in province.paths)


def test_a_province_that_has_no_outline_is_drawn_as_its_country() -> None:
    unknown = one(replace(PROVINCE, admin1="New Province", name="New Province"))
    assert unknown.shape == "area"
    assert len(unknown.paths) > 1


def test_a_country_is_an_area_and_does_not_widen_a_map_of_towns() -> None:
    found = drawn(COUNTRY, KOSTI)
    assert {place.shape for place in found.marked} == {"country", "dot"}
    assert found.km == drawn(KOSTI).km


@pytest.mark.parametrize("place", [RIVER, SILOS, replace(KOSTI, geonames_id=1, lat=None, lon=None)])
def test_what_has_no_point_or_outline_is_listed_and_not_drawn(place: PlaceRef) -> None:
    assert draw(about(place)) is None
    found = drawn(KOSTI, place)
    assert [p.words for p in found.marked] == ["Kosti, White Nile, Sudan"]
    assert len(found.elsewhere) == 1
    assert found.elsewhere[0].at is None


def test_no_claim_with_a_place_no_map() -> None:
    assert draw(about(None)) is None


def test_a_far_conference_does_not_shrink_the_war() -> None:
    found = drawn(GENEVA, KOSTI, KOSTI)
    assert [p.words for p in found.elsewhere] == ["Geneva, Switzerland"]
    talks = replace(about(GENEVA, GENEVA, KOSTI), claims=(
        *about(GENEVA, GENEVA, kind="diplomacy").claims, *about(KOSTI).claims,
    ))  # fmt: skip
    cut = draw(talks)
    assert cut is not None and [p.words for p in cut.marked] == ["Kosti, White Nile, Sudan"]


def test_each_place_once_with_all_its_claims() -> None:
    assert one(KOSTI, KOSTI).claims == ("c1", "c2")


def test_names_do_not_run_into_each_other() -> None:
    close = replace(KOSTI, name="Rabak", geonames_id=1, lon=32.7)
    assert [p.name for p in drawn(KOSTI, KOSTI, close).marked].count("") >= 1


@pytest.mark.parametrize("country", ["SY", "SD", "PS", "UA", "CD", "XK"])
def test_countries_have_their_outlines(country: str) -> None:
    found = areas_of(country)
    assert found
    for area in found:
        ring = next(outlines(area))
        assert ring[0] == ring[-1] and len(ring) >= 4
        assert all(area.box.west - 0.02 <= x <= area.box.east + 0.02 for x, _ in ring)
    assert areas_of(None) == areas_of("SY", "No Such Place") == []


def test_a_disputed_area_is_no_countrys() -> None:
    assert "Crimea" not in {area.name for area in areas_of("RU")} | {area.name for area in areas_of("UA")}
    (crimea,) = areas_of("RU", "Crimea")
    assert crimea.is_disputed
    yalta = PlaceRef("Yalta", 688533, 44.5, 34.16, "UA", precision="town")
    found = drawn(yalta)
    assert len(found.disputed) >= 1
    assert "Russia" not in {label.words for label in found.labels}


@pytest.mark.parametrize(("country", "name"), sorted(_disputed()))
def test_every_area_of_the_list_has_an_outline(country: str, name: str) -> None:
    assert [area for area in _packed()[1] if (area.country, area.name) == (country, name)]


def test_areas_are_found_by_where_they_lie() -> None:
    assert ("SD", "White Nile") in {(area.country, area.name) for area in areas_touching(Box(32.6, 13.1, 32.7, 13.2))}


def test_a_frame_keeps_its_places_inside() -> None:
    for boxes in ([Box(32, 13, 32, 13)], [Box(-170, -60, 170, 80)], [Box(10, 50, 11, 50.1), Box(12, 58, 12, 58)]):
        frame = frame_around(boxes)
        for box in boxes:
            for point in (frame.place(box.west, box.south), frame.place(box.east, box.north)):
                assert 0 <= point[0] <= WIDTH and 0 <= point[1] <= HEIGHT


def test_borders_are_drawn_between_countries_only() -> None:
    qusair = PlaceRef("Qusair", 173322, 34.51, 36.58, "SY", "Homs", precision="town")
    assert drawn(qusair).borders
    assert not drawn(KOSTI).borders  # the map around Kosti lies within Sudan


def test_a_line_is_left_out_where_it_is_out_of_sight() -> None:
    frame = frame_around([Box(32, 13, 34, 14)])
    box = frame.box
    inside, outside = (box.west + 0.1, box.south + 0.1), (box.west - 9.0, box.south - 9.0)
    further = (box.west - 10.0, box.south - 9.5)
    assert list(frame.lines([outside, further])) == []
    assert len(list(frame.lines([inside, outside, further, outside, inside]))) == 2


def test_outlines_are_cut_at_the_edge() -> None:
    huge = [(-5000.0, -5000.0), (5000.0, -5000.0), (5000.0, 5000.0), (-5000.0, 5000.0)]
    cut = clipped(huge)
    assert {abs(x - WIDTH / 2) <= WIDTH / 2 + 10 and abs(y - HEIGHT / 2) <= HEIGHT / 2 + 10 for x, y in cut} == {True}
    assert clipped([(-50.0, -50.0), (-40.0, -50.0), (-40.0, -40.0)]) == []
