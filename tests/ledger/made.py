"""Readings in the contract's JSON, small and made by hand, for the ledger's tests."""

from typing import Any

Plain = dict[str, Any]


def voice(name: str, role: str) -> Plain:
    return {"name": name, "entity": None, "for": None, "role": role, "start": None, "end": None}


def claim(text: str, words: str, number: int, **other: Any) -> Plain:
    """A claim over these words of the text."""
    start = text.index(words)
    return {
        "id": f"c{number}", "kind": "event", "start": start, "end": start + len(words), "quote": words,
        "voices": [voice("Harbour Radio", "narrator")],
        "stance": "asserts", "polarity": "+", "modality": "actual", "commitment": "asserted", "verification": None,
        "evidence": None, "type": "strike.artillery", "roles": {},
        "codes": {"plover": None, "acled": None, "cameo": None},
        "relation": None, "place": None, "when": None, "said": None, "was": None, "figure": None, "event": None,
        "because": [], "trigger": None, "attribution": None, "method": "test", "score": 1.0, **other,
    }  # fmt: skip


def place(name: str, country: str, lat: float, lon: float) -> Plain:
    return {
        "name": name, "geonames_id": None, "lat": lat, "lon": lon, "country": country, "admin1": None, "admin2": None,
        "pcode": None, "feature": "PPL", "precision": "town", "score": 1.0, "mention": None,
    }  # fmt: skip


def day(low: str, high: str | None = None) -> Plain:
    ends = {"low": low, "high": high or low}
    return {**ends, "precision": "day", "basis": "stated", "time": None, "start": None, "end": None}


def figure(measure: str, low: int, high: int | None) -> Plain:
    return {
        "measure": measure, "value": low, "low": low, "high": high, "approx": False, "of": None, "category": None,
        "whose": None, "group": None, "part_of": None, "flow": None, "period": None, "as_of": None,
        "cumulative": False, "combatants": None,
    }  # fmt: skip


def reading(text: str, claims: list[Plain], id: str = "a1", **report: Any) -> Plain:
    about = {
        "id": id, "source": "Harbour Radio", "url": None, "title": None, "author": None, "published_at": "2031-03-04",
        "published_basis": "given", "language": "en", "sha256": "", "text_sha256": "", "warnings": [], **report,
    }  # fmt: skip
    parts: Plain = {name: [] for name in ("entities", "mentions", "times", "attributions")}
    blocks = [{"start": 0, "end": len(text), "kind": "body"}]
    body = {"schema": "contested/reading/1", "report": about, "text": text, "blocks": blocks}
    return {**body, **parts, "claims": claims, "events": [], "questions": []}


SHELLING = "Shells hit the harbour of Oru on Tuesday. Four dockers were killed, the mayor said."


def shelling(**report: Any) -> Plain:
    """A report with two claims, at a place, on a day, with a figure."""
    actor = {"actor": [{"text": "the coast guard", "start": 0, "end": 6, "entity": "e1"}]}
    where, when = place("Oru", "XK", 10.0, 20.0), day("2031-03-04")
    first = claim(SHELLING, "Shells hit the harbour of Oru", 1, place=where, when=when, roles=actor)
    second = claim(SHELLING, "Four dockers were killed", 2, kind="figure", type=None, figure=figure("killed", 4, 4))
    second["voices"] = [*second["voices"], voice("Mayor of Oru", "speaker")]
    made = reading(SHELLING, [first, second], **report)
    guard = {"id": "e1", "name": "Coast Guard", "type": "military", "party": "gov-xk", "side": None, "ids": {}}
    return {**made, "entities": [guard]}
