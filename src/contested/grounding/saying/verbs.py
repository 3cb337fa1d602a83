"""Attributions whose cue is a verb: "X said that", "..., X said", "X accused Y of", "citing X", "is said to"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache

from contested.grounding.saying.complements import charge_before, charge_content, phrase_content
from contested.grounding.saying.content import before_content, clause_content, rest_content
from contested.grounding.saying.draft import Draft, Source, trimmed
from contested.grounding.saying.ends import CITING, says_so
from contested.grounding.saying.sources import sources_of
from contested.grounding.saying.speaking import can_speak, is_document, is_image, is_mute, phrase_sources
from contested.grounding.saying.wordorder import before, closing_sources, inverted_source
from contested.lexicon import yaml_data
from contested.lexicon.speech import Cue, verb_cues, words
from contested.model.parse import Parsed
from contested.model.text import Span

_UNREAL = frozenset({"could", "may", "might", "should", "would", "can", "must", "let"})
_SAID_ONLY = frozenset({"would", "will", "has", "have", "had"})
"""Auxiliaries with which somebody does say "only" that much ("would say only that", "has admitted only 19")."""
_NUMBER_REACH = 5
"""Tokens from "at" to the number of "put the toll at no fewer than 40"."""
_CONDITION = frozenset({"if", "whether", "unless", "as", "lest"})


def verb_drafts(parsed: Parsed, speakers: Collection[int]) -> list[Draft]:
    """All attributions by verbs. `speakers` are head tokens of mentions of persons and bodies.

    A cue whose content the parse does not show is given with empty content: it may own a quotation.
    """
    found: list[Draft] = []
    for token, pos in enumerate(parsed.pos):
        if pos in ("VERB", "AUX", "NOUN") and (cue := cue_at(parsed, token)) is not None:
            found += _drafts(parsed, token, cue, speakers)
    return [*found, *_citing(parsed, found), *_showing(parsed)]


def cue_at(parsed: Parsed, token: int) -> Cue | None:
    """The cue that a verb is, with its particle or object if the lexicon knows the pair; None if it is none."""
    lemma = parsed.lemmas[token]
    if parsed.pos[token] == "NOUN" and not (parsed.tags[token].startswith("VB")):
        return None
    if lemma not in _first_words():
        return None
    cue = _cue_of(parsed, token, lemma)
    return None if cue is not None and cue.word in words("numbered") and not _number_behind(parsed, token, cue) else cue


def _cue_of(parsed: Parsed, token: int, lemma: str) -> Cue | None:
    """The cue of a verb's lemma, of the verb and a word of its own, or of "put the toll at"."""
    passive = parsed.child(token, "nsubjpass") is not None or parsed.deps[token] == "acl"
    if lemma == "claim" and passive and parsed.child(token, "agent") is not None:
        return verb_cues()["claim responsibility"]
    if lemma == "claim" and any(parsed.lemmas[c] in words("claimed") for c in parsed.children(token, "dobj")):
        return verb_cues()["claim responsibility"]
    things = parsed.children(token, "dobj")
    said_of = [w for t in (token, *things) for w in parsed.children(t, "amod", "acomp", "oprd") if w > max(t, token)]
    for child in (*parsed.children(token, "prep", "prt", "dobj", "dative"), *said_of):
        pair = verb_cues().get(f"{lemma} {parsed.lemmas[child]}")
        if pair is not None and child > token and (pair.word not in words("finite") or _is_finite(parsed, token)):
            return pair
    return verb_cues().get(f"{lemma} at") or verb_cues().get(lemma)


def _is_finite(parsed: Parsed, verb: int) -> bool:
    """Whether a verb stands in a tense: "speaking of" and "to speak of" go with another verb of saying or none."""
    tensed = any(parsed.lower(c) in ("has", "have", "had") for c in parsed.children(verb, "aux"))
    return parsed.tags[verb] in ("VBD", "VBZ", "VBP") or tensed


def _number_behind(parsed: Parsed, verb: int, cue: Cue) -> bool:
    """Whether the object has a number in it, or a number follows the "at" of the cue ("put it at 40")."""
    last = parsed.sentence_of(verb).last
    thing = parsed.child(verb, "dobj")
    numbers = [i for i in range(verb + 1, last) if parsed.pos[i] == "NUM"]
    if " " not in cue.word:
        near = bool(numbers) and numbers[0] <= verb + _NUMBER_REACH
        return near and parsed.lower(verb + 1) not in words("not_counting")
    at = next((i for i in range(verb + 1, last) if parsed.lower(i) == "at"), None)
    return thing is not None and at is not None and any(at < n <= at + _NUMBER_REACH for n in numbers)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in verb_cues())


def _drafts(parsed: Parsed, verb: int, cue: Cue, speakers: Collection[int]) -> list[Draft]:
    if unsaid(parsed, verb) or (not cue.takes and parsed.child(verb, "dobj", "xcomp") is not None):
        return []
    sources = [s for s in sources_of(parsed, verb) if cue.voice == "any" or can_speak(parsed, s.head, speakers)]
    sources = [s for s in sources if not is_mute(parsed, s.head)]
    content = _content(parsed, verb, cue, sources, speakers)
    if (charge := charge_before(parsed, verb)) is not None and (speaker := parsed.child(verb, "nsubj")) is not None:
        sources, content = phrase_sources(parsed, speaker, verb), (charge,)
    if not content and (closing := _closing(parsed, verb, cue, sources, speakers)) is not None:
        sources, content = [s for s in closing[0] if not is_mute(parsed, s.head)], closing[1]
    if not sources:
        return _hidden(parsed, verb, cue)
    negated = parsed.child(verb, "neg") is not None
    relay = next(iter(parsed.children(verb, "dobj", "dative")), None) if cue.word in ("tell", "tell of") else None
    made = []
    for source in sources:
        kept = replace(source, relay=relay) if relay is not None and source.relay is None else source
        made.append(
            Draft(verb, cue.word, _cue_span(parsed, verb, cue), _short_of(parsed.text, kept, content), content, negated)
        )
    return made


def _content(
    parsed: Parsed, verb: int, cue: Cue, sources: Sequence[Source], speakers: Collection[int]
) -> tuple[Span, ...]:
    """The clause or the other complement that the cue takes from these sources."""
    if not sources:
        return ()
    content = clause_content(parsed, verb, sources) if _clause_fits(parsed, verb, sources[0], cue) else ()
    speaking = all(can_speak(parsed, s.head, speakers) for s in sources)
    if not content and speaking and _noun_fits(parsed, sources[0], cue):
        content = phrase_content(parsed, verb, cue)
    if not content and cue.word in words("plain"):
        content = rest_content(parsed, verb)
    return content


def _closing(
    parsed: Parsed, verb: int, cue: Cue, known: list[Source], speakers: Collection[int]
) -> tuple[list[Source], tuple[Span, ...]] | None:
    """Source and content of "<clause> X said" or "<clause> said X" at a sentence's end that the parse does not show."""
    if cue.word not in words("closing"):
        return None
    if parsed.tags[verb] not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    behind = inverted_source(parsed, verb) if cue.word in ("say", "add") else None
    if behind is not None:
        content = before_content(parsed, verb, parsed.starts[verb])
        return ([behind], content) if content else None
    clause, thing = parsed.child(verb, "ccomp"), parsed.child(verb, "dobj")
    if (clause is not None and clause > verb) or (thing is not None and cue.word != "tell"):
        return None
    trusted = before(parsed, verb) or (known if _set_off(parsed, verb, known) else [])
    sources = trusted or closing_sources(parsed, verb, speakers)
    if not sources or sources[0].span is None:
        return None
    content = before_content(parsed, verb, sources[0].span.start)
    return (sources, content) if content else None


def _set_off(parsed: Parsed, verb: int, sources: Sequence[Source]) -> bool:
    """Whether sources stand between a comma and the verb, so that the parse of them can be trusted."""
    spans = [s.span for s in sources if s.span is not None]
    if not spans or max(s.end for s in spans) > parsed.starts[verb]:
        return False
    first = parsed.tokens_in(*min(spans)).start
    return first > parsed.sentence_of(verb).first and parsed.lower(first - 1) == ","


def _short_of(text: str, source: Source, content: tuple[Span, ...]) -> Source:
    """The source without words that are content ("accused by rights groups of ...")."""
    if source.span is None:
        return source
    ends = [s.start for s in content if source.span.start < s.start < source.span.end]
    return replace(source, span=trimmed(text, source.span.start, min(ends))) if ends else source


def _clause_fits(parsed: Parsed, verb: int, source: Source, cue: Cue) -> bool:
    """Whether the cue can have a clause from this source: who "finds that ..." speaks, who "finds a body" does not."""
    if "clause" not in cue.takes or cue.voice != "show" or source.head is None:
        return "clause" in cue.takes
    if parsed.lower(source.head) == "it":
        return False
    clause = parsed.child(verb, "ccomp")
    that = clause is not None and any(parsed.lower(m) == "that" for m in parsed.children(clause, "mark"))
    return is_image(parsed, source.head) or is_document(parsed, source.head) or that


def _noun_fits(parsed: Parsed, source: Source, cue: Cue) -> bool:
    """A person does not "show" or "find" an object by speaking: there only pictures and documents have objects."""
    head = source.head
    return cue.voice != "show" or (head is not None and (is_image(parsed, head) or is_document(parsed, head)))


def _cue_span(parsed: Parsed, verb: int, cue: Cue) -> Span:
    """The verb with its auxiliaries, its negation and the particle or object that belongs to the cue."""
    tokens = [verb]
    for child in parsed.children(verb):
        near = abs(child - verb) <= 4
        before = parsed.deps[child] in ("aux", "auxpass", "neg") and near and child < verb
        if before or (verb < child <= verb + 2 and f"{parsed.lemmas[verb]} {parsed.lemmas[child]}" == cue.word):
            tokens.append(child)
    return parsed.span(min(tokens), max(tokens))


def unsaid(parsed: Parsed, verb: int) -> bool:
    """Whether the verb only speaks of a saying that may not be: conditions, "could say", "declined to say".

    So do "let's say", "did not say whether", which says nothing, and "say so", whose words stand elsewhere; "would say
    only" and "has said only" say. Who is "reported missing" says nothing.
    """
    if says_so(parsed, verb) or _left_open(parsed, verb) or parsed.lemmas[parsed.heads[verb]] == "let":
        return True
    if verb + 1 < len(parsed.pos) and parsed.lower(verb + 1) in words("reported_as"):
        return True
    if verb + 1 < len(parsed.pos) and parsed.lower(verb + 1) == "only" and parsed.child(verb, "aux") is not None:
        return any(parsed.lower(c) not in _SAID_ONLY for c in parsed.children(verb, "aux"))
    for child in parsed.children(verb, "aux", "mark", "advmod"):
        word = parsed.lower(child)
        if child < verb and (word in _UNREAL or word in _CONDITION):
            return True
        if child < verb and word == "to" and not _carried(parsed, verb):
            return True
    return False


def _left_open(parsed: Parsed, verb: int) -> bool:
    """Whether the verb is denied and a question follows ("did not say who", "has not confirmed whether")."""
    if parsed.child(verb, "neg") is None or parsed.lemmas[verb] not in words("questioned"):
        return False
    behind = (
        i for i in range(verb + 1, parsed.sentence_of(verb).last) if parsed.pos[i] not in ("PUNCT", "ADV", "PART")
    )
    first = next((i for i in range(verb + 1, parsed.sentence_of(verb).last)), None)
    clause = parsed.child(verb, "ccomp", "advcl")
    start = min(parsed.subtree(clause)) if clause is not None else next(behind, first)
    return start is not None and start > verb and parsed.lower(start) in words("question_words")


def _carried(parsed: Parsed, verb: int) -> bool:
    """Whether an infinitive is a saying all the same ("went on to say")."""
    return parsed.deps[verb] == "xcomp" and parsed.lemmas[parsed.heads[verb]] in words("carriers")


def _hidden(parsed: Parsed, verb: int, cue: Cue) -> list[Draft]:
    """ "It was reported that", "is said to have": a passive without an agent, whose voice is not named."""
    name = yaml_data("lexicon/hedges.yml")["passives"].get(parsed.lemmas[verb])
    accused = name is not None and "of" in cue.takes and parsed.tags[verb] == "VBN"
    passive = parsed.child(verb, "auxpass") is not None or (accused and parsed.deps[verb] == "acl")
    if name is None or not passive or parsed.child(verb, "agent") is not None:
        return []
    if parsed.lemmas[verb] in words("beliefs") and _told(parsed, verb):
        return []
    spans = charge_content(parsed, verb, cue) if accused else _passed_on(parsed, verb)
    return [Draft(verb, cue.word, _cue_span(parsed, verb, cue), Source(hidden=name), spans)] if spans else []


def _told(parsed: Parsed, verb: int) -> bool:
    """Whether a clause is somebody's words: what "is believed" there is his belief."""
    while parsed.deps[verb] in ("ccomp", "conj", "xcomp"):
        verb = parsed.heads[verb]
        if parsed.lemmas[verb] in verb_cues():
            return True
    return False


def _passed_on(parsed: Parsed, verb: int) -> tuple[Span, ...]:
    """The content of a passive without an agent: the that-clause, the clause before it, or subject and infinitive."""
    subject = parsed.child(verb, "nsubjpass")
    clause = parsed.child(verb, "ccomp", "xcomp")
    if subject is None or (clause is not None and clause < verb and parsed.lower(subject) != "it"):
        return ()
    if clause is None:
        whole = parsed.lemmas[verb] == "report" and parsed.lower(subject) not in ("it", "which", "that", "who")
        return (parsed.subtree_span(subject), parsed.span(verb, _clause_last(parsed, verb))) if whole else ()
    spans = [parsed.subtree_span(clause)]
    if parsed.deps[clause] == "xcomp":
        spans.insert(0, parsed.subtree_span(subject))
    return tuple(spans)


def _clause_last(parsed: Parsed, verb: int) -> int:
    """The last token of the complements of a verb, without clauses joined to it."""
    kept = [verb]
    for child in parsed.children(verb, "prep", "npadvmod", "dobj", "oprd", "advmod"):
        kept += [i for i in parsed.subtree(child) if i > verb]
    return max(kept)


def _citing(parsed: Parsed, drafts: list[Draft]) -> Iterator[Draft]:
    """ "..., X said, citing Y": what X says are Y's words."""
    by_verb = {d.at: d for d in drafts if d.content}
    for token, lemma in enumerate(parsed.lemmas):
        if lemma not in CITING or parsed.tags[token] != "VBG":
            continue
        cited = parsed.child(token, "dobj")
        ruling = _ruling(parsed, token, by_verb)
        if cited is None or ruling is None or not can_speak(parsed, cited):
            continue
        for source in phrase_sources(parsed, cited, token):
            yield Draft(token, "citing", parsed.span(token, token), source, ruling.content, inside=ruling.at)


def _showing(parsed: Parsed) -> Iterator[Draft]:
    """ "Pictures of the square show it is empty", where the parser takes "show" for a noun."""
    for token, word in enumerate(parsed.lemmas):
        if word != "show" or parsed.pos[token] != "NOUN":
            continue
        sentence = parsed.sentence_of(token)
        nouns = [i for i in range(sentence.first, token) if parsed.pos[i] in ("NOUN", "PROPN")]
        verbs = any(parsed.pos[i] in ("VERB", "AUX") for i in range(sentence.first, token))
        if verbs or not nouns or not (is_image(parsed, nouns[0]) or is_document(parsed, nouns[0])):
            continue
        if any(parsed.pos[i] in ("VERB", "AUX") for i in range(token + 1, sentence.last)):
            content = trimmed(parsed.text, parsed.starts[token + 1], parsed.ends[sentence.last - 1])
            source = Source(parsed.span(sentence.first, token - 1), nouns[0])
            yield Draft(token, "show", parsed.span(token, token), source, (content,))


def _ruling(parsed: Parsed, token: int, by_verb: dict[int, Draft]) -> Draft | None:
    """The attribution that "citing" belongs to: of the verb it hangs on, or of the verb whose subject it describes."""
    return next((by_verb[a] for a in parsed.ancestors(token) if a in by_verb), None)
