"""Predicates that a verb or a phrase names ("captured", "took control of")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from contested.coding import arguments
from contested.coding.fitting import aims, fitted, has_what_it_must, means, meets, serves, spread
from contested.coding.frames import Frame, index
from contested.coding.mood import Mood, mood
from contested.coding.nominal import named_closely
from contested.coding.outcome import is_told_how
from contested.coding.partners import partner_of
from contested.coding.predicate import Predicate
from contested.coding.world import World
from contested.lexicon import yaml_data

_VOICED_PREPOSITIONS = frozenset({"by"})
_SAID_OF_IT = ("amod", "acomp", "oprd", "prep")
"""What may stand with the object and yet belong to the phrase ("set a church ablaze", "set shops on fire")."""

_BEHIND = ("xcomp", "dobj", "oprd", "acomp", "prt", "advmod")
"""What may stand behind a verb and make it no act of the frame ("refused to comment", "held responsible")."""


def verbal(world: World, verb: int) -> tuple[Predicate, tuple[int, ...]] | None:
    lemma = world.parsed.lemmas[verb]
    phrases = index().phrases.get(lemma, ())
    near = _words_near(world, verb) if phrases else frozenset()
    vague = yaml_data("lexicon/families.yml")["vague_types"]
    for phrase, frame in phrases:
        if _either(phrase[1]).isdisjoint(near):
            continue
        for words in _phrase_words(world, verb, phrase):
            if frame.type in vague and len(words) > 1 and named_closely(world, words[-1]):
                continue
            predicate = _fill_verb(world, frame, verb, words, phrase)
            if predicate is not None:
                return predicate, words
    for frame in index().verbs.get(lemma, ()):
        predicate = _fill_verb(world, frame, verb, (verb,), (lemma,))
        if predicate is not None:
            return predicate, (verb,)
    return None


def filled(world: World, frame: Frame, verb: int) -> Predicate | None:
    """The predicate that the frame makes of the verb alone; None where it does not fit the verb's clause."""
    return _fill_verb(world, frame, verb, (verb,), (world.parsed.lemmas[verb],))


def _words_near(world: World, verb: int) -> frozenset[str]:
    """The lemmas and words that can be the second word of a phrase; most phrases end here."""
    parsed = world.parsed
    return frozenset(word for t in _reachable(world, [verb]) for word in (parsed.lemmas[t], parsed.lower(t)))


def _reachable(world: World, words: Sequence[int]) -> list[int]:
    """The tokens that can be the next word of a phrase."""
    parsed, verb = world.parsed, words[0]
    reachable = [child for word in words for child in parsed.children(word)]
    reachable += [grand for child in reachable if parsed.deps[child] == "prep" for grand in parsed.children(child)]
    counts = [token for token in reachable if parsed.deps[token] == "pobj" and world.is_quantity(token)]
    reachable += [noun for count in counts for noun in arguments.prepositional(parsed, count, "of")]
    patient = arguments.patient(parsed, verb)
    borrowed = patient if patient is not None else arguments.subject(parsed, verb)
    reachable += [borrowed] if borrowed is not None else []
    if borrowed is not None and (world.is_quantity(borrowed) or world.is_class(borrowed, "load")):
        reachable += arguments.prepositional(parsed, borrowed, "of")
    reachable += [other for one in list(reachable) for other in parsed.children(one, "conj")]
    if patient is not None:
        reachable += parsed.children(patient, *_SAID_OF_IT)
    return reachable


def _phrase_words(world: World, verb: int, phrase: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    """The tokens of a phrase: each further word hangs on one of the words before it, or is the subject or object."""
    parsed, words = world.parsed, [verb]
    for lemma in phrase[1:]:
        wanted = _either(lemma)
        named = (t for t in _reachable(world, words) if parsed.lemmas[t] in wanted or parsed.lower(t) in wanted)
        hit = next((token for token in named if not _tells_when(world, token)), None)
        if hit is None:
            return
        words.append(hit)
    yield tuple(words)


@cache
def _either(words: str) -> frozenset[str]:
    """The words of one place in a phrase: "aid|assistance" is either."""
    return frozenset(words.split("|"))


def _tells_when(world: World, token: int) -> bool:
    """Whether it is a preposition of time: the "on" of "fired on Monday" belongs to no phrase."""
    noun = world.parsed.child(token, "pobj") if world.parsed.deps[token] == "prep" else None
    return noun is not None and world.in_time(noun)


def _fill_verb(
    world: World, frame: Frame, verb: int, words: tuple[int, ...], phrase: tuple[str, ...]
) -> Predicate | None:
    """The predicate, or None if the frame's requirements are not met."""
    parsed = world.parsed
    if frame.active_only and arguments.is_passive(parsed, verb) and len(words) == 1:
        return None
    if (
        frame.finite
        and parsed.tags[verb] == "VBG"
        and not parsed.children(verb, "aux")
        and not _is_charged(world, verb)
    ):
        return None
    moody = frame.unreal_only or frame.wished or phrase in frame.negated
    verb_mood = mood(parsed, verb, verb) if moody else Mood()
    if _is_of_another_mood(frame, phrase, verb_mood) or _is_followed_otherwise(world, frame, verb):
        return None
    tokens = _who_and_whom(world, frame, verb, words, phrase)
    if not _has_subjects(world, frame, verb, phrase, tokens):
        return None
    _fill_others(world, frame, verb, words, phrase, tokens)
    if frame.with_partner and not tokens["party"]:
        return None
    told = (*words, *tokens["subject"], *tokens["object"], *tokens.get("means", ()))
    if frame.must_have and not has_what_it_must(world, frame, told, words[1:]):
        return None
    if frame.not_for and serves(world, words, frame.not_for):
        return None
    if not meets(world, frame, tokens, strict=phrase[0] in frame.strict, nominal=False):
        return None
    found = fitted(world, frame, verb, verb, tokens)
    return replace(found, mood=replace(verb_mood, polarity="+")) if phrase in frame.negated else found


def _is_charged(world: World, verb: int) -> bool:
    """Whether somebody is charged with the deed, denies it or owns up ("accused of killing", "denied killing")."""
    parsed = world.parsed
    above = parsed.heads[verb]
    if parsed.deps[verb] == "pcomp":
        above = arguments.ruling_verb(parsed, above)
    charging = yaml_data("lexicon/echoes.yml")["charging"]
    return parsed.deps[verb] in ("pcomp", "xcomp") and parsed.lemmas[above] in charging


def _is_of_another_mood(frame: Frame, phrase: tuple[str, ...], found: Mood) -> bool:
    """Whether the frame wants what the clause's mood is not: unreal, wished for, negated."""
    if frame.unreal_only and found.modality in ("actual", "ongoing") and found.polarity == "-":
        return True
    if phrase in frame.wished and found.modality == "planned":
        return True
    return phrase in frame.negated and found.polarity == "+"


def _is_followed_otherwise(world: World, frame: Frame, verb: int) -> bool:
    """Whether something stands behind the verb that makes it mean another thing ("held responsible")."""
    parsed = world.parsed
    behind = parsed.children(verb, *_BEHIND)
    behind = (*behind, *(w for t in behind for w in parsed.children(t, "amod") if w > t))  # "held the army responsible"
    if frame.not_to and any(parsed.lemmas[t] in frame.not_to for t in behind):
        return True
    return frame.no_clause and parsed.child(verb, "ccomp") is not None


def _who_and_whom(
    world: World, frame: Frame, verb: int, words: tuple[int, ...], phrase: tuple[str, ...]
) -> dict[str, list[int]]:
    """The tokens of subject and object, as the parse gives them or as the verb turns them round."""
    parsed = world.parsed
    tokens: dict[str, list[int]] = {
        "subject": spread(world, arguments.subject(parsed, verb), words),
        "object": spread(world, arguments.patient(parsed, verb), words),
    }
    if phrase[0] in frame.stative and not tokens["subject"] and arguments.is_passive(parsed, verb):
        tokens["subject"], tokens["object"] = tokens["object"], []
    if not tokens["object"] and "object" in frame.require and not arguments.is_passive(parsed, verb):
        tokens["object"] = spread(world, arguments.joint_patient(parsed, verb), words)
    return tokens


def _has_subjects(world: World, frame: Frame, verb: int, phrase: tuple[str, ...], tokens: dict[str, list[int]]) -> bool:
    """Whether there are as many subjects, of such a kind, as the frame wants; none where it wants no doer."""
    if phrase[0] in frame.strict_subject and not tokens["subject"]:
        return False
    if frame.jointly and len(tokens["subject"]) < 2:
        return False
    if frame.many and not any(_is_many(world, token) for token in tokens["subject"] or tokens["object"]):
        return False
    return not (frame.agentless and (tokens["subject"] or _has_cause(world, verb)))


def _fill_others(
    world: World,
    frame: Frame,
    verb: int,
    words: tuple[int, ...],
    phrase: tuple[str, ...],
    tokens: dict[str, list[int]],
) -> None:
    """Fill the arguments behind prepositions, and those that are looked for otherwise, into `tokens`."""
    parsed = world.parsed
    for name in {*frame.roles, *frame.place, *frame.talks} - {"subject", "object", "modifier"}:
        if name not in _VOICED_PREPOSITIONS:
            tokens[name] = [t for word in words for t in arguments.prepositional(parsed, word, name) if t not in words]
    for name in set(frame.require) - {"subject", "object", "place", "holder"}:
        if not tokens.get(name):
            tokens[name] = [t for o in tokens["object"] for t in arguments.prepositional(parsed, o, name)]
    for name in ("between", "with") if frame.talks else ():
        talks = [t for t in (*tokens["subject"], *tokens["object"]) if world.is_class(t, "talks")]
        tokens[name] = [*tokens.get(name, []), *(p for t in talks for p in arguments.prepositional(parsed, t, name))]
    if "holder" in frame.roles:
        tokens["holder"] = _holders(world, words[-1])
    if "aim" in frame.roles:
        tokens["aim"] = aims(world, words)
    if frame.types_by_means or frame.must_have:
        tokens["means"] = means(world, verb)
    if phrase in frame.together:
        tokens["with"] = []
    if "party" in frame.roles or frame.with_partner:
        tokens["party"] = _party(world, words, tokens["subject"])


def _party(world: World, words: tuple[int, ...], acting: list[int]) -> list[int]:
    """The other party of the act, behind the verb or behind a noun of the phrase."""
    partner = partner_of(world, words[0], {*words, *acting})
    return list(partner.tokens) if partner is not None else []


def _holders(world: World, noun: int) -> list[int]:
    """Whose hands or control it is: "rebel hands", "the hands of the rebels", "government control"."""
    parsed = world.parsed
    before = list(parsed.children(noun, "compound", "amod", "nmod", "poss"))
    return [t for t in (*before, *arguments.prepositional(parsed, noun, "of")) if world.is_class(t, "fighting")]


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
    return is_told_how(world, verb) or any((parsed.lemmas[token],) in index().happenings for token in causes)
