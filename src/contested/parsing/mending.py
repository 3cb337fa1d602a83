"""Slips of the parser that are seen in many reports and can be told from the parse itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from contested.lexicon import yaml_data

_NOUNS = frozenset({"NOUN", "PROPN"})
_PHRASES = frozenset({"prep", "npadvmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BEFORE_A_NOUN = frozenset({"det", "amod", "nummod", "compound", "poss", "nmod", "quantmod"})
_IN_ING = frozenset({"VBG", "NN"})
_SHOT = frozenset({"shot", "shoot"})
_ADVERBIAL = frozenset({"advmod", "npadvmod"})
_TAKEN_FOR = frozenset({"RB", "NNP", "NNPS"})
_NO_NOUNS = frozenset({"RB", "VB", "VBG", "VBD", "VBN", "VBP", "VBZ"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "ccomp", "xcomp"})


@dataclass(slots=True)
class Draft:
    """The tokens of a text while its sentences are parsed one after another."""

    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]


def mend(draft: Draft, tokens: range, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
    """Mend a sentence's tokens in place; `starts` and `ends` have where each token lies in `text`."""
    for token in tokens[1:]:
        if text[starts[token]].isupper() and draft.deps[token] in _ADVERBIAL:
            first = _first_of_name(draft, token, tokens)
            if first > tokens[0] and _is_lost_object(draft, token, first - 1, tokens, text[starts[first - 1]]):
                _name_object(draft, token)
    words = [text[starts[token] : ends[token]] for token in tokens]
    for token in tokens[2:]:
        if draft.deps[token] == "pobj" and draft.tags[token] in _NO_NOUNS and _is_name(words, token - tokens[0]):
            draft.pos[token], draft.tags[token] = "PROPN", "NNP"
            draft.lemmas[token] = words[token - tokens[0]].lower()
    _mend_heads(draft.heads, draft.deps, draft.pos, draft.tags, tokens)
    for token in tokens[1:-1]:
        if draft.tags[token] in _IN_ING and (dep := _lost_deed(draft, token)) is not None:
            _make_deed(draft, token, dep, text[starts[token] : starts[token + 1]].strip().lower())
    for token in tokens[2:]:
        if draft.lemmas[token] == "dead" and _is_shot_dead(draft, token, tokens):
            _shoot(draft, token - 1, tokens)


def _is_name(words: Sequence[str], n: int) -> bool:
    """Whether a word right behind a preposition is a name by its capital, in a sentence whose other words have none."""
    plain = any(len(word) > 3 and word.islower() for word in words)
    return plain and words[n][0].isupper() and not words[n].isupper() and words[n].lower() not in _days()


def _first_of_name(draft: Draft, token: int, tokens: range) -> int:
    """The first word of a name that ends at the token ("El" of "El Fasher")."""
    first = token
    while first - 1 in tokens and draft.heads[first - 1] == token and draft.deps[first - 1] == "compound":
        first -= 1
    return first


def _is_lost_object(draft: Draft, token: int, verb: int, tokens: range, before: str) -> bool:
    """Whether a name right behind its verb was taken for an adverb or a measure: "rebels captured Bakhmut".

    Only behind a verb in small letters, since a capital tells nothing where all words have one.
    """
    if draft.heads[token] != verb or draft.tags[token] not in _TAKEN_FOR:
        return False
    if draft.pos[verb] != "VERB" or before.isupper() or draft.lemmas[token] in _days():
        return False
    return not any(draft.heads[i] == verb and draft.deps[i] in _OBJECTS for i in tokens)


def _name_object(draft: Draft, token: int) -> None:
    """Make the word a name and its verb's object."""
    if draft.pos[token] != "PROPN":
        draft.pos[token], draft.tags[token] = "PROPN", "NNP"
    draft.deps[token] = "dobj"


@cache
def _days() -> frozenset[str]:
    """Days and months, which are told behind a verb without a preposition ("he left Monday")."""
    dates, more = yaml_data("lexicon/dates_page.yml"), yaml_data("lexicon/mending.yml")
    return frozenset((*dates["weekdays"], *dates["months"], *more["more_days"]))


def _lost_deed(draft: Draft, token: int) -> str | None:
    """What a deed that somebody is accused of or denies should be; None for other words.

    Parsers take it for a part of its noun: "accused Chad of massacring nomads", "denied bombing hospitals".
    """
    before, noun, words = token - 1, draft.heads[token], yaml_data("lexicon/mending.yml")
    if draft.deps[token] not in ("amod", "compound") or draft.heads[noun] != before or noun < token:
        return None
    if draft.deps[before] == "prep" and draft.lemmas[draft.heads[before]] in words["charging"]:
        return "pcomp"
    return "xcomp" if draft.deps[noun] == "dobj" and draft.lemmas[before] in words["denying"] else None


def _make_deed(draft: Draft, token: int, dep: str, word: str) -> None:
    """Make the word a verb behind its preposition or verb, and its noun the object, if it is a verb of such deeds."""
    noun, stem = draft.heads[token], word.removesuffix("ing")
    deeds = yaml_data("lexicon/mending.yml")["deeds"]
    lemma = next((deed for deed in deeds if stem in (deed, deed.removesuffix("e"), deed + deed[-1])), None)
    if lemma is None:
        return
    draft.heads[token], draft.deps[token], draft.pos[token] = token - 1, dep, "VERB"
    draft.lemmas[token], draft.tags[token] = lemma, "VBG"
    draft.heads[noun], draft.deps[noun] = token, "dobj"


def _is_shot_dead(draft: Draft, dead: int, tokens: range) -> bool:
    """Whether "dead" was taken for the verb of "gunmen in a car shot dead a judge", and "car shot" for a noun."""
    shot, before = dead - 1, dead - 2
    if draft.lemmas[shot] not in _SHOT or draft.deps[shot] != "pobj":
        return False
    parts = {draft.deps[token] for token in tokens if draft.heads[token] == dead}
    return {"nsubj", "dobj"} <= parts and draft.heads[before] == shot and draft.pos[before] in _NOUNS


def _shoot(draft: Draft, shot: int, tokens: range) -> None:
    """Make "shot" the verb, with all that hangs on "dead", and give its preposition the noun before it."""
    dead, noun, preposition = shot + 1, shot - 1, draft.heads[shot]
    above = draft.heads[dead]
    for token in tokens:
        if draft.heads[token] == shot:
            draft.heads[token] = noun
        elif draft.heads[token] == dead:
            draft.heads[token] = shot
    draft.heads[noun], draft.deps[noun] = preposition, "pobj"
    draft.heads[shot], draft.deps[shot] = (shot if above == dead else above), draft.deps[dead]
    draft.heads[dead], draft.deps[dead] = shot, "acomp"
    draft.lemmas[shot], draft.pos[shot], draft.tags[shot] = "shoot", "VERB", "VBD"


def _mend_heads(heads: list[int], deps: list[str], pos: Sequence[str], tags: Sequence[str], tokens: range) -> None:
    """Lists, phrases and subjects.

    A name right behind the last noun of a list is that noun's: in "residents and the aid group Mercy" the parser
    often makes Mercy the residents.
    """
    for token in tokens:
        if deps[token] == "appos" and pos[token] == "PROPN":
            before = _before(heads, deps, token, tokens)
            if (
                before is not None
                and deps[before] == "conj"
                and pos[before] in _NOUNS
                and heads[before] == heads[token]
            ):
                heads[token] = before
        elif deps[token] in _PHRASES:
            _mend_phrase(heads, deps, pos, token, tokens)
        elif deps[token] == "conj" and pos[token] in _NOUNS:
            _mend_subject(heads, deps, tags, token, tokens)


def _mend_phrase(heads: list[int], deps: Sequence[str], pos: Sequence[str], token: int, tokens: range) -> None:
    """A phrase right behind a verb belongs to it, not to what is said: "said on Monday it would send troops"."""
    said, verb = token - 1, heads[token]
    if said not in tokens or pos[said] != "VERB" or verb <= token or deps[verb] != "ccomp" or heads[verb] != said:
        return
    subject = next((i for i in range(token, verb) if heads[i] == verb and deps[i] in ("nsubj", "nsubjpass")), None)
    marked = subject is not None and any(heads[i] == verb and deps[i] == "mark" for i in range(token, subject))
    if subject is not None and not marked:
        heads[token] = said


def _mend_subject(heads: list[int], deps: list[str], tags: Sequence[str], token: int, tokens: range) -> None:
    """A last noun of a list with a finite verb right behind it is the verb's: "killed a girl and a mine killed two"."""
    verb, first = token + 1, heads[token]
    if verb not in tokens or tags[verb] not in _FINITE or deps[verb] != "conj" or heads[verb] != heads[first]:
        return
    start = token
    while start - 1 in tokens and heads[start - 1] == token and deps[start - 1] in _BEFORE_A_NOUN:
        start -= 1
    joint = start - 1
    if deps[first] == "dobj" and joint in tokens and deps[joint] == "cc" and heads[joint] == first:
        heads[token], deps[token], heads[joint] = verb, "nsubj", heads[first]


def _before(heads: Sequence[int], deps: Sequence[str], token: int, tokens: range) -> int | None:
    """The token before the name, whose own parts may stand before its last word."""
    first = token
    while first - 1 in tokens and heads[first - 1] == token and deps[first - 1] == "compound":
        first -= 1
    return first - 1 if first - 1 in tokens else None
