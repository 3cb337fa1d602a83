"""How sure a claim is: the share of claims made like it that a second reader agreed with.

A logistic model over marks of the claim itself (its kind, the rule that found it, how many voices, what is known of
place and time). Its weights are in data/claim_scores.yml; tools/fit_scores.py fits them on reports annotated by others
and says how far they can be trusted (docs/scores.md). The score never decides what is kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from math import exp

from contested.lexicon import yaml_data
from contested.model.claim import Claim, Figure

UNSCORED = 1.0
"""What a claim has as its score before it is scored."""
_LENGTHS = ((25, "words"), (60, "phrase"), (120, "clause"))
"""Code points below which a claim's words count as that long; beyond, a sentence."""


def scored(claim: Claim) -> Claim:
    """The claim with its `score`: a probability in 0..1, in steps of .01, never 0 or 1.

    One that comes with a score (a language model's, which nobody has measured) keeps it.
    """
    if claim.score != UNSCORED:
        return claim
    weights = _weights()
    total = weights["any"] + sum(weights.get(mark, 0.0) for mark in marks(claim))
    return replace(claim, score=min(0.99, max(0.01, round(1 / (1 + exp(-total)), 2))))


def marks(claim: Claim) -> Iterator[str]:
    """What the score looks at, as "what:value"; each mark once."""
    yield f"kind:{claim.kind}"
    yield f"by:{claim.method.split(':')[0]}"
    if claim.type:
        yield f"family:{claim.type.split('.')[0]}"
    yield from _voice_marks(claim)
    yield f"stance:{claim.stance}"
    yield f"modality:{claim.modality}"
    yield f"polarity:{claim.polarity}"
    yield f"commitment:{claim.commitment}"
    yield f"roles:{min(3, len(claim.roles))}"
    yield f"place:{claim.place.precision if claim.place else 'none'}"
    yield f"when:{claim.when.precision if claim.when else 'none'}"
    yield f"length:{_length(claim)}"
    if claim.figure is not None:
        yield from _figure_marks(claim.figure)


def _voice_marks(claim: Claim) -> Iterator[str]:
    yield f"voices:{min(3, len(claim.voices))}"
    if len(claim.voices) > 1:
        yield f"voice:{claim.voice.role}"
        yield f"named:{'no' if claim.voice.start is None else 'linked' if claim.voice.entity else 'yes'}"
        yield f"attribution:{'yes' if claim.attribution else 'no'}"


def _figure_marks(figure: Figure) -> Iterator[str]:
    yield f"measure:{figure.measure}"
    yield f"bounds:{'point' if figure.low == figure.high else 'range'}"
    if figure.cumulative:
        yield "running_total:yes"
    if figure.value == 1:
        yield "one_person:yes"


def _length(claim: Claim) -> str:
    return next((name for below, name in _LENGTHS if claim.end - claim.start < below), "sentence")


@cache
def _weights() -> Mapping[str, float]:
    weights: Mapping[str, float] = yaml_data("claim_scores.yml")["weights"]
    return weights
