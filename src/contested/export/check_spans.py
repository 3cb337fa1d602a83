"""Checks of a reading's spans: in the text, quoting it, in blocks, none from the page's furniture."""

from collections.abc import Iterator
from typing import Any

Found = Iterator[tuple[str, str]]
Place = tuple[str, int, int]


def span_problems(data: dict[str, Any]) -> Found:
    """(path, sentence) for each span that is not where it says, or stands in furniture."""
    text = data["text"]
    yield from _block_problems(text, data["blocks"])
    furniture = [(b["start"], b["end"]) for b in data["blocks"] if b["kind"] == "furniture"]
    for path, start, end in _spans(data):
        if not start < end <= len(text):
            yield path, f"[{start}, {end}) is no span of a text of {len(text)} characters"
        elif _from_page(path) and any(start < e and s < end for s, e in furniture):
            yield path, f"[{start}, {end}) stands in furniture, from which nothing may be read"
    for path, row in _quoting(data):
        words = row["quote"] if "quote" in row else row["text"]
        if text[row["start"] : row["end"]] != words:
            yield path, f"the words are not text[{row['start']}:{row['end']}]"


def _from_page(path: str) -> bool:
    return path.startswith(("mentions", "claims", "events"))


def _spans(data: dict[str, Any]) -> Iterator[Place]:
    """Every span of the reading with its path, blocks left out."""
    for part in ("mentions", "times", "claims"):
        for n, row in enumerate(data[part]):
            yield f"{part}[{n}]", row["start"], row["end"]
    for n, row in enumerate(data["attributions"]):
        for name in ("source", "cue", "content"):
            yield from _pairs(f"attributions[{n}].{name}", row[name])
    for n, row in enumerate(data["events"]):
        yield from _pairs(f"events[{n}].mentions", row["mentions"])
    for n, claim in enumerate(data["claims"]):
        yield from _claim_spans(f"claims[{n}]", claim)


def _claim_spans(path: str, claim: dict[str, Any]) -> Iterator[Place]:
    if claim["trigger"] is not None:
        yield f"{path}.trigger", *claim["trigger"]
    for n, voice in enumerate(claim["voices"]):
        if voice["start"] is not None and voice["end"] is not None:
            yield f"{path}.voices[{n}]", voice["start"], voice["end"]
    for where, ref in refs_of(claim):
        yield f"{path}.{where}", ref["start"], ref["end"]


def refs_of(claim: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every Ref of a claim with its path inside the claim."""
    for role, fillers in claim["roles"].items():
        for n, ref in enumerate(fillers):
            yield f"roles.{role}[{n}]", ref
    if claim["relation"] is not None:
        for end in ("subject", "object"):
            yield f"relation.{end}", claim["relation"][end]
    if claim["figure"] is not None and claim["figure"]["of"] is not None:
        yield "figure.of", claim["figure"]["of"]


def _quoting(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Whatever repeats words of the text: claims and the fillers of their roles."""
    for n, claim in enumerate(data["claims"]):
        yield f"claims[{n}].quote", claim
        for where, ref in refs_of(claim):
            yield f"claims[{n}].{where}.text", ref


def _pairs(path: str, spans: list[list[int]]) -> Iterator[Place]:
    for n, (start, end) in enumerate(spans):
        yield f"{path}[{n}]", start, end


def _block_problems(text: str, blocks: list[dict[str, Any]]) -> Found:
    order = sorted(range(len(blocks)), key=lambda n: (blocks[n]["start"], blocks[n]["end"]))
    reached = 0
    for n in order:
        start, end = blocks[n]["start"], blocks[n]["end"]
        if not start < end <= len(text):
            yield f"blocks[{n}]", f"[{start}, {end}) is no span of a text of {len(text)} characters"
        elif start < reached:
            yield f"blocks[{n}]", "overlaps another block"
        reached = max(reached, end)
    yield from _uncovered(text, sorted((b["start"], b["end"]) for b in blocks))


def _uncovered(text: str, blocks: list[tuple[int, int]]) -> Found:
    """Lines with words that do not lie whole in one block (lines end at a line feed)."""
    begin, at = 0, 0
    for number, line in enumerate(text.split("\n"), 1):
        start, end = begin + len(line) - len(line.lstrip()), begin + len(line.rstrip())
        while at < len(blocks) and blocks[at][1] < end:
            at += 1
        if start < end and not (at < len(blocks) and blocks[at][0] <= start):
            yield "blocks", f"line {number} of the text does not lie in one block"
        begin += len(line) + 1
