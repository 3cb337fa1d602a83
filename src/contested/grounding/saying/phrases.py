"""Attributions without a verb of saying: "according to X", "the army's claim that", "reportedly", "reports of"."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from contested.grounding.saying.draft import Draft, Source, joined, trimmed
from contested.grounding.saying.naming import is_person
from contested.grounding.saying.speaking import can_speak, phrase_sources
from contested.lexicon import yaml_data
from contested.lexicon.speech import NounCue, noun_cues, words
from contested.model.parse import Parsed, Sentence
from contested.model.text import Span

_BREAKS = frozenset({"but", "while", "although", "though", "whereas"})


def phrase_drafts(parsed: Parsed, speakers: Collection[int]) -> list[Draft]:
    """All attributions by a phrase, a noun or an adverb."""
    found: list[Draft] = []
    hedges = yaml_data("lexicon/hedges.yml")
    for token, lemma in enumerate(parsed.lemmas):
        word = parsed.lower(token)
        if word == "according":
            found += _according(parsed, token)
        elif word in hedges["adverbs"] and parsed.pos[token] == "ADV":
            found += _adverb(parsed, token, hedges["adverbs"][word])
        elif word in hedges["adjectives"] and parsed.deps[token] == "amod":
            found += _adjective(parsed, token, hedges["adjectives"][word])
        elif parsed.pos[token] == "NOUN" and lemma in noun_cues():
            found += _noun(parsed, token, noun_cues()[lemma], speakers)
    return found


def _according(parsed: Parsed, token: int) -> Iterator[Draft]:
    """ "According to X, ...", "..., according to X, ...": the rest of the sentence, up to a clause that turns away."""
    to = parsed.child(token, "prep")
    head = parsed.child(to, "pobj") if to is not None else None
    if to is None or head is None:
        return
    hidden = yaml_data("lexicon/hedges.yml")["sources"].get(parsed.lower(head))
    sources = phrase_sources(parsed, head, to)
    sentence = parsed.sentence_of(token)
    sources[-1] = _with_name(parsed, sources[-1], sentence)
    last = _past_relative(parsed, sentence, parsed.tokens_in(*sources[-1].span)[-1] if sources[-1].span else head)
    left = _spans(parsed, _turn_before(parsed, sentence, token), token)
    right = _spans(parsed, last + 1, _turn_after(parsed, sentence, last + 1, bool(left)))
    content = joined(parsed.text, [*left, *right])
    cue = parsed.span(token, to)
    for source in sources:
        named = Source(hidden=hidden) if hidden and parsed.child(head, "poss", "amod", "compound") is None else source
        yield Draft(token, "according to", cue, named, content)


def _with_name(parsed: Parsed, source: Source, sentence: Sentence) -> Source:
    """The source with the name that follows an office between commas ("the undertaker, John Doe, ...")."""
    if (
        source.span is None
        or source.head is None
        or parsed.pos[source.head] != "NOUN"
        or not is_person(parsed, source.head)
    ):
        return source
    comma = parsed.tokens_in(*source.span)[-1] + 1
    last = comma
    while last + 1 < sentence.last and parsed.pos[last + 1] == "PROPN":
        last += 1
    named = last >= comma + 2 and parsed.lower(comma) == "," and parsed.pos[min(last + 1, sentence.last - 1)] == "PUNCT"
    return replace(source, span=Span(source.span.start, parsed.ends[last])) if named else source


def _past_relative(parsed: Parsed, sentence: Sentence, last: int) -> int:
    """The last token of a source with the loose relative clause behind it ("X, who came on Monday,")."""
    if (
        last + 2 < sentence.last
        and parsed.lower(last + 1) == ","
        and parsed.lower(last + 2) in ("who", "which", "whose")
    ):
        return next((i for i in range(last + 3, sentence.last) if parsed.lower(i) == ","), last)
    return last


def _turn_before(parsed: Parsed, sentence: Sentence, token: int) -> int:
    """The token behind the last ", but" or semicolon before the phrase, else the sentence's first."""
    for i in range(token - 1, sentence.first, -1):
        if parsed.lower(i) == ";" or (parsed.lower(i) in _BREAKS and parsed.lower(i - 1) == ","):
            return i + 1
    return sentence.first


def _turn_after(parsed: Parsed, sentence: Sentence, begin: int, clause_before: bool) -> int:
    """The end of what the phrase governs: the sentence's, or where a joined clause begins if content stands before."""
    for i in range(begin, sentence.last):
        word = parsed.lower(i)
        joint = parsed.pos[i] == "CCONJ" or word in _BREAKS or word in ("who", "which", "as", "after")
        if word == ";" or (i > begin and joint and parsed.lower(i - 1) == "," and (clause_before or word in _BREAKS)):
            return i
    return sentence.last


def _adverb(parsed: Parsed, token: int, name: str) -> Iterator[Draft]:
    """ "reportedly": the clause it stands in."""
    head = parsed.heads[token]
    while parsed.pos[head] not in ("VERB", "AUX") and parsed.heads[head] != head:
        head = parsed.heads[head]
    content = _clause(parsed, head, token) if parsed.pos[head] in ("VERB", "AUX") else ()
    if content:
        yield Draft(token, parsed.lower(token), parsed.span(token, token), Source(hidden=name), content)


def _clause(parsed: Parsed, head: int, hedge: int) -> tuple[Span, ...]:
    """The clause of a verb as one span, without clauses joined to it and the verbs of saying put into it."""
    out: set[int] = set()
    for child in parsed.children(head, "conj", "parataxis", "cc", "advcl"):
        if child > hedge or parsed.deps[child] == "parataxis":
            out.update(parsed.subtree(child))
    tokens = [i for i in parsed.subtree(head) if i not in out]
    first = parsed.sentence_of(head).first
    lead = range(first, tokens[0])
    if all(parsed.pos[i] not in ("VERB", "AUX", "SCONJ") and parsed.lower(i) != "," for i in lead):
        tokens[0] = first
    return _spans(parsed, tokens[0], tokens[-1] + 1)


def _adjective(parsed: Parsed, token: int, name: str) -> Iterator[Draft]:
    """ "an alleged attack": the noun phrase."""
    noun = parsed.heads[token]
    if parsed.lemmas[noun] in words("people"):
        return
    tokens = [i for i in parsed.subtree(noun) if i >= token]
    yield Draft(
        token,
        parsed.lower(token),
        parsed.span(token, token),
        Source(hidden=name),
        _spans(parsed, token, tokens[-1] + 1),
    )


def _noun(parsed: Parsed, token: int, cue: NounCue, speakers: Collection[int]) -> Iterator[Draft]:
    """ "X's claim that ...", "reports of ...", "the reason given by X was that ..."."""
    content = _noun_content(parsed, token, cue)
    if not content:
        return
    sources = _noun_sources(parsed, token, speakers) or ([Source(hidden=cue.hidden)] if cue.hidden else [])
    for source in sources:
        yield Draft(token, cue.word, parsed.span(token, token), source, content)


def _noun_content(parsed: Parsed, token: int, cue: NounCue) -> tuple[Span, ...]:
    for child in parsed.children(token, "acl", "ccomp", "relcl"):
        mark = parsed.child(child, "mark")
        if child > token and mark is not None and parsed.lower(mark) == "that":
            return _subtree(parsed, child)
    if cue.of:
        of = next((c for c in parsed.children(token, "prep") if parsed.lower(c) == "of"), None)
        if of is not None and (inner := parsed.child(of, "pobj", "pcomp")) is not None:
            return _subtree(parsed, inner)
    be = parsed.heads[token]
    if parsed.deps[token] == "nsubj" and parsed.lemmas[be] == "be":
        clause = next((c for c in parsed.children(be, "ccomp") if c > be), None)
        if clause is not None and (mark := parsed.child(clause, "mark")) is not None and parsed.lower(mark) == "that":
            return _subtree(parsed, clause)
    return ()


def _noun_sources(parsed: Parsed, token: int, speakers: Collection[int]) -> list[Source]:
    """Whose claim: "X's", "by X", "from X", "given by X", or an adjective of a body ("rebel claims")."""
    owner = parsed.child(token, "poss")
    if owner is None:
        for child in parsed.children(token, "prep", "agent", "acl"):
            holder = parsed.child(child, "agent") if parsed.deps[child] == "acl" else child
            if holder is not None and parsed.lower(holder) in ("by", "from"):
                owner = parsed.child(holder, "pobj")
    if owner is None and parsed.deps[token] == "dobj" and parsed.lemmas[parsed.heads[token]] in words("light"):
        owner = parsed.child(parsed.heads[token], "nsubj")
    if owner is None:
        owner = next((c for c in parsed.children(token, "compound", "amod") if c in speakers), None)
    return phrase_sources(parsed, owner, token) if owner is not None and can_speak(parsed, owner, speakers) else []


def _subtree(parsed: Parsed, head: int) -> tuple[Span, ...]:
    tokens = parsed.subtree(head)
    return _spans(parsed, tokens[0], tokens[-1] + 1)


def _spans(parsed: Parsed, begin: int, end: int) -> tuple[Span, ...]:
    if begin >= end:
        return ()
    span = trimmed(parsed.text, parsed.starts[begin], parsed.ends[end - 1])
    return (span,) if any(c.isalnum() for c in parsed.text[span.start : span.end]) else ()
