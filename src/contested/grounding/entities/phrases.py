"""Noun phrases around a head noun: where they start, and what the words in them say about whose they are."""

from dataclasses import dataclass

from contested.grounding.entities.cast import Cast, Draft
from contested.grounding.entities.words import words
from contested.model.parse import Parsed

_INSIDE = frozenset(("compound", "amod", "nmod", "npadvmod", "punct", "poss", "case", "advmod", "quantmod"))
_OUTSIDE = frozenset(("DET", "NUM", "CCONJ", "ADP", "SCONJ", "AUX"))
_KNOWN = ("force_words", "state_words", "ministry_words", "peoples", "rebel_words", "local_words", "forces", "police")
_HYPHENS = frozenset(("-", "–"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A head noun with the words before it (lower case) and whom they name: a country, a thing of the report.

    `named` is True where a name stands before the noun that is none of these: then it is nobody known.
    """

    first: int
    head: int
    before: tuple[str, ...]
    country: str | None = None
    owner: str | None = None
    definite: bool = False
    possessive: bool = False
    last: int = -1
    named: bool = False

    def has(self, name: str) -> bool:
        """Whether one of the words before the noun is in this list of actor_words.yml."""
        return any(word in words(name) for word in self.before)


def phrase_at(cast: Cast, head: int) -> Phrase:
    """The noun phrase headed by a token, without articles, numbers and what follows it, but with "of X"'s owner."""
    parsed = cast.scene.parsed
    first = _start(cast, head)
    before = _words_before(parsed, first, head)
    country, owner, last = _whose(cast, first, head)
    opening = parsed.lower(first - 1) if first > parsed.sentence_of(head).first else ""
    pronoun = opening in ("his", "her", "its", "their", "our", "my", "your")
    definite = opening in ("the", "this", "that", "these", "those")
    named = not (country or owner) and any(_unknown_name(cast, i) for i in range(first, head))
    return Phrase(first, head, before, country, owner, definite, pronoun, last, named)


def _unknown_name(cast: Cast, i: int) -> bool:
    """Whether a word before the noun is a name that is neither a country's nor of the lexicon ("Puntland forces")."""
    parsed = cast.scene.parsed
    if not parsed.word(i)[0].isupper() or parsed.pos[i] != "PROPN" or parsed.word(i).isupper():
        return False
    return i not in cast.scene.by_token and not any(parsed.lower(i) in words(name) for name in _KNOWN)


def _start(cast: Cast, head: int) -> int:
    """The leftmost token that hangs on the head through words between them."""
    parsed, first = cast.scene.parsed, head
    floor = parsed.sentence_of(head).first
    while first > floor:
        i = first - 1
        if parsed.word(i) in _HYPHENS and i > floor and parsed.ends[i - 1] == parsed.starts[i]:
            first = i - 1
        elif _belongs(cast, i, first, head):
            first = i
        elif (
            (draft := cast.at(i)) is not None
            and draft.key
            and first - 1 == i
            and parsed.heads[i] in range(first, head + 1)
        ):
            first = parsed.tokens_in(draft.start, draft.end)[0]
        else:
            break
    return first


def _belongs(cast: Cast, i: int, first: int, head: int) -> bool:
    """Whether a word left of the phrase is part of it; a nationality next to the noun is, whatever the parser says."""
    parsed = cast.scene.parsed
    if (
        i in cast.scene.by_token
        and i == head - 1
        and parsed.heads[i] == parsed.heads[head]
        and parsed.word(i)[0].isupper()
    ):
        return cast.scene.by_token[i].how == "adjective"
    if parsed.pos[i] in _OUTSIDE or parsed.tags[i] in ("PRP$", "WP$") or parsed.deps[i] not in _INSIDE:
        return False
    if parsed.pos[i] == "PUNCT" and (parsed.word(i) not in _HYPHENS | {"'", "’"} or _spaced(parsed, i)):
        return False
    if parsed.deps[i] == "case":
        return parsed.heads[i] == i - 1 and parsed.heads[i - 1] in range(first, head + 1)
    return parsed.heads[i] in range(first, head + 1)


def _spaced(parsed: Parsed, i: int) -> bool:
    """Whether a dash parts two phrases ("Shells fell on Kidal - police") and joins no words."""
    return parsed.word(i) in _HYPHENS and i > 0 and parsed.ends[i - 1] < parsed.starts[i]


def _words_before(parsed: Parsed, first: int, head: int) -> tuple[str, ...]:
    """The words before the head in lower case; a word in several tokens ("pro-government", "U.S.-led") as one."""
    found: list[str] = []
    glued = False
    for i in range(first, head):
        if found and glued and parsed.starts[i] == parsed.ends[i - 1]:
            found[-1] += parsed.lower(i)
        else:
            found.append(parsed.lower(i))
        glued = parsed.ends[i] == parsed.starts[i + 1]
    return tuple(found)


def _whose(cast: Cast, first: int, head: int) -> tuple[str | None, str | None, int]:
    """Country and thing named before the noun, or after it by "of", and the last token that belongs to the phrase."""
    country, owner = _named_in(cast, range(first, head), cast.at(head))
    if country or owner:
        return country, owner, head
    parsed = cast.scene.parsed
    for of in parsed.children(head, "prep"):
        if parsed.lower(of) == "of" and (target := parsed.child(of, "pobj")) is not None:
            country, owner = _named_in(cast, range(target, target + 1), None, names=True)
            return country, owner, target if country or owner else head
    return None, None, head


def _named_in(cast: Cast, tokens: range, own: Draft | None, *, names: bool = False) -> tuple[str | None, str | None]:
    """Country and thing named by the tokens; `own` is the mention that the noun itself is part of."""
    country = owner = None
    for i in tokens:
        draft = cast.at(i)
        if draft is not None and draft.key and draft is not own:
            owner = draft.key
        elif (said := cast.scene.by_token.get(i)) and not _led(cast.scene.parsed, i):
            country = said.code if said.how != "people" or not names else country
    return country, owner


def _led(parsed: Parsed, i: int) -> bool:
    """ "US-backed", "Saudi-led": the country is behind somebody else."""
    return i + 2 < len(parsed.starts) and parsed.word(i + 1) in _HYPHENS and parsed.starts[i + 1] == parsed.ends[i]


def text_of(cast: Cast, phrase: Phrase) -> str:
    """The phrase as the text has it, white space made single."""
    parsed = cast.scene.parsed
    return " ".join(parsed.text[slice(*parsed.span(phrase.first, phrase.head))].split())
