"""Attributions by rules and those of the encoder made one list: each by whoever reads it better.

What was measured is in docs/decisions/0111-learned-composition.md.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from contested.grounding.saying.complements import charge_before
from contested.grounding.saying.draft import Draft
from contested.grounding.saying.taught import source_of, taught_draft, words_of
from contested.model.learned import LearnedAttribution
from contested.model.parse import Parsed
from contested.model.text import Span

SURE = 0.4
"""The least score of what only the encoder finds."""
AGREED = 0.8
"""How much of two contents taken together both must hold to be the same but for a word or two."""
SURER = 0.5
"""The least score at which the encoder's content or source replaces that of the rules."""
APART = 0.5
"""How little of two contents taken together both hold where one of them must be wrong."""
ALIKE = 0.5
"""How much of two contents taken together both must hold to be one attribution though the cues differ."""

STRETCH = 1_000
"""Code points by which attributions are filed, so that long reports need no search through all of them."""
ORIGINS = ("news", "conflict", "inner")
"""The heads by how well they mark borders."""


@dataclass(frozen=True, slots=True)
class Told:
    """A learned attribution; `agreed`: whether a second head found it with the same content."""

    found: LearnedAttribution
    agreed: bool = False


def composed(
    parsed: Parsed, drafts: Sequence[Draft], learned: Sequence[LearnedAttribution], speakers: Collection[int]
) -> list[Draft]:
    """The rules' drafts, repaired where the encoder knows better, and the drafts that only the encoder finds."""
    if not learned:
        return list(drafts)
    found = merged(learned)
    pairs = _pairs(drafts, found)
    best = _one_to_one(pairs)
    touched = {n for _, _, n in pairs}
    sources = [d.source.span for d in drafts if d.source.span is not None]
    made = [_repaired(parsed, d, found[best[n]], sources) if n in best else d for n, d in enumerate(drafts)]
    for n, told in enumerate(found):
        if n not in touched and told.found.score >= SURE:
            made += taught_draft(parsed, told.found, speakers)
    return made


def merged(learned: Sequence[LearnedAttribution]) -> list[Told]:
    """One a saying, where several heads found it: with the spans of `news`, the higher `speech`, in text order."""
    made: list[Told] = []
    shelves: dict[int, list[int]] = {}
    for told in sorted(learned, key=lambda t: ORIGINS.index(t.origin)):
        stretches = _stretches(told.content)
        near = dict.fromkeys(n for stretch in stretches for n in shelves.get(stretch, ()))
        twin = next((n for n in near if _one(made[n].found, told)), None)
        if twin is None:
            for stretch in stretches:
                shelves.setdefault(stretch, []).append(len(made))
            made.append(Told(told))
        else:
            first = made[twin].found
            agreed = made[twin].agreed or alike(first.content, told.content) >= AGREED
            made[twin] = Told(replace(first, speech=max(first.speech, told.speech)), agreed)
    return sorted(made, key=lambda t: t.found.content[0])


def _stretches(spans: Iterable[Span]) -> list[int]:
    """The numbers of the stretches of text that the spans touch."""
    return sorted({n for s in spans for n in range(s.start // STRETCH, s.end // STRETCH + 1)})


def _one(one: LearnedAttribution, other: LearnedAttribution) -> bool:
    same_cue = bool(common(one.cue, other.cue)) and bool(common(one.content, other.content))
    return same_cue or alike(one.content, other.content) >= ALIKE


def _pairs(drafts: Sequence[Draft], found: Sequence[Told]) -> list[tuple[float, int, int]]:
    """(how well they fit, draft, learned) of all that look like one attribution."""
    shelves: dict[int, list[int]] = {}
    for m, told in enumerate(found):
        for stretch in _stretches((*told.found.cue, *told.found.content)):
            shelves.setdefault(stretch, []).append(m)
    pairs = []
    for n, draft in enumerate(drafts):
        stretches = _stretches((draft.cue, *draft.content))
        for m in dict.fromkeys(m for stretch in stretches for m in shelves.get(stretch, ())):
            fit = _fit(draft, found[m].found)
            if fit:
                pairs.append((fit, n, m))
    return pairs


def _fit(draft: Draft, told: LearnedAttribution) -> float:
    """How well the two fit as readings of one attribution; 0 if they are not."""
    cue = bool(common((draft.cue,), told.cue))
    same = alike(draft.content, told.content)
    source = bool(draft.source.span and common((draft.source.span,), told.source))
    return 2 * cue + same + source / 2 if (cue and (same > 0 or source)) or same >= ALIKE else 0.0


def _one_to_one(pairs: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    best: dict[int, int] = {}
    taken: set[int] = set()
    for _, draft, told in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if draft not in best and told not in taken:
            best[draft] = told
            taken.add(told)
    return best


def _repaired(parsed: Parsed, draft: Draft, told: Told, sources: Sequence[Span]) -> Draft:
    """The draft with the encoder's source or content where two of its heads agree against the rules.

    Not with a source that is already one of the rules' `sources`: "a guard said, according to Reuters" has two.
    """
    found = told.found
    if not told.agreed or draft.source.span is None or not found.source or charge_before(parsed, draft.at) is not None:
        return draft
    same = alike(draft.content, found.content)
    if common((draft.source.span,), found.source):
        better = same < APART and found.score >= SURER and not _nested(draft.content, found.content)
        return replace(draft, content=words_of(parsed.text, found.content)) if better else draft
    if same < AGREED or found.score < SURER or any(common((s,), found.source) for s in sources):
        return draft
    source = source_of(parsed, found.source)
    near = source.head is not None and parsed.sentence_number(source.head) == parsed.sentence_number(draft.at)
    return replace(draft, source=replace(source, relay=draft.source.relay)) if near else draft


def _nested(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether nearly all of the shorter content lies in the other: only their borders differ, and rules know those."""
    return common(one, other) >= AGREED * min(sum(s.end - s.start for s in spans) for spans in (one, other))


def common(one: Sequence[Span], other: Sequence[Span]) -> int:
    """The number of code points that both lists of spans hold."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def alike(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The share of code points of both lists together that both hold (Jaccard), 0 to 1."""
    shared = common(one, other)
    total = sum(s.end - s.start for s in (*one, *other)) - shared
    return shared / total if total else 0.0
