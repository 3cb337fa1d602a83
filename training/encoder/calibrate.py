"""Fits what a score means on texts kept back from training, and says how well it then keeps its word.

Usage: python training/encoder/calibrate.py BENCH OUT.json [--seed S]

Reads with the installed weights, which must have been exported without calibration. For each head Platt's scaling
(Platt 1999): a slope and a shift of the score's log odds. A span is right if borders and label are; an attribution if
its content and a marked one cover half of each other and the sources touch. Prints the mean difference between
score and share of right ones over ten bins, before and after.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from corpora import Example, Told
from numpy.typing import NDArray
from train import split

from contested.model.learned import Labelled, Learned, LearnedAttribution
from contested.model.text import Span
from contested.parsing.learned import read_spans

LISTS = {"name": "names", "phrase": "phrases", "mention": "mentions"}
BINS = 10
ENOUGH = 50
"""Found spans below which a head is left as it is."""
ROUNDS, RATE = 4_000, 0.5
Floats = NDArray[np.float64]
Pairs = list[tuple[float, bool]]


def pairs(example: Example, found: Learned) -> dict[str, Pairs]:
    """Scores of what was found under each head the example teaches, with whether it is right."""
    made: dict[str, Pairs] = {}
    for head in example.teaches:
        if head in LISTS:
            marked = {(*_trimmed(example.text, s, e), kind) for s, e, kind in example.spans[head]}
            listed: list[Labelled] = [*getattr(found, LISTS[head])]
            made[head] = [(m.score, (*_trimmed(example.text, m.start, m.end), m.label) in marked) for m in listed]
        else:
            gold = [told for told in example.told if told.layer == head]
            told = [a for a in found.attributions if a.origin == head]
            made[head] = [(a.score, any(_same(a, g) for g in gold)) for a in told]
    return made


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a leading article and without what is no letter or digit at its ends."""
    for article in ("the ", "a ", "an "):
        if text[start:end].lower().startswith(article):
            start += len(article)
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _size(parts: tuple[Span, ...]) -> int:
    return sum(e - s for s, e in parts)


def _shared(one: tuple[Span, ...], other: tuple[Span, ...]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _same(told: LearnedAttribution, gold: Told) -> bool:
    shared = _shared(told.content, gold.content)
    half = shared * 2 >= max(_size(told.content), _size(gold.content)) > 0
    return half and (not gold.source or _shared(told.source, gold.source) > 0)


def platt(found: Pairs) -> tuple[float, float]:
    """Slope and shift by gradient descent on the log loss."""
    x, right = odds(found), np.array([r for _, r in found], dtype=np.float64)
    slope, shift = 1.0, 0.0
    for _ in range(ROUNDS):
        wrong = 1 / (1 + np.exp(-(slope * x + shift))) - right
        slope -= RATE * float((wrong * x).mean()) / 4
        shift -= RATE * float(wrong.mean())
    return slope, shift


def odds(found: Pairs) -> Floats:
    """Log odds of the scores."""
    scores = np.clip(np.array([s for s, _ in found]), 1e-6, 1 - 1e-6)
    made: Floats = np.log(scores / (1 - scores))
    return made


def gap(scores: Floats, found: Pairs) -> float:
    """Expected calibration error over BINS equal bins."""
    right = np.array([r for _, r in found], dtype=np.float64)
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    parts = [abs(scores[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())]
    return float(sum(parts))


def main() -> None:
    """Read the command line, fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    found: dict[str, Pairs] = {}
    for example in split(given.bench, given.seed)[1]:
        for head, made in pairs(example, read_spans(example.text, example.sentences)).items():
            found.setdefault(head, []).extend(made)
    fitted = {}
    for head, made in found.items():
        slope, shift = platt(made)
        if len(made) >= ENOUGH:
            fitted[head] = (round(slope, 3), round(shift, 3))
        after = 1 / (1 + np.exp(-(slope * odds(made) + shift)))
        before = np.array([s for s, _ in made])
        share = np.mean([r for _, r in made])
        print(f"{head}: {len(made)} found, right {share:.3f}, error {gap(before, made):.3f} -> {gap(after, made):.3f}")
    given.out.write_text(json.dumps(fitted) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
