"""A case as a folder: the files that are asked for, and `datapackage.json` (Frictionless) that says what is in them."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec

from contested.export import flat
from contested.export.codec import to_json
from contested.export.dataset import columns, ged, geo
from contested.export.dataset.case import Case
from contested.export.reconciled import to_dict


@dataclass(frozen=True, slots=True)
class Part:
    """One file: its name, what it holds, and how it is made."""

    file: str
    title: str
    made: Callable[[Case], bytes]


def _text(write: Callable[[Case, StringIO], object]) -> Callable[[Case], bytes]:
    def made(case: Case) -> bytes:
        out = StringIO(newline="")
        write(case, out)
        return out.getvalue().encode("utf-8", "replace")

    return made


def _lines(case: Case) -> bytes:
    return b"".join(to_json(reading) + b"\n" for reading in case.readings)


def _events(case: Case) -> bytes:
    return b"".join(msgspec.json.encode(to_dict(event)) + b"\n" for event in case.events)


PARTS: dict[str, Part] = {
    "readings": Part("readings.jsonl", "Readings, one a line (contested/reading/1)", _lines),
    "events": Part("events.jsonl", "Events of all reports, one a line (contested/event/1)", _events),
    "claims": Part("claims.csv", "Claims, one a row", _text(lambda case, out: flat.write(case.rows(), out))),
    "hxl": Part(
        "claims.hxl.csv", "Claims with HXL hashtags", _text(lambda case, out: flat.write(case.rows(), out, hxl=True))
    ),
    "ged": Part("events.ged.csv", "Events with deaths in the columns of UCDP GED 24.1", _text(ged.write)),
    "geojson": Part("events.geojson", "Events as GeoJSON", geo.collection),
    "parquet": Part("claims.parquet", "Claims as Parquet", columns.parquet),
}
"""What can be exported, by the name it is asked for."""

ALL = tuple(name for name in PARTS if name != "parquet")
"""What is exported where nothing is asked for: all that needs no further library."""


def write(case: Case, folder: Path, parts: Iterable[str] = ALL) -> list[Path]:
    """Write the parts into the folder, with a description; the files written. OSError where that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [PARTS[name] for name in dict.fromkeys(parts)]
    written = []
    for part in chosen:
        path = folder / part.file
        path.write_bytes(part.made(case))
        written.append(path)
    description = folder / "datapackage.json"
    there = [_resource(part, folder) for part in PARTS.values() if (folder / part.file).exists()]
    described = {"profile": "data-package", "name": "contested-case", "resources": there}
    description.write_bytes(msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n")
    return [*written, description]


def _resource(part: Part, folder: Path) -> dict[str, Any]:
    path = folder / part.file
    kind = part.file.rsplit(".", 1)[1]
    resource: dict[str, Any] = {"name": part.file.rsplit(".", 1)[0].replace(".", "-") + f"-{kind}", "path": part.file}
    resource |= {"title": part.title, "format": kind, "encoding": "utf-8", "bytes": path.stat().st_size}
    if kind == "csv":
        with path.open(encoding="utf-8", newline="") as file:
            names = next(csv.reader(file))
        resource["schema"] = {"fields": [{"name": name, "type": "any"} for name in names]}
    return resource
