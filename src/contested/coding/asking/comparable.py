"""Which counts may be set against each other: of the same people, at the same place and time, of the same happening."""

from collections.abc import Sequence
from itertools import combinations

from contested.coding.asking.told import DENYING, Told
from contested.coding.items import family, violent, window
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim
from contested.model.event import Event

SPECIFIC = 3
"""The least number by which people in other words are taken for the same, in one happening."""
PARTICULAR = 7
"""The least number that two mentions have not by chance, so that they count one happening without any other tie."""
_BEFORE = 3
"""Words before a count in which it may be called a part ("of those killed, 11 ...")."""
_INSIDE = 6
"""Words of a count in which it may be called more of the same ("killing ten others")."""
_WOUNDED = frozenset({"wounded", "injured"})
_ROUGH = frozenset({"country", "region", "unknown"})
Pairs = frozenset[frozenset[str | None]]


def counts(told: Told, measure: str) -> list[Claim]:
    """The claims that count all people by the measure, with bounds; "no casualties" serves all harm.

    Single victims ("a man was shot"), parts of a count ("among them six children") and more of it ("another ten") are
    left out: they contradict nothing.
    """
    return [claim for claim in told.claims if _counts(claim, measure) and not _is_part(told.world, claim)]


def _counts(claim: Claim, measure: str) -> bool:
    figure = claim.figure
    if figure is None or claim.stance == "retracts" or claim.modality not in ("actual", "ongoing"):
        return False
    nobody = figure.high == 0 and figure.measure == "casualties" and measure in ("killed", "wounded")
    hurt = figure.measure == "affected" and measure == "wounded" and _are_wounded(claim)
    return (figure.measure == measure or nobody or hurt) and (figure.low is not None or figure.high is not None)


def _are_wounded(claim: Claim) -> bool:
    """Whether people in need are wounded ones ("hundreds of injured people awaiting help")."""
    return bool(_WOUNDED & set(claim.quote.lower().split()))


def _is_part(world: World, claim: Claim) -> bool:
    """Whether the count is of some of the people counted elsewhere, or of others besides them."""
    if claim.method.endswith(".singular") or claim.method.startswith("counts.carried"):
        return True  # those taken to hospital are some of the hurt
    parsed, words = world.parsed, yaml_data("lexicon/questions.yml")
    every = parsed.tokens_in(claim.start, claim.end)
    if not every:
        return False
    tokens = every[:_INSIDE]
    first = max(parsed.sentence_of(tokens[0]).first, tokens[0] - _BEFORE)
    before, near = (_words(world, range(first, end + 1)) for end in (tokens[0], tokens[-1]))
    behind = _has(_words(world, every), words["part_behind"])
    return behind or _has(before, words["part_before"]) or _has(near, words["part"])


def _words(world: World, tokens: range) -> str:
    return f" {' '.join(world.parsed.lower(token) for token in tokens)} ".replace(" more than ", " ")


def _has(words: str, phrases: Sequence[str]) -> bool:
    return any(f" {phrase} " in words for phrase in phrases)


def is_sum(claim: Claim) -> bool:
    """Whether the count runs over a longer time ("this year", "since the war began")."""
    return claim.figure is not None and bool(claim.figure.cumulative or claim.figure.flow == "cumulative")


def people(world: World, claim: Claim) -> str:
    """Who is counted: a party's people, else their kind, else their noun; "people" where the text says no more.

    Several groups counted together ("two soldiers and 16 gunmen") are of no party.
    """
    figure = claim.figure
    if figure is None or claim.method == "counts.coordination":
        return "people"
    if figure.whose:
        return figure.whose
    if figure.category and figure.category != "mixed":
        return figure.category
    head = world.parsed.head_of(figure.of.start, figure.of.end) if figure.of else None
    noun = world.parsed.lemmas[head] if head is not None else "person"
    return "people" if noun in yaml_data("lexicon/questions.yml")["anybody"] else noun


_FIGHTERS = frozenset({"combatants"})
_CIVIL = frozenset({"civilians", "children", "women", "aid_workers", "journalists"})


def kind_of(claim: Claim) -> str | None:
    """Whether civilians or fighters are counted; None where that is not said."""
    category = claim.figure.category if claim.figure else None
    if category in _CIVIL:
        return "civilians"
    return "fighters" if category in _FIGHTERS or (claim.figure and claim.figure.whose) else None


def one_happening(told: Told, claim: Claim, other: Claim, pairs: Pairs) -> bool:
    """Whether two counts are of one happening: of one event, or of the same place or number with nothing against it.

    Two events of which the same number was killed ("rockets hit the depot", "a blast in the depot") are one happening.
    """
    if claim.event is not None and claim.event == other.event:
        return True
    if contradict(told, claim, other):
        return False
    if frozenset((claim.event, other.event)) in pairs:
        return True
    if same_number(claim, other) and (_low(claim) >= PARTICULAR or _same_place(claim, other)):
        return True
    apart = claim.voice == other.voice or _both_told(told, claim, other)
    return not apart and (
        _same_place(claim, other) or _in_a_row(told, claim, other) or _of_the_lead(told, claim, other)
    )


def alike(told: Told) -> Pairs:
    """The pairs of events of which one number, too particular for chance, is told, with nothing against it."""
    homes: dict[tuple[str, float], list[Claim]] = {}
    for claim in told.claims:
        if claim.figure and claim.event and isinstance(claim.figure.value, int) and _low(claim) >= PARTICULAR:
            homes.setdefault((claim.figure.measure, _low(claim)), []).append(claim)
    return frozenset(
        frozenset((first.event, second.event))
        for claims in homes.values()
        for first, second in combinations(claims, 2)
        if first.event != second.event and not contradict(told, first, second)
    )


def contradict(told: Told, claim: Claim, other: Claim) -> bool:
    """Whether the two have different places or days."""
    here, there = claim.place, other.place
    if here and there and here.name != there.name and not {here.precision, there.precision} & _ROUGH:
        return True
    published = told.world.report.published_at
    mine, theirs = window(claim.when, published), window(other.when, published)
    return bool(mine and theirs and (mine[0] > theirs[1] or theirs[0] > mine[1]))


def same_number(claim: Claim, other: Claim) -> bool:
    """Whether both give one number, too particular to be met twice by chance."""
    a, b = claim.figure, other.figure
    return bool(a and b and a.low == b.low and _low(claim) >= SPECIFIC and isinstance(a.value, int))


def _low(claim: Claim) -> float:
    return (claim.figure.low if claim.figure else None) or 0


def _same_place(claim: Claim, other: Claim) -> bool:
    here, there = claim.place, other.place
    return bool(here and there and here.name == there.name and here.precision not in _ROUGH)


def _both_told(told: Told, claim: Claim, other: Claim) -> bool:
    """Whether each belongs to a happening of its own: an air strike and a car bomb in one town."""
    first, second = told.event_of(claim), told.event_of(other)
    if first is None or second is None or "casualties" in (first.type, second.type):
        return False
    return first is not second and family(first.type) != family(second.type)


def _in_a_row(told: Told, claim: Claim, other: Claim) -> bool:
    """Whether the second voice answers the first in the same or the next sentence with a count of the same party."""
    parsed, figures = told.world.parsed, (claim.figure, other.figure)
    tokens = [parsed.tokens_in(one.start, one.end) for one in (claim, other)]
    if not all(tokens) or not all(figure and figure.whose for figure in figures):
        return False
    if min(_low(claim), _low(other)) < SPECIFIC:
        return False
    return abs(parsed.sentence_number(tokens[0][0]) - parsed.sentence_number(tokens[1][0])) <= 1


def _of_the_lead(told: Told, claim: Claim, other: Claim) -> bool:
    """Whether both can only be of the one violent happening that the report is about; only one party's losses can."""
    figures = (claim.figure, other.figure)
    if not all(figure and figure.whose for figure in figures):
        return False
    acts = [event for event in told.events if violent(event.type) and event.type != "casualties"]
    homes = {event.id for event in (told.event_of(claim), told.event_of(other)) if event and event in acts}
    return len(homes) <= 1 and len(acts) <= 1


def refuses(claim: Claim) -> bool:
    """Whether the voice says that the number is wrong."""
    return claim.stance in DENYING


def event_of_all(told: Told, claims: Sequence[Claim]) -> Event | None:
    """The event of the first count that has one that is more than its dead."""
    events = [event for claim in claims if (event := told.event_of(claim)) is not None]
    return next((event for event in events if event.type != "casualties"), next(iter(events), None))
