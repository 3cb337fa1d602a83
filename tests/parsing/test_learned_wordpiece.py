"""Word-pieces: the pieces and offsets of BERT's uncased models."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.parsing.wordpiece import WordPiece

SMALL = WordPiece("[UNK]\nrebel\n##s\nke\n##rch\n,\n.\n-\nal\n中\ncafe\n$\n'\ns")
LARGE = WordPiece((files("contested.data") / "weights" / "encoder" / "vocab.txt").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Rebels, KERCH.", [(0, 6, (1, 2)), (6, 7, (5,)), (8, 13, (3, 4)), (13, 14, (6,))]),
        ("Al-Rebel's", [(0, 2, (8,)), (2, 3, (7,)), (3, 8, (1,)), (8, 9, (12,)), (9, 10, (13,))]),
        ("café $\u4e2d\u4e2d", [(0, 4, (10,)), (5, 6, (11,)), (6, 7, (9,)), (7, 8, (9,))]),
        ("  zzz\n\tal ", [(2, 5, (0,)), (7, 9, (8,))]),
        ("\u200frebel\u200e", [(1, 6, (1,))]),
        ("", []),
    ],
)
def test_units(text: str, pieces: list[tuple[int, int, tuple[int, ...]]]) -> None:
    assert SMALL.units(text, 0, len(text)) == pieces


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Kerch bridge: rebels, al Rebel"
    assert [text[u.start : u.end] for u in SMALL.units(text, 14, len(text))] == ["rebels", ",", "al", "Rebel"]


def test_a_monster_is_unknown() -> None:
    (unit,) = SMALL.units("s" * 101, 0, 101)
    assert unit.pieces == (0,)


def test_known_numbers() -> None:
    text = "Troops shelled Bakhmut."
    assert [u.pieces for u in LARGE.units(text, 0, len(text))] == [(3629,), (5806, 2098), (8670, 10023, 28120), (1012,)]


@given(st.text(max_size=60))
def test_units_are_in_order_and_hold_no_white_space(text: str) -> None:
    last = 0
    for unit in LARGE.units(text, 0, len(text)):
        assert last <= unit.start < unit.end <= len(text)
        assert not any(c.isspace() for c in text[unit.start : unit.end])
        assert unit.pieces
        last = unit.end
