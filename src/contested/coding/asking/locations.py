"""Where does a place lie? Asked where the report's words for it differ: "on" a road and "near" it, 10 km and 30 km."""

from collections.abc import Iterator

from contested.coding.asking.labels import named
from contested.coding.asking.parts import ROUNDED
from contested.coding.asking.told import Asked, Told
from contested.coding.asking.verdicts import independent
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Ref
from contested.model.question import Verdict

Groups = dict[str | int | float | None, list[Claim]]
_STEM = 4
_SHORT = 3
_OPPOSITE = {"north": "south", "east": "west"}


def place(told: Told) -> Iterator[Asked]:
    """One question a place and landmark at most; nothing is asked of what "near" and "10 km from" agree on."""
    landmarks: dict[str, list[Claim]] = {}
    for claim in told.claims:
        if (mark := _landmark(told.world, claim)) is not None and claim.polarity == "+":
            landmarks.setdefault(mark, []).append(claim)
    for claims in landmarks.values():
        subjects = {name for claim in claims if (name := _name(told.world, claim)) is not None}
        groups: Groups = {}
        for claim in claims:
            groups.setdefault(_words(claim), []).append(claim)
        verdict = _verdict(told.world, groups) if len(subjects) == 1 else None
        if verdict is not None:
            about = f"How far is {named(next(iter(subjects)))} from {_shown(told.world, claims[0])}?"
            yield Asked(about, "place", None, groups, verdict)


def _landmark(world: World, claim: Claim) -> str | None:
    """What the place lies by, as a key: the noun and the names before it ("route", "border leba", "city hama").

    None for other claims and for what a place lies in. Four letters make "Lebanese" and "Lebanon's" one.
    """
    head = _head(world, claim)
    if head is None:
        return None
    parsed = world.parsed
    before = [parsed.word(c) for c in parsed.children(head, "compound", "amod", "poss", "nmod") if c < head]
    names = sorted(word[:_STEM].lower() for word in before if word[:1].isupper())
    return " ".join([parsed.lemmas[head].lower(), *names])


def _head(world: World, claim: Claim) -> int | None:
    relation = claim.relation
    if relation is None or claim.kind != "geography" or relation.predicate in ("in", "inhabited_by"):
        return None
    return world.parsed.head_of(relation.object.start, relation.object.end) if relation.object else None


def _shown(world: World, claim: Claim) -> str:
    """The landmark's words in the question, a long phrase shortened to its noun."""
    head, words = _head(world, claim), claim.relation.object.text if claim.relation and claim.relation.object else ""
    return words if head is None or len(words.split()) <= _SHORT else f"the {world.parsed.lemmas[head]}"


def _name(world: World, claim: Claim) -> str | None:
    """The place's name; None for "the town", which is taken for the one place that is named beside it."""
    subject: Ref | None = claim.relation.subject if claim.relation else None
    if subject is None or subject.entity in world.entities:
        return world.entities[subject.entity or ""].name if subject else None
    head = world.parsed.head_of(subject.start, subject.end)
    known = any(world.parsed.pos[t] == "PROPN" for t in world.parsed.tokens_in(subject.start, subject.end))
    generic = head is None or world.parsed.lemmas[head] in yaml_data("lexicon/questions.yml")["settlements"]
    return subject.text if known or not generic else None


def _words(claim: Claim) -> str:
    """The answer: "on", "near", "10 km"."""
    relation = claim.relation
    if relation is None:
        return ""
    return f"{relation.km:g} km" if relation.km is not None else relation.predicate.replace("_", " ")


def _verdict(world: World, groups: Groups) -> Verdict | None:
    """None where the answers do not differ; near and a distance do not, on and near do."""
    relations = [claim.relation for group in groups.values() for claim in group if claim.relation]
    lengths = [relation.km for relation in relations if relation.km]
    apart = bool(lengths) and max(lengths) > ROUNDED * min(lengths)
    turned = any(f"{one} of" in groups and f"{other} of" in groups for one, other in _OPPOSITE.items())
    if apart or turned:
        return "contested" if len(independent(world, groups)) > 1 else "variance"
    return "variance" if "on" in groups and ("near" in groups or lengths) else None
