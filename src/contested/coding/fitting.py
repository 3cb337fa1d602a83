"""Whether a frame fits its arguments, and the predicate that comes of it."""

from collections.abc import Iterable, Iterator, Mapping

from contested.coding import arguments
from contested.coding.frames import Frame, index
from contested.coding.loads import holds_any
from contested.coding.mood import mood
from contested.coding.partners import is_public, names_state
from contested.coding.predicate import Predicate
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.parse import Parsed

CLAUSE = "clause:"
"""Before the name of a preposition that belongs to the clause around a noun: it says where, never whom."""

_DOERS = frozenset({"people", "fighting", "flying", "party"})
"""Classes that a voice which speaks of itself is of, whoever it is."""
_WHOEVER = frozenset({"they", "we", "he", "she"})
"""Pronouns of those who bomb and fire, whether or not the text tells who they are."""


def meets(world: World, frame: Frame, tokens: Mapping[str, list[int]], *, strict: bool, nominal: bool) -> bool:
    """Whether the arguments are of the classes the frame asks for. A missing subject is no fault unless `strict`."""
    for name, unwanted in frame.unless.items():
        if any(world.is_class(token, unwanted) for token in tokens.get(name, ())):
            return False
    for name, wanted in frame.if_any.items():
        given = [t for t in tokens.get(name, ()) if not world.in_time(t)]
        if given and not any(_is(world, t, wanted) for t in given):
            return False
    for name, wanted in frame.require.items():
        here = _asked(frame, name, tokens, nominal=nominal)
        if nominal and name in ("object", "subject"):
            wanted = frame.noun_require or wanted
            if not here and frame.noun_require is None:
                continue
        if not here and name == "subject" and not strict:
            continue
        if not any(_is(world, t, wanted) or (frame.lenient and not _is_opposed(world, t, wanted)) for t in here):
            return False
    return not frame.talks or any(world.is_class(t, "talks") for arg in frame.talks for t in tokens.get(arg, ()))


def _is(world: World, token: int, wanted: str) -> bool:
    """Whether the token is of the class: "party" is anybody who acts in public, "state" a country or government,
    "armed_state" that or its forces; all also by a name that nothing resolves. "irregular" are fighters of no state,
    "anybody" is whatever stands there, "count" a bare number ("killed 12")."""
    if wanted == "anybody":
        return True
    if wanted in _DOERS and token in world.selves:
        return True
    if wanted == "count":
        return world.parsed.pos[token] == "NUM"
    if wanted == "flying" and world.parsed.lower(token) in _WHOEVER:
        return True
    if wanted == "irregular":
        stateless = world.is_class(token, "gunman") or world.is_state(token) is False
        return stateless and not world.is_class(token, "order")
    if wanted == "state":
        return names_state(world, token)
    if wanted == "dignitary":
        entity = world.entity(token)
        return world.is_class(token, wanted) or (entity is not None and entity.type == "person")
    if wanted == "armed_state":
        return names_state(world, token) or world.is_class(token, "armed")
    return is_public(world, token) if wanted == "party" else world.is_class(token, wanted)


def _is_opposed(world: World, token: int, wanted: str) -> bool:
    """Whether people stand where a thing or place is asked for, or the other way round, or a happening for either."""
    if (world.parsed.lemmas[token],) in index().happenings:
        return True
    kinds = yaml_data("language_model.yml")["kinds"]
    if world.is_class(token, "people"):
        return wanted not in kinds["people"]
    return wanted in kinds["people"] and any(world.is_class(token, kind) for kind in kinds["things"])


def _asked(frame: Frame, name: str, tokens: Mapping[str, list[int]], *, nominal: bool) -> list[int]:
    """The tokens that a requirement looks at: of one argument, of all that say where, of all that fill a role."""
    if name == "place":
        names: Iterable[str] = (*frame.place, "object") if nominal else frame.place
    elif name == "around":
        names = ("object", *(argument for argument in frame.place if argument != "subject"))
    elif name in ("target", "actor"):
        names = (argument for argument, role in frame.roles.items() if role == name)
    else:
        names = (name,)
    return [token for argument in names for token in tokens.get(argument, ())]


def fitted(world: World, frame: Frame, trigger: int, clause: int | None, tokens: Mapping[str, list[int]]) -> Predicate:
    roles: dict[str, list[int]] = {}
    for argument, role in frame.roles.items():
        if (argument == "party" or argument in frame.late) and roles.get(role):
            continue
        for token in tokens.get(argument, ()):
            known = roles.setdefault(role, [])
            if token not in known and not world.in_time(token) and _fills(world, frame, role, token):
                roles[role].append(token)
    filled = {role: tuple(found) for role, found in roles.items() if found}
    where = dict.fromkeys((*frame.place, *(CLAUSE + name for name in frame.place), "object", "against"))
    said_where = (t for arg in where for t in tokens.get(arg, ()) if not world.is_class(t, "dignitary"))
    places = tuple(p for t in said_where for p in world.places_at(t))  # "the ambassador of France" is no place
    if not places and clause is None:
        places = tuple(_beside(world, filled))
    state = mood(world.parsed, trigger, clause if clause is not None else trigger)
    kind_type = _type(world, frame, filled, tokens)
    if state.modality not in ("actual", "ongoing") and frame.planned:
        kind_type = frame.planned
    return Predicate(frame, kind_type, frame.kind, trigger, clause, filled, places, state)


def _beside(world: World, roles: Mapping[str, tuple[int, ...]]) -> Iterator[int]:
    """Where those are with whom a noun's happening was, behind whom the parse puts it: "clashes with rebels in Gao"."""
    for token in (t for filled in roles.values() for t in filled):
        for name in ("in", "at", "near", "outside"):
            for noun in arguments.prepositional(world.parsed, token, name):
                yield from world.places_at(noun)


def _of_states(frame: Frame) -> bool:
    return frame.require.get("subject") in ("party", "state", "armed_state")


def _fills(world: World, frame: Frame, role: str, token: int) -> bool:
    """Whether the token can fill the role: who acts must be somebody, not a place acted in or a thing."""
    if role in ("origin", "destination"):
        return world.is_class(token, "place") or bool(world.places_at(token))
    if role == "target":
        return _can_be_hit(world, token)
    if role == "actor" and any(world.parsed.lower(c) == "no" for c in world.parsed.children(token, "det")):
        return False
    if role == "actor" and is_public(world, token) and (frame.kind == "diplomacy" or _of_states(frame)):
        return True
    if role == "actor" and token in world.selves:
        return True
    if role == "actor":
        required = frame.require.get("subject", "people")
        return world.is_class(token, required) or world.is_class(token, "people") or world.is_class(token, "vehicle")
    return True


def _can_be_hit(world: World, token: int) -> bool:
    """Whether the token names somebody or something, not a number, a turn of phrase or another happening."""
    happening = (world.parsed.lemmas[token],) in index().happenings
    if world.parsed.pos[token] == "NUM" or happening or world.is_class(token, "no_target"):
        return False
    return not any(world.parsed.lower(child) == "no" for child in world.parsed.children(token, "det"))


def _type(
    world: World, frame: Frame, roles: Mapping[str, tuple[int, ...]], tokens: Mapping[str, list[int]]
) -> str | None:
    if frame.by_actor:
        state = [world.is_state(token) for token in roles.get("actor", ())]
        if not state or state[0] is None:
            return None
        return frame.by_actor["state" if state[0] else "other"]
    objects = {world.parsed.lemmas[token] for token in tokens.get("object", ())}
    for other, nouns in frame.types_by_object.items():
        if objects & set(nouns):
            return other
    for other, means in frame.types_by_means.items():
        if {world.parsed.lemmas[token] for token in tokens.get("means", ())} & set(means):
            return other
    if frame.across and _crosses(world, tokens):
        return frame.across
    return frame.type


def _crosses(world: World, tokens: Mapping[str, list[int]]) -> bool:
    """Whether people go abroad: over a border, out of "the country", or into a country that is named."""
    for argument in ("object", "to", "into", "across"):
        for token in tokens.get(argument, ()):
            if world.is_class(token, "abroad"):
                return True
            named = [*world.places_at(token), *arguments.prepositional(world.parsed, token, "in")]
            places = [mention.place for other in named if (mention := world.place_mention(other)) is not None]
            if argument != "object" and any(place and place.precision == "country" for place in places):
                return True
    return False


def means(world: World, token: int) -> list[int]:
    """What it is done with: "with grenades", "using poison gas", and the words before these nouns."""
    parsed = world.parsed
    found = arguments.prepositional(parsed, token, "with")
    for using in parsed.children(token, "acl", "advcl", "prep"):
        if parsed.lower(using) in ("using", "containing"):
            thing = parsed.child(using, "dobj", "pobj")
            found += arguments.conjuncts(parsed, thing) if thing is not None else []
    return [*found, *(before for noun in found for before in parsed.children(noun, "compound", "amod"))]


def serves(world: World, words: Iterable[int], aims_: frozenset[str]) -> bool:
    """Whether it is done in order to do one of the `aims_`: "conducted raids to arrest two men"."""
    parsed = world.parsed
    clauses = (c for word in words for c in parsed.children(word, "advcl", "xcomp", "acl", "relcl"))
    return any(parsed.lemmas[c] in aims_ and _is_to(parsed, c) for c in clauses)


def _is_to(parsed: Parsed, verb: int) -> bool:
    return any(parsed.lower(aux) == "to" for aux in parsed.children(verb, "aux"))


def aims(world: World, words: Iterable[int]) -> list[int]:
    """Whom it is done to disperse or control: "used tear gas to disperse the crowd"."""
    parsed = world.parsed
    found: list[int] = []
    around = [child for word in words for child in (word, *parsed.children(word, "prep", "pcomp", "pobj"))]
    for infinitive in (i for word in around for i in parsed.children(word, "advcl", "xcomp", "acl", "relcl")):
        if world.parsed.lemmas[infinitive] in yaml_data("lexicon/classes.yml")["quelling"]:
            found += spread(world, arguments.patient(parsed, infinitive), ())
    return [*found, *(before for noun in found for before in parsed.children(noun, "compound"))]


def has_any(world: World, words: Iterable[int], wanted: frozenset[str]) -> bool:
    """Whether one of the words, or a word that hangs on it or is joined to it, is among the wanted."""
    parsed = world.parsed
    near = {other for word in words for other in (word, *parsed.children(word))}
    near |= {grand for other in near for grand in parsed.children(other, "amod", "compound", "conj", "appos")}
    return any(parsed.lemmas[token] in wanted for token in near)


def has_what_it_must(world: World, frame: Frame, told: Iterable[int], phrase: Iterable[int]) -> bool:
    """Whether a word that the frame wants stands by, or is what the shell or barrel of the phrase holds."""
    return has_any(world, told, frame.must_have) or (frame.loads and holds_any(world, phrase, frame.must_have))


def is_figurative(world: World, noun: int) -> bool:
    """Whether "of" makes it a figure of speech ("a flood of complaints", not "the flood of 2014" or "of the Elbe")."""
    parsed = world.parsed
    of = arguments.prepositional(parsed, noun, "of")
    return any(parsed.pos[token] == "NOUN" and not world.in_time(token) and not world.places_at(token) for token in of)


def spread(world: World, token: int | None, words: tuple[int, ...]) -> list[int]:
    """The token and what is joined to it, without the words of the phrase itself."""
    if token is None:
        return []
    return [one for one in arguments.conjuncts(world.parsed, token) if one not in words]
