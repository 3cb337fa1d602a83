"""Questions between reports: what the voices on one incident agree or differ on, with the contract's verdicts.

Copies are one voice, a party is one voice whoever speaks for it, and a voice that says something else later has said it
instead. Bystanders who count differently differ; only with a party to the quarrel is it a contradiction.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from contested.model.question import Slot, Verdict
from contested.reconciling.answers import EACH_OTHER, NOBODYS, Answer, controllers, perpetrators
from contested.reconciling.asked import Asked, Value
from contested.reconciling.either import either
from contested.reconciling.knowledge import words
from contested.reconciling.parties import Parties
from contested.reconciling.party import Party, names, opposed
from contested.reconciling.quarrel import quarrel_of
from contested.reconciling.tolls import Toll, Voiced, bounds, point, toll
from contested.reconciling.victims import apart
from contested.reconciling.words import stem

FIRED = ("strike", "chemical", "protest")
"""Types of which one's own fire makes one the doer; in a battle, or after a bomb, others fire back."""
MELEES = ("battle.clash", "battle.siege", "violence.riot", "protest.peaceful")
"""Types in which several do something; nobody is behind them."""
MEASURES: dict[str, Slot] = {
    "killed": "killed",
    "wounded": "wounded",
    "abducted": "abducted",
    "displaced": "displaced",
    "refugees": "displaced",
}


def questions(parties: Parties, claims: Sequence[Voiced], *, kind: str, label: str, where: str) -> list[Asked]:
    """All questions on one incident of a type; `label` and `where` name it in the sentence that asks."""
    quarrel = quarrel_of(parties, claims, kind)
    found: list[Asked | None] = [_counted(claims, measure, where, quarrel) for measure in MEASURES]
    asked: tuple[tuple[str, Slot, Callable[[Parties, Voiced], Iterator[Answer]]], ...] = (
        (f"Who was behind the {label}{where}?", "perpetrator", perpetrators),
        (f"Who holds {where.removeprefix(' in ') or 'the place'}?", "controller", controllers),
    )
    foiled = {(one.report, one.claim.start, one.claim.end) for one in claims if one.claim.type == "attack.foiled"}
    told = [one for one in claims if (one.report, one.claim.start, one.claim.end) not in foiled]
    for about, slot, answers in asked:
        if slot == "perpetrator" and kind.startswith((*NOBODYS, *MELEES)):
            continue
        given = [one for voiced in told for one in answers(parties, voiced)]
        given = [one for one in given if not one.fire or kind.startswith(FIRED)]
        one = _named(about, slot, given, quarrel)
        if slot == "perpetrator" and kind.startswith("battle") and one is not None and one.voices < 2:
            continue  # who says that he attacks in a battle admits nothing
        found.append(one)
    found += either(claims, told, quarrel, kind=kind, label=label, where=where)
    found.append(_date(parties, claims, label, where))
    return [one for one in found if one is not None]


# --- how many


def _counted(claims: Sequence[Voiced], measure: str, where: str, quarrel: frozenset[str]) -> Asked | None:
    found = toll(claims, measure)
    everybody = (*found.current, *found.others)
    if len(names(one.party for one in everybody)) < 2 and len({bounds(one) for one in everybody}) < 2:
        return None
    verdict = _verdict(found, quarrel)
    shown = everybody if verdict == "not_comparable" else found.current
    voices = names(one.party for one in shown)
    return Asked(f"How many were {measure}{where}?", MEASURES[measure], _by_value(shown), verdict, len(voices))


def _verdict(found: Toll, quarrel: frozenset[str]) -> Verdict:
    voices = [one for one in found.current if one.party is not None]
    if len(names(one.party for one in voices)) < 2:
        own = names(one.party for one in voices)
        elsewhere = names(one.party for one in found.others) - own
        return "not_comparable" if voices and elsewhere else "single_voice"
    pairs = [(a, b) for a, b in combinations(voices, 2) if _comparable(a, b)]
    if not pairs:
        return "not_comparable"
    if all(bounds(a) == bounds(b) for a, b in pairs):
        return "agreed_by_adversaries" if _adversaries(one.party for pair in pairs for one in pair) else "agreed"
    sure = [one for one in voices if not _wavers(one, voices)]
    differing = [pair for pair in pairs if _incompatible(*pair) and pair[0] in sure and pair[1] in sure]
    if any(names((a.party, b.party)) & quarrel for a, b in differing):
        return "contested"
    return "variance"


def _wavers(one: Voiced, voices: Sequence[Voiced]) -> bool:
    """Whether its party gives another number of the same people in the same report: then each counts a part of them."""
    beside = [other for other in voices if other.report == one.report and other.party == one.party]
    return any(_incompatible(one, other) and not apart(one.victims, other.victims) for other in beside)


def _comparable(first: Voiced, second: Voiced) -> bool:
    """Whether two parties count what may be the same people."""
    if first.party is None or second.party is None or first.party.name == second.party.name:
        return False
    return not apart(first.victims, second.victims)


def _incompatible(first: Voiced, second: Voiced) -> bool:
    """Whether the two counts of the same people cannot both be true."""
    low, high = first.figure, second.figure
    if low.low is not None and high.high is not None and low.low > high.high:
        return True
    return high.low is not None and low.high is not None and high.low > low.high


def _by_value(claims: Iterable[Voiced]) -> tuple[tuple[Value, tuple[Voiced, ...]], ...]:
    groups: dict[Value, list[Voiced]] = {}
    for one in claims:
        number = point(one)
        groups.setdefault(one.figure.value if number is None else number, []).append(one)
    return tuple((value, tuple(group)) for value, group in groups.items())


def _adversaries(parties: Iterable[Party | None]) -> bool:
    known = sorted({party for party in parties if party is not None}, key=lambda party: (party.name, party.kind))
    return any(opposed(a, b) for a, b in combinations(known, 2))


# --- who


def _named(about: str, slot: Slot, answers: Sequence[Answer], quarrel: frozenset[str]) -> Asked | None:
    """A question whose answers are parties."""
    standing = [one for one in answers if not _taken_back(one, answers) and not _is_beside(one, answers)]
    voiced = [one for one in standing if one.voiced.party is not None]
    voices = names(one.voiced.party for one in voiced)
    admitted = slot == "perpetrator" and any(one.own and not one.negative for one in voiced)
    if not any(not one.negative for one in voiced) and len({one.value for one in voiced}) < 2:
        return None
    mutual = any(one.value == EACH_OTHER for one in voiced)
    if len(voices) < 2 and not (admitted or mutual):
        return None
    verdict = "admitted" if admitted else _named_verdict(voiced, quarrel)
    speaking = names(one.voiced.party for one in voiced if one.voiced.claim.voice.role != "narrator")
    if verdict == "variance" and len(speaking) < 2:
        return None  # papers that name two doers mostly tell of two deeds
    groups: dict[str, list[Answer]] = {}
    for one in standing:
        groups.setdefault(one.text, []).append(one)
    rows = tuple((_shown(group), tuple(one.voiced for one in group)) for group in groups.values())
    return Asked(about, slot, rows, verdict, len(voices))


def _shown(answers: Sequence[Answer]) -> str:
    """The value of answers that are one, with the force that all of them name that name one."""
    forces = {one.force for one in answers} - {None}
    told = next((one for one in answers if one.force is not None), answers[0])
    return told.shown if len(forces) == 1 else answers[0].text


def _named_verdict(voiced: Sequence[Answer], quarrel: frozenset[str]) -> Verdict:
    """Two named, or one named and denied, contradict each other; that one left a place does not deny who came."""
    yes = {one.value for one in voiced if not one.negative and not _named_elsewhere(one, voiced)}
    no = {one.value for one in voiced if one.negative}
    unnamed = any(_is_foe(one) for one in voiced)
    if EACH_OTHER in yes:
        return "contested"
    if len(yes) > 1 or yes & no or (len(no) > 1 and not yes) or (unnamed and no):
        return "contested" if names(one.voiced.party for one in voiced) & quarrel else "variance"
    return "agreed_by_adversaries" if _adversaries(one.voiced.party for one in voiced) else "agreed"


def _named_elsewhere(one: Answer, answers: Sequence[Answer]) -> bool:
    """Whether a party that calls an enemy names here says in other words who he is."""
    same = (other for other in answers if other.voiced.party == one.voiced.party and not other.negative)
    return _is_foe(one) and any(not _is_foe(other) for other in same)


def _is_beside(one: Answer, answers: Sequence[Answer]) -> bool:
    """Whether who denies the deed is not the one whom another names, nor the enemy whom he leaves unnamed."""
    if not one.implied:
        return False
    others = [other for other in answers if not other.negative and other.voiced.party != one.voiced.party]
    return not any(other.party == one.party or _is_foe(other) for other in others)


def _is_foe(one: Answer) -> bool:
    """Whether the answer calls an enemy names and leaves him unnamed."""
    return not one.negative and bool({stem(word) for word in one.value.split()} & words("foes"))


def _taken_back(one: Answer, answers: Sequence[Answer]) -> bool:
    """Whether the same party says something else in a later report, or owns up beside its denial."""
    party = one.voiced.party
    if party is None:
        return False
    same = [other for other in answers if other.voiced.party is not None and other.voiced.party.name == party.name]
    foes = [other for other in same if not one.negative and not other.negative and _is_foe(other) != _is_foe(one)]
    others = [other for other in same if other not in foes]
    return any(other.voiced.day > one.voiced.day and other.text != one.text for other in others)


# --- when


def _date(parties: Parties, claims: Sequence[Voiced], label: str, where: str) -> Asked | None:
    """Asked where two parties state two days of the happening itself."""
    days: dict[Value, list[Voiced]] = {}
    for one in claims:
        when = one.claim.when
        if one.claim.kind != "event" or one.party is None or when is None or when.low is None or when.low != when.high:
            continue
        if when.basis in ("stated", "relative") and not parties.is_loose_day(one.report, when):
            days.setdefault(when.low, []).append(one)
    said = {day: names(one.party for one in group) for day, group in days.items()}
    voices = set().union(*said.values()) if said else set()
    if len(days) < 2 or len(voices) < 2 or any(a & b for a, b in combinations(said.values(), 2)):
        return None
    rows = tuple((day, tuple(group)) for day, group in sorted(days.items(), key=lambda item: str(item[0])))
    return Asked(f"On which day was the {label}{where}?", "date", rows, "variance", len(voices))
