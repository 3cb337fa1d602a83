"""Pronouns by which a voice speaks of itself: "it" of "Chad said it had recalled its envoy"."""

from collections.abc import Iterable

from contested.model.grounding import Saying
from contested.model.parse import Parsed

_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})


def cue_token(parsed: Parsed, saying: Saying) -> int | None:
    """The token of the word that attributes; None for a cue that stands in no sentence that was parsed."""
    first = saying.cue.split()[0]
    tokens = (t for part in saying.attribution.cue for t in parsed.tokens_in(part.start, part.end))
    return next((t for t in tokens if parsed.lemmas[t] == first), None)


def selves(parsed: Parsed, sayings: Iterable[Saying]) -> dict[int, str]:
    """The pronouns that are the subject of what a voice says, with the voice's entity."""
    found: dict[int, str] = {}
    for saying in sayings:
        cue, entity = cue_token(parsed, saying), saying.voices[-1].entity if saying.voices else None
        clause = parsed.child(cue, "ccomp") if cue is not None else None
        subject = parsed.child(clause, "nsubj") if clause is not None else None
        if subject is not None and entity is not None and parsed.lower(subject) in _PRONOUNS:
            found[subject] = entity
    return found
