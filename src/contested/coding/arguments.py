"""Who does what to whom in a parse: subjects, objects; through passives, conjunctions, relatives, control verbs."""

from collections.abc import Iterator

from contested.model.parse import Parsed

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SUBJECT = ("nsubj", "csubj")
_ADVERBS = frozenset({"where", "when", "why", "how"})
_PAST = frozenset({"VBD", "VBN"})
"""Past tense and participle, which the parser often takes for one another."""
_NEAR = 3
"""Tokens within which verbs are joined so closely that they share an object."""
_LINKS_UP = frozenset({"xcomp", "advcl"})


def conjuncts(parsed: Parsed, token: int) -> list[int]:
    """The token and those joined to it by "and" and commas."""
    found = [token]
    for one in found:
        found.extend(parsed.joined(one))
    return found


def called(parsed: Parsed, token: int, *before: str) -> Iterator[str]:
    """What the noun is called: with each word that stands before it in one of these relations, then by itself."""
    lemma = parsed.lemmas[token].lower()
    yield from (f"{parsed.lemmas[word].lower()} {lemma}" for word in parsed.children(token, *before))
    yield lemma


def is_passive(parsed: Parsed, verb: int) -> bool:
    """Whether the verb stands in the passive, or as a past participle after a noun ("towns held by ...")."""
    if parsed.children(verb, "nsubjpass", "auxpass") or _is_split(parsed, verb) or _is_beside(parsed, verb):
        return True
    if _joins_passive(parsed, verb):
        return True
    if parsed.children(verb, "nsubj", "aux"):
        return False
    dep, tag = parsed.deps[verb], parsed.tags[verb]
    if tag == "VBD":  # "shells fired at the town left ...", which parsers take for a past tense
        return dep == "acl" and parsed.child(verb, "dobj") is None
    return tag == "VBN" and dep in ("acl", "relcl")


def _joins_passive(parsed: Parsed, verb: int) -> bool:
    """Whether it goes on from a passive without saying so again ("were wounded and captured")."""
    if parsed.deps[verb] != "conj" or parsed.tags[verb] != "VBN" or parsed.heads[verb] == verb:
        return False
    return not parsed.children(verb, "nsubj", "aux", "dobj") and is_passive(parsed, parsed.heads[verb])


def _is_split(parsed: Parsed, verb: int) -> bool:
    """Whether it is the passive of a compound that the parser split ("was gang-raped by")."""
    if parsed.tags[verb] != "VBN" or parsed.deps[verb] != "acomp":
        return False
    return bool(parsed.children(verb, "agent")) or any(c == verb - 2 for c in parsed.children(verb, "npadvmod"))


def _is_beside(parsed: Parsed, verb: int) -> bool:
    """Whether it tells what state something is in: "with nine shops set ablaze"."""
    with_it = parsed.deps[verb] == "pcomp" and parsed.lower(parsed.heads[verb]) == "with"
    bare = with_it and parsed.tags[verb] in _PAST and not parsed.children(verb, "dobj", "aux", "auxpass")
    return bare and bool(parsed.children(verb, "nsubj"))


def _antecedent(parsed: Parsed, verb: int, token: int) -> int:
    """The noun that a relative pronoun stands for; any other token stands for itself."""
    if parsed.lower(token) in _RELATIVE and parsed.deps[verb] == "relcl":
        return parsed.heads[verb]
    return token


def subject(parsed: Parsed, verb: int) -> int | None:
    """The token of who acts: the active subject, or "by ..." in a passive. None if the text does not say."""
    if is_passive(parsed, verb):
        return _agent(parsed, verb)
    own = parsed.child(verb, *_SUBJECT)
    if own is not None:
        return _antecedent(parsed, verb, own)
    return _borrowed(parsed, verb)


def _agent(parsed: Parsed, verb: int) -> int | None:
    for by in parsed.children(verb, "agent", "prep"):
        if parsed.lower(by) == "by":
            return parsed.child(by, "pobj")
    return None


def _borrowed(parsed: Parsed, verb: int) -> int | None:
    """The subject of a verb that has none of its own."""
    dep, head = parsed.deps[verb], parsed.heads[verb]
    if head == verb:
        return None
    if dep in ("acl", "relcl"):
        return head if parsed.tags[verb] == "VBG" else None
    if dep == "conj" and parsed.pos[head] in ("VERB", "AUX"):
        first = patient(parsed, head) if is_passive(parsed, head) and parsed.tags[verb] == "VBN" else None
        return first if first is not None else _surface_subject(parsed, head)
    if dep == "xcomp" and parsed.deps[head] == "acomp":
        return _surface_subject(parsed, parsed.heads[head])
    if dep in _LINKS_UP and parsed.pos[head] in ("VERB", "AUX"):
        controlled = parsed.child(head, "dobj") if dep == "xcomp" else None
        return controlled if controlled is not None else _surface_subject(parsed, head)
    if dep == "pcomp":
        return _subject_through(parsed, head)
    return None


def ruling_verb(parsed: Parsed, preposition: int) -> int:
    """The verb that a preposition belongs to, also where it hangs on the doer ("accused by residents of ...")."""
    above = parsed.heads[preposition]
    if parsed.deps[above] == "pobj" and parsed.deps[parsed.heads[above]] == "agent":
        return parsed.heads[parsed.heads[above]]
    return above


def _subject_through(parsed: Parsed, preposition: int) -> int | None:
    """Who does what stands behind a preposition: whom one accuses "of" or keeps "from" it; else oneself."""
    verb = ruling_verb(parsed, preposition)
    if parsed.pos[verb] != "VERB":
        return None
    if parsed.lower(preposition) in ("of", "for", "from", "into"):
        affected = parsed.child(verb, "dobj", "nsubjpass")
        if affected is not None:
            return None if parsed.lemmas[affected] == "other" else affected  # "accuse each other of shelling"
    return _surface_subject(parsed, verb)


def _surface_subject(parsed: Parsed, verb: int) -> int | None:
    """The grammatical subject, active or passive."""
    own = parsed.child(verb, "nsubj", "nsubjpass", "csubj")
    return _antecedent(parsed, verb, own) if own is not None else _borrowed(parsed, verb)


def patient(parsed: Parsed, verb: int) -> int | None:
    """The token of whom or what it is done to: the object, or the subject of a passive. None if unstated."""
    own = parsed.child(verb, "nsubjpass")
    if own is not None:
        return _antecedent(parsed, verb, own)
    if _is_split(parsed, verb):
        return parsed.child(parsed.heads[verb], "nsubj")
    if _is_beside(parsed, verb):
        return parsed.child(verb, "nsubj")
    if is_passive(parsed, verb):
        return parsed.heads[verb] if parsed.deps[verb] in ("acl", "relcl") else _shared_patient(parsed, verb)
    own = parsed.child(verb, "dobj", "dative")
    if own is not None:
        return _antecedent(parsed, verb, own)
    return _gap(parsed, verb) if parsed.deps[verb] == "relcl" else _shared_patient(parsed, verb)


def _gap(parsed: Parsed, verb: int) -> int | None:
    """The noun that a clause without a pronoun hangs on ("the rifles the troops seized"); None if it is no object."""
    own = parsed.child(verb, *_SUBJECT)
    if own is None or parsed.lower(own) in _RELATIVE or parsed.children(verb, "ccomp", "xcomp"):
        return None
    if any(parsed.lower(word) in _ADVERBS for word in parsed.children(verb, "advmod")):
        return None
    stranded = any(not parsed.children(prep) for prep in parsed.children(verb, "prep"))
    return None if stranded or parsed.heads[verb] != parsed.subtree(own)[0] - 1 else parsed.heads[verb]


def joint_patient(parsed: Parsed, verb: int) -> int | None:
    """The object that a verb without one shares with the verb joined to it ("arrested and beat six men")."""
    for other in parsed.children(verb, "conj"):
        near = other - verb <= _NEAR and not parsed.children(other, "nsubj", "nsubjpass", "aux")
        past = {parsed.tags[verb], parsed.tags[other]} <= _PAST and not parsed.children(verb, "aux")
        if near and (past or parsed.tags[other] == parsed.tags[verb]):
            own = parsed.child(other, "dobj")
            return own if own is not None else joint_patient(parsed, other)
    return None


def _shared_patient(parsed: Parsed, verb: int) -> int | None:
    """The passive subject of the verb that this one is joined to ("was captured and looted")."""
    head = parsed.heads[verb]
    if parsed.deps[verb] == "conj" and parsed.tags[verb] == "VBN" and is_passive(parsed, head):
        return patient(parsed, head)
    return None


def prepositional(parsed: Parsed, token: int, preposition: str) -> list[int]:
    """Objects of the preposition that hangs on the token ("from Homs and Hama" gives both)."""
    found: list[int] = []
    for prep in parsed.children(token, "prep", "agent", "dative"):
        if parsed.lower(prep) == preposition:
            for child in parsed.children(prep, "pobj"):
                found.extend(conjuncts(parsed, child))
            for inner in parsed.children(prep, "prep"):
                for child in parsed.children(inner, "pobj"):
                    found.extend(conjuncts(parsed, child))
    return found
