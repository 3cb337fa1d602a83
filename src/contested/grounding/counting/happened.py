"""Whether a trigger says that something happened at all: negation, plans, attempts, conditions."""

import re

from contested.grounding.counting.measures import SOURCE, Trigger, cues
from contested.lexicon import fold, yaml_data
from contested.model.parse import Parsed, Sentence

CLIMBED = ("xcomp", "ccomp", "conj", "pcomp", "acl", "advcl", "prep", "pobj", "dobj", "oprd", "acomp")


def negated(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether the trigger itself is negated ("did not kill", "were never wounded", "without killing")."""
    for token in (trigger.anchor, parsed.heads[trigger.anchor]):
        if token != trigger.anchor and parsed.pos[token] not in ("AUX", "VERB"):
            continue
        if token != trigger.anchor and parsed.deps[trigger.anchor] not in (
            "acomp",
            "oprd",
            "attr",
            "dobj",
            "prep",
            "xcomp",
        ):
            continue
        if parsed.child(token, "neg") is not None:
            return True
    return _without(parsed, trigger.anchor)


def untold(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether it is only not told of ("did not mention casualties"), which says nothing on whether it happened."""
    verb = next((t for t in parsed.ancestors(trigger.anchor) if parsed.pos[t] in ("AUX", "VERB")), trigger.anchor)
    return parsed.lemmas[verb] in cues("silent") and parsed.child(verb, "neg") is not None


def _without(parsed: Parsed, token: int) -> bool:
    head = parsed.heads[token]
    return head != token and parsed.lemmas[head] == "without" and parsed.deps[token] in ("pobj", "pcomp")


def unreal(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether the trigger stands under a modal, an attempt, a purpose or a condition: then nothing is counted."""
    verb = trigger.anchor
    if parsed.pos[verb] in ("NOUN", "PROPN") and trigger.frame != "state":
        tried = any(parsed.lemmas[c] in cues("unreal") for c in parsed.children(verb, "amod", "compound"))
        return tried or (parsed.deps[verb] in ("attr", "dobj") and _modal(parsed, parsed.heads[verb]))
    return _modal(parsed, verb) or _purpose(parsed, verb) or _conditional(parsed, verb)


def _modal(parsed: Parsed, verb: int) -> bool:
    """will, would, should kill; could, may kill (but not "may have killed", which speaks of what happened)."""
    holders = [verb]
    if parsed.deps[verb] in ("acomp", "oprd", "attr", "prep"):
        holders.append(parsed.heads[verb])
    for holder in holders:
        words = [parsed.lower(c) for c in parsed.children(holder, "aux")]
        if any(word in cues("not_yet") for word in words) and not ("could" in words and "have" in words):
            return True
        if any(word in ("may", "might") for word in words) and "have" not in words and holder == verb:
            return True
    return False


def _purpose(parsed: Parsed, verb: int) -> bool:
    """An infinitive under a verb that does not make it true, or a gerund under one of prevention."""
    token, infinitive = verb, False
    for _ in range(4):
        if any(parsed.tags[c] == "TO" for c in parsed.children(token, "aux")):
            perfect = any(parsed.lemmas[c] == "have" for c in parsed.children(token, "aux"))
            infinitive = not perfect
        head, dep = parsed.heads[token], parsed.deps[token]
        if head == token or dep not in CLIMBED:
            return infinitive
        if parsed.lemmas[head] in cues("unreal") and dep in ("xcomp", "acl", "pcomp", "prep", "ccomp", "dobj"):
            return dep != "ccomp" or infinitive
        if infinitive and parsed.lemmas[head] == "go" and parsed.tags[head] == "VBG":
            return True
        if infinitive:
            return parsed.lemmas[head] not in cues("factual") if dep != "conj" else _purpose(parsed, head)
        if dep not in ("conj", "pcomp", "prep", "acomp", "oprd"):
            return False
        token = head
    return infinitive


def _conditional(parsed: Parsed, verb: int) -> bool:
    """Whether the verb's clause, or one it hangs in, begins with "if"."""
    for token in (verb, *parsed.ancestors(verb)):
        if any(parsed.lower(c) in cues("if_words") for c in parsed.children(token, "mark")):
            return True
        if parsed.deps[token] in ("ccomp", "relcl", "parataxis", "acl", "nsubj", "nsubjpass"):
            return False
    return False


def rate_in(text: str, sentence: Sentence) -> bool:
    """Whether the sentence gives a rate ("every day a child dies"): one victim in it is no count."""
    return re.search("|".join(yaml_data(SOURCE)["rates"]), fold(text[sentence.start : sentence.end])) is not None
