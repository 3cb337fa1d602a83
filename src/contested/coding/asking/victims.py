"""Who were the dead? Asked where one voice calls civilians whom another calls fighters."""

from collections.abc import Iterator, Sequence

from contested.coding import parties
from contested.coding.asking import comparable
from contested.coding.asking.doubts import after
from contested.coding.asking.labels import where
from contested.coding.asking.told import Asked, Told
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim

Groups = dict[str | int | float | None, list[Claim]]
_KINDS = {"civilians": "civilians", "children": "civilians", "women": "civilians", "combatants": "fighters"}
_OTHER = {"civilians": "fighters", "fighters": "civilians"}


def target(told: Told) -> Iterator[Asked]:
    """One question an event at most: the same dead, of opposite kinds, by different parties."""
    calling = [(kind, claim) for claim in told.claims if (kind := _all_were(told.world, claim))]
    for event in told.events:
        groups: Groups = {}
        for claim in (told.by_id[c] for c in event.figures if c in told.by_id):
            kind = _KINDS.get(claim.figure.category or "") if claim.figure else None
            if kind and claim.figure and claim.figure.measure == "killed" and _is_whole(claim):
                groups.setdefault(kind, []).append(claim)
        called = _called(told, calling, groups)
        if called or (len(groups) == 2 and _same_dead(told, *groups.values())):
            for kind, claim in called:
                groups.setdefault(kind, []).append(claim)
            yield Asked(f"Who were those killed{where(event)}?", "target", event.id, groups, "contested")


def _is_whole(claim: Claim) -> bool:
    """Whether two or more are counted: a single victim of each kind are two people."""
    return claim.figure is not None and (claim.figure.low or 0) > 1 and not comparable.refuses(claim)


def _same_dead(told: Told, first: list[Claim], second: list[Claim]) -> bool:
    """Whether different parties speak of as many dead: other numbers may be of other people."""
    if parties.parties(told.world, first) & parties.parties(told.world, second):
        return False
    numbers = {c.figure.low for c in first if c.figure}
    return bool(numbers & {c.figure.low for c in second if c.figure})


def _called(told: Told, calling: Sequence[tuple[str, Claim]], groups: Groups) -> list[tuple[str, Claim]]:
    """What another party, after the counts, says that all the dead were, where some of them were counted as others."""
    return [
        (kind, claim)
        for kind, claim in calling
        for counted in groups.get(_OTHER[kind], ())[:1]
        if after(told, counted, claim)
        and not parties.parties(told.world, [claim]) & parties.parties(told.world, [counted])
    ]


def _all_were(world: World, claim: Claim) -> str | None:
    """What a claim without a number says that the dead were ("all those killed were civilians"); None for others."""
    if claim.figure is not None or claim.polarity == "-":
        return None
    parsed, words = world.parsed, yaml_data("lexicon/questions.yml")
    for token in parsed.tokens_in(claim.start, claim.end):
        subject = parsed.child(parsed.heads[token], "nsubj") if parsed.deps[token] == "attr" else None
        if subject is None or not {parsed.lemmas[t] for t in parsed.subtree(subject)} & set(words["the_dead"]):
            continue
        return next((kind for kind in _OTHER if parsed.lemmas[token] in words[f"{kind}_nouns"]), None)
    return None
