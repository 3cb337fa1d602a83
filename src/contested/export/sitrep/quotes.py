"""Claims as lines: who says it, in which words, once for every voice."""

from collections.abc import Iterable

from contested.export.safe import clean, shorten
from contested.export.sitrep.outline import Line
from contested.export.sitrep.words import Entities, flags, said_words
from contested.model.claim import Claim

LONGEST = 160
"""Characters of a quote shown; the whole stands in the JSON and in `contested explain`."""
MOST_LINES = 5
"""Lines shown under one item; more would bury the others."""


def said_lines(claims: Iterable[Claim], entities: Entities, most: int = MOST_LINES) -> tuple[Line, ...]:
    """One line a voice with its fullest words, voices that share the same words on one line; the rest is counted."""
    best: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        key = (said_words(claim, entities), claim.polarity, *flags(claim))
        if key not in best or _fullness(claim) > _fullness(best[key]):
            best[key] = claim
    grouped: dict[tuple[int, int, str, tuple[str, ...]], list[Claim]] = {}
    for claim in sorted(best.values(), key=lambda c: (c.start, c.end)):
        grouped.setdefault((claim.start, claim.end, claim.polarity, tuple(flags(claim))), []).append(claim)
    lines = [_line(together, entities) for together in grouped.values()]
    rest = len(lines) - most
    more = (Line("", f"… and {rest} more: --format html shows all"),) if rest > 0 else ()
    return (*lines[:most], *more)


def _line(claims: list[Claim], entities: Entities) -> Line:
    who = "; ".join(dict.fromkeys(said_words(claim, entities) for claim in claims))
    remarks = flags(claims[0])
    after = f" [{', '.join(remarks)}]" if remarks else ""
    return Line(who, f"{quoted(claims[0].quote)}{after}", tuple(clean(claim.id) for claim in claims))


def quoted(text: str) -> str:
    """The text's own words between quotation marks, shortened."""
    return f"“{shorten(clean(text), LONGEST)}”"


def _fullness(claim: Claim) -> int:
    """Longer words say more, as long as they can be shown whole."""
    length = claim.end - claim.start
    return length if length <= LONGEST else LONGEST - 1
