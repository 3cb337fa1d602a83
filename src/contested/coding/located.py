"""Which place it is that a phrase of place is about, and the landmark by which the phrase tells where it lies."""

from dataclasses import dataclass

from contested.coding import arguments
from contested.coding.auxiliaries import by_auxiliaries, negated
from contested.coding.clauses import plain_end
from contested.coding.world import World
from contested.lexicon import word_set, yaml_data
from contested.model.claim import Ref
from contested.model.place import PlaceRef
from contested.model.text import Span

FILE = "lexicon/geography.yml"
_VERBAL = frozenset({"VERB", "AUX"})
_BARE = frozenset({"a", "an", "any", "no", "another", "other"})


@dataclass(frozen=True, slots=True)
class Located:
    """A place of which it is told where it lies. `token` is its head, `start` where the telling begins."""

    ref: Ref
    token: int
    start: int
    verbal: bool = False


def words(name: str) -> frozenset[str]:
    """A list of words of lexicon/geography.yml."""
    return word_set(FILE, name)


def located(world: World, first: int) -> Located | None:
    """The place that the phrase whose first token is `first` is about: told right before it, or by a verb of lying."""
    parsed = world.parsed
    at, opening = first - 1, parsed.sentence_of(first).first
    while at >= opening and parsed.lower(at) in words("degrees"):
        at -= 1
    if at >= opening and parsed.lower(at) in (",", "("):
        at -= 1
    if at < opening:
        return None
    if parsed.lemmas[at] in words("lying") and parsed.pos[at] in _VERBAL:
        return _lying(world, at)
    found = _ending_at(world, at)
    return found if found is not None and _is_placed(world, found.token) else None


def _lying(world: World, verb: int) -> Located | None:
    """What lies there, by a verb that says so as a fact: "the town lies", "a town located"."""
    parsed = world.parsed
    if negated(parsed, verb) is not None or by_auxiliaries(parsed, verb).modality not in ("actual", "ongoing"):
        return None
    what = arguments.patient(parsed, verb) if arguments.is_passive(parsed, verb) else arguments.subject(parsed, verb)
    if what is None:
        return None
    if parsed.deps[verb] == "acl":
        before = verb - 2 if parsed.lower(verb - 1) == "," else verb - 1
        told_last = _ending_at(world, before) if before >= parsed.sentence_of(verb).first else None
        if told_last is not None:
            return told_last
    told = parsed.deps[verb] == "relcl" and parsed.pos[what] == "NOUN" and world.is_class(what, "place")
    ref = place_ref(world, what) or (world.ref(what) if told else None)
    if ref is None:
        return None
    own = parsed.child(verb, "nsubj", "nsubjpass") == what
    start = min(ref.start, world.noun_phrase(what).start) if own else parsed.starts[verb]
    return Located(ref, what, start, verbal=True)


def _ending_at(world: World, token: int) -> Located | None:
    """The place whose words end with the token: a name, or a noun that points at one place."""
    parsed, mention = world.parsed, world.place_mention(token)
    if mention is not None and mention.end > parsed.ends[token]:
        return None
    head = parsed.head_of(mention.start, mention.end) if mention is not None else token
    if head is None or (mention is None and parsed.pos[token] not in ("NOUN", "PROPN")):
        return None
    ref = place_ref(world, head)
    return Located(ref, head, min(ref.start, world.noun_phrase(token).start)) if ref is not None else None


def place_ref(world: World, token: int) -> Ref | None:
    """The place at the token by its name, else in the words of the text; None for "a village" that has no name."""
    mention = world.place_mention(token)
    if mention is not None:
        unnamed = any(world.parsed.lower(d) in _BARE for d in world.parsed.children(token, "det"))
        if unnamed or world.text.endswith(" of", mention.start, mention.end):
            return None
        start = world.noun_phrase(token).start if is_side(world, token) else mention.start
        start = start + len("the ") if world.text[start : start + 4].lower() == "the " else start
        return Ref(world.text[start : mention.end], start, mention.end, mention.entity)
    if not world.is_class(token, "place") or world.parsed.lower(token) in yaml_data(FILE)["units_km"]:
        return None
    named = _own_names(world, token)
    if named is not None:
        return place_ref(world, named)
    return world.ref(token) if not _is_any(world, token) else None


def _own_names(world: World, token: int) -> int | None:
    """The name in the noun's own phrase: "the town of Bor", "Bor district", "Bor, a town"; not in "a Bor suburb"."""
    parsed = world.parsed
    some = any(parsed.lower(d) in _BARE for d in parsed.children(token, "det"))
    near = [t for of in parsed.children(token, "prep") if parsed.lower(of) == "of" for t in parsed.children(of, "pobj")]
    near += parsed.children(token, "appos") if some else parsed.children(token, "compound", "nmod", "appos")
    near += [parsed.heads[token]] if parsed.deps[token] == "appos" else []
    named = [t for t in near if world.place_mention(t) is not None and not world.of_nation(t)]
    return named[0] if len(named) == 1 else None


def _is_any(world: World, token: int) -> bool:
    """Whether it is "a village", "areas", "the Front's strongholds": some place, which nobody could look for."""
    parsed = world.parsed
    before = parsed.children(token, "det", "poss", "nummod", "amod", "compound")
    if parsed.lemmas[token] in words("vague") or any(parsed.lower(d) in _BARE for d in before):
        return True
    owners = [d for d in before if parsed.deps[d] == "poss"]
    if any(parsed.pos[d] == "PRON" or world.place_mention(d) is None for d in owners):
        return True
    pointing = (d for d in before if parsed.deps[d] in ("det", "poss", "nummod") or parsed.pos[d] == "PROPN")
    return parsed.pos[token] != "PROPN" and next(pointing, None) is None


def _is_placed(world: World, token: int) -> bool:
    """Whether the place stands where something can lie: not "talks with Damascus near ...", not "a raid by Paris"."""
    parsed = world.parsed
    top = token
    while parsed.deps[top] in ("compound", "nmod", "appos", "conj", "amod"):
        top = parsed.heads[top]
    above = parsed.heads[top]
    return parsed.deps[top] != "pobj" or parsed.lower(above) in words("holding")


def is_wide(world: World, token: int) -> bool:
    """Whether it is a whole country, which lies nowhere near a town; "northern Mali" does."""
    place = place_of_token(world, token)
    return place is not None and place.precision == "country" and not is_side(world, token)


def is_side(world: World, token: int) -> bool:
    """Whether a side of the place is meant: "eastern Homs", "rural Aleppo"."""
    before = (c for c in world.parsed.children(token, "amod", "compound") if c < token)
    return any(world.parsed.lower(c) in words("sides") for c in before)


def place_of_token(world: World, token: int) -> PlaceRef | None:
    """The resolved place that is named at the token."""
    mention = world.place_mention(token)
    return mention.place if mention is not None else None


def landmark(world: World, preposition: int) -> tuple[int, Ref] | None:
    """The named place or the line behind a preposition, with its head; None where something else stands there."""
    parsed = world.parsed
    token = parsed.child(preposition, "pobj")
    if token is None:
        inner = parsed.child(preposition, "prep")
        token = parsed.child(inner, "pobj") if inner is not None else None
    if token is None or token < preposition:
        return None
    mention = world.place_mention(token) or (_named_there(world, token))
    if mention is None and parsed.lemmas[token] not in words("lines"):
        return None
    ref = world.ref(token)
    return (token, _whole(world, token, ref)) if ref is not None else None


def _named_there(world: World, token: int) -> object | None:
    """A name in the phrase of a noun of place: "the capital Damascus", "the countryside of Aleppo province"."""
    if world.parsed.lemmas[token] in words("areas"):
        start = world.parsed.subtree_span(token).start
        return next(iter(world.places_in(Span(start, plain_end(world.parsed, token)))), None)
    named = _own_names(world, token) if world.is_class(token, "place") else None
    return world.place_mention(named) if named is not None else None


def _whole(world: World, token: int, ref: Ref) -> Ref:
    """The landmark with the words that tell which it is: "the border with Chad", "the capital Bamako"."""
    parsed, end = world.parsed, ref.end
    more = words("tells_more") if parsed.lemmas[token] in words("lines") else frozenset({"of", "around"})
    for prep in parsed.children(token, "prep") if world.place_mention(token) is None else ():
        if parsed.starts[prep] == end + 1 and parsed.lower(prep) in more:
            end = plain_end(parsed, prep)
    for name in parsed.children(token, "appos"):
        mention = world.place_mention(name)
        end = max(end, mention.end) if mention is not None and mention.start <= end + 2 else end
    return Ref(world.text[ref.start : end], ref.start, end, ref.entity)


def span_of(place: Located, target: Ref) -> Span:
    """From where the telling begins to the landmark's end."""
    return Span(min(place.start, target.start), max(place.ref.end, target.end))
