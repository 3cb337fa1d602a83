"""Incidents become event lines: every value with the claims that give it, the range of the counts, the questions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from contested.lexicon.event_nouns import event_noun
from contested.model.claim import Claim, When
from contested.model.codebook import codebook, codes_of
from contested.model.event import Status
from contested.model.place import PlaceRef
from contested.model.reconciled import (
    ClaimRef,
    FieldValue,
    Range,
    SharedEvent,
    SharedPosition,
    SharedQuestion,
)
from contested.reconciling.answers import controllers
from contested.reconciling.asked import Asked
from contested.reconciling.disputes import questions
from contested.reconciling.ids import stable_id
from contested.reconciling.parties import Parties
from contested.reconciling.party import names
from contested.reconciling.reports import Taken
from contested.reconciling.tolls import Rule, Voiced, point, range_of, toll
from contested.reconciling.units import COUNTED, Unit, days_of, is_bare_type
from contested.reconciling.victims import victims

_STATUSES: tuple[Status, ...] = ("cancelled", "postponed", "failed", "agreed", "ongoing", "reported", "planned")
"""Of what several reports say of one happening the first of these that one of them says; disputes come before."""
_EXACT = {"site": 0, "town": 1, "near": 2, "line": 3, "admin2": 4, "admin1": 5}


def event_line(
    reports: Sequence[Taken], units: Sequence[Unit], spoken: Sequence[tuple[int, str]], parties: Parties, rule: Rule
) -> SharedEvent:
    """One incident; `spoken` names claims (report, claim id) beside the units that speak of it."""
    voiced = _voiced(reports, units, spoken, parties)
    kind = _type(units)
    place, when = _place(units), _when(units)
    first = ClaimRef(reports[units[0].report].id, units[0].claims[0].id)
    name = stable_id("e", first.report, first.claim)
    label = event_noun(kind)
    asked = questions(parties, voiced, kind=kind, label=label, where=f" in {place.name}" if place is not None else "")
    return SharedEvent(
        id=name,
        type=kind,
        codes=codes_of(kind),
        status=_status(units, asked),
        reports=tuple(dict.fromkeys(reports[one.report].id for one in voiced)),
        claims=tuple(_refs(reports, voiced)),
        actors=_asserted(units, voiced, parties, "actor"),
        targets=_asserted(units, voiced, parties, "target"),
        place=place,
        when=when,
        civilian_targeting=_civilian(units),
        fields=_fields(reports, voiced, parties),
        best=_best(voiced, rule),
        questions=tuple(_question(reports, name, one, number) for number, one in enumerate(asked, 1)),
    )


def _voiced(
    reports: Sequence[Taken], units: Sequence[Unit], spoken: Sequence[tuple[int, str]], parties: Parties
) -> list[Voiced]:
    rows = {(unit.report, claim.id): claim for unit in units for claim in unit.claims}
    for index, name in spoken:
        rows.update({(index, claim.id): claim for claim in reports[index].reading.claims if claim.id == name})
    ordered = sorted(rows.items(), key=lambda row: (row[0][0], row[1].start, row[0][1]))
    return [_of_voice(index, claim, reports[index].day, parties) for (index, _), claim in ordered]


def _of_voice(index: int, claim: Claim, day: str | None, parties: Parties) -> Voiced:
    party = parties.of_claim(index, claim)
    return Voiced(index, claim, party, day or "", victims(parties, index, claim, party))


def _refs(reports: Sequence[Taken], voiced: Iterable[Voiced]) -> list[ClaimRef]:
    return [ClaimRef(reports[one.report].id, one.claim.id) for one in voiced]


def _type(units: Sequence[Unit]) -> str:
    """The type most reports give, of several that of the first report; those that only say that there was harm last."""
    counts = Counter(kind for kind, _ in {(unit.type, unit.report) for unit in units if unit.type in codebook()})
    if not counts:
        return "other"
    first = {unit.type: -n for n, unit in reversed(list(enumerate(units)))}
    return min(counts, key=lambda kind: (is_bare_type(kind), -counts[kind], -first[kind]))


def _status(units: Sequence[Unit], asked: Sequence[Asked]) -> Status:
    found = {unit.event.status for unit in units if unit.event is not None}
    if any(one.verdict == "contested" and one.slot in ("occurred", "controller") for one in asked):
        return "contested"
    order: tuple[Status, ...] = (*_STATUSES, "contested", "alleged", "denied")
    first: Status = next((status for status in order if status in found), "reported")
    return "contested" if first == "reported" and "contested" in found else first


def _place(units: Sequence[Unit]) -> PlaceRef | None:
    """The place most reports name; among those the most exact."""
    places = [unit.place for unit in units if unit.place is not None]
    if not places:
        return None
    counts = Counter(place.name for place in places)
    best = min(places, key=lambda p: (-counts[p.name], p.lat is None, _EXACT.get(p.precision, 9), p.name))
    return replace(best, mention=None)


def _when(units: Sequence[Unit]) -> When | None:
    """The day most reports give; where only bounds are known the narrowest."""
    whens = [unit.event.when for unit in units if unit.event is not None and unit.event.when is not None]
    whens += [claim.when for unit in units if unit.event is None for claim in unit.claims if claim.when is not None]
    if not whens:
        return None
    counts = Counter((when.low, when.high) for when in whens)
    best = min(
        whens, key=lambda w: (not days_of(w).known, -counts[w.low, w.high], w.low is None, w.low or "", w.high or "")
    )
    return replace(best, time=None)


def _asserted(units: Sequence[Unit], voiced: Sequence[Voiced], parties: Parties, role: str) -> tuple[str, ...]:
    """Names of the parties that a reading's event lists in the role: those that some voice asserts."""
    listed = {
        (unit.report, entity)
        for unit in units
        if unit.event is not None
        for entity in (unit.event.actors if role == "actor" else unit.event.targets)
    }
    found: dict[str, None] = {}
    for one in voiced:
        for ref in one.claim.roles.get(role, ()):
            if (one.report, ref.entity) in listed:
                found[parties.of_ref(one.report, ref).name] = None
    return tuple(found)


def _civilian(units: Sequence[Unit]) -> bool | None:
    said = {unit.event.civilian_targeting for unit in units if unit.event is not None} - {None}
    return said.pop() if len(said) == 1 else None


def _fields(reports: Sequence[Taken], voiced: Sequence[Voiced], parties: Parties) -> dict[str, tuple[FieldValue, ...]]:
    """Every value of every field with the claims that give it."""
    rows: dict[str, dict[object, tuple[object, list[Voiced]]]] = {}

    def put(name: str, key: object, value: object, one: Voiced) -> None:
        rows.setdefault(name, {}).setdefault(key, (value, []))[1].append(one)

    for one in voiced:
        claim = one.claim
        if claim.place is not None:
            put("place", claim.place.name, replace(claim.place, mention=None), one)
        if claim.when is not None and claim.when.low is not None:
            put("when", (claim.when.low, claim.when.high), replace(claim.when, time=None), one)
        for role, name in (("actor", "actors"), ("target", "targets"), ("instrument", "instruments")):
            for ref in claim.roles.get(role, ()):
                value = ref.text if role == "instrument" else parties.of_ref(one.report, ref).name
                put(name, value, value, one)
        for answer in controllers(parties, one):
            put("controller", answer.text, answer.shown, one)
        if claim.figure is not None and claim.figure.measure in COUNTED:
            count = point(one)
            put(claim.figure.measure, count, claim.figure.value if count is None else count, one)
    return {
        name: tuple(_value(reports, value, group) for value, group in found.values()) for name, found in rows.items()
    }


def _value(reports: Sequence[Taken], value: object, group: Sequence[Voiced]) -> FieldValue:
    voices = len(names(one.party for one in group))
    return FieldValue(value, tuple(_refs(reports, group)), voices)  # type: ignore[arg-type]


def _best(voiced: Sequence[Voiced], rule: Rule) -> Mapping[str, Range]:
    found = {measure: range_of(toll(voiced, measure).current, rule) for measure in COUNTED}
    return {measure: one for measure, one in found.items() if one is not None}


def _question(reports: Sequence[Taken], event: str, asked: Asked, number: int) -> SharedQuestion:
    positions = tuple(SharedPosition(value, tuple(_refs(reports, group))) for value, group in asked.answers)
    return SharedQuestion(f"{event}q{number}", asked.about, asked.slot, event, positions, asked.verdict, asked.voices)
