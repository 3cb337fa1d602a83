"""Names that may be places: looked up longest first, each with what stands around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from contested.grounding.gazetteer import Gazetteer, Place
from contested.grounding.gazetteer.folding import fold, loosen
from contested.grounding.nationalities import is_nationality
from contested.lexicon import yaml_data
from contested.model.parse import Parsed, Sentence

LONGEST = 8
"""Tokens of the longest name looked up (hyphens and articles count)."""
_NO_NAMES = {"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "ADV", "PART", "NUM", "PUNCT", "SYM", "SPACE"}


@dataclass(slots=True)
class Candidate:
    """A name that the gazetteer has. `first`/`last` are its tokens (both included), `end` a code point.

    `loose` tells that only another romanisation was found; `cue` is what the context says for (+) or against (-) a
    place; `level` the area's level if a kind word stands beside the name (0 = some area); `town` if the word says town,
    `part` if it says a part of one; `container` the next candidate in "Paris, Texas", `inside` the other way round;
    `land` the country whose adjective stands before it ("the Lebanese city of Tripoli"). `owner` tells that the name is
    a possessive that has lost its apostrophe ("Syrias south"); `peers` are the kinds and countries that a list of at
    least three names shares with it ("Ohio, Utah and Wyoming").
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    senses: tuple[Place, ...]
    loose: bool = False
    cue: float = 0.0
    level: int | None = None
    town: bool = False
    part: bool = False
    container: "Candidate | None" = field(default=None, repr=False)
    inside: "Candidate | None" = field(default=None, repr=False)
    land: str | None = None
    owner: bool = False
    peers: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of data/lexicon/places.yml and data/gazetteer/stop_names.yml as sets."""

    inside: frozenset[str]
    articles: frozenset[str]
    never: frozenset[str]
    phrases: frozenset[str]
    common: frozenset[str]
    short: frozenset[str]
    postal: dict[str, str]


@cache
def words() -> Words:
    """The lists, read once."""
    lexicon, stop = yaml_data("lexicon/places.yml"), yaml_data("gazetteer/stop_names.yml")
    countries = yaml_data("gazetteer/countries.yml")
    states: dict[str, list[str]] = countries["us_states"]
    short = [s for names in states.values() for s in names]
    short += [
        s for _, _, names in countries["areas"] for s in names if s.endswith(".") and fold(s).upper() not in names
    ]
    return Words(
        frozenset(lexicon["inside"]),
        frozenset(lexicon["articles"]),
        frozenset(stop["never"]),
        frozenset(stop["phrases"]),
        frozenset(stop["common"]),
        frozenset(fold(s) for s in short if s.endswith(".")),
        {code: fold(names[0]) for code, names in states.items()},
    )


def is_name(parsed: Parsed, i: int) -> bool:
    """Whether token i may be (a word of) a name: a capital, or a script without capitals; no function word."""
    char = parsed.text[parsed.starts[i]]
    if char.isupper():
        return parsed.pos[i] not in _NO_NAMES or parsed.tags[i] in ("NNP", "NNPS")
    return char.isalpha() and char.lower() == char.upper()


def candidates(parsed: Parsed, gazetteer: Gazetteer) -> list[Candidate]:
    """All names of the parsed sentences that the gazetteer has, longest first where they overlap, in text order."""
    spans = [span for sentence in parsed.sentences if sentence.parsed for span in _spans(parsed, sentence)]
    keyed = [(first, last, key) for first, last in spans if (key := _key(parsed, first, last))]
    found = gazetteer.find(key for _, _, key in keyed)
    loose = {
        key: f"~{loosen(key)}"
        for first, last, key in keyed
        if _townless(found.get(key, ())) and (first < last or parsed.pos[first] == "PROPN")
    }
    romanised = gazetteer.find(key for key in loose.values() if key != "~None")
    hits = _owners(parsed, keyed, found, gazetteer)
    for first, last, key in keyed:
        exact, other = found.get(key, ()), romanised.get(loose.get(key, ""), ())
        if key in words().phrases:
            hits.append(_candidate(parsed, first, last, key, (), False))
        elif exact or (other and not any(_known(found.get(word, ())) for word in key.split())):
            hits.append(_candidate(parsed, first, last, key, exact + _compatriots(exact, other), not exact))
    return _longest_first(hits)


def _owners(
    parsed: Parsed, keyed: list[tuple[int, int, str]], found: Mapping[str, tuple[Place, ...]], gazetteer: Gazetteer
) -> list[Candidate]:
    """Possessives of well-known places that lost their apostrophe on the way ("Syrias second city")."""
    bare = [(first, last, key[:-1]) for first, last, key in keyed if key not in found and _bare(parsed, last)]
    known = gazetteer.find(key for _, _, key in bare) if bare else {}
    hits = [
        _candidate(parsed, first, last, key, known[key], False)
        for first, last, key in bare
        if _known(known.get(key, ())) and key not in words().common and key not in lexicon("given_names")
    ]
    for hit in hits:
        hit.owner, hit.end = True, hit.end - 1
    return hits


def _bare(parsed: Parsed, i: int) -> bool:
    """Whether a word ends in s and something owned may follow in the same sentence."""
    word, following = parsed.word(i), i + 1
    ends = len(word) > 4 and word[-1] == "s" and word[-2] not in "s'\u2019"
    return ends and following < parsed.sentence_of(i).last and parsed.pos[following] in ("ADJ", "NOUN", "PROPN", "NUM")


def _townless(senses: tuple[Place, ...]) -> bool:
    """Whether a name is found as no country and no town but villages: the one meant may be spelled otherwise."""
    return not any(p.feature == "PCLI" or (p.feature.startswith("PPL") and p.source == "geonames") for p in senses)


def _compatriots(exact: tuple[Place, ...], other: tuple[Place, ...]) -> tuple[Place, ...]:
    """The loosely spelled places: all where nothing is spelled exactly so, else those in the villages' countries."""
    lands = {place.country for place in exact if place.feature.startswith("PPL")}
    return tuple(place for place in other if place.country in lands) if lands else other


def _known(senses: tuple[Place, ...]) -> bool:
    """Whether a name is a country's, an area's or a city's: then it is no part of a loosely spelled longer one."""
    return any(p.feature in ("PCLI", "ADM1", "PPLC") or (p.population or 0) > 100_000 for p in senses[:3])


def _spans(parsed: Parsed, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """First and last tokens of all runs that may be one name."""
    inside, articles = words().inside, words().articles
    for first in range(sentence.first, sentence.last):
        article = parsed.lower(first) in articles and first + 1 < sentence.last and parsed.word(first + 1) in "-–"
        if not (is_name(parsed, first) or article):
            continue
        for last in range(first, min(first + LONGEST, sentence.last)):
            if is_name(parsed, last):
                yield first, last
            elif parsed.lower(last) not in inside:
                break


def _key(parsed: Parsed, first: int, last: int) -> str | None:
    """The strict key of the tokens, None if they are a stop name or a word too short to be a name."""
    text = parsed.text[parsed.starts[first] : parsed.ends[last]]
    key = fold(text)
    if is_nationality(text):
        return None
    if all(word in lexicon("directions") for word in key.split()):
        return None
    if first == last:
        if key in words().short:
            dotted = text.endswith(".") or parsed.text[parsed.ends[last] : parsed.ends[last] + 1] == "."
            sure = key not in words().common or "." in text[:-1] or _area_expected(parsed, first)
            return key if dotted and sure else None
        if text in words().postal and _after_comma(parsed, first):
            return words().postal[text]
        if key in words().never:
            return None
        if parsed.starts[first] and parsed.text[parsed.starts[first] - 1] == "$":
            return None
    if len(key) < 3 and not text.replace(".", "").isupper() and key.isascii():
        return None
    return key or None


def _area_expected(parsed: Parsed, i: int) -> bool:
    """After a town and a comma, or after a direction ("western Mass.")."""
    return _after_comma(parsed, i) or (i > 0 and parsed.lower(i - 1) in lexicon("directions"))


def _after_comma(parsed: Parsed, i: int) -> bool:
    return i > 1 and parsed.word(i - 1) == "," and is_name(parsed, i - 2)


def _candidate(parsed: Parsed, first: int, last: int, key: str, senses: tuple[Place, ...], loose: bool) -> Candidate:
    end = parsed.ends[last]
    if key in words().short and parsed.text[end : end + 1] == ".":
        end += 1
    return Candidate(first, last, parsed.starts[first], end, key, senses, loose)


def _longest_first(hits: list[Candidate]) -> list[Candidate]:
    """Of overlapping hits the longer, then the exact before the loose, then the earlier; a stop phrase leaves none."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.loose, h.first)):
        tokens = range(hit.first, hit.last + 1)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.extend([hit] if hit.senses else [])
    return sorted(kept, key=lambda h: h.first)


def lexicon(name: str) -> frozenset[str]:
    """A list of data/lexicon/places.yml as a set."""
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    data: dict[str, Any] = yaml_data("lexicon/places.yml")
    return {name: frozenset(value) for name, value in data.items() if isinstance(value, list)}
