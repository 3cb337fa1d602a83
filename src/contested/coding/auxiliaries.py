"""What a predicate's own words say of it: auxiliaries, negation, conditions, adverbs, adjectives, questions."""

from functools import cache

from contested.coding.governing import FACT, Mood, both
from contested.lexicon import yaml_data
from contested.model.claim import Modality
from contested.model.parse import Parsed

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
_BEFORE_ORDER = frozenset({"PUNCT", "INTJ", "ADV", "CCONJ", "PART"})
_BEFORE = 2
"""Tokens before a clause in which its conjunction may stand ("if and when ...")."""


@cache
def cues(name: str) -> frozenset[str]:
    """A list of words of lexicon/mood.yml."""
    return frozenset(yaml_data("lexicon/mood.yml")[name])


def own_of_verb(parsed: Parsed, verb: int) -> Mood:
    """What a verb's own auxiliaries, negation, adverbs and conditions make of it."""
    found = by_auxiliaries(parsed, verb)
    negative = negated(parsed, verb)
    if negative is not None and _outdone(parsed, verb, found):
        return FACT
    if negative is not None:
        found = _denied(found, negative)
    if _inverted(parsed, verb):
        found = both(found, Mood("hypothetical", "+", "had"))
    condition = _condition(parsed, verb)
    if condition is not None:
        found = both(found, Mood("conditional", "+", condition))
    for adverb in parsed.children(verb, "advmod"):
        if parsed.lower(adverb) in cues("adverb_possible"):
            found = both(found, Mood("possible", "+", parsed.lower(adverb)))
        elif parsed.lower(adverb) in cues("adverb_not") and parsed.lemmas[verb] in cues("punctual"):
            found = both(found, Mood("actual", "-", parsed.lower(adverb)))
    return found


def _denied(found: Mood, word: str) -> Mood:
    """A verb under negation: what could or can not be done was not done; what may not be is open."""
    if found.cue in ("could", "can", "ca"):
        return Mood("actual", "-", word)
    return Mood(found.modality, "-", found.cue or word)


def _outdone(parsed: Parsed, verb: int, found: Mood) -> bool:
    """Whether "could not have come at a worse time" says that it came, and how badly."""
    if found.cue not in ("could", "can") or parsed.lemmas[verb] not in cues("outdone"):
        return False
    following = range(verb + 1, parsed.subtree(verb)[-1] + 1)
    return any(parsed.tags[token] in ("JJR", "RBR") and parsed.lower(token - 1) == "a" for token in following)


def _inverted(parsed: Parsed, verb: int) -> bool:
    """Whether it is what would have had to be: "had the army been sent in time", which opens its clause."""
    had = next((aux for aux in parsed.children(verb, "aux") if parsed.lower(aux) == "had"), None)
    if (
        had is None
        or parsed.tags[verb] not in ("VBN", "VBD")
        or not any(s > had for s in parsed.children(verb, "nsubj", "nsubjpass"))
    ):
        return False
    opens = had == parsed.sentence_of(verb).first or parsed.pos[had - 1] == "PUNCT"
    return (opens or parsed.lower(had - 1) == "that") and not asked(parsed, verb)


def perfect(parsed: Parsed, verb: int) -> bool:
    """Whether the verb stands in a perfect tense ("had left", "have been seen")."""
    having = any(parsed.lemmas[aux] == "have" for aux in parsed.children(verb, "aux"))
    return having and not any(parsed.tags[aux] == "MD" for aux in parsed.children(verb, "aux"))


def by_auxiliaries(parsed: Parsed, verb: int) -> Mood:
    """By the auxiliaries of the verb, or of the verb it shares them with."""
    for token in _with_shared(parsed, verb):
        for aux in parsed.children(token, "aux"):
            found = _auxiliary(parsed, token, aux)
            if found is not None:
                return Mood(found, "+", parsed.lower(aux))
    helpers = parsed.children(verb, "aux", "auxpass")
    if helpers and parsed.lower(helpers[0]) == "be":  # "insisted that he be tried"
        return Mood("hypothetical", "+", "be")
    if _going_to(parsed, verb):
        return Mood("planned", "+", "going")
    return Mood(_aspect(parsed, verb))


def _with_shared(parsed: Parsed, verb: int) -> list[int]:
    """The verb, then the verbs it is joined to and shares auxiliaries with ("will attack and seize")."""
    chain = [verb]
    while parsed.deps[chain[-1]] == "conj" and shares(parsed, chain[-1]):
        chain.append(parsed.heads[chain[-1]])
    return chain


def shares(parsed: Parsed, verb: int) -> bool:
    """Whether a joined verb has its subject and auxiliaries from the one before ("will attack and seize")."""
    if parsed.children(verb, "nsubj", "nsubjpass", "aux", "expl"):
        return False
    return parsed.tags[verb] not in ("VBD", "VBZ", "VBP") or parsed.tags[verb] == parsed.tags[parsed.heads[verb]]


def _auxiliary(parsed: Parsed, verb: int, aux: int) -> Modality | None:
    word = parsed.lower(aux)
    if word in cues("aux_possible"):
        return None if word == "could" and parsed.lemmas[verb] in cues("perceived") else "possible"
    if word in cues("aux_planned"):
        return "planned"
    if word in cues("aux_hypothetical"):
        return None if word == "should" and _opens(parsed, verb, aux) else "hypothetical"
    if word in ("would", "'d") and parsed.tags[aux] == "MD":
        perfect = any(parsed.lower(other) == "have" for other in parsed.children(verb, "aux"))
        return "hypothetical" if perfect else "planned"
    return None


def _going_to(parsed: Parsed, verb: int) -> bool:
    """By "is going to", where the parser takes "going" for the verb that tells."""
    if parsed.lower(verb) != "going":
        return False
    infinitives = parsed.children(verb, "xcomp")
    return any(is_infinitive(parsed, one) for one in infinitives)


def is_infinitive(parsed: Parsed, verb: int) -> bool:
    """Whether the verb stands with "to"."""
    return any(parsed.tags[c] == "TO" for c in parsed.children(verb, "aux"))


def _aspect(parsed: Parsed, verb: int) -> Modality:
    """`ongoing` for a present progressive ("are shelling", "have been fighting") or with "continue"."""
    if parsed.lemmas[verb] in cues("continuing"):
        return "ongoing"
    auxiliaries = {parsed.lower(aux) for aux in parsed.children(verb, "aux", "auxpass")}
    if parsed.tags[verb] == "VBG" and auxiliaries & {"is", "are", "'s", "'re", "been", "was", "were", "am"}:
        return "ongoing"
    return "actual"


def negated(parsed: Parsed, verb: int) -> str | None:
    """The word that negates the verb: "not", "never", "no longer", or a subject or object with "no"."""
    for token in _with_shared(parsed, verb):
        for child in parsed.children(token):
            word = _negating(parsed, token, child)
            if word is not None:
                return word
        if parsed.tags[token] != "VB":
            break
    joined = parsed.deps[verb] == "conj" and any(parsed.lower(c) == "nor" for c in parsed.children(parsed.heads[verb]))
    return "nor" if joined else None


def _negating(parsed: Parsed, verb: int, child: int) -> str | None:
    word, dep = parsed.lower(child), parsed.deps[child]
    if dep == "neg" or (dep in ("advmod", "preconj", "cc") and word in cues("negative")):
        return None if _is_no_denial(parsed, verb, child) else word
    if dep == "advmod" and word == "longer" and any(parsed.lower(c) == "no" for c in parsed.children(child)):
        return word
    if dep in ("nsubj", "nsubjpass", "dobj", "attr", "expl") and none_of(parsed, child):
        return "no"
    if dep == "prep" and child < verb and _never(parsed, verb, child):
        return "no"
    return None


def _never(parsed: Parsed, verb: int, preposition: int) -> bool:
    """Whether the verb is turned round by a phrase of "no" ("at no time did we", "under no circumstances will it")."""
    noun = parsed.child(preposition, "pobj")
    subject = parsed.child(verb, "nsubj", "nsubjpass")
    turned = subject is not None and any(preposition < aux < subject for aux in parsed.children(verb, "aux", "auxpass"))
    return noun is not None and turned and none_of(parsed, noun)


def _is_no_denial(parsed: Parsed, verb: int, word: int) -> bool:
    """Whether "not" denies something else: "not only", "not until Friday", "not because"."""
    if word + 1 < len(parsed.starts) and parsed.lower(word + 1) in cues("not_negative_before"):
        return True
    if not any(parsed.lower(aux) in ("did", "was", "were") for aux in parsed.children(verb, "aux", "auxpass")):
        return False
    return waits(parsed, verb)


def waits(parsed: Parsed, verb: int) -> bool:
    """Whether something happens only from a time on ("until Friday", "until the envoy arrives")."""
    near = (verb, *parsed.children(verb, "advcl"))
    return any(parsed.lower(c) == "until" for token in near for c in parsed.children(token))


def none_of(parsed: Parsed, noun: int) -> bool:
    """Whether the noun phrase is "no ...", "none", "nobody", "neither side"."""
    if parsed.lower(noun) in cues("negative"):
        return True
    return any(parsed.lower(c) in ("no", "neither") for c in parsed.children(noun, "det", "neg", "preconj"))


def _condition(parsed: Parsed, clause: int) -> str | None:
    """The "if" on the clause itself, or on one that hangs on it, if the clause is no fact of the past."""
    opening = parsed.subtree(clause)[0]
    for token in range(max(parsed.sentence_of(clause).first, opening - _BEFORE), opening):
        if parsed.lower(token) in cues("condition"):
            return parsed.lower(token)
    for child in parsed.children(clause, "mark", "advmod", "prep", "aux"):
        if child < clause and parsed.lower(child) in cues("condition") and _opens(parsed, clause, child):
            return parsed.lower(child)
    if not _open(parsed, clause):
        return None
    for child in parsed.children(clause, "advcl"):
        marks = [parsed.lower(mark) for mark in parsed.children(child, "mark", "advmod")]
        word = next((word for word in marks if word in cues("condition")), None)
        if word is not None and word != "whether":
            return word
    return None


def _open(parsed: Parsed, verb: int) -> bool:
    """Whether a main clause can hang on a condition: it has a modal verb, is in the present, or orders."""
    helpers = parsed.children(verb, "aux", "auxpass")
    tense = parsed.tags[helpers[0]] if helpers else parsed.tags[verb]
    return tense in ("MD", "VBZ", "VBP", "VB", "TO") and not any(
        parsed.lower(h) in ("has", "have") for h in helpers[:1]
    )


def _opens(parsed: Parsed, clause: int, word: int) -> bool:
    """Whether "if" opens the clause, or "should" stands before its subject ("should they attack")."""
    if parsed.lower(word) != "should":
        return True
    subject = parsed.child(clause, "nsubj", "nsubjpass", "expl")
    return subject is not None and word < subject


def asked(parsed: Parsed, root: int) -> bool:
    """Whether the sentence asks if it is so: a question mark, the verb before its subject, no "who" or "why"."""
    sentence = parsed.sentence_of(root)
    last = sentence.last - 1
    while last > sentence.first and parsed.lower(last) in ('"', "”", "''", "'", ")"):
        last -= 1
    if parsed.lower(last) != "?":
        return False
    subject = parsed.child(root, "nsubj", "nsubjpass", "expl")
    fronted = [c for c in parsed.children(root, "aux", "auxpass", "neg") if subject is not None and c < subject]
    if not fronted and not (subject is not None and root < subject):
        return False
    return not any(parsed.tags[t].startswith("W") for t in range(sentence.first, min(fronted or [root])))


def commanded(parsed: Parsed, root: int) -> bool:
    """Whether it is an order: a bare verb that opens its sentence, without a subject."""
    if parsed.tags[root] != "VB" or parsed.children(root, "nsubj", "nsubjpass", "aux", "auxpass", "expl"):
        return False
    return all(
        parsed.pos[t] in ("PUNCT", "INTJ", "ADV", "CCONJ", "SPACE", "PART") for t in parsed.subtree(root) if t < root
    )


def own_of_noun(parsed: Parsed, noun: int) -> Mood:
    """What a noun's own adjectives and articles make of it ("planned offensive", "no attack")."""
    found = Mood("actual", "-", "no") if none_of(parsed, noun) else FACT
    for child in parsed.children(noun, "amod", "compound", "det", "nmod"):
        word = parsed.lower(child)
        if word in cues("adjective_not"):
            return both(found, Mood("actual", "-", word))
        for name in ("planned", "hypothetical", "possible"):
            if word in cues(f"adjective_{name}"):
                return both(found, Mood(name, "+", word))
    return found
