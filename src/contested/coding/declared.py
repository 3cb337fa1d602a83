"""Denials and charges that a party's outlet makes in its own words ("We have no men at the ford").

A communique needs no verb of saying: its narrator is the party. Only outlets whose name says so are read so, and only
sentences that nobody else speaks and of which no claim is told yet. Patterns are in data/lexicon/declared.yml.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from contested.coding.draft import Draft
from contested.coding.saying import Said, Voices
from contested.coding.world import World
from contested.lexicon import word_set, yaml_data
from contested.model.claim import Claim, Polarity, Stance
from contested.model.text import Span

_FILE = "lexicon/declared.yml"
_ACTS: tuple[tuple[str, str, Polarity, Stance], ...] = (
    ("denying", "speech.deny", "-", "asserts"),
    ("charging", "speech.accuse", "+", "accuses"),
)
"""Patterns, type, polarity and stance: "we did not fire" asserts what is itself negative."""
_BODY = frozenset({"body", "title"})
_WORD = re.compile(r"[^\W\d_][\w-]*")


def declared(world: World, claims: Iterable[Claim], voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs in text order; none where the outlet is no party's."""
    if not _is_a_partys(world.report.source):
        return
    taken = [claim for claim in claims if claim.kind != "figure"]
    for sentence in world.parsed.sentences:
        words = world.text[sentence.start : sentence.end].rstrip(" .\n")
        found = _act(words)
        if found is None or world.report.blocks[sentence.block].kind not in _BODY:
            continue
        (name, kind, polarity, stance), at = found
        span, said = Span(sentence.start, sentence.start + len(words)), voices.over(sentence.start + at)
        alone = len(said) == 1 and said[0].saying is None
        if alone and not any(span.overlaps(claim.span) for claim in taken):
            draft = Draft("statement", span, f"declared:{name}", type=kind, polarity=polarity)
            yield draft, replace(said[0], stance=stance)


def _is_a_partys(source: str | None) -> bool:
    found = {word.lower() for word in _WORD.findall(source or "")}
    return bool(found & word_set(_FILE, "parties")) and not found & word_set(_FILE, "press")


def _act(sentence: str) -> tuple[tuple[str, str, Polarity, Stance], int] | None:
    """The act of the sentence and where its words begin: a denial comes before a charge."""
    low = sentence.lower()
    found = ((act, match.start()) for act in _ACTS if (match := _pattern(act[0]).search(low)) is not None)
    return next(found, None)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in yaml_data(_FILE)[name]))
