"""Who is said to have done it, or not, where a noun only names the deed.

"Blamed the rebels for the attack", "claimed responsibility for the bombing", "denied any part in the raid", "the Front
was behind the blast".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contested.coding.arguments import prepositional
from contested.coding.items import violent
from contested.coding.parties import party, party_of_ref, speaks_of_itself
from contested.coding.predicate import Predicate
from contested.coding.saying import Said
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Ref, Stance
from contested.model.grounding import Saying

_CHARGING = frozenset({"accuses", "claims", "denies", "rejects"})
_LINKS = frozenset({"prep", "pobj", "dobj", "conj", "appos", "agent", "nmod", "compound", "nsubjpass"})
_MUTUAL = ("trade ", "exchange ", "swap ")
"""Cues by which those who speak accuse each other."""
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
    if clears_itself(world, predicate, said):
        return Charge("denies", None)
    told_by = predicate.clause
    of_noun = told_by is None or (told_by != predicate.trigger and world.parsed.heads[told_by] == predicate.trigger)
    if not of_noun and not (said.saying and told_by in _cue_phrase(world, said.saying)):
        return _of_a_clause(world, predicate, said) or _work_of(world, predicate, said)
    found = _of_a_noun(world, predicate, said) if said.saying is not None and said.stance in _CHARGING else None
    return found or _behind(world, predicate, said) or _work_of(world, predicate, said)


def clears_itself(world: World, predicate: Predicate, said: Said) -> bool:
    """Whether a voice says that its own side did not do it: "we did not fire", "the army said its jets had not"."""
    if predicate.mood.polarity != "-" or predicate.mood.modality not in ("actual", "ongoing"):
        return False
    if not violent(predicate.type) or said.stance not in ("asserts", "confirms", "explains"):
        return False
    refs = [ref for token in predicate.roles.get("actor", ()) if (ref := world.ref(token)) is not None]
    if said.saying is None:
        return any(ref.text.lower() == "we" and speaks_of_itself(world, ref) for ref in refs)
    mine = party(world, said.voices[-1])
    return any(speaks_of_itself(world, ref) or party_of_ref(world, ref) == mine for ref in refs)


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
    if said.stance == "claims" or is_of_part(world, saying, over):
        return Charge(said.stance, speaker(world, said))
    return Charge(said.stance, None)


def is_of_part(world: World, saying: Saying, over: Iterable[int] = ()) -> bool:
    """Whether only a part in the deed is denied or claimed ("denied any role in the killing"), not the deed itself."""
    parsed, parts = world.parsed, yaml_data("lexicon/echoes.yml")["part_in"]
    cue = [token for part in saying.attribution.cue for token in parsed.tokens_in(part.start, part.end)]
    objects = (child for token in cue for child in parsed.children(token, "dobj"))
    return any(parsed.lemmas[token] in parts for token in (*over, *objects))


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
    near = [child for token in cue for child in parsed.children(token, "dobj", "prep", "acomp", "oprd")]
    own = saying.cue.split()[-1]  # "responsible" of "held the army responsible for"
    return [*cue, *near, *(c for token in near for c in parsed.children(token, "amod") if parsed.lower(c) == own)]


def accused(world: World, saying: Saying) -> Ref | None:
    """The party that the cue is directed at: "accused the army", "the army was blamed by", "accused each other"."""
    parsed = world.parsed
    cue = [token for part in saying.attribution.cue for token in parsed.tokens_in(part.start, part.end)]
    for token in cue:
        for child in parsed.children(token, "dobj", "nsubjpass"):
            if _is_party(world, child):
                return world.ref(child)
    laid = next((t for token in cue for t in _laid_to(world, token) if _is_party(world, t)), None)
    return world.ref(laid) if laid is not None else _counterpart(world, saying)


def _laid_to(world: World, cue: int) -> Iterator[int]:
    """Whom a deed is laid to ("attributed the raid to rebels"), and whoever is told of as accused of one."""
    parsed = world.parsed
    yield from (t for way in ("to", "on") for t in prepositional(parsed, cue, way))
    if parsed.deps[cue] == "acl" and parsed.tags[cue] == "VBN":
        yield parsed.heads[cue]


def _is_party(world: World, token: int) -> bool:
    """Whether one can accuse it: a body, people, or whatever has a name that no list knows ("the Front")."""
    mention = world.mention(token)
    if mention is None:
        return world.parsed.word(token)[:1].isupper() or world.is_class(token, "people")
    return mention.type in _PARTIES or world.is_class(token, "people")


def _counterpart(world: World, saying: Saying) -> Ref | None:
    """The other of two who accuse each other or trade blame; None where the text does not name just two."""
    parsed = world.parsed
    cue = [token for part in saying.attribution.cue for token in parsed.tokens_in(part.start, part.end)]
    mutual = any(parsed.lemmas[child] == "other" for token in cue for child in parsed.children(token, "dobj"))
    if not mutual and not saying.cue.startswith(_MUTUAL):
        return None
    beside = (s for s in world.grounded.sayings if s.attribution.cue == saying.attribution.cue)
    others = [part for s in beside for part in s.attribution.source if part not in saying.attribution.source]
    head = parsed.head_of(others[0].start, others[0].end) if len(others) == 1 else None
    return world.ref(head) if head is not None else None


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
    if not between & set(words["behind"]):
        return None
    subject = parsed.child(verb, "nsubj")
    if subject is None:
        return _of_the_charged(world, verb, said)
    denied = bool(between & set(words["nothing"])) or bool(parsed.children(verb, "neg"))
    denied = denied or any(parsed.lower(t) in words["nothing"] for t in range(verb, link))
    return _said_of(world, subject, said, denied=denied)


def _of_the_charged(world: World, verb: int, said: Said) -> Charge | None:
    """The same without a subject: "denied being behind the blast", "accused the Front of being behind it"."""
    if said.saying is None or said.stance not in _CHARGING or world.parsed.deps[verb] not in ("xcomp", "pcomp"):
        return None
    doer = accused(world, said.saying) if said.stance == "accuses" else speaker(world, said)
    return Charge(said.stance, doer) if doer is not None else None


def _work_of(world: World, predicate: Predicate, said: Said) -> Charge | None:
    """Whose doing or work the deed is said to be, or not: "the strike was not its doing"."""
    parsed, verb = world.parsed, world.parsed.heads[predicate.trigger]
    works = [t for t in parsed.children(verb, "attr") if parsed.lemmas[t] in yaml_data("lexicon/echoes.yml")["works"]]
    if parsed.deps[predicate.trigger] != "nsubj" or not works or said.modality is not None:
        return None
    owner = next((t for t in (*parsed.children(works[0], "poss"), *prepositional(parsed, works[0], "of"))), None)
    if owner is None:
        return None
    doer = speaker(world, said) if parsed.pos[owner] == "PRON" else world.ref(owner)
    denied = bool(parsed.children(verb, "neg"))
    return _charged(world, doer, said, denied=denied) if doer is not None else None


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
    return _charged(world, doer, said, denied=denied, start=parsed.starts[parsed.subtree(subject)[0]])


def _charged(world: World, doer: Ref, said: Said, *, denied: bool, start: int | None = None) -> Charge:
    """The charge that one did it or not; a voice that says so of itself owns up to it."""
    if denied:
        return Charge("denies", doer, start)
    mine = speaks_of_itself(world, doer) or party_of_ref(world, doer) == party(world, said.voices[-1])
    own = mine and said.saying is not None
    return Charge("claims" if own and said.stance in ("asserts", "confirms") else said.stance, doer, start)
