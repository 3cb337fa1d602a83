"""Windows with their targets as arrays, and the mixing of kinds into batches."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from corpora import Example
from heads import HEADS, LAYERS
from numpy.typing import NDArray

from contested.model.text import Span
from contested.parsing.windows import Window, windows
from contested.parsing.wordpiece import WordPiece

IGNORED = -100
PIECES = 1_500
Ints = NDArray[np.int64]


@dataclass
class Sample:
    """A window and, for each of its word-pieces, the target of every head and link (IGNORED where there is none)."""

    kind: str
    window: Window
    targets: dict[str, Ints]


def samples(example: Example, cutter: WordPiece) -> list[Sample]:
    """The example's windows with targets."""
    return [
        Sample(example.kind, window, _targets(example, window))
        for window in windows(example.text, example.sentences, cutter)
    ]


def _units(window: Window, start: int, end: int) -> list[int]:
    return [n for n, (s, e) in enumerate(zip(window.starts, window.ends, strict=True)) if s < end and start < e]


def _targets(example: Example, window: Window) -> dict[str, Ints]:
    size = len(window)
    targets = {name: np.full(size, IGNORED) for name in [*HEADS, "link_source", "link_cue"]}
    for head in example.teaches:
        targets[head][window.units] = 0
        _mark(targets[head], window, HEADS[head].types, _outermost(example, head))
        for start, end in example.blind.get(head, ()):
            blind = [window.units[n] for n in _units(window, start, end)]
            if all(targets[head][n] == 0 for n in blind):
                targets[head][blind] = IGNORED
    _link(example, window, targets)
    return targets


def _outermost(example: Example, head: str) -> list[tuple[int, int, str]]:
    """The head's spans, the longest first, none overlapping another of them."""
    spans = list(example.spans.get(head, ()))
    for told in example.told:
        if told.layer == head:
            parts = (("source", told.source), ("cue", told.cue), ("content", told.content))
            spans += [(s, e, role) for role, places in parts for s, e in places]
    kept: list[tuple[int, int, str]] = []
    short_first = head in LAYERS
    for start, end, kind in sorted(set(spans), key=lambda x: (x[1] - x[0]) * (1 if short_first else -1)):
        if all(end <= s or e <= start for s, e, _ in kept):
            kept.append((start, end, kind))
    return kept


def _mark(target: Ints, window: Window, types: tuple[str, ...], spans: list[tuple[int, int, str]]) -> None:
    for start, end, kind in spans:
        for order, unit in enumerate(_units(window, start, end)):
            target[window.units[unit]] = 1 + 2 * types.index(kind) + (order > 0)


def _first(window: Window, parts: tuple[Span, ...]) -> int | None:
    """The word-piece that opens the first of the parts, if the window holds it."""
    found = [unit for start, end in parts[:1] for unit in _units(window, start, end)]
    return window.units[found[0]] if found and window.starts[found[0]] <= parts[0].start else None


def _link(example: Example, window: Window, targets: dict[str, Ints]) -> None:
    """Cue to source (piece 0: none in this window); every unit of an attribution to its cue, or to its source."""
    for told in example.told:
        cue, source = _first(window, told.cue), _first(window, told.source)
        goal = cue if cue is not None else source
        if cue is not None:
            targets["link_source"][cue] = source or 0
        if goal is None:
            continue
        for start, end in (*told.source, *told.cue, *told.content):
            for unit in _units(window, start, end):
                place = window.units[unit]
                if told.layer != "inner" or targets["link_cue"][place] == IGNORED or told.cue:
                    targets["link_cue"][place] = goal


def mixed(pools: dict[str, list[Sample]], shares: dict[str, float], seed: int) -> Iterator[list[Sample]]:
    """Batches without end: the kind drawn by its share, windows of like length together, each pool gone through
    before it starts again."""
    rng = random.Random(seed)
    waiting: dict[str, list[list[Sample]]] = defaultdict(list)
    kinds = [kind for kind in shares if pools.get(kind)]
    while True:
        kind = rng.choices(kinds, [shares[k] for k in kinds])[0]
        if not waiting[kind]:
            waiting[kind] = _batches(pools[kind], rng)
        yield waiting[kind].pop()


def _batches(pool: list[Sample], rng: random.Random) -> list[list[Sample]]:
    order = sorted(pool, key=lambda s: len(s.window) + rng.random() * 24)
    found: list[list[Sample]] = [[]]
    for sample in order:
        if (len(found[-1]) + 1) * len(sample.window) > PIECES:
            found.append([])
        found[-1].append(sample)
    found = [batch for batch in found if batch]
    rng.shuffle(found)
    return found


def arrays(batch: list[Sample]) -> dict[str, Ints]:
    """The batch as padded arrays; `pieces` 0 is padding."""
    size = max(len(sample.window) for sample in batch)
    made = {name: np.full((len(batch), size), IGNORED) for name in batch[0].targets}
    made["pieces"] = np.zeros((len(batch), size), dtype=np.int64)
    made["cases"] = np.zeros((len(batch), size), dtype=np.int64)
    for row, sample in enumerate(batch):
        length = len(sample.window)
        made["pieces"][row, :length] = sample.window.pieces
        made["cases"][row, :length] = sample.window.cases
        for name, target in sample.targets.items():
            made[name][row, :length] = target
    return made
