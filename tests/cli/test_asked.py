"""`--engine llm` as people call it, with a server of our own in the place of a language model."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from contested.cli.app import app
from contested.cli.asked import Total, lines
from contested.lexicon import yaml_data
from contested.model.proposed import CAUSES, Asked
from tests.llm.stub import claim, claims, completion, raw, serving

SECRET = "sk-not-to-be-seen"
TEXT = "Soldiers torched the granary of Tenenkou on Monday, the mayor said. Rebels shelled Konna on Tuesday."
GOOD = claim("torched", "attack.property", "Soldiers torched the granary of Tenenkou on Monday", actor="Soldiers")
INVENTED = claim("shelled", "strike.artillery", "The army shelled Konna", 2, actor="The army")
KNOWN = claim("shelled", "strike.artillery", "Rebels shelled Konna on Tuesday", 2)


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("CONTESTED_LLM")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr("contested.settings.user_config_path", lambda name: tmp_path / "config" / name)
    monkeypatch.setenv("CONTESTED_LLM_KEY", SECRET)


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return str(path)


def call(*args: str) -> Result:
    result = CliRunner().invoke(app, list(args))
    assert SECRET not in result.output + result.stderr
    return result


def test_the_claims_are_added_and_the_cost_is_told(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTESTED_LLM_PRICE_IN", "2")
    monkeypatch.setenv("CONTESTED_LLM_PRICE_OUT", "10")
    with serving(claims(GOOD, INVENTED, KNOWN)) as stub:
        asking = ("--engine", "llm", "--llm-url", stub.url, "--llm-model", "stub-1")
        result = call("read", report, "--published", "2024-05-15", "-f", "jsonl", *asking)
    assert result.exit_code == 0
    methods = [one["method"] for one in json.loads(result.stdout)["claims"]]
    assert "llm:attack.property:torch" in methods
    told = [line for line in result.stderr.splitlines() if "gazetteer" not in line]  # built once on a fresh machine
    assert told[:2] == [
        "contested: language model stub-1, 1 report: 3 happenings proposed, 1 read without it, 1 added",
        "contested: dropped: 1 words that do not stand in the sentence",
    ]
    assert told[2].startswith("contested: cost: 1,000 tokens in, 200 out, 0.0040 by the prices given, ")
    assert len(told) == 3


def test_address_and_name_may_stand_in_the_environment(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(claims()) as stub:
        monkeypatch.setenv("CONTESTED_LLM_URL", stub.url)
        monkeypatch.setenv("CONTESTED_LLM_MODEL", "stub-1")
        assert call("read", report, "--engine", "llm").exit_code == 0
        assert len(stub.bodies) == 1
        assert call("read", report).exit_code == 0
        assert len(stub.bodies) == 1, "without the engine nothing is sent"


def test_a_report_without_an_answer_is_read_and_told(report: str) -> None:
    with serving(completion("I would rather not.")) as stub:
        result = call("read", report, "--engine", "llm", "--llm-url", stub.url, "--llm-model", "m")
    assert result.exit_code == 0
    assert "1 report read without the language model: the language model's answer is not the JSON" in result.stderr
    assert "read without the language model" in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (["--engine", "llm"], "engine llm needs --llm-url and --llm-model"),
        (["--engine", "llm", "--llm-model", "m"], "engine llm needs --llm-url and --llm-model"),
        (["--llm-url", "https://models.example/v1"], "are for --engine llm: nothing is sent without it"),
        (["--engine", "llm", "--llm-model", "m", "--llm-url", "file:///etc/passwd"], "is not an http or https"),
        (["--engine", "llm", "--llm-model", "m", "--llm-url", "http://models.example/v1"], "must be asked by https"),
        (["--engine", "llm", "--llm-model", "m", "--llm-url", "http://10.0.0.1/v1"], "--llm-private lets the model"),
    ],
)
def test_a_wrong_call_is_one_sentence(args: list[str], why: str, report: str) -> None:
    result = call("read", report, *args)
    assert result.exit_code == 2
    assert why in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_refused_key_stops_the_run_with_a_sentence(report: str) -> None:
    with serving(raw(401, SECRET.encode())) as stub:
        result = call("--debug", "read", report, report, "--engine", "llm", "--llm-url", stub.url, "--llm-model", "m")
    assert result.exit_code == 2
    assert "wants a key, or another one: CONTESTED_LLM_KEY holds it (HTTP 401)" in result.stderr
    assert len(stub.bodies) == 1


def test_the_ledger_takes_such_readings(report: str, tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.db")
    with serving(claims(GOOD)) as stub:
        asking = ("--engine", "llm", "--llm-url", stub.url, "--llm-model", "stub-1")
        first, again = (call("add", report, "--ledger", ledger, *asking) for _ in range(2))
    assert "1 added" in first.stderr
    assert "1 as before" in again.stdout
    assert "torched" in call("search", "torched", "--ledger", ledger).stdout


def test_what_no_word_bears_out_is_shown_apart(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The army shelled Konna on Tuesday. Elders ferried 31 children to Mopti, the mayor said.")
    with serving(claims(claim("ferried", "evacuation", "Elders ferried 31 children to Mopti", 2))) as stub:
        asking = ("--engine", "llm", "--llm-url", stub.url, "--llm-model", "stub-1")
        shown = " ".join(call("read", str(path), *asking).stdout.split())
        page = call("read", str(path), "-f", "html", *asking).stdout
    assert "ALSO TOLD, BY A LANGUAGE MODEL'S READING mayor said: “Elders ferried 31 children to Mopti”" in shown
    assert "ferried 31 children" in page


def test_explain_says_where_such_a_claim_comes_from(report: str, tmp_path: Path) -> None:
    stored = tmp_path / "readings.jsonl"
    with serving(claims(GOOD)) as stub:
        asking = ("--engine", "llm", "--llm-url", stub.url, "--llm-model", "stub-1")
        call("read", report, "-f", "jsonl", "-o", str(stored), *asking)
    found = json.loads(stored.read_text())["claims"]
    name = next(one["id"] for one in found if one["method"].startswith("llm:"))
    told = " ".join(call("explain", str(stored), name).stdout.split())
    assert "a language model takes the word “torch” for attack.property, and the text bears it out" in told
    assert "0.30: not measured" in told


def test_sums_over_reports() -> None:
    total = Total()
    total.add(Asked("m", 3, 1, 1, {"words": 1}, 10, 5, 1.0, 0.5))
    total.add(Asked("m", 1, 0, 0, {"words": 1, "voice": 1}, 1_000, 5, 2.0, 0.25))
    total.add(Asked("m", seconds=4.0, error="it did not answer"))
    assert list(lines(total)) == [
        "language model m, 3 reports: 4 happenings proposed, 1 read without it, 1 added",
        "dropped: 2 words that do not stand in the sentence; 1 a voice that is not found there",
        "cost: 1,010 tokens in, 10 out, 0.7500 by the prices given, 7.0 s",
        "1 report read without the language model: it did not answer",
    ]
    total.add(Asked("m", 1))
    assert "cost: tokens not told by the server, 7.0 s" in lines(total)


def test_without_any_answer_only_that_is_told() -> None:
    total = Total()
    total.add(Asked("m", error="it did not answer"))
    assert list(lines(total)) == ["1 report read without the language model: it did not answer"]


def test_every_cause_has_words_for_people() -> None:
    causes: dict[str, Any] = yaml_data("language_model.yml")["causes"]
    assert tuple(causes) == CAUSES
