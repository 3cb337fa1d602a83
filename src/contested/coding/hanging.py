"""How a verb or noun hangs on the words above it, as far as its mood goes by that (coding/mood.py)."""

from contested.coding import auxiliaries as own
from contested.coding.governing import Signature, signatures
from contested.model.parse import Parsed

_INDEFINITE = frozenset({"a", "an", "any", "no", "some", "further", "more", "another", "new"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def asks_how(parsed: Parsed, verb: int) -> bool:
    """Whether only the reason or the manner is open ("why the convoy turned back"), or a place told of on the way
    ("escaped to a house, from where they opened fire").
    """
    asking = {parsed.lower(child) for child in parsed.children(verb, "advmod")}
    if "where" in asking and parsed.deps[verb] == "pcomp":
        return parsed.tags[verb] in _FINITE
    return bool(asking & {"why", "how"}) and not own.is_infinitive(parsed, verb)


def is_too(parsed: Parsed, adjective: int) -> bool:
    """Whether it is "too weak to resist"."""
    return any(parsed.lower(c) == "too" for c in parsed.children(adjective, "advmod"))


def done_or_going_on(parsed: Parsed, verb: int) -> bool:
    """Whether a verb can tell what was done for a purpose: "sent", "has sent", "were sent", "is sending"."""
    helpers = parsed.children(verb, "aux", "auxpass")
    if parsed.lemmas[verb] == "be":  # "it has been difficult to separate them"
        return parsed.tags[verb] == "VBD"
    if parsed.tags[verb] == "VBN":
        return bool(helpers) and parsed.tags[helpers[0]] in ("VBD", "VBZ", "VBP")
    return parsed.tags[verb] == "VBD" or (
        parsed.tags[verb] == "VBG" and (parsed.deps[verb] == "advcl" or bool(helpers))
    )


def said_of_it(parsed: Parsed, head: int) -> Signature | None:
    """The signature of what "it" is called, where the parse hangs the clause on "be" ("it is false that they did")."""
    if parsed.lemmas[head] != "be" or not any(parsed.lower(c) == "it" for c in parsed.children(head, "nsubj", "expl")):
        return None
    table = signatures("that")
    called = (table.get(parsed.lemmas[word]) for word in parsed.children(head, "acomp", "attr"))
    return next((signature for signature in called if signature is not None), None)


def is_bare(parsed: Parsed, verb: int) -> bool:
    """Whether it is as the verb above, whose object acts ("let them meet"); "helped them seize" is often misread."""
    if parsed.children(verb, "mark", "aux", "auxpass") or not parsed.children(verb, "nsubj"):
        return False
    above = parsed.lemmas[parsed.heads[verb]]
    return above in own.cues("causing") or (parsed.tags[verb] == "VB" and above in own.cues("bare"))


def is_wished(parsed: Parsed, verb: int) -> bool:
    """Whether it is "that he return", a bare form with a subject."""
    if parsed.tags[verb] != "VB" or parsed.children(verb, "aux", "auxpass") or own.negated(parsed, verb):
        return False
    return any(parsed.lower(mark) == "that" for mark in parsed.children(verb, "mark"))


def is_awaited(parsed: Parsed, verb: int) -> bool:
    """Whether a clause in the present tells what is waited for ("until the talks begin")."""
    tense = next((a for a in parsed.children(verb, "aux", "auxpass") if parsed.tags[a] != "VBN"), verb)
    if parsed.tags[tense] not in ("VBZ", "VBP"):
        return False
    return any(parsed.lower(c) in own.cues("awaiting") for c in parsed.children(verb, "mark", "advmod"))


def excludes(parsed: Parsed, preposition: int) -> bool:
    """Whether it is "without", "instead of" or "rather than"."""
    word, before = parsed.lower(preposition), preposition - 1
    return word == "without" or (
        word in ("of", "than") and before >= 0 and parsed.lower(before) in ("instead", "rather")
    )


def brings_up(parsed: Parsed, noun: int) -> bool:
    """Whether the noun phrase brings up something new ("an attack", "attacks") rather than pointing at it."""
    for child in parsed.children(noun, "det", "poss"):
        if parsed.lower(child) not in _INDEFINITE:
            return False
    return parsed.pos[noun] == "NOUN"
