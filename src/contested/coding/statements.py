"""Claims from sayings that no other coder understood: praise, criticism, demands, threats and other statements.

That somebody says something is itself true and traceable, so the content is kept in the text's own words.
"""

from collections.abc import Iterable, Iterator

from contested.coding.clauses import LONGEST, trimmed
from contested.coding.draft import Draft
from contested.coding.saying import Said, Voices
from contested.coding.world import World
from contested.model.claim import Claim, Kind
from contested.model.grounding import Saying
from contested.model.text import Span

SPEECH_TYPES = {
    "demands": "speech.demand", "criticises": "speech.criticise", "accuses": "speech.accuse", "denies": "speech.deny",
    "rejects": "speech.reject", "threatens": "speech.threaten", "praises": "speech.praise", "intends": "speech.promise",
    "claims": "speech.responsibility",
}  # fmt: skip
GAP = 60
"""Code points between the parts of a content that still make one statement ("..., he said, ...")."""
SHORTEST = 12
"""Code points of the shortest content kept: less is a remnant of a quote."""


def statements(world: World, claims: Iterable[Claim], voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs for the sayings in whose content no claim stands yet."""
    taken = [claim.span for claim in claims]
    for saying in world.grounded.sayings:
        said = voices.by(saying)
        span = _span(world, saying, said)
        if span is not None and not any(span.overlaps(other) for other in taken):
            kind: Kind = "observation" if said.voices[-1].role == "image" else "statement"
            yield Draft(kind, span, f"saying:{saying.cue}", type=SPEECH_TYPES.get(said.stance)), said


def _span(world: World, saying: Saying, said: Said) -> Span | None:
    """The content, with the speaker and the cue where the cue sets the stance; None where too little is left."""
    content = trimmed(world.text, _hull(saying))
    if content.end - content.start < SHORTEST:
        return None
    if not said.in_span:
        return content
    before = [s.start for s in (*saying.attribution.source, *saying.attribution.cue) if s.start < content.start]
    start = min([content.start, *before])
    return Span(start, content.end) if content.end - start <= LONGEST else content


def _hull(saying: Saying) -> Span:
    """The content's parts as one span where only the cue or the speaker parts them; else the longest part."""
    parts = sorted(saying.attribution.content)
    whole = Span(parts[0].start, max(part.end for part in parts))
    said = sum(part.end - part.start for part in parts)
    return whole if whole.end - whole.start <= said + GAP else max(parts, key=lambda part: part.end - part.start)
