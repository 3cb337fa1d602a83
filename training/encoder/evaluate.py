"""Scores the encoder alone on the bench's development parts, with the bench's own scorers, and its speed.

Usage: python training/encoder/evaluate.py BENCH [--origin news]

Prints attribution (whole, indirect, direct, borders), entities by each list of mentions, and words a second of
processor time. What the program makes of the spans is measured by the bench itself.
"""

import argparse
import importlib.util
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from corpora import cut, rows

from contested.model.learned import Labelled, Learned
from contested.parsing.learned import read_spans_batch

BATCH = 16
SHOWN = {
    "attribution": ("whole_f1", "whole_p", "whole_r", "direct_f1", "mixed_f1", "indirect_f1", "source_exact_f1",
                    "cue_exact_f1", "content_exact_f1", "source_overlap_f1", "content_overlap_f1"),
    "entities": ("re3d_f1", "re3d_p", "re3d_r", "re3d_person_f1", "re3d_organisation_f1", "re3d_place_f1",
                 "re3d_nationality_f1", "re3d_weapon_f1", "re3d_equipment_f1", "re3d_time_f1"),
}  # fmt: skip
Rows = list[dict[str, Any]]


def scorer(bench: Path, name: str) -> ModuleType:
    """A scorer of the bench as a module."""
    spec = importlib.util.spec_from_file_location(name, bench / f"{name}.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no {name} in {bench}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def learned(inputs: Rows) -> list[Learned]:
    """What the encoder finds in each input, BATCH texts at once."""
    found: list[Learned] = []
    for n in range(0, len(inputs), BATCH):
        found += read_spans_batch((row["text"], cut(row["text"])) for row in inputs[n : n + BATCH])
    return found


def reading(row: dict[str, Any], found: Learned, mentions: Iterable[Labelled], origin: str) -> dict[str, Any]:
    """The contract's form, as far as the scorers look."""
    told = [a for a in found.attributions if a.origin == origin]
    return {
        "report": {"id": row["id"]},
        "text": row["text"],
        "attributions": [
            {"id": f"a{n}", "source": a.source, "cue": a.cue, "content": a.content, "form": "", "parent": None}
            for n, a in enumerate(told)
        ],
        "mentions": [{"start": m.start, "end": m.end, "type": m.label} for m in mentions],
        "times": [{"start": t.start, "end": t.end} for t in found.times],
    }


def attribution(bench: Path, origin: str) -> None:
    """Scores of the attributions of one origin."""
    inputs, gold = list(rows(bench / "data/attribution/input.jsonl")), list(rows(bench / "data/attribution/gold.jsonl"))
    began = time.process_time()
    found = learned(inputs)
    spent = time.process_time() - began
    print(f"attribution: {sum(len(r['text'].split()) for r in inputs) / spent:.0f} words a second of processor time")
    readings = [reading(row, f, (), origin) for row, f in zip(inputs, found, strict=True)]
    result = scorer(bench, "score_attribution").score(readings, gold)
    print({name: round(result[name], 3) for name in SHOWN["attribution"]})


def entities(bench: Path) -> None:
    """Scores of each list of mentions on its own and of phrases with what mentions add."""
    inputs, gold = list(rows(bench / "data/entities/input.jsonl")), list(rows(bench / "data/entities/gold.jsonl"))
    found = learned(inputs)
    score = scorer(bench, "score_entities").score
    for kind in ("names", "phrases", "mentions"):
        made = [
            reading(row, f, (m for m in getattr(f, kind) if m.label != "misc"), "news")
            for row, f in zip(inputs, found, strict=True)
        ]
        result = score(made, gold)
        print(kind, "conll", round(result["conll_f1"], 3), {n: round(result[n], 3) for n in SHOWN["entities"]})


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--origin", default="news")
    given = parser.parse_args()
    attribution(given.bench, given.origin)
    entities(given.bench)


if __name__ == "__main__":
    main()
