"""What stance a voice takes to words inside what it says, where these differ from the whole of it."""

from dataclasses import replace

from contested.coding.saying import Said
from contested.coding.world import World
from contested.lexicon import yaml_data

_PERFECT = frozenset({"has", "have", "had"})
_BEFOREHAND = frozenset({"after", "following", "since", "despite", "amid"})
_WARNING = frozenset({"warn"})
_AHEAD = frozenset({"demands", "intends", "threatens"})
_ANSWERS = frozenset({"retaliation", "response", "revenge", "reprisal", "reaction", "answer"})
"""What one acts in: "threatened to strike in retaliation for the raid" takes the raid for a fact."""


def stance_within(world: World, token: int, said: Said) -> Said:
    """The voice with the stance it takes to the words at the token.

    A vow, threat or demand only asserts what its relative clauses tell as past ("vowed to go on with the raid that has
    left ten dead") and what it answers ("in retaliation for the raid"); a warning asserts what has come about ("warned
    that rebels had entered the town"); what an earlier version is corrected in is taken back.
    """
    if retracted(world, token):
        return replace(said, stance="retracts")
    if said.modality is None or said.saying is None:
        return said
    warned = said.saying.cue in _WARNING and _came_about(world, token)
    if warned or _is_past(world, token, said) or _is_told(world, token, said):
        return replace(said, stance="asserts")
    return said


def _came_about(world: World, token: int) -> bool:
    """Whether the clause told to warn, and those above it up to the warning, tell what is or was."""
    parsed = world.parsed
    for verb in (token, *parsed.ancestors(token)):
        if parsed.lemmas[verb] in _WARNING:
            return False
        helpers = parsed.children(verb, "aux", "auxpass")
        if any(parsed.tags[helper] in ("MD", "TO") for helper in helpers):
            return False
        if parsed.deps[verb] == "ccomp" and parsed.lemmas[parsed.heads[verb]] in _WARNING:
            first = parsed.tags[helpers[0]] if helpers else parsed.tags[verb]
            return first == "VBD" or (bool(helpers) and first in ("VBZ", "VBP"))
    return False


def _is_told(world: World, token: int, said: Said) -> bool:
    """Whether the words tell what is past, which nobody can vow or demand ("swore that they had not fired")."""
    parsed = world.parsed
    if said.saying is None or said.stance not in _AHEAD:
        return False
    cues = {t for part in said.saying.attribution.cue for t in parsed.tokens_in(part.start, part.end)}
    for verb in (token, *parsed.ancestors(token)):
        if parsed.heads[verb] in cues and verb not in cues:
            helping = parsed.children(verb, "aux", "auxpass")
            told = parsed.tags[helping[0]] if helping else parsed.tags[verb]
            past = told == "VBD" or any(parsed.lower(aux) in _PERFECT for aux in helping)
            return past and parsed.deps[verb] == "ccomp"
    return False


def taken_back(world: World, token: int) -> bool:
    """Whether the words hang on a report or claim that somebody takes back ("withdrew its report of a massacre")."""
    parsed, words = world.parsed, yaml_data("lexicon/echoes.yml")
    for noun in (token, *parsed.ancestors(token)):
        if parsed.lemmas[noun] in (*words["charges"], *words["versions"]) and noun != token:
            verb = parsed.heads[noun]
            return parsed.deps[noun] in ("dobj", "nsubjpass") and parsed.lemmas[verb] in words["taking_back"]
    return False


def _is_past(world: World, token: int, said: Said) -> bool:
    """Whether a relative clause inside the content tells it in the past tense, or the act answers it."""
    parsed = world.parsed
    parts = said.saying.attribution.content if said.saying else []
    for verb in (token, *parsed.ancestors(token)):
        if not any(part.start <= parsed.starts[verb] < part.end for part in parts):
            return False
        if parsed.deps[verb] == "prep" and parsed.lower(verb) in _BEFOREHAND:
            return True
        if parsed.deps[verb] == "advcl" and any(parsed.lower(m) in _BEFOREHAND for m in parsed.children(verb, "mark")):
            return True
        if parsed.lemmas[verb] in _ANSWERS and parsed.deps[verb] == "pobj":
            return True
        if parsed.deps[verb] == "relcl":
            perfect = any(parsed.lower(aux) in _PERFECT for aux in parsed.children(verb, "aux"))
            return parsed.tags[verb] == "VBD" or perfect
    return False


def retracted(world: World, token: int) -> bool:
    """Whether the words tell what an earlier version said that was wrong ("an earlier version gave ten dead")."""
    parsed, words = world.parsed, yaml_data("lexicon/echoes.yml")
    for verb in (token, *parsed.ancestors(token)):
        subject = parsed.child(verb, "nsubj", "nsubjpass")
        if subject is not None and parsed.lemmas[subject] in words["versions"]:
            before = {parsed.lower(child) for child in parsed.children(subject, "amod")}
            return bool(before & set(words["earlier"])) and _is_wrong(world, verb)
    return False


def _is_wrong(world: World, verb: int) -> bool:
    """Whether the sentence of the verb, or the next one, calls it wrong."""
    parsed, words = world.parsed, yaml_data("lexicon/echoes.yml")["mistaken"]
    first = parsed.sentence_number(verb)
    near = [parsed.sentences[n] for n in (first, first + 1) if n < len(parsed.sentences)]
    return any(parsed.lower(t) in words for s in near for t in parsed.tokens_in(s.start, s.end))
