"""Which event a count belongs to. A background toll (since 2011, in all) belongs to none of today's."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from contested.coding.causes import cause_of
from contested.coding.draft import Draft
from contested.coding.items import Item, harmful, violent
from contested.coding.likeness import WIDE, linked_in_time, long_past, other_cause
from contested.coding.merging import LEADS, Cluster
from contested.coding.where import is_wide
from contested.coding.world import World
from contested.lexicon import fold, yaml_data
from contested.model.claim import Claim
from contested.model.text import Span

GOES_ON = 6
"""Sentences over which a report goes on about the victims of what it told of last."""
HARM = frozenset({"killed", "wounded", "casualties", "missing", "captured", "surrendered", "abducted", "detained"})
_BY_TYPE = {"abducted": ("abduction",), "detained": ("detention",), "surrendered": ("surrender",)}


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of harm, the word that measures, its sentence, whether a verb tells of the harm, and what of.

    `of_many`: it stands behind the sum of many days, in the same sentence or the next.
    """

    draft: Draft
    claim: Claim
    token: int
    sentence: int
    told: bool
    of_many: bool
    cause: str | None = None


def tolls(world: World, coded: Sequence[tuple[Draft, Claim]]) -> list[Toll]:
    """The counts of people harmed that are no background tolls, in text order."""
    found, summed = [], -2
    for draft, claim in coded:
        figure = claim.figure
        if figure is None or figure.measure not in HARM:
            continue
        if figure.cumulative or figure.flow == "cumulative" or _all_over(world, draft, claim):
            summed = world.sentence_at(claim.start) if figure.value != 1 else summed
            continue
        if figure.high == 0 or claim.polarity == "-":
            continue
        where = claim.trigger or claim.span
        tokens = world.parsed.tokens_in(where.start, where.end)
        if tokens:
            sentence, cause = world.parsed.sentence_number(tokens[0]), cause_of(world.parsed, tokens)
            of_many = 0 <= sentence - summed <= 1
            found.append(Toll(draft, claim, tokens[0], sentence, _is_told(world, claim), of_many, cause))
    return found


def _all_over(world: World, draft: Draft, claim: Claim) -> bool:
    """Whether it counts the dead of a whole country ("63 across Syria") and no happening that killed them."""
    place = claim.place
    if draft.predicate is not None or place is None or place.mention is None or place.precision not in WIDE:
        return False
    sentence = world.parsed.sentences[world.sentence_at(claim.start)]
    return any(m.id == place.mention and is_wide(world, m) for m in world.places_in(sentence.span))


def _is_told(world: World, claim: Claim) -> bool:
    """Whether a verb tells that people came to harm ("five were killed"), not a noun that they are in that state."""
    parsed = world.parsed
    trigger = claim.trigger or claim.span
    tokens = parsed.tokens_in(trigger.start, trigger.end)
    return any(parsed.pos[token] == "VERB" and parsed.deps[token] != "amod" for token in tokens)


def assign(world: World, found: Sequence[Toll], clusters: list[Cluster]) -> dict[int, list[Claim]]:
    """Claims of counts by the index of their cluster; counts that fit none get a cluster of type `casualties`."""
    placed: dict[int, list[Claim]] = {}
    orphans: Cluster | None = None
    for toll in found:
        home = _home(world, toll, clusters, placed)
        if home is None and _harm_alone(toll) and not (toll.of_many and toll.claim.place is None):
            if orphans is None or not _near(world, toll, orphans.items[-1]):
                orphans = Cluster([])
                clusters.append(orphans)
            apart = _after_a_fight(toll, clusters) or _counted_before(world, toll, clusters, placed)
            fresh = _elsewhere(world, toll) or bool(apart)
            orphans.items.append(_casualties(toll, first=not orphans.items, fresh=fresh))
            home = clusters.index(orphans)
        if home is not None:
            placed.setdefault(home, []).append(toll.claim)
    return placed


def _harm_alone(toll: Toll) -> bool:
    """Whether the count makes an event even where the text names no happening. A denied count makes none."""
    if toll.claim.stance in ("denies", "rejects", "doubts", "retracts"):
        return False
    return toll.claim.figure is not None and toll.claim.figure.measure in ("killed", "wounded", "casualties")


def _home(world: World, toll: Toll, clusters: Sequence[Cluster], placed: Mapping[int, list[Claim]]) -> int | None:
    """The cluster of the predicate the count hangs on; else one in the same sentence, or the one before."""
    own = toll.draft.predicate.trigger if toll.draft.predicate is not None else None
    joined = _verb_joined(world, toll.token) if own is None else None
    for number, cluster in enumerate(clusters):
        for item in cluster.items:
            if item.order == own or (item.order == joined and _fits(world, toll, item)):
                return number
    if _after_a_fight(toll, clusters):
        return None
    earlier = _counted_before(world, toll, clusters, placed)
    for back in (0, 1):
        for number, cluster in enumerate(clusters):
            for item in cluster.items:
                near = item.sentence == toll.sentence - back and (not back or toll.told)
                if near and number not in earlier and _fits(world, toll, item):
                    return number
    if earlier:
        return None
    home = _lead(world, toll, clusters)
    home = home if home is not None else _only_one(world, toll, clusters)
    return home if home is not None else _told_of_before(world, toll, clusters, placed)


def _after_a_fight(toll: Toll, clusters: Sequence[Cluster]) -> bool:
    """Whether the count is of fighting that ends in who takes or leaves the place ("forced out after fighting in which
    ten died"): its dead are not those of the taking."""
    host = toll.draft.predicate
    if host is None or not host.nominal or not violent(host.type):
        return False
    here = (item for cluster in clusters for item in cluster.items if item.sentence == toll.sentence)
    return any(item.family in ("territory", "withdrawal") and item.order < host.trigger for item in here)


def _verb_joined(world: World, token: int) -> int | None:
    """The verb that a harming one goes on from, with the same subject ("bombed the port and killed ten")."""
    parsed = world.parsed
    if parsed.deps[token] != "conj" or parsed.pos[token] != "VERB" or parsed.children(token, "nsubj", "nsubjpass"):
        return None
    return parsed.heads[token]


def _counted_before(
    world: World, toll: Toll, clusters: Sequence[Cluster], placed: Mapping[int, list[Claim]]
) -> list[int]:
    """The happenings that the sentence tells of as earlier or later ones, with counts of their own: "after a raid on
    Bor had killed two, shells killed five".
    """
    return [n for n, c in enumerate(clusters) if _is_counted_apart(world, toll, c.items, placed.get(n, ()))]


def _is_counted_apart(world: World, toll: Toll, told: Iterable[Item], counts: Iterable[Claim]) -> bool:
    mine = toll.claim.figure
    others = [c for c in counts if c.figure is not None and mine is not None and c.figure.measure == mine.measure]
    for item in told if others else ():
        inside = linked_in_time(world, item) if item.sentence == toll.sentence else ()
        starts = {world.parsed.starts[token] for token in inside}
        if toll.token not in inside and any((c.trigger or c.span).start in starts for c in others):
            return True
    return False


def _told_of_before(world: World, toll: Toll, clusters: Sequence[Cluster], placed: Collection[int]) -> int | None:
    """For a count that goes on about victims told of ("the girl", "all four", "three others"): the last happening,
    one that has counts before any other.
    """
    if toll.claim.figure is None or _dated_apart(toll.claim) or not _goes_on(toll.claim):
        return None
    near = [
        (number in placed, item.sentence, -number)
        for number, cluster in enumerate(clusters)
        for item in cluster.items
        if 0 < toll.sentence - item.sentence <= GOES_ON and _fits(world, toll, item)
    ]
    return -max(near)[2] if near else None


def _goes_on(claim: Claim) -> bool:
    """Whether the words take up somebody told of before."""
    figure = claim.figure
    words, taking_up = fold(claim.quote).split(), yaml_data("lexicon/families.yml")["goes_on"]
    part = figure is not None and figure.group is not None
    return part or any(word in taking_up for word in words[:1]) or "other" in words[:3] or "others" in words[:3]


def _only_one(world: World, toll: Toll, clusters: Sequence[Cluster]) -> int | None:
    """The violent event that the report is about, for a later count that has no other place and no other day."""
    acts = [n for n, cluster in enumerate(clusters) if any(violent(item.type) for item in cluster.items)]
    acts.sort(key=lambda n: -len(clusters[n].items))
    if not acts or (len(acts) > 1 and len(clusters[acts[0]].items) < LEADS * len(clusters[acts[1]].items)):
        return None
    lead = clusters[acts[0]]
    if not toll.told or _dated_apart(toll.claim) or lead.items[0].sentence >= toll.sentence:
        return None
    return acts[0] if all(_fits(world, toll, item) for item in lead.items) else None


def _dated_apart(claim: Claim) -> bool:
    """Whether the count's own clause gives a day."""
    return claim.when is not None and claim.when.time is not None


def _lead(world: World, toll: Toll, clusters: Sequence[Cluster]) -> int | None:
    """For a count in a headline or a lead: the first event that can kill, but no old one that is told of later.

    Beside the dead of a whole war or of weeks of protests none that is told of only later.
    """
    if toll.sentence > 2:
        return None
    last = toll.sentence if toll.of_many else 3
    for number, cluster in enumerate(clusters):
        first = cluster.items[0]
        if first.sentence <= last and _fits(world, toll, first):
            return None if first.sentence > toll.sentence and long_past(world, first) else number
    return None


def _fits(world: World, toll: Toll, item: Item) -> bool:
    """Whether the happening can have that count, and neither place nor what they died of contradicts it."""
    if item.answering and toll.claim.stance not in ("denies", "rejects"):
        return False  # what is only denied killed nobody of whom others tell
    measure = toll.claim.figure.measure if toll.claim.figure else "other"
    wanted = _BY_TYPE.get(measure)
    if wanted is not None:
        return item.type in wanted
    if not harmful(item.type) or other_cause(world, toll.cause, item):
        return False
    here, there = toll.claim.place, item.place
    return here is None or there is None or here.name == there.name or "country" in (here.precision, there.precision)


def _near(world: World, toll: Toll, last: Item) -> bool:
    """Whether a count goes on about the same people: in the same sentence or the next, with no other place."""
    apart = _dated_apart(toll.claim) and last.when != toll.claim.when
    return 0 <= toll.sentence - last.sentence <= 1 and _fits(world, toll, last) and not apart


def _elsewhere(world: World, toll: Toll) -> bool:
    """Whether the sentence opens with a word that leads on to another happening."""
    parsed, sentence = world.parsed, world.parsed.sentences[toll.sentence]
    opening = range(sentence.first, min(sentence.first + 5, sentence.last))
    return any(parsed.lower(token) in yaml_data("lexicon/families.yml")["elsewhere"] for token in opening)


def _casualties(toll: Toll, *, first: bool, fresh: bool) -> Item:
    """An event for people reported killed or hurt where the text names no happening."""
    claim = toll.claim
    return Item(
        type="casualties",
        span=Span(claim.start, claim.end),
        order=toll.token,
        sentence=toll.sentence,
        fresh=fresh,
        place=claim.place,
        when=claim.when,
        cause=toll.cause,
        claims=[claim] if first else [],
    )
