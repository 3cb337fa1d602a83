"""Checks of a reading's values: codes of the codebook, bounds the right way round, verdicts borne out."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from contested.model.codebook import codebook, codes_of

Found = Iterator[tuple[str, str]]
PREDICATED = ("relation", "role", "geography")
"""Kinds whose content is a `relation`."""


def value_problems(data: dict[str, Any]) -> Found:
    """(path, sentence) for each value that is well-formed and still cannot be."""
    digest = hashlib.sha256(data["text"].encode("utf-8", "surrogatepass")).hexdigest()
    if data["report"]["text_sha256"] not in ("", digest):
        yield "report.text_sha256", "is not the digest of the text"
    for n, claim in enumerate(data["claims"]):
        yield from _claim_problems(f"claims[{n}]", claim)
    for n, event in enumerate(data["events"]):
        yield from _code_problems(f"events[{n}]", event)
        yield from _when_problems(f"events[{n}].when", event["when"])
        yield from _place_problems(f"events[{n}].place", event["place"])
    for n, mention in enumerate(data["mentions"]):
        yield from _place_problems(f"mentions[{n}].place", mention["place"])
        if mention["place"] is not None and mention["type"] != "place":
            yield f"mentions[{n}].place", f"a mention of type {mention['type']} has a place"
    for n, time in enumerate(data["times"]):
        yield from _range_problems(f"times[{n}]", time)
    for n, question in enumerate(data["questions"]):
        yield from _question_problems(f"questions[{n}]", question)


def _claim_problems(path: str, claim: dict[str, Any]) -> Found:
    yield from _code_problems(path, claim)
    yield from _voice_problems(path, claim["voices"])
    if claim["kind"] == "figure" and claim["figure"] is None:
        yield f"{path}.figure", "a claim of kind figure has none"
    if claim["kind"] in PREDICATED and claim["relation"] is None:
        yield f"{path}.relation", f"a claim of kind {claim['kind']} has none"
    for name in ("when", "said"):
        yield from _when_problems(f"{path}.{name}", claim[name])
    yield from _place_problems(f"{path}.place", claim["place"])
    if claim["figure"] is not None:
        yield from _figure_problems(f"{path}.figure", claim["figure"])


def _code_problems(path: str, row: dict[str, Any]) -> Found:
    if row["type"] is not None and row["type"] not in codebook():
        yield f"{path}.type", f"{row['type']} is not in the codebook"
    elif row["codes"] != asdict(codes_of(row["type"])):
        yield f"{path}.codes", f"are not those of {row['type']} in the codebook"


def _voice_problems(path: str, voices: list[dict[str, Any]]) -> Found:
    for n, voice in enumerate(voices):
        if (n == 0) != (voice["role"] == "narrator"):
            yield f"{path}.voices[{n}].role", "the first voice, and no other, is the narrator"
        if (voice["start"] is None) != (voice["end"] is None):
            yield f"{path}.voices[{n}]", "has only one of start and end"


def _figure_problems(path: str, figure: dict[str, Any]) -> Found:
    low, high = figure["low"], figure["high"]
    if low is not None and high is not None and low > high:
        yield path, f"low {low} is more than high {high}"
    for name in ("period", "as_of"):
        if figure[name] is not None:
            yield from _range_problems(f"{path}.{name}", figure[name])


def _when_problems(path: str, when: dict[str, Any] | None) -> Found:
    if when is not None:
        yield from _range_problems(path, when)
        for end in ("start", "end"):
            if when[end] is not None:
                yield from _range_problems(f"{path}.{end}", when[end])


def _range_problems(path: str, row: dict[str, Any]) -> Found:
    """Days must be days, the low one not after the high one."""
    for name in ("low", "high"):
        if row[name] is not None and not _is_day(row[name]):
            yield f"{path}.{name}", f"{row[name]} is no day of the calendar"
    if row["low"] is not None and row["high"] is not None and row["low"] > row["high"]:
        yield path, f"low {row['low']} is after high {row['high']}"


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _place_problems(path: str, place: dict[str, Any] | None) -> Found:
    if place is None:
        return
    if (place["lat"] is None) != (place["lon"] is None):
        yield path, "has only one of lat and lon"
    if place["precision"] == "unknown" and place["lat"] is not None:
        yield path, "has coordinates though its precision is unknown"


def _question_problems(path: str, question: dict[str, Any]) -> Found:
    values = [str(position["value"]) for position in question["positions"] if position["value"] is not None]
    verdict, voices = question["verdict"], question["independent_voices"]
    if len(set(values)) < len(values):
        yield f"{path}.positions", "two positions have the same value"
    if verdict == "contested" and len(question["positions"]) < 2:
        yield f"{path}.verdict", "contested, but there is only one position"
    if verdict in ("agreed", "agreed_by_adversaries") and voices < 2:
        yield f"{path}.verdict", f"{verdict}, but independent_voices is {voices}"
    if verdict == "single_voice" and voices > 1:
        yield f"{path}.verdict", f"single_voice, but independent_voices is {voices}"
