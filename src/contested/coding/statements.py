"""Claims from sayings that no other coder understood: praise, criticism, demands, threats and other statements.

That somebody says something is itself true and traceable, so the content is kept in the text's own words.
"""

from collections.abc import Iterable, Iterator

from contested.coding.clauses import LONGEST, trimmed
from contested.coding.draft import Draft
from contested.coding.saying import Said, Voices
from contested.coding.world import World
from contested.model.claim import Claim
from contested.model.grounding import Saying
from contested.model.text import Span

SPEECH_TYPES = {
    "demands": "speech.demand", "criticises": "speech.criticise", "accuses": "speech.accuse", "denies": "speech.deny",
    "rejects": "speech.reject", "threatens": "speech.threaten", "praises": "speech.praise", "intends": "speech.promise",
    "claims": "speech.responsibility",
}  # fmt: skip
SHORTEST = 12
"""Code points of the shortest content kept: less is a remnant of a quote."""


def statements(world: World, claims: Iterable[Claim], voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs for the sayings in whose content no claim stands yet."""
    taken = [claim.span for claim in claims]
    for saying in world.grounded.sayings:
        for part in saying.attribution.content:
            span = _span(world, saying, part, voices)
            if span is None or any(span.overlaps(other) for other in taken):
                continue
            said = voices.by(saying)
            yield Draft("statement", span, f"saying:{saying.cue}", type=SPEECH_TYPES.get(said.stance)), said


def _span(world: World, saying: Saying, part: Span, voices: Voices) -> Span | None:
    """The content, with the speaker and the cue where the cue sets the stance; None where too little is left."""
    content = trimmed(world.text, part)
    if content.end - content.start < SHORTEST:
        return None
    if not voices.by(saying).in_span:
        return content
    before = [s.start for s in (*saying.attribution.source, *saying.attribution.cue) if s.start < content.start]
    start = min([content.start, *before])
    return Span(start, content.end) if content.end - start <= LONGEST else content
