"""The words that attribute (data/lexicon/speech.yml): which stance a cue has, what it takes, who can speak."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from contested.lexicon.load import yaml_data
from contested.model.claim import Stance

_FILE = "lexicon/speech.yml"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb: what it takes, whether it belongs into a claim's span (`self`), what can be its subject (`voice`)."""

    word: str
    stance: Stance
    takes: frozenset[str] = frozenset()
    self: bool = False
    voice: str = "any"


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that attributes; `of`: whether "of" opens its content; `hidden`: the voice's name where none is stated."""

    word: str
    stance: Stance
    of: bool
    hidden: str | None


@cache
def verb_cues() -> Mapping[str, Cue]:
    """Cue verbs by lemma, or by lemma and particle ("call for"). A verb of several groups takes what each group takes.

    The first group gives stance, `self` and `voice`.
    """
    found: dict[str, Cue] = {}
    for group in yaml_data(_FILE)["verbs"]:
        for word in group["words"]:
            known = found.get(word)
            takes = frozenset(group["takes"]) | (known.takes if known else frozenset())
            found[word] = Cue(word, known.stance, takes, known.self, known.voice) if known else _cue(word, group, takes)
    return found


def _cue(word: str, group: Mapping[str, Any], takes: frozenset[str]) -> Cue:
    return Cue(word, group["stance"], takes, bool(group.get("self")), group.get("voice", "any"))


@cache
def noun_cues() -> Mapping[str, NounCue]:
    """Cue nouns by lemma."""
    groups = yaml_data(_FILE)["nouns"]
    return {w: NounCue(w, g["stance"], bool(g["of"]), g.get("hidden")) for g in groups for w in g["words"]}


@cache
def words(part: str) -> frozenset[str]:
    """One of the plain lists of the file ("speakers", "documents", "images", "outlets" ...)."""
    return frozenset(yaml_data(_FILE)[part])


@cache
def stance_of(cue: str) -> Stance:
    """The stance of a cue as `Saying.cue` names it ("deny", "call for", "confirmation"); asserts where unknown."""
    if cue in verb_cues():
        return verb_cues()[cue].stance
    if cue in noun_cues():
        return noun_cues()[cue].stance
    stance: Stance = yaml_data(_FILE)["phrases"].get(cue, "asserts")
    return stance


@cache
def cue_in_span(cue: str) -> bool:
    """Whether the cue belongs into the span of a claim made from its content ("denied", "hailed", "called for")."""
    if cue in verb_cues():
        return verb_cues()[cue].self
    return cue in words("nouns_in_span")
