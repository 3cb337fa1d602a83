"""The only door to onnxruntime: sentences to labelled spans and attributions, by one pass of a small encoder.

The encoder is all-MiniLM-L6-v2 (Apache-2.0), fine-tuned by `training/encoder`; see docs/learned.md for what it was
taught, how well it reads and what it gets wrong. Loaded at the first call, checked against its SHA-256.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from contested.errors import DataError
from contested.model.learned import Labelled, Learned, LearnedAttribution, Origin
from contested.model.text import Span
from contested.parsing import decode
from contested.parsing.decode import Floats, Found
from contested.parsing.windows import Window, windows
from contested.parsing.wordpiece import WordPiece

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

LAYERS: tuple[Origin, ...] = ("news", "conflict", "inner")
_HEADS = {"names": "name", "phrases": "phrase", "mentions": "mention"}
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True)
class Engine:
    """The loaded encoder: its session, word vectors (one int8 row a word-piece), and what its scores mean."""

    session: "InferenceSession"
    cutter: WordPiece
    words: NDArray[np.int8]
    scales: Floats
    labels: dict[str, Any]

    def columns(self, head: str) -> slice:
        """Where the head's scores stand among all."""
        start = 0
        for name, types in self.labels["heads"].items():
            if name == head:
                return slice(start, start + 1 + 2 * len(types))
            start += 1 + 2 * len(types)
        raise DataError(f"weights/encoder: no head {head}")


def read_spans(text: str, spans: Sequence[Span], *, threads: int = 1) -> Learned:
    """What the encoder finds in these sentences of the text (spans in text order; a gate may leave some out).

    Offsets are code points of `text`. Raises DataError if the weights are not those that were shipped.
    """
    engine = _engine(threads)
    found = windows(text, spans, engine.cutter)
    return _assemble(engine, text, [(window, *_run(engine, window)) for window in found])


def read_spans_batch(batch: Iterable[tuple[str, Sequence[Span]]], *, threads: int = 1) -> Iterator[Learned]:
    """As `read_spans`, over many texts, one Learned a text in order."""
    return (read_spans(text, spans, threads=threads) for text, spans in batch)


def version() -> str:
    """The version of the weights, for `method` fields."""
    return f"encoder/{_manifest()['version']}"


@cache
def _manifest() -> dict[str, Any]:
    place = files("contested.data") / "weights" / "encoder" / "manifest.json"
    if not place.is_file():
        raise DataError("data/weights/encoder is missing: reinstall contested")
    found: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    return found


def _checked(name: str) -> bytes:
    """The bytes of one of the encoder's files; DataError if they are not those of the manifest."""
    data = (files("contested.data") / "weights" / "encoder" / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != _manifest()["files"].get(name):
        raise DataError(f"data/weights/encoder/{name} is not the file that was shipped: reinstall contested")
    return data


@cache
def _engine(threads: int) -> Engine:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(_checked("encoder.onnx"), options, providers=["CPUExecutionProvider"])
    labels = json.loads(_checked("labels.json"))
    rows = np.frombuffer(_checked("words.bin"), dtype=np.int8).reshape(-1, labels["size"])
    scales = np.frombuffer(_checked("scales.bin"), dtype=np.float32)
    cutter = WordPiece(_checked("vocab.txt").decode("utf-8"))
    return Engine(session, cutter, rows, scales, labels)


def _run(engine: Engine, window: Window) -> tuple[Floats, Floats]:
    """Log-probabilities (units by labels) and link vectors (word-pieces by four vectors) of one window.

    Each goes alone: in one batch the int8 sums would depend on its neighbours (1 attribution in 10 came out otherwise,
    at equal score), and without padding it is a fifth faster.
    """
    pieces = np.array([window.pieces], dtype=np.int64)
    cases = np.array([window.cases], dtype=np.int64)
    seen = np.ones(pieces.shape, dtype=np.float32)
    words = engine.words[pieces].astype(np.float32) * engine.scales[pieces][..., None]
    scores, vectors = engine.session.run(None, {"words": words, "cases": cases, "seen": seen})
    return scores[0, window.units], vectors[0]


def _assemble(engine: Engine, text: str, read: Sequence[tuple[Window, Floats, Floats]]) -> Learned:
    lists: dict[str, list[Labelled]] = {"names": [], "phrases": [], "mentions": [], "times": []}
    told: list[LearnedAttribution] = []
    for window, scores, vectors in read:
        logs = {head: decode.log_softmax(scores[:, engine.columns(head)]) for head in engine.labels["heads"]}
        for place, head in _HEADS.items():
            for mention in _labelled(engine, text, window, logs[head], head):
                lists["times" if mention.label == "time" else place].append(mention)
        for layer in LAYERS:
            told += _told(engine, window, logs, vectors, layer)
    times = sorted({(t.start, t.end): t for t in lists["times"]}.values(), key=lambda t: (t.start, t.end))
    told.sort(key=lambda a: (a.content[0], a.origin))
    return Learned(tuple(told), tuple(lists["names"]), tuple(lists["phrases"]), tuple(lists["mentions"]), tuple(times))


def _labelled(engine: Engine, text: str, window: Window, logs: Floats, head: str) -> Iterator[Labelled]:
    """The head's spans; those made only of an article or of marks are left out, hyphenated words are taken whole."""
    types = engine.labels["heads"][head]
    for span in decode.spans(logs):
        start, end = _whole(text, window.starts[span.first], window.ends[span.last])
        words = text[start:end]
        if words.lower() not in _ARTICLES and any(map(str.isalnum, words)):
            yield Labelled(start, end, types[span.kind], _calibrated(engine, head, span.score))


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The span grown over the rest of a word that goes on without a space ("al-", "U.S")."""
    while start > 1 and text[start - 1] in "-.'’" and text[start - 2].isalnum() and text[start].isalnum():
        start -= 2
        while start > 0 and text[start - 1].isalnum():
            start -= 1
    return start, end


def _calibrated(engine: Engine, head: str, score: float) -> float:
    """Platt's scaling, fitted on texts kept back from training."""
    slope, shift = engine.labels["calibration"].get(head, (1.0, 0.0))
    score = min(max(score, 1e-6), 1 - 1e-6)
    return round(1 / (1 + math.exp(-(slope * math.log(score / (1 - score)) + shift))), 3)


def _told(
    engine: Engine, window: Window, logs: dict[str, Floats], vectors: Floats, layer: Origin
) -> Iterator[LearnedAttribution]:
    found = decode.spans(logs[layer])
    for parts in decode.attributions(found, window, vectors, engine.labels["link"]):
        score = parts.link * float(np.mean([found[n].score for n in (*parts.cue, *parts.content)]))
        yield LearnedAttribution(
            _places(window, found, parts.source),
            _places(window, found, parts.cue),
            _places(window, found, parts.content),
            _calibrated(engine, layer, score),
            _speech(logs["conflict"], [found[n] for n in parts.cue or parts.source]) if layer == "news" else 1.0,
            layer,
        )


def _places(window: Window, found: Sequence[Found], which: Sequence[int]) -> tuple[Span, ...]:
    return tuple(Span(window.starts[found[n].first], window.ends[found[n].last]) for n in which)


def _speech(logs: Floats, cues: Sequence[Found]) -> float:
    """How probable it is that the words are part of one of the contract's voices, the mean over them."""
    units = [n for span in cues for n in range(span.first, span.last + 1)]
    return round(float(np.mean(1 - np.exp(logs[units, 0]))), 3) if units else 0.0
