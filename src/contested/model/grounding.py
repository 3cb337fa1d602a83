"""Things found in a text: entities and their mentions, places, times, attributions, counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from contested.model.claim import Figure, Voice
from contested.model.place import PlaceRef
from contested.model.text import Span

EntityType = Literal[
    "person", "organisation", "armed_group", "military", "government", "police", "media", "place", "population"
]
MentionType = Literal[
    "person", "organisation", "armed_group", "military", "government", "police", "media", "place", "population",
    "weapon", "equipment", "nationality",
]  # fmt: skip
ENTITY_TYPES: tuple[EntityType, ...] = (
    "person", "organisation", "armed_group", "military", "government", "police", "media", "place", "population",
)  # fmt: skip
TimeType = Literal["date", "time", "duration", "set"]
TimePrecision = Literal["minute", "part_of_day", "day", "week", "month", "season", "year", "decade"]
Form = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing in this report. `party` commands, owns or speaks through it; `side` is its bloc here."""

    id: str
    name: str
    type: EntityType
    party: str | None = None
    side: str | None = None
    ids: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, pronoun or description that stands for an entity. `place` only on mentions of type place."""

    id: str
    start: int
    end: int
    type: MentionType
    entity: str | None = None
    place: PlaceRef | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `value` is its TIMEX3 value; `low`/`high` inclusive ISO days, None where open."""

    id: str
    start: int
    end: int
    type: TimeType
    value: str | None = None
    low: str | None = None
    high: str | None = None
    precision: TimePrecision | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: spans of source, cue and content; `parent` is the attribution in whose content this one stands."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None = None
    form: Form = "indirect"
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """What coding needs to know of an attribution beyond the contract's fields.

    `voices` is the whole chain, narrator first. `cue` is the cue's lemma ("say", "deny", "according to"), by which the
    lexicon gives the stance; `negated` is True for "did not say". `conceding` is left to coding. `said` is the index in
    Grounded.times of the day of the saying ("said on Tuesday"), or None.
    """

    attribution: Attribution
    voices: tuple[Voice, ...]
    cue: str
    negated: bool = False
    said: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A count that the text states: the clause it stands in, the number, the word that says what happened to whom.

    `start`/`end` is the claim's span (the counting clause without what attributes it); `number` the number words;
    `trigger` the verb or noun (killed, death toll, refugees), None where the measure comes from the noun alone.
    """

    start: int
    end: int
    number: Span
    trigger: Span | None
    figure: Figure
    method: str
    negated: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Grounded:
    """All that grounding found in one report. `others`: attributions that are no voices (plans, wishes, beliefs)."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    sayings: tuple[Saying, ...] = ()
    counts: tuple[Counted, ...] = ()
    others: tuple[Attribution, ...] = ()
