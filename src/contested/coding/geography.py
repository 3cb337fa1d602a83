"""Claims of kind geography: where a place lies ("10 km from the border", "near the border")."""

from collections.abc import Iterator

from contested.coding.clauses import trimmed
from contested.coding.draft import Draft
from contested.coding.saying import Said, Voices
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Ref, Relation
from contested.model.text import Span

LONGEST = 160
"""Code points of the longest such claim: more is no longer about where a place lies."""


def geography(world: World, voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs in text order, each a relation between a place and what it is told by."""
    parsed = world.parsed
    for token in range(len(parsed.starts)):
        found = _distance(world, token) or _beside(world, token) or _direction(world, token) or _town_of(world, token)
        if found is None or found[0].end - found[0].start > LONGEST:
            continue
        span, relation = found
        for said in voices.over(parsed.starts[token]):
            yield Draft("geography", span, f"geography:{relation.predicate}", relation=relation), said


_Found = tuple[Span, Relation]


def _words() -> dict[str, list[str]]:
    return dict(yaml_data("lexicon/geography.yml"))


def _place(world: World, token: int | None) -> Ref | None:
    """The named or described place at the token; "a village" that the text does not name is none."""
    if token is None or not (world.is_class(token, "place") or world.place_mention(token) is not None):
        return None
    if world.place_mention(token) is None and _is_any(world, token):
        return None
    named = world.places_at(token)
    return world.ref(named[0]) if named and world.parsed.pos[token] != "NOUN" else world.ref(token)


def _is_any(world: World, token: int) -> bool:
    """Whether it is "a village" of no name; "X, a village" has one."""
    parsed = world.parsed
    return parsed.deps[token] != "appos" and any(parsed.lower(d) in ("a", "an") for d in parsed.children(token, "det"))


def _subject(world: World, token: int) -> tuple[int, Ref] | None:
    """Which place it is that lies there: the subject of the verb above, or the noun that the phrase hangs on."""
    parsed, words = world.parsed, _words()
    for ancestor in parsed.ancestors(token):
        if parsed.pos[ancestor] in ("VERB", "AUX"):
            if parsed.lemmas[ancestor] not in words["lying"]:
                return None
            subject = parsed.child(ancestor, "nsubj", "nsubjpass")
            if subject is not None and parsed.tags[subject] in ("WDT", "WP") and parsed.deps[ancestor] == "relcl":
                subject = parsed.heads[ancestor]
            ref = _place(world, subject)
            return (ancestor, ref) if ref is not None else None
        ref = _place(world, ancestor)
        if ref is not None and parsed.pos[ancestor] in ("NOUN", "PROPN"):
            return ancestor, ref
    return None


def _related(world: World, subject: tuple[int, Ref], predicate: str, other: int, km: float | None) -> _Found | None:
    target = world.ref(other)
    if target is None or target == subject[1]:
        return None
    parsed, (anchor, ref) = world.parsed, subject
    verbal = parsed.pos[anchor] in ("VERB", "AUX")
    start = parsed.starts[anchor] if verbal else ref.start
    end = parsed.subtree_span(other).end
    span = trimmed(world.text, Span(min(start, target.start), max(end, target.end)))
    return span, Relation(predicate, ref, target, km)


def _distance(world: World, token: int) -> _Found | None:
    """ "10 km from X", "some 300 miles southwest of X"."""
    parsed, units = world.parsed, yaml_data("lexicon/geography.yml")["units_km"]
    factor = units.get(parsed.lower(token))
    number = parsed.child(token, "nummod")
    if factor is None or number is None:
        return None
    amount = _number(parsed.word(number))
    target = _after(world, token, ("from", "of"))
    subject = _subject(world, token)
    if amount is None or target is None or subject is None:
        return None
    return _related(world, subject, "distance", target, round(amount * factor, 1))


def _number(word: str) -> float | None:
    digits = word.replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdigit() else None


def _after(world: World, token: int, prepositions: tuple[str, ...]) -> int | None:
    """The place or border within the next words behind one of the prepositions."""
    parsed = world.parsed
    last = min(parsed.sentence_of(token).last, token + 9)
    for prep in range(token + 1, last):
        if parsed.lower(prep) in prepositions:
            target = parsed.child(prep, "pobj")
            return target if target is not None and _is_landmark(world, target) else None
    return None


def _is_landmark(world: World, token: int) -> bool:
    return world.place_mention(token) is not None or world.parsed.lemmas[token] in _words()["lines"]


def _beside(world: World, token: int) -> _Found | None:
    """ "near the border", "close to the road", "lies on the route"."""
    parsed, words = world.parsed, _words()
    word = parsed.lower(token)
    if word in words["near"]:
        predicate = "near"
    elif word in words["on"] and parsed.lemmas[parsed.heads[token]] in words["lying"]:
        predicate = "on"
    else:
        return None
    target = parsed.child(token, "pobj")
    if target is None:
        inner = parsed.child(token, "prep")
        target = parsed.child(inner, "pobj") if inner is not None else None
    subject = _subject(world, token)
    if target is None or not _is_landmark(world, target) or subject is None:
        return None
    return _related(world, subject, predicate, target, None)


def _direction(world: World, token: int) -> _Found | None:
    """ "12 farms west of X"."""
    parsed = world.parsed
    word = parsed.lower(token)
    if word not in _words()["directions"]:
        return None
    target = _after(world, token, ("of",))
    subject = _subject(world, token)
    if target is None or subject is None:
        return None
    return _related(world, subject, f"{word.replace('-', '')}_of", target, None)


def _town_of(world: World, token: int) -> _Found | None:
    """ "the Lebanese town of X": X is in the country of the adjective."""
    parsed = world.parsed
    if parsed.pos[token] != "NOUN":
        return None
    for of in parsed.children(token, "prep"):
        named = parsed.child(of, "pobj") if parsed.lower(of) == "of" else None
        if named is not None and world.place_mention(named) is not None and world.is_class(token, "place"):
            for adjective in parsed.children(token, "amod"):
                mention = world.mention(adjective)
                place = world.ref(named)
                if mention is not None and mention.type == "nationality" and place is not None:
                    words = Ref(world.text[mention.start : mention.end], mention.start, mention.end, mention.entity)
                    span = Span(world.noun_phrase(token).start, place.end)
                    return span, Relation("in", place, words)
    return None
