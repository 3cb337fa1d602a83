"""Finds the predicates of a parse: which frame fits which words, and what fills its arguments."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from contested.coding import arguments
from contested.coding.frames import Frame, frames, index
from contested.coding.mood import Mood, mood
from contested.coding.world import World
from contested.model.claim import Kind

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_CAUSAL = ("in", "by", "during", "after", "from")
_VOICED_PREPOSITIONS = frozenset({"by"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A happening or state that some words name.

    `trigger` is the naming token, `clause` the verb whose clause it is (the trigger itself for verbs, the light verb of
    "launched an offensive", None for a noun on its own). `roles` and `places` hold tokens. `type` is None where the
    codebook's type depends on an actor whom the text does not name.
    """

    frame: Frame
    type: str | None
    kind: Kind
    trigger: int
    clause: int | None
    roles: Mapping[str, tuple[int, ...]]
    places: tuple[int, ...]
    mood: Mood

    @property
    def nominal(self) -> bool:
        """Whether a noun without a verb of its own names the happening."""
        return self.clause is None


def find_predicates(world: World) -> list[Predicate]:
    """All predicates of the parsed sentences, in text order; one a trigger."""
    parsed, found, used = world.parsed, [], set[int]()
    for token in range(len(parsed.starts)):
        held = _held_by_compound(world, token)
        if held is not None:
            found.append(held)
        elif parsed.pos[token] in _VERBAL and parsed.deps[token] not in ("amod", "compound", "csubj"):
            match = _verbal(world, token)
            if match is not None:
                predicate, words = match
                found.append(predicate)
                used.update(words)
    for token in range(len(parsed.starts)):
        if token not in used and _is_noun(world, token):
            nominal = _nominal(world, token)
            if nominal is not None and not (nominal.clause in used and _light_of_other(found, nominal)):
                found.append(nominal)
    return sorted((p for p in found if not _flight_of_culprit(world, p, found)), key=lambda p: p.trigger)


def _flight_of_culprit(world: World, predicate: Predicate, found: Iterable[Predicate]) -> bool:
    """Whether those who flee are those who did something else just told: "shot at a car before fleeing"."""
    if predicate.kind != "displacement" or predicate.clause is None:
        return False
    parsed, verb = world.parsed, predicate.clause
    above = next((a for a in parsed.ancestors(verb) if parsed.pos[a] in _VERBAL), None)
    borrowed = parsed.child(verb, "nsubj", "nsubjpass") is None and above is not None
    if borrowed and above is not None and parsed.lemmas[above] in index().verbs and parsed.deps[verb] != "ccomp":
        return not arguments.is_passive(parsed, above)
    fleeing = set(predicate.roles.get("object", ()))
    return any(fleeing & set(other.roles.get("actor", ())) for other in found)


def _held_by_compound(world: World, token: int) -> Predicate | None:
    """Who holds a place by an adjective of it ("rebel-held suburbs", "the government-controlled east")."""
    parsed = world.parsed
    frame = next((f for f in frames() if parsed.lemmas[token] in f.participle), None)
    if frame is None or parsed.deps[token] != "amod" or parsed.heads[token] < token:
        return None
    holders = [c for c in parsed.children(token) if c == token - 2 and parsed.word(token - 1) == "-"]
    place = parsed.heads[token]
    if not holders or not world.is_class(place, "held_place"):
        return None
    places = tuple(world.places_at(place))
    return Predicate(frame, frame.type, frame.kind, token, None, {"controller": tuple(holders)}, places, Mood())


def _is_noun(world: World, token: int) -> bool:
    """Whether the token stands as a noun; a gerund that is a subject or object does ("fighting raged")."""
    parsed = world.parsed
    gerund = parsed.tags[token] == "VBG" and parsed.deps[token] in ("nsubj", "nsubjpass", "csubj", "dobj", "pobj")
    return gerund or parsed.pos[token] in _NOMINAL


def _light_of_other(found: Iterable[Predicate], nominal: Predicate) -> bool:
    """Whether a verbal predicate of the same type already has the noun's clause: then the noun says nothing new."""
    return any(p.clause == nominal.clause and p.type == nominal.type for p in found)


# --- verbs and phrases


def _verbal(world: World, verb: int) -> tuple[Predicate, tuple[int, ...]] | None:
    lemma = world.parsed.lemmas[verb]
    for phrase, frame in index().phrases.get(lemma, ()):
        for words in _phrase_words(world, verb, phrase):
            predicate = _fill_verb(world, frame, verb, words, phrase)
            if predicate is not None:
                return predicate, words
    for frame in index().verbs.get(lemma, ()):
        predicate = _fill_verb(world, frame, verb, (verb,), (lemma,))
        if predicate is not None:
            return predicate, (verb,)
    return None


def _phrase_words(world: World, verb: int, phrase: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    """The tokens of a phrase: each further word hangs on one of the words before it, or is the subject or object."""
    parsed, words = world.parsed, [verb]
    for lemma in phrase[1:]:
        reachable = [child for word in words for child in parsed.children(word)]
        reachable += [grand for child in reachable if parsed.deps[child] == "prep" for grand in parsed.children(child)]
        patient = arguments.patient(parsed, verb)
        borrowed = patient if patient is not None else arguments.subject(parsed, verb)
        reachable += [borrowed] if borrowed is not None else []
        reachable += [other for one in list(reachable) for other in parsed.children(one, "conj")]
        hit = next((token for token in reachable if lemma in (parsed.lemmas[token], parsed.lower(token))), None)
        if hit is None:
            return
        words.append(hit)
    yield tuple(words)


def _fill_verb(
    world: World, frame: Frame, verb: int, words: tuple[int, ...], phrase: tuple[str, ...]
) -> Predicate | None:
    """The predicate, or None if the frame's requirements are not met."""
    parsed = world.parsed
    if frame.active_only and arguments.is_passive(parsed, verb) and len(words) == 1:
        return None
    if frame.finite and parsed.tags[verb] == "VBG" and not parsed.children(verb, "aux"):
        return None
    verb_mood = mood(parsed, verb, verb)
    if frame.unreal_only and verb_mood.modality in ("actual", "ongoing") and verb_mood.polarity == "-":
        return None
    if phrase in frame.negated and verb_mood.polarity == "+":
        return None
    tokens: dict[str, list[int]] = {
        "subject": _spread(world, arguments.subject(parsed, verb), words),
        "object": _spread(world, arguments.patient(parsed, verb), words),
    }
    if phrase[0] in frame.strict_subject and not tokens["subject"]:
        return None
    if frame.many and not any(_is_many(world, token) for token in tokens["subject"] or tokens["object"]):
        return None
    if frame.agentless and (tokens["subject"] or _has_cause(world, verb)):
        return None
    for name in {*frame.roles, *frame.place, *frame.talks} - {"subject", "object", "modifier"}:
        if name not in _VOICED_PREPOSITIONS:
            tokens[name] = [t for word in words for t in arguments.prepositional(parsed, word, name) if t not in words]
    if phrase in frame.together:
        tokens["with"] = []
    if frame.must_have and not _has_any(world, words, frame.must_have):
        return None
    if not _requirements(world, frame, tokens, strict=phrase[0] in frame.strict, nominal=False):
        return None
    found = _predicate(world, frame, verb, verb, tokens)
    return replace(found, mood=replace(verb_mood, polarity="+")) if phrase in frame.negated else found


def _is_many(world: World, token: int) -> bool:
    """Whether the noun is a plural or a number of people: one man who flees is no displacement."""
    parsed = world.parsed
    return (
        parsed.tags[token] in ("NNS", "NNPS", "CD") or world.is_quantity(token) or bool(parsed.children(token, "conj"))
    )


def _has_cause(world: World, verb: int) -> bool:
    """Whether a happening is named as the cause ("killed in the blast"), which then is the event."""
    parsed = world.parsed
    causes = [
        t for name in ("in", "by", "during", "after", "from") for t in arguments.prepositional(parsed, verb, name)
    ]
    return any(parsed.lemmas[token] in index().nouns for token in causes)


def _spread(world: World, token: int | None, words: tuple[int, ...]) -> list[int]:
    """The token and what is joined to it, without the words of the phrase itself."""
    if token is None:
        return []
    return [one for one in arguments.conjuncts(world.parsed, token) if one not in words]


def _has_any(world: World, words: Iterable[int], wanted: frozenset[str]) -> bool:
    """Whether one of the words, or a word that hangs on it or is joined to it, is among the wanted."""
    parsed = world.parsed
    near = {other for word in words for other in (word, *parsed.children(word))}
    near |= {grand for other in near for grand in parsed.children(other, "amod", "compound", "conj", "appos")}
    return any(parsed.lemmas[token] in wanted for token in near)


# --- nouns


def _nominal(world: World, noun: int) -> Predicate | None:
    parsed, lemma = world.parsed, world.parsed.lemmas[noun]
    options = index().nouns.get(lemma) or index().nouns.get(parsed.lower(noun), ())
    if not options or _is_name(world, noun) or parsed.deps[noun] == "compound":
        return None
    for compound, frame in options:
        if _has_modifiers(world, noun, compound[:-1]) and not _has_any(world, (noun,), frame.not_with):
            predicate = _fill_noun(world, frame, noun, compound)
            if predicate is not None:
                return predicate
    return None


def _is_name(world: World, noun: int) -> bool:
    """Whether the noun is part of a name ("the Battle of ... Museum"): capitalised inside a sentence, no headline."""
    parsed = world.parsed
    sentence = parsed.sentence_of(noun)
    if world.report.blocks[sentence.block].kind in ("title", "heading"):
        return False
    return noun != sentence.first and parsed.word(noun)[:1].isupper() and not parsed.word(noun).isupper()


def _has_modifiers(world: World, noun: int, wanted: tuple[str, ...]) -> bool:
    parsed = world.parsed
    inside = [t for child in parsed.children(noun, "compound", "amod", "nmod", "poss") for t in parsed.subtree(child)]
    inside += arguments.prepositional(parsed, noun, "of")
    have = {word for token in inside for word in (parsed.lemmas[token], parsed.lower(token))}
    return all(word in have for word in wanted)


def _fill_noun(world: World, frame: Frame, noun: int, compound: tuple[str, ...]) -> Predicate | None:
    light = _light_verb(world, noun)
    if " ".join(compound) in frame.needs_light and light is None:
        return None
    if " ".join(compound) in frame.goes_off and not _goes_off(world, noun, light):
        return None
    tokens = _noun_arguments(world, frame, noun, light)
    if not _requirements(world, frame, tokens, strict=False, nominal=True):
        return None
    return _predicate(world, frame, noun, light, tokens)


def _goes_off(world: World, noun: int, light: int | None) -> bool:
    """Whether a bomb does something ("a bomb killed ..."): found, made or defused it is no explosion."""
    parsed = world.parsed
    agent = parsed.deps[noun] == "pobj" and parsed.lower(parsed.heads[noun]) == "by"
    active = light is not None and parsed.deps[noun] == "nsubj" and parsed.lemmas[light] not in ("be", "have")
    set_off = light is not None and parsed.lemmas[light] in ("detonate", "explode")
    return agent or active or set_off


def _light_verb(world: World, noun: int) -> int | None:
    """The verb that only carries the noun ("launched an offensive", "clashes broke out", "came under attack")."""
    parsed = world.parsed
    token = noun
    while True:
        above = parsed.heads[token]
        if parsed.deps[token] == "conj" and parsed.pos[above] in _NOMINAL:
            token = above
        elif parsed.lower(above) == "of" and world.is_quantity(parsed.heads[above]):
            token = parsed.heads[above]
        else:
            break
    telling = next((verb for verb in parsed.children(noun, "relcl") if _tells_of(world, verb)), None)
    if telling is not None:
        return telling
    head = parsed.heads[token]
    if (
        parsed.deps[token] == "pobj"
        and parsed.lower(head) in ("under", "by", "in")
        and parsed.deps[head] in ("prep", "agent")
    ):
        head = parsed.heads[head]
    elif parsed.deps[token] not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return None
    if parsed.pos[head] in _VERBAL and world.is_class(head, "light_verb"):
        return head
    return None


def _tells_of(world: World, verb: int) -> bool:
    """Whether a relative clause tells what the noun before it did ("a blast that ripped through a church")."""
    subject = world.parsed.child(verb, "nsubj")
    return subject is not None and world.parsed.tags[subject] in ("WDT", "WP") and world.is_class(verb, "light_verb")


def _noun_arguments(world: World, frame: Frame, noun: int, light: int | None) -> dict[str, list[int]]:
    parsed = world.parsed
    tokens: dict[str, list[int]] = {name: [] for name in ("subject", "object", "modifier")}
    for name in {*frame.roles, *frame.place, *frame.talks} - set(tokens):
        tokens[name] = arguments.prepositional(parsed, noun, name)
        if light is not None and not tokens[name] and name in frame.place:
            tokens[name] = [t for t in arguments.prepositional(parsed, light, name) if t != noun]
    tokens["subject"] = arguments.prepositional(parsed, noun, "by")
    for child in parsed.children(noun, "poss"):
        key = "object" if "object" in frame.place or "subject" not in frame.roles else "subject"
        tokens[key].append(child)
    tokens["modifier"] = [c for c in parsed.children(noun, "compound", "amod", "nmod") if _may_act(world, frame, c)]
    if not tokens["object"]:
        tokens["object"] = arguments.prepositional(parsed, noun, "of")
    if light is not None:
        _light_arguments(world, noun, light, tokens)
    return tokens


def _light_arguments(world: World, noun: int, light: int, tokens: dict[str, list[int]]) -> None:
    """What the light verb's own subject and object are to the noun's happening."""
    parsed = world.parsed
    if parsed.deps[noun] == "dobj" and parsed.lemmas[light] not in (
        "see",
        "witness",
        "suffer",
        "face",
        "endure",
        "cause",
    ):
        tokens["subject"] = tokens["subject"] or _spread(world, arguments.subject(parsed, light), (noun,))
    elif parsed.deps[noun] == "nsubj" and not tokens["object"]:
        tokens["object"] = _spread(world, arguments.patient(parsed, light), (noun,))


def _may_act(world: World, frame: Frame, modifier: int) -> bool:
    """Whether a word before the noun names who acts ("rebel attack", "Israeli air strike")."""
    mention = world.mention(modifier)
    if mention is None:
        return world.is_class(modifier, "armed") and not world.is_class(modifier, "label")
    if world.is_class(modifier, "label"):
        return False
    if mention.type == "nationality":
        return frame.type in ("strike.air", "strike.artillery")
    return mention.type in ("armed_group", "military", "government", "police")


# --- what both share


def _requirements(world: World, frame: Frame, tokens: Mapping[str, list[int]], *, strict: bool, nominal: bool) -> bool:
    """Whether the arguments are of the classes the frame asks for. A missing subject is no fault unless `strict`."""
    for name, wanted in frame.if_any.items():
        if tokens.get(name) and not any(world.is_class(t, wanted) for t in tokens[name]):
            return False
    for name, wanted in frame.require.items():
        if name == "place":
            names = (*frame.place, "object") if nominal else frame.place
            here = [t for arg in names for t in tokens.get(arg, ())]
        else:
            here = list(tokens.get(name, ()))
        if nominal and name in ("object", "subject"):
            wanted = frame.noun_require or wanted
            if not here and frame.noun_require is None:
                continue
        if not here and name == "subject" and not strict:
            continue
        if not any(world.is_class(t, wanted) for t in here):
            return False
    return not frame.talks or any(world.is_class(t, "talks") for arg in frame.talks for t in tokens.get(arg, ()))


def _predicate(
    world: World, frame: Frame, trigger: int, clause: int | None, tokens: Mapping[str, list[int]]
) -> Predicate:
    roles: dict[str, list[int]] = {}
    for argument, role in frame.roles.items():
        for token in tokens.get(argument, ()):
            known = roles.setdefault(role, [])
            if token not in known and not world.in_time(token) and _fills(world, frame, role, token):
                roles[role].append(token)
    filled = {role: tuple(found) for role, found in roles.items() if found}
    where = dict.fromkeys((*frame.place, "object", "against"))
    places = tuple(p for arg in where for t in tokens.get(arg, ()) for p in world.places_at(t))
    state = mood(world.parsed, trigger, clause if clause is not None else trigger)
    kind_type = _type(world, frame, filled, tokens)
    if state.modality not in ("actual", "ongoing") and frame.planned:
        kind_type = frame.planned
    return Predicate(frame, kind_type, frame.kind, trigger, clause, filled, places, state)


def _fills(world: World, frame: Frame, role: str, token: int) -> bool:
    """Whether the token can fill the role: who acts must be somebody, not a place acted in or a thing."""
    if role in ("origin", "destination"):
        return world.is_class(token, "place") or bool(world.places_at(token))
    if role == "target":
        return _can_be_hit(world, token)
    if role == "actor":
        required = frame.require.get("subject", "people")
        return world.is_class(token, required) or world.is_class(token, "people") or world.is_class(token, "vehicle")
    return True


def _can_be_hit(world: World, token: int) -> bool:
    """Whether the token names somebody or something, not a number, a turn of phrase or another happening."""
    lemma = world.parsed.lemmas[token]
    return world.parsed.pos[token] != "NUM" and lemma not in index().nouns and not world.is_class(token, "no_target")


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
