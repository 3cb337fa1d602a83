"""Bare numbers that another voice gives for the count told just before ("The council has admitted only 19")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contested.grounding.counting.apart import is_count
from contested.grounding.counting.measures import Trigger, cues
from contested.grounding.counting.numbers import Number, numbers_in
from contested.grounding.counting.settle import WORDY, Draft
from contested.grounding.counting.who import Group
from contested.model.parse import Parsed, Sentence
from contested.model.text import Span

NEAR = 2
"""Sentences after a count in which a bare number can answer it."""
_LEAST_YEAR, _LAST_YEAR = 1900, 2100
_CURRENCIES = frozenset("$€£¥")


def echoed(parsed: Parsed, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each bare number that a verb of telling has for its object soon after a count of dead or hurt.

    It is of the people of that count, in that count's words. Sentences that count for themselves are left out.
    """
    told: dict[int, Draft] = {}
    for draft in drafts:
        told[parsed.sentence_number(parsed.tokens_in(*draft.number)[0])] = draft
    for number, first in sorted(told.items()):
        unbounded = first.low is None and first.high is None
        if first.measure not in WORDY or unbounded or first.group.one or first.part:
            continue
        for after in range(number + 1, min(number + NEAR + 1, len(parsed.sentences))):
            if after in told:
                break
            yield from _of_sentence(parsed, parsed.sentences[after], first)


def _of_sentence(parsed: Parsed, sentence: Sentence, first: Draft) -> Iterator[Draft]:
    if not any(parsed.lemmas[token] in cues("echoing") for token in range(sentence.first, sentence.last)):
        return
    for number in numbers_in(parsed.text, sentence.start, sentence.end):
        verb = _teller(parsed, number)
        if verb is not None and _counts(parsed, number):
            yield _draft(parsed, first, number, verb)


def _teller(parsed: Parsed, number: Number) -> int | None:
    """The verb of telling that has the number, on no noun, for its object ("admitted 19", "put it at 19")."""
    token = next(reversed(parsed.tokens_in(number.core, number.end)), None)
    if token is None or parsed.pos[token] not in ("NUM", "NOUN") or parsed.children(token, "prep", "acl", "relcl"):
        return None
    above = parsed.heads[token]
    if parsed.deps[token] == "pobj" and parsed.lower(above) in ("at", "of"):
        above = parsed.heads[above]
        if not _is_of_count(parsed, above):
            return None
    elif parsed.deps[token] not in ("dobj", "npadvmod"):
        return None
    return above if parsed.lemmas[above] in cues("echoing") and parsed.pos[above] == "VERB" else None


def _is_of_count(parsed: Parsed, verb: int) -> bool:
    """Whether what is put at the number is the count: "put it at 19", "put the toll at 19", not "the magnitude"."""
    thing = parsed.child(verb, "dobj")
    return thing is None or parsed.lower(thing) in ("it", "this", "that") or is_count(parsed, thing)


def _counts(parsed: Parsed, number: Number) -> bool:
    """Whether the number can count people: whole, no year, no money, none."""
    whole = all(bound is None or isinstance(bound, int) for bound in (number.low, number.high))
    year = isinstance(number.value, int) and _LEAST_YEAR <= number.value <= _LAST_YEAR
    money = parsed.text[max(number.start - 1, 0) : number.end].strip()[:1] in _CURRENCIES
    return whole and not year and not money and not number.zero and (number.low, number.high) != (None, None)


def _draft(parsed: Parsed, first: Draft, number: Number, verb: int) -> Draft:
    tokens, noun = parsed.tokens_in(number.core, number.end), first.group.noun
    trigger = Trigger(parsed.starts[verb], parsed.ends[verb], verb, first.measure, first.trigger.frame)
    return replace(
        first,
        span=Span(min(number.start, parsed.starts[verb]), number.end),
        number=Span(number.start, number.end),
        trigger=trigger,
        group=Group(tokens[-1], noun, number),
        noun_phrase=first.noun_phrase if noun is None else Span(parsed.starts[noun], parsed.ends[noun]),
        value=number.value,
        low=number.low,
        high=number.high,
        approx=number.approx,
        rule="counts.echoed",
    )
