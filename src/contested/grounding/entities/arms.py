"""Weapons and vehicles: mentions by the words of data/lexicon/weapons.yml and equipment.yml, without entities."""

from collections.abc import Iterator
from functools import cache

from contested.grounding.entities.cast import Cast, Draft
from contested.lexicon import Matcher, yaml_data
from contested.model.grounding import MentionType

_KINDS: tuple[MentionType, ...] = ("weapon", "equipment")
_FILES = {"weapon": "lexicon/weapons.yml", "equipment": "lexicon/equipment.yml"}
_NOUNS = frozenset(("NOUN", "PROPN"))
_SIBILANT = ("s", "x", "ch", "sh")


@cache
def _matcher() -> Matcher:
    """Singulars and plurals of all words; where both files have a word it is a weapon."""
    phrases = [
        (form, kind) for kind in _KINDS for word in yaml_data(_FILES[kind])["words"] for form in _forms(str(word))
    ]
    return Matcher(phrases)


def _forms(word: str) -> Iterator[str]:
    yield word
    if word.endswith(_SIBILANT):
        yield word + "es"
    elif word.endswith("y") and word[-2] not in "aeiou":
        yield word[:-1] + "ies"
    else:
        yield word + "s"


def find_arms(cast: Cast) -> None:
    """Add mentions of weapons and equipment, each with the adjectives that belong to its name; none inside a name."""
    parsed = cast.scene.parsed
    for start, end, kind in _matcher().find(cast.scene.text):
        tokens = parsed.tokens_in(start, end)
        if not len(tokens) or parsed.pos[tokens[-1]] not in _NOUNS or cast.at(tokens[-1]) is not None:
            continue
        _add(cast, tokens, kind)
    _ships(cast)


def _add(cast: Cast, tokens: range, kind: str) -> None:
    parsed = cast.scene.parsed
    span = parsed.span(tokens[0], tokens[-1])
    cast.drafts.append(Draft(span.start, span.end, "weapon" if kind == "weapon" else "equipment", None, tokens[-1]))


def _ships(cast: Cast) -> None:
    """Ships by the prefix of their navy: "HMS Ocean"."""
    parsed, prefixes = cast.scene.parsed, frozenset(yaml_data(_FILES["equipment"])["ship_prefixes"])
    for sentence in parsed.sentences:
        for i in range(sentence.first, sentence.last - 1):
            if parsed.word(i) in prefixes and parsed.pos[i + 1] == "PROPN":
                last = i + 1
                while last + 1 < sentence.last and parsed.pos[last + 1] == "PROPN" and parsed.deps[last] == "compound":
                    last += 1
                _add(cast, range(i, last + 1), "equipment")
