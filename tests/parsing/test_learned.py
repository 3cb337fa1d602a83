"""The encoder as shipped: what it finds in plain cases, whole offsets, the guard on its files."""

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contested.errors import DataError
from contested.model.learned import Learned, LearnedAttribution
from contested.model.text import Span
from contested.parsing import learned
from contested.parsing.learned import read_spans, read_spans_batch, version

pytest.importorskip("onnxruntime")

SUDAN = (
    "A spokesman for the Sudanese army said on Monday that paramilitary fighters had burned a clinic in Kutum.\n\n"
    '"Nobody was left to bury the dead," said Hawa Adam, a teacher who fled to Chad.'
)


def lines(text: str) -> list[Span]:
    return [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]


def read(text: str) -> Learned:
    return read_spans(text, lines(text))


def told(found: Learned, origin: str) -> list[LearnedAttribution]:
    return [a for a in found.attributions if a.origin == origin]


def words(text: str, parts: tuple[Span, ...]) -> str:
    return " ".join(text[s:e] for s, e in parts)


@pytest.mark.parametrize("origin", ["news", "conflict"])
def test_who_says_what(origin: str) -> None:
    first, second = told(read(SUDAN), origin)
    assert words(SUDAN, first.source).startswith("A spokesman for the Sudanese army")
    assert "said" in words(SUDAN, first.cue)
    assert words(SUDAN, first.content).rstrip(".").endswith("had burned a clinic in Kutum")
    assert words(SUDAN, second.source).startswith("Hawa Adam")
    assert "Nobody was left to bury the dead" in words(SUDAN, second.content)
    assert first.speech > 0.5


def test_narration_has_no_voice() -> None:
    text = "The bridge over the Inhulets was destroyed in March. Two trucks burned. The road to Snihurivka is closed."
    assert read(text).attributions == ()


def test_names_and_mentions() -> None:
    text = "Kachin rebels captured Myitkyina airport from government troops on Tuesday, Daniel Maung told Reuters."
    found = read(text)
    names = {(text[m.start : m.end], m.label) for m in found.names}
    assert ("Daniel Maung", "person") in names
    mentions = {text[m.start : m.end]: m.label for m in found.mentions}
    assert mentions["Daniel Maung"] == "person"
    assert mentions["government troops"] == "military"
    assert "Tuesday" in {text[t.start : t.end] for t in found.times}


def test_every_span_is_a_piece_of_the_text_and_every_score_a_probability() -> None:
    found = read(SUDAN)
    spans = [*found.names, *found.phrases, *found.mentions, *found.times]
    assert spans
    for span in spans:
        assert 0 <= span.start < span.end <= len(SUDAN)
        assert SUDAN[span.start : span.end] == SUDAN[span.start : span.end].strip()
        assert 0 < span.score <= 1
    for attribution in found.attributions:
        assert attribution.content
        assert 0 < attribution.score <= 1


def test_many_texts_at_once_read_as_one_by_one() -> None:
    texts = [SUDAN, "", "Kyiv denied the report.", "Aid trucks entered Zamzam camp, the UN said. " * 40]
    together = list(read_spans_batch([(t, lines(t)) for t in texts]))
    assert together == [read(t) for t in texts]
    assert together[1] == Learned()


def test_only_the_sentences_given_are_read() -> None:
    found = read_spans(SUDAN, lines(SUDAN)[1:])
    assert min(m.start for m in found.mentions) > SUDAN.index("\n")


@pytest.fixture
def fresh() -> Iterator[None]:
    learned._engine.cache_clear()
    learned._manifest.cache_clear()
    yield
    learned._engine.cache_clear()
    learned._manifest.cache_clear()


@pytest.mark.usefixtures("fresh")
def test_a_changed_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = json.loads(json.dumps(learned._manifest()))
    manifest["files"]["encoder.onnx"] = hashlib.sha256(b"another").hexdigest()
    monkeypatch.setattr(learned, "_manifest", lambda: manifest)
    with pytest.raises(DataError, match=r"encoder\.onnx"):
        learned._engine.__wrapped__(1)


def test_weights_are_light_and_named() -> None:
    folder = Path(learned.__file__).parents[1] / "data" / "weights" / "encoder"
    assert sum(p.stat().st_size for p in folder.iterdir()) < 40_000_000
    assert re.fullmatch(r"encoder/[\w.\-]+", version())


def test_the_runtime_is_loaded_only_when_asked() -> None:
    code = "import sys, contested.parsing.learned; sys.exit('onnxruntime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
