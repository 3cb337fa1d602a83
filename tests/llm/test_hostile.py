"""Whatever a model answers, the reading keeps the contract, and nothing in it stands outside the text."""

import json
from dataclasses import replace
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

import contested
from contested.export.check import problems
from contested.export.codec import to_dict
from contested.llm.client import Answer
from contested.llm.endpoint import LanguageModel
from contested.llm.question import roles, types
from contested.model.claim import MODALITIES, STANCES

TEXT = (
    "Soldiers torched the granary of Tenenkou on Monday, the mayor said. The army denied that its men had burned it.\n"
    "Nobody was hurt when 14 lorries of the “Lake Front” were looted near Konna, according to two drivers. "
    "Rebels may shell the port if talks fail. “We never left Bol,” Colonel Amadou Keita told Radio Gao. "
    "Elders ferried 31 children to Mopti after the raid."
)
SENTENCES = TEXT.replace("\n", " ").split(". ")
WORDS = sorted(set(TEXT.replace(",", "").replace(".", "").split()))
READER = contested.Reader(
    published="2024-05-15", engine="llm", language_model=LanguageModel("http://localhost:9/v1", "none")
)
words = st.one_of(st.sampled_from(WORDS), st.sampled_from(SENTENCES), st.none(), st.integers(), st.text(max_size=5))
claim = st.fixed_dictionaries(
    {
        "sentence": st.one_of(st.integers(-1, 8), st.none()),
        "quote": st.one_of(st.sampled_from(SENTENCES), words),
        "trigger": st.sampled_from(WORDS),
        "type": st.sampled_from([*sorted(types()), "none"]),
        "stance": st.sampled_from(STANCES),
        "polarity": st.sampled_from("+-"),
        "modality": st.sampled_from(MODALITIES),
        "source": words,
        "cue": words,
        **dict.fromkeys(roles(), words),
    }
)


def read(answer: str) -> contested.Reading:
    with mock.patch("contested.llm.propose.ask", return_value=Answer(answer, None, None)):
        return READER.read(contested.Report(id="r", text=TEXT))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.one_of(claim, words), max_size=30))
def test_any_answer_of_the_shape_keeps_the_contract(claims: list[Any]) -> None:
    reading = read(json.dumps({"claims": claims}))
    assert [str(problem) for problem in problems(to_dict(reading))] == []
    asked = reading.language_model
    assert asked is not None
    assert asked.proposed == len(claims)
    assert asked.known + asked.added <= asked.proposed <= asked.known + asked.added + sum(asked.dropped.values())
    for one in reading.claims:
        for ref in (ref for refs in one.roles.values() for ref in refs):
            assert TEXT[ref.start : ref.end] == ref.text


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_other_answer_is_none(answer: str) -> None:
    reading = read(answer)
    assert reading.language_model is not None
    assert reading.language_model.error is not None
    alone = contested.Reader(published="2024-05-15").read(contested.Report(id="r", text=TEXT))
    assert replace(reading, report=alone.report, language_model=None) == alone


def test_every_word_as_every_kind_tells_nothing_denied_as_done() -> None:
    """A model that takes every word for a shelling: what is denied, possible or negative is still so."""
    told = dict.fromkeys(("source", "cue", *roles())) | {"stance": "asserts", "polarity": "+", "modality": "actual"}
    claims = [
        told | {"sentence": number, "quote": quote, "trigger": word, "type": type_}
        for number, quote in enumerate(("its men had burned it", "Nobody was hurt", "Rebels may shell the port"), 2)
        for word in quote.split()
        for type_ in ("strike.artillery", "attack.property", "casualties", "battle.offensive")
    ]
    for one in (claim for claim in read(json.dumps({"claims": claims})).claims if claim.method.startswith("llm")):
        assert one.stance == "denies" or one.polarity == "-" or one.modality not in ("actual", "ongoing"), one.quote
