"""A report to the language model: its sentences in parts, what stands in the text of the answers, and what it cost."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from contested.errors import InputError
from contested.llm.checking import checked
from contested.llm.citing import Citable
from contested.llm.client import Answer, ask
from contested.llm.endpoint import LanguageModel
from contested.llm.question import parts, question
from contested.model.proposed import Asked, Proposal
from contested.model.text import Span


@dataclass(frozen=True, slots=True)
class Proposed:
    """The proposals whose words stand in the text; `asked` counts those dropped so far, and what was spent."""

    proposals: tuple[Proposal, ...]
    asked: Asked


@dataclass(slots=True)
class _Tally:
    proposals: list[Proposal] = field(default_factory=list)
    proposed: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    answers: list[Answer] = field(default_factory=list)


def propose(text: str, sentences: Sequence[Span], model: LanguageModel) -> Proposed:
    """What the model proposes for these sentences of a text.

    Where one part gets no answer nothing is proposed and `asked.error` says why, in one sentence: half a reading by the
    model would look like a whole one. SettingsError where no report would get an answer.
    """
    began, citable, tally = time.monotonic(), Citable(text), _Tally()
    error = None
    try:
        for part in parts(sentences):
            answer = ask(model, question(text, part, model.name), began + model.timeout_s)
            tally.answers.append(answer)
            found = checked(citable, part, answer.text)
            tally.proposals += found.proposals
            tally.proposed += found.proposed
            tally.dropped += found.dropped
    except InputError as failure:
        error, tally.proposals, tally.proposed, tally.dropped = failure.message, [], 0, Counter()
    return Proposed(tuple(tally.proposals), _asked(model, tally, time.monotonic() - began, error))


def _asked(model: LanguageModel, tally: _Tally, seconds: float, error: str | None) -> Asked:
    tokens_in = _sum([answer.tokens_in for answer in tally.answers])
    tokens_out = _sum([answer.tokens_out for answer in tally.answers])
    return Asked(
        model=model.name,
        proposed=tally.proposed,
        dropped=dict(+tally.dropped),
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        seconds=round(seconds, 3),
        money=_money(model, tokens_in, tokens_out),
        error=error,
    )


def _sum(counts: Sequence[int | None]) -> int | None:
    """The sum; None where there are none or the server left one out."""
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None


def _money(model: LanguageModel, tokens_in: int | None, tokens_out: int | None) -> float | None:
    if model.price_in is None or model.price_out is None or tokens_in is None or tokens_out is None:
        return None
    return (tokens_in * model.price_in + tokens_out * model.price_out) / 1e6
