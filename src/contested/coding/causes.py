"""What a count's own words say that people died of: nobody stabbed joins a police firing told of before.

Only words that hang on the count closely are its cause: the verb itself, what it was in, by, of or from. Of "killed
when police fired on a mob" the mob is no cause.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from contested.lexicon import yaml_data
from contested.model.parse import Parsed

_MODIFIERS = ("compound", "amod", "nmod")
_TAKES_UP = ("the", "this", "that", "these", "those")


def cause_of(parsed: Parsed, tokens: Iterable[int]) -> str | None:
    """The kind of cause (a key of data/lexicon/causes.yml) that the words of a count name; None if they name none."""
    for word in (word for token in tokens for word in _close(parsed, token)):
        for form in (parsed.lower(word), parsed.lemmas[word]):
            cause = _kinds().get(form)
            if cause is not None and not _takes_up(parsed, word, cause):
                return cause
    return None


def parts(cause: str | None, type_: str | None, word: str) -> bool:
    """Whether people who died of the cause cannot have died in a happening of the type, told of by the word."""
    if cause is None or type_ is None or _kinds().get(word) == cause:
        return False
    root, rule = type_.split(".")[0], _rules()[cause]
    return type_ in rule["not"] or root in rule["not"] or (root == "attack" and word in rule.get("not_by", ()))


def _close(parsed: Parsed, token: int) -> Iterator[int]:
    """The count's word, what stands before it, and the nouns that a preposition ties to it."""
    yield token
    yield from parsed.children(token, *_MODIFIERS)
    yield from _tied(parsed, parsed.children(token, "prep", "agent"))


def _tied(parsed: Parsed, links: Iterable[int]) -> Iterator[int]:
    for link in links:
        for noun in parsed.children(link, "pobj"):
            yield noun
            yield from parsed.children(noun, *_MODIFIERS)
            of = [child for child in parsed.children(noun, "prep") if parsed.lower(child) == "of"]
            yield from _tied(parsed, of)


def _takes_up(parsed: Parsed, word: int, cause: str) -> bool:
    """Whether "the violence" means the happening told of before, which then is no other cause."""
    definite = any(parsed.lower(child) in _TAKES_UP for child in parsed.children(word, "det"))
    return definite and bool(_rules()[cause].get("unless_the"))


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = yaml_data("lexicon/causes.yml")
    return rules


@cache
def _kinds() -> dict[str, str]:
    """The kind of cause of each word."""
    return {word: cause for cause, rule in _rules().items() for word in rule["words"]}
