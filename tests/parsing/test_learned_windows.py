"""Windows: whole paragraphs, right offsets, no window over the limit."""

import re
from importlib.resources import files

import pytest

from contested.model.text import Span
from contested.parsing.windows import BREAK, LIMIT, shape, windows
from contested.parsing.wordpiece import WordPiece

VOCABULARY = files("contested.data") / "weights" / "encoder" / "vocab.txt"


def cutter() -> WordPiece:
    return WordPiece(VOCABULARY.read_text(encoding="utf-8"))


def lines(text: str) -> list[Span]:
    return [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]


@pytest.mark.parametrize(
    ("word", "kind"),
    [("village", 1), ("Goma", 2), ("RSF", 3), ("McKenzie", 4), ("U", 5), ("155", 6), (",", 1), ("al", 1), ("T90", 3)],
)
def test_shapes(word: str, kind: int) -> None:
    assert shape(word) == kind


def test_units_are_words_of_the_text() -> None:
    text = "Żołnierze left Al-Qa’im, the mayor said.\n\nNo one was hurt."
    (window,) = windows(text, lines(text), cutter())
    words = [text[s:e] for s, e in zip(window.starts, window.ends, strict=True)]
    assert words[:6] == ["Żołnierze", "left", "Al", "-", "Qa", "’"]
    assert "".join(words) == re.sub(r"\s", "", text)


def test_paragraphs_share_a_window_with_a_break_between() -> None:
    text = "Shelling went on in Marib.\nAid did not arrive."
    (window,) = windows(text, lines(text), cutter())
    assert [n for n, opens in enumerate(window.opens) if opens] == [0, 6]
    assert window.pieces.count(BREAK) == 2


def test_no_window_is_too_long_and_nothing_is_lost() -> None:
    sentence = "Fighters crossed the Nile at night and burned two boats near the old customs house. "
    text = sentence * 30 + "\n" + "word " * 700
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"Fighters[^.]+\.", text)]
    spans.append(Span(text.index("word"), len(text)))
    found = windows(text, spans, cutter())
    assert max(map(len, found)) <= LIMIT
    assert sum(len(window.units) for window in found) == 30 * 16 + 700
    first = found[0]
    assert text[first.starts[-1] : first.ends[-1]] == "."


def test_a_sentence_left_out_stays_out() -> None:
    text = "Rebels attacked Bria. The weather was fine. The army replied."
    spans = [Span(0, 21), Span(44, 61)]
    (window,) = windows(text, spans, cutter())
    assert all(not 22 <= start < 44 for start in window.starts)


def test_nothing_to_read() -> None:
    assert windows("", [], cutter()) == []
