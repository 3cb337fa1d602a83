"""Which words of a sentence name the counted of a trigger: by the parse, and by neighbourhood where the parse fails."""

from collections.abc import Sequence

from contested.grounding.counting.measures import Trigger, cues
from contested.grounding.counting.nearby import number_beside
from contested.grounding.counting.numbers import Number
from contested.grounding.counting.parts import coordination
from contested.grounding.counting.who import names_person, number_over
from contested.model.parse import Parsed

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")
RELATIVES = ("who", "whom", "that", "which")


def counted(parsed: Parsed, trigger: Trigger, numbers: Sequence[Number]) -> list[int]:
    """The tokens that name the counted of a trigger, the first of each coordination only; empty if none are found."""
    near = number_beside(parsed, trigger, numbers)
    anchor = trigger.anchor
    if trigger.measure == "hit" and _brought_down(parsed, anchor):
        return []
    noun = parsed.tags[anchor] in NOUN_TAGS and len(parsed.tokens_in(trigger.start, trigger.end)) == 1
    if trigger.frame == "people":
        return [anchor]
    if trigger.frame in ("toll", "near"):
        return near
    if trigger.frame == "loss":
        return _lost(parsed, anchor)
    if trigger.frame == "lives":
        return _lives(parsed, anchor, numbers)
    if trigger.frame == "driven":
        return _driven(parsed, trigger)
    if trigger.frame == "among":
        return _among(parsed, anchor)
    if trigger.frame == "harm":
        found = _harmed(parsed, anchor, numbers)
    elif trigger.frame == "carried":
        found = _brought(parsed, anchor)
    elif trigger.frame == "struck":
        found = _struck(parsed, trigger, near)
    elif trigger.frame == "body":
        found = _bodies(parsed, anchor)
    elif trigger.frame == "noun" or (noun and trigger.frame in ("object", "subject") and parsed.pos[anchor] != "VERB"):
        found = _of_noun(parsed, anchor, numbers)
    elif trigger.frame == "state":
        found = _in_state(parsed, anchor, numbers)
    elif trigger.frame == "subject":
        found = _subjects(parsed, anchor, near)
    else:
        found = _objects(parsed, trigger, near)
    if trigger.frame == "struck":
        return found
    if near == [anchor - 1] and found and not _counted_there(parsed, found[0], numbers):
        return near  # "between 600 and 1,200 wounded people"
    if near and found and found[0] < near[0] < anchor and not _counted_there(parsed, found[0], numbers):
        return found if near[0] in coordination(parsed, found[0]) else near
    return found or near


def _counted_there(parsed: Parsed, token: int, numbers: Sequence[Number]) -> bool:
    """Whether the noun has a number of its own; a noun far off without one yields to the number next to the trigger."""
    return _numbered(parsed, token, numbers) or number_over(parsed, token, numbers) is not None


def _usable(parsed: Parsed, token: int | None) -> list[int]:
    """The token, or the noun that it stands for as a relative pronoun."""
    if token is None:
        return []
    if parsed.lower(token) in RELATIVES and parsed.tags[token] in ("WP", "WDT", "IN"):
        for above in parsed.ancestors(token):
            if parsed.deps[above] in ("relcl", "acl"):
                return [parsed.heads[above]]
        return []
    return [token]


def subject_of(parsed: Parsed, verb: int) -> int | None:
    """The subject of a verb, its own or the one it shares with the verb it hangs on."""
    for _ in range(4):
        own = parsed.child(verb, *SUBJECTS)
        if own is not None:
            return own
        head = parsed.heads[verb]
        if parsed.deps[verb] in ("acl", "relcl"):
            return head
        if head == verb or parsed.deps[verb] not in (
            "conj",
            "xcomp",
            "aux",
            "auxpass",
            "acomp",
            "oprd",
            "attr",
            "prep",
            "ccomp",
            "advmod",
        ):
            return None
        if parsed.deps[verb] in ("xcomp", "oprd", "acomp", "prep", "advmod", "ccomp"):
            object_ = parsed.child(head, "dobj")
            if object_ is not None:
                return object_
        verb = head
    return None


def _objects(parsed: Parsed, trigger: Trigger, near: list[int]) -> list[int]:
    """Whom the verb does it to: object, passive subject, or the noun that the participle stands by."""
    verb, tag = trigger.anchor, parsed.tags[trigger.anchor]
    dep, head = parsed.deps[verb], parsed.heads[verb]
    if trigger.measure == "hit" and _misses(parsed, verb):
        return []
    passives = parsed.children(verb, "nsubjpass")
    if passives:
        return [token for passive in passives for token in _usable(parsed, passive)]
    last = parsed.tokens_in(trigger.start, trigger.end)[-1]
    direct = next((c for t in (last, verb) for c in parsed.children(t, "dobj", "pobj") if c > verb), None)
    if direct is not None:
        misread = bool(near) and verb < near[0] < direct and near[0] not in parsed.subtree(direct)
        return near if misread else _usable(parsed, direct)
    if dep == "amod" and tag in ("VBN", "JJ", "VBD"):
        return [head]
    if tag in ("VBN", "VBD", "JJ"):
        return _undergone(parsed, verb, dep, head, near)
    shared = next((c for c in parsed.children(verb, "conj") if parsed.child(c, "dobj") is not None), None)
    return _usable(parsed, parsed.child(shared, "dobj")) if shared is not None else []


def _struck(parsed: Parsed, trigger: Trigger, near: list[int]) -> list[int]:
    """Whom bullets or splinters hit; the same passive without a doer ("three men were struck") needs a number."""
    verb = trigger.anchor
    if parsed.child(verb, "nsubjpass") is None and parsed.tags[verb] != "VBN":
        subject = subject_of(parsed, verb)
        sharp = subject is not None and parsed.lemmas[subject].lower() in cues("projectiles")
        return _objects(parsed, trigger, near) if sharp else []
    by = [c for c in parsed.children(verb) if parsed.lemmas[c] in ("by", "with", "in")]
    things = [parsed.lemmas[t] for c in by for t in parsed.children(c, "pobj")]
    if any(thing in cues("projectiles") for thing in things):
        return _objects(parsed, trigger, near)
    passive = parsed.child(verb, "auxpass") is not None
    return near if passive and not by and near and names_person(parsed.lower(near[0])) else []


def _misses(parsed: Parsed, verb: int) -> bool:
    """Whether it is shot at somebody, or something is shot out or off: nobody is said to be hit."""
    at = any(parsed.lemmas[c] == "at" and c == verb + 1 for c in parsed.children(verb, "prep"))
    return at or any(parsed.lemmas[c] in cues("shot_away") for c in parsed.children(verb, "prt"))


def _brought_down(parsed: Parsed, verb: int) -> bool:
    """Whether machines are hit: a bare number that is "shot down" counts no people where no person is named."""
    if not any(parsed.lemmas[c] in cues("brought_down") for c in parsed.children(verb, "prt", "advmod")):
        return False
    undergoing = parsed.children(verb, "nsubjpass", "dobj")
    return not any(parsed.pos[token] != "NUM" and names_person(parsed.lower(token)) for token in undergoing)


def _undergone(parsed: Parsed, verb: int, dep: str, head: int, near: list[int]) -> list[int]:
    """The counted of a participle without object: "12 people killed", "were wounded", "and 30 wounded"."""
    own = parsed.child(verb, "nsubj")
    shared = next((parsed.child(c, "dobj") for c in parsed.children(verb, "conj") if parsed.child(c, "dobj")), None)
    if own is not None and shared is not None and parsed.child(verb, "auxpass") is None:
        return _usable(parsed, shared)
    if own is not None:
        return _usable(parsed, own)
    if near:
        return near
    if dep in ("nsubj", "csubj") and parsed.pos[head] == "AUX" and parsed.child(head, "attr") is not None:
        return list(parsed.children(head, "attr"))  # "Killed were a teacher and her sons"
    if dep in ("acl", "relcl"):
        return [head]
    if dep == "conj" and parsed.child(verb, "auxpass") is None and parsed.child(head, "dobj") is not None:
        return []
    stray = _stray_subject(parsed, verb)
    return [stray] if stray is not None else _usable(parsed, subject_of(parsed, verb))


def _stray_subject(parsed: Parsed, verb: int) -> int | None:
    """The people right before "were" that the parser hung on "after" ("met after two men and a boy were shot")."""
    passive = parsed.child(verb, "auxpass")
    token = passive - 1 if passive is not None else verb
    if passive is None or token < parsed.sentence_of(verb).first or not _somebody(parsed, token):
        return None
    while parsed.deps[token] == "conj":
        token = parsed.heads[token]
    return token if parsed.deps[token] == "pobj" and _somebody(parsed, token) else None


def _somebody(parsed: Parsed, token: int) -> bool:
    return names_person(parsed.lower(token)) or parsed.lower(token) == "old" or parsed.pos[token] == "PROPN"


def _subjects(parsed: Parsed, verb: int, near: list[int]) -> list[int]:
    """Who does it: the subject, the noun of a relative or participle clause, or the shared subject."""
    own = parsed.child(verb, *SUBJECTS)
    if own is not None:
        return _usable(parsed, own)
    if near:
        return near
    if parsed.deps[verb] == "amod":
        return [parsed.heads[verb]]
    return _usable(parsed, subject_of(parsed, verb))


def _in_state(parsed: Parsed, anchor: int, numbers: Sequence[Number]) -> list[int]:
    """Who is dead, missing, in need: the word itself with a number, its noun, or the subject of its verb."""
    if _numbered(parsed, anchor, numbers):
        return [anchor]
    own = parsed.child(anchor, *SUBJECTS)
    if own is not None:
        return _usable(parsed, own)
    dep, head = parsed.deps[anchor], parsed.heads[anchor]
    if dep in ("amod", "acl", "relcl", "nmod") and (
        dep != "amod" or parsed.pos[head] in ("NOUN", "PROPN", "NUM", "PRON")
    ):
        return [head]
    if dep == "prep" and parsed.pos[head] in ("NOUN", "PROPN", "PRON", "NUM"):
        return [head]
    if head == anchor:
        return []
    return _usable(parsed, subject_of(parsed, anchor))


def _numbered(parsed: Parsed, token: int, numbers: Sequence[Number]) -> bool:
    """Whether a number stands on the token itself ("12 dead")."""
    for child in parsed.children(token, "nummod", "amod", "det", "compound", "quantmod"):
        if child < token and number_over(parsed, child, numbers) is not None:
            return True
    return False


def _of_noun(parsed: Parsed, noun: int, numbers: Sequence[Number]) -> list[int]:
    """The counted of a noun of killing: "12 deaths", "the death of 12 soldiers", "his death"."""
    if _numbered(parsed, noun, numbers):
        return [noun]
    of = next((c for c in parsed.children(noun, "prep") if parsed.lemmas[c] == "of"), None)
    if of is not None and parsed.child(of, "pobj") is not None:
        return _usable(parsed, parsed.child(of, "pobj"))
    owner = parsed.child(noun, "poss")
    return [owner] if owner is not None else []


def _among(parsed: Parsed, anchor: int) -> list[int]:
    """Who is or makes up part of "the dead": the subject of the verb above."""
    verb = next((t for t in (anchor, *parsed.ancestors(anchor)) if parsed.pos[t] in ("VERB", "AUX")), None)
    if verb is None:
        return []
    if verb == anchor:  # "the dead included two nurses"
        return list(parsed.children(verb, "dobj", "attr"))
    subject = parsed.child(verb, "nsubj", "nsubjpass", "attr")
    return _usable(parsed, subject if subject is not None else subject_of(parsed, verb))


def _lost(parsed: Parsed, verb: int) -> list[int]:
    """Whom a side lost, or who were lost."""
    found = parsed.children(verb, "nsubjpass") or parsed.children(verb, "dobj")
    stray = None if found else _stray_subject(parsed, verb)
    return list(found) if stray is None else [stray]


def _lives(parsed: Parsed, anchor: int, numbers: Sequence[Number]) -> list[int]:
    """Lives that something cost or claimed or that were lost, if they are counted."""
    taken = parsed.deps[anchor] in ("dobj", "nsubjpass") and parsed.lemmas[parsed.heads[anchor]] in cues("take_lives")
    return [anchor] if taken and _numbered(parsed, anchor, numbers) else []


def _driven(parsed: Parsed, trigger: Trigger) -> list[int]:
    """Whom somebody drives out of their homes or the country: the object of the verb above."""
    verb = next((t for t in parsed.ancestors(trigger.anchor) if parsed.pos[t] == "VERB"), None)
    if verb is None or parsed.lemmas[verb] not in cues("drive") or parsed.starts[verb] > trigger.start:
        return []
    return list(parsed.children(verb, "nsubjpass") or parsed.children(verb, "dobj"))


def _harmed(parsed: Parsed, noun: int, numbers: Sequence[Number]) -> list[int]:
    """Who has an injury: the subject of "suffered injuries" or "was found with a wound", the owner of "his wounds"."""
    head, dep = parsed.heads[noun], parsed.deps[noun]
    if dep == "dobj" and parsed.lemmas[head] in cues("have_harm"):
        return _usable(parsed, subject_of(parsed, head))
    if dep == "pobj" and parsed.lemmas[head] in ("with", "for", "from", "of"):
        above = parsed.heads[head]
        told_of = parsed.lemmas[head] == "of" and parsed.pos[above] == "NOUN" and not names_person(parsed.lower(above))
        return [] if told_of else _carried(parsed, above)  # "reports of injuries" are nobody's
    if parsed.lemmas[noun] == "injury" and _numbered(parsed, noun, numbers):
        return [noun]
    owner = parsed.child(noun, "poss")
    return [owner] if owner is not None else []


def _brought(parsed: Parsed, place: int) -> list[int]:
    """Who was taken to a hospital or is treated in one."""
    preposition = parsed.heads[place]
    if parsed.deps[place] != "pobj" or parsed.lemmas[preposition] not in ("to", "at", "in", "by"):
        return []
    verb = parsed.heads[preposition]
    if parsed.lemmas[verb] not in cues("carry"):
        return []
    return _carried(parsed, verb) if parsed.child(verb, "nsubjpass", "dobj") or parsed.tags[verb] == "VBN" else []


def _carried(parsed: Parsed, above: int) -> list[int]:
    """Who was treated for, taken away with or found with a wound."""
    if parsed.pos[above] in ("NOUN", "PROPN"):
        return [above] if names_person(parsed.lower(above)) else _carried_by_verb(parsed, above)
    if parsed.pos[above] != "VERB" or parsed.lemmas[above] in ("die", "succumb", "perish", "kill"):
        return []
    passive = parsed.child(above, "nsubjpass")
    if passive is not None:
        return _usable(parsed, passive)
    direct = parsed.child(above, "dobj")
    if direct is not None and (names_person(parsed.lower(direct)) or parsed.pos[direct] in ("PROPN", "PRON")):
        return [direct]
    return _usable(parsed, subject_of(parsed, above))


def _carried_by_verb(parsed: Parsed, noun: int) -> list[int]:
    above = next((t for t in parsed.ancestors(noun) if parsed.pos[t] == "VERB"), None)
    return _carried(parsed, above) if above is not None else []


def _bodies(parsed: Parsed, noun: int) -> list[int]:
    """ "22 bodies were found", "the body of a soldier", "bodies of 12 people": whose bodies, found or carried."""
    verb = next((t for t in parsed.ancestors(noun) if parsed.pos[t] == "VERB"), None)
    if verb is None or not any(parsed.lemmas[t] in cues("found") for t in (verb, *parsed.children(verb, "xcomp"))):
        verb = next((c for c in parsed.children(noun, "acl", "relcl") if parsed.lemmas[c] in cues("found")), None)
    of = next((c for c in parsed.children(noun, "prep") if parsed.lemmas[c] == "of"), None)
    inner = parsed.child(of, "pobj") if of is not None else None
    if inner is not None and (names_person(parsed.lower(inner)) or parsed.pos[inner] in ("PROPN", "NUM")):
        return [inner]
    described = [c for c in parsed.children(noun, "compound", "amod") if parsed.lemmas[c] not in cues("of_a_body")]
    return [noun] if verb is not None and not described else []
