"""Polarity and modality of a predicate: did it happen, is it planned, possible, conditional, only wished for?

Cues are in data/lexicon/mood.yml. The climb goes from the predicate to whatever governs it, so that "plan to storm",
"threat of an attack" and "prevent clashes" are told from attacks and clashes that took place.
"""

from dataclasses import dataclass
from functools import cache

from contested.lexicon import yaml_data
from contested.model.claim import Modality, Polarity
from contested.model.parse import Parsed

_CLIMBS = frozenset(
    {"xcomp", "ccomp", "pcomp", "pobj", "prep", "dobj", "acl", "conj", "nsubjpass", "advcl", "nsubj", "attr"}
)
_BEFORE = 2
"""Tokens before a clause in which its conjunction may stand ("if and when ...")."""
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Mood:
    """`cue` is the word that decided, for the record."""

    modality: Modality = "actual"
    polarity: Polarity = "+"
    cue: str | None = None

    @property
    def real(self) -> bool:
        """Whether something is said to have happened or to go on."""
        return self.polarity == "+" and self.modality in ("actual", "ongoing")


@cache
def _cues() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in yaml_data("lexicon/mood.yml").items()}


def mood(parsed: Parsed, trigger: int, clause: int) -> Mood:
    """The mood of a predicate: `trigger` is the naming token (perhaps a noun), `clause` the verb of its clause."""
    polarity: Polarity = "-" if _negated(parsed, trigger, clause) else "+"
    governed = _governed(parsed, trigger)
    own = _own(parsed, clause) if parsed.pos[clause] in ("VERB", "AUX") else None
    adjective = _adjective(parsed, trigger)
    for found in (_condition(parsed, clause), governed, own, _going_to(parsed, clause), adjective):
        if found is not None:
            return Mood(found[0], polarity, found[1])
    return Mood(_aspect(parsed, clause), polarity)


def _negated(parsed: Parsed, trigger: int, clause: int) -> bool:
    for token in {trigger, clause}:
        if any(
            parsed.deps[c] == "neg" or parsed.lower(c) in ("no", "never", "without") for c in parsed.children(token)
        ):
            return True
    return _fails(parsed, clause) or _nobody(parsed, clause)


def _fails(parsed: Parsed, clause: int) -> bool:
    """Whether it hangs on "failed to", "refused to" or "without"."""
    token = clause
    for ancestor in parsed.ancestors(clause):
        if parsed.lower(ancestor) in _cues()["timing"] or parsed.deps[token] == "advcl":
            return False
        if parsed.lemmas[ancestor] in _cues()["failing"]:
            return True
        if parsed.deps[ancestor] == "prep" and parsed.lower(ancestor) == "without":
            return True
        if parsed.pos[ancestor] in ("VERB", "AUX") and parsed.deps[clause] not in ("xcomp", "pcomp"):
            return False
        token = ancestor
    return False


def _nobody(parsed: Parsed, clause: int) -> bool:
    """Whether the subject is "no ..." ("no shells fell")."""
    subject = parsed.child(clause, "nsubj", "nsubjpass")
    return subject is not None and any(parsed.lower(c) == "no" for c in (subject, *parsed.children(subject, "det")))


def _own(parsed: Parsed, verb: int) -> tuple[Modality, str] | None:
    """By the auxiliaries of the verb, or of the verb it shares them with."""
    for token in _with_shared(parsed, verb):
        for aux in parsed.children(token, "aux"):
            found = _auxiliary(parsed, token, aux)
            if found:
                return found
    return None


def by_auxiliary(parsed: Parsed, verb: int) -> Modality | None:
    """What "may", "will" or "should" makes of a verb; None without one."""
    found = _own(parsed, verb)
    return found[0] if found is not None and found[1] != "to" else None


def _going_to(parsed: Parsed, clause: int) -> tuple[Modality, str] | None:
    """By "is going to", where the parser takes "going" for the verb that tells."""
    if parsed.lower(clause) != "going":
        return None
    infinitives = parsed.children(clause, "xcomp")
    to = any(parsed.lower(word) == "to" for verb in infinitives for word in parsed.children(verb, "aux"))
    return ("planned", "going") if to else None


def _with_shared(parsed: Parsed, verb: int) -> list[int]:
    """The verb, then the verbs it is joined to and shares auxiliaries with ("will attack and seize")."""
    chain = [verb]
    while parsed.deps[chain[-1]] == "conj" and not parsed.children(chain[-1], "nsubj", "nsubjpass", "aux"):
        chain.append(parsed.heads[chain[-1]])
    return chain


def _auxiliary(parsed: Parsed, verb: int, aux: int) -> tuple[Modality, str] | None:
    word = parsed.lower(aux)
    perfect = any(parsed.lower(other) == "have" for other in parsed.children(verb, "aux"))
    if word in _cues()["aux_possible"]:
        return "possible", word
    if word in _cues()["aux_planned"]:
        return "planned", word
    if word in _cues()["aux_hypothetical"] or (word == "would" and perfect):
        return "hypothetical", word
    if word == "would":
        return "planned", word
    if word == "to" and parsed.lemmas[parsed.heads[verb]] in _cues()["factive"]:
        return None
    if word == "to" and parsed.deps[verb] in ("advcl", "relcl", "acl", "ROOT", "ccomp"):
        return "hypothetical", word
    return None


def _governed(parsed: Parsed, trigger: int) -> tuple[Modality, str] | None:
    """By the words above the predicate, up to the first finite verb that merely reports or tells."""
    cues, token = _cues(), trigger
    for ancestor in parsed.ancestors(trigger):
        if parsed.deps[token] not in _CLIMBS or parsed.lower(ancestor) in cues["timing"]:
            return None
        lemma = parsed.lemmas[ancestor]
        back = parsed.deps[token] == "nsubjpass" and any(parsed.lower(a) == "had" for a in parsed.children(ancestor))
        if parsed.deps[token] not in ("nsubj", "conj", "advcl") and not back:
            for name in ("planned", "hypothetical", "possible"):
                if lemma in cues[name]:
                    return name, lemma
        aimed = _aimed(parsed, token, ancestor)
        if aimed is not None:
            return aimed
        if parsed.deps[token] in ("ccomp", "advcl", "conj", "nsubj", "nsubjpass", "attr"):
            return None
        token = ancestor
    return None


def _aimed(parsed: Parsed, token: int, verb: int) -> tuple[Modality, str] | None:
    """By a verb that looks forward only to a verb after it: "committed to pull out", "are fighting to take"."""
    if parsed.deps[token] not in ("xcomp", "advcl") or not any(parsed.lower(c) == "to" for c in parsed.children(token)):
        return None
    if {parsed.lemmas[verb], parsed.lower(verb)} & _cues()["planned_to"]:
        return "planned", parsed.lemmas[verb]
    return ("possible", parsed.lemmas[verb]) if parsed.lemmas[verb] in _cues()["striving"] else None


def _adjective(parsed: Parsed, trigger: int) -> tuple[Modality, str] | None:
    """By an adjective of a noun ("planned offensive", "possible attack")."""
    if parsed.pos[trigger] not in _NOUNS:
        return None
    for child in parsed.children(trigger, "amod", "compound"):
        for name in ("planned", "hypothetical", "possible"):
            if parsed.lower(child) in _cues()[f"adjective_{name}"]:
                return name, parsed.lower(child)
    return None


def _condition(parsed: Parsed, clause: int) -> tuple[Modality, str] | None:
    """By "if" and its like, on the clause itself, above it, or hanging on it."""
    opening = parsed.subtree(clause)[0]
    for token in range(max(parsed.sentence_of(clause).first, opening - _BEFORE), opening):
        if parsed.lower(token) in _cues()["condition"]:
            return "conditional", parsed.lower(token)
    for token in (clause, *parsed.ancestors(clause)):
        for child in parsed.children(token):
            if child < token and parsed.lower(child) in _cues()["condition"]:
                return "conditional", parsed.lower(child)
        if parsed.deps[token] in ("ccomp", "relcl", "acl"):
            break
    for child in parsed.children(clause, "advcl"):
        marks = [parsed.lower(mark) for mark in parsed.children(child, "mark")]
        if any(word in _cues()["condition"] for word in marks):
            return "conditional", next(word for word in marks if word in _cues()["condition"])
    return None


def _aspect(parsed: Parsed, verb: int) -> Modality:
    """`ongoing` for a present progressive ("are shelling", "have been fighting") or with "continue"."""
    lemma = parsed.lemmas[verb]
    if lemma in _cues()["continuing"]:
        return "ongoing"
    auxiliaries = {parsed.lower(aux) for aux in parsed.children(verb, "aux", "auxpass")}
    if parsed.tags[verb] == "VBG" and auxiliaries & {"is", "are", "'s", "'re", "been", "was", "were", "am"}:
        return "ongoing"
    return "actual"
