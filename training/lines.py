"""Fits the weights of data/weights/lines.json on pages with marked bodies, and says how well they do on unseen sites.

Usage: python training/lines.py PAGES [PLAIN ...] [--write FILE]

PAGES is a folder with input.jsonl (id, text, url) and gold.jsonl (id, body); each PLAIN an input.jsonl of texts without
a page around them, all of whose lines are report. Needs numpy and scikit-learn, which the program itself does not.
Sites are never split between fitting and testing. The same data give the same weights.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from contested.acquire.features import Row, cue_cover, rows
from contested.acquire.furniture import best_states, score
from contested.acquire.lines import Paragraph, paragraphs

WORD = re.compile(r"\w+")
Page = tuple[list[Paragraph], list[Row], list[bool], str, str]
SWITCH = 0.3
STRENGTH = 0.3


def read(path: Path) -> list[dict[str, str]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def shingles(text: str, n: int = 4) -> Counter[tuple[str, ...]]:
    """Bag of the runs of n words."""
    words = WORD.findall(text)
    return Counter(zip(*(words[i:] for i in range(n)), strict=False)) if len(words) > n else Counter([tuple(words)])


def labels(paras: list[Paragraph], body: str) -> list[bool]:
    """Whether each paragraph stands in the body: by runs of four words, a short one by being a line of it.

    Short lines count only between the first and the last long one of the body (a menu says "World" too).
    """
    grams, lines = set(shingles(body)), {line.strip() for line in body.splitlines()}
    inside = []
    for p in paras:
        mine = list(shingles(p.text).elements())
        inside.append(p.words > 6 and sum(gram in grams for gram in mine) >= len(mine) / 2)
    if True not in inside:
        return inside
    first, last = inside.index(True), len(inside) - inside[::-1].index(True)
    return [
        y or (p.words <= 6 and first - 4 < i < last + 4 and p.text in lines)
        for i, (p, y) in enumerate(zip(paras, inside))
    ]


def page(record: dict[str, str], body: str | None) -> Page:
    """A text with its rows and labels; all report where there is no body."""
    paras = paragraphs(record["text"])
    table = rows(paras, cue_cover(record["text"], paras), None)
    marks = labels(paras, body) if body is not None else [True] * len(paras)
    return paras, table, marks, urlsplit(record.get("url") or "").netloc.removeprefix("www."), body or ""


def fit(pages: list[Page], names: list[str]) -> dict[str, float]:
    """Logistic regression over all paragraphs, each weighted by the root of its words."""
    x = np.array([[row.get(name, 0.0) for name in names] for _, table, *_ in pages for row in table])
    y = np.array([mark for _, _, marks, *_ in pages for mark in marks])
    w = np.array([np.sqrt(p.words + 1) for paras, *_ in pages for p in paras])
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=3000).fit(x, y, sample_weight=w / w.mean())
    return dict(zip(names, (round(float(c), 3) for c in model.coef_[0]), strict=True))


def measure(pages: list[Page], weights: dict[str, float], switch: float) -> list[tuple[float, float]]:
    """(precision, recall) in runs of four words for each page."""
    found = []
    for paras, table, _, _, body in pages:
        kept = best_states([score(row, weights) for row in table], switch)
        mine = shingles("\n".join(p.text for p, keep in zip(paras, kept, strict=True) if keep))
        gold = shingles(body)
        tp = sum((mine & gold).values())
        found.append((tp / max(sum(mine.values()), 1), tp / max(sum(gold.values()), 1)))
    return found


def f1(pairs: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Mean precision, mean recall and their harmonic mean."""
    p, r = (sum(values) / len(values) for values in zip(*pairs, strict=True))
    return p, r, 2 * p * r / (p + r)


def cross_validate(pages: list[Page], plain: list[Page], names: list[str], switch: float) -> list[tuple[float, float]]:
    """(precision, recall) of every page under weights that never saw its site, in the order of `pages`."""
    sites = [site for *_, site, _ in pages]
    pairs: list[tuple[float, float]] = [(0.0, 0.0)] * len(pages)
    for train, test in GroupKFold(10).split(pages, groups=sites):
        weights = fit([pages[i] for i in train] + plain, names)
        for i, pair in zip(test, measure([pages[i] for i in test], weights, switch), strict=True):
            pairs[i] = pair
    return pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("plain", type=Path, nargs="*")
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    bodies = {record["id"]: record["body"] for record in read(given.pages / "gold.jsonl")}
    pages = [page(record, bodies[record["id"]]) for record in read(given.pages / "input.jsonl")]
    plain = [page(record, None) for path in given.plain for record in read(path)]
    names = sorted({name for _, table, *_ in pages for row in table for name in row})
    for switch in (0.0, 0.3, 0.6, 1.0):
        print(
            "unseen sites, switch",
            switch,
            "precision %.3f recall %.3f f1 %.3f" % f1(cross_validate(pages, plain, names, switch)),
        )
    weights = fit(pages + plain, names)
    print("all pages   precision %.3f recall %.3f f1 %.3f" % f1(measure(pages, weights, SWITCH)))
    if given.write:
        given.write.write_text(
            json.dumps(weights | {"switch": SWITCH}, indent=1, sort_keys=True) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
