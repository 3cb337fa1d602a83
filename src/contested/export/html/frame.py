"""The piece of the world that a map shows, and how degrees become points of the drawing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from contested.export.html.shapes import Box, Ring

WIDTH, HEIGHT = 640.0, 440.0
LEAST_DEGREES = 1.8
"""North to south at least (about 200 km): closer up the simplified borders would look more exact than they are."""
MARGIN = 0.18
"""Share of the drawn height and width that is added around the outermost places."""
BESIDE = 8.0
"""Points beyond the drawing's edge at which borders are cut, so that the cut is not seen."""
KM_A_DEGREE = 111.2
STEPS_KM = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A view in which a degree of longitude is as long as it is on the ground at the middle latitude."""

    box: Box
    scale: float
    shrink: float

    def place(self, lon: float, lat: float) -> Point:
        """The drawing's point for a place."""
        return (lon - self.box.west) * self.shrink * self.scale, (self.box.north - lat) * self.scale

    def path(self, ring: Ring) -> str:
        """The part of a ring inside the frame as the `d` of an SVG path; "" where there is none."""
        cut = clipped([self.place(*point) for point in ring])
        kept = _apart(cut)
        return _path(kept) + "Z" if len(kept) > 2 else ""

    def lines(self, line: Ring) -> Iterator[str]:
        """The stretches of a line that the frame shows, each as the `d` of an SVG path."""
        points = [self.place(*point) for point in line]
        stretch: list[Point] = []
        for before, here in pairwise(points):
            if _is_shown(before, here):
                stretch += [here] if stretch else [before, here]
            elif stretch:
                yield _path(stretch)
                stretch = []
        if stretch:
            yield _path(stretch)

    def bar(self) -> tuple[int, float]:
        """A round number of kilometres that takes up to a quarter of the width, and its length in the drawing."""
        longest = WIDTH / 4 / self.scale * KM_A_DEGREE
        km = max((step for step in STEPS_KM if step <= longest), default=STEPS_KM[0])
        return km, km / KM_A_DEGREE * self.scale


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _is_shown(a: Point, b: Point) -> bool:
    """Whether a piece of line may touch the drawing: its ends are not both beyond the same edge."""
    (ax, ay), (bx, by) = a, b
    return max(ax, bx) >= 0 and max(ay, by) >= 0 and min(ax, bx) <= WIDTH and min(ay, by) <= HEIGHT


def frame_around(boxes: Sequence[Box]) -> Frame:
    """A frame that shows all the boxes with a margin around them."""
    west, south = min(box.west for box in boxes), min(box.south for box in boxes)
    east, north = max(box.east for box in boxes), max(box.north for box in boxes)
    middle_lon, middle_lat = (west + east) / 2, (south + north) / 2
    shrink = max(cos(radians(min(abs(middle_lat), 75.0))), 0.2)
    wanted = 1 + 2 * MARGIN
    height = max((north - south) * wanted, (east - west) * wanted * shrink * HEIGHT / WIDTH, LEAST_DEGREES)
    scale = HEIGHT / height
    half_lon, half_lat = WIDTH / scale / shrink / 2, height / 2
    box = Box(middle_lon - half_lon, middle_lat - half_lat, middle_lon + half_lon, middle_lat + half_lat)
    return Frame(box, scale, shrink)


def surface(ring: list[Point]) -> float:
    """Square points inside a ring, negative for one drawn the other way round."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def clipped(ring: list[Point]) -> list[Point]:
    """The ring cut at the drawing's edge (Sutherland and Hodgman: one side after the other)."""
    for axis, edge, sign in ((0, -BESIDE, 1), (0, WIDTH + BESIDE, -1), (1, -BESIDE, 1), (1, HEIGHT + BESIDE, -1)):
        ring = list(_cut(ring, axis, edge, sign))
    return ring


def _cut(ring: list[Point], axis: int, edge: float, sign: int) -> Iterable[Point]:
    for before, here in zip(ring[-1:] + ring[:-1], ring, strict=True):
        was_in, is_in = (before[axis] - edge) * sign >= 0, (here[axis] - edge) * sign >= 0
        if was_in != is_in:
            yield _crossing(before, here, axis, edge)
        if is_in:
            yield here


def _crossing(a: Point, b: Point, axis: int, edge: float) -> Point:
    share = (edge - a[axis]) / (b[axis] - a[axis])
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _apart(ring: list[Point]) -> list[Point]:
    """Without the points that nobody could tell from the one before."""
    kept: list[Point] = []
    for x, y in ring:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 0.7:
            kept.append((x, y))
    return kept
