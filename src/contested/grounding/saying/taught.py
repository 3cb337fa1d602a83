"""What only the encoder finds, put into the rules' words: a draft with its cue, its source, its content."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from contested.grounding.saying.complements import charge_before
from contested.grounding.saying.draft import Draft, Source, joined, trimmed
from contested.grounding.saying.sources import sources_of
from contested.grounding.saying.speaking import can_speak, is_document, is_image
from contested.grounding.saying.verbs import cue_at, unsaid
from contested.lexicon.speech import Cue, NounCue, noun_cues
from contested.model.learned import LearnedAttribution
from contested.model.parse import Parsed
from contested.model.text import Span

_LINKS = frozenset({"DET", "ADP", "PART", "CCONJ", "SCONJ", "PUNCT", "AUX"})
VOICED = 0.5
"""The least `speech` of one of the contract's voices."""
TRUSTED = 0.6
"""The least score of a voice that no rule found."""
SHORT = 2
"""Words of the shortest part of a content beside a longer one; shorter ones are slips of the encoder."""
NEAR = 30
"""Code points between parts of a source that still are one phrase."""


def taught_draft(parsed: Parsed, told: LearnedAttribution, speakers: Collection[int]) -> list[Draft]:
    """The draft of a learned attribution; none where it has no cue in a parsed sentence or no content."""
    cue = _cue_token(parsed, told.cue)
    content = _completed(parsed, words_of(parsed.text, told.content))
    if cue is None or not content or not _says_something(parsed, content):
        return []
    first = next(s for s in told.cue if s.overlaps(parsed.span(cue, cue)))
    known, charge = cue_at(parsed, cue), charge_before(parsed, cue)
    draft = Draft(
        cue,
        known.word if known is not None else parsed.lemmas[cue],
        first,
        source_of(parsed, told.source) if told.source and charge is None else _subject(parsed, cue),
        content if charge is None else (charge,),
        parsed.child(cue, "neg") is not None,
        cues=tuple(s for s in told.cue if s != first),
    )
    return [replace(draft, spoken=_is_spoken(parsed, told, draft, known or noun_cues().get(draft.word), speakers))]


def _says_something(parsed: Parsed, content: Sequence[Span]) -> bool:
    """Whether the content is more than an article or a preposition."""
    return any(parsed.pos[t] not in _LINKS for span in content for t in parsed.tokens_in(*span))


def _completed(parsed: Parsed, content: Sequence[Span]) -> tuple[Span, ...]:
    """The content with the rest of a phrase that it breaks off in ("the law in")."""
    if not content or not (tokens := parsed.tokens_in(*content[-1])):
        return tuple(content)
    last = tokens[-1]
    if parsed.pos[last] not in ("DET", "ADP"):
        return tuple(content)
    whole = parsed.heads[last] if parsed.pos[last] == "DET" else last
    end = parsed.ends[parsed.subtree(whole)[-1]]
    return (*content[:-1], Span(content[-1].start, max(end, content[-1].end)))


def _subject(parsed: Parsed, cue: int) -> Source:
    """Who does it by grammar, where the encoder names nobody and the cue is an active verb; else nobody."""
    passive = parsed.child(cue, "nsubjpass", "auxpass") is not None or parsed.tags[cue] == "VBN"
    if parsed.pos[cue] != "VERB" or (passive and parsed.child(cue, "aux") is None):
        return Source()
    found = sources_of(parsed, cue)
    return found[0] if len(found) == 1 else Source()


def _is_spoken(
    parsed: Parsed, told: LearnedAttribution, draft: Draft, cue: Cue | NounCue | None, speakers: Collection[int]
) -> bool:
    """Whether the words are one of the contract's voices: somebody says them, and the encoder is sure of both."""
    head = draft.source.head
    if not told.source or cue is None or head is None:
        return False
    if not can_speak(parsed, head, speakers) or unsaid(parsed, draft.at):
        return False
    if abs(parsed.sentence_number(head) - parsed.sentence_number(draft.at)) > 1:
        return False  # the encoder does not see the sentences between, if the gate left them out
    if isinstance(cue, Cue) and cue.voice == "show" and not (is_image(parsed, head) or is_document(parsed, head)):
        return False
    if isinstance(cue, Cue) and "noun" not in cue.takes and not _has_verb(parsed, draft.content):
        return False
    return told.score >= TRUSTED and told.speech >= VOICED


def _has_verb(parsed: Parsed, content: Sequence[Span]) -> bool:
    """Whether the content is a clause, and so can be said."""
    return any(parsed.pos[t] in ("VERB", "AUX") for span in content for t in parsed.tokens_in(*span))


def _cue_token(parsed: Parsed, cue: Sequence[Span]) -> int | None:
    """The token of a cue that carries it: one the lexicon knows, else its first verb, else its first word."""
    tokens = [t for span in cue for t in parsed.tokens_in(*span)]
    known = (t for t in tokens if cue_at(parsed, t) is not None)
    verbs = (t for t in tokens if parsed.pos[t] in ("VERB", "NOUN"))
    return next(known, next(verbs, tokens[0] if tokens else None))


def source_of(parsed: Parsed, parts: Sequence[Span]) -> Source:
    """The source's longest part, with those close by."""
    if not parts:
        return Source()
    kept = max(parts, key=lambda s: s.end - s.start)
    for part in parts:
        if part.start - kept.end <= NEAR and kept.start - part.end <= NEAR:
            kept = Span(min(kept.start, part.start), max(kept.end, part.end))
    return Source(trimmed(parsed.text, *kept), parsed.head_of(*kept))


def words_of(text: str, parts: Sequence[Span]) -> tuple[Span, ...]:
    """The parts without loose punctuation, joined where nothing stands between, stray single words left out."""
    found = joined(text, [trimmed(text, *part) for part in parts])
    longest = max((s.end - s.start for s in found), default=0)
    return tuple(s for s in found if s.end - s.start == longest or len(text[s.start : s.end].split()) >= SHORT)
