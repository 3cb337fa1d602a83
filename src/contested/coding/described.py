"""Places that are only described: "the town" is the one that the report called a town, or told of last.

Where two places fit, none is taken.
"""

from contested.lexicon import yaml_data
from contested.model.grounding import Mention
from contested.model.parse import Parsed

REACH = 4
"""Sentences back in which the place must have been named, unless the report ties the noun to one name only."""
_POINTED = frozenset({"town", "site", "near", "admin2", "unknown"})


def described_place(parsed: Parsed, places: list[Mention], token: int) -> Mention | None:
    """The place mention that the noun at the token ("the town") stands for, or None if that is not certain."""
    lemma = parsed.lemmas[token]
    if lemma not in yaml_data("lexicon/where.yml")["settlement"] or parsed.tags[token] == "NNS":
        return None
    if not any(parsed.lower(c) in ("the", "this", "that", "its") for c in parsed.children(token, "det", "poss")):
        return None
    named = [
        t for of in parsed.children(token, "prep") if parsed.lower(of) == "of" for t in parsed.children(of, "pobj")
    ]
    if any(parsed.word(t)[:1].isupper() for t in named):  # "the town of Bor" is no other town
        return next((m for m in places if parsed.head_of(m.start, m.end) in named), None)
    points = [m for m in places if m.place is not None and m.place.precision in _POINTED]
    tied = [m for m in points if _tied(parsed, m, lemma)]
    before = [m for m in points if m.start < parsed.starts[token]]
    return _only([m for m in tied if m in before]) or _only(tied) or _only(_nearest(parsed, before, token))


def _only(mentions: list[Mention]) -> Mention | None:
    """The first mention if all are of one place."""
    keys = {m.place.geonames_id or m.place.name.lower() for m in mentions if m.place}
    return mentions[0] if len(keys) == 1 else None


def _tied(parsed: Parsed, mention: Mention, lemma: str) -> bool:
    """Whether the report calls the place so: "the town of Bor", "Bor, a town in ..."."""
    head = parsed.head_of(mention.start, mention.end)
    if head is None:
        return False
    above = parsed.heads[head]
    if parsed.deps[head] == "pobj" and parsed.lower(above) == "of":
        above = parsed.heads[above]
    near = [above, *parsed.children(head, "appos", "compound")]
    return any(parsed.lemmas[token] == lemma for token in near)


def _nearest(parsed: Parsed, before: list[Mention], token: int) -> list[Mention]:
    """The places named in the last sentence, at most REACH back, that names any."""
    here = parsed.sentence_number(token)
    for back in range(REACH + 1):
        if here - back < 0:
            break
        span = parsed.sentences[here - back].span
        found = [m for m in before if span.covers(m.span)]
        if found:
            return found
    return []
