"""Words that only name again what was told before: "the blasts", "Saturday's gun battle", "the attack targeted ..."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from contested.coding.items import Item
from contested.coding.when import when_at
from contested.coding.where import place_near
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import When
from contested.model.text import Span

_POINTING = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "more"})
_PLURAL = frozenset({"NNS", "NNPS"})
_RELATIVE = frozenset({"relcl", "acl"})
_SUPERLATIVE = frozenset({"JJS", "RBS"})
_BEFORE_NOUN = ("det", "poss", "amod", "compound", "nmod", "nummod")


def with_names_again(world: World, items: Sequence[Item]) -> list[Item]:
    """The items in text order, with further ones for nouns that name a happening and that no item stands for.

    What is told of by such a noun ("the attack targeted a church") is as definite as the noun.
    """
    items = [item for item in items if item.claims or not _means_the_war(world, item, items)]
    covered = {token for item in items for token in (item.order, _name(world, item), _defined(world, item))}
    named = [_item(world, token) for token in _nouns_again(world) if token not in covered]
    named = [item for item in named if not _means_the_war(world, item, items)]
    return sorted([*(_as_its_name(world, item) for item in items), *named], key=lambda item: item.order)


def _means_the_war(world: World, item: Item, items: Sequence[Item]) -> bool:
    """Whether a noun means no happening but a state or the whole war ("on the offensive"; "killed in the fighting").

    It means the war where the outbreak of the war is told of in the same sentence or the one before.
    """
    parsed, words = world.parsed, yaml_data("lexicon/families.yml")
    above = parsed.heads[item.order]
    if item.noun in words["states"] and parsed.deps[item.order] == "pobj" and parsed.lower(above) == "on":
        return True
    onsets = (item.sentence - other.sentence for other in items if other.type == "conflict.onset")
    return item.noun in words["whole_war"] and any(0 <= back <= 1 for back in onsets)


def is_introduced(world: World, item: Item) -> bool:
    """Whether a noun brings in something new: "an attack", "attacks", "the worst attack", "the 14 attacks"."""
    parsed = world.parsed
    if item.noun is None:
        return False
    if is_superlative(world, item.order) or parsed.children(item.order, "nummod"):
        return True
    if item.definite:
        return False
    articles = {parsed.lower(child) for child in parsed.children(item.order, "det")}
    return bool(articles & _INDEFINITE) or (not articles and parsed.tags[item.order] in _PLURAL)


def phrase(world: World, item: Item) -> Span:
    """The words that mention the happening: those of its claim, or the noun with the words before it."""
    if item.claims or item.noun is None:
        return Span(*item.span)
    parsed = world.parsed
    first = min((parsed.subtree(c)[0] for c in parsed.children(item.order, *_BEFORE_NOUN)), default=item.order)
    return Span(parsed.starts[min(first, item.order)], item.span[1])


@cache
def _types() -> dict[str, str]:
    """The type of happening that each noun names again."""
    table = yaml_data("lexicon/families.yml")["again"]
    return {noun: type_ for type_, nouns in table.items() for noun in nouns}


def _nouns_again(world: World) -> Iterator[int]:
    """Tokens of definite nouns in running text that name a happening."""
    parsed = world.parsed
    for token, lemma in enumerate(parsed.lemmas):
        if lemma in _types() and parsed.pos[token] == "NOUN" and _is_definite(world, token):
            block = world.report.blocks[parsed.sentence_of(token).block]
            if block.kind != "furniture" and parsed.deps[token] != "compound":
                yield token


def _is_definite(world: World, noun: int) -> bool:
    """Whether the noun points back; "its fight", "the worst attack" and "the 14 killings" need not."""
    parsed = world.parsed
    articles = {parsed.lower(child) for child in parsed.children(noun, "det")}
    owned = any(parsed.tags[child] != "PRP$" for child in parsed.children(noun, "poss"))
    counted = bool(parsed.children(noun, "nummod"))
    return bool(articles & _POINTING or owned) and not counted and not is_superlative(world, noun)


def is_superlative(world: World, noun: int) -> bool:
    """Whether the noun is singled out among many ("the worst bombardment", "the most violent attack")."""
    parsed = world.parsed
    words = [t for child in parsed.children(noun, "amod") for t in parsed.subtree(child)]
    return any(parsed.tags[token] in _SUPERLATIVE for token in words)


def _doers(world: World, noun: int) -> frozenset[str]:
    """Who acts by the words before the noun ("the government strikes")."""
    before = world.parsed.children(noun, "compound", "amod", "nmod", "poss")
    return frozenset(actor.id for token in before if (actor := world.actor(token)) is not None)


def _item(world: World, noun: int) -> Item:
    """A mention without claims: it belongs to an event or to none."""
    parsed, sentence = world.parsed, world.parsed.sentence_of(noun)
    lemma = parsed.lemmas[noun]
    return Item(
        type=_types()[lemma],
        span=Span(parsed.starts[noun], parsed.ends[noun]),
        order=noun,
        sentence=parsed.sentence_number(noun),
        noun=lemma,
        definite=True,
        quiet=world.report.blocks[sentence.block].kind in ("title", "caption", "heading"),
        generic=lemma in yaml_data("lexicon/families.yml")["generic_nouns"],
        actors=_doers(world, noun),
        place=place_near(world, {noun}, sentence.span),
        when=_when(world, noun),
    )


def _when(world: World, noun: int) -> When | None:
    """The day that stands with the noun ("Saturday's battle")."""
    found = (when_at(world, time) for time in world.times_in(world.parsed.subtree_span(noun)))
    return next((when for when in found if when is not None), None)


def _defined(world: World, item: Item) -> int | None:
    """The noun that the item's clause defines ("the offensive which began in May"): it points back to nothing."""
    return world.parsed.heads[item.order] if world.parsed.deps[item.order] in _RELATIVE else None


def _as_its_name(world: World, item: Item) -> Item:
    name = _name(world, item)
    if name is None:
        return item
    generic = world.parsed.lemmas[name] in yaml_data("lexicon/families.yml")["generic_nouns"]
    return replace(item, definite=True, generic=item.generic or generic)


def _name(world: World, item: Item) -> int | None:
    """The definite noun by which the clause names its happening: a verb's subject, or what a bomb brought about.

    "The government air strikes" are a habit of a party's as often as the one just told of, so they are not such a noun.
    """
    parsed = world.parsed
    if item.noun is None:
        found = parsed.children(item.order, "nsubj", "nsubjpass")
    elif item.clause is not None and parsed.deps[item.order] == "nsubj":
        found = parsed.children(item.clause, "dobj")
    else:
        return None
    again = (t for t in found if parsed.lemmas[t] in _types() and _is_definite(world, t))
    return next((t for t in again if not _doers(world, t)), None)
