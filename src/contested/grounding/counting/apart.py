"""The number of people that stands apart from them: "put the number of rebels killed at 100", "our figure is 28"."""

from collections.abc import Sequence

from contested.grounding.counting.measures import cues
from contested.grounding.counting.numbers import Number
from contested.grounding.counting.who import number_over
from contested.lexicon import yaml_data
from contested.model.parse import Parsed

_LINKS = ("of", "for", "among", "amongst")


def stands_apart(parsed: Parsed, counted: int) -> bool:
    """Whether those counted hang on a noun for their number ("the number of", "our figure for")."""
    link = parsed.heads[counted]
    return parsed.lower(link) in _LINKS and is_count(parsed, parsed.heads[link])


def is_count(parsed: Parsed, token: int) -> bool:
    """Whether the word is a noun for a number of people ("toll", "figure")."""
    return parsed.lemmas[token].lower() in yaml_data("lexicon/numbers.yml")["count_nouns"]


def behind_count(parsed: Parsed, token: int, numbers: Sequence[Number]) -> int:
    """Those counted where the token is the noun for their number ("the number of fighters missing"), else the token."""
    of = next((c for c in parsed.children(token, "prep") if parsed.lower(c) in _LINKS), None)
    if of is None or not is_count(parsed, token) or number_over(parsed, token, numbers) is not None:
        return token
    behind = parsed.child(of, "pobj")
    return token if behind is None else behind


def number_apart(parsed: Parsed, counted: int, numbers: Sequence[Number]) -> Number | None:
    """The number that the verb of such a noun gives it, or None: "is 28", "stands at 73", "put ... at up to 100"."""
    noun = parsed.heads[parsed.heads[counted]]
    verb = parsed.heads[noun]
    if parsed.deps[noun] not in ("nsubj", "nsubjpass", "dobj") or parsed.lemmas[verb] not in cues("gives_number"):
        return None
    last = parsed.sentence_of(noun).last
    for token in range(counted + 1, last):
        number = number_over(parsed, token, numbers)
        if number is not None and parsed.lemmas[token - 1] in cues("toll_links"):
            return number
        if parsed.lower(token) in (";", "and", "but", "while") and token > verb:
            return None
    return None
