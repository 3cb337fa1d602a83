"""What the words of a voice say of an incident where no claim of its own does: how it ended, with what, whose fire.

The words are cues of data/lexicon/accounts.yml. They answer nothing by themselves: an answer counts only where another
voice on the same incident gives one that cannot be true beside it (disputes.py).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from contested.lexicon import yaml_data
from contested.reconciling.knowledge import words

_REACH = 4
"""Words before a cue in which a negation turns it round ("not a single inmate got away")."""


def ways_said(text: str) -> Iterator[tuple[str, bool]]:
    """(way, whether it is said not to have been so) for each cue of how it ended or came about."""
    yield from _said("ways", text)


def weapons_said(text: str) -> Iterator[tuple[str, bool]]:
    """(kind of weapon, whether it is said not to have been used) for each cue."""
    yield from _said("weapons", text)


def tells_of_own_fire(text: str) -> bool:
    """Whether the words begin with what the voice's own side fired or aimed at."""
    return _own_fire().match(text.strip(" \"“'")) is not None


def own_target(text: str) -> str | None:
    """What the voice's side says it aimed at or hit, in its words, None where it says neither."""
    found = _own_fire().match(text.strip(" \"“'"))
    return found.group("rest") if found is not None else None


def holder_said(text: str) -> str | None:
    """Who is said to hold the place ("the fort stays with the army": "the army"), None where nobody is."""
    found = _held_by().search(text) or _holder().match(text)
    return found.group("who").strip() if found is not None and not _is_turned(text[: found.start()].lower()) else None


def own_hold(text: str) -> bool | None:
    """True where the voice says that its side holds the place, False where it says that it has left, else None."""
    low = text.lower()
    if (found := _phrases("own_hold").search(low)) is not None:
        return not _is_turned(low[: found.start()])
    if (found := _phrases("own_leaving").search(low)) is not None and not _is_turned(low[: found.start()]):
        return False
    return None


def doer_said(text: str) -> str | None:
    """Whose work it is said to be ("the work of the so-called Patriots": "Patriots"), None where no name follows."""
    found = _work_of().search(text)
    return found.group("who") if found is not None and not _is_turned(text[: found.start()].lower()) else None


def has_no_means(text: str) -> bool:
    """Whether the voice says that it had nothing there to do it with."""
    return _no_means().search(text) is not None


def says_civilians(text: str) -> bool:
    """Whether the words say of those hit that they were no fighters ("every one a civilian")."""
    found = _were_civilians().search(text)
    return found is not None and not _is_turned(text[: found.end()].lower())


def means_every_one(text: str) -> bool:
    """Whether the words speak of all the incidents of their report ("blamed the Front for both")."""
    return _phrases("every_one").search(text.lower()) is not None


def says_anything(text: str) -> bool:
    """Whether the words hold any cue at all."""
    if any(_cues(kind).search(text.lower()) for kind in ("ways", "weapons")) or tells_of_own_fire(text):
        return True
    if has_no_means(text) or says_civilians(text):
        return True
    return holder_said(text) is not None or own_hold(text) is not None


def lexicon(name: str) -> Any:
    """A list or table of data/lexicon/accounts.yml."""
    return yaml_data("lexicon/accounts.yml")[name]


@cache
def pairs(name: str) -> frozenset[frozenset[str]]:
    """Pairs of a list of pairs."""
    return frozenset(frozenset(pair) for pair in lexicon(name))


def _said(kind: str, text: str) -> Iterator[tuple[str, bool]]:
    low = text.lower()
    found = {(_names(kind)[cue.group()], _is_turned(low[: cue.start()])) for cue in _cues(kind).finditer(low)}
    yield from sorted(found)


def _is_turned(before: str) -> bool:
    words = re.split(r"[.;:!?]", before)[-1].split()[-_REACH:]
    negations = lexicon("negations")
    return any(word.strip(",\"“'") in negations or word.endswith(("n't", "n’t")) for word in words)


@cache
def _names(kind: str) -> dict[str, str]:
    return {cue: name for name, cues in lexicon(kind).items() for cue in cues}


@cache
def _cues(kind: str) -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(_names(kind), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{cues})(?![\w-])")


@cache
def _phrases(name: str) -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(lexicon(name), key=len, reverse=True))
    return re.compile(rf"\b(?:{cues})\b")


@cache
def _own_fire() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in lexicon("own_fire"))
    whose = r"(?:it|we|(?:one of )?(?:our|its)(?: \w+){1,2})"
    return re.compile(rf"(?:that )?{whose} (?:had |have |has )?(?:{verbs})\b(?P<rest>.{{0,80}})", re.I | re.S)


@cache
def _were_civilians() -> re.Pattern[str]:
    people = "|".join(sorted(words("of_peace")))
    return re.compile(rf"\b(?:were|was|are|every one|each|all)(?: [\w']+){{0,3}} (?:{people})s?\b", re.I)


@cache
def _no_means() -> re.Pattern[str]:
    means = "|".join(lexicon("means"))
    whose = r"(?:we|it|they|(?:our|its|their) \w+)"
    return re.compile(rf"\b{whose} (?:has|have|had) no (?:\w+ )?(?:{means})\b", re.I)


@cache
def _holder() -> re.Pattern[str]:
    return re.compile(
        r"(?:that )?(?:[Tt]he )?(?P<who>[A-Z][\w'’-]+(?: [\w'’-]+){0,4}?) (?:still |now |fully |firmly )*"
        r"(?:holds?|controls?|(?:is|are) in (?:full )?control of)\b",
    )


@cache
def _work_of() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in lexicon("work_of"))
    return re.compile(rf"\b(?:{cues}) (?:the )?(?:so-called )?(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)")


@cache
def _held_by() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(lexicon("held_by"), key=len, reverse=True))
    return re.compile(rf"\b(?:{cues}) (?P<who>(?:the |our )?[\w'’ -]{{3,50}})", re.I)
