"""Who speaks: the noun phrase that a cue has as its source, and whether it can speak at all."""

from collections.abc import Iterable
from dataclasses import replace

from contested.grounding.saying.draft import Source
from contested.lexicon.speech import words
from contested.model.parse import Parsed
from contested.model.text import Span

_PERSONAL = frozenset({"he", "she", "they", "we", "i", "it", "you", "who"})
_RELATIVE = frozenset({"who", "which", "that"})
_LONGEST = 30
"""Tokens of the longest noun phrase taken for a source; a longer one is a wrong parse."""


def sources_of(parsed: Parsed, verb: int) -> list[Source]:
    """The sources of a cue verb, one for each of "X and Y said"; empty if the parse shows none."""
    return _before(parsed, verb) or _by_grammar(parsed, verb, 0)


def _by_grammar(parsed: Parsed, verb: int, depth: int) -> list[Source]:
    subject = parsed.child(verb, "nsubj")
    if subject is not None:
        return phrase_sources(parsed, subject, verb)
    agent = parsed.child(verb, "agent")
    if parsed.child(verb, "nsubjpass", "auxpass") is not None or agent is not None:
        by = parsed.child(agent, "pobj") if agent is not None else None
        return phrase_sources(parsed, by, verb) if by is not None else []
    return _inherited(parsed, verb, depth) if depth < 4 else []


def _inherited(parsed: Parsed, verb: int, depth: int) -> list[Source]:
    """The source of a verb without a subject of its own: that of the verb it hangs on, or the noun it describes."""
    head, dep = parsed.heads[verb], parsed.deps[verb]
    if dep in ("acl", "relcl") and parsed.pos[head] in ("NOUN", "PROPN", "PRON"):
        return phrase_sources(parsed, head, verb)
    if dep == "pcomp" and parsed.lower(head) == "as" and parsed.lemmas[parsed.heads[head]] == "quote":
        return _quoted(parsed, parsed.heads[head])
    if dep == "pcomp" and parsed.lower(head) in ("by", "in", "without"):
        head, dep = parsed.heads[head], "advcl"
    if dep in ("conj", "advcl", "xcomp", "parataxis", "dep") and parsed.pos[head] in ("VERB", "AUX") and head != verb:
        return _by_grammar(parsed, head, depth + 1)
    return []


def _quoted(parsed: Parsed, quote: int) -> list[Source]:
    """The sources of "quoted X as saying" and "X was quoted by Y as saying"; who quotes is the relay."""
    agent = parsed.child(quote, "agent")
    passive = parsed.child(quote, "nsubjpass")
    speaker = passive if passive is not None else parsed.child(quote, "dobj")
    by = parsed.child(agent, "pobj") if agent is not None else parsed.child(quote, "nsubj")
    if speaker is None:
        return []
    return [replace(source, relay=by) for source in phrase_sources(parsed, speaker, quote)]


def _before(parsed: Parsed, verb: int) -> list[Source]:
    """The source of "..., X and Y said" at a sentence's end, read off the words: parsers often lose it."""
    sentence = parsed.sentence_of(verb)
    if verb + 1 < sentence.last and parsed.pos[verb + 1] != "PUNCT":
        return []
    comma = next((i for i in range(verb - 1, sentence.first, -1) if parsed.lower(i) in (",", '"', "”")), None)
    subject = parsed.child(verb, "nsubj")
    if comma is None or not 0 < verb - comma - 1 <= 8 or (subject is not None and subject > comma):
        return []
    tags = [parsed.pos[i] for i in range(comma + 1, verb)]
    if not {"NOUN", "PROPN", "PRON"} & set(tags) or {"VERB", "PUNCT"} & set(tags):
        return []
    return _split(parsed, comma + 1, verb - 1)


def _split(parsed: Parsed, first: int, last: int) -> list[Source]:
    """The parts of "state TV and the rebels", each with its last noun as head; auxiliaries and adverbs left out."""
    while last > first and parsed.pos[last] in ("AUX", "ADV", "PART"):
        last -= 1
    cuts = [i for i in range(first, last + 1) if parsed.pos[i] == "CCONJ"]
    parts = [
        (a, b) for a, b in zip([first, *(c + 1 for c in cuts)], [*(c - 1 for c in cuts), last], strict=True) if a <= b
    ]
    if not all(can_speak(parsed, b) for _, b in parts):
        parts = [(first, last)]
    return [Source(parsed.span(a, b), b) for a, b in parts]


def phrase_sources(parsed: Parsed, head: int, verb: int) -> list[Source]:
    """A noun phrase as sources: one for each of its conjoined heads; a relative pronoun leads to its noun."""
    if parsed.lower(head) in _RELATIVE and parsed.deps[verb] == "relcl":
        noun = parsed.heads[verb]
        return [Source(parsed.span(head, head), noun, _quoting(parsed, noun))]
    found = [Source(_phrase(parsed, head, verb), head, _quoting(parsed, head))]
    for other in parsed.children(head, "conj"):
        if other < verb or head > verb:
            found += phrase_sources(parsed, other, verb) if can_speak(parsed, other) else []
    return found


def _phrase(parsed: Parsed, head: int, verb: int) -> Span:
    """The noun phrase of a head without conjoined phrases, relative clauses and whatever lies past the verb."""
    out: set[int] = set()
    for child in parsed.children(head, "conj", "relcl", "cc", "advcl", "parataxis", "ccomp"):
        out.update(parsed.subtree(child))
    tokens = [i for i in parsed.subtree(head) if i not in out and (i < verb) == (head < verb)]
    run = _run_around(tokens, head)
    while run[-1] > head and parsed.pos[run[-1]] in ("PUNCT", "CCONJ") and parsed.lower(run[-1]) != ")":
        run.pop()
    while run[0] < head and parsed.pos[run[0]] in ("PUNCT", "CCONJ"):
        run.pop(0)
    return parsed.span(run[0], run[-1])


def _run_around(tokens: list[int], head: int) -> list[int]:
    """The unbroken run of tokens that holds the head."""
    known = set(tokens)
    first = last = head
    while first - 1 in known:
        first -= 1
    while last + 1 in known and last - first < _LONGEST:
        last += 1
    return list(range(first, last + 1))


def _quoting(parsed: Parsed, head: int) -> int | None:
    """The outlet in "a statement quoted by Reuters", "a letter seen by Reuters": its head token, or None."""
    for child in parsed.children(head, "acl"):
        if parsed.lemmas[child] in ("quote", "cite", "carry", "see", "obtain", "publish", "report"):
            agent = parsed.child(child, "agent")
            return parsed.child(agent, "pobj") if agent is not None else None
    return None


def can_speak(parsed: Parsed, head: int | None, known: Iterable[int] = ()) -> bool:
    """Whether a noun phrase with this head can be a voice: a name, a person, a body, a document, a picture.

    `known` are tokens that head mentions of persons and bodies.
    """
    if head is None:
        return False
    lemma = parsed.lemmas[head]
    if parsed.pos[head] == "PROPN" or head in known or parsed.lower(head) in _PERSONAL:
        return True
    return (
        lemma in words("speakers") or is_document(parsed, head) or is_image(parsed, head) or lemma in words("unnamed")
    )


def is_document(parsed: Parsed, head: int) -> bool:
    """Whether the noun names a text or a body of figures (statement, report, survey)."""
    return parsed.lemmas[head] in words("documents")


def is_image(parsed: Parsed, head: int) -> bool:
    """Whether the noun names a picture (video, footage, satellite images)."""
    return parsed.lemmas[head] in words("images")
