"""What a voice is called where no entity is known: the source's own words, cut to the name."""

from contested.grounding.saying.speaking import of_one
from contested.lexicon.speech import words
from contested.model.parse import Parsed
from contested.model.text import Span

_LINKS = frozenset({"of", "in", "from"})
_OFFICE_LINKS = frozenset({"of", "for", "to", "at", "in", "from", "with", "on", "by"})
_LEFT = ("compound", "amod", "poss", "nummod", "det", "nmod", "quantmod", "predet")
_LONGEST = 14
"""Tokens of the longest name made of a source's own words."""


def name_head(parsed: Parsed, head: int) -> int:
    """The token whose phrase names the voice: a proper name in apposition before the noun that describes it."""
    if parsed.pos[head] == "PROPN" and parsed.lemmas[head] not in words("people"):
        return head
    person = parsed.lemmas[head] in words("people")
    for child in parsed.children(head, "appos"):
        if child > head and parsed.pos[child] == "PROPN" and not (person and parsed.lower(child) in words("bodies")):
            return head if _of_another(parsed, head, child) else child
    return head


def _of_another(parsed: Parsed, head: int, name: int) -> bool:
    """Whether the name is that of somebody the noun is only tied to: "relatives of one of them, Jane Doe"."""
    first = min(parsed.subtree(name))
    tied = any(parsed.lower(t) in _LINKS for t in range(head + 1, first))
    before = first - 2 if parsed.lower(first - 1) == "," else first - 1
    other = before > head and (parsed.pos[before] == "PRON" or parsed.lemmas[before] in words("people"))
    return tied and (other or parsed.tags[head] == "NNS")


def name_of(parsed: Parsed, head: int, within: Span | None = None) -> str:
    """The words of a noun phrase from its left edge to its head and the "of", "for", "in" phrases that follow.

    Without article, relative clause, participle and loose apposition; on one line; not beyond `within`, the span of the
    source, if the head stands in it.
    """
    head = name_head(parsed, head)
    left = [c for c in parsed.children(head, *_LEFT) if c < head]
    first = min([head, *(parsed.subtree(c)[0] for c in left)])
    last = _last(parsed, head)
    if within is not None and within.start <= parsed.starts[head] < within.end:
        inside = parsed.tokens_in(*within)
        first, last = max(first, inside[0]), min(last, inside[-1])
    while first < head and (parsed.lower(first) in ("the", "a", "an") or parsed.pos[first] in ("PUNCT", "ADV")):
        first += 1
    text = parsed.text[parsed.starts[first] : parsed.ends[last]]
    return _bare(" ".join(text.split()))


def _last(parsed: Parsed, head: int) -> int:
    last = head
    official = parsed.lemmas[head] in words("offices") or parsed.lemmas[head] in words("documents")
    links = _OFFICE_LINKS if official or parsed.pos[head] == "PROPN" else _LINKS
    for child in parsed.children(head, "prep"):
        if child != last + 1 or parsed.lower(child) not in links:
            continue
        joined = [c for c in parsed.children(head, "conj") if of_one(parsed, head, c)]
        inner = _until_break(parsed, list(range(child, max(parsed.subtree(c)[-1] for c in [child, *joined]) + 1)))
        if inner and inner[-1] - head <= _LONGEST:
            last = inner[-1]
    return last


def _until_break(parsed: Parsed, tokens: list[int]) -> list[int]:
    """The tokens up to the first comma, relative pronoun or verb."""
    kept: list[int] = []
    for token in tokens:
        if parsed.pos[token] in ("PUNCT", "VERB", "AUX") and parsed.lower(token) not in ("-", "."):
            break
        if parsed.lower(token) in ("who", "which", "that") or (kept and token != kept[-1] + 1):
            break
        kept.append(token)
    return kept


def _bare(name: str) -> str:
    """The name without a possessive ending."""
    return name[:-2] if name.endswith(("'s", "’s")) else name


def is_plural(parsed: Parsed, head: int) -> bool:
    """Whether "they" can stand for the noun by its form."""
    return parsed.tags[head] in ("NNS", "NNPS") or parsed.child(head, "conj") is not None


def is_person(parsed: Parsed, head: int) -> bool:
    """Whether "he" or "she" can stand for the noun: a single person's name or description, no body, text or picture."""
    head = name_head(parsed, head)
    lemma = parsed.lemmas[head]
    if parsed.tags[head] == "NNP":
        return lemma not in words("bodies") and parsed.lower(head) not in words("outlet_names")
    return (parsed.tags[head] == "NN" and lemma in words("people")) or lemma in ("one", "another")
