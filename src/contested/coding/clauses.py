"""The words of a claim: the clause of its predicate, without what attributes it and what is said beside it."""

from contested.coding.predicate import Predicate
from contested.lexicon import yaml_data
from contested.model.parse import Parsed
from contested.model.text import Span

_EDGE = " \t\n\r,;:—–-.\"'“”‘’()[]"
_OUTSIDE = frozenset({"cc", "punct", "mark"})
_ASIDES = frozenset({"appos", "relcl", "acl", "punct", "parataxis"})
LONGEST = 400
"""Code points of the longest claim: a longer span is no longer one thing said."""


def clause_span(parsed: Parsed, predicate: Predicate) -> Span:
    """The predicate's clause as a span of the text: its verb with all that hangs on it, joined clauses left out."""
    if predicate.clause is None and parsed.deps[predicate.trigger] == "amod":
        return trimmed(parsed.text, _noun_span(parsed, parsed.heads[predicate.trigger]))
    if predicate.clause is None:
        return trimmed(parsed.text, _noun_span(parsed, predicate.trigger))
    verb = _top(parsed, predicate.clause)
    return trimmed(parsed.text, _verb_span(parsed, verb, keep=predicate.trigger))


def bare_span(parsed: Parsed, token: int) -> Span:
    """The words of one verb or noun of happening, without those of the verb that it stands under ("to leave")."""
    if parsed.pos[token] in ("VERB", "AUX"):
        return trimmed(parsed.text, _verb_span(parsed, token, keep=token))
    return trimmed(parsed.text, _noun_span(parsed, token))


def _top(parsed: Parsed, verb: int) -> int:
    """The verb that opens the clause: "managed" of "managed to capture"."""
    while parsed.deps[verb] == "xcomp" and parsed.pos[parsed.heads[verb]] in ("VERB", "AUX", "ADJ"):
        verb = parsed.heads[verb]
    return parsed.heads[verb] if parsed.deps[verb] == "acomp" else verb


def _verb_span(parsed: Parsed, verb: int, keep: int) -> Span:
    tokens = {verb}
    for child in parsed.children(verb):
        if not _beside(parsed, child, keep):
            tokens.update(parsed.subtree(child))
    if parsed.deps[verb] in ("relcl", "acl") and not _linked(parsed, verb):
        head = parsed.heads[verb]
        tokens.add(head)
        for child in parsed.children(head, "det", "amod", "compound", "nummod", "poss"):
            tokens.update(parsed.subtree(child))
    return parsed.span(min(tokens), max(tokens))


def _linked(parsed: Parsed, verb: int) -> bool:
    """Whether the clause is linked by "that" or "when": then the noun it hangs on is no part of what it says."""
    words = parsed.children(verb, "mark", "advmod")
    return any(parsed.deps[w] == "mark" or parsed.tags[w] == "WRB" for w in words)


def _beside(parsed: Parsed, child: int, keep: int) -> bool:
    """Whether the child opens another statement: a joined clause, an aside, a leading "and" or "that"."""
    dep = parsed.deps[child]
    if keep in parsed.subtree(child):
        return False
    if dep in _OUTSIDE:
        return True
    if dep == "advcl" and parsed.child(child, "nsubj", "nsubjpass") is not None:
        sequence = yaml_data("lexicon/where.yml")["sequence"]
        return any(parsed.lower(mark) in sequence for mark in parsed.children(child, "mark", "advmod"))
    return dep in ("conj", "parataxis") and parsed.pos[child] in ("VERB", "AUX")


def _noun_span(parsed: Parsed, noun: int) -> Span:
    """The noun phrase with its prepositional phrases, relative clauses left out."""
    tokens = {noun}
    for child in parsed.children(noun):
        if parsed.deps[child] not in ("relcl", "conj", "cc", "appos", "acl", "punct"):
            tokens.update(parsed.subtree(child))
    tokens.update(_spell(parsed, noun))
    return parsed.span(min(tokens), max(tokens))


def _spell(parsed: Parsed, noun: int) -> tuple[int, ...]:
    """The words for how long it lasted: "the past five days of" fighting."""
    of = parsed.heads[noun]
    unit = parsed.heads[of]
    if parsed.deps[noun] != "pobj" or parsed.lower(of) != "of":
        return ()
    if parsed.lemmas[unit] not in yaml_data("lexicon/classes.yml")["spells"]:
        return ()
    before = [t for child in parsed.children(unit) if child < unit for t in parsed.subtree(child)]
    return (*before, unit)


def plain_end(parsed: Parsed, token: int) -> int:
    """Where the words that hang on the token end, up to an aside or a clause of its own."""
    last = token
    for child in parsed.children(token):
        if child > token and parsed.deps[child] not in _ASIDES:
            last = max(last, parsed.tokens_in(parsed.starts[child], plain_end(parsed, child))[-1])
    return parsed.ends[last]


def trimmed(text: str, span: Span) -> Span:
    """The span without punctuation and white space at its edges, cut at a word where it is too long."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        end = cut if cut > start else start + LONGEST
    return Span(start, end)
