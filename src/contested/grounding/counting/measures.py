"""Triggers: the words that say what happened to the counted (killed, death toll, refugees), found in one pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from contested.lexicon import Matcher, yaml_data
from contested.model.claim import MEASURES
from contested.model.parse import Parsed

SOURCE = "lexicon/measures.yml"
Frame = Literal[
    "object",
    "subject",
    "state",
    "noun",
    "toll",
    "harm",
    "body",
    "people",
    "near",
    "among",
    "carried",
    "loss",
    "lives",
    "driven",
    "struck",
]
NOUN_FRAMES = frozenset({"noun", "people", "harm", "body", "toll", "carried", "lives", "driven"})
"""The frames of nouns; the others are those of verbs and adjectives."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A measuring word at `[start, end)`; `anchor` is its token that the counted hang on, `frame` says how.

    `measure` is one of the contract's measures, or `hit` (shot, stabbed) or `hurt` (in hospital, with a wound), which
    leave open who of them died.
    """

    start: int
    end: int
    anchor: int
    measure: str
    frame: Frame


def cues(name: str) -> frozenset[str]:
    """A plain word list of the measures' lexicon ("unreal", "found")."""
    return frozenset(yaml_data(SOURCE)[name])


def phrases_of(entries: list[str]) -> Iterator[str]:
    """The phrases of lexicon lines that are separated by commas."""
    for line in entries:
        yield from (phrase.strip() for phrase in line.split(","))


@cache
def _keys() -> dict[str, list[str]]:
    """The measures and frames of each measuring phrase."""
    data = yaml_data(SOURCE)
    keys: dict[str, list[str]] = {}
    for measure in (*MEASURES, "hit", "hurt"):
        for frame, lines in data.get(measure, {}).items():
            for phrase in phrases_of(lines):
                keys.setdefault(phrase, []).append(f"{measure}|{frame}")
    return keys


@cache
def _matcher() -> Matcher:
    """All measuring words; a phrase listed under several frames keeps the keys of all, joined by a space."""
    return Matcher((phrase, " ".join(key)) for phrase, key in _keys().items())


def triggers_in(parsed: Parsed, text: str) -> dict[int, list[Trigger]]:
    """The triggers of all parsed sentences, by the sentence's number, in text order."""
    found: dict[int, list[Trigger]] = {}
    for hit in _matcher().find(text):
        tokens = parsed.tokens_in(hit.start, hit.end)
        if not len(tokens) or parsed.ends[tokens[-1]] < hit.end:
            continue
        for part in _torn(parsed, tokens) or [tokens]:
            anchor = _anchor(parsed, part)
            keys = hit.key.split() if part is tokens else _keys()[parsed.lower(part[0])]
            start, end = (hit.start, hit.end) if part is tokens else parsed.span(part[0], part[-1])
            trigger = _choose(parsed, start, end, anchor, keys)
            if trigger is not None:
                found.setdefault(parsed.sentence_number(anchor), []).append(trigger)
    return found


def _torn(parsed: Parsed, tokens: range) -> list[range]:
    """The two words of a phrase that belong to two counts ("left seven dead and wounded another"), else nothing."""
    first, last = tokens[0], tokens[-1]
    two = len(tokens) == 3 and parsed.lower(first + 1) == "and" and parsed.pos[first] == "ADJ"
    another = last + 1 < len(parsed.starts) and parsed.lower(last + 1) == "another"
    if not two or not (another or parsed.child(last, "dobj") is not None):
        return []
    known = parsed.lower(first) in _keys() and parsed.lower(last) in _keys()
    return [range(first, first + 1), range(last, last + 1)] if known else []


def _anchor(parsed: Parsed, tokens: range) -> int:
    """The token of a phrase whose head lies outside it."""
    return next((i for i in tokens if parsed.heads[i] not in tokens or parsed.heads[i] == i), tokens[0])


def _choose(parsed: Parsed, start: int, end: int, anchor: int, keys: list[str]) -> Trigger | None:
    """The trigger by the entry that suits the anchor's part of speech: a noun frame for a noun, else another."""
    noun = parsed.tags[anchor] in ("NN", "NNS", "NNP", "NNPS")
    options = [tuple(key.split("|")) for key in keys]
    suited = [option for option in options if (option[1] in NOUN_FRAMES) == noun] or options
    measure, frame = suited[0]
    if measure == "hit" and _to_death(parsed, anchor):
        measure = "killed"
    return Trigger(start, end, anchor, measure, frame)  # type: ignore[arg-type]


def _to_death(parsed: Parsed, verb: int) -> bool:
    """Whether somebody is shot or stabbed "fatally" or "to death"."""
    for child in parsed.children(verb, "advmod", "prep", "oprd", "acomp"):
        goal = parsed.child(child, "pobj")
        if parsed.lower(child) in ("fatally", "dead") or (goal is not None and parsed.lower(goal) == "death"):
            return True
    return False
