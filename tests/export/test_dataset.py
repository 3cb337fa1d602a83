"""A case as files: GED's columns, GeoJSON, flat claims with HXL hashtags, Parquet, and the description beside them."""

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

from contested.export.dataset import columns, ged, geo, package
from contested.export.dataset.case import Case
from contested.model.claim import Figure, When
from contested.model.place import PlaceRef
from contested.model.reconciled import ClaimRef, Range, SharedEvent
from tests.export.made import KOSTI, NARRATOR, claim, kosti, unreadable

DAY = When("2024-05-07", "2024-05-07", "day", "stated")
REPORT = str(kosti().report.id)


def event(**other: Any) -> SharedEvent:
    """A clash with three to five dead, told by the one report."""
    fields: dict[str, Any] = {
        "id": "e1", "type": "battle.clash", "reports": (REPORT,), "place": KOSTI, "when": DAY,
        "claims": tuple(ClaimRef(REPORT, c.id) for c in kosti().claims), "best": {"killed": Range(3, 4, 5)},
        "actors": ("rsf", "sudan-government"),
    }  # fmt: skip
    return SharedEvent(**(fields | other))


def rows(*events: SharedEvent) -> list[dict[str, Any]]:
    return list(ged.ged_rows(Case.of([kosti()], events)))


def test_a_lethal_event_is_one_row_in_geds_columns() -> None:
    out = StringIO()
    assert ged.write(Case.of([kosti()], [event()]), out) == 1
    (row,) = csv.DictReader(StringIO(out.getvalue()))
    assert tuple(row) == ged.COLUMNS
    assert (row["low"], row["best"], row["high"]) == ("3", "4", "5")
    assert (row["date_start"], row["date_prec"], row["where_prec"]) == ("2024-05-07", "1", "1")
    assert row["country"] == "SD"


def test_the_state_is_side_a_and_a_number_nobody_gives_stays_empty() -> None:
    (row,) = rows(event())
    assert (row["side_a"], row["side_b"], row["type_of_violence"]) == ("sudan-government", "rsf", 1)
    assert "conflict_new_id" not in row
    assert "deaths_a" not in row


def test_violence_against_civilians_is_one_sided() -> None:
    (row,) = rows(event(type="attack.civilians", actors=("rsf",), civilian_targeting=True))
    assert (row["side_a"], row["side_b"], row["type_of_violence"]) == ("rsf", "Civilians", 3)


@pytest.mark.parametrize(
    "other",
    [
        {"best": {}},
        {"best": {"killed": Range(0, 0, 0)}},
        {"best": {"killed": Range(None, None, None)}},
        {"status": "planned"},
        {"status": "denied"},
        {"type": "talks.meeting"},
    ],
)
def test_what_killed_nobody_has_no_row(other: dict[str, Any]) -> None:
    assert rows(event(**other)) == []


def test_a_best_figure_nobody_agrees_on_stays_empty() -> None:
    (row,) = rows(event(best={"killed": Range(3, None, 40)}))
    assert row["best"] is None
    assert "deaths_unknown" not in row


def test_deaths_are_split_only_where_all_that_is_said_agrees() -> None:
    base = kosti()
    dead = [
        claim("c91", "bridge", "figure", figure=Figure("killed", 1, 1, 1, category="civilians")),
        claim("c92", "drone", "figure", figure=Figure("killed", 2, 2, 2, whose="rsf")),
        claim("c93", "silos", "figure", figure=Figure("killed", 7, 7, 7, whose="sudan-government")),
        claim("c94", "port", "figure", figure=Figure("killed", 9, 9, 9, whose="sudan-government")),
    ]
    reading = replace(base, claims=(*base.claims, *dead))
    refs = tuple(ClaimRef(REPORT, c.id) for c in dead)
    (row,) = ged.ged_rows(Case.of([reading], [event(claims=refs, best={"killed": Range(3, 12, 20)})]))
    assert (row["deaths_civilians"], row["deaths_b"], row.get("deaths_a")) == (1, 2, None)
    assert row["deaths_unknown"] == 9


@pytest.mark.parametrize(
    ("low", "high", "precision"),
    [
        ("2024-05-07", "2024-05-07", 1),
        ("2024-05-06", "2024-05-08", 2),
        ("2024-05-06", "2024-05-12", 3),
        ("2024-05-01", "2024-05-31", 4),
        ("2024-01-01", "2024-12-31", 5),
    ],
)
def test_days_have_geds_precision(low: str, high: str, precision: int) -> None:
    assert rows(event(when=When(low, high)))[0]["date_prec"] == precision


def test_an_open_day_is_no_day() -> None:
    assert "date_start" not in rows(event(when=When(None, "2024-05-07")))[0]


def test_cells_of_prio_grid() -> None:
    assert ged.priogrid(-90, -180) == 1
    assert ged.priogrid(13.16, 32.66) == int((13.16 + 90) * 2) * 720 + int((32.66 + 180) * 2) + 1
    assert ged.priogrid(90, 180) == 360 * 720


def test_a_point_is_shown_only_where_the_reports_name_one() -> None:
    area = PlaceRef("White Nile", None, 13.0, 32.0, "SD", "White Nile", precision="admin1")
    found = json.loads(geo.collection(Case.of([kosti()], [event(), event(id="e2", place=area), event(place=None)])))
    assert found["type"] == "FeatureCollection"
    first, second, third = (feature["geometry"] for feature in found["features"])
    assert first == {"type": "Point", "coordinates": [32.66, 13.16]}
    assert second is None
    assert third is None
    assert found["features"][1]["properties"]["precision"] == "admin1"


def test_the_hxl_table_is_one_that_libhxl_reads(tmp_path: Path) -> None:
    import hxl

    package.write(Case.of([kosti()]), tmp_path, ["hxl"])
    data = hxl.data(str(tmp_path / "claims.hxl.csv"), hxl.InputOptions(allow_local=True))
    assert len(data.display_tags) == len(set(data.display_tags)) > 30
    assert len(list(data)) == len(kosti().claims)
    assert hxl.validate(data)["is_valid"]


def test_parquet_has_the_columns_with_their_types() -> None:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(BytesIO(columns.parquet(Case.of([kosti()]))))
    assert table.num_rows == len(kosti().claims)
    assert str(table.schema.field("low").type) == "double"
    assert str(table.schema.field("start").type) == "int64"
    assert table.column("quote").to_pylist() == [c.quote for c in kosti().claims]


def test_a_folder_says_what_is_in_it(tmp_path: Path) -> None:
    written = package.write(Case.of([kosti(), unreadable()], [event()]), tmp_path)
    assert all(path.exists() for path in written)
    described = json.loads((tmp_path / "datapackage.json").read_text())
    assert {resource["path"] for resource in described["resources"]} == {p.name for p in written[:-1]}
    assert all(resource["bytes"] == (tmp_path / resource["path"]).stat().st_size for resource in described["resources"])
    assert len((tmp_path / "readings.jsonl").read_text().splitlines()) == 1


def test_what_was_written_before_stays_described(tmp_path: Path) -> None:
    package.write(Case.of([kosti()]), tmp_path, ["claims"])
    package.write(Case.of([kosti()]), tmp_path, ["geojson"])
    described = json.loads((tmp_path / "datapackage.json").read_text())
    assert [resource["path"] for resource in described["resources"]] == ["claims.csv", "events.geojson"]


def test_claims_of_other_reports_are_nobodys() -> None:
    case = Case.of([kosti()], [event(claims=(ClaimRef("elsewhere", "c1"),))])
    assert case.claims_of(case.events[0]) == []
    assert NARRATOR.name
