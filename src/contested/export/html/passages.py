"""The report's text cut where claims begin and end, so that each piece knows all claims it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from contested.export.safe import clean, visible
from contested.model.claim import Claim
from contested.model.reading import Reading
from contested.model.text import Block

DEEPEST = 3
"""Shades of overlapping claims that can be told apart."""
AGAINST = ("denies", "rejects", "doubts", "retracts")
"""Stances that are against their words: such claims are marked otherwise than those that say them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and the claims they belong to, the shortest first; `begins` are those that begin here."""

    words: str
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    depth: int = 0
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the text."""

    kind: str
    pieces: tuple[Piece, ...]


def passages(reading: Reading) -> tuple[Passage, ...]:
    """The text's blocks in order; a claim begins in exactly one piece."""
    waiting = sorted(reading.claims, key=lambda claim: (claim.start, -claim.end))
    begun: set[str] = set()
    blocks = reading.blocks or (Block(0, len(reading.text), "body"),)
    return tuple(Passage(block.kind, tuple(_pieces(reading.text, block, waiting, begun))) for block in blocks)


def _pieces(text: str, block: Block, claims: list[Claim], begun: set[str]) -> Iterator[Piece]:
    here = [claim for claim in claims if claim.start < block.end and block.start < claim.end]
    inside = {edge for claim in here for edge in (claim.start, claim.end) if block.start < edge < block.end}
    edges = [block.start, *sorted(inside), block.end]
    for start, end in pairwise(edges):
        covering = [claim for claim in here if claim.start < end and start < claim.end]
        yield _piece(text[start:end], covering, begun)


def _piece(words: str, covering: list[Claim], begun: set[str]) -> Piece:
    begins = [clean(claim.id) for claim in covering if claim.id not in begun]
    begun.update(claim.id for claim in covering)
    by_length = sorted(covering, key=lambda claim: claim.end - claim.start)
    return Piece(
        visible(words),
        tuple(clean(claim.id) for claim in by_length),
        tuple(begins),
        min(len(covering), DEEPEST),
        standing(by_length[0] if by_length else None),
    )


def standing(claim: Claim | None) -> str:
    """How a claim stands to its words: `against` them, `open` where they are not said to be so, else ""."""
    if claim is None:
        return ""
    if claim.polarity == "-" or claim.stance in AGAINST:
        return "against"
    return "" if claim.modality in ("actual", "ongoing") else "open"
