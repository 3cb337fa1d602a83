"""What shells, barrels and clouds hold: told beside them ("shells filled with chlorine") or before them ("the gas").

Only frames with `loads: true` ask for it: whether an attack was one with poison hangs on it.
"""

from collections.abc import Iterable, Iterator

from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.parse import Parsed

_NOMINAL = frozenset({"NOUN", "PROPN"})
_BACK = 3
"""Sentences back in which the poison may stand that "the gas" or "such weapons" means."""


def holds_any(world: World, words: Iterable[int], wanted: frozenset[str]) -> bool:
    """Whether one of the words is told to hold one of the wanted, or points back to one that was named before."""
    words = list(words)
    held = (thing for word in words for thing in _held(world.parsed, word))
    return _any(world.parsed, held, wanted) or any(_recalls(world, word, wanted) for word in words)


def _held(parsed: Parsed, noun: int) -> Iterator[int]:
    """What is in it, with the words before that: "chlorine" of "barrels of chlorine", of "barrels filled with ..."."""
    if parsed.pos[noun] not in _NOMINAL:
        return
    words = yaml_data("lexicon/loads.yml")
    links = list(parsed.children(noun, "prep"))
    for verb in parsed.children(noun, "acl", "relcl"):
        if parsed.lemmas[verb] in words["holding"]:
            yield from parsed.children(verb, "dobj")
            links += parsed.children(verb, "prep")
    for link in links:
        if parsed.lower(link) in words["links"]:
            yield from parsed.children(link, "pobj")


def _any(parsed: Parsed, things: Iterable[int], wanted: frozenset[str]) -> bool:
    near = (word for thing in things for word in (thing, *parsed.children(thing, "amod", "compound", "conj", "appos")))
    return any(parsed.lemmas[word] in wanted for word in near)


def _recalls(world: World, token: int, wanted: frozenset[str]) -> bool:
    """Whether "the gas", "such weapons" or "any" points back to something of the kind, named shortly before."""
    parsed, words = world.parsed, yaml_data("lexicon/loads.yml")
    pointing = {parsed.lower(child) for child in parsed.children(token, "det", "amod", "predet")}
    if parsed.lower(token) in words["standing_in"]:
        back = 0
    elif parsed.lemmas[token] in words["recalled"] and pointing & set(words["pointing"]):
        back = _BACK
    else:
        return False
    first = parsed.sentences[max(0, parsed.sentence_number(token) - back)].first
    return any(parsed.lemmas[earlier] in wanted for earlier in range(first, token))
