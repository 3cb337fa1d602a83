"""How many? Asked where two voices count the same people of one happening, or where counts only seem to be the same."""

from collections.abc import Iterator, Sequence

from contested.coding.asking import comparable, parts, unlike
from contested.coding.asking.labels import at, on_day, people
from contested.coding.asking.told import Asked, Told, closest
from contested.coding.asking.verdicts import independent, on_one_answer
from contested.coding.world import World
from contested.model.claim import Claim, Figure
from contested.model.question import Slot, Verdict

_SLOTS: dict[str, Slot] = {
    "killed": "killed",
    "wounded": "wounded",
    "abducted": "abducted",
    "displaced": "displaced",
    "refugees": "displaced",
}
_VERBS = {"displaced": "driven from home", "refugees": "driven abroad"}
_ENDLESS = 10**12
Groups = dict[str | int | float | None, list[Claim]]


def how_many(told: Told) -> Iterator[Asked]:
    """A question for each group of counts of the same people, of one happening, that two voices or accounts give."""
    pairs = comparable.alike(told)
    for measure, slot in _SLOTS.items():
        every = parts.without_named_parts(told.world, comparable.counts(told, measure))
        alone: list[tuple[str, list[Claim]]] = []
        for who, gathered in _gathered(told, [c for c in every if not comparable.is_sum(c)], pairs):
            claims = parts.without_parts(told.world, gathered)
            sums = [c for c in every if comparable.is_sum(c) and _is_of(told.world, c, who)]
            asked = _asked(told, slot, measure, who, claims, sums)
            if asked is None:
                alone.append((who, gathered))
            else:
                yield asked
        for who, claims in unlike.unlike(told, alone):
            yield _question(told, slot, measure, who, claims, _groups(claims), "not_comparable")


def _gathered(told: Told, claims: Sequence[Claim], pairs: comparable.Pairs) -> Iterator[tuple[str, list[Claim]]]:
    """Counts of the same people, of one happening, together, with the people's name."""
    groups: list[tuple[str, list[Claim]]] = []
    for claim in claims:
        who = comparable.people(told.world, claim)
        for name, group in groups:
            if _same_people(name, who, claim, group) and _belongs(told, claim, group, pairs):
                group.append(claim)
                break
        else:
            groups.append((who, [claim]))
    yield from groups


def _belongs(told: Told, claim: Claim, group: Sequence[Claim], pairs: comparable.Pairs) -> bool:
    """Whether the count is of the happening of one of the group, and has no other place or day than any."""
    if any(comparable.contradict(told, claim, other) for other in group):
        return False
    return any(comparable.one_happening(told, claim, other, pairs) for other in group)


def _same_people(name: str, who: str, claim: Claim, group: Sequence[Claim]) -> bool:
    """Whether the people counted are the same; nobody hurt is nobody of any kind.

    Other words for as many people ("23 jihadists", "23 fighters of the group") are taken for the same, but civilians
    for no fighters (victims.py).
    """
    if name == who or bool(claim.figure and claim.figure.high == 0 and who == "people"):
        return True
    kinds = {comparable.kind_of(c) for c in (claim, *group)}
    others = {name, who} - {"people"} if None in kinds else set()
    if len(kinds - {None}) > 1 or ("civilians" in kinds and len(others) > 1):
        return False
    return any(comparable.same_number(claim, other) for other in group)


def _is_of(world: World, claim: Claim, who: str) -> bool:
    """Whether a sum counts the same particular kind of people."""
    named = who not in ("people", "civilians", "combatants")
    return named and comparable.people(world, claim) == who


def _asked(
    told: Told, slot: Slot, measure: str, who: str, claims: Sequence[Claim], sums: Sequence[Claim]
) -> Asked | None:
    groups = _groups([*claims, *sums])
    verdict = _verdict(told.world, groups, sums)
    if verdict is None or len(claims) + len(sums) < 2:
        return None
    return _question(told, slot, measure, who, claims, groups, verdict)


def _question(
    told: Told, slot: Slot, measure: str, who: str, claims: Sequence[Claim], groups: Groups, verdict: Verdict
) -> Asked:
    event = comparable.event_of_all(told, claims)
    place = closest(told, claims) or (event.place if event else None)
    about = f"How many {people(told.world, who)} were {_VERBS.get(measure, measure)}{at(place) or on_day(event)}?"
    answers = {value: [*group, *unlike.needs(told, group)] for value, group in groups.items()}
    return Asked(about, slot, event.id if event else None, answers, verdict)


def _groups(claims: Sequence[Claim]) -> Groups:
    """The claims by the number they give: "40" and "at least 40" are one answer, a number denied is another."""
    found: dict[tuple[object, bool], list[Claim]] = {}
    for claim in claims:
        if claim.figure is not None:
            found.setdefault((_number(claim.figure), comparable.refuses(claim)), []).append(claim)
    return {_value(group, refused): group for (_, refused), group in found.items()}


def _number(figure: Figure) -> str | int | float | None:
    if figure.value is not None:
        return figure.value
    return figure.low if figure.low is not None else figure.high


def _value(claims: Sequence[Claim], refused: bool) -> str | int | float | None:
    """The number as an answer, exact if one voice gives it so: 40, "at least 40", "up to 10", "dozens"; "not 40"."""
    figures = [claim.figure for claim in claims if claim.figure is not None]
    figure = next((f for f in figures if f.low == f.high), figures[0])
    value = _number(figure)
    if not isinstance(value, str) and figure.low is None:
        value = f"up to {value}"
    elif not isinstance(value, str) and figure.high is None:
        value = f"at least {value}"
    return f"not {value}" if refused else value


def _verdict(world: World, groups: Groups, sums: Sequence[Claim]) -> Verdict | None:
    """None where one party gives numbers so far apart that they cannot be meant of the same people."""
    if sums:
        return "not_comparable"
    claims = [claim for group in groups.values() for claim in group]
    if "affected" in {claim.figure.measure for claim in claims if claim.figure} and len(groups) > 1:
        return "not_comparable"  # the wounded who wait for help are some of the wounded
    if len(groups) == 1:
        return on_one_answer(world, claims)
    if len(independent(world, groups)) < 2:
        return "variance" if _is_rounding(claims) else None
    return "variance" if _can_all_be_true(claims) else "contested"


def _can_all_be_true(claims: Sequence[Claim]) -> bool:
    """Whether one number satisfies all bounds. Words of quantity ("dozens") have no upper bound."""
    if any(comparable.refuses(claim) for claim in claims):
        return False
    figures = [claim.figure for claim in claims if claim.figure is not None]
    lows = [figure.low or 0 for figure in figures]
    highs = [_ENDLESS if figure.high is None or parts.is_loose(figure) else figure.high for figure in figures]
    return max(lows) <= min(highs)


def _is_rounding(claims: Sequence[Claim]) -> bool:
    """Whether the numbers are near enough for one voice to have corrected or rounded itself."""
    figures = [claim.figure for claim in claims if claim.figure]
    numbers = [n for figure in figures if not parts.is_loose(figure) for n in (figure.low, figure.high) if n]
    return not numbers or max(numbers) <= parts.ROUNDED * min(numbers)
