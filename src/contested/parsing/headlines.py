"""Headlines put into prose for the parser, which was trained on prose: "Rebels storm Abéché" is three nouns to it.

It is given "Rebels stormed Abéché." in its place, word for word, so that every token keeps its offsets. That is done
only where the parser found no clause, and kept only where it finds one then.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from contested.lexicon import data_names, word_set, yaml_data
from contested.lexicon.inflect import past, with_s
from contested.lexicon.speech import verb_cues
from contested.parsing.gate_words import party_names

_FILE = "lexicon/headlines.yml"
LONGEST = 25
"""Words of the longest headline."""
WELL_KNOWN = "attacked"
"""A verb that the parser knows for one anywhere, for a second try with verbs that it does not ("retook")."""
_NAMES = frozenset({"NNP", "NNPS"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "DT"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_NO_SUBJECT = frozenset(
    {"JJ", "JJR", "JJS", "IN", "TO", "DT", "CC", "RB", "PRP$", "POS", "WDT", "WP", "VBG", "VBN", "MD", "CD"}
)
_NO_PLACE = frozenset({"TO", "CC", "MD", "VBZ", "VBD", "POS"})
_NO_OBJECT = frozenset({"IN", "TO", "CC", ".", ",", ":", "MD", "VBZ", "VBD", "VBN", "POS", "RP", "-RRB-", "''"})


class Form(NamedTuple):
    """A verb in the present, as headlines have it."""

    lemma: str
    past: str
    third: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence as the parser first read them."""

    text: Sequence[str]
    tags: Sequence[str]
    deps: Sequence[str]
    heads: Sequence[int]


@dataclass(frozen=True, slots=True)
class Prose:
    """The words for the second reading, a full stop behind them, and the lemmas of those that were exchanged."""

    words: list[str]
    lemmas: dict[int, str]


def in_prose(words: Words) -> Iterator[Prose]:
    """The ways to put a headline into prose, the best first; none if the words are no headline without a verb."""
    if not 2 < len(words.text) <= LONGEST or _has_clause(words):
        return
    verbs = _verbs(words)
    if verbs:
        lemmas = {token: form.lemma for token, form in verbs.items()}
        joined = _joined_subjects(words, min(verbs))
        yield Prose(_with(words, joined | {token: form.past for token, form in verbs.items()}), lemmas)
        yield Prose(_with(words, joined | dict.fromkeys(verbs, WELL_KNOWN)), lemmas)


def reads_well(words: Words, prose: Prose) -> bool:
    """Whether a verb that was put in is the parser's verb now, with a subject."""
    return any(
        words.tags[verb] in _FINITE and any(words.heads[i] == verb and words.deps[i] in _SUBJECTS for i in range(verb))
        for verb in prose.lemmas
    )


def _has_clause(words: Words) -> bool:
    """Whether the first reading found a finite verb with a subject before it, or a passive ("12 killed in Gao")."""
    return any(
        words.deps[i] in _SUBJECTS and words.heads[i] > i and words.tags[words.heads[i]] in _FINITE | {"VBN"}
        for i in range(len(words.text))
    )


def _joined_subjects(words: Words, verb: int) -> dict[int, str]:
    """The comma that stands for "and" between two who act: "Chad, rebels sign truce"."""
    commas = [i for i in range(1, verb - 1) if words.text[i] == ","]
    nominal = all(words.tags[i] in _NOMINAL for i in range(verb) if i not in commas)
    return {commas[0]: "and"} if len(commas) == 1 and nominal else {}


def _with(words: Words, new: dict[int, str]) -> list[str]:
    found = [new.get(token, word) for token, word in enumerate(words.text)]
    return found if found[-1] in ".!?" else [*found, "."]


def _verbs(words: Words) -> dict[int, Form]:
    """The verbs in the present: the first, and those of the headlines joined to it."""
    found: dict[int, Form] = {}
    joined = True
    for token, word in enumerate(words.text):
        if word.lower() in word_set(_FILE, "joints"):
            joined = True
        form = _forms().get(word.lower())
        if joined and form is not None and _may_be_verb(words, token, form, bool(found)):
            found[token] = form
            joined = False
    return found


def _may_be_verb(words: Words, token: int, form: Form, follows: bool) -> bool:
    noun = form.lemma in _nouns()
    if not _has_object(words, token, noun, form.lemma) or _is_subject(words, token):
        return False
    before = words.text[token - 1].lower() if token else ""
    if follows and before in (",", "and"):
        return not form.third
    if form.third and form.lemma in word_set(_FILE, "with_counts") and words.tags[token + 1 : token + 2] == ["CD"]:
        return token > 1
    return bool(before) and _agrees(words, token - 1, form, noun)


def _is_subject(words: Words, token: int) -> bool:
    """Whether the next word is the verb, and this one its subject: "strike" in "a strike kills five"."""
    form = _forms().get(words.text[token + 1].lower()) if token + 1 < len(words.text) else None
    return form is not None and _may_be_verb(words, token + 1, form, follows=False)


def _has_object(words: Words, token: int, noun: bool, lemma: str) -> bool:
    """Whether what stands behind the word is what a verb has behind it."""
    alone = lemma in word_set(_FILE, "alone")
    if token + 1 >= len(words.text):
        return alone and not noun
    behind, tag = words.text[token + 1].lower(), words.tags[token + 1]
    if behind in word_set(_FILE, "behind_nouns"):
        return lemma in word_set(_FILE, "takes_on")
    return tag not in _NO_OBJECT or (alone and tag not in _NO_PLACE)


def _agrees(words: Words, subject: int, form: Form, noun: bool) -> bool:
    """Whether the word before the verb can be its subject, in number too.

    Where the verb may be a noun as well, a name must be a party's: "Paris attacks" are no deed of Paris.
    """
    word, tag = words.text[subject].lower(), words.tags[subject]
    party = word in _parties() or (len(word) > 1 and words.text[subject].isupper())
    if word in word_set(_FILE, "plurals"):
        return not form.third
    if not word[-1].isalnum() or (tag in _NO_SUBJECT and not party):
        return False
    if party and not word.endswith("s"):
        return True
    plural = word.endswith("s") and not word.endswith("ss")
    return form.third != plural and (plural or not noun or tag not in _NAMES)


@cache
def _forms() -> dict[str, Form]:
    """The verbs of the frames and of saying, by their forms in the present."""
    found: dict[str, Form] = {}
    never, only_s = word_set(_FILE, "not_verbs"), word_set(_FILE, "only_with_s")
    for lemma in sorted(_lemmas()):
        if lemma not in never or lemma in only_s:
            found[with_s(lemma)] = Form(lemma, past(lemma), third=True)
        if lemma not in never:
            found[lemma] = Form(lemma, past(lemma), third=False)
    return found


@cache
def _lemmas() -> frozenset[str]:
    frames = [frame for name in data_names("frames") for frame in yaml_data(f"frames/{name}")]
    ours = {str(verb) for frame in frames for verb in frame.get("verb", ())}
    first = {str(phrase).split()[0] for frame in frames for phrase in frame.get("phrase", ())}
    more = word_set(_FILE, "more_verbs")
    return frozenset(
        word for word in ours | first | more | {cue for cue in verb_cues() if " " not in cue} if word.isalpha()
    )


@cache
def _parties() -> frozenset[str]:
    """Countries, the last words of fighting parties' names, and words for those who fight and govern."""
    words = yaml_data("lexicon/actor_words.yml")
    groups = (*words["families"].values(), words["forces"], words["governments"], words["police"])
    countries = (country["name"] for country in yaml_data("actors/countries.yml").values())
    names = (*party_names(), *(str(name) for name in countries))
    return frozenset(
        (*(re.split(r"[\s-]", name.lower())[-1] for name in names), *(w for group in groups for w in group))
    )


@cache
def _nouns() -> frozenset[str]:
    """Words that are nouns as well in the form of the verb."""
    frames = [frame for name in data_names("frames") for frame in yaml_data(f"frames/{name}")]
    named = (str(noun).split()[-1] for frame in frames for noun in frame.get("noun", ()))
    return frozenset((*named, *word_set(_FILE, "also_nouns")))
