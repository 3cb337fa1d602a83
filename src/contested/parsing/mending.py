"""Slips of the parser that are seen in many reports and can be told from the parse itself."""

from collections.abc import Sequence

_NOUNS = frozenset({"NOUN", "PROPN"})


def mend(heads: list[int], deps: Sequence[str], pos: Sequence[str], tokens: range) -> None:
    """Mend the heads of a sentence's tokens in place.

    A name right behind the last noun of a list is that noun's: in "residents and the aid group Mercy" the parser
    often makes Mercy the residents.
    """
    for token in tokens:
        if deps[token] == "appos" and pos[token] == "PROPN":
            before = _before(heads, deps, token, tokens)
            if (
                before is not None
                and deps[before] == "conj"
                and pos[before] in _NOUNS
                and heads[before] == heads[token]
            ):
                heads[token] = before


def _before(heads: Sequence[int], deps: Sequence[str], token: int, tokens: range) -> int | None:
    """The token before the name, whose own parts may stand before its last word."""
    first = token
    while first - 1 in tokens and heads[first - 1] == token and deps[first - 1] == "compound":
        first -= 1
    return first - 1 if first - 1 in tokens else None
