"""The number next to a measuring word, for sentences that the parser misreads and for tolls."""

from collections.abc import Sequence

from contested.grounding.counting.measures import Trigger, cues
from contested.grounding.counting.numbers import Number
from contested.grounding.counting.who import names_person, number_over
from contested.model.parse import Parsed


def number_beside(parsed: Parsed, trigger: Trigger, numbers: Sequence[Number]) -> list[int]:
    """The number next to the trigger: before a participle or adjective, behind an active verb or a toll."""
    sentence = parsed.sentence_of(trigger.anchor)
    tokens = parsed.tokens_in(trigger.start, trigger.end)
    if trigger.frame == "toll":
        return _toll(parsed, tokens[-1], sentence.last, numbers)
    if trigger.frame in ("harm", "body", "people", "carried", "lives", "driven", "loss"):
        return []
    left = _left(parsed, tokens[0], sentence.first, numbers)
    right = _right(parsed, tokens[-1], sentence.last, numbers) if trigger.frame == "object" else []
    tag = parsed.tags[trigger.anchor]
    if trigger.frame == "object" and (tag == "VBZ" or parsed.lower(trigger.anchor).endswith("ing")):
        return right  # the number before is of those who do it ("seven stabbing suspects")
    return (right or left) if tag in ("VB", "VBP", "VBZ", "VBG") else (left or right)


LEFT_POS = ("NOUN", "ADJ", "ADV", "AUX", "NUM", "DET")
RIGHT_POS = ("ADV", "ADJ", "DET")


def _left(parsed: Parsed, first: int, stop: int, numbers: Sequence[Number]) -> list[int]:
    """The number at most five words before the trigger, only words of its noun phrase and auxiliaries between."""
    for token in range(first - 1, max(stop, first - 6) - 1, -1):
        if number_over(parsed, token, numbers) is not None:
            return [_noun_of(parsed, token)]
        if parsed.lower(token + 1) == "of" and parsed.pos[token] == "NOUN":
            return []  # "30 families of the dead"
        if parsed.pos[token] not in LEFT_POS and parsed.lower(token) != "of":
            return []
        if parsed.pos[token] == "NOUN" and not names_person(parsed.lower(token)):
            return []
    return []


def _noun_of(parsed: Parsed, token: int) -> int:
    """The noun that a number word stands before, else the number word itself."""
    head = parsed.heads[token]
    near = token < head <= token + 4 and parsed.deps[token] == "nummod"
    return head if near and parsed.pos[head] in ("NOUN", "PROPN") else token


def _right(parsed: Parsed, last: int, stop: int, numbers: Sequence[Number]) -> list[int]:
    for token in range(last + 1, min(stop, last + 4)):
        number = number_over(parsed, token, numbers)
        if number is not None:
            return [_noun_of(parsed, parsed.tokens_in(number.core, number.end)[-1])]
        if parsed.pos[token] not in RIGHT_POS:
            return []
    return []


def _toll(parsed: Parsed, last: int, stop: int, numbers: Sequence[Number]) -> list[int]:
    """The number that a toll "of", "at", "rose to", "stands at", "has reached"."""
    for token in range(last + 1, min(stop, last + 24)):
        number = number_over(parsed, token, numbers)
        if number is not None and (
            parsed.lemmas[token - 1] in cues("toll_links") or number_over(parsed, token - 1, numbers) is number
        ):
            return [parsed.tokens_in(number.core, number.end)[-1]]
        if parsed.lower(token) in (",", ";", "and", "but", "while"):
            return []
    return []
