"""The model's answer against the text: what is not there word for word is dropped, and counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from contested.errors import InputError
from contested.llm.citing import Citable
from contested.llm.question import CHOICES, Part, roles, types
from contested.model.proposed import Proposal
from contested.model.text import Span

MOST_CLAIMS = 300
"""Claims of one part that are looked at: a part has some sixty sentences."""
LONGEST = 1_000
"""Code points of words that a model may cite."""
Item = Mapping[str, Any]


@dataclass(slots=True)
class Checked:
    """The proposals whose words stand in the text, how many there were, and what was dropped, by cause."""

    proposals: list[Proposal] = field(default_factory=list)
    proposed: int = 0
    dropped: Counter[str] = field(default_factory=Counter)


def checked(text: Citable, part: Part, answer: str) -> Checked:
    """What of the answer stands in the sentences asked about. InputError `fetch` if it is no answer to the question."""
    found = Checked()
    claims = _claims(answer)
    found.proposed = len(claims)
    found.dropped["shape"] += len(claims[MOST_CLAIMS:])
    for claim in claims[:MOST_CLAIMS]:
        proposal = _proposal(text, part, claim, found.dropped)
        if proposal is not None:
            found.proposals.append(proposal)
    return found


def _claims(answer: str) -> list[object]:
    """The list in the answer, also where a fence or a remark stands around its object."""
    first, last = answer.find("{"), answer.rfind("}")
    try:
        claims = msgspec.json.decode(answer[first : last + 1].encode())["claims"]
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError, KeyError, TypeError):
        claims = None
    if not isinstance(claims, list):
        raise InputError("fetch", "the language model's answer is not the JSON that was asked for")
    return claims


def _proposal(text: Citable, part: Part, claim: object, dropped: Counter[str]) -> Proposal | None:
    """The claim with the values that stand in its sentence; None, counted, where one that it needs does not."""
    if not isinstance(claim, dict) or not _is_sound(claim):
        dropped["shape"] += 1
        return None
    if claim["type"] not in types():
        dropped["type"] += 1
        return None
    sentence = part.sentences.get(claim["sentence"])
    quote = text.find(claim["quote"], sentence) if sentence is not None else None
    trigger = text.find(claim["trigger"], quote) if quote is not None else None
    if sentence is None or quote is None or trigger is None:
        dropped["words"] += 1
        return None
    voice = {name: _cited(text, claim.get(name), sentence) for name in ("source", "cue")}
    if any(claim.get(name) and voice[name] is None for name in voice) or (voice["source"] and not voice["cue"]):
        dropped["voice"] += 1
        return None
    return Proposal(
        type=claim["type"],
        quote=quote,
        trigger=trigger,
        stance=claim["stance"],
        polarity=claim["polarity"],
        modality=claim["modality"],
        source=voice["source"],
        cue=voice["cue"] if voice["source"] else None,
        roles=_roles(text, claim, quote, sentence, dropped),
    )


def _is_sound(claim: Item) -> bool:
    """Whether what a claim cannot do without is there and of its kind."""
    number = claim.get("sentence")
    if not isinstance(number, int) or isinstance(number, bool):
        return False
    if not all(_is_words(claim.get(name)) for name in ("quote", "trigger", "type")):
        return False
    return all(isinstance(claim.get(name), str) and claim[name] in values for name, values in CHOICES.items())


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST


def _cited(text: Citable, words: object, within: Span) -> Span | None:
    return text.find(words, within) if isinstance(words, str) and _is_words(words) else None


def _roles(text: Citable, claim: Item, quote: Span, sentence: Span, dropped: Counter[str]) -> dict[str, Span]:
    """Where the words of each role stand, in the quote or else in its sentence."""
    found: dict[str, Span] = {}
    for role in roles():
        if claim.get(role) in (None, ""):
            continue
        span = _cited(text, claim[role], quote) or _cited(text, claim[role], sentence)
        if span is None:
            dropped["words"] += 1
        else:
            found[role] = span
    return found
