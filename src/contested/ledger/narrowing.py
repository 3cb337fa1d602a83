"""What claims and events are both narrowed down by: a type or its family, days, an area."""

from typing import Any, Protocol

from sqlalchemy import ColumnElement, Select, func

Box = tuple[float, float, float, float]
"""South, west, north, east, in degrees."""


class Narrowed(Protocol):
    """The days (inclusive) and the area that are asked for; None takes everything."""

    @property
    def since(self) -> str | None: ...
    @property
    def until(self) -> str | None: ...
    @property
    def box(self) -> Box | None: ...


def of_type(column: Any, wanted: str) -> ColumnElement[bool]:
    """Whether the column holds the type, or one of the family of that name ("strike" takes in strike.air)."""
    found: ColumnElement[bool] = (column == wanted) | ((column >= wanted + ".") & (column < wanted + "/"))
    return found


def where_and_when(query: Select[Any], c: Any, wanted: Narrowed) -> Select[Any]:
    """The rows of the columns `c` whose days touch those wanted, and whose point lies in the area."""
    if wanted.since is not None:
        query = query.where(func.coalesce(c.day_high, c.day_low) >= wanted.since)
    if wanted.until is not None:
        query = query.where(func.coalesce(c.day_low, c.day_high) <= wanted.until)
    if wanted.box is not None:
        south, west, north, east = wanted.box
        query = query.where(c.lat.between(south, north), c.lon.between(west, east))
    return query
