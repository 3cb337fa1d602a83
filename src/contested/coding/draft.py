"""A claim in the making: what the coders hand on before ids, events and questions are given."""

from dataclasses import dataclass, field
from itertools import count

from contested.coding.evidence import evidence_of
from contested.coding.predicate import Predicate
from contested.coding.saying import Said, commitment
from contested.coding.when import said_when
from contested.coding.world import World
from contested.model.claim import Claim, Figure, Kind, Modality, Polarity, Ref, Relation, When
from contested.model.codebook import codes_of
from contested.model.place import PlaceRef
from contested.model.text import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What is claimed, without who claims it. `predicate` is kept for merging; `block` is the block's kind."""

    kind: Kind
    span: Span
    method: str
    type: str | None = None
    polarity: Polarity = "+"
    modality: Modality = "actual"
    roles: dict[str, tuple[Ref, ...]] = field(default_factory=dict)
    relation: Relation | None = None
    place: PlaceRef | None = None
    when: When | None = None
    figure: Figure | None = None
    trigger: Span | None = None
    presupposed: bool = False
    predicate: Predicate | None = None
    score: float = 1.0


class ClaimMaker:
    """Turns drafts and voices into claims with running ids."""

    def __init__(self, world: World) -> None:
        self._world, self._numbers = world, count(1)

    def claim(self, draft: Draft, said: Said) -> Claim:
        """One claim of one voice."""
        text, span = self._world.text, draft.span
        modality = draft.modality
        if modality in ("actual", "ongoing") and said.modality is not None:
            modality = said.modality
        return Claim(
            id=f"c{next(self._numbers)}",
            kind=draft.kind,
            start=span.start,
            end=span.end,
            quote=text[span.start : span.end],
            voices=said.voices,
            stance=said.stance,
            polarity=draft.polarity,
            modality=modality,
            commitment=commitment(said, presupposed=draft.presupposed),
            evidence=evidence_of(said.voices),
            type=draft.type,
            codes=codes_of(draft.type),
            roles=draft.roles,
            relation=draft.relation,
            place=draft.place,
            when=draft.when,
            said=said_when(self._world, said.saying.said) if said.saying else None,
            figure=draft.figure,
            trigger=draft.trigger,
            attribution=said.saying.attribution.id if said.saying else None,
            method=draft.method,
            score=draft.score,
        )
