"""What a saying's content points back at: "doing so", "the charge", "it was not us", "any involvement", only a name.

Used by coding/echoes.py, which finds the thing that is meant. The words are in data/lexicon/echoes.yml.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from contested.coding.charges import speaker
from contested.coding.parties import party, party_of_ref, speaks_of_itself
from contested.coding.saying import Said
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Ref, Stance
from contested.model.grounding import Saying

_OPENING = 4
"""Words of a content in which it says of what it speaks ("that it is a lie")."""
_PARTIES = frozenset({"armed_group", "military", "government", "organisation", "police"})
_EMPTY = frozenset({"DET", "PUNCT", "ADJ", "ADV"})
_REFUSING = frozenset({"denies", "rejects"})
_LINKS = frozenset({"in", "for", "of"})
_ENDING = frozenset({"as", "and", "but"})


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did the deed told of before, by a clause that names the deed by nothing but "it", and what stance that is."""

    doer: Ref
    stance: Stance


def does_so(world: World, saying: Saying) -> bool:
    """Whether the content is "doing so" or its like."""
    parsed, words = world.parsed, _words()["do_so"]
    tokens = _tokens(world, saying)
    return any(parsed.lemmas[a] == "do" and parsed.lower(b) in words for a, b in pairwise(tokens))


def names_only(world: World, saying: Saying) -> bool:
    """Whether the content is nothing but a party ("the army blamed the Front, an old enemy, for both")."""
    tokens = [t for t in _bare(world, saying) if world.parsed.pos[t] not in ("DET", "PUNCT")]
    mentions = {world.mention(token) for token in tokens}
    return len(mentions) == 1 and all(m is not None and m.type in _PARTIES for m in mentions)


def points_back(world: World, saying: Saying) -> bool:
    """Whether the content is a pronoun or "the accusation"."""
    parsed, core = world.parsed, _core(world, saying)
    if len(core) != 1:
        return False
    return parsed.lower(core[0]) in _words()["pronouns"] or parsed.lemmas[core[0]] in _words()["charges"]


def denies_a_part(world: World, saying: Saying) -> bool:
    """Whether the content is "any involvement", "a hand in it", "responsibility for the crime", which tell no more."""
    core, words, lemmas = _core(world, saying), _words(), world.parsed.lemmas
    if not core or lemmas[core[0]] not in words["part_in"]:
        return False
    return len(core) == 1 or (len(core) == 3 and lemmas[core[1]] in _LINKS and lemmas[core[2]] in words["any_deed"])


def is_any_deed(world: World, saying: Saying) -> bool:
    """Whether the content is only "the operation", "it", "both"."""
    core = _core(world, saying)
    return len(core) == 1 and (
        world.parsed.lemmas[core[0]] in _words()["any_deed"] or world.parsed.lower(core[0]) in _words()["for_it"]
    )


def calls_false(world: World, saying: Saying) -> bool:
    """Whether the content begins by calling what was said before false ("that is invented", "it was a lie")."""
    parsed, words = world.parsed, _words()
    tokens = _tokens(world, saying)[:_OPENING]
    subject = next((t for t in tokens if parsed.deps[t] in ("nsubj", "nsubjpass")), None)
    if subject is None or parsed.lower(subject) not in words["pronouns"]:
        return False
    verb = parsed.heads[subject]
    called = (verb, *parsed.children(verb, "attr", "acomp", "advmod"))
    return not parsed.children(verb, "neg") and any(parsed.lemmas[token] in words["refuting"] for token in called)


def told_doer(world: World, saying: Saying, said: Said) -> Doer | None:
    """Who the content says did it: "it was not us", "we did not do it", "the army's own men had fired"."""
    parsed = world.parsed
    tokens = _tokens(world, saying)
    subject = next((t for t in tokens if parsed.deps[t] == "nsubj"), None)
    if subject is None or parsed.heads[subject] not in tokens or said.modality is not None:
        return None
    verb = parsed.heads[subject]
    denied = bool(parsed.children(verb, "neg")) or any(parsed.lower(t) in _words()["nothing"] for t in tokens)
    if _says_no_more(world, verb):
        doer = speaker(world, said) if _is_self(world, subject, said) else world.ref(subject)
    elif parsed.lower(subject) in _words()["deed_pronouns"] and parsed.lemmas[verb] == "be":
        doer = _doer_behind(world, verb, said)
    else:
        return None
    return _charged(world, doer, said, denied=denied) if doer is not None else None


def _charged(world: World, doer: Ref, said: Said, *, denied: bool) -> Doer | None:
    """With the stance: of oneself one denies or claims it, of others one says it or takes it from them."""
    own = speaks_of_itself(world, doer) or party_of_ref(world, doer) == party(world, said.voices[-1])
    if said.stance in _REFUSING:
        return None if denied else Doer(doer, said.stance)
    if denied:
        return Doer(doer, "denies")
    return Doer(doer, "claims" if own else "accuses")


def _doer_behind(world: World, verb: int, said: Said) -> Ref | None:
    """Whose "it was": "it was not us", "this was the army", "that was not our doing"."""
    parsed, words = world.parsed, _words()
    for token in parsed.children(verb, "attr"):
        if parsed.lower(token) in words["us"]:
            return speaker(world, said)
        owner = next(iter(parsed.children(token, "poss")), None)
        if owner is not None and parsed.lower(owner) in ("our", "its", "their"):
            theirs = parsed.lemmas[token] in words["works"] or world.is_class(token, "armed")
            return speaker(world, said) if theirs else None
        if world.is_class(token, "armed"):
            return world.ref(token)
    return None


def _says_no_more(world: World, verb: int) -> bool:
    """Whether the clause names the deed by "it" or not at all: "did it", "had fired", "was behind it"."""
    parsed, words = world.parsed, _words()
    if any(parsed.lower(t) not in {*words["deed_pronouns"], *words["behind"]} for t in parsed.children(verb, "dobj")):
        return False
    if parsed.lemmas[verb] in words["done"]:
        return parsed.lemmas[verb] == "do" or not parsed.children(verb, "prep")
    if parsed.lemmas[verb] not in words["carrying"]:
        return False
    rest = parsed.subtree(verb)
    behind = any(parsed.lemmas[t] in words["behind"] for t in rest if t > verb)
    nouns = [t for t in rest if t > verb and parsed.pos[t] in ("NOUN", "PROPN", "VERB")]
    empty = {*words["behind"], *words["any_deed"], "do"}
    return behind and all(parsed.lemmas[t] in empty for t in nouns)


def _is_self(world: World, subject: int, said: Said) -> bool:
    parsed = world.parsed
    if subject in world.selves or parsed.lower(subject) in ("we", "i"):
        return True
    ref = world.ref(subject)
    return ref is not None and party_of_ref(world, ref) == party(world, said.voices[-1])


def _core(world: World, saying: Saying) -> list[int]:
    """The content's telling words, up to "as ..." and without "in it" at the end."""
    parsed = world.parsed
    tokens = _tokens(world, saying)
    stop = next((n for n, t in enumerate(tokens) if n and parsed.lower(t) in _ENDING), len(tokens))
    tokens = _without_it(world, tokens[:stop])
    telling = [t for t in tokens if parsed.pos[t] not in _EMPTY]
    return telling or tokens


def _bare(world: World, saying: Saying) -> list[int]:
    """The content without what explains the name after a comma, and without "for it" at its end."""
    parsed, tokens = world.parsed, _tokens(world, saying)
    comma = next((n for n, t in enumerate(tokens) if parsed.word(t) == "," and n > 0), len(tokens))
    return _without_it(world, tokens[:comma])


def _without_it(world: World, tokens: list[int]) -> list[int]:
    """The tokens without "for it", "in both" at their end."""
    words = [world.parsed.lower(t) for t in tokens]
    if len(tokens) > 2 and words[-2] in ("for", "in", "of") and words[-1] in _words()["for_it"]:
        return tokens[:-2]
    return tokens


def _tokens(world: World, saying: Saying) -> list[int]:
    return [t for part in saying.attribution.content for t in world.parsed.tokens_in(part.start, part.end)]


def _words() -> Any:
    return yaml_data("lexicon/echoes.yml")
