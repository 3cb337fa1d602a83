"""How often a voiced claim of hand-read war reports lies inside a found content, and a narrator's claim does wrongly.

Usage: python training/encoder/voices.py ARTICLES [SEED_TEXT SEED_GOLD]

ARTICLES is a folder with input.jsonl and gold.jsonl (claims with voices). A claim is covered if at least half of it
lies in a found content; it fits if the source's words match the claim's voice too. Printed for each origin and for both
together. Voices that other sentences or captions lend to a claim are counted among the misses.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora import cut, rows

from contested.model.learned import Learned, LearnedAttribution
from contested.model.text import Span
from contested.parsing.learned import read_spans

ORIGINS = (("news",), ("conflict",), ("news", "conflict", "inner"))
_LONG = 4


@dataclass(frozen=True)
class Gold:
    """A claim's span and patterns of its voices other than the narrator (none: the narrator's own)."""

    span: Span
    voices: tuple[str, ...]


def articles(folder: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Texts and claims of the articles part."""
    texts = {row["id"]: row["text"] for row in rows(folder / "input.jsonl")}
    for row in rows(folder / "gold.jsonl"):
        claims = []
        for claim in row["claims"]:
            voices = tuple(v["match"] for v in claim["voices"] if v["role"] != "narrator")
            claims.append(Gold(Span(claim["start"], claim["end"]), voices))
        yield texts[row["id"]], claims


def seed(text: Path, gold: Path) -> Iterator[tuple[str, list[Gold]]]:
    """The seed report and its claims; a voice fits by its longer words."""
    claims = []
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        if row.get("chain") and "start" in row:
            words = [w for v in row["chain"][1:] for w in re.findall(r"\w+", v) if len(w) >= _LONG or w.isupper()]
            claims.append(Gold(Span(row["start"], row["end"]), ("|".join(words),) if words else ()))
    yield text.read_text(encoding="utf-8"), claims


def covers(told: LearnedAttribution, claim: Span) -> bool:
    """Whether at least half of the claim lies in the content."""
    shared = sum(max(0, min(e, claim.end) - max(s, claim.start)) for s, e in told.content)
    return shared * 2 >= claim.end - claim.start


def fits(text: str, told: LearnedAttribution, voices: Iterable[str]) -> bool:
    """Whether the source's words match one of the voices."""
    words = " ".join(text[s:e] for s, e in told.source)
    return any(re.search(voice, words, re.I) for voice in voices)


def main() -> None:
    """Read the command line and print."""
    texts = list(articles(Path(sys.argv[1])))
    if len(sys.argv) > 3:
        texts += seed(Path(sys.argv[2]), Path(sys.argv[3]))
    found: list[tuple[str, list[Gold], Learned]] = [(t, gold, read_spans(t, cut(t))) for t, gold in texts]
    for origins in ORIGINS:
        count = {"voiced": 0, "covered": 0, "fitting": 0, "narrator": 0, "false": 0}
        for text, claims, learned in found:
            told = [a for a in learned.attributions if a.origin in origins]
            for claim in claims:
                inside = [a for a in told if covers(a, claim.span)]
                if claim.voices:
                    count["voiced"] += 1
                    count["covered"] += bool(inside)
                    count["fitting"] += any(fits(text, a, claim.voices) for a in inside)
                else:
                    count["narrator"] += 1
                    count["false"] += bool(inside)
        print("+".join(origins), count)


if __name__ == "__main__":
    main()
