"""Frames of unrest, police, crime and disaster, each on a sentence of our own (frames_cases.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import contested
from contested import Claim
from tests.coding.reading import DAY, words

TABLE: dict[str, list[list[Any]]] = yaml.safe_load(Path(__file__).with_name("frames_cases.yml").read_text("utf-8"))


def claims(sentence: str) -> tuple[Claim, ...]:
    """The claims of one sentence, the gate left open: what is tested is the frame."""
    return contested.read(sentence, published=DAY, gate="none").claims


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: f"{case[0]}: {case[1][:40]}")
def test_type_and_roles(case: list[Any]) -> None:
    type_, sentence, *roles = case
    found = [claim for claim in claims(sentence) if claim.type == type_]
    assert found, [(claim.kind, claim.type, claim.quote) for claim in claims(sentence)]
    for role, text in (roles[0] if roles else {}).items():
        assert any(text in filler for claim in found for filler in words(claim, role)), (role, found[0].roles)


@pytest.mark.parametrize("case", TABLE["counter"], ids=lambda case: f"{case[0]}: {case[1][:40]}")
def test_no_such_event(case: list[str]) -> None:
    forbidden, sentence = case
    for claim in claims(sentence):
        real = claim.kind == "event" and claim.modality in ("actual", "ongoing") and claim.stance != "denies"
        assert not (real and (claim.type or "").startswith(forbidden)), (claim.type, claim.quote)
