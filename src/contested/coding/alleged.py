"""Words that hang on a charge or a report: one that nobody makes here, or that the sentence calls false."""

from collections.abc import Iterator

from contested.coding.predicate import Predicate
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.parse import Parsed


def only_alleged(world: World, predicate: Predicate) -> bool:
    """Whether the words hang on an accusation that nobody makes here ("a pretext for accusing them of ...")."""
    parsed, words = world.parsed, yaml_data("lexicon/echoes.yml")["alleging"]
    start = predicate.clause if predicate.clause is not None else predicate.trigger
    for ancestor in parsed.ancestors(start):
        if parsed.lemmas[ancestor] in words:
            return True
        if parsed.deps[ancestor] in ("conj", "advcl", "ROOT"):
            return False
    return False


def refuted(world: World, predicate: Predicate) -> bool:
    """Whether the sentence calls the report of it false.

    "Claims that it fired on the town are an invention", "called reports that it had used gas untrue".
    """
    parsed, words = world.parsed, yaml_data("lexicon/echoes.yml")
    for token in (predicate.trigger, *parsed.ancestors(predicate.trigger)):
        if parsed.lemmas[token] in words["charges"]:
            if parsed.deps[token] in ("nsubj", "nsubjpass"):
                verb = parsed.heads[token]
                said_of = (verb, *parsed.children(verb, "attr", "acomp"))
                untrue = parsed.children(verb, "neg") and any(parsed.lemmas[t] in words["true_of"] for t in said_of)
                return bool(untrue) or any(parsed.lemmas[t] in words["refuting"] for t in said_of)
            return any(parsed.lemmas[t] in words["refuting"] for t in _called(parsed, token, words["calling"]))
    return False


def _called(parsed: Parsed, noun: int, calling: list[str]) -> Iterator[int]:
    """The words that tell what a report is called: those around the clause that it opens, which parsers hang on it."""
    verb = parsed.heads[noun]
    if parsed.deps[noun] != "dobj" or parsed.lemmas[verb] not in calling or parsed.children(verb, "neg"):
        return
    yield from range(verb + 1, parsed.subtree(noun)[0])
    clauses = list(parsed.children(noun, "acl", "relcl", "ccomp"))
    behind = [c for clause in (verb, *clauses) for c in parsed.children(clause) if c > noun]
    yield from (
        t for token in behind if parsed.deps[token] not in ("nsubj", "ccomp") for t in (token, *parsed.children(token))
    )
