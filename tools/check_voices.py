"""Our own check of voices on conflict news: how many voiced claims are found, how many of the narrator's get a voice.

    python tools/check_voices.py [--engine rules] [--verbose]

Reads the seed report and the articles of the bench beside the project (../shared) with the installed package.
* voiced: share of the gold claims with a voice (levels that may be left out do not count) of which at least half lies
  in the contents of attributions that name such a voice by source, cue or speaker. Wanted: at least .70.
* false: share of the narrator's gold claims of which at least half lies in the content of an attribution that some
  claim stands on. Wanted: at most .08.
* false claims: share of the narrator's gold claims whose fitting claims in the reading all have another voice.
"""

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared" / "bench" / "data"
SETS = ("seed", "articles")
ENOUGH = 0.5
"""The share of a gold claim's characters that must lie in a content or claim."""
Json = Mapping[str, Any]


def main() -> None:
    """Print the three shares, or why there are none."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n\n")[0])
    parser.add_argument("--engine", choices=("learned", "rules"), default="learned")
    parser.add_argument("--verbose", action="store_true", help="print each claim that is wrong")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"skipped: {SHARED} is not there")
        return
    told: list[bool] = []
    false: list[bool] = []
    false_claims: list[bool] = []
    for reading, gold in _read(options.engine):
        for claim in gold["claims"]:
            voices = _inner(claim)
            if voices:
                told.append(_is_told(reading, claim, voices))
                _show(options.verbose and not told[-1], "missed", reading, claim)
            elif _only_narrator(claim):
                false.append(_in_content(reading, claim))
                false_claims.append(_spoken(reading, claim))
                _show(options.verbose and (false[-1] or false_claims[-1]), "false", reading, claim)
    for name, values in (("voiced", told), ("false", false), ("false claims", false_claims)):
        print(f"{name}: {sum(values)} of {len(values)}, {sum(values) / len(values):.3f}")


def _read(engine: str) -> Iterator[tuple[Json, Json]]:
    from contested.acquire.inputs import InputOptions
    from contested.export.codec import to_json
    from contested.pipeline import ReadOptions
    from contested.run.local import read_many

    for name in SETS:
        gold = {row["id"]: row for row in map(json.loads, (SHARED / name / "gold.jsonl").open(encoding="utf-8"))}
        source = [SHARED / name / "input.jsonl"]
        for reading in read_many(source, InputOptions(format_in="jsonl"), ReadOptions(engine=engine)):  # type: ignore[arg-type]
            found = json.loads(to_json(reading))
            yield found, gold[found["report"]["id"]]


def _inner(claim: Json) -> list[str]:
    """Regular expressions for the voices below the narrator that may not be left out."""
    if "spans" in claim:  # the seed's form: alternatives of each level
        return ["|".join(level) for level in (claim.get("voices") or [])[1:]]
    return [v["match"] for v in claim["voices"] if v["role"] != "narrator" and not v.get("optional")]


def _only_narrator(claim: Json) -> bool:
    return len(claim.get("voices") or []) == 1


def _spans(claim: Json) -> Sequence[Sequence[int]]:
    return claim.get("spans") or [[claim["start"], claim["end"]]]


def _covered(claim: Json, parts: Sequence[Sequence[int]]) -> bool:
    """Whether the parts hold enough of one of the claim's spans."""
    for start, end in _spans(claim):
        held = {i for s, e in parts for i in range(max(s, start), min(e, end))}
        if len(held) >= ENOUGH * (end - start):
            return True
    return False


def _is_told(reading: Json, claim: Json, voices: Sequence[str]) -> bool:
    names = {entity["id"]: entity["name"] for entity in reading["entities"]}
    parts: list[Sequence[int]] = []
    for found in reading["attributions"]:
        words = [reading["text"][s:e] for s, e in (*found["source"], *found["cue"])]
        words += [names.get(found["speaker"], "")]
        words += [v["name"] for c in reading["claims"] if c["attribution"] == found["id"] for v in c["voices"][1:]]
        if any(re.search(voice, " ".join(words), re.IGNORECASE) for voice in voices):
            parts += found["content"]
    return _covered(claim, parts)


def _in_content(reading: Json, claim: Json) -> bool:
    used = {c["attribution"] for c in reading["claims"]}
    return any(_covered(claim, a["content"]) for a in reading["attributions"] if a["id"] in used)


def _spoken(reading: Json, claim: Json) -> bool:
    kinds = claim.get("kinds") or [claim["kind"], *claim.get("alt_kinds", ())]
    fitting = [c for c in reading["claims"] if c["kind"] in kinds and _covered(claim, [[c["start"], c["end"]]])]
    return bool(fitting) and all(len(c["voices"]) > 1 for c in fitting)


def _show(wanted: bool, what: str, reading: Json, claim: Json) -> None:
    if wanted:
        start, end = _spans(claim)[0]
        print(f"{what}: {reading['report']['id']} {reading['text'][start:end]!r} {_inner(claim)}")


if __name__ == "__main__":
    main()
