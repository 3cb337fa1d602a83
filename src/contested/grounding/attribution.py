"""Who says what: every attribution of a report with its source, its cue, its content and its chain of voices."""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast as typed

from contested.grounding.saying.cast import Cast, cast_of, speaking_tokens
from contested.grounding.saying.composing import composed
from contested.grounding.saying.draft import Draft
from contested.grounding.saying.headlines import headline_drafts, run_on_drafts, turn_drafts
from contested.grounding.saying.owners import with_quotes
from contested.grounding.saying.phrases import phrase_drafts
from contested.grounding.saying.quotes import Quote, form_of, paragraphs, quotes_in
from contested.grounding.saying.verbs import verb_drafts
from contested.grounding.saying.voices import is_first_person, levels, passing_on, relay_of, voice_of
from contested.model.claim import Voice
from contested.model.grounding import Attribution, Entity, Form, Mention, Saying, Time
from contested.model.learned import LearnedAttribution
from contested.model.parse import Parsed
from contested.model.report import Report
from contested.model.text import Span

STRETCH = 1_000
"""Code points by which contents are filed, so that long reports need no search through all of them."""


def find_sayings(
    report: Report, parsed: Parsed, entities: Sequence[Entity], mentions: Sequence[Mention], times: Sequence[Time]
) -> tuple[Saying, ...]:
    """The voices of a report by rules alone: `sayings` of `find_attributions`."""
    return find_attributions(report, parsed, entities, mentions, times)[0]


def find_attributions(
    report: Report,
    parsed: Parsed,
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    learned: Sequence[LearnedAttribution] = (),
) -> tuple[tuple[Saying, ...], tuple[Attribution, ...]]:
    """The voices, and the attributions that are none (plans, wishes, beliefs); ids "a1", "a2" ... in one text order.

    `voices` of each saying is the chain from the report inwards. Without entities and mentions a voice has the source's
    words for a name and `speaker` is None. `learned` is what the encoder found in the text, if it was asked.
    """
    cast = cast_of(report, parsed, entities, mentions)
    speakers = speaking_tokens(cast)
    begins = paragraphs(parsed.text)
    quotes = quotes_in(parsed.text, begins)
    cast.quoted = [quote.span for quote in quotes]
    drafts = [*verb_drafts(parsed, speakers), *phrase_drafts(parsed, speakers)]
    drafts += [*turn_drafts(parsed), *run_on_drafts(parsed)]
    heads = {d.source.head for d in drafts if d.source.head is not None}
    known = {parsed.lower(head) for head in heads if parsed.pos[head] == "PROPN"}
    drafts += headline_drafts(report, parsed, speakers, known)
    drafts = composed(parsed, with_quotes(parsed, drafts, quotes, begins), learned, speakers)
    drafts.sort(key=lambda d: (d.cue, d.source.span or d.cue))
    shelves = _shelved(drafts)
    parents = [_parent(drafts, n, shelves.get(draft.cue.start // STRETCH, ())) for n, draft in enumerate(drafts)]
    voices = _chains(cast, drafts, parents)
    dated = _times_by_verb(parsed, times)
    found = [_saying(parsed, d, n, parents[n], voices[n], quotes, dated) for n, d in enumerate(drafts)]
    said = tuple(saying for saying, draft in zip(found, drafts, strict=True) if draft.spoken)
    others = (saying.attribution for saying, draft in zip(found, drafts, strict=True) if not draft.spoken)
    return said, tuple(others)


def _shelved(drafts: Sequence[Draft]) -> dict[int, list[int]]:
    """The drafts' numbers by the stretches of text that their contents touch."""
    shelves: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        for stretch in sorted({n for s in draft.content for n in range(s.start // STRETCH, s.end // STRETCH + 1)}):
            shelves.setdefault(stretch, []).append(number)
    return shelves


def _parent(drafts: Sequence[Draft], number: int, near: Iterable[int]) -> int | None:
    """The attribution with the shortest content that holds this one's cue."""
    draft = drafts[number]
    if draft.inside is not None:
        return next((n for n, d in enumerate(drafts) if d.at == draft.inside and d.inside is None), None)
    best, length = None, 0
    for n in near:
        other = drafts[n]
        if n == number or other.at == draft.at or not _holds(other, draft):
            continue
        size = sum(s.end - s.start for s in other.content)
        if best is None or size < length:
            best, length = n, size
    return best


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner's cue stands in the outer's content, and not the other way round as well."""
    inside = any(s.covers(inner.cue) for s in outer.content)
    return inside and not any(s.covers(outer.cue) for s in inner.content)


def _chains(cast: Cast, drafts: Sequence[Draft], parents: Sequence[int | None]) -> list[tuple[Voice, ...]]:
    own = [voice_of(cast, d) if d.spoken else None for d in drafts]
    chains: list[tuple[Voice, ...] | None] = [None] * len(drafts)

    def chain(number: int, seen: frozenset[int]) -> tuple[Voice, ...]:
        known = chains[number]
        if known is not None:
            return known
        parent = parents[number]
        outer = chain(parent, seen | {number}) if parent is not None and parent not in seen else ()
        relay = relay_of(cast, drafts[number].source) if drafts[number].spoken else None
        inner = [] if is_first_person(drafts[number], cast.parsed) else [own[number]]
        made = levels(cast.narrator(), [*passing_on(cast, outer[1:]), relay, *inner])
        chains[number] = made
        return made

    return [chain(n, frozenset()) for n in range(len(drafts))]


def _saying(
    parsed: Parsed,
    draft: Draft,
    number: int,
    parent: int | None,
    voices: tuple[Voice, ...],
    quotes: Sequence[Quote],
    dated: Mapping[int, Sequence[tuple[int, Span]]],
) -> Saying:
    source = (draft.source.span,) if draft.source.span is not None else ()
    attribution = Attribution(
        f"a{number + 1}",
        source,
        tuple(sorted((draft.cue, *draft.cues))),
        draft.content,
        voices[-1].entity if draft.spoken else None,
        typed(Form, form_of(parsed.text, draft.content, quotes)),
        f"a{parent + 1}" if parent is not None else None,
    )
    return Saying(attribution, voices, draft.word, draft.negated, _said(draft, dated.get(draft.at, ())))


def _times_by_verb(parsed: Parsed, times: Sequence[Time]) -> dict[int, list[tuple[int, Span]]]:
    """The time expressions, by number and span, under the verb that each hangs on."""
    found: dict[int, list[tuple[int, Span]]] = {}
    for number, time in enumerate(times):
        token = parsed.head_of(time.start, time.end)
        above = parsed.ancestors(token) if token is not None else ()
        verb = next((a for a in above if parsed.pos[a] in ("VERB", "AUX")), None)
        if verb is not None:
            found.setdefault(verb, []).append((number, time.span))
    return found


def _said(draft: Draft, hanging: Iterable[tuple[int, Span]]) -> int | None:
    """Of the time expressions that hang on the cue the first that stands outside content and source."""
    taken = [*draft.content, *([draft.source.span] if draft.source.span else [])]
    outside = (number for number, span in hanging if not any(span.overlaps(s) for s in taken))
    return next(outside, None)
