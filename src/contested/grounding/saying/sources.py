"""Who speaks: the noun phrase that a cue has as its source, and whether it can speak at all."""

from collections.abc import Iterable
from dataclasses import replace

from contested.grounding.saying.draft import Source
from contested.lexicon.speech import words
from contested.model.parse import Parsed
from contested.model.text import Span

_PERSONAL = frozenset({"he", "she", "they", "we", "i", "it", "you", "who"})
_RELATIVE = frozenset({"who", "which", "that"})
_CLOSING = frozenset({",", '"', "”", "''"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_LONGEST = 30
"""Tokens of the longest noun phrase taken for a source; a longer one is a wrong parse."""


def sources_of(parsed: Parsed, verb: int) -> list[Source]:
    """The sources of a cue verb, one for each of "X and Y said"; empty if the parse shows none."""
    return _before(parsed, verb) or _by_grammar(parsed, verb, 0) or _opening(parsed, verb)


def _by_grammar(parsed: Parsed, verb: int, depth: int) -> list[Source]:
    subject = parsed.child(verb, "nsubj")
    if subject is not None and not _misread(parsed, verb, subject):
        return phrase_sources(parsed, subject, verb)
    agent = parsed.child(verb, "agent")
    if parsed.child(verb, "nsubjpass", "auxpass") is not None or agent is not None:
        by = parsed.child(agent, "pobj") if agent is not None else None
        return phrase_sources(parsed, by, verb) if by is not None else []
    return _inherited(parsed, verb, depth) if depth < 4 else []


def _misread(parsed: Parsed, verb: int, subject: int) -> bool:
    """Whether a participle's subject is the main verb's object ("confirmed that account saying"): a known misparse."""
    return parsed.tags[verb] == "VBG" and parsed.deps[verb] == "advcl" and is_document(parsed, subject)


def _inherited(parsed: Parsed, verb: int, depth: int) -> list[Source]:
    """The source of a verb without a subject of its own: that of the verb it hangs on, or the noun it describes."""
    resumed = parsed.child(verb, "ccomp")
    if resumed is not None and resumed < verb and parsed.child(resumed, "ccomp", "dobj") is None:
        return _by_grammar(parsed, resumed, depth + 1)
    head, dep = rejoined(parsed, verb), parsed.deps[verb]
    issuing = _issuing(parsed, head) if dep == "acl" else None
    if issuing is not None:
        return _by_grammar(parsed, issuing, depth + 1)
    if dep in ("acl", "relcl") and parsed.pos[head] in ("NOUN", "PROPN", "PRON"):
        return phrase_sources(parsed, head, verb)
    if dep == "pcomp" and parsed.lower(head) == "as" and parsed.lemmas[parsed.heads[head]] == "quote":
        return _quoted(parsed, parsed.heads[head])
    if dep == "pcomp" and parsed.lower(head) in ("by", "in", "without"):
        head, dep = parsed.heads[head], "advcl"
    if dep in ("conj", "advcl", "xcomp", "parataxis", "dep") and parsed.pos[head] in ("VERB", "AUX") and head != verb:
        return _by_grammar(parsed, head, depth + 1)
    return []


def rejoined(parsed: Parsed, verb: int) -> int:
    """The verb that a second verb or a participle goes on from.

    Where the parser hangs it on a verb inside the first one's content whose subject cannot speak ("said shells fell and
    called for help", "said the proof was clear, adding"), it is the verb of saying outside.
    """
    head = parsed.heads[verb]
    if parsed.deps[verb] not in ("conj", "advcl") or parsed.pos[head] not in ("VERB", "AUX"):
        return head
    if parsed.deps[head] == "ccomp" and parsed.heads[head] < head < verb and _resumes(parsed, verb, head):
        return parsed.heads[head]
    return head


def _resumes(parsed: Parsed, verb: int, inner: int) -> bool:
    """Whether a second verb of saying goes on from the speaker, not from the subject of the inner verb."""
    if parsed.deps[verb] == "advcl":
        comma = min(parsed.subtree(verb)) - 1
        return parsed.tags[verb] == "VBG" and parsed.lower(comma) == ","
    subject = parsed.child(inner, "nsubj", "nsubjpass")
    mute = parsed.child(inner, "expl") is not None or not can_speak(parsed, subject)
    return mute or (parsed.tags[verb] == "VBD" and parsed.tags[inner] == "VB")


def _issuing(parsed: Parsed, noun: int) -> int | None:
    """The verb by whose subject a text was issued ("released a statement saying", "said in a letter warning")."""
    holder = parsed.heads[noun]
    if not is_document(parsed, noun) or parsed.deps[noun] not in ("dobj", "pobj"):
        return None
    verb = parsed.heads[holder] if parsed.deps[noun] == "pobj" else holder
    return verb if can_speak(parsed, parsed.child(verb, "nsubj")) else None


def _opening(parsed: Parsed, verb: int) -> list[Source]:
    """The words from the sentence's start to a main verb that has no subject in the parse, if they can only be it."""
    sentence = parsed.sentence_of(verb)
    tokens = range(sentence.first, verb)
    if parsed.heads[verb] != verb or not 0 < len(tokens) <= 25 or parsed.child(verb, "nsubjpass") is not None:
        return []
    if any(parsed.pos[i] in ("VERB", "PUNCT") and parsed.lower(i) != "-" for i in tokens):
        return []
    nouns = [i for i in tokens if parsed.pos[i] in ("NOUN", "PROPN", "PRON")]
    return [Source(parsed.span(tokens[0], nouns[-1]), nouns[-1])] if nouns and can_speak(parsed, nouns[-1]) else []


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
    """The source of "..., X and Y said" where it closes a sentence or follows a quotation, read off the words.

    Parsers often hang such a subject on the clause before it.
    """
    sentence = parsed.sentence_of(verb)
    closes = verb + 1 >= sentence.last or parsed.pos[verb + 1] == "PUNCT"
    mark = next((i for i in range(verb - 1, sentence.first, -1) if parsed.lower(i) in _CLOSING), None)
    if mark is None or not 0 < verb - mark - 1 <= 8 or not (closes or parsed.lower(mark) != ","):
        return _joined_before(parsed, verb) if closes else []
    subject = parsed.child(verb, "nsubj")
    if subject is not None and mark < subject < verb and closes:
        return []
    tags = [parsed.pos[i] for i in range(mark + 1, verb)]
    if not {"NOUN", "PROPN", "PRON"} & set(tags) or {"VERB", "PUNCT"} & set(tags):
        return []
    return _split(parsed, mark + 1, verb - 1)


def _joined_before(parsed: Parsed, verb: int) -> list[Source]:
    """The source of "... wounded dozens an army officer and residents said", in texts that lost their commas."""
    subject = parsed.child(verb, "nsubj")
    if subject is None or parsed.deps[verb] != "conj" or parsed.child(verb, "ccomp") is not None:
        return []
    joint = parsed.subtree(subject)[0] - 1
    noun = joint - 1
    if parsed.pos[joint] != "CCONJ" or parsed.pos[noun] != "NOUN" or not can_speak(parsed, noun):
        return []
    first = noun
    while first > parsed.sentence_of(verb).first and parsed.pos[first] != "DET" and parsed.pos[first - 1] in _NOMINAL:
        first -= 1
    return [Source(parsed.span(first, noun), noun), Source(_phrase(parsed, subject, verb), subject)]


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
        noun = _antecedent(parsed, parsed.heads[verb], head)
        return [Source(parsed.span(head, head), noun, _quoting(parsed, noun))]
    found = [Source(_phrase(parsed, head, verb), head, _quoting(parsed, head))]
    for other in parsed.children(head, "conj"):
        if other < verb or head > verb:
            found += phrase_sources(parsed, other, verb) if can_speak(parsed, other) else []
    return found


def _antecedent(parsed: Parsed, noun: int, pronoun: int) -> int:
    """The noun that "who" stands for: the parser's, or the nearest one before that can speak."""
    if parsed.lower(pronoun) != "who" or can_speak(parsed, noun):
        return noun
    first = parsed.sentence_of(noun).first
    nouns = (i for i in range(noun, first - 1, -1) if parsed.pos[i] in ("NOUN", "PROPN"))
    return next((i for i in nouns if can_speak(parsed, i)), noun)


def _phrase(parsed: Parsed, head: int, verb: int) -> Span:
    """The noun phrase of a head without conjoined phrases, relative clauses and whatever lies past the verb."""
    out: set[int] = set()
    for child in parsed.children(head, "conj", "relcl", "cc", "advcl", "parataxis", "ccomp"):
        out.update(parsed.subtree(child))
    tokens = [i for i in parsed.subtree(head) if i not in out and (i < verb) == (head < verb)]
    run = _run_around(tokens, head)
    while run[-1] > head and parsed.pos[run[-1]] in ("PUNCT", "CCONJ") and parsed.lower(run[-1]) != ")":
        run.pop()
    dash = max((i for i in run if i < head and parsed.lower(i) in ("—", "–", "--")), default=None)
    run = run[run.index(dash) + 1 :] if dash is not None else run
    while run[0] < head and parsed.pos[run[0]] in ("PUNCT", "CCONJ", "ADV", "SCONJ"):
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
    listed = lemma in words("people") or lemma in words("bodies") or lemma in words("unnamed")
    return listed or is_document(parsed, head) or is_image(parsed, head)


def is_document(parsed: Parsed, head: int) -> bool:
    """Whether the noun names a text or a body of figures (statement, report, survey)."""
    return parsed.lemmas[head] in words("documents")


def is_image(parsed: Parsed, head: int) -> bool:
    """Whether the noun names a picture (video, footage, satellite images)."""
    return parsed.lemmas[head] in words("images")
