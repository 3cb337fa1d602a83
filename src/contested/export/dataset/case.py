"""What is exported: the readings of a case and what they give together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from contested.export.codec import to_dict
from contested.model.claim import Claim
from contested.model.grounding import Entity
from contested.model.reading import Reading
from contested.model.reconciled import ClaimRef, SharedEvent
from contested.model.report import Report

STATE_TYPES = frozenset({"government", "military", "police"})


@dataclass(frozen=True)
class Case:
    """Readings and the events they share. Readings of reports that could not be read have no place here."""

    readings: tuple[Reading, ...]
    events: tuple[SharedEvent, ...] = ()

    @classmethod
    def of(cls, readings: Sequence[Reading], events: Sequence[SharedEvent] = ()) -> "Case":
        """A case of the readings that are none of an error."""
        return cls(tuple(reading for reading in readings if reading.error is None), tuple(events))

    @cached_property
    def reports(self) -> dict[str, Report]:
        """The reports by their ids."""
        return {r.report.id: r.report for r in self.readings if isinstance(r.report, Report)}

    @cached_property
    def _claims(self) -> dict[ClaimRef, Claim]:
        return {ClaimRef(str(r.report.id), claim.id): claim for r in self.readings for claim in r.claims}

    def claims_of(self, event: SharedEvent) -> list[tuple[ClaimRef, Claim]]:
        """The event's claims with their references, in its order."""
        return [(ref, self._claims[ref]) for ref in event.claims if ref in self._claims]

    def rows(self) -> Iterator[dict[str, Any]]:
        """All claims in the contract's JSON, with the report, its outlet and its day beside each."""
        for reading in self.readings:
            plain = to_dict(reading)
            about = plain["report"]
            told = {"report": about["id"], "source": about["source"], "published_at": about["published_at"]}
            yield from ({**told, **claim} for claim in plain["claims"])

    @cached_property
    def _parties(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = {}
        for reading in self.readings:
            for entity in reading.entities:
                for name in {entity.name, entity.party or entity.name}:
                    found.setdefault(name, []).append(entity)
        return found

    def entities(self, name: str) -> list[Entity]:
        """The entities of all reports that have this name or are of this party."""
        return self._parties.get(name, [])

    def is_state(self, name: str) -> bool:
        """Whether the name or party is of a government, army or police."""
        return any(entity.type in STATE_TYPES for entity in self.entities(name))
