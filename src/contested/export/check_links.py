"""Checks of a reading's references: every id that is named exists, and both ends of a link agree."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from contested.export.check_spans import refs_of

Found = Iterator[tuple[str, str]]
Ids = dict[str, set[str]]
LISTS = ("entities", "mentions", "times", "attributions", "claims", "events", "questions")


def link_problems(data: dict[str, Any]) -> Found:
    """(path, sentence) for each id that is used twice, missing or contradicted from the other end."""
    for part in LISTS:
        for name, count in Counter(row["id"] for row in data[part]).items():
            if count > 1:
                yield part, f"the id {name} is used {count} times"
    ids = {part: {row["id"] for row in data[part]} for part in LISTS}
    for path, part, name in _links(data):
        if name is not None and name not in ids[part]:
            yield path, f"{name} is none of the {part}"
    yield from _circles(data["attributions"], "attributions", "parent")
    parts = [{"id": c["id"], "part_of": c["figure"]["part_of"]} for c in data["claims"] if c["figure"]]
    yield from _circles(parts, "claims", "part_of")
    yield from _event_problems(data)


def _links(data: dict[str, Any]) -> Iterator[tuple[str, str, str | None]]:
    """Every reference: its path, the list it points into, the id or None."""
    for n, mention in enumerate(data["mentions"]):
        yield f"mentions[{n}].entity", "entities", mention["entity"]
        yield from _place_link(f"mentions[{n}].place", mention["place"])
    for n, saying in enumerate(data["attributions"]):
        yield f"attributions[{n}].speaker", "entities", saying["speaker"]
        yield f"attributions[{n}].parent", "attributions", saying["parent"]
    for n, claim in enumerate(data["claims"]):
        for where, part, name in _claim_links(claim):
            yield f"claims[{n}].{where}", part, name
    for n, event in enumerate(data["events"]):
        for where, part, name in _event_links(event):
            yield f"events[{n}].{where}", part, name
    for n, question in enumerate(data["questions"]):
        yield f"questions[{n}].event", "events", question["event"]
        for p, position in enumerate(question["positions"]):
            yield from _each(f"questions[{n}].positions[{p}].claims", "claims", position["claims"])


def _claim_links(claim: dict[str, Any]) -> Iterator[tuple[str, str, str | None]]:
    for n, voice in enumerate(claim["voices"]):
        yield f"voices[{n}].entity", "entities", voice["entity"]
        yield f"voices[{n}].for", "entities", voice["for"]
    for where, ref in refs_of(claim):
        yield f"{where}.entity", "entities", ref["entity"]
    yield "event", "events", claim["event"]
    yield "attribution", "attributions", claim["attribution"]
    yield from _each("because", "claims", claim["because"])
    if claim["figure"] is not None:
        yield "figure.part_of", "claims", claim["figure"]["part_of"]
    was = claim["was"] or {"when": None, "place": None}
    for where, when in (("when", claim["when"]), ("said", claim["said"]), ("was.when", was["when"])):
        yield f"{where}.time", "times", when["time"] if when else None
    yield from _place_link("place", claim["place"])
    yield from _place_link("was.place", was["place"])


def _event_links(event: dict[str, Any]) -> Iterator[tuple[str, str, str | None]]:
    for where, part in (("actors", "entities"), ("targets", "entities"), ("claims", "claims"), ("figures", "claims")):
        yield from _each(where, part, event[where])
    yield "when.time", "times", event["when"]["time"] if event["when"] else None
    yield from _place_link("place", event["place"])


def _each(path: str, part: str, names: list[str]) -> Iterator[tuple[str, str, str | None]]:
    for n, name in enumerate(names):
        yield f"{path}[{n}]", part, name


def _place_link(path: str, place: dict[str, Any] | None) -> Iterator[tuple[str, str, str | None]]:
    yield f"{path}.mention", "mentions", place["mention"] if place else None


def _circles(rows: list[dict[str, Any]], part: str, link: str) -> Found:
    """Rows that come back to themselves when their link is followed."""
    parents = {row["id"]: row[link] for row in rows}
    for name in parents:
        seen, at = set(), parents[name]
        while at is not None and at != name and at not in seen:
            seen.add(at)
            at = parents.get(at)
        if at == name:
            yield part, f"{name} is its own {link}, directly or through others"


def _event_problems(data: dict[str, Any]) -> Found:
    """Claims and events must name each other; an event's figures must be figures."""
    claims = {claim["id"]: claim for claim in data["claims"]}
    listed = {(event["id"], name) for event in data["events"] for name in [*event["claims"], *event["figures"]]}
    for n, event in enumerate(data["events"]):
        if not event["claims"]:
            yield f"events[{n}].claims", "an event without a claim: nobody says it"
        for m, name in enumerate(event["claims"]):
            if name in claims and claims[name]["event"] != event["id"]:
                yield f"events[{n}].claims[{m}]", f"{name} does not name {event['id']} as its event"
        for m, name in enumerate(event["figures"]):
            if name in claims and claims[name]["figure"] is None:
                yield f"events[{n}].figures[{m}]", f"{name} has no figure"
    for n, claim in enumerate(data["claims"]):
        if claim["event"] is not None and (claim["event"], claim["id"]) not in listed:
            yield f"claims[{n}].event", f"{claim['event']} does not list {claim['id']}"
