"""A claim: one thing that one voice says at one place in the text. The unit that is stored; all else is a view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from contested.model.place import PlaceRef
from contested.model.text import Span

Kind = Literal[
    "event", "control", "figure", "damage", "access", "need", "displacement", "diplomacy", "relation", "role",
    "geography", "observation", "statement", "assessment",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "event", "control", "figure", "damage", "access", "need", "displacement", "diplomacy", "relation", "role",
    "geography", "observation", "statement", "assessment",
)  # fmt: skip
VoiceRole = Literal["narrator", "relay", "speaker", "document", "image", "unnamed"]
VOICE_ROLES: tuple[VoiceRole, ...] = ("narrator", "relay", "speaker", "document", "image", "unnamed")
Stance = Literal[
    "asserts", "confirms", "concedes", "claims", "denies", "rejects", "accuses", "demands", "hopes", "threatens",
    "intends", "predicts", "praises", "criticises", "explains", "retracts", "corrects", "doubts",
]  # fmt: skip
STANCES: tuple[Stance, ...] = (
    "asserts", "confirms", "concedes", "claims", "denies", "rejects", "accuses", "demands", "hopes", "threatens",
    "intends", "predicts", "praises", "criticises", "explains", "retracts", "corrects", "doubts",
)  # fmt: skip
Polarity = Literal["+", "-"]
Modality = Literal["actual", "ongoing", "planned", "possible", "conditional", "hypothetical"]
MODALITIES: tuple[Modality, ...] = ("actual", "ongoing", "planned", "possible", "conditional", "hypothetical")
Commitment = Literal["presupposed", "hedged", "second_hand", "attributed", "asserted"]
COMMITMENTS: tuple[Commitment, ...] = ("presupposed", "hedged", "second_hand", "attributed", "asserted")
Verification = Literal["unverified", "verified_by_outlet", "disputed"]
Evidence = Literal["image", "video", "document", "laboratory", "testimony"]
Measure = Literal[
    "killed", "wounded", "casualties", "missing", "captured", "surrendered", "detained", "abducted", "displaced",
    "refugees", "population", "affected", "fighters", "other",
]  # fmt: skip
MEASURES: tuple[Measure, ...] = (
    "killed", "wounded", "casualties", "missing", "captured", "surrendered", "detained", "abducted", "displaced",
    "refugees", "population", "affected", "fighters", "other",
)  # fmt: skip
Category = Literal["combatants", "civilians", "children", "women", "aid_workers", "journalists", "mixed"]
Flow = Literal["stock", "new", "cumulative"]
Basis = Literal["stated", "relative", "publication", "tense", "event"]
ROLES = (
    "actor", "target", "instrument", "beneficiary", "addressee", "controller", "previous", "origin", "destination",
    "object",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """One level of the attribution chain. `for_` (JSON: `for`) is the entity of the body a person speaks for."""

    name: str
    entity: str | None = None
    for_: str | None = None
    role: VoiceRole = "speaker"
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Ref:
    """A role's filler: the words and the entity they stand for (None if not resolved)."""

    text: str
    start: int
    end: int
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class DayRange:
    """Inclusive ISO days, None where open."""

    low: str | None = None
    high: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """Outer bounds of a happening or state (inclusive days); `start`/`end` bound the two ends of a spell."""

    low: str | None = None
    high: str | None = None
    precision: str | None = None
    basis: Basis | None = None
    time: str | None = None
    start: DayRange | None = None
    end: DayRange | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with bounds. `low`/`high` None = no bound; `value` the number, or the words where they give none."""

    measure: Measure
    value: int | float | str | None = None
    low: int | float | None = None
    high: int | float | None = None
    approx: bool = False
    of: Ref | None = None
    category: Category | None = None
    whose: str | None = None
    group: str | None = None
    part_of: str | None = None
    flow: Flow | None = None
    period: DayRange | None = None
    as_of: DayRange | None = None
    cumulative: bool | None = None
    combatants: bool | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """`predicate` holds between `subject` and `object`; `km` only for distances."""

    predicate: str
    subject: Ref
    object: Ref
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Was:
    """What a change replaces ("July rather than June": `when` = June)."""

    when: When | None = None
    place: PlaceRef | None = None
    value: str | int | None = None


@dataclass(frozen=True, slots=True)
class Codes:
    """The claim's type in other schemes, computed from the codebook."""

    plover: str | None = None
    acled: str | None = None
    cameo: str | None = None


NO_CODES = Codes()


@dataclass(frozen=True, slots=True)
class Claim:
    """See the contract (docs/claims.md). `quote` is always `text[start:end]`."""

    id: str
    kind: Kind
    start: int
    end: int
    quote: str
    voices: tuple[Voice, ...]
    stance: Stance = "asserts"
    polarity: Polarity = "+"
    modality: Modality = "actual"
    commitment: Commitment = "asserted"
    verification: Verification | None = None
    evidence: Evidence | None = None
    type: str | None = None
    codes: Codes = NO_CODES
    roles: Mapping[str, tuple[Ref, ...]] = field(default_factory=dict)
    relation: Relation | None = None
    place: PlaceRef | None = None
    when: When | None = None
    said: When | None = None
    was: Was | None = None
    figure: Figure | None = None
    event: str | None = None
    because: tuple[str, ...] = ()
    trigger: Span | None = None
    attribution: str | None = None
    method: str = ""
    score: float = 1.0

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def voice(self) -> Voice:
        """The innermost voice: the one whose stance this is."""
        return self.voices[-1]
