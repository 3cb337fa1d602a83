"""Fits the weights by which the report is told from its page, and says how well they do on unseen sites.

Usage: python training/lines.py text|html PAGES [PLAIN ...] [--write FILE]

`text` fits data/weights/lines.json (plain text), `html` data/weights/markup.json (web pages).
PAGES is a folder with input.jsonl (id, text or html, url) and gold.jsonl (id, body); each PLAIN an input.jsonl of texts
without a page around them, all of whose lines are report. Needs numpy and scikit-learn, which the program itself does
not. Sites are never split between fitting and testing. The same data give the same weights.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from contested.acquire.article import markup_rows
from contested.acquire.extract import read_page
from contested.acquire.features import Row, cue_cover, rows
from contested.acquire.furniture import score, states
from contested.acquire.lines import Paragraph, paragraphs
from contested.acquire.overlap import shingles, stands_in

FOLDS = 10
Pair = tuple[float, float]


@dataclass(frozen=True)
class Setting:
    """`strength` is scikit-learn's C; a paragraph weighs its words to the `power`, as a share of its page's."""

    strength: float
    power: float
    switch: float


SETTINGS = {"text": Setting(0.3, 0.5, 0.4), "html": Setting(0.2, 1.0, 0.7)}
"""Chosen by cross-validation on the development pages."""


@dataclass
class Page:
    """A page's paragraphs with their features and whether each is report."""

    site: str
    body: str
    paras: list[Paragraph]
    table: list[Row]
    marks: list[bool]


def read(path: Path) -> list[dict[str, str]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def page(record: dict[str, str], body: str | None) -> Page:
    """A page with its features and labels; all report where there is no body."""
    if "html" in record:
        seen = read_page(record["html"], record.get("url"))
        paras, table = seen.paras, markup_rows(seen.text, seen.paras, seen.pieces, seen.others, seen.meta.title)
    else:
        paras = paragraphs(record["text"])
        table = rows(paras, cue_cover(record["text"], paras), None)
    marks = stands_in(paras, body) if body is not None else [True] * len(paras)
    return Page(urlsplit(record.get("url") or "").netloc.removeprefix("www."), body or "", paras, table, marks)


def fit(pages: list[Page], names: list[str], setting: Setting) -> dict[str, float]:
    """Logistic regression over all paragraphs."""
    x = np.array([[row.get(name, 0.0) for name in names] for page in pages for row in page.table])
    y = np.array([mark for page in pages for mark in page.marks])
    w = np.concatenate([weights_of(page, setting.power) for page in pages])
    model = LogisticRegression(C=setting.strength, fit_intercept=False, max_iter=3000)
    model.fit(x, y, sample_weight=w / w.mean())
    return dict(zip(names, (round(float(c), 3) for c in model.coef_[0]), strict=True))


def weights_of(page: Page, power: float) -> np.ndarray:
    """What each paragraph weighs in fitting, so that a page counts for one whatever its length."""
    words = np.array([p.words for p in page.paras], dtype=float)
    whole = words[page.marks].sum() if power == 1 else words.sum()
    weights: np.ndarray = ((words + 1) / max(whole, 50.0)) ** power
    return weights


def measure(page: Page, weights: dict[str, float], switch: float) -> Pair:
    """(precision, recall) in runs of four words."""
    kept = states([score(row, weights) for row in page.table], switch)
    mine = shingles("\n".join(p.text for p, keep in zip(page.paras, kept, strict=True) if keep))
    gold = shingles(page.body)
    both = sum((mine & gold).values())
    return both / max(sum(mine.values()), 1), both / max(sum(gold.values()), 1)


def cross_validate(pages: list[Page], plain: list[Page], names: list[str], setting: Setting) -> list[Pair]:
    """(precision, recall) of every page under weights that never saw its site."""
    found: list[Pair] = [(0.0, 0.0)] * len(pages)
    for train, test in GroupKFold(FOLDS).split(pages, groups=[page.site for page in pages]):
        weights = fit([pages[i] for i in train] + plain, names, setting)
        for i in test:
            found[i] = measure(pages[i], weights, setting.switch)
    return found


def summary(pairs: list[Pair]) -> str:
    """Mean precision, mean recall and their harmonic mean."""
    p, r = (sum(values) / len(values) for values in zip(*pairs, strict=True))
    return f"precision {p:.3f} recall {r:.3f} f1 {2 * p * r / (p + r):.4f}"


def main() -> None:
    """Reads, cross-validates, fits on all pages and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("text", "html"))
    parser.add_argument("pages", type=Path)
    parser.add_argument("plain", type=Path, nargs="*")
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    bodies = {record["id"]: record["body"] for record in read(given.pages / "gold.jsonl")}
    pages = [page(record, bodies[record["id"]]) for record in read(given.pages / "input.jsonl")]
    plain = [page(record, None) for path in given.plain for record in read(path)]
    names = sorted({name for page in pages for row in page.table for name in row})
    setting = SETTINGS[given.kind]
    print("unseen sites", summary(cross_validate(pages, plain, names, setting)))
    weights = fit(pages + plain, names, setting)
    print("all pages   ", summary([measure(page, weights, setting.switch) for page in pages]))
    if given.write:
        kept = {name: value for name, value in weights.items() if value} | {"switch": setting.switch}
        given.write.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
