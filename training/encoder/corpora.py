"""Training texts of all kinds as one: spans by head, attributions by layer, and which heads each kind teaches."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markup import plain

from contested.model.report import Report
from contested.model.text import Block, Span
from contested.parsing.segment import sentences

Labelled = tuple[int, int, str]
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")
_RUN = 60
WRAPPED = 90
"""Lines shorter than this, all of them, and no blank lines: the text is wrapped, and its lines are no paragraphs."""


NOT_SPANS = {"speed", "speed_mixed", "copies"}
"""Parts of the bench that do not measure what words say; their texts may be learnt from."""


@dataclass(frozen=True)
class Told:
    """One attribution: the layer (head) it is taught to, and its parts."""

    layer: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass
class Example:
    """A text with what is marked in it. `blind`: spans by head where nobody says what is right."""

    kind: str
    id: str
    text: str
    sentences: list[Span]
    spans: dict[str, list[Labelled]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    blind: dict[str, list[Span]] = field(default_factory=dict)
    teaches: tuple[str, ...] = ()


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def cut(text: str, blocks: Iterable[dict[str, Any]] | None = None) -> list[Span]:
    """Sentences by the program's own segmenter; blocks as given, else paragraphs or lines."""
    if blocks is None:
        lines = [m.span() for m in _LINE.finditer(text)]
        wrapped = len(lines) > 3 and max(e - s for s, e in lines) < WRAPPED and "\n\n" not in text[:-1]
        places = [m.span() for m in _PARAGRAPH.finditer(text)] if wrapped else lines
        made = tuple(Block(s, e, "body") for s, e in places)
    else:
        made = tuple(Block(b["start"], b["end"], b["kind"]) for b in blocks)
    return [s.span for s in sentences(Report("", text, made))]


def _spans(parts: Iterable[Iterable[int]] | None) -> tuple[Span, ...]:
    return tuple(sorted(Span(*part) for part in parts or ()))


def news(path: Path) -> Iterator[Example]:
    """PolNeAR in the bench's form."""
    for row in rows(path):
        told = [
            Told("news", _spans(a["source"]), _spans(a["cue"]), _spans(a["content"]))
            for a in row["gold"]["attributions"]
        ]
        yield Example("news", row["id"], row["text"], cut(row["text"]), told=told, teaches=("news",))


def entities(path: Path) -> Iterator[Example]:
    """re3d and CoNLL in the bench's form."""
    for row in rows(path):
        kind = row["gold"]["set"]
        head = "phrase" if kind == "re3d" else "name"
        example = Example(kind, row["id"], row["text"], cut(row["text"]), teaches=(head,))
        marked = row["gold"]["entities"]
        sure = [e for e in marked if e["type"] == "misc" or not (e["optional"] or e["type"] == "quantity")]
        if kind == "re3d":
            sure = [e for e in sure if not e["pronoun"] and e["type"] != "misc"]
            example.blind[head] = [Span(e["start"], e["end"]) for e in marked if e not in sure and not e["pronoun"]]
        example.spans[head] = [(e["start"], e["end"], e["type"]) for e in sure]
        yield example


def silver(path: Path, without: set[str]) -> Iterator[Example]:
    """Readings in the contract's form; those that share a run of characters with an evaluated text are left out."""
    for row in rows(path):
        text = row["text"]
        if any(run in without for run in _runs(text, 1)):
            continue
        example = Example("silver", row["report"]["id"], text, cut(text, row["blocks"]))
        example.teaches = ("mention", "conflict", "inner")
        example.spans["mention"] = [(m["start"], m["end"], m["type"]) for m in row["mentions"]]
        example.spans["mention"] += [(t["start"], t["end"], "time") for t in row["times"]]
        for a in row["attributions"]:
            layer = "inner" if a.get("parent") else "conflict"
            example.told.append(Told(layer, _spans(a["source"]), _spans(a["cue"]), _spans(a["content"])))
        yield example


def own(path: Path) -> Iterator[Example]:
    """Sentences written for this training, marked up in line (see markup.py); one a line."""
    for number, row in enumerate(rows(path)):
        text, marks = plain(row["text"])
        example = Example("own", f"own{number}", text, cut(text), teaches=("mention", "conflict", "inner"))
        example.spans["mention"] = [(s, e, kind) for s, e, kind, _ in marks if kind not in ("source", "cue", "content")]
        for key in sorted({key for *_, key in marks if key}):
            parts = {
                role: tuple(sorted(Span(s, e) for s, e, kind, k in marks if kind == role and key in k.split("+")))
                for role in ("source", "cue", "content")
            }
            if parts["content"]:
                example.told.append(Told("inner" if key.startswith("i") else "conflict", **parts))
        yield example


def _runs(text: str, step: int) -> Iterator[str]:
    plainer = re.sub(r"\W+", " ", text.lower())
    return (plainer[n : n + _RUN] for n in range(0, max(1, len(plainer) - _RUN), step))


def evaluated(paths: Iterable[Path]) -> set[str]:
    """Runs of characters of texts that serve to measure."""
    return {run for path in paths for row in rows(path) for run in _runs(row.get("text") or "", _RUN // 2)}


def load(bench: Path, own_path: Path) -> list[Example]:
    """All training examples of the bench's folder and our own sentences."""
    data = bench / "data"
    seen = evaluated(p for p in sorted(data.glob("*/input.jsonl")) if p.parent.name not in NOT_SPANS)
    found = list(news(data / "attribution/train.jsonl.gz"))
    found += entities(data / "entities/train.jsonl.gz")
    found += silver(bench / "silver/silver.jsonl.gz", seen)
    return found + list(own(own_path))
