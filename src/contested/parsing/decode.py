"""From the encoder's scores to spans and attributions: the best labels under BIO's rules, and the links between spans.

All of it is numpy over *units* (see windows.py); positions of vectors are word-pieces, positions of labels units.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from contested.parsing.windows import Window

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
NEVER = np.float32(-1e4)
SURE = np.float32(-0.01)
"""Log-probability of O above which a unit is taken for O without a search."""
FAR = 0.1
"""What a unit of distance costs a link, in its own score; chosen on texts kept back from training."""
FARTHEST = 20


class Found(NamedTuple):
    """A span of units `[first, last]` with the index of its type and the geometric mean of its labels' probability."""

    first: int
    last: int
    kind: int
    score: float


class Parts(NamedTuple):
    """One attribution as indices into the list of spans of its window, and the probability of its links."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    link: float


def log_softmax(scores: Floats) -> Floats:
    """Logarithms of probabilities over the last axis."""
    shifted: Floats = scores - scores.max(-1, keepdims=True)
    logs: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return logs


def spans(logs: Floats) -> list[Found]:
    """The spans of one window under one head. `logs`: units by labels (O, B-0, I-0, B-1 ...), log-probabilities."""
    labels = best_labels(logs)
    chosen = logs[np.arange(len(labels)), labels]
    return [
        Found(first, last, kind, float(np.exp(chosen[first : last + 1].mean())))
        for first, last, kind in _runs(labels.tolist())
    ]


def best_labels(logs: Floats) -> Ints:
    """The likeliest lawful labels; the search is run only between sure O's where the likeliest of each are unlawful."""
    labels: Ints = logs.argmax(-1)
    wrong = np.flatnonzero(~lawful(labels))
    if not len(wrong):
        return labels
    sure = np.flatnonzero(logs[:, 0] > SURE)
    done = 0
    for place in wrong.tolist():
        if place < done:
            continue
        after = int(np.searchsorted(sure, place))
        first = int(sure[after - 1]) + 1 if after else 0
        done = int(sure[after]) if after < len(sure) else len(labels)
        labels[first:done] = viterbi(logs[first:done])
    return labels


def lawful(labels: Ints) -> NDArray[np.bool_]:
    """For every unit whether its label may stand there: I only after B or I of its own type."""
    outside = (labels == 0) | (labels % 2 == 1)
    before = np.concatenate(([0], labels[:-1]))
    good: NDArray[np.bool_] = outside | (before == labels) | (before == labels - 1)
    return good


def viterbi(logs: Floats) -> Ints:
    """The likeliest lawful labels. Any label may follow any other, but I only B or I of its type."""
    size, width = logs.shape
    back = np.zeros((size, width), dtype=np.int64)
    inner = np.arange(2, width, 2)
    best = logs[0].copy()
    best[inner] = NEVER
    for n in range(1, size):
        top = best.argmax()
        opened, going = best[1::2], best[2::2]
        back[n] = top
        back[n, 2::2] = inner - (opened >= going)
        step = logs[n] + best[top]
        step[2::2] = logs[n, 2::2] + np.maximum(opened, going)
        best = step
    labels = np.zeros(size, dtype=np.int64)
    labels[-1] = best.argmax()
    for n in range(size - 1, 0, -1):
        labels[n - 1] = back[n, labels[n]]
    return labels


def _runs(labels: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    start = -1
    for n, label in enumerate([*labels, 0]):
        if start >= 0 and (label == 0 or label % 2):
            yield start, n - 1, (labels[start] - 1) // 2
            start = -1
        if label % 2:
            start = n


def attributions(found: Sequence[Found], window: Window, vectors: Floats, width: int) -> list[Parts]:
    """The window's sources (kind 0), cues (1) and contents (2) tied together.

    `vectors` holds, for each word-piece, the four vectors of `width`: cue asks, source answers, unit asks, cue answers.
    A content without a cue goes to a source; one with neither is left out.
    """
    of = [[n for n, span in enumerate(found) if span.kind == kind] for kind in range(3)]
    sources, cues, contents = of
    goals = cues + sources
    if not goals or not contents:
        return []
    pull = _pull(found, window, vectors[:, 2 * width :], width, goals)
    owner = {cue: _merged(cue, pull[cue], cues, goals) for cue in cues}
    groups: dict[int, list[tuple[int, float]]] = {}
    for content in contents:
        best = int(pull[content].argmax())
        goal = owner.get(goals[best], goals[best])
        groups.setdefault(goal, []).append((content, float(np.exp(pull[content][best]))))
    made = []
    for goal, tied in groups.items():
        link = float(np.mean([p for _, p in tied]))
        parts = tuple(content for content, _ in tied)
        if goal in sources:
            made.append(Parts((goal,), (), parts, link))
            continue
        source, sure = _source(found, window, vectors, width, goal, sources)
        cue = tuple(c for c in cues if owner[c] == goal)
        made.append(Parts(source, cue, parts, link * sure))
    return made


def _pull(found: Sequence[Found], window: Window, vectors: Floats, width: int, goals: Sequence[int]) -> Floats:
    """Log-probabilities by span and goal that the span belongs to the attribution that opens there."""
    places = np.array([window.units[found[g].first] for g in goals])
    answers = vectors[places, width:]
    bonds = vectors[:, :width] @ answers.T / np.float32(np.sqrt(width))
    rows = np.empty((len(found), len(goals)), dtype=np.float32)
    for n, span in enumerate(found):
        inside = window.units[span.first : span.last + 1]
        rows[n] = bonds[inside].mean(0) - [FAR * _gap(span, found[g]) for g in goals]
    return log_softmax(rows)


def _gap(one: Found, other: Found) -> int:
    """Units between two spans, FARTHEST at most."""
    return min(FARTHEST, max(0, one.first - other.last, other.first - one.last))


def _merged(cue: int, pull: Floats, cues: Sequence[int], goals: Sequence[int]) -> int:
    """The cue that this one continues ("has ... said"): itself unless it is drawn more to an earlier one."""
    best = goals[int(pull.argmax())]
    return best if best in cues and best < cue else cue


def _source(
    found: Sequence[Found], window: Window, vectors: Floats, width: int, cue: int, sources: Sequence[int]
) -> tuple[tuple[int, ...], float]:
    """The source that the cue asks for, () where it asks for none, and how sure that is."""
    if not sources:
        return (), 1.0
    asks = vectors[window.units[found[cue].first], :width]
    places = [0, *(window.units[found[s].first] for s in sources)]
    scores = vectors[places, width : 2 * width] @ asks / np.float32(np.sqrt(width))
    scores[1:] -= [FAR * _gap(found[cue], found[s]) for s in sources]
    logs = log_softmax(scores)
    best = int(logs.argmax())
    return (() if best == 0 else (sources[best - 1],)), float(np.exp(logs[best]))
