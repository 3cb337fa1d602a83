"""The coding of one report: claims, then events, then questions."""

from dataclasses import dataclass

from contested.model.claim import Claim
from contested.model.event import Event
from contested.model.grounding import Grounded
from contested.model.parse import Parsed
from contested.model.question import Question
from contested.model.report import Report


@dataclass(frozen=True, slots=True)
class Coded:
    """What a report claims, what the claims are about, and what its voices agree or differ on."""

    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()


def code(report: Report, parsed: Parsed, grounded: Grounded) -> Coded:
    """Claims, events and questions of a grounded report."""
    return Coded()
