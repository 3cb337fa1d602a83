"""Attributions by layout: headlines with a source before a colon or behind a dash, turns of a transcript."""

import re
from collections.abc import Collection, Sequence

from contested.grounding.saying.content import PRINTED
from contested.grounding.saying.draft import Draft, Source, trimmed
from contested.grounding.saying.speaking import can_speak
from contested.lexicon.speech import words
from contested.model.parse import Parsed
from contested.model.report import Report
from contested.model.text import Span

_HEADS = frozenset({"title", "heading"})
_COLON = re.compile(r"^([^:\n]{2,60}):\s+(?=\S)")
_DASH = re.compile(r"\s(?:-|–|—|--)\s([^-–—:.\n]{2,45})\.?\s*$")
_CLOSING = re.compile(r":\s([^-–—:.\n]{2,45})\.?\s*$")
_TOPIC = re.compile(r"[A-Z]\w{3,}[-–/][A-Z]\w{2,}(?: \w+)?")
"""A label of two parties or places ("Israel-Gaza", "Russia-Ukraine war"), which is nobody."""
_TURN = re.compile(r"^[\"“]?([A-Z][A-Z.'’\- ]{2,40}):\s+(?=\S)", re.M)


def headline_drafts(report: Report, parsed: Parsed, speakers: Collection[int], known: Collection[str]) -> list[Draft]:
    """ "Monitor: 12 killed", "12 killed - monitor", "12 killed: monitor" in titles, headings and first sentences.

    What stands before the colon must be a voice: a mention of a person or body, a noun that can speak, or a name by
    which somebody is said to speak elsewhere in the report (`known`, lower case). "Syria war: ..." is none.
    """
    found: list[Draft] = []
    for number, sentence in enumerate(parsed.sentences):
        if not sentence.parsed or (number and report.blocks[sentence.block].kind not in _HEADS):
            continue
        text = parsed.text[sentence.start : sentence.end]
        before, behind = _COLON.search(text), _DASH.search(text)
        closing = _CLOSING.search(text)
        parts = [(Span(*m.span(1)), Span(0, m.start())) for m in (behind, closing) if m is not None]
        if before is not None:
            parts.insert(0, (Span(*before.span(1)), Span(before.end(), len(text))))
        made = (_draft(parsed, _moved(n, sentence.start), _moved(c, sentence.start), speakers, known) for n, c in parts)
        found += next((draft for draft in made if draft), [])
    return found


def run_on_drafts(parsed: Parsed) -> list[Draft]:
    """The headline of a text that lost its marks: "12 killed in raid Monitor AFP Monday 9 May 2016 At least ...".

    What stands before an agency and a printed date is headline; a capitalised noun that can speak at its end is its
    source.
    """
    sentence = next((s for s in parsed.sentences if s.parsed), None)
    date = PRINTED.search(parsed.text, sentence.start, sentence.end) if sentence is not None else None
    if sentence is None or date is None or date.start() - sentence.start > 250:
        return []
    tokens = [t for t in parsed.tokens_in(sentence.start, date.start()) if parsed.starts[t] < date.start()]
    while tokens and parsed.lower(tokens[-1]) in words("outlet_names"):
        tokens.pop()
    if len(tokens) < 5 or tokens[-1] == date.start():
        return []
    head = tokens[-1]
    if (
        not _listed(parsed, head)
        or not parsed.word(head)[0].isupper()
        or not parsed.text[date.end() : sentence.end].strip()
    ):
        return []
    source = Source(parsed.span(head, head), head)
    content = trimmed(parsed.text, sentence.start, parsed.ends[tokens[-2]])
    return [Draft(head, ":", source.span or content, source, (content,))]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _draft(parsed: Parsed, name: Span, content: Span, speakers: Collection[int], known: Collection[str]) -> list[Draft]:
    tokens = parsed.tokens_in(*name)
    topic = _TOPIC.fullmatch(parsed.text[name.start : name.end])
    if not tokens or topic or len(tokens) > 7 or any(parsed.pos[i] in ("VERB", "AUX") for i in tokens):
        return []
    head = tokens[-1]
    named = parsed.lower(head) in known or head in speakers
    if not named and not (parsed.pos[head] == "NOUN" and can_speak(parsed, head)) and not _listed(parsed, head):
        return []
    mark = tokens[-1] + 1 if content.start > name.start else tokens[0] - 1
    cue = parsed.span(mark, mark)
    return [Draft(mark, ":", cue, Source(Span(*name), head), (trimmed(parsed.text, *content),))]


def _listed(parsed: Parsed, head: int) -> bool:
    """Whether a noun that the parser took for a name is a plain one that can speak ("medics")."""
    forms = {parsed.lower(head), parsed.lower(head).removesuffix("s")}
    return bool(forms & (words("people") | words("bodies") | words("documents")))


def turn_drafts(parsed: Parsed) -> list[Draft]:
    """The turns of a transcript ("SMITH: ..."): taken only where at least two names in capitals take turns."""
    turns = [t for t in _TURN.finditer(parsed.text) if not set(t.group(1).lower().split()) & words("not_turns")]
    if len({t.group(1) for t in turns}) < 2:
        return []
    ends = [*(t.start() for t in turns[1:]), len(parsed.text)]
    return [d for t, end in zip(turns, ends, strict=True) for d in _turn(parsed, t, end)]


def _turn(parsed: Parsed, turn: re.Match[str], end: int) -> Sequence[Draft]:
    tokens = parsed.tokens_in(*turn.span(1))
    if not tokens:
        return []
    cue = Span(turn.end(1), turn.end(1) + 1)
    content = trimmed(parsed.text, turn.end(), end)
    return [Draft(tokens[-1], ":", cue, Source(Span(*turn.span(1)), tokens[-1]), (content,))]
