"""Which attribution a quotation belongs to, and what that makes of the attributions' contents."""

from collections.abc import Sequence
from dataclasses import replace

from contested.grounding.saying.draft import Draft, joined, trimmed
from contested.grounding.saying.quotes import Quote, paragraph_of
from contested.model.parse import Parsed
from contested.model.text import Span

_SENTENCE_END = frozenset('.!?:”"')


def with_quotes(parsed: Parsed, drafts: Sequence[Draft], quotes: Sequence[Quote], begins: Sequence[int]) -> list[Draft]:
    """The drafts with contents made whole by quotations; those that have neither clause nor quotation are dropped."""
    owned: dict[int, list[Quote]] = {}
    previous: int | None = None
    before: Quote | None = None
    outside = [_clipped(parsed, d, quotes) for d in drafts]
    for quote in quotes:
        owner = _owner(parsed, outside, quote)
        if owner is None and previous is not None and before is not None and _goes_on(parsed, outside, before, quote):
            owner = previous
        if owner is None and quote.whole:
            owner = _last_before(outside, quote, begins)
        if owner is not None and quote.speech:
            owned.setdefault(owner, []).append(quote)
        if quote.speech:
            previous, before = owner, quote
    made = [_extended(parsed, d, owned.get(n, []), quotes) for n, d in enumerate(outside)]
    return [d for d in _shared(made) if d.content]


def _inside(draft: Draft, quote: Quote) -> bool:
    return quote.start <= draft.cue.start < quote.end


def _clipped(parsed: Parsed, draft: Draft, quotes: Sequence[Quote]) -> Draft:
    """A cue inside a quotation has its content inside it too."""
    for quote in quotes:
        if _inside(draft, quote):
            kept = [Span(max(s.start, quote.start), min(s.end, quote.end)) for s in draft.content]
            return replace(draft, content=tuple(trimmed(parsed.text, *s) for s in kept if s.end > s.start))
    return draft


def _owner(parsed: Parsed, drafts: Sequence[Draft], quote: Quote) -> int | None:
    """The draft whose content the quotation overlaps most, else a cue beside it that has no content yet."""
    touching = _touching(parsed.text, drafts, quote)
    if touching is not None:
        return touching
    best, most = None, 0
    for n, draft in enumerate(drafts):
        if _inside(draft, quote) or draft.inside is not None:
            continue
        common = sum(max(0, min(s.end, quote.end) - max(s.start, quote.start)) for s in draft.content)
        if common > most:
            best, most = n, common
    if best is not None:
        return best
    return _beside(parsed, drafts, quote)


def _touching(text: str, drafts: Sequence[Draft], quote: Quote) -> int | None:
    """The draft whose source or cue follows right behind a quotation that ends in a comma or the like.

    Behind a question or a call that no colon introduces, and then only a draft that has no words behind its cue.
    """
    close = text[quote.start : quote.end].rstrip("\"”'»")[-1:]
    if close not in (",", "?", "!") or (close != "," and text[: quote.start].rstrip().endswith(":")):
        return None
    for n, draft in enumerate(drafts):
        source = draft.source.span
        first = min(draft.cue.start, source.start) if source is not None else draft.cue.start
        if close != "," and any(s.start >= draft.cue.end for s in draft.content):
            continue
        if first >= quote.end and not any(c.isalnum() for c in text[quote.end : first]) and draft.inside is None:
            return n
    return None


def _beside(parsed: Parsed, drafts: Sequence[Draft], quote: Quote) -> int | None:
    """A cue next to the quotation: behind it in its last sentence, or before it and closed by comma or colon."""
    best, least = None, 1_000
    for n, draft in enumerate(drafts):
        if draft.content or _inside(draft, quote) or draft.source.span is None:
            continue
        first, last = min(draft.cue.start, draft.source.span.start), max(draft.cue.end, draft.source.span.end)
        gap = parsed.text[quote.end : first] if first >= quote.end else parsed.text[last : quote.start]
        if len(gap) < least and _near(gap, first >= quote.end):
            best, least = n, len(gap)
    return best


def _near(gap: str, behind: bool) -> bool:
    """Whether the words between quotation and cue leave them together."""
    if behind:
        return len(gap) < 40 and not any(c in gap for c in ".;:\n")
    return len(gap) < 120 and ". " not in gap and (gap.strip(" \n\t").endswith((":", ",")) or len(gap) < 15)


def _goes_on(parsed: Parsed, drafts: Sequence[Draft], before: Quote, quote: Quote) -> bool:
    """Whether a quotation goes on with the one before it: in its paragraph, or in the next if that is all quotation."""
    if quote.paragraph == before.paragraph:
        sentences = [s for s in parsed.sentences if s.start < quote.start and s.end > before.end]
        cues = [d for d in drafts if before.end <= d.cue.start < quote.start]
        return len(sentences) <= 2 and len({d.at for d in cues}) <= 1 and quote.start - before.end < 160
    between = parsed.text[before.end : quote.start]
    return quote.whole and before.whole and not any(c.isalnum() for c in between)


def _last_before(drafts: Sequence[Draft], quote: Quote, begins: Sequence[int]) -> int | None:
    """The last cue of the paragraph before a paragraph that is nothing but quotation."""
    found = [
        (d.cue.start, n)
        for n, d in enumerate(drafts)
        if paragraph_of(begins, d.cue.start) == quote.paragraph - 1 and d.inside is None
    ]
    return max(found)[1] if found else None


def _extended(parsed: Parsed, draft: Draft, owned: Sequence[Quote], quotes: Sequence[Quote]) -> Draft:
    """The draft with the quotations it owns and with those, however short, that its content only partly covers.

    What a colon gives a speaker (a headline, a turn of a transcript) is whole already.
    """
    if draft.word == ":" or (not draft.content and not owned):
        return draft
    content = draft.content
    for quote in owned:
        content = _unstuck(parsed.text, draft, content, quote)
    spans = [*content, *(q.span for q in owned)]
    cut = [q.span for q in quotes if not _inside(draft, q) and any(q.span.overlaps(s) for s in content)]
    source = draft.source.span
    holes = [draft.cue, *([source] if source else [])]
    return replace(draft, content=_without(parsed.text, joined(parsed.text, [*spans, *cut]), holes))


def _unstuck(text: str, draft: Draft, content: Sequence[Span], quote: Quote) -> tuple[Span, ...]:
    """The content without what only stands beside a quotation that is a sentence of its own.

    "It rained. 'We left,' he said": a sentence before the quotation, not split from it; "As for the rest, he said,
    'We left'": words that say of what he spoke.
    """
    opening = quote.end <= draft.cue.start and text[: quote.start].rstrip()[-1:] in _SENTENCE_END
    comma = text[quote.start : quote.end].rstrip("\"”'»")[-1:] in (",", "?", "!")
    after = text[draft.cue.end : quote.start] if quote.start >= draft.cue.end else "..."
    follows = not any(c.isalnum() for c in after) and text[quote.start : quote.end].strip("\"“'‘`")[:1].isupper()
    kept = []
    for span in content:
        if opening and span.start < quote.start < span.end:
            span = Span(quote.start, span.end)
        if comma and span.start < quote.end < span.end <= draft.cue.start:
            span = Span(span.start, quote.end)
        if not (follows and "." not in after and span.end <= draft.cue.start):
            kept.append(span)
    return tuple(kept)


def _without(text: str, spans: Sequence[Span], holes: Sequence[Span]) -> tuple[Span, ...]:
    """The spans less the cue and the source, should they have come to lie inside."""
    for hole in holes:
        cut = []
        for span in spans:
            if span.start < hole.end and hole.start < span.end:
                cut += [Span(span.start, hole.start), Span(hole.end, span.end)]
            else:
                cut.append(span)
        spans = [s for s in (trimmed(text, *c) for c in cut) if s.end > s.start]
    return tuple(spans)


def _shared(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with one content for all that share a cue ("X and Y said") or stand inside its words ("citing Z")."""
    by_cue: dict[int, tuple[Span, ...]] = {}
    for draft in drafts:
        if draft.inside is None and len(draft.content) and draft.at not in by_cue:
            by_cue[draft.at] = draft.content
    made = []
    for draft in drafts:
        rule = draft.at if draft.inside is None else draft.inside
        made.append(replace(draft, content=by_cue.get(rule, draft.content)))
    return made
