"""Who speaks: the sources of a cue verb, by grammar and by the order of the words."""

from dataclasses import replace

from contested.grounding.saying.draft import Source
from contested.grounding.saying.speaking import can_speak, is_document, phrase_sources, subject_of
from contested.grounding.saying.wordorder import before, behind
from contested.lexicon.speech import verb_cues, words
from contested.model.parse import Parsed
from contested.model.text import Span

_PART_OF_WEEK = frozenset({"early", "late", "earlier", "later"})


def sources_of(parsed: Parsed, verb: int) -> list[Source]:
    """The sources of a cue verb, one for each of "X and Y said"; empty if the parse shows none."""
    found = (
        [source for source in before(parsed, verb) if _is_somebody(parsed, source)]
        or behind(parsed, verb)
        or _by_grammar(parsed, verb, 0)
    )
    return [whole_name(parsed, _with_office(parsed, verb, source)) for source in found or _opening(parsed, verb)]


def _is_somebody(parsed: Parsed, source: Source) -> bool:
    """Whether the source's head is no mere link ("... new arrivals but said")."""
    return source.head is None or parsed.pos[source.head] not in ("CCONJ", "SCONJ", "ADP", "PUNCT")


def _with_office(parsed: Parsed, verb: int, source: Source) -> Source:
    """The source with the office right before the name, which parsers take for a subject of its own."""
    first = parsed.tokens_in(*source.span).start if source.span is not None else 0
    for other in parsed.children(verb, "nsubj"):
        tokens = parsed.subtree(other)
        if source.span is not None and tokens[-1] + 1 == first and parsed.lemmas[other] in words("people"):
            return replace(source, span=Span(parsed.starts[tokens[0]], source.span.end))
    return source


def whole_name(parsed: Parsed, source: Source) -> Source:
    """The source with all of a name that the parser cut at a hyphen ("-Assad" of "Omar al-Assad"), headed by a word."""
    if source.span is None or source.head is None:
        return source
    tokens = parsed.tokens_in(*source.span)
    first, head = tokens.start, source.head
    while first > 0 and parsed.ends[first - 1] == parsed.starts[first] and _hyphened(parsed, first):
        first -= 1
    cut = first < tokens.start
    while cut and first > parsed.sentence_of(head).first and parsed.pos[first - 1] == "PROPN":
        first -= 1
    first = _past_days(parsed, first, head)
    if not parsed.word(head)[:1].isalnum():
        head = next((i for i in tokens if i > head and parsed.pos[i] in ("PROPN", "NOUN")), head)
    return replace(source, span=Span(parsed.starts[first], source.span.end), head=head)


def _past_days(parsed: Parsed, first: int, head: int) -> int:
    """The token behind a day that opens a source ("Early Sunday Jane Doe said", "Monday 9 June 2014 Activists say")."""
    begin = first
    while first < head and (parsed.lemmas[first].lower() in words("days") or parsed.lower(first) in _PART_OF_WEEK):
        first += 1
        while first > begin and first < head and parsed.pos[first] == "NUM":
            first += 1
    return first


def _hyphened(parsed: Parsed, token: int) -> bool:
    return "-" in (parsed.word(token), parsed.word(token - 1))


def _by_grammar(parsed: Parsed, verb: int, depth: int) -> list[Source]:
    subject = subject_of(parsed, verb)
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
    speech = resumed is not None and parsed.lemmas[resumed] in verb_cues()
    if resumed is not None and speech and resumed < verb and parsed.child(resumed, "ccomp", "dobj") is None:
        return _by_grammar(parsed, resumed, depth + 1)
    head, dep = rejoined(parsed, verb), parsed.deps[verb]
    if parsed.tags[verb] == "VBN" and dep in ("acl", "advcl") and parsed.child(verb, "aux") is None:
        return []
    issuing = _issuing(parsed, head) if dep == "acl" else None
    if issuing is not None:
        return _by_grammar(parsed, issuing, depth + 1)
    if dep == "acl" and not can_speak(parsed, head) and parsed.deps[head] == "dobj":
        return _by_grammar(parsed, parsed.heads[head], depth + 1)
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
    if parsed.lemmas[verb] == "add":
        return True
    subject = parsed.child(inner, "nsubj", "nsubjpass")
    mute = parsed.child(inner, "expl") is not None or not can_speak(parsed, subject)
    other = parsed.tags[inner] in ("VB", "VBN") or parsed.lemmas[inner] == "be"
    return mute or (parsed.tags[verb] == "VBD" and other)


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
