"""Where a happening is, as far as its own clause says so."""

from dataclasses import replace
from typing import Any, NamedTuple

from contested.coding.outcome import outcome_of
from contested.coding.predicate import Predicate
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.grounding import Mention
from contested.model.place import PLACE_PRECISIONS, PlaceRef
from contested.model.text import Span

_VERBAL = frozenset({"VERB", "AUX"})
_OTHER_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_OF_NOUNS = frozenset({"acl", "relcl"})
_LONGEST_CLIMB = 6
_FINE: dict[str, float] = {name: float(rank) for rank, name in enumerate(PLACE_PRECISIONS)}
_FINE["unknown"] = _FINE["town"] + 0.5
"""An unknown name is most often a village of the district or province that stands beside it."""


def place_of(world: World, predicate: Predicate, span: Span) -> PlaceRef | None:
    """The place that the clause names for the happening, by the text's own name; None if it names none.

    Of several the most precise one is taken; a name that no map has is more precise than the area after it.
    """
    found = [m for token in predicate.places if (m := world.place_mention(token)) is not None]
    if not found:
        own = {predicate.trigger, predicate.clause}
        found = [m for m in world.places_in(span) if locates(world, m, own)] or _described(world, own, span)
    if not found and (outcome := outcome_of(world, predicate.clause)):
        return place_near(world, outcome, world.parsed.sentence_of(predicate.trigger).span)
    return _best(world, found) or _where_it_struck(world, predicate)


def _where_it_struck(world: World, predicate: Predicate) -> PlaceRef | None:
    """For a noun that is the subject: where its verb says it struck ("air strikes killed six across the Strip")."""
    parsed, trigger = world.parsed, predicate.trigger
    behind = trigger + 1 if trigger + 1 < len(parsed.heads) else trigger
    verb = parsed.heads[trigger] if parsed.lemmas[parsed.heads[trigger]] in _words()["struck"] else behind
    if parsed.deps[trigger] != "nsubj" or parsed.pos[verb] != "VERB" or parsed.lemmas[verb] not in _words()["struck"]:
        return None
    return place_near(world, {verb}, parsed.sentence_of(verb).span)


def place_near(world: World, tokens: set[int | None], span: Span) -> PlaceRef | None:
    """The place that the span names for what stands at the tokens ("80,000 people ... killed in Syria"), or None.

    What is counted "across Syria: 21 in Damascus, 17 in Homs" is in none of its towns.
    """
    found = [m for m in world.places_in(span) if locates(world, m, tokens)] or _described(world, tokens, span)
    return _best(world, [m for m in found if is_wide(world, m)] or found)


def _described(world: World, own: set[int | None], span: Span) -> list[Mention]:
    """The place that "in the town" stands for, if the phrase says where one of the tokens is."""
    parsed, words = world.parsed, _words()
    for token in parsed.tokens_in(span.start, span.end):
        put = parsed.heads[token]
        if parsed.deps[token] != "pobj" or parsed.lemmas[token] not in words["settlement"]:
            continue
        if parsed.lower(put) in words["locating"] and _hangs_on(world, put, own):
            found = (world.place_mention(place) for place in world.places_at(token))
            return [mention for mention in found if mention is not None]
    return []


def is_wide(world: World, mention: Mention) -> bool:
    """Whether it is said to be all over the place."""
    put = _preposition(world, mention)
    return put is not None and world.parsed.lower(put.token) in _words()["widely"]


def _best(world: World, mentions: list[Mention]) -> PlaceRef | None:
    ranked = [(_rank(world, mention, ref), ref) for mention in mentions for ref in (_ref(world, mention),)]
    return min(ranked, key=lambda entry: entry[0], default=(0.0, None))[1]


def _rank(world: World, mention: Mention, ref: PlaceRef) -> float:
    """How precise a place is, the finest first: a quarter or a site that no map has is finer than its town."""
    tokens = world.parsed.tokens_in(mention.start, mention.end)
    if ref.precision != "unknown" or not len(tokens):
        return _FINE[ref.precision]
    last, stop = tokens[-1], len(world.parsed.starts)
    around = [world.parsed.lower(i) for i in (tokens[0] - 2, tokens[0] - 1, last, last + 1) if 0 <= i < stop]
    return _FINE["town"] - 0.5 if any(word in _words()["parts"] for word in around) else _FINE["unknown"]


def _ref(world: World, mention: Mention) -> PlaceRef:
    """The place by the text's own name; a town that something is only near to ("outside Homs") is `near`."""
    ref = mention.place or PlaceRef("", mention=mention.id)
    put = _preposition(world, mention)
    beside = put is not None and (put.of_direction or world.parsed.lower(put.token) in _words()["nearby"])
    precision = "near" if beside and ref.precision == "town" else ref.precision
    return replace(ref, name=world.text[mention.start : mention.end], precision=precision)


def locates(world: World, mention: Mention, own: set[int | None]) -> bool:
    """Whether the place name is an adverbial ("in Homs") of one of the tokens `own`, not of another clause's word."""
    put = _preposition(world, mention)
    if put is None:
        return False
    country = mention.place is not None and mention.place.precision == "country"
    if country and (world.parsed.lower(put.token) == "outside" or _is_bounded(world, put.token)):
        return False
    return _hangs_on(world, put.token, own)


def _is_bounded(world: World, preposition: int) -> bool:
    """Whether the name only says whose border it is ("near the border between Chad and Sudan")."""
    return world.parsed.lemmas[world.parsed.heads[preposition]] in _words()["bounds"]


class _Put(NamedTuple):
    """What puts something somewhere: a preposition ("in"), or the direction in "10 km west of"."""

    token: int
    of_direction: bool = False


def _preposition(world: World, mention: Mention) -> _Put | None:
    """What puts something at the place name, None where the name stands otherwise ("Homs fell", "Chad troops")."""
    parsed, words = world.parsed, _words()
    token = parsed.head_of(mention.start, mention.end)
    for _ in range(_LONGEST_CLIMB):
        if token is None:
            return None
        head = parsed.heads[token]
        if parsed.deps[token] == "pobj" and parsed.lower(head) in words["locating"]:
            return _Put(head)
        if (
            parsed.deps[token] == "pobj"
            and parsed.lower(head) == "of"
            and parsed.lower(head - 1) in words["directions"]
        ):
            return _Put(head - 1, of_direction=True) if parsed.lower(head - 2) not in ("the", "in") else None
        if world.of_nation(token) or head == token or parsed.deps[token] not in words["links"]:
            return None
        if parsed.deps[token] == "pobj" and parsed.lower(head) in words["not_there"]:
            return None
        token = head
    return None


def _words() -> Any:
    return yaml_data("lexicon/where.yml")


def _hangs_on(world: World, preposition: int, own: set[int | None]) -> bool:
    """Whether the phrase belongs to one of the tokens: no other verb, no other clause lies between."""
    parsed = world.parsed
    for ancestor in parsed.ancestors(preposition):
        if ancestor in own:
            return True
        if describes(world, ancestor):
            continue
        if parsed.pos[ancestor] in _VERBAL and parsed.deps[ancestor] != "xcomp":
            return False
        if parsed.deps[ancestor] in _OTHER_CLAUSES or reason(world, ancestor):
            return False
    return False


def describes(world: World, verb: int) -> bool:
    """Whether a verb only tells of what kind a thing is, so that place and day behind it are those of the clause.

    "A plant located near Homs", "fired shells filled with gas at Homs on Monday".
    """
    return world.parsed.lemmas[verb] in _words()["sited"] and world.parsed.deps[verb] in _OF_NOUNS


def reason(world: World, token: int) -> bool:
    """Whether the noun opens what something is done for ("arrested in connection with the blast in ...").

    The same holds of a noun that tells where a body is at home, not where it acts ("the group's branch in ...").
    """
    return world.parsed.lemmas[token] in _words()["reasons"] or world.parsed.lemmas[token] in _words()["at_home"]
