"""Mentions of one happening become one event, within one report.

Two mentions are one happening if their types belong to one family, nothing that both state is different (place, days,
who, whom), and something that both state is the same, or the later one is a definite description ("the attack").
Headlines, captions and headings never add an event where the body has one that fits.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from contested.coding.again import is_introduced, with_names_again
from contested.coding.items import Item, violent
from contested.coding.likeness import WIDE, alike, dated
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.grounding import Mention
from contested.model.text import Block, Span

ENOUGH = 0.5
"""What two mentions must share to be one happening: a place, a party or a definite description; a day alone is less."""
SAME_WORD = 0.1
"""What the same noun adds: "the battle" is rather the gun battle told of before than the ambush told of last."""
LEADS = 2
"""How many times as often as any other the happening is told of that a report is about."""
NEAR = 8
"""Sentences over which "the blast" still means the blast told of before."""


@dataclass(slots=True)
class Cluster:
    """The items of one event, in text order."""

    items: list[Item] = field(default_factory=list)

    @property
    def first(self) -> int:
        return min(item.order for item in self.items)


def clusters(world: World, items: Sequence[Item]) -> list[Cluster]:
    """Items grouped into happenings. Items that are not real and of no plan make none."""
    found: list[Cluster] = []
    told = [item for item in with_names_again(world, items) if _eventful(item) or _names_only(item)]
    for item in [*(item for item in told if not item.quiet), *(item for item in told if item.quiet)]:
        home = _home(world, item, found)
        if home is not None:
            home.items.append(item)
        elif item.claims:
            found.append(Cluster([item]))
    return sorted(_folded(world, found), key=lambda cluster: cluster.first)


def _folded(world: World, found: list[Cluster]) -> list[Cluster]:
    """Deaths told by themselves belong to the violent happening that the report is about, if it is about one.

    It is if there is one only, or one is told of twice as often as any other, and nothing speaks against it.
    """
    alone = [c for c in found if all(item.type == "casualties" for item in c.items)]
    acts = [c for c in found if c not in alone and any(violent(item.type) for item in c.items)]
    acts.sort(key=lambda cluster: -len(cluster.items))
    if not acts or (len(acts) > 1 and len(acts[0].items) < LEADS * len(acts[1].items)):
        return found
    for cluster in alone:
        agrees = all(_common(world, item, acts[0]) is not None and not item.fresh for item in cluster.items)
        if agrees and not placed_elsewhere(world, cluster, acts[0]):
            acts[0].items.extend(cluster.items)
            found = [other for other in found if other is not cluster]
    return found


def placed_elsewhere(world: World, hurt: Cluster, act: Cluster) -> bool:
    """Whether nothing says that those hurt are where the act was: only they have a place, or one of another name (also
    one that no map has), or a heading that is a place stands between the two."""
    here, there = ([i.place for i in c.items if i.place is not None] for c in (hurt, act))
    if not there:
        return bool(here) or _under_another_place(world, hurt, act)
    wide = any(place.precision in WIDE for place in (*here, *there))
    same = {place.name.lower() for place in here} & {place.name.lower() for place in there}
    return bool(here and not wide and not same) or _under_another_place(world, hurt, act)


def _under_another_place(world: World, hurt: Cluster, act: Cluster) -> bool:
    """Whether a bulletin tells of the two under headings that name countries or towns."""
    return not {_place_heading(world, i) for i in hurt.items} & {_place_heading(world, i) for i in act.items}


def _place_heading(world: World, item: Item) -> int | None:
    """The number of the last block before the mention that is nothing but a place name, None if there is none."""
    number = world.parsed.sentences[item.sentence].block
    for before in range(number, -1, -1):
        block = world.report.blocks[before]
        if block.kind == "heading" and any(
            m.start == block.start and m.end == block.end for m in _places(world, block)
        ):
            return before
    return None


def _places(world: World, block: Block) -> Sequence[Mention]:
    return list(world.places_in(Span(block.start, block.end)))


def _eventful(item: Item) -> bool:
    """A threat, demand, wish or metaphor makes no event; planned talks do, denied and alleged happenings do."""
    if item.family in ("conference",) or (item.type or "").startswith("talks."):
        return True
    disputed = any(claim.stance in ("denies", "accuses", "rejects") for claim in item.claims)
    return item.real or (disputed and all(c.modality in ("actual", "ongoing") for c in item.claims))


def _names_only(item: Item) -> bool:
    """Whether a definite noun refers to a happening, real whatever its clause says ("to flee from the battle")."""
    return not item.claims and item.definite and item.noun is not None


def _home(world: World, item: Item, found: Sequence[Cluster]) -> Cluster | None:
    """The cluster that the item belongs to: the one of its own kind with most in common, the latest of equals.

    A general word ("the attack") means one told of just before, else the happening that the report is about, else one
    of its own kind, else the one most told of.
    """
    best = _of_its_kind(world, item, found)
    if not (item.generic and item.definite) or item.fresh or is_introduced(world, item):
        return best
    if best is not None and (_just_before(item, best) or (_common(world, item, best) or 0) >= ENOUGH):
        return best
    told = [c for c in found if _can_be_meant(world, item, c)]
    told.sort(key=lambda cluster: (-len(cluster.items), -cluster.first))
    leads = len(told) > 1 and len(told[0].items) >= LEADS * len(told[1].items)
    return told[0] if leads or (best is None and told) else best


def _may_mean(item: Item, cluster: Cluster, common: float | None) -> bool:
    """Whether a definite noun may mean a happening told of before.

    One that says itself which it means ("the attack on the port", "the militia's raid") must share some of that, unless
    it was told of just before.
    """
    if common is None:
        return False
    says_which = item.place is not None or item.actors or item.targets
    return common > 0 or not says_which or _just_before(item, cluster)


def _can_be_meant(world: World, item: Item, cluster: Cluster) -> bool:
    """Whether a general word can mean the happening: a violent one, and nothing speaks against it."""
    if not all(violent(other.type) for other in cluster.items) or _is_another(world, item, cluster):
        return False
    return _may_mean(item, cluster, _common(world, item, cluster))


def _just_before(item: Item, cluster: Cluster) -> bool:
    return any(abs(item.sentence - other.sentence) <= 1 for other in cluster.items)


def _of_its_kind(world: World, item: Item, found: Sequence[Cluster]) -> Cluster | None:
    """The cluster of the item's family with most in common; another attack, as the text says, is in none."""
    new = item.fresh and (item.claims or not item.definite)
    kin = [] if new else [cluster for cluster in found if _same_family(world, item, cluster)]
    best, best_score = None, ENOUGH
    for cluster in kin:
        score = _score(world, item, cluster, only=len(kin) == 1)
        if score >= best_score:
            best, best_score = cluster, score
    return best


def _one_breath(item: Item, other: Item) -> bool:
    """Whether the two are told in one sentence, of the same actors or targets, by the same voices."""
    if item.sentence != other.sentence or not (item.actors & other.actors or item.targets & other.targets):
        return False
    return {c.voices for c in item.claims} == {c.voices for c in other.claims}


def _in_passing(world: World, item: Item, other: Item) -> bool:
    """Whether the one tells what the other did to people ("attacked a convoy, killing forty soldiers")."""
    parsed, verb = world.parsed, item.clause
    if verb is None or other.clause is None or not (violent(item.type) and violent(other.type)):
        return False
    if parsed.lemmas[verb] not in yaml_data("lexicon/families.yml")["harming"]:
        return False
    aside = parsed.tags[verb] == "VBG" and parsed.deps[verb] == "advcl" and not parsed.children(verb, "nsubj", "mark")
    return aside and parsed.heads[verb] == other.clause


def _score(world: World, item: Item, cluster: Cluster, *, only: bool) -> float:
    """How much speaks for one happening; 0 if something speaks against it or nothing for it.

    `only`: there is no other happening of the kind, so that "the blast" means it however long ago it was told of.
    """
    common = _common(world, item, cluster)
    if common is None:
        return 0
    one_breath = violent(item.type) and any(violent(o.type) and _one_breath(item, o) for o in cluster.items)
    one_breath = one_breath or any(_in_passing(world, item, other) for other in cluster.items)
    again = _told_again(world, item, cluster) and not _one_of_many(world, item, cluster)
    if common < ENOUGH and (one_breath or again):
        return ENOUGH + common + (SAME_WORD if again else 0)
    refers = item.definite or item.quiet or not item.claims or item.answering
    if common < ENOUGH and refers and not is_introduced(world, item) and not _is_another(world, item, cluster):
        near = only or item.quiet or item.sentence - max(other.sentence for other in cluster.items) <= NEAR
        return common + ENOUGH if near else 0
    return common


def _is_another(world: World, item: Item, cluster: Cluster) -> bool:
    """Whether the noun cannot mean the cluster: it is one of many, or has a name that the cluster never had."""
    return _one_of_many(world, item, cluster) or _has_another_name(world, item, cluster)


def _has_another_name(world: World, item: Item, cluster: Cluster) -> bool:
    """Whether the noun is named by what no mention of the cluster is told with ("the Ritz incident")."""
    parsed = world.parsed
    if item.noun is None:
        return False
    before = [c for c in parsed.children(item.order, "compound", "nmod", "poss") if parsed.pos[c] == "PROPN"]
    names = {parsed.lower(child) for child in before if not world.in_time(child)}
    told = {parsed.lower(t) for other in cluster.items for t in range(*_sentence(world, other))}
    return bool(names) and not names & told


def _sentence(world: World, item: Item) -> tuple[int, int]:
    sentence = world.parsed.sentences[item.sentence]
    return sentence.first, sentence.last


def _one_of_many(world: World, item: Item, cluster: Cluster) -> bool:
    """Whether "the attack" would mean what was only told of as "several attacks": one of many is not all of them."""
    if item.noun is None or world.parsed.tags[item.order] not in ("NN", "NNP"):
        return False
    same = [other for other in cluster.items if other.noun == item.noun]
    return bool(same) and all(world.parsed.tags[o.order] == "NNS" and not o.definite for o in same)


def _common(world: World, item: Item, cluster: Cluster) -> float | None:
    """What the item shares with the mention it shares most with; None if it contradicts one."""
    scores = [alike(world, item, other) for other in cluster.items]
    known = [score for score in scores if score is not None]
    return max(known) if len(known) == len(scores) else None


def _told_again(world: World, item: Item, cluster: Cluster) -> bool:
    """Whether the same noun comes again, shortly after or on the same day, with no place of its own ("the blasts")."""
    if item.noun is None or (item.place is not None and item.place.precision not in WIDE):
        return False
    if not item.claims and is_introduced(world, item):
        return False
    for other in cluster.items:
        if other.noun == item.noun and (dated(item) or 0 <= item.sentence - other.sentence <= NEAR):
            return not dated(item) or dated(other)
    return False


def _same_family(world: World, item: Item, cluster: Cluster) -> bool:
    """Whether the cluster has a mention of the item's family; words that only may be a gain belong to gains.

    Two violent acts of one subject in one sentence are one happening ("opened fire on a bus and killed ten").
    """
    if violent(item.type) and any(violent(o.type) and _one_breath(item, o) for o in cluster.items):
        return True
    if any(_in_passing(world, item, other) for other in cluster.items):
        return True
    families = {other.family for other in cluster.items}
    if item.type is None and item.family == "unknown":
        return "territory" in families
    return item.family in families
