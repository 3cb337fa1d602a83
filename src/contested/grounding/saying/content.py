"""What is said: the words that a cue verb has as its content, without the words that attribute them."""

import re
from collections.abc import Sequence

from contested.grounding.saying.draft import Source, joined, trimmed
from contested.grounding.saying.ends import (
    CLOSE,
    FINITE,
    MARKS,
    clause_end,
    cue_end,
    finite,
    goes_on,
    resumed_end,
    says_so,
)
from contested.lexicon.speech import stance_of, words
from contested.model.parse import Parsed
from contested.model.text import Span

_ADJUNCTS = ("advmod", "prep", "npadvmod", "dative", "punct", "prt", "prt", "mark", "aux", "cc")
PRINTED = re.compile(r"\b[A-Z][a-z]{2,5}day,? \d{1,2} [A-Z][a-z]{2,8},? \d{4}\b")
_NEAR = 6
"""Tokens behind a verb of saying within which its "that" follows ("told us in writing that")."""
_WHEN = frozenset({"after", "before", "when", "while", "as", "because", "since", "until", "once", "although", "though"})
_ENDINGS = MARKS | {")", "]", "'", "’", "?", "!", "…", "..."}


def clause_content(parsed: Parsed, verb: int, sources: Sequence[Source]) -> tuple[Span, ...]:
    """The clause that a verb of saying has before, after or around it; empty if the parse shows none."""
    edge = _source_start(parsed, verb, sources)
    after = next((c for c in parsed.children(verb, "ccomp") if c > verb and not _circumstance(parsed, c)), None)
    after = None if after is not None and _about_source(parsed, verb, edge, after) else after
    if after is not None and min(parsed.subtree(after)) > edge and not _parenthesis(parsed, verb, edge):
        return _after(parsed, verb, after)
    after = _strayed(parsed, verb) if after is None else after
    before = next((c for c in parsed.children(verb, "ccomp") if c < verb), None)
    if before is not None and (says_so(parsed, before) or _answers(parsed, verb)):
        return ()
    if after is None and before is None and _closing(parsed, verb):
        return _around(parsed, verb, edge, parsed.heads[verb])
    carrier = after if after is not None else before if before is not None else _host(parsed, verb, edge)
    if carrier is None and _inserted(parsed, verb, edge):
        carrier = verb
    return _around(parsed, verb, edge, carrier) if carrier is not None else ()


def _answers(parsed: Parsed, verb: int) -> bool:
    """Whether the verb has a complement of its own behind it ("Rebels free two, army denies shelling village")."""
    if stance_of(parsed.lemmas[verb]) == "asserts":
        return False
    return any(c > verb for c in parsed.children(verb, "dobj", "xcomp"))


def _about_source(parsed: Parsed, verb: int, edge: int, clause: int) -> bool:
    """Whether the words behind '"..." said Jane Doe' tell of her, whatever clause the parser makes of them."""
    quoted = parsed.lower(verb - 1) in CLOSE and edge == verb > parsed.sentence_of(verb).first
    behind = range(verb + 1, max(parsed.subtree(clause)) + 1)
    return quoted and not any(parsed.lower(i) in MARKS or parsed.lower(i) == "that" for i in behind)


def _inserted(parsed: Parsed, verb: int, edge: int) -> bool:
    """Whether ", X said," stands in a sentence whose verb the parser took for another part of speech."""
    close = cue_end(parsed, verb) + 1
    if parsed.lemmas[verb] not in words("parenthetical") or parsed.tags[verb] not in FINITE:
        return False
    if not _parenthesis(parsed, verb, edge) or close + 1 >= parsed.sentence_of(verb).last:
        return False
    return parsed.lower(close + 1) not in MARKS and finite(parsed, parsed.sentence_of(verb).first, edge - 1)


def _strayed(parsed: Parsed, verb: int) -> int | None:
    """The that-clause of "said in answer to X that ...", which parsers hang on the noun beside it."""
    for prep in parsed.children(verb, "prep"):
        for token in parsed.subtree(prep):
            if token > verb and parsed.deps[token] in ("relcl", "acl"):
                mark = parsed.child(token, "mark")
                if mark is not None and parsed.lower(mark) == "that":
                    return token
    return None


def _circumstance(parsed: Parsed, clause: int) -> bool:
    """Whether a clause tells when or why something was said, not what ("told him so, after he had ...")."""
    mark = parsed.child(clause, "mark", "advmod")
    return mark is not None and mark < clause and parsed.lower(mark) in _WHEN


def _closing(parsed: Parsed, verb: int) -> bool:
    """Whether "X said" closes the sentence without a comma, which parsers read as "(the men) X said"."""
    sentence = parsed.sentence_of(verb)
    subject = parsed.child(verb, "nsubj")
    if parsed.deps[verb] != "relcl" or subject is None or parsed.lower(subject) in ("who", "which", "that"):
        return False
    behind = range(cue_end(parsed, verb) + 1, sentence.last)
    return parsed.child(verb, "dobj") is None and all(parsed.pos[i] == "PUNCT" for i in behind)


def _source_start(parsed: Parsed, verb: int, sources: Sequence[Source]) -> int:
    """The first token of source and cue."""
    first = verb
    while (
        first - 1 >= 0
        and parsed.heads[first - 1] == verb
        and parsed.deps[first - 1] in ("aux", "neg", "auxpass", "advmod")
    ):
        first -= 1
    for source in sources:
        if source.span and source.span.start < parsed.starts[verb]:
            inside = parsed.tokens_in(*source.span)
            first = min(first, inside.start) if inside else first
    return first


def _parenthesis(parsed: Parsed, verb: int, edge: int) -> bool:
    """Whether ", X said," is set off by commas on both sides."""
    sentence = parsed.sentence_of(verb)
    close = cue_end(parsed, verb) + 1
    return (
        edge > sentence.first and parsed.lower(edge - 1) == "," and close < sentence.last and parsed.lower(close) == ","
    )


def _host(parsed: Parsed, verb: int, edge: int) -> int | None:
    """The clause into which "X said" is put as a parenthesis, by its head; None if it is none."""
    head = parsed.heads[verb]
    if parsed.lemmas[verb] not in words("parenthetical"):
        return None
    if head == verb or parsed.deps[verb] not in ("parataxis", "ccomp", "advcl", "npadvmod", "dep", "appos", "relcl"):
        return None
    if parsed.child(verb, "dobj") is not None and parsed.lemmas[verb] not in words("addressing"):
        return None
    if parsed.child(verb, "mark") is not None or parsed.lower(edge) in ("who", "which", "that", "as"):
        return None
    set_off = edge > 0 and parsed.pos[edge - 1] == "PUNCT"
    return head if set_off and parsed.pos[head] in ("VERB", "AUX", "NOUN", "PROPN", "ADJ") else None


def _after(parsed: Parsed, verb: int, clause: int) -> tuple[Span, ...]:
    """From the clause's first word to the end of the sentence or to where the next verb of the same rank begins."""
    begin = _clause_begin(parsed, verb, min(i for i in parsed.subtree(clause) if i > verb))
    end = clause_end(parsed, verb, begin)
    return words_between(parsed, begin, end)


def _clause_begin(parsed: Parsed, verb: int, left: int) -> int:
    """The content's first token: what stands between cue and clause and is no adjunct of the cue is content."""
    skip: dict[int, int] = {}
    for child in parsed.children(verb):
        if child > verb and (parsed.deps[child] in _ADJUNCTS or parsed.lemmas[verb] in words("addressing")):
            tokens = parsed.subtree(child)
            if tokens[-1] < left:
                skip[tokens[0]] = tokens[-1] + 1
    begin = verb + 1
    while begin < left:
        if begin not in skip and parsed.pos[begin] != "PUNCT":
            break
        if begin in skip and skip[begin] == left and (_headless(parsed, left) or _bare(parsed, begin, left)):
            break
        begin = skip.get(begin, begin + 1)
    return min(begin, left)


def _bare(parsed: Parsed, begin: int, left: int) -> bool:
    """Whether a preposition stands alone before a number: it is part of it ("thinks between 5 and 9 were hurt")."""
    return left == begin + 1 and parsed.deps[begin] == "prep" and parsed.pos[left] == "NUM"


def _headless(parsed: Parsed, left: int) -> bool:
    """Whether a clause opens with its verb: the phrase before it is its subject ("says between 5 and 9 were hurt")."""
    return parsed.tags[left] in ("VBD", "VBZ", "VBP", "MD") and parsed.pos[left - 1] in ("NOUN", "PROPN", "NUM")


def _around(parsed: Parsed, verb: int, edge: int, carrier: int) -> tuple[Span, ...]:
    """What stands before "X said", and what follows it if it goes on with the same clause."""
    sentence = parsed.sentence_of(verb)
    if edge > sentence.first and parsed.lower(edge - 1) in ("what", "whom"):
        return ()
    left = words_between(parsed, _left_limit(parsed, verb, edge, sentence.first), edge)
    close = cue_end(parsed, verb) + 1
    right: tuple[Span, ...] = ()
    if close + 1 < sentence.last and parsed.lower(close) == ",":
        nxt = close + 1
        chain = [nxt, *parsed.ancestors(nxt)]
        same = carrier in chain and (verb not in chain or chain.index(carrier) < chain.index(verb))
        if parsed.pos[nxt] == "CCONJ":
            same = left != () and parsed.lower(edge - 1) not in CLOSE and goes_on(parsed, verb, carrier, nxt)
        if same:
            right = words_between(parsed, nxt, resumed_end(parsed, verb, nxt))
    return joined(parsed.text, [*left, *right])


def _left_limit(parsed: Parsed, verb: int, edge: int, first: int) -> int:
    """Where content before the cue begins: the sentence, or behind the "and" that joins the cue to an earlier verb."""
    head = parsed.heads[verb]
    if parsed.deps[verb] == "conj" and head < verb:
        joint = [c for c in parsed.children(head, "cc") if head < c < edge]
        begin = joint[-1] + 1 if joint else head + 1
        return begin if begin < edge and any(parsed.pos[i] in ("VERB", "AUX") for i in range(begin, edge)) else first
    return max(first, _past_dateline(parsed, first, edge))


def rest_content(parsed: Parsed, verb: int) -> tuple[Span, ...]:
    """What follows "X said" where the parse shows no clause: the rest of the sentence, if it holds a finite verb."""
    near = range(verb + 1, min(verb + _NEAR, parsed.sentence_of(verb).last))
    begin = next((i for i in near if parsed.lower(i) == "that" and parsed.pos[i] == "SCONJ"), verb + 1)
    cut = clause_end(parsed, verb, begin)
    told = finite(parsed, begin, cut)
    direct = begin < cut and parsed.pos[begin] in ("DET", "NOUN", "PROPN", "PRON", "SCONJ", "NUM", "ADJ")
    return words_between(parsed, begin, cut) if told and direct else ()


def before_content(parsed: Parsed, verb: int, source_start: int) -> tuple[Span, ...]:
    """The words of the sentence before its closing source, if they hold a finite verb and nothing follows but a day."""
    sentence = parsed.sentence_of(verb)
    edge = parsed.tokens_in(source_start, source_start + 1).start
    begin = _left_limit(parsed, sentence.first, sentence.first, sentence.first)
    begin = max(begin, _past_dateline(parsed, sentence.first, edge))
    told = finite(parsed, begin, edge)
    return words_between(parsed, begin, edge) if told and _ends_here(parsed, verb, sentence.last) else ()


def _ends_here(parsed: Parsed, verb: int, last: int) -> bool:
    """Whether only a day, a full stop, a participle or a "without ..." follows the verb."""
    following = next((i for i in range(verb + 1, last) if parsed.pos[i] != "PUNCT"), None)
    if following is None or parsed.tags[following] == "VBG" or parsed.lower(following) in ("without", "on", "in"):
        return True
    return parsed.lemmas[following] in words("days")


def _past_dateline(parsed: Parsed, first: int, edge: int) -> int:
    """The token behind a printed date ("Friday 3 May 2019"), which parts a headline from a text run on to it."""
    start = parsed.starts[first]
    dates = list(PRINTED.finditer(parsed.text, start, parsed.starts[edge]))
    return parsed.tokens_in(dates[-1].end(), parsed.starts[edge]).start if dates else first


def words_between(parsed: Parsed, begin: int, end: int) -> tuple[Span, ...]:
    while end > begin and parsed.pos[end - 1] in ("CCONJ", "PUNCT") and parsed.lower(end - 1) not in _ENDINGS:
        end -= 1
    if begin >= end:
        return ()
    span = trimmed(parsed.text, parsed.starts[begin], parsed.ends[end - 1])
    return (span,) if span.end > span.start else ()
