"""The gate: is there anything about conflict here, and in which sentences? One search over the raw text decides.

Most of a news stream is not about conflict; what the gate leaves out is not parsed, which is where speed comes from.
Its recall is measured (docs/performance.md); `--gate none` switches it off.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from contested.lexicon import Matcher, yaml_data
from contested.model.parse import Sentence
from contested.model.report import Report
from contested.parsing.gate_words import abbreviations, ambiguous_names, frame_words, words_of_briefs, words_of_reports

ENOUGH = ((450, 2), (1200, 3), (2500, 4))
"""Points that a report of at most so many code points needs: a brief has no room for more words."""
BRIEF = 450
"""Code points of a text that is read if it tells of an act between states or parties ("Chad recalled its envoy")."""
_BODY = "body"
_NAMING = ("adjectives", "people", "capitals", "also")
ENOUGH_IF_LONG = 5
"""Points that any longer report needs: two for each different strong word (rebels), one for a medium one (police)."""
BRIEF_WORDS = 900
"""Code points of a report in which a word of protest, crime or disaster counts; a long one has them in passing."""
_DIGIT = re.compile(r"\d")


@cache
def _acts() -> Matcher:
    """What states and parties do to each other; with the key "diplomacy" what only states do ("diplomatic ties")."""
    words = yaml_data("lexicon/gate.yml")
    listed = ((word, key) for key in ("diplomacy", "acts") for word in words[key])
    return Matcher((*listed, *((word.form, "acts") for word in frame_words())))


@cache
def _powers() -> Matcher:
    """Countries, their people and capitals, by name (the key is the country's code); offices, bodies and parties."""
    named = (
        (str(word), code)
        for code, country in yaml_data("actors/countries.yml").items()
        for word in (country["name"], *(w for k in _NAMING for w in country.get(k, ())))
    )
    bodies = ((form, _BODY) for word in yaml_data("lexicon/gate.yml")["powers"] for form in (word, word.title()))
    parties = ((name, _BODY) for name in ambiguous_names())
    return Matcher((*named, *bodies, *parties), case=True)


def _of_states(text: str, points: int) -> bool:
    """Whether a brief is about two countries, or tells of an act of somebody of state ("the junta lifted the ban"), or
    names one beside a word of conflict that would not be enough alone."""
    acts, powers = {hit.key for hit in _acts().find(text)}, {hit.key for hit in _powers().find(text)}
    if abbreviations().find(text):
        powers.add(_BODY)
    return "diplomacy" in acts or bool((acts or points) and powers) or len(powers - {_BODY}) > 1


def wanted(report: Report, sentences: Sequence[Sentence], *, gate: str) -> set[int]:
    """Indices of the sentences to parse: all under gate `none`; under `conflict` those with a word of the gate's
    lexicon or a digit; none if the report is not about conflict (or, if short, about what states do to each other)."""
    if gate == "none":
        return set(range(len(sentences)))
    words = words_of_briefs() if len(report.text) <= BRIEF_WORDS else words_of_reports()
    inside = _by_sentence(words.find(report.text), sentences)
    short = _by_sentence(abbreviations().find(report.text), sentences)
    points = _points(set().union(*inside.values(), *short.values()))
    if points < next((enough for longest, enough in ENOUGH if len(report.text) <= longest), ENOUGH_IF_LONG):
        return set(range(len(sentences))) if len(report.text) <= BRIEF and _of_states(report.text, points) else set()
    digits = {n for n, s in enumerate(sentences) if _DIGIT.search(report.text, s.start, s.end)}
    return set(inside) | set(short) | digits


def _points(keys: Iterable[str]) -> int:
    """The sum over what the keys name; a party named in full and by its abbreviation counts once, as the former."""
    best: dict[str, int] = {}
    for key in keys:
        best[key[1:]] = max(best.get(key[1:], 0), int(key[0]))
    return sum(best.values())


def _by_sentence(hits: Iterable[tuple[int, int, str]], sentences: Sequence[Sentence]) -> dict[int, set[str]]:
    """Keys of the hits by the sentence they stand in; both sequences are in text order."""
    found: dict[int, set[str]] = {}
    number = 0
    for start, _, key in hits:
        while number < len(sentences) and sentences[number].end <= start:
            number += 1
        if number < len(sentences) and sentences[number].start <= start:
            found.setdefault(number, set()).add(key)
    return found
