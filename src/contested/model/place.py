"""A reference to a place on the map."""

from dataclasses import dataclass
from typing import Literal

PlacePrecision = Literal["site", "town", "near", "admin2", "admin1", "country", "region", "line", "unknown"]
PLACE_PRECISIONS: tuple[PlacePrecision, ...] = (
    "site", "town", "near", "admin2", "admin1", "country", "region", "line", "unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place as far as it is known.

    Where nothing was resolved only `name` and `mention` are set: no match, no coordinates.
    """

    name: str
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    pcode: str | None = None
    feature: str | None = None
    precision: PlacePrecision = "unknown"
    score: float | None = None
    mention: str | None = None
