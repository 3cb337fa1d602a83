"""Questions where one of two things is true: a withdrawal or a rout, gas or smoke, a store of arms or a clinic."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from contested.model.question import Slot, Verdict
from contested.reconciling.accounts import lexicon, pairs
from contested.reconciling.answers import ASSERTING, HAPPENED, NOBODYS, Answer, endings, is_deed, targets, weapons
from contested.reconciling.asked import Asked, Value
from contested.reconciling.knowledge import at_odds
from contested.reconciling.party import Party, opposed
from contested.reconciling.tolls import Voiced
from contested.reconciling.units import tells_of_earlier

Odds = frozenset[frozenset[str]]
WAR_OR_PEACE: Odds = frozenset({frozenset({"war", "peace"}), frozenset({"foes", "civilians"})})
"""A store of arms and a clinic; dead whom one calls its enemies and another no fighters. A clinic may lose soldiers."""


def either(
    claims: Sequence[Voiced], told: Sequence[Voiced], quarrel: frozenset[str], *, kind: str, label: str, where: str
) -> Iterator[Asked | None]:
    """What was hit, how it ended, what with, and whether it was at all.

    `told` are the claims of what happened, `quarrel` names the parties to it.
    """
    hit = [one for voiced in told for one in targets(voiced)]
    ends = [one for voiced in claims for one in endings(voiced)]
    armed = [one for voiced in claims for one in weapons(voiced)] if not kind.startswith(NOBODYS) else []
    yield _asked(f"What was hit by the {label}{where}?", "target", _sure(hit), WAR_OR_PEACE, WAR_OR_PEACE, quarrel)
    about = f"How did {'it' if kind in lexicon('ends') else f'the {label}'}{where} end?"
    found = _asked(about, "how_it_ended", ends, at_odds(of_sides=False), at_odds(of_sides=True), quarrel)
    yield found or _agreed_end(about, ends)
    odds = pairs("weapons_at_odds")
    yield _asked(f"What was used in the {label}{where}?", "weapon", armed, odds, odds, quarrel)
    deeds = [one for one in claims if one.claim.type == kind and is_deed(kind)]
    yield _occurred(f"Was there the {label}{where}?", deeds, quarrel)


@dataclass(slots=True)
class _Stand:
    """What a party says was so, and was not so; what it says both of is neither."""

    yes: set[str] = field(default_factory=set)
    no: set[str] = field(default_factory=set)

    def settle(self) -> None:
        both = self.yes & self.no
        self.yes -= both
        self.no -= both


def _stands(answers: Iterable[Answer]) -> dict[Party, _Stand]:
    found: dict[Party, _Stand] = {}
    for one in answers:
        if one.voiced.party is not None and one.party is not None:
            stand = found.setdefault(one.voiced.party, _Stand())
            (stand.no if one.negative else stand.yes).add(one.party)
    for stand in found.values():
        stand.settle()
    return dict(sorted(found.items(), key=lambda item: item[0].name))


def _asked(
    about: str, slot: Slot, answers: Sequence[Answer], odds: Odds, of_sides: Odds, quarrel: frozenset[str]
) -> Asked | None:
    """Asked where two parties, one of them of the quarrel, say what cannot both be true."""
    stands = _stands(answers)
    pairs = [
        (a, b)
        for a, b in combinations(stands, 2)
        if {a.name, b.name} & quarrel and _contradict(stands[a], stands[b], of_sides if opposed(a, b) else odds)
    ]
    if not pairs:
        return None
    heard = {party for pair in pairs for party in pair}
    meant = set().union(*(_meant(stands[a], stands[b], of_sides) for a, b in pairs))
    telling = [one for one in answers if one.voiced.party in heard and one.party in meant]
    return _put(about, slot, telling, "contested", len(heard))


def _meant(first: _Stand, second: _Stand, odds: Odds) -> set[str]:
    """What the contradiction of the two is about."""
    return (
        (first.yes & second.no)
        | (second.yes & first.no)
        | {x for a in first.yes for b in second.yes if {a, b} in odds for x in (a, b)}
    )


def _contradict(first: _Stand, second: _Stand, odds: Odds) -> bool:
    """Whether one says what the other says was not so, or each a thing that the other's excludes and only that."""
    if first.yes & second.no or second.yes & first.no:
        return True
    return not first.yes & second.yes and any({a, b} in odds for a in first.yes for b in second.yes)


def _agreed_end(about: str, answers: Sequence[Answer]) -> Asked | None:
    """Asked where adversaries agree on an end: that one surrendered, that a siege was lifted by agreement."""
    stands = _stands(answers)
    for end in lexicon("ends"):
        sure = [party for party, stand in stands.items() if end in stand.yes]
        if any(opposed(a, b) for a, b in combinations(sure, 2)):
            telling = [one for one in answers if one.party == end and not one.negative]
            return _put(about, "how_it_ended", telling, "agreed_by_adversaries", len(sure))
    return None


def _occurred(about: str, claims: Sequence[Voiced], quarrel: frozenset[str]) -> Asked | None:
    """Asked where a party to the quarrel says that there was none ("no shell was fired")."""
    answers = [
        Answer(one, "happened", one.claim.polarity == "-", "happened")
        for one in claims
        if one.claim.kind == "event" and one.claim.modality in HAPPENED and one.claim.stance in ASSERTING
        if one.claim.polarity == "+" or not tells_of_earlier(one.claim.quote)
    ]
    return _asked(about, "occurred", answers, frozenset(), frozenset(), quarrel)


def _sure(answers: Sequence[Answer]) -> list[Answer]:
    """The answers of parties that do not name both of a pair."""
    stands = _stands(answers)
    both = {party for party, stand in stands.items() if any(pair <= stand.yes for pair in WAR_OR_PEACE)}
    return [one for one in answers if one.voiced.party not in both]


def _put(about: str, slot: Slot, answers: Sequence[Answer], verdict: Verdict, voices: int) -> Asked:
    groups: dict[Value, list[Voiced]] = {}
    for one in answers:
        group = groups.setdefault(one.text, [])
        if one.voiced not in group:
            group.append(one.voiced)
    return Asked(about, slot, tuple((value, tuple(group)) for value, group in groups.items()), verdict, voices)
