"""A reading: all that was found in one report, in the shape of the contract."""

from dataclasses import dataclass

from contested.model.claim import Claim
from contested.model.event import Event
from contested.model.grounding import Attribution, Entity, Mention, Time
from contested.model.proposed import Asked
from contested.model.question import Question
from contested.model.report import Report, Unreadable
from contested.model.text import Block

SCHEMA = "contested/reading/1"


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of `contested read --format jsonl`. Where `error` is set everything else but `report` is empty.

    `language_model` is what asking one came to, None where none was asked.
    """

    report: Report | Unreadable
    text: str = ""
    blocks: tuple[Block, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    language_model: Asked | None = None

    @property
    def error(self) -> Unreadable | None:
        """Why the report could not be read, or None."""
        return self.report if isinstance(self.report, Unreadable) else None
