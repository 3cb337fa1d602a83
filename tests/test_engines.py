"""The two engines: what rules read alone, what the encoder adds, and what happens where it cannot be run."""

import hashlib
import json
import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest

import contested
from contested.errors import DataError
from contested.export.check import problems
from contested.export.codec import to_json
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing import engine, learned
from contested.parsing.parse import parse
from contested.parsing.segment import sentences

TEXT = """Rebels of the Lake Front entered Uvira on Tuesday, killing nine soldiers, the army spokesman Jules Ngoy said.

"We never saw the column," Colonel Ngoy told reporters in Goma. Residents hope to return before the rains.
"""


@pytest.fixture
def fresh() -> Iterator[None]:
    for cached in (learned._engine, learned._manifest, engine.encoder_installed):
        cached.cache_clear()
    yield
    for cached in (learned._engine, learned._manifest, engine.encoder_installed):
        cached.cache_clear()


def test_the_encoder_only_adds() -> None:
    rules, both = (contested.read(TEXT, published="2025-02-12", engine=e) for e in ("rules", "learned"))
    cues = [{a.cue for a in reading.attributions} for reading in (rules, both)]
    assert cues[0] <= cues[1]
    assert {(m.start, m.end) for m in rules.mentions} <= {(m.start, m.end) for m in both.mentions}
    assert [c.voices[-1].name for c in rules.claims] == [c.voices[-1].name for c in both.claims]


def test_ids_are_in_order_and_a_reading_is_valid() -> None:
    reading = contested.read(TEXT, published="2025-02-12")
    assert [a.id for a in reading.attributions] == [f"a{n}" for n in range(1, len(reading.attributions) + 1)]
    assert [m.id for m in reading.mentions] == [f"m{n}" for n in range(1, len(reading.mentions) + 1)]
    assert list(problems(json.loads(to_json(reading)))) == []


def test_a_reading_does_not_depend_on_its_neighbours() -> None:
    alone = contested.Reader(gate="none").read(TEXT)
    among = list(contested.Reader(gate="none").pipe(["Hail fell in Mopti, herders said.", TEXT, TEXT * 2]))[1]
    assert (alone.attributions, alone.mentions) == (among.attributions, among.mentions)


@pytest.mark.parametrize(("given", "gate"), [("rules", "none"), ("learned", "conflict")])
def test_nothing_is_loaded_that_is_not_needed(given: str, gate: str) -> None:
    text = TEXT if given == "rules" else "The bakery in Bristol won a prize for its rye bread on Sunday."
    code = (
        f"import sys, contested; contested.Reader(engine={given!r}, gate={gate!r}).read({text!r});"
        "sys.exit('onnxruntime' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.usefixtures("fresh")
def test_without_the_runtime_rules_read_and_say_so_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _: None)
    with caplog.at_level(logging.WARNING):
        found = [contested.read(TEXT, published="2025-02-12") for _ in range(2)]
    assert [r.message for r in caplog.records if r.name == engine.__name__] == [engine.MISSING]
    assert found[0] == contested.read(TEXT, published="2025-02-12", engine="rules")


@pytest.mark.usefixtures("fresh")
def test_changed_weights_are_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = json.loads(json.dumps(learned._manifest()))
    manifest["files"]["words.bin"] = hashlib.sha256(b"another").hexdigest()
    monkeypatch.setattr(learned, "_manifest", lambda: manifest)
    learned._engine.cache_clear()
    with pytest.raises(DataError, match=r"words\.bin is not the file that was shipped: reinstall contested"):
        contested.read(TEXT)


def test_an_engine_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="engine is 'magic'; it must be one of learned, rules, llm"):
        contested.Reader(engine="magic")  # type: ignore[arg-type]


def test_under_the_gate_the_encoder_sees_who_may_speak() -> None:
    text = 'Snow fell on Kidal. The mayor said four roads were closed. It was "too late". A report lists the dead.'
    parts = sentences(Report("r", text, (Block(0, len(text), "body"),)))
    parsed = parse(text, parts, range(len(parts)))
    read = {gate: [text[s.start : s.end] for s in engine.worth_reading(parsed, gate)] for gate in ("none", "conflict")}
    assert len(read["none"]) == 4
    assert read["conflict"] == read["none"][1:]
