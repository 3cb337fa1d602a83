"""Who is said to have done it, or not, where a noun only names the deed.

"Blamed the rebels for the attack", "claimed responsibility for the bombing", "denied any part in the raid", "the Front
was behind the blast".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from contested.coding.predicate import Predicate
from contested.coding.saying import Said
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Ref, Stance
from contested.model.grounding import Saying

_CHARGING = frozenset({"accuses", "claims", "denies", "rejects"})
_LINKS = frozenset({"prep", "pobj", "dobj", "conj", "appos", "agent", "nmod", "compound"})
_PARTIES = frozenset(
    {"armed_group", "military", "government", "organisation", "police", "person", "population", "place"}
)


@dataclass(frozen=True, slots=True)
class Charge:
    """What a voice says of a deed: its stance, who did it (None: it names nobody), where the words on that begin."""

    stance: Stance
    doer: Ref | None
    start: int | None = None


def charge(world: World, predicate: Predicate, said: Said) -> Charge | None:
    """The charge, claim or denial that the voice makes of the deed that the predicate names; None for anything else."""
    if predicate.kind != "event":
        return None
    if predicate.clause is not None and not (said.saying and predicate.clause in _cue_phrase(world, said.saying)):
        return _of_a_clause(world, predicate, said)
    if said.saying is not None and said.stance in _CHARGING:
        return _of_a_noun(world, predicate, said) or _behind(world, predicate, said)
    return _behind(world, predicate, said)


def _of_a_clause(world: World, predicate: Predicate, said: Said) -> Charge | None:
    """The accused as who did it: "accused the army of shelling the town"."""
    if said.stance != "accuses" or said.saying is None or "actor" in predicate.roles or predicate.clause is None:
        return None
    parsed = world.parsed
    above = parsed.heads[predicate.clause]
    implicit = parsed.deps[predicate.clause] in ("pcomp", "xcomp") and not parsed.children(predicate.clause, "nsubj")
    linked = parsed.deps[above] == "prep" and parsed.heads[above] in _cue_phrase(world, said.saying)
    doer = accused(world, said.saying) if implicit and linked else None
    return Charge("accuses", doer) if doer is not None else None


def _of_a_noun(world: World, predicate: Predicate, said: Said) -> Charge | None:
    """What the cue itself says of the noun's deed."""
    saying = said.saying
    if saying is None:
        return None
    over = list(_over(world, predicate.trigger, saying))
    if not over and not _is_all(world, predicate.trigger, saying):
        return None
    if said.stance == "accuses":
        return Charge("accuses", accused(world, saying))
    own = yaml_data("lexicon/echoes.yml")["part_in"]
    if said.stance == "claims" or any(world.parsed.lemmas[token] in own for token in over):
        return Charge(said.stance, speaker(world, said))
    return Charge(said.stance, None)


def _over(world: World, noun: int, saying: Saying) -> Iterator[int]:
    """The words that link the noun to the cue ("responsibility", "for"); nothing where a verb stands between."""
    parsed, cues = world.parsed, set(_cue_phrase(world, saying))
    found: list[int] = []
    for token in (noun, *parsed.ancestors(noun)):
        if token in cues:
            yield from [*found[1:], token]
            return
        if parsed.deps[token] not in _LINKS:
            return
        found.append(token)


def _is_all(world: World, noun: int, saying: Saying) -> bool:
    """Whether the noun is the head of the whole content ("the blast was claimed by ...")."""
    return any(world.parsed.head_of(part.start, part.end) == noun for part in saying.attribution.content)


def _cue_phrase(world: World, saying: Saying) -> list[int]:
    """The cue's tokens and what the cue is said to: "accused" and "army" of "accused the army of ..."."""
    parsed = world.parsed
    cue = [token for part in saying.attribution.cue for token in parsed.tokens_in(part.start, part.end)]
    return [*cue, *(child for token in cue for child in parsed.children(token, "dobj", "prep"))]


def accused(world: World, saying: Saying) -> Ref | None:
    """The party that the cue is directed at ("accused the army", "the army was blamed by ...")."""
    parsed = world.parsed
    cue = [token for part in saying.attribution.cue for token in parsed.tokens_in(part.start, part.end)]
    for token in cue:
        for child in parsed.children(token, "dobj", "nsubjpass"):
            mention = world.mention(child)
            if (mention is not None and mention.type in _PARTIES) or world.is_class(child, "armed"):
                return world.ref(child)
    return None


def speaker(world: World, said: Said) -> Ref | None:
    """The voice itself as who did it."""
    voice = said.voices[-1]
    if voice.start is None or voice.end is None:
        return None
    return Ref(world.text[voice.start : voice.end], voice.start, voice.end, voice.for_ or voice.entity)


def _behind(world: World, predicate: Predicate, said: Said) -> Charge | None:
    """Who "was behind the attack" or "responsible for" it, or "had nothing to do with" it."""
    parsed, words = world.parsed, yaml_data("lexicon/echoes.yml")
    link = parsed.heads[predicate.trigger]
    if parsed.deps[predicate.trigger] != "pobj":
        return None
    verbs = (t for t in parsed.ancestors(link) if parsed.pos[t] in ("VERB", "AUX") and parsed.lemmas[t] != "do")
    verb = next(verbs, None)
    if verb is None or parsed.lemmas[verb] not in words["carrying"]:
        return None
    between = {parsed.lemmas[t] for t in (link, *parsed.ancestors(link)) if verb < t <= link}
    subject = parsed.child(verb, "nsubj")
    if subject is None or not between & set(words["behind"]):
        return None
    denied = bool(between & set(words["nothing"])) or bool(parsed.children(verb, "neg"))
    denied = denied or any(parsed.lower(t) in words["nothing"] for t in range(verb, link))
    return _said_of(world, subject, said, denied=denied)


def _said_of(world: World, subject: int, said: Said, *, denied: bool) -> Charge | None:
    parsed, verb = world.parsed, world.parsed.heads[subject]
    relative = parsed.tags[subject] in ("WP", "WDT")
    if relative and parsed.deps[verb] == "relcl":
        subject = parsed.heads[verb]  # "a commander who was behind the blast"
    doer = world.ref(subject)
    if doer is None and parsed.pos[subject] == "PRON" and not relative:
        doer = speaker(world, said)
    if doer is None or said.modality is not None:
        return None
    return Charge("denies" if denied else said.stance, doer, parsed.starts[parsed.subtree(subject)[0]])
