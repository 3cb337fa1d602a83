"""Events as GeoJSON (RFC 7946): a point where the reports name one, and none where they name no more than an area."""

from typing import Any

import msgspec

from contested.export.dataset.case import Case
from contested.model.place import PlaceRef
from contested.model.reconciled import SharedEvent

POINTS = frozenset({"site", "town", "near"})
"""Precisions that a point may show. A province's or country's middle is nobody's statement."""


def collection(case: Case) -> bytes:
    """A FeatureCollection, one feature an event, `geometry` null where there is no point to show."""
    features = [feature(case, event) for event in case.events]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features})


def feature(case: Case, event: SharedEvent) -> dict[str, Any]:
    """One event with what it is, who says so, and how it is disputed."""
    killed = event.best.get("killed")
    properties = {
        "type": event.type,
        "status": event.status,
        "actors": list(event.actors),
        "targets": list(event.targets),
        "place": event.place.name if event.place else None,
        "country": event.place.country if event.place else None,
        "admin1": event.place.admin1 if event.place else None,
        "precision": event.place.precision if event.place else None,
        "day_low": event.when.low if event.when else None,
        "day_high": event.when.high if event.when else None,
        "killed": msgspec.to_builtins(killed) if killed else None,
        "outlets": sorted({case.reports[r].source or r for r in event.reports if r in case.reports}),
        "verdicts": {question.slot: question.verdict for question in event.questions},
        "claims": [f"{ref.report}#{ref.claim}" for ref in event.claims],
    }
    return {"type": "Feature", "id": event.id, "geometry": _point(event.place), "properties": properties}


def _point(place: PlaceRef | None) -> dict[str, Any] | None:
    if place is None or place.precision not in POINTS or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}
