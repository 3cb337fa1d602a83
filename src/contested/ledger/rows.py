"""A reading in the contract's JSON as rows of the tables."""

import json
from collections.abc import Iterator
from typing import Any

from contested.ledger.identity import Plain

Row = dict[str, Any]


def compact(value: Any) -> str:
    """JSON in one line of plain ASCII, which every database takes, half surrogate pairs and all."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def storable(text: str | None) -> str | None:
    """The text for a column that is searched: without the few characters that a database refuses."""
    return None if text is None else text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def report_row(report: Plain) -> Row:
    """What a report says of itself; its names and moments are the writer's."""
    return {name: storable(report.get(name)) for name in ("source", "url", "title", "published_at", "language")}


def without_claims(reading: Plain) -> str:
    """The reading's JSON with an empty list for its claims, which have rows of their own."""
    return compact({**reading, "claims": []})


def claim_row(claim: Plain, report: Plain) -> Row:
    """The claim's JSON and the values it is looked up by."""
    place, when, figure = (claim.get(part) or {} for part in ("place", "when", "figure"))
    return {
        "local_id": claim["id"],
        "kind": claim["kind"],
        "type": claim["type"],
        "stance": claim["stance"],
        "polarity": claim["polarity"],
        "modality": claim["modality"],
        "speaker": folded(claim["voices"][-1]["name"]) if claim["voices"] else "narrator",
        "source": folded(report.get("source")),
        "place": folded(place.get("name")),
        "country": place.get("country"),
        "geonames_id": place.get("geonames_id"),
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "day_low": when.get("low"),
        "day_high": when.get("high"),
        "published_at": report.get("published_at"),
        "measure": figure.get("measure"),
        "num_low": figure.get("low"),
        "num_high": figure.get("high"),
        "event": claim.get("event"),
        "start": claim["start"],
        "end": claim["end"],
        "quote": storable(claim["quote"]),
        "method": claim["method"],
        "score": claim.get("score"),
        "json": compact(claim),
    }


def actor_rows(claim: Plain, entities: dict[str, Plain]) -> Iterator[Row]:
    """One row a role and name, folded for look-up: who does it, to whom, and whose party that is."""
    seen = set()
    for role, fillers in claim["roles"].items():
        for filler in fillers or ():
            entity = entities.get(filler.get("entity") or "", {})
            name = folded(entity.get("name") or filler["text"]) or ""
            if (role, name) not in seen:
                seen.add((role, name))
                yield {"role": role, "name": name, "party": folded(entity.get("party"))}


def folded(text: str | None) -> str | None:
    """A name as it is compared: stored, blanks as one, without regard to case."""
    stored = storable(text)
    return None if stored is None else " ".join(stored.split()).casefold()
