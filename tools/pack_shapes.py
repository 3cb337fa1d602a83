"""Makes data/shapes/admin1.tsv.xz from Natural Earth's first-level areas: python tools/pack_shapes.py SHARED/refdata

Arcs (the borders between two areas) are simplified each by itself, so that neighbours still share their border, and
put on a grid of a hundredth of a degree. Islands too small to be seen are left out, but never an area's only part.
Each area gets the names that the gazetteer knows it by: both lists were made from the same shapes, and the
gazetteer's point of an area is its shape's centre.
"""

import gzip
import json
import lzma
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from pack_places import Ring, area, read_shapes, topology

DATA = Path(__file__).parent.parent / "src" / "contested" / "data"
GRID = 100
"""Steps a degree: about 1.1 km, less than a pixel of any map drawn of it."""
APART = {"SOL": "SO", "KAS": "", "KAB": "KZ", "ALD": "AX"}
"""Natural Earth's own codes of areas that would else be holes in the map, with the country whose code they get."""
SMALLEST_CORNER = 0.0012
"""Square degrees of the triangle at a corner below which the corner is left out (about 15 square kilometres)."""
SMALLEST_ISLAND = 0.012
"""Square degrees below which a further part of an area is left out (about 150 square kilometres)."""


def main(refdata: Path) -> None:
    topo = json.loads(gzip.decompress((refdata / "shapes" / "admin1_world_10pct.topo.json.gz").read_bytes()))
    arcs = [simplified(arc) for arc in absolute(topo)]
    parts = [list(rings_of(geometry)) for geometry in topo["objects"]["a1full"]["geometries"]]
    named = gazetteer_names()
    lines, used = [], set()
    for country, shapes in sorted(by_country(topo, refdata).items()):
        for shape in shapes:
            lon, lat = shape["centre"]
            own, admin1 = named.get((country, round(lat, 4), round(lon, 4)), (shape["name"], None))
            rings = seen(parts[shape["n"]], arcs)
            used |= {n if n >= 0 else ~n for ring in rings for n in ring}
            ring_cell = ";".join(" ".join(map(str, ring)) for ring in rings)
            cells = (country, admin1 or own or "", own or "", box(rings, arcs), ring_cell)
            lines.append("\t".join(cells))
    packed = [encoded(arc) if number in used else "" for number, arc in enumerate(arcs)]
    whole = "\n".join([str(len(packed)), *packed, *lines])
    target = DATA / "shapes" / "admin1.tsv.xz"
    target.write_bytes(lzma.compress(whole.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(len(arcs), "arcs,", len(lines), "areas,", len(whole), "characters,", target.stat().st_size, "bytes")


def by_country(topo: dict[str, Any], refdata: Path) -> dict[str, list[dict[str, Any]]]:
    """The shapes by country, with those that have no country of their own in ISO 3166."""
    found = read_shapes(refdata / "shapes" / "admin1_world_10pct.topo.json.gz")
    for shape in topology(topo, "a1full"):
        if shape["adm0_a3"] in APART:
            found[APART[shape["adm0_a3"]]].append(shape)
    return found


def gazetteer_names() -> dict[tuple[str, float, float], tuple[str, str | None]]:
    """(name, first-level area) of each area of the gazetteer by its country and point."""
    found: dict[tuple[str, float, float], tuple[str, str | None]] = {}
    for line in lzma.decompress((DATA / "gazetteer" / "areas.tsv.xz").read_bytes()).decode().splitlines():
        level, country, _, _, name, _, lat, lon, admin1 = line.split("\t")
        if level == "1":
            found[country, float(lat), float(lon)] = (name, name)
        else:
            found.setdefault((country, float(lat), float(lon)), (name, admin1 or None))
    return found


def absolute(topo: dict[str, Any]) -> list[Ring]:
    (sx, sy), (tx, ty) = topo["transform"]["scale"], topo["transform"]["translate"]
    arcs = []
    for arc in topo["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def rings_of(geometry: dict[str, Any]) -> Any:
    """The arc numbers of each outer ring."""
    kinds = {"Polygon": [geometry.get("arcs", [])], "MultiPolygon": geometry.get("arcs", [])}
    return (part[0] for part in kinds.get(geometry["type"], []))


def seen(rings: list[list[int]], arcs: list[Ring]) -> list[list[int]]:
    """The largest ring and every other that is large enough to be seen."""
    sized = sorted(((abs(area(stitched(ring, arcs))), n) for n, ring in enumerate(rings)), reverse=True)
    return [rings[n] for place, (size, n) in enumerate(sized) if place == 0 or size >= SMALLEST_ISLAND]


def box(rings: list[list[int]], arcs: list[Ring]) -> str:
    """West, south, east and north of the rings in grid steps."""
    points = [point for ring in rings for point in stitched(ring, arcs)]
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    return " ".join(str(round(edge * GRID)) for edge in (min(lons), min(lats), max(lons), max(lats)))


def stitched(numbers: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for n in numbers:
        ring += (arcs[n] if n >= 0 else arcs[~n][::-1])[bool(ring) :]
    return ring


def simplified(arc: Ring) -> Ring:
    """The arc without its flattest corners (Visvalingam); its ends stay, and a closed arc keeps four points."""
    points = list(arc)
    least = 4 if arc[0] == arc[-1] else 2
    while len(points) > least:
        corners = [corner(points[i - 1], points[i], points[i + 1]) for i in range(1, len(points) - 1)]
        smallest = min(range(len(corners)), key=corners.__getitem__)
        if corners[smallest] >= SMALLEST_CORNER:
            break
        del points[smallest + 1]
    return points


def corner(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def encoded(arc: Ring) -> str:
    """Grid steps from point to point, the first from 0,0."""
    steps, x, y = [], 0, 0
    for lon, lat in arc:
        gx, gy = round(lon * GRID), round(lat * GRID)
        if not steps or (gx, gy) != (x, y):
            steps.append(f"{gx - x} {gy - y}")
        x, y = gx, gy
    return ",".join(steps)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
