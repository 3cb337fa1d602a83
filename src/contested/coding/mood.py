"""Polarity and modality of a predicate: did it happen, is it planned, possible, conditional, only wished for?

The mood of a word is what the words above it make of it (coding/governing.py), and then its own auxiliaries, negation,
conditions and adjectives (coding/auxiliaries.py): "did not manage to prevent a possible attack" is read from "manage"
inwards. Words and what they do are in data/lexicon/mood.yml; see docs/mood.md.
"""

import re

from contested.coding import auxiliaries as own
from contested.coding import hanging as hangs
from contested.coding.governing import FACT, Construction, Mood, Signature, both, signatures, under
from contested.model.claim import Modality
from contested.model.parse import Parsed

__all__ = ["Mood", "by_auxiliary", "mood"]

_DEEPEST = 12
"""Words above a predicate that are asked: no sentence that means something goes deeper."""
_SAME = Signature("same", "same")
_AIMED = Signature("hypothetical", "hypothetical")
_NUMBERED = re.compile(r"\d+(st|nd|rd|th)$")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})


def mood(parsed: Parsed, trigger: int, clause: int) -> Mood:
    """The mood of a predicate: `trigger` is the naming token (perhaps a noun), `clause` the verb of its clause."""
    if trigger == clause or parsed.pos[clause] not in own.VERBAL:
        return _mood(parsed, trigger, 0)
    if parsed.pos[trigger] not in own.NOMINAL:
        return _mood(parsed, clause, 0)
    above = _mood(parsed, clause, 0)
    if above.polarity == "-" and (_taken_for_granted(parsed, trigger) or _told_by_effect(parsed, trigger, clause)):
        above = Mood(above.modality, "+", above.cue)
    return _with_noun(parsed, trigger, above)


def _taken_for_granted(parsed: Parsed, noun: int) -> bool:
    """Whether a negation does not reach the noun: "nobody died in the raid" leaves the raid standing."""
    articles = {parsed.lower(child) for child in parsed.children(noun, "det")}
    return parsed.deps[noun] == "pobj" and bool(articles & _POINTING or parsed.children(noun, "poss"))


def _told_by_effect(parsed: Parsed, noun: int, clause: int) -> bool:
    """Whether a negation is of what the noun led to, not of the noun: "the raids, which left no one dead"."""
    if parsed.lemmas[clause] in own.cues("occurring"):
        return False
    if parsed.heads[noun] == clause and parsed.deps[noun] == "nsubj":
        return any(own.none_of(parsed, thing) for thing in parsed.children(clause, "dobj"))
    subject = parsed.child(clause, "nsubj")
    return parsed.heads[clause] == noun and subject is not None and parsed.tags[subject].startswith("W")


def by_auxiliary(parsed: Parsed, verb: int) -> Modality | None:
    """What "may", "will" or "should" makes of a verb; None without one."""
    found = own.by_auxiliaries(parsed, verb)
    return found.modality if not found.certain else None


def _mood(parsed: Parsed, token: int, depth: int) -> Mood:
    if depth > _DEEPEST:
        return FACT
    if parsed.pos[token] in own.VERBAL:
        return both(_above_verb(parsed, token, depth), own.own_of_verb(parsed, token))
    if parsed.pos[token] in own.NOMINAL:
        return _with_noun(parsed, token, _above_noun(parsed, token, depth))
    return _above_other(parsed, token, depth)


def _with_noun(parsed: Parsed, noun: int, above: Mood) -> Mood:
    """What stands above a noun, and its own words: one negation, though "did not ... any" has two words for it."""
    mine = own.own_of_noun(parsed, noun)
    if mine.cue == "any" and above.polarity == "+" and _nothing_of(parsed, noun):
        return Mood("actual", "-", "any")
    return above if above.polarity == "-" and (mine.polarity == "-" or mine.cue == "any") else both(above, mine)


def _nothing_of(parsed: Parsed, noun: int) -> bool:
    """Whether the next verb above is negated ("did not result in any changes")."""
    verb = next((token for token in parsed.ancestors(noun) if parsed.pos[token] in own.VERBAL), None)
    return verb is not None and own.negated(parsed, verb) is not None


def _above_other(parsed: Parsed, token: int, depth: int) -> Mood:
    """An adjective or adverb: as the verb that carries it ("is not able"), or the noun it describes."""
    head = parsed.heads[token]
    if head == token or parsed.deps[token] == "amod":
        return FACT
    if parsed.deps[token] in ("pobj", "pcomp"):
        head = parsed.heads[head]
    return _mood(parsed, head, depth + 1)


def _above_verb(parsed: Parsed, verb: int, depth: int) -> Mood:
    """What the words above a verb make of it, by how it hangs on them."""
    dep, head = parsed.deps[verb], parsed.heads[verb]
    if head == verb:
        return _free(parsed, verb)
    if dep in ("ccomp", "pcomp") and hangs.asks_how(parsed, verb):
        return FACT
    if dep == "conj":
        return _joined(parsed, verb, depth)
    if dep == "dep" and (first := _goes_on_from(parsed, verb)) is not None:
        return _above_verb(parsed, first, depth + 1)
    if own.is_infinitive(parsed, verb):
        return _infinitive(parsed, verb, depth)
    if dep == "ccomp" and parsed.tags[verb] != "VBG":
        return _that_clause(parsed, verb, depth)
    if dep == "xcomp" and own.commanded(parsed, verb) and parsed.lemmas[head] not in own.cues("bare"):
        return Mood("hypothetical", "+", parsed.lower(verb))
    if dep in ("xcomp", "ccomp", "oprd", "dobj", "nsubj", "nsubjpass", "csubj", "csubjpass", "acomp"):
        return _governed(parsed, verb, head, "ing", _SAME, depth)
    if dep in ("pcomp", "pobj"):
        return _behind_preposition(parsed, verb, depth)
    if dep == "advcl":
        return _aside(parsed, verb, depth)
    if dep == "acl" and any(parsed.lower(mark) == "that" for mark in parsed.children(verb, "mark")):
        return _that_clause(parsed, verb, depth)
    if dep in ("acl", "relcl") and own.none_of(parsed, head):
        return Mood("actual", "-", "no")
    if dep == "relcl" and parsed.lower(head) in own.cues("whoever") and parsed.tags[verb] in ("VBZ", "VBP"):
        return Mood("hypothetical", "+", parsed.lower(head))
    return FACT


def _free(parsed: Parsed, root: int) -> Mood:
    """A sentence of its own: a fact, unless it asks or orders."""
    if own.asked(parsed, root):
        return Mood("hypothetical", "+", "?")
    return Mood("hypothetical", "+", parsed.lower(root)) if own.commanded(parsed, root) else FACT


def _joined(parsed: Parsed, verb: int, depth: int) -> Mood:
    """A verb joined to another stands under the same words, if it has no subject of its own."""
    first = _same_rank(parsed, verb)
    if parsed.pos[first] not in own.VERBAL:
        return _mood(parsed, first, depth + 1)
    if not parsed.children(verb, "nsubj", "nsubjpass", "expl"):
        return _above_verb(parsed, first, depth + 1)
    return _above_verb(parsed, first, depth + 1) if parsed.deps[first] == "ccomp" else FACT


def _goes_on_from(parsed: Parsed, verb: int) -> int | None:
    """The clause that ", then kidnapped a teacher" goes on from, where the parse hangs it on the verb above both."""
    first = parsed.child(parsed.heads[verb], "ccomp")
    if first is None or first > verb or parsed.children(verb, "nsubj", "nsubjpass"):
        return None
    return first if any(parsed.lower(child) == "then" for child in parsed.children(verb, "advmod")) else None


def _same_rank(parsed: Parsed, verb: int) -> int:
    """What a verb is joined to; never a bare form for one that has a tense ("failed to hold the hill and fled")."""
    first = parsed.heads[verb]
    if parsed.tags[verb] in _FINITE and parsed.tags[first] == "VB":
        return next((above for above in parsed.ancestors(first) if parsed.tags[above] in _FINITE), first)
    return first


def _governed(
    parsed: Parsed, token: int, head: int, construction: Construction, default: Signature, depth: int
) -> Mood:
    """What the word at `head` makes of what stands behind it."""
    found = _known(parsed, token, head, construction)
    if construction == "to" and parsed.pos[head] == "ADJ" and hangs.is_too(parsed, head):
        return both(_mood(parsed, head, depth + 1), Mood("actual", "-", "too"))
    return under(_outer(parsed, head, depth), found or default, parsed.lemmas[head])


def _outer(parsed: Parsed, head: int, depth: int) -> Mood:
    """The mood of a governing word; "not expected to begin until Friday" expects it."""
    found = _mood(parsed, head, depth + 1)
    if found.polarity == "-" and any(own.waits(parsed, verb) for verb in parsed.children(head, "xcomp")):
        return Mood(found.modality, "+", "until")
    return found


def _known(parsed: Parsed, token: int, head: int, construction: Construction) -> Signature | None:
    """The signature of the word at `head`, by itself or with a particle or preposition ("call off", "call for")."""
    table, link = signatures(construction), parsed.heads[token]
    for word in (*parsed.children(head, "prt"), *((link,) if link != head else ())):
        together = table.get(f"{parsed.lemmas[head]} {parsed.lower(word)}")
        if together is not None:
            return together
    return table.get(parsed.lower(head)) or table.get(parsed.lemmas[head])


def _infinitive(parsed: Parsed, verb: int, depth: int) -> Mood:
    """Behind "to": what the governing word makes of it; a mere aim where nothing is known of that word."""
    head = parsed.heads[verb]
    if parsed.deps[verb] in ("pcomp", "pobj"):
        head = parsed.heads[head]
    if any(parsed.lower(c) == "have" for c in parsed.children(verb, "aux")):
        return FACT
    if parsed.deps[verb] in ("relcl", "acl") and parsed.pos[head] in own.NOMINAL:
        if any(_NUMBERED.match(parsed.lower(c)) for c in parsed.children(head, "amod", "compound")):
            return FACT
        ordinal = next((c for c in parsed.children(head, "amod") if parsed.lower(c) in signatures("to")), None)
        if ordinal is not None and signatures("to")[parsed.lower(ordinal)].makes == "fact":
            return FACT
    if parsed.lemmas[head] == "have" and any(parsed.lower(c) == "yet" for c in parsed.children(head, "advmod")):
        return Mood("actual", "-", "yet")
    if parsed.lemmas[head] == "be" and parsed.deps[verb] == "xcomp":
        return _is_to(parsed, verb, head, depth)
    if parsed.deps[verb] == "advcl" and hangs.done_or_going_on(parsed, head):
        return _purpose(parsed, verb, head, depth)
    return _governed(parsed, verb, head, "to", _AIMED, depth)


def _purpose(parsed: Parsed, verb: int, main: int, depth: int) -> Mood:
    """What something done was done for is meant to be: "sent troops to guard the port"."""
    found = _governed(parsed, verb, main, "to", _AIMED, depth)
    unknown = _known(parsed, verb, main, "to") is None
    return Mood("planned", "+", "to") if unknown and _mood(parsed, main, depth + 1).certain else found


def _is_to(parsed: Parsed, verb: int, be: int, depth: int) -> Mood:
    """ "is to meet" is planned; "it is safe to meet" is as the adjective, "the aim is to meet" as the subject says."""
    adjective = parsed.child(be, "acomp")
    if adjective is not None:
        return _governed(parsed, verb, adjective, "to", _AIMED, depth)
    subject = parsed.child(be, "nsubj")
    if subject is not None and parsed.lemmas[subject] in signatures("to"):
        return _governed(parsed, verb, subject, "to", _AIMED, depth)
    return both(_mood(parsed, be, depth + 1), Mood("planned", "+", "to"))


def _that_clause(parsed: Parsed, verb: int, depth: int) -> Mood:
    """A clause as object: told for itself, unless the governing word says something of its truth."""
    head = parsed.heads[verb]
    if hangs.is_bare(parsed, verb):
        return _mood(parsed, head, depth + 1)
    if parsed.lower(head) == "had" and not parsed.children(head, "nsubj", "nsubjpass"):
        return Mood("hypothetical", "+", "had")  # "had rebels attacked": the parser takes "had" for the verb
    known = _known(parsed, verb, head, "that") or hangs.said_of_it(parsed, head)
    if own.commanded(parsed, verb) and parsed.lemmas[head] not in own.cues("bare"):
        return Mood("hypothetical", "+", parsed.lower(verb))
    if known is not None and known.makes == "planned" and own.perfect(parsed, verb):
        return FACT  # "swore that they had not fired"
    if known is None:
        return Mood("hypothetical", "+", "that") if hangs.is_wished(parsed, verb) else FACT
    return under(_mood(parsed, head, depth + 1), known, parsed.lemmas[head])


def _behind_preposition(parsed: Parsed, verb: int, depth: int) -> Mood:
    """A verb in -ing behind a preposition: "without firing", "banned from entering", "before leaving"."""
    preposition = parsed.heads[verb]
    if hangs.excludes(parsed, preposition):
        return _excluded(parsed, preposition, depth)
    head = parsed.heads[preposition]
    beside = parsed.lower(preposition) == "with"  # "with ten thousand waiting at the border"
    if beside or parsed.lower(preposition) in own.cues("timing") or head == preposition:
        return FACT
    return _governed(parsed, verb, head, "ing", _SAME, depth)


def _aside(parsed: Parsed, verb: int, depth: int) -> Mood:
    """An adverbial clause: "killing ten" is as its main verb; a finite one is told for itself."""
    if hangs.is_awaited(parsed, verb):
        return Mood("conditional", "+", "until")
    if parsed.tags[verb] != "VBG" or parsed.children(verb, "mark", "nsubj", "aux"):
        return FACT
    if verb < parsed.heads[verb] and parsed.children(parsed.heads[verb], "auxpass"):
        # "storming a church is forbidden": no aside, a misread subject
        return _governed(parsed, verb, parsed.heads[verb], "ing", _SAME, depth)
    main = _mood(parsed, parsed.heads[verb], depth + 1)
    return FACT if main.certain else Mood(main.modality, "+", main.cue)


def _excluded(parsed: Parsed, preposition: int, depth: int) -> Mood:
    """What stands behind "without": not so, as surely as the rest; needed, where the rest cannot be without it."""
    word, head = parsed.lower(preposition), parsed.heads[preposition]
    if word != "without" or parsed.pos[head] not in own.VERBAL:
        return Mood("actual", "-", word)
    rest = _mood(parsed, head, depth + 1)
    return Mood("hypothetical", "+", word) if rest.polarity == "-" else Mood(rest.modality, "-", word)


def _above_noun(parsed: Parsed, noun: int, depth: int) -> Mood:
    """What the words above a noun make of the happening that it names."""
    dep, head = parsed.deps[noun], parsed.heads[noun]
    if head == noun:
        return FACT
    if dep in ("conj", "appos"):
        return _above_noun(parsed, head, depth + 1) if parsed.pos[head] in own.NOMINAL else FACT
    if dep in ("dobj", "nsubjpass", "attr", "dative", "compound", "oprd"):
        return _named_object(parsed, noun, head, depth)
    if dep == "pobj":
        return _named_behind(parsed, noun, head, depth)
    if dep == "nsubj":
        return _named_subject(parsed, noun, head, depth)
    return FACT


def _named_object(parsed: Parsed, noun: int, head: int, depth: int) -> Mood:
    known = _known(parsed, noun, head, "noun")
    if parsed.lemmas[head] in own.cues("standing") or (
        not hangs.brings_up(parsed, noun) and _granted(parsed, head, known)
    ):
        return FACT
    if known is not None:
        return under(_outer(parsed, head, depth), known, parsed.lemmas[head])
    if not hangs.brings_up(parsed, noun):
        return FACT
    above = _mood(parsed, head, depth + 1)
    if above.certain and (above.polarity == "+" or parsed.deps[noun] not in ("dobj", "nsubjpass")):
        return FACT
    return above


def _granted(parsed: Parsed, head: int, known: Signature | None) -> bool:
    """Whether what a noun with an article points at is taken for granted: "feared the war", "an end to the siege"."""
    return parsed.lemmas[head] in own.cues("ending") or (known is not None and known.makes == "possible")


def _named_behind(parsed: Parsed, noun: int, preposition: int, depth: int) -> Mood:
    word, head = parsed.lower(preposition), parsed.heads[preposition]
    if hangs.excludes(parsed, preposition):
        return _excluded(parsed, preposition, depth)
    if (
        word == "of"
        and parsed.lower(head) in own.cues("negative")
        and parsed.tags[noun] == "NN"
        and hangs.brings_up(parsed, noun)
    ):
        return Mood("actual", "-", parsed.lower(head))
    together = f"{parsed.lemmas[head]} {word}" in signatures("noun")
    if head == preposition or not (together or word in own.cues("linking")):
        return FACT
    if parsed.lemmas[head] == "end" and parsed.pos[head] == "NOUN" and not hangs.brings_up(parsed, head):
        return FACT  # "after the end of clashes"; "an end to clashes" tells nothing
    return _named_object(parsed, noun, head, depth)


def _named_subject(parsed: Parsed, noun: int, verb: int, depth: int) -> Mood:
    """ "Talks may begin", "no attack occurred", "an attack is likely": as the verb; else told for itself."""
    if parsed.lemmas[verb] == "be":
        said = parsed.child(verb, "acomp")
        known = signatures("noun").get(parsed.lower(said)) if said is not None else None
        if known is not None:
            return under(_mood(parsed, verb, depth + 1), known, parsed.lower(said or verb))
    if parsed.lemmas[verb] in own.cues("occurring") and parsed.pos[verb] in own.VERBAL:
        return _mood(parsed, verb, depth + 1)
    if not hangs.brings_up(parsed, noun):
        return FACT
    found = _mood(parsed, verb, depth + 1)
    return FACT if found.certain or found.modality == "planned" else Mood(found.modality, "+", found.cue)
