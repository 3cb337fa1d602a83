"""Fits the scores of claims on reports annotated by others, and says how far the scores can be trusted.

    contested read REPORTS.jsonl --format jsonl > readings.jsonl
    python tools/fit_scores.py readings.jsonl ANNOTATED.jsonl [--write]

ANNOTATED has readings in the contract's form, made by somebody else, one a line (.gz too), of the same report ids.
A claim counts as right where the annotation has a claim over the same words (half of the shorter of the two) of the
same or a neighbouring kind, and both agree in type (where both have one and the kind is the same), innermost voice,
polarity, stance (groups below), modality (ongoing is actual) and a figure's bounds (where both have one).
Prints the reliability table, the expected calibration error (ECE, ten equal bins) and the area under the ROC curve,
all from five-fold cross-validation by report. --write puts the weights of a fit on everything into
src/contested/data/claim_scores.yml.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from contested.coding.scoring import marks
from contested.export.codec import from_dict
from contested.model.claim import Claim

WEIGHTS = Path(__file__).parents[1] / "src/contested/data/claim_scores.yml"
HEADER = """# How much each mark of a claim says for or against it being right (log odds; coding/scoring.py).
# Made by tools/fit_scores.py on {reports} reports, {claims} claims, {right:.3f} of them right; do not edit by hand.
"""
NEIGHBOURS = (
    {"statement", "assessment", "event", "diplomacy", "access", "observation"},
    {"assessment", "need", "access", "statement"},
    {"observation", "damage", "event"},
    {"event", "control", "diplomacy", "access", "displacement", "damage"},
    {"figure", "displacement", "need"},
    {"role", "relation"},
)
"""Kinds that two careful readers take for one another."""
SAME_STANCE = {
    "claims": "asserts",
    "confirms": "asserts",
    "explains": "asserts",
    "predicts": "asserts",
    "concedes": "asserts",
}
COMMON = 15
"""A mark seen on fewer claims is left out."""
SHRINK = 3.0
"""The ridge penalty on the weights; 1 to 10 made no difference to the calibration."""
FOLDS = 5
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One claim of ours: its report, what the score looks at, and whether the annotation agrees."""

    report: str
    marks: frozenset[str]
    right: bool


def main() -> None:
    """Print how well the scores hold; write the weights if asked."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n\n")[0])
    parser.add_argument("readings", type=Path)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    found = list(examples(options.readings, options.annotated))
    names = common_marks(found)
    table, right = as_table(found, names), np.array([example.right for example in found], dtype=float)
    reliability(cross_validated(found, table, right), right)
    if options.write:
        write(names, fit(table, right), found)


def examples(readings: Path, annotated: Path) -> Iterator[Example]:
    """Every claim of the readings whose report is annotated."""
    gold = {row["report"]["id"]: [c for c in row["claims"] if c.get("start") is not None] for row in rows(annotated)}
    for row in rows(readings):
        others = gold.get(row.get("report", {}).get("id"))
        if others is None or "error" in row:
            continue
        for claim in from_dict(row).claims:
            yield Example(row["report"]["id"], frozenset(marks(claim)), any(agree(claim, other) for other in others))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a JSON Lines file, packed or not."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def agree(claim: Claim, other: dict[str, Any]) -> bool:
    """Whether the annotator's claim says what ours says."""
    shared = min(claim.end, other["end"]) - max(claim.start, other["start"])
    if shared <= 0 or 2 * shared < min(claim.end - claim.start, other["end"] - other["start"]):
        return False
    same_kind = claim.kind == other["kind"]
    if not same_kind and not any({claim.kind, other["kind"]} <= kinds for kinds in NEIGHBOURS):
        return False
    if same_kind and claim.type and other.get("type") and claim.type != other["type"]:
        return False
    return (
        same_voice(claim, other["voices"])
        and claim.polarity == other["polarity"]
        and SAME_STANCE.get(claim.stance, claim.stance) == SAME_STANCE.get(other["stance"], other["stance"])
        and claim.modality.replace("ongoing", "actual") == other["modality"].replace("ongoing", "actual")
        and same_bounds(claim, other.get("figure"))
    )


def same_voice(claim: Claim, voices: Sequence[dict[str, Any]]) -> bool:
    """Whether the innermost voices stand on the same words or end in the same word; the narrator only with itself."""
    if min(len(claim.voices), len(voices)) < 2:
        return len(claim.voices) == len(voices)
    ours, theirs = claim.voice, voices[-1]
    spans = (ours.start, ours.end, theirs.get("start"), theirs.get("end"))
    if None not in spans and max(spans[0], spans[2]) < min(spans[1], spans[3]):
        return True
    return ours.name.lower().split()[-1:] == theirs["name"].lower().split()[-1:]


def same_bounds(claim: Claim, figure: dict[str, Any] | None) -> bool:
    """Whether the numbers agree; true where either has none."""
    if claim.figure is None or figure is None:
        return True
    return (claim.figure.low, claim.figure.high) == (figure["low"], figure["high"])


def common_marks(found: Sequence[Example]) -> list[str]:
    """The marks that are common enough to learn from, in order of the alphabet."""
    seen = Counter(mark for example in found for mark in example.marks)
    return sorted(mark for mark, claims in seen.items() if claims >= COMMON)


def as_table(found: Sequence[Example], names: Sequence[str]) -> Floats:
    """One row a claim, one column a mark, and a last column of ones."""
    return np.array([[name in example.marks for name in names] + [True] for example in found], dtype=float)


def fit(table: Floats, right: Floats) -> Floats:
    """The weights of a ridge logistic regression, by Newton's method; the last one is free of the penalty."""
    penalty = np.full(table.shape[1], SHRINK)
    penalty[-1] = 1e-6
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        chance = probability(table, weights)
        slope = table.T @ (chance - right) + penalty * weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return weights


def probability(table: Floats, weights: Floats) -> Floats:
    """The score of each row."""
    return np.asarray(1 / (1 + np.exp(-table @ weights)))


def cross_validated(found: Sequence[Example], table: Floats, right: Floats) -> Floats:
    """The score of every claim by weights fitted without its report."""
    reports = sorted({example.report for example in found})
    fold_of = {report: number % FOLDS for number, report in enumerate(reports)}
    folds = np.array([fold_of[example.report] for example in found])
    scores = np.zeros(len(found))
    for fold in range(FOLDS):
        held = folds == fold
        scores[held] = probability(table[held], fit(table[~held], right[~held]))
    return scores


def reliability(scores: Floats, right: Floats) -> None:
    """Print the table, the ECE, the Brier score and the area under the ROC curve."""
    print("| score | claims | mean score | right |\n|---|---|---|---|")
    bins, error = np.minimum((scores * 10).astype(int), 9), 0.0
    for number in sorted(set(bins)):
        here = bins == number
        error += here.mean() * abs(scores[here].mean() - right[here].mean())
        print(f"| {number / 10:.1f} | {here.sum()} | {scores[here].mean():.3f} | {right[here].mean():.3f} |")
    brier = ((scores - right) ** 2).mean()
    print(f"\n{len(right)} claims, {right.mean():.3f} right; ECE {error:.3f}, Brier {brier:.3f}", end="")
    print(f", AUC {area(scores, right):.3f}")


def area(scores: Floats, right: Floats) -> float:
    """The chance that a right claim scores above a wrong one (ties count half)."""
    good, bad = scores[right == 1], np.sort(scores[right == 0])
    below, upto = np.searchsorted(bad, good, "left"), np.searchsorted(bad, good, "right")
    return float((below + upto).sum() / 2 / len(good) / len(bad))


def write(names: Sequence[str], weights: Floats, found: Sequence[Example]) -> None:
    """The weights as YAML, the one for any claim first."""
    right = sum(example.right for example in found) / len(found)
    head = HEADER.format(reports=len({example.report for example in found}), claims=len(found), right=right)
    lines = [f'  "{name}": {weight:.2f}\n' for name, weight in zip(names, weights[:-1], strict=True)]
    WEIGHTS.write_text(f"{head}weights:\n  any: {weights[-1]:.2f}\n{''.join(lines)}", encoding="utf-8")


if __name__ == "__main__":
    main()
