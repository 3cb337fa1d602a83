"""What a language model proposes, as spans of the text and words of the contract, and what asking it came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from contested.model.claim import Modality, Polarity, Stance
from contested.model.text import Span

Cause = Literal["shape", "words", "type", "perpetrator", "role", "voice", "mood", "declined"]
CAUSES: tuple[Cause, ...] = ("shape", "words", "type", "perpetrator", "role", "voice", "mood", "declined")
"""Why something that the model proposed was dropped (data/language_model.yml has the words for people)."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One happening that the model sees: the word that names it, its type and who takes part, all as spans.

    `source` and `cue` are who says it and the word of saying, None where the report itself does. `stance`, `polarity`
    and `modality` are what the model makes of it, to be set against what coding reads.
    """

    type: str
    quote: Span
    trigger: Span
    stance: Stance = "asserts"
    polarity: Polarity = "+"
    modality: Modality = "actual"
    source: Span | None = None
    cue: Span | None = None
    roles: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking a language model about one report came to.

    `proposed` happenings, of which `known` ones the rules had read already and `added` ones became claims. `dropped`
    counts what did not hold, by cause: happenings, or single values of one. Tokens are as the server counts them, None
    where it does not say; `money` by the prices given, None without them. `error` says why there was no answer.
    """

    model: str
    proposed: int = 0
    known: int = 0
    added: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    tokens_in: int | None = None
    tokens_out: int | None = None
    seconds: float = 0.0
    money: float | None = None
    error: str | None = None
