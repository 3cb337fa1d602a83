"""The forms of English words, for finding in raw text what the frames name by lemma."""

from functools import cache

from contested.lexicon.load import yaml_data

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")


@cache
def verb_forms(verb: str) -> frozenset[str]:
    """All forms of a verb: storm, storms, stormed, storming.

    Where a last letter may be doubled both spellings are given ("targeted", "targetted"), one of which is no word:
    to find words that does no harm, to write them it would.
    """
    stems = (verb, verb + verb[-1]) if _may_double(verb) else (verb,)
    pasts = yaml_data("lexicon/irregular.yml").get(verb) or [_with_ed(stem) for stem in stems]
    return frozenset((verb, with_s(verb), *pasts, *(_with_ing(stem) for stem in stems)))


def past(verb: str) -> str:
    """One past form of a verb; the one with a doubled letter only where the verb has one syllable ("stabbed")."""
    irregular = yaml_data("lexicon/irregular.yml").get(verb)
    if irregular:
        return str(irregular[0])
    one_syllable = sum(letter in _VOWELS for letter in verb) == 1
    return _with_ed(verb + verb[-1] if one_syllable and _may_double(verb) else verb)


def with_s(word: str) -> str:
    """A noun's plural or a verb's third person: raids, clashes, injuries."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"


def _may_double(verb: str) -> bool:
    """Whether the verb ends as "stab" and "gun" do."""
    return len(verb) > 2 and verb[-1] not in f"{_VOWELS}hwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return f"{stem}d"
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return f"{stem[:-1]}ied"
    return f"{stem}ed"


def _with_ing(stem: str) -> str:
    keeps = not stem.endswith("e") or stem.endswith(("ee", "oe", "ye"))
    return f"{stem if keeps else stem[:-1]}ing"
