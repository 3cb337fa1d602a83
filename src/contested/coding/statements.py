"""Claims from sayings that no other coder understood: praise, criticism, demands, threats and other statements.

That somebody says something is itself true and traceable, so the content is kept in the text's own words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from contested.coding.acts import as_act, as_told, saying_roles
from contested.coding.clauses import LONGEST, trimmed
from contested.coding.draft import Draft
from contested.coding.saying import Said, Voices
from contested.coding.world import World
from contested.model.claim import Claim, Kind, Voice
from contested.model.grounding import Saying
from contested.model.text import Span

SPEECH_TYPES = {
    "demands": "speech.demand", "criticises": "speech.criticise", "accuses": "speech.accuse", "denies": "speech.deny",
    "rejects": "speech.reject", "threatens": "speech.threaten", "praises": "speech.praise", "intends": "speech.promise",
    "claims": "speech.responsibility",
}  # fmt: skip
FILLED = 0.3
"""Share of a content that a claim must cover to stand for it; a mere noun in it ("famine") does not."""
MOSTLY = 0.75
"""The same for what pictures show ("many houses in ruins" is not the whole view) and for claims that tell something
beside what is said (a place, a judgement)."""
_BESIDES = frozenset({"figure", "geography", "assessment"})
FEWEST = 2
"""Words of the shortest quotation without a verb that says something ("Complete nonsense on stilts")."""
_LINKS = frozenset({"that", "and", "but", "or"})
GAP = 60
"""Code points between the parts of a content that still make one statement ("..., he said, ...")."""
_QUOTES = '"“”«»'
SHORTEST = 12
"""Code points of the shortest content kept: less is a remnant of a quote."""


def statements(world: World, claims: Iterable[Claim], voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs for the sayings in whose content no claim, no statement of that voice stands yet."""
    claims = list(claims)
    told = [claim for claim in claims if claim.kind not in _BESIDES]
    mine: list[tuple[Voice, Span]] = []
    for saying in world.grounded.sayings:
        act = as_act(world, voices.by(saying))
        if act.withheld:
            continue
        for number, span in enumerate(_spans(world, saying, act)):
            said = act if number == 0 else _going_on(world, act, span)
            here = _told_by(told, said) if said.stance in SPEECH_TYPES else claims
            if any(span.overlaps(other.span) and _fills(other, span, _least(other, said)) for other in here):
                continue
            if any(voice == said.voices[-1] and span.overlaps(other) for voice, other in mine):
                continue
            mine.append((said.voices[-1], span))
            kind: Kind = "observation" if said.voices[-1].role == "image" else "statement"
            roles = saying_roles(world, said) if number == 0 else {}
            yield Draft(kind, span, f"saying:{saying.cue}", type=SPEECH_TYPES.get(said.stance), roles=roles), said


def _going_on(world: World, said: Said, span: Span) -> Said:
    """The voice in a further sentence of what it says: what it does there, not what the cue of the first one told."""
    plain = replace(said, stance="asserts") if said.stance in SPEECH_TYPES else said
    return as_told(world, plain, span)


def _told_by(claims: Iterable[Claim], said: Said) -> list[Claim]:
    """What stands for an act of speech: any claim, but for a denial only one of that voice, not what it denies.

    Praise and blame are more than what they are for: "hailed the capture" tells of the capture, and that it is hailed.
    """
    if said.stance in ("praises", "criticises"):
        return []
    denial = said.stance in ("rejects", "denies")
    return [claim for claim in claims if not denial or claim.voice == said.voices[-1]]


def _least(claim: Claim, said: Said) -> float:
    """The share of a content that the claim must cover to stand for it."""
    beside = claim.kind in ("geography", "assessment") or claim.commitment == "presupposed"
    return MOSTLY if beside or said.voices[-1].role == "image" else FILLED


def _fills(claim: Claim, content: Span, least: float) -> bool:
    """Whether a claim says a good part of the content, so that the content need not be kept for itself."""
    shared = min(claim.end, content.end) - max(claim.start, content.start)
    return shared >= least * (content.end - content.start)


def _spans(world: World, saying: Saying, said: Said) -> Iterator[Span]:
    """The content, with the speaker and the cue where the cue sets the stance; short remnants are left out."""
    for number, part in enumerate(p for whole in _parts(world, saying) for p in _sentences(world, whole)):
        content = _without_link(world, trimmed(world.text, part))
        if content.end - content.start < (SHORTEST if not said.in_span else 2) or not _says(world, content, said):
            continue
        if number or not said.in_span:
            yield content
            continue
        near = [s for s in saying.attribution.source if not _verb_between(world, s, saying)]
        before = [s.start for s in (*near, *saying.attribution.cue) if s.start < content.start]
        start = min([content.start, *before])
        yield Span(start, content.end) if content.end - start <= LONGEST else content


def _without_link(world: World, content: Span) -> Span:
    """The content without the word that only links it ("that the town ...")."""
    first = next(iter(world.parsed.tokens_in(content.start, content.end)), None)
    if first is None or world.parsed.deps[first] not in ("mark", "cc") or world.parsed.lower(first) not in _LINKS:
        return content
    return trimmed(world.text, Span(world.parsed.ends[first], content.end))


def _says(world: World, content: Span, said: Said) -> bool:
    """Whether what somebody only tells is a clause or a quotation; what pictures show needs no verb."""
    tokens = world.parsed.tokens_in(content.start, content.end)
    telling = said.stance in ("asserts", "confirms", "concedes") and not said.in_span
    if not tokens or not telling or said.voices[-1].role == "image":
        return True
    direct = said.saying is not None and said.saying.attribution.form != "indirect"
    return (direct and len(tokens) > FEWEST) or any(world.parsed.pos[t] in ("VERB", "AUX") for t in tokens)


def _sentences(world: World, part: Span) -> Iterator[Span]:
    """The sentences of a long quotation: each of them says something of its own."""
    sentences = world.parsed.sentences
    for number in range(world.sentence_at(part.start), len(sentences)):
        if sentences[number].start >= part.end:
            return
        yield Span(max(part.start, sentences[number].start), min(part.end, sentences[number].end))


def _verb_between(world: World, source: Span, saying: Saying) -> bool:
    """Whether another verb parts source and cue ("Chad condemned the raid and promised help"): its words stay out."""
    cue = min(part.start for part in saying.attribution.cue)
    return any(world.parsed.pos[t] == "VERB" for t in world.parsed.tokens_in(source.end, cue))


def _parts(world: World, saying: Saying) -> list[Span]:
    """The content's parts; parts that only the cue itself or a dash aside parts are one."""
    parts = sorted(saying.attribution.content)
    joined = parts[:1]
    for part in parts[1:]:
        gap = world.text[joined[-1].end : part.start]
        quoted = any(mark in gap for mark in _QUOTES) or world.text[joined[-1].end - 1] in _QUOTES
        if len(gap) <= GAP and not quoted:
            joined[-1] = Span(joined[-1].start, part.end)
        else:
            joined.append(part)
    return joined
