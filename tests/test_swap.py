"""Who fights, under which name and where does not change what is read: a part of tools/swap_test.py."""

from types import ModuleType

import pytest

from tests.tooling import tool

MOST = 0.03
"""The flip rate that fails; docs/learned.md has the rate of all sentences. Wanted is .02."""


@pytest.fixture(scope="module")
def swap() -> ModuleType:
    return tool("swap_test")


def test_every_sixth_sentence_is_read_alike(swap: ModuleType) -> None:
    made = list(swap.pairs(swap.load(), every=6))
    found = swap.flips(made, "rules")
    assert len(made) > 200
    assert len(found) / len(made) < MOST, [flip.pair.other for flip in found]


def test_a_change_of_what_is_told_is_a_flip(swap: ModuleType) -> None:
    told, denied = "The army shelled Goma on Monday.", "The army denied shelling Goma on Monday."
    pair = swap.Pair("parties", told, denied, ())
    assert [flip.pair for flip in swap.flips([pair], "rules")] == [pair]


def test_only_a_change_of_side_makes_two_types_one(swap: ModuleType) -> None:
    gained, taken = "The army captured Goma on Monday.", "The rebels captured Goma on Monday."
    types = frozenset({"territory.government_gain", "territory.rebel_gain"})
    assert swap.flips([swap.Pair("parties", gained, taken, ())], "rules")
    assert not swap.flips([swap.Pair("parties", gained, taken, (types,))], "rules")


def test_there_are_200_sentences_and_each_slot_has_a_list(swap: ModuleType) -> None:
    data = swap.load()
    sentences = [sentence for theme in data["sentences"].values() for sentence in theme]
    slots = {slot for sentence in sentences for slot in swap.SLOT.findall(sentence)}
    assert len(sentences) == len(set(sentences)) == 200
    assert slots == {slot for fillings in data["fillings"].values() for slot in fillings[0]} - {"side"}
