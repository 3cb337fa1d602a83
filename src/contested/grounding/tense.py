"""The tense around a place in the text: past, present or future, from the tags and heads of the parse."""

from typing import Literal

from contested.grounding.timex.words import times
from contested.model.parse import Parsed

Tense = Literal["past", "present", "future"]
_VERBAL = ("VERB", "AUX")


def tense_at(parsed: Parsed, start: int) -> Tense | None:
    """The tense of the clause that holds the character `start`; None where the sentence is not parsed or has no verb.

    The clause's verb is the nearest verb above the token. Will, would and shall make a future, "going to" too, and so
    do infinitives and participles under verbs that look ahead (plan, expect, schedule: data/lexicon/times.yml).
    """
    token = next(iter(parsed.tokens_in(start, start + 1)), None)
    if token is None:
        return None
    chain = [token, *parsed.ancestors(token)]
    verb = next((i for i in chain if parsed.pos[i] in _VERBAL), None)
    while verb is not None:
        found = _own_tense(parsed, verb)
        if found and found != "future" and _until_ahead(parsed, chain, verb, found):
            return "future"
        if found:
            return found
        verb = next((i for i in parsed.ancestors(verb) if parsed.pos[i] in _VERBAL), None)
    return None


def _own_tense(parsed: Parsed, verb: int) -> Tense | None:
    """The tense that this verb and its auxiliaries show; None for a bare participle or infinitive (ask its head)."""
    helpers = [verb, *parsed.children(verb, "aux", "auxpass")]
    lowered = {parsed.lower(i) for i in helpers}
    tags = {parsed.tags[i] for i in helpers}
    if lowered & set(times()["future_words"]) or ("had" not in lowered and _goes_ahead(parsed, verb)):
        return "future"
    if "VBD" in tags or ("VBN" in tags and ("VBP" in tags or "VBZ" in tags) and lowered & {"has", "have", "'ve"}):
        return "past"
    if "VBZ" in tags or "VBP" in tags:
        return "future" if parsed.lemmas[verb] in times()["scheduled"] and "VBG" not in tags else "present"
    if parsed.tags[verb] == "VBN" and parsed.deps[verb] in ("acl", "amod", "relcl"):
        return "past"
    if parsed.tags[verb] == "VB" and any(parsed.lower(i) == "to" for i in parsed.children(verb, "aux")):
        return _infinitive(parsed, verb)
    return None


def _until_ahead(parsed: Parsed, chain: list[int], verb: int, tense: Tense) -> bool:
    """Whether the day is an end still to come: "until Monday" under a present, or under a verb that puts off."""
    below = chain[: chain.index(verb)] if verb in chain else chain
    if not any(parsed.lemmas[i] in ("until", "till") for i in below):
        return False
    return tense == "present" or parsed.lemmas[verb] in times()["until_ahead"]


def _goes_ahead(parsed: Parsed, verb: int) -> bool:
    """Whether the verb's own day lies ahead of it ("is scheduled for Friday", "a rally planned Friday")."""
    return parsed.lemmas[verb] in times()["forward_itself"]


def _infinitive(parsed: Parsed, verb: int) -> Tense | None:
    """An infinitive lies ahead of a verb that looks ahead, or on a noun ("a plan to leave on Friday")."""
    head = parsed.heads[verb]
    if parsed.pos[head] == "PRON":  # "had nothing to do with the raid on Monday"
        return None
    ahead = parsed.lemmas[head] in times()["forward"] or parsed.deps[verb] in ("acl", "relcl")
    ahead = ahead or parsed.lemmas[head] == "be" or (parsed.lemmas[head] == "go" and parsed.tags[head] == "VBG")
    if not ahead:
        return None
    return "past" if any("had" in _helpers(parsed, above) for above in parsed.ancestors(verb)) else "future"


def _helpers(parsed: Parsed, verb: int) -> set[str]:
    """The verb's auxiliaries, in lower case."""
    return {parsed.lower(i) for i in parsed.children(verb, "aux", "auxpass")}
