"""The text cut at the edges of claims: nothing lost, nothing twice, every claim begun once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from contested.export.html.passages import passages, standing
from contested.model.claim import Claim, Voice
from contested.model.reading import Reading
from contested.model.text import Block
from tests.export.made import kosti

TEXT = "The first line\nand the second one.\n\nThe third."
BLOCKS = (Block(0, 34, "title"), Block(36, len(TEXT), "body"))


def of(*spans: tuple[int, int]) -> Reading:
    claims = tuple(
        Claim(f"c{n}", "event", start, end, TEXT[start:end], (Voice("narrator", role="narrator"),))
        for n, (start, end) in enumerate(spans, 1)
    )
    return replace(kosti(), text=TEXT, blocks=BLOCKS, claims=claims, events=(), questions=())


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(sorted).filter(lambda s: s[0] < s[1])


@given(st.lists(spans.map(tuple), max_size=8))
def test_the_text_stays_whole_and_each_piece_knows_its_claims(found: list[tuple[int, int]]) -> None:
    reading = of(*found)
    made = passages(reading)
    begun = []
    for block, passage in zip(BLOCKS, made, strict=True):
        assert "".join(piece.words for piece in passage.pieces) == TEXT[block.start : block.end]
        at = block.start
        for piece in passage.pieces:
            covering = {c.id for c in reading.claims if c.start <= at and at + len(piece.words) <= c.end}
            assert set(piece.claims) == covering
            at += len(piece.words)
            begun += piece.begins
    assert len(begun) == len(set(begun))
    seen = {c.id for c in reading.claims if any(c.start < b.end and b.start < c.end for b in BLOCKS)}
    assert set(begun) == seen


def test_a_reading_without_blocks_still_shows_its_text() -> None:
    (only,) = passages(replace(of((4, 9)), blocks=()))
    assert [piece.words for piece in only.pieces] == [TEXT[:4], "first", TEXT[9:]]
    assert [piece.depth for piece in only.pieces] == [0, 1, 0]


def test_denied_and_planned_words_are_marked_otherwise() -> None:
    (claim,) = of((4, 9)).claims
    assert standing(claim) == standing(None) == ""
    assert standing(replace(claim, stance="denies")) == "against"
    assert standing(replace(claim, polarity="-")) == "against"
    assert standing(replace(claim, modality="planned")) == "open"
