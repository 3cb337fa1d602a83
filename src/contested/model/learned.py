"""What the learned encoder gives for a text: labelled spans and attributions, each with a score in 0..1."""

from dataclasses import dataclass
from typing import Literal

from contested.model.text import Span

Origin = Literal["news", "conflict", "inner"]
"""Which head found an attribution: `news` marks all of PolNeAR's notion (speech, belief, plan, wish), `conflict`
the contract's voices (speech acts, captions, headlines, "reportedly"), `inner` those inside another's content."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span with its label; `score` is the calibrated probability that span and label are right."""

    start: int
    end: int
    label: str
    score: float

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class LearnedAttribution:
    """Who says what by which words. Source and cue may be empty, content never; parts stand in text order.

    `score` is the calibrated probability that content and source fit; `speech` how much the words look like one of the
    contract's voices (1) and not like a mere plan, wish or belief (0).
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    speech: float
    origin: Origin


@dataclass(frozen=True, slots=True)
class Learned:
    """All that was found in a text, each list in text order.

    `names`: names as newswire taggers take them (person, organisation, place, misc). `phrases`: whole noun phrases by
    re3d's conventions. `mentions`: the contract's types. `times`: expressions of time. The lists overlap on purpose.
    """

    attributions: tuple[LearnedAttribution, ...] = ()
    names: tuple[Labelled, ...] = ()
    phrases: tuple[Labelled, ...] = ()
    mentions: tuple[Labelled, ...] = ()
    times: tuple[Labelled, ...] = ()
