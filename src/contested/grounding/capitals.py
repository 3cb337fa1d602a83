"""Capitals that are described and not named: "the Syrian capital", "Sudan's capital"."""

from collections.abc import Iterator
from functools import cache

from contested.grounding.gazetteer import Gazetteer, Place
from contested.grounding.gazetteer.folding import fold
from contested.lexicon import yaml_data
from contested.model.parse import Parsed

DISPUTED = frozenset({"IL", "PS", "EH", "XK"})
"""Countries whose capital is itself in dispute: no place is given."""
_OWNS = ("'s", "\u2019s", "'", "\u2019")


def find_capitals(
    parsed: Parsed, named: list[tuple[int, int, str]], gazetteer: Gazetteer
) -> Iterator[tuple[int, int, Place]]:
    """Start, end (code points) and place of "NATION capital", where no name follows that says which town it is.

    `named` are start, end and country (ISO alpha-2) of the countries and peoples of the text.
    """
    for start, end, code in named:
        tokens = parsed.tokens_in(start, end)
        head = tokens[-1] + 1 if len(tokens) else len(parsed.starts)
        if head < len(parsed.starts) and parsed.lower(head) in _OWNS:
            head += 1
        if _is_capital(parsed, tokens, head) and (place := _place(code, gazetteer)):
            yield start, parsed.ends[head], place


def _is_capital(parsed: Parsed, tokens: range, head: int) -> bool:
    if not len(tokens) or head >= parsed.sentence_of(tokens[0]).last or parsed.lower(head) != "capital":
        return False
    behind = [i for i in range(head + 1, parsed.sentence_of(head).last) if parsed.lower(i) not in (",", "city")][:1]
    named = any(parsed.lower(i) == "of" or parsed.word(i)[0].isupper() for i in behind)
    return not named and parsed.deps[head] not in ("compound", "amod")


def _place(code: str, gazetteer: Gazetteer) -> Place | None:
    keys = [fold(name) for name in _capitals().get(code, ())]
    towns = [p for key in keys for p in gazetteer.find([key]).get(key, ()) if p.country == code]
    return next((p for p in towns if p.feature == "PPLC"), None)


@cache
def _capitals() -> dict[str, list[str]]:
    """Countries with one capital."""
    rows = yaml_data("actors/countries.yml")
    listed = {code: row.get("capitals", []) for code, row in rows.items() if code not in DISPUTED}
    return {code: names for code, names in listed.items() if names}
