"""Predicates that a noun names ("an air strike on", "clashes broke out"), with the verb that carries it."""

from contested.coding import arguments
from contested.coding.fitting import (
    CLAUSE,
    fitted,
    has_any,
    has_what_it_must,
    is_figurative,
    means,
    meets,
    serves,
    spread,
)
from contested.coding.frames import Frame, index
from contested.coding.partners import partner_in
from contested.coding.predicate import Predicate
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.parse import Parsed

_VERBAL = frozenset({"VERB", "AUX"})
_AIMED = frozenset({"through", "into", "at", "against", "between", "over"})
"""Prepositions of the carrying verb that aim the happening ("ripped through a church"), not only place it."""
_NOMINAL = frozenset({"NOUN", "PROPN"})


def nominal(world: World, noun: int) -> Predicate | None:
    parsed, lemma = world.parsed, world.parsed.lemmas[noun]
    names = (parsed.lower(noun), lemma) if parsed.tags[noun] == "VBG" else (lemma, parsed.lower(noun))
    options = index().nouns.get(names[0]) or index().nouns.get(names[1], ())
    if not options or _is_name(world, noun) or parsed.deps[noun] == "compound" or _is_likened(parsed, noun):
        return None
    for compound, frame in options:
        if has_modifiers(world, noun, compound[:-1]) and not has_any(world, (noun,), frame.not_with):
            predicate = _fill_noun(world, frame, noun, compound)
            if predicate is not None:
                return predicate
    return None


def filled(world: World, frame: Frame, noun: int) -> Predicate | None:
    """The predicate that the frame makes of the noun; None where it is a name or does not fit."""
    if _is_name(world, noun) or world.parsed.deps[noun] == "compound" or _is_likened(world.parsed, noun):
        return None
    return _fill_noun(world, frame, noun, (world.parsed.lemmas[noun],))


def is_gerund_of(world: World, token: int) -> bool:
    """Whether a gerund right behind a noun is one word with it ("killed in police firing"), not its clause."""
    parsed = world.parsed
    if parsed.tags[token] != "VBG" or parsed.deps[token] != "acl" or (parsed.lower(token),) not in index().happenings:
        return False
    fired = parsed.child(token, "dobj")
    alone = fired is None or parsed.pos[fired] not in _NOMINAL
    return alone and parsed.deps[token - 1] == "pobj" and world.is_class(token - 1, "order")


def _is_name(world: World, noun: int) -> bool:
    """Whether the noun is part of a name ("the Battle of ... Museum"): capitalised inside a sentence, no headline."""
    parsed = world.parsed
    sentence = parsed.sentence_of(noun)
    if world.report.blocks[sentence.block].kind in ("title", "heading"):
        return False
    return noun != sentence.first and parsed.word(noun)[:1].isupper() and not parsed.word(noun).isupper()


def named_closely(world: World, noun: int) -> bool:
    """Whether a frame knows the noun by the words before it, so that it says more than "attack" ("a gas attack")."""
    compounds = (words for words, _ in index().nouns.get(world.parsed.lemmas[noun], ()) if len(words) > 1)
    return any(has_modifiers(world, noun, words[:-1]) for words in compounds)


def _is_likened(parsed: Parsed, noun: int) -> bool:
    """Whether doing something is only called so ("waiting for the results was torture")."""
    return parsed.deps[noun] == "attr" and parsed.child(parsed.heads[noun], "csubj") is not None


def has_modifiers(world: World, noun: int, wanted: tuple[str, ...]) -> bool:
    parsed = world.parsed
    inside = [t for child in parsed.children(noun, "compound", "amod", "nmod", "poss") for t in parsed.subtree(child)]
    of = arguments.prepositional(parsed, noun, "of")
    inside += [*of, *(before for other in of for before in parsed.children(other, "compound", "amod"))]
    have = {word for token in inside for word in (parsed.lemmas[token], parsed.lower(token))}
    return all(word in have for word in wanted)


def _fill_noun(world: World, frame: Frame, noun: int, compound: tuple[str, ...]) -> Predicate | None:
    light = _light_verb(world, noun)
    if " ".join(compound) in frame.needs_light and light is None:
        return None
    if " ".join(compound) in frame.goes_off and not _goes_off(world, noun, light):
        return None
    if frame.literal and is_figurative(world, noun):
        return None
    if frame.lifted_by and _is_lifted(world, frame, noun):
        return None
    tokens = _noun_arguments(world, frame, noun, light)
    told = (noun, *tokens["object"])
    if frame.must_have and not has_what_it_must(world, frame, told, told):
        return None
    around = (noun,) if light is None else (noun, light)
    if frame.not_for and serves(world, around, frame.not_for):
        return None
    if not meets(world, frame, tokens, strict=False, nominal=True):
        return None
    return fitted(world, frame, noun, light, tokens)


def _goes_off(world: World, noun: int, light: int | None) -> bool:
    """Whether a bomb does something ("a bomb killed ..."): found, made or defused it is no explosion."""
    parsed = world.parsed
    agent = parsed.deps[noun] == "pobj" and parsed.lower(parsed.heads[noun]) == "by"
    active = light is not None and parsed.deps[noun] == "nsubj" and parsed.lemmas[light] not in ("be", "have")
    set_off = light is not None and parsed.lemmas[light] in ("detonate", "explode")
    return agent or active or set_off


def _is_lifted(world: World, frame: Frame, noun: int) -> bool:
    """Whether the clause tells that it is over ("lifted the siege", "the siege was broken")."""
    parsed = world.parsed
    over = parsed.deps[noun] in ("dobj", "nsubjpass") and parsed.lemmas[parsed.heads[noun]] in frame.lifted_by
    lifting = parsed.heads[parsed.heads[noun]]  # "the lifting of the siege"
    return over or (parsed.lower(parsed.heads[noun]) == "of" and parsed.lower(lifting) in ("lifting", "end"))


def _carrier(world: World, noun: int) -> int:
    """The noun by which a clause holds this one: the first of a list, "a series" of "a series of attacks"."""
    parsed, token = world.parsed, noun
    while True:
        above = parsed.heads[token]
        if parsed.deps[token] == "conj" and parsed.pos[above] in _NOMINAL:
            token = above
        elif parsed.lower(above) == "of" and _is_course(world, parsed.heads[above]):
            token = parsed.heads[above]
        else:
            return token


def _is_course(world: World, noun: int) -> bool:
    """Whether it only says how many or for how long: "a series", "a campaign", "a resurgence" of attacks."""
    return world.is_quantity(noun) or world.is_class(noun, "course")


def _light_verb(world: World, noun: int) -> int | None:
    """The verb that only carries the noun ("launched an offensive", "clashes broke out", "came under attack")."""
    parsed = world.parsed
    telling = next((verb for verb in parsed.children(noun, "relcl") if _tells_of(world, verb)), None)
    if telling is not None:
        return telling
    token = _carrier(world, noun)
    head = parsed.heads[token]
    if parsed.deps[token] == "pobj":
        if parsed.lower(head) not in ("under", "by", "in", "from") or parsed.deps[head] not in ("prep", "agent"):
            return None
        if parsed.lower(head) == "from" and not world.is_class(parsed.heads[head], "sufferer"):
            return None
        head = parsed.heads[head]
    elif parsed.deps[token] not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return None
    return head if parsed.pos[head] in _VERBAL and world.is_class(head, "light_verb") else None


def _tells_of(world: World, verb: int) -> bool:
    """Whether a relative clause tells what the noun before it did ("a blast that ripped through a church")."""
    subject = world.parsed.child(verb, "nsubj")
    return subject is not None and world.parsed.tags[subject] in ("WDT", "WP") and world.is_class(verb, "light_verb")


def _noun_arguments(world: World, frame: Frame, noun: int, light: int | None) -> dict[str, list[int]]:
    parsed = world.parsed
    tokens: dict[str, list[int]] = {name: [] for name in ("subject", "object", "modifier")}
    for name in {*frame.roles, *frame.place, *frame.talks} - set(tokens):
        tokens[name] = arguments.prepositional(parsed, noun, name)
        if light is not None and not tokens[name]:
            around = [t for t in arguments.prepositional(parsed, light, name) if t != noun]
            tokens[name if name in _AIMED else f"{CLAUSE}{name}"] = around
    tokens["subject"] = arguments.prepositional(parsed, noun, "by") or _committed_by(world, noun)
    for child in parsed.children(noun, "poss"):
        if light is None or parsed.pos[child] != "PRON":
            done_to = _is_object(world, frame, child) or _is_victim(world, frame, noun, child)
            tokens["object" if done_to else "subject"].append(child)
    before = ("compound", "amod", "nmod", *(("nsubj",) if parsed.tags[noun] == "VBG" else ()))
    tokens["modifier"] = [child for child in parsed.children(noun, *before) if _may_act(world, frame, child)]
    tokens["object"] = tokens["object"] or arguments.prepositional(parsed, noun, "of")
    if "party" in frame.roles and (partner := partner_in(world, noun, {noun, *tokens["subject"]})) is not None:
        tokens["party"] = list(partner.tokens)
    if frame.types_by_means:
        tokens["means"] = means(world, noun)
    if is_gerund_of(world, noun):
        tokens["modifier"].append(noun - 1)
    if light is not None:
        _light_arguments(world, frame, noun, light, tokens)
    return tokens


def _committed_by(world: World, noun: int) -> list[int]:
    """Who did what a clause behind the noun says was done: "the killings, carried out by uniformed men"."""
    parsed = world.parsed
    verbs = (v for v in parsed.children(noun, "acl") if parsed.tags[v] == "VBN" and world.is_class(v, "committing"))
    return [doer for verb in verbs for doer in spread(world, arguments.subject(parsed, verb), (noun,))]


def _is_object(world: World, frame: Frame, owner: int) -> bool:
    """Whether "the town's shelling" is done to the owner. "Their offensive" and "the army's raid" are done by him."""
    if "subject" not in frame.roles or frame.type in yaml_data("lexicon/families.yml")["suffered"]:
        return True
    acting = world.is_class(owner, "armed") or world.parsed.pos[owner] == "PRON"
    return "object" in frame.place and not acting


def _is_victim(world: World, frame: Frame, noun: int, owner: int) -> bool:
    """Whether it is "the judge's murder" and not "the rebels' murder of the judge"."""
    if frame.noun_require != "victim" or arguments.prepositional(world.parsed, noun, "of"):
        return False
    return world.is_class(owner, "victim")


def _light_arguments(world: World, frame: Frame, noun: int, light: int, tokens: dict[str, list[int]]) -> None:
    """What the light verb's own subject and object are to the noun's happening."""
    parsed, dep = world.parsed, world.parsed.deps[_carrier(world, noun)]
    if dep == "dobj" and world.is_class(light, "sufferer"):
        tokens["object"] = tokens["object"] or spread(world, arguments.subject(parsed, light), (noun,))
    elif dep == "dobj" and not world.is_class(light, "undergone"):
        tokens["subject"] = tokens["subject"] or spread(world, arguments.subject(parsed, light), (noun,))
    elif dep == "pobj" and parsed.lower(parsed.heads[_carrier(world, noun)]) in ("under", "from"):
        tokens["object"] = tokens["object"] or spread(world, arguments.subject(parsed, light), (noun,))
    elif dep == "nsubjpass" and world.is_class(light, "committing"):
        tokens["subject"] = tokens["subject"] or spread(world, arguments.subject(parsed, light), (noun,))
    elif parsed.heads[light] == noun or (dep == "nsubj" and not tokens["object"]):
        wanted = frame.noun_require or frame.require.get("object")
        affected = spread(world, arguments.patient(parsed, light), (noun,))
        fitting = [token for token in affected if wanted is None or world.is_class(token, wanted)]
        tokens["object"] = tokens["object"] or fitting


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
