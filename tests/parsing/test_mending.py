"""Slips of the parser that are mended. All sentences are our own."""

from contested.model.parse import Parsed, Sentence
from contested.parsing.parse import parse


def _parsed(text: str) -> Parsed:
    return parse(text, (Sentence(0, len(text), 0),), [0])


def _head(parsed: Parsed, word: str) -> str:
    token = next(i for i in range(len(parsed.starts)) if parsed.word(i) == word)
    return parsed.word(parsed.heads[token])


def test_the_day_right_behind_said_is_the_day_of_the_saying() -> None:
    assert _head(_parsed("Chad said on Monday it would send troops to the border."), "on") == "said"
    assert _head(_parsed("Chad said it would send troops on Monday."), "on") != "said"


def test_who_kills_in_the_second_clause_is_not_killed_in_the_first() -> None:
    parsed = _parsed("A sniper killed a girl and a mine killed two farmers in Taiz.")
    mine = next(i for i in range(len(parsed.starts)) if parsed.word(i) == "mine")
    assert (parsed.deps[mine], parsed.heads[mine]) == ("nsubj", mine + 1)
    assert _head(_parsed("A sniper killed a girl and a boy in Taiz."), "boy") == "girl"


def _kind(parsed: Parsed, word: str) -> tuple[str, str, str]:
    token = next(i for i in range(len(parsed.starts)) if parsed.word(i) == word)
    return parsed.pos[token], parsed.deps[token], parsed.word(parsed.heads[token])


def test_a_name_right_behind_its_verb_is_no_adverb() -> None:
    assert _kind(_parsed("Four people died when Russia seized Bakhmut."), "Bakhmut") == ("PROPN", "dobj", "seized")
    assert _kind(_parsed("Jihadists have looted Arbinda."), "Arbinda") == ("PROPN", "dobj", "looted")


def test_a_name_of_two_words_is_its_verbs_object_too() -> None:
    assert _kind(_parsed("Sudan's RSF seizes El Fasher"), "Fasher") == ("PROPN", "dobj", "seizes")


def test_a_day_right_behind_its_verb_is_no_object() -> None:
    assert _kind(_parsed("The troops left Monday for the border."), "Monday")[1] != "dobj"


def test_a_name_right_behind_its_preposition_is_no_adverb_or_verb() -> None:
    assert _kind(_parsed("Fierce fighting in Bakhmut"), "Bakhmut")[0] == "PROPN"
    assert _kind(_parsed("A myanmar airstrike kills 40 in Sagaing"), "Sagaing")[0] == "PROPN"
