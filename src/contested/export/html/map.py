"""The places of a reading on a small map, each drawn as exactly as it is known and no more.

A town is a dot, a place near another a dashed ring, a province a shaded area, a country a lighter one. A district has
no outline here and is drawn as its province. What has no place on the map is listed under it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contested.export.html.frame import HEIGHT, WIDTH, Frame, Point, clipped, frame_around, surface
from contested.export.html.shapes import Area, Box, areas_of, areas_touching, borders, outlines
from contested.export.safe import clean
from contested.export.sitrep.words import country_name, place_words, word
from contested.model.place import PlaceRef
from contested.model.reading import Reading

FAR = 9.0
"""Degrees from the middle of the most told places beyond which a place is listed and not drawn: one conference in
Geneva would else shrink a whole war to a dot."""
TALKS = 0.1
"""What a claim on talks counts for where the map is cut to the places most told of: war is rarely where it is talked
about."""
ROOM_FOR_A_LETTER = 900.0
"""Square points of a country that have to be in view for each letter of its name."""
RADIUS, LETTER, LINE = 9.0, 8.5, 18.0
"""Points: half a dot's width, a letter's width and a line's height beside it."""
EDGE = 40.0
"""Points that a name's middle keeps from the edge."""
POINTS = {"town": "dot", "site": "dot", "near": "ring"}
"""How a place is drawn whose precision is that of a point."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A place and the claims about it. `number` stands on map and list, `name` beside a point with room for it."""

    number: int
    words: str
    precision: str
    shape: str
    claims: tuple[str, ...]
    name: str = ""
    at: Point | None = None
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map, at its middle."""

    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing of `width` by `height` points: `land` (and `disputed`), `borders` of countries, places `elsewhere`."""

    width: float
    height: float
    land: tuple[str, ...]
    borders: tuple[str, ...]
    disputed: tuple[str, ...]
    marked: tuple[Marked, ...]
    elsewhere: tuple[Marked, ...]
    labels: tuple[Label, ...]
    km: int
    bar: float


@dataclass(frozen=True, slots=True)
class _Spot:
    """One place of a reading, with its claims."""

    place: PlaceRef
    claims: tuple[str, ...]
    box: Box | None
    weight: float

    @property
    def is_wide(self) -> bool:
        """Whether it is a country: shaded where it is in view, but the map is not cut to it."""
        return self.place.precision == "country"

    @property
    def is_point(self) -> bool:
        return self.place.precision in POINTS and self.box is not None


def draw(reading: Reading) -> Map | None:
    """The map of a reading; None where no place of a claim can be drawn."""
    return draw_places(
        (claim.id, claim.place, TALKS if claim.kind == "diplomacy" else 1.0) for claim in reading.claims if claim.place
    )


def draw_places(told: Iterable[tuple[str, PlaceRef, float]]) -> Map | None:
    """The map of places, each with the id of what is told there and its weight; None where none can be drawn."""
    spots = sorted(_spots(told), key=lambda spot: -len(spot.claims))
    core = _core(spots)
    if not core:
        return None
    frame = frame_around([spot.box for spot in core if spot.box])
    shown = [spot for spot in spots if spot in core or (spot.is_wide and spot.box and spot.box.touches(frame.box))]
    rest = [spot for spot in spots if spot not in shown]
    marked = tuple(_named_where_free([_marked(spot, number, frame) for number, spot in enumerate(shown, 1)]))
    elsewhere = tuple(_marked(spot, number, None) for number, spot in enumerate(rest, len(shown) + 1))
    land = areas_touching(frame.box)
    km, bar = frame.bar()
    plain = [area for area in land if not area.is_disputed]
    disputed = tuple(_paths((area for area in land if area.is_disputed), frame))
    names = tuple(_countries(plain, frame))
    lines = tuple(path for border in borders(plain) for path in frame.lines(border))
    return Map(WIDTH, HEIGHT, tuple(_paths(plain, frame)), lines, disputed, marked, elsewhere, names, km, bar)


def _spots(told: Iterable[tuple[str, PlaceRef, float]]) -> Iterator[_Spot]:
    """Each place once: by its GeoNames id, else by its name and precision."""
    found: dict[tuple[object, ...], tuple[PlaceRef, list[tuple[str, float]]]] = {}
    for id_, place, weight in told:
        key = (place.geonames_id or place.name.casefold(), place.country, place.precision)
        found.setdefault(key, (place, []))[1].append((id_, weight))
    for place, here in found.values():
        yield _Spot(place, tuple(clean(id_) for id_, _ in here), _box(place), sum(weight for _, weight in here))


def _box(place: PlaceRef) -> Box | None:
    """What a place covers as far as it can be drawn; None where it cannot."""
    if place.precision in POINTS:
        if place.lat is None or place.lon is None:
            return None
        return Box(place.lon, place.lat, place.lon, place.lat)
    boxes = [area.box for area in _areas(place)]
    if not boxes:
        return None
    if place.lat is not None and place.lon is not None:  # islands far off do not widen the map
        near = [b for b in boxes if abs((b.west + b.east) / 2 - place.lon) < 2 * FAR]
        boxes = near or boxes
    return Box(
        min(b.west for b in boxes), min(b.south for b in boxes), max(b.east for b in boxes), max(b.north for b in boxes)
    )


def _areas(place: PlaceRef) -> list[Area]:
    """The areas to shade: the province where there is one of this name, else the country."""
    if place.precision in ("admin1", "admin2"):
        return areas_of(place.country, place.admin1 or place.name) or areas_of(place.country)
    return areas_of(place.country) if place.precision == "country" else []


def _core(spots: list[_Spot]) -> list[_Spot]:
    """What the map is cut to: the most told group of points and provinces, or of countries where that is all."""
    drawn = [spot for spot in spots if spot.box]
    chosen = [spot for spot in drawn if not spot.is_wide] or drawn
    groups = [[spot for spot in chosen if _is_near(spot, first)] for first in chosen]
    return max(groups, key=lambda group: sum(spot.weight for spot in group), default=[])


def _is_near(spot: _Spot, first: _Spot) -> bool:
    if spot.box is None or first.box is None:
        return False
    return spot.box.touches(Box(*(edge + sign * FAR for edge, sign in zip(first.box, (-1, -1, 1, 1), strict=True))))


def _marked(spot: _Spot, number: int, frame: Frame | None) -> Marked:
    place = spot.place
    words, precision = str(place_words(place)), str(word("place_precisions", place.precision))
    if frame is None or spot.box is None:
        where = f"{precision}, outside this map" if spot.box else f"{precision}, not drawn"
        return Marked(number, words, precision if place.precision == "unknown" else where, "none", spot.claims)
    if spot.is_point:
        at = frame.place(spot.box.west, spot.box.south)
        return Marked(number, words, precision, POINTS[place.precision], spot.claims, clean(place.name), at)
    areas, shape = _areas(place), "country" if spot.is_wide else "area"
    x, y = _middle(areas, frame) or (EDGE, EDGE)
    return Marked(number, words, precision, shape, spot.claims, "", (x, y + LINE), tuple(_paths(areas, frame)))


def _named_where_free(marked: Sequence[Marked]) -> Iterator[Marked]:
    """The points without the names that would run into another point or its name; the list has them all."""
    taken = [(at[0] - RADIUS, at[0] + RADIUS, at[1]) for point in marked if (at := point.at) and point.name]
    for point in marked:
        if point.at is None or not point.name:
            yield point
            continue
        left = point.at[0] + RADIUS
        right = left + LETTER * len(point.name)
        free = right < WIDTH and not any(
            left < ends and starts < right and abs(point.at[1] - y) < LINE for starts, ends, y in taken
        )
        if free:
            taken.append((left, right, point.at[1]))
        yield point if free else replace(point, name="")


def _paths(areas: Iterable[Area], frame: Frame) -> Iterator[str]:
    """The paths of the areas' parts that the frame shows."""
    for area in areas:
        for ring in outlines(area):
            if path := frame.path(ring):
                yield path


def _countries(land: Sequence[Area], frame: Frame) -> Iterator[Label]:
    """The name of each country in the middle of what the frame shows of it, if that is large enough to bear one."""
    by_country: dict[str, list[Area]] = {}
    for area in land:
        by_country.setdefault(area.country, []).append(area)
    for country, areas in by_country.items():
        name = country_name(country) or country
        seen = [size for area in areas for size, _ in _shown(area, frame)]
        middle = _middle(areas, frame)
        if middle and sum(seen) > ROOM_FOR_A_LETTER * len(name):
            yield Label(name, *middle)


def _middle(areas: Iterable[Area], frame: Frame) -> Point | None:
    """The middle of the parts of the areas that the frame shows, the larger ones counting more; None without any."""
    parts = [part for area in areas for part in _shown(area, frame)]
    whole = sum(size for size, _ in parts)
    if whole <= 0:
        return None
    x, y = (sum(size * middle[axis] for size, middle in parts) / whole for axis in (0, 1))
    return min(max(x, EDGE), WIDTH - EDGE), min(max(y, EDGE), HEIGHT - EDGE)


def _shown(area: Area, frame: Frame) -> Iterator[tuple[float, Point]]:
    """Size (square points) and middle of each part of an area that the frame shows."""
    for ring in outlines(area):
        cut = clipped([frame.place(*point) for point in ring])
        if len(cut) > 2 and (size := abs(surface(cut))) > 1:
            yield size, (sum(x for x, _ in cut) / len(cut), sum(y for _, y in cut) / len(cut))
