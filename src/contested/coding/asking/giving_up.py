"""Why was a place given up? Asked where those who tell of the withdrawal give two different reasons."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from contested.coding import parties
from contested.coding.asking.endings import place_of
from contested.coding.asking.labels import named, thing
from contested.coding.asking.told import DENYING, REAL, Asked, Told
from contested.coding.asking.verdicts import independent
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim
from contested.model.question import Verdict

Groups = dict[str | int | float | None, list[Claim]]
_REACH = 6
"""Tokens from "because of" to the noun that it governs."""


def reason(told: Told) -> Iterator[Asked]:
    """One question a withdrawal at most. One party that gives several reasons gives a variance."""
    for event in told.events:
        if event.type != "territory.withdrawal":
            continue
        groups: Groups = {}
        own = told.own(event)
        for claim in (*own, *_statements(told, own)):
            answer = _reason(told.world, claim)
            if answer is not None and claim.stance not in DENYING and claim.modality in REAL:
                groups.setdefault(answer, []).append(claim)
        if len(groups) > 1:
            verdict: Verdict = "contested" if len(independent(told.world, groups)) > 1 else "variance"
            about = f"Why was {named(place_of(told, event))} given up?"
            yield Asked(about, "cause", event.id, groups, verdict)


def _statements(told: Told, own: Sequence[Claim]) -> list[Claim]:
    """What the voices that tell of the withdrawal say of it in words that are no event of their own."""
    leaving = frozenset(yaml_data("lexicon/questions.yml")["leaving"])
    parsed, tellers = told.world.parsed, parties.parties(told.world, own) - {"narrator"}
    return [
        claim
        for claim in told.claims
        if claim.kind == "statement"
        and parties.party(told.world, claim.voice) in tellers
        and any(parsed.lemmas[token] in leaving for token in parsed.tokens_in(claim.start, claim.end))
    ]


def _reason(world: World, claim: Claim) -> str | None:
    """The noun behind "in the face of", "because of" and the like; None where no reason is given so."""
    found = _cues().search(claim.quote.lower())
    if found is None:
        return None
    parsed = world.parsed
    behind = parsed.tokens_in(claim.start + found.end(), claim.end)[:_REACH]
    nouns = (token for token in behind if parsed.pos[token] in ("NOUN", "PROPN") and parsed.deps[token] != "compound")
    return _with_of(world, next(nouns, None))


def _with_of(world: World, noun: int | None) -> str | None:
    """The noun and what it is of ("shortage of ammunition")."""
    parsed = world.parsed
    of = next((c for c in parsed.children(noun, "prep") if parsed.lower(c) == "of"), None) if noun is not None else None
    inner = parsed.child(of, "pobj") if of is not None else None
    words = thing(world, noun)
    return f"{words} of {thing(world, inner)}" if words and inner is not None else words


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(yaml_data("lexicon/questions.yml")["reasons"]) + r")\b")
