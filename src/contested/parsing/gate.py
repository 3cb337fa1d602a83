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

ENOUGH = ((300, 2), (900, 3))
"""Points that a report of at most so many code points needs: a brief has no room for more words."""
ENOUGH_IF_LONG = 5
"""Points that any longer report needs: two for each different strong word (rebels), one for a medium one (police)."""
_POINTS = {"strong": 2, "medium": 1, "weak": 0}
_DIGIT = re.compile(r"\d")


@cache
def _matcher() -> Matcher:
    words = yaml_data("lexicon/gate.yml")
    return Matcher((word, f"{points}{word}") for tier, points in _POINTS.items() for word in words[tier])


def wanted(report: Report, sentences: Sequence[Sentence], *, gate: str) -> set[int]:
    """Indices of the sentences to parse: all under gate `none`; under `conflict` those with a word of the gate's
    lexicon or a digit; none if the report is not about conflict."""
    if gate == "none":
        return set(range(len(sentences)))
    hits = _matcher().find(report.text)
    inside = _by_sentence(hits, sentences)
    points = sum(int(key[0]) for key in set().union(*inside.values()))
    if points < next((enough for longest, enough in ENOUGH if len(report.text) <= longest), ENOUGH_IF_LONG):
        return set()
    digits = {n for n, s in enumerate(sentences) if _DIGIT.search(report.text, s.start, s.end)}
    return set(inside) | digits


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
