"""What the words of a name or an office tell: an organ of a state, a group that fights, a bystander."""

import re
from collections.abc import Sequence
from functools import cache

from contested.reconciling.knowledge import words
from contested.reconciling.party import Party
from contested.reconciling.words import stem

WORD = re.compile(r"[^\W_][\w'’-]*")
NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLES = frozenset({"a", "an", "the"})
_SHORTEST_PEOPLE = 4
"""Letters of the shortest word that by its ending names a people: the article "An" does not."""


def of_the_state(found: Sequence[str]) -> bool:
    """Whether the words name an outlet of the state ("state television")."""
    return "state" in found and any(word in words("outlets") for word in found)


def of_a_country(source: str) -> bool:
    """Whether an agency, a station or the like has a country's name ("Orvanian Press Service") or a compass word."""
    found = WORD.findall(source)
    return any(stem(word) in words("outlets") for word in found) and any(map(names_people, found))


@cache
def our_army() -> re.Pattern[str]:
    """What an outlet says that takes an army for its own."""
    forces = "|".join(sorted(words("own_forces")))
    return re.compile(rf"\bour (?:[a-z]+ ){{0,2}}(?:{forces})\b", re.I)


@cache
def our_fighters() -> re.Pattern[str]:
    """What only the outlet of those who fight says."""
    fighters = "|".join(sorted(words("own_fighters")))
    return re.compile(rf"\bour (?:[a-z]+ ){{0,2}}(?:{fighters})\b", re.I)


def tells_states_apart(word: str) -> bool:
    """Whether a word of an organ's name says of which state it is ("southern", "Orvanian")."""
    return stem(word) in words("compass") or names_people(word)


def names_people(word: str) -> bool:
    """Whether a word of a name says of which country it is ("Orvanian"); "Northern" alone is any paper's."""
    return (
        word[0].isupper()
        and len(word) >= _SHORTEST_PEOPLE
        and not is_office(word)
        and word.lower().endswith(tuple(words("demonyms")))
    )


def bands_in(text: str) -> list[tuple[int, Party]]:
    """Groups named in the text by a capitalised word and the noun of a band, with where they stand."""
    found = [(match.start(), new_band(match.group())) for match in NAME.finditer(text)]
    return [(at, band) for at, band in found if band is not None]


def new_band(name: str) -> Party | None:
    """The group in a name such as "Hill Guard Courier": a capitalised word and the noun of a band after it."""
    found = WORD.findall(name)
    for n, word in enumerate(found[1:], 1):
        before = found[n - 1]
        if before.lower() in _ARTICLES:
            continue
        noun = stem(word) in words("bands") or (stem(word) in ("army", "navy") and stem(before) in words("causes"))
        if word[0].isupper() and noun and before[0].isupper() and not is_office(before):
            first = max((k + 1 for k in range(n) if _begins_no_name(found[k])), default=0)
            return Party(" ".join([*found[first:n], _POSSESSIVE.sub("", word)]), "group")
    return None


def _begins_no_name(word: str) -> bool:
    return is_office(word) or not word[0].isupper() or word.lower() in _ARTICLES


def force_in(text: str) -> str | None:
    """The force of a state that the words name, if they name one: "army", "police"."""
    found = {force for force in words("forces") if re.search(rf"\b{force}\b", text, re.I)}
    return found.pop() if len(found) == 1 else None


def proper(name: str) -> str:
    """A group's name without what is only said of it: "Tula Riders militia"."""
    found = name.split()
    while len(found) > 1 and found[-1][0].islower():
        found.pop()
    return " ".join(found)


def says_office(text: str) -> bool:
    """Whether the words tell what somebody is, or of which group."""
    found = WORD.findall(text)
    return any(is_office(word) or stem(word) in words("mouths") for word in found) or new_band(text) is not None


def is_office(word: str) -> bool:
    """Whether the word stands for an organ, an office or a bystander's trade and is no name."""
    return any(stem(word) in words(name) for name in ("organs", "plain", "third"))


def holds(found: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a group's whole name stands among the words, and more of it than "the army"."""
    telling = [word for word in name if word not in words("organs") and word not in words("plain")]
    return bool(telling) and set(name) <= set(found)
