"""Sources read off the order of the words, where parsers go wrong: behind a clause, behind a quotation."""

from collections.abc import Collection

from contested.grounding.saying.draft import Source
from contested.grounding.saying.speaking import can_speak, phrase_span, subject_of
from contested.lexicon.speech import words
from contested.model.parse import Parsed

_CLOSING = frozenset({",", '"', "”", "''"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})
_LONGEST = 12
"""Tokens between a comma and the verb of saying that are read as its source."""
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})


def before(parsed: Parsed, verb: int) -> list[Source]:
    """The source of "..., X and Y said" where it closes a sentence or follows a quotation, read off the words.

    Parsers often hang such a subject on the clause before it.
    """
    sentence = parsed.sentence_of(verb)
    closes = verb + 1 >= sentence.last or parsed.pos[verb + 1] == "PUNCT" or _only_day(parsed, verb + 1, sentence.last)
    mark = next((i for i in range(verb - 1, sentence.first, -1) if parsed.lower(i) in _CLOSING), None)
    if mark == verb - 1 and (named := _named_office(parsed, verb)) is not None:
        return [named]
    if mark is None or not 0 < verb - mark - 1 <= _LONGEST or not (closes or parsed.lower(mark) != ","):
        return _joined(parsed, verb) if closes else []
    subject = parsed.child(verb, "nsubj")
    if parsed.pos[verb - 1] == "CCONJ":
        return []
    tags = [parsed.pos[i] for i in range(mark + 1, verb) if not _abbreviates(parsed, i)]
    if subject is not None and mark < subject < verb and closes:
        whole = parsed.subtree(subject)[0] == mark + 1
        return [] if whole or not _is_names(tags) else _split(parsed, mark + 1, verb - 1)
    if not {"NOUN", "PROPN", "PRON"} & set(tags) or {"VERB", "PUNCT"} & set(tags) or tags[0] == "CCONJ":
        return []
    return _split(parsed, mark + 1, verb - 1)


def _named_office(parsed: Parsed, verb: int) -> Source | None:
    """The source of "..., the district governor, Jane Doe, said" where the parser gives the office to the clause."""
    first = parsed.sentence_of(verb).first
    commas = [i for i in range(verb - 1, first, -1) if parsed.lower(i) == ","][:3]
    if len(commas) < 3 or verb - commas[2] > _LONGEST:
        return None
    name, office = range(commas[1] + 1, commas[0]), range(commas[2] + 1, commas[1])
    head = _head(parsed, office[0], office[-1]) if office else None
    if not name or head is None or parsed.lemmas[head] not in words("people") or parsed.tags[head] == "NNS":
        return None
    subject = parsed.child(verb, "nsubj")
    if subject is not None and parsed.subtree(subject)[0] <= office[0]:
        return None
    whole = all(parsed.pos[i] == "PROPN" or _abbreviates(parsed, i) for i in name)
    return Source(parsed.span(office[0], name[-1]), name[-1]) if whole else None


def _only_day(parsed: Parsed, first: int, last: int) -> bool:
    """Whether nothing but a day stands between two tokens ("on Monday", "late on Tuesday", "today")."""
    inside = [i for i in range(first, last) if parsed.pos[i] != "PUNCT"]
    days = [i for i in inside if parsed.lemmas[i].lower() in words("days")]
    return bool(days) and all(i in days or parsed.pos[i] in ("ADP", "ADV", "ADJ", "NUM") for i in inside)


def _abbreviates(parsed: Parsed, token: int) -> bool:
    """Whether a full stop closes a title before a name ("Capt. Jane Doe")."""
    return parsed.lower(token) == "." and parsed.pos[token - 1] == "PROPN" and parsed.pos[token + 1] == "PROPN"


def _is_names(tags: list[str]) -> bool:
    """Whether words can be nothing but names and nouns, joined or one of them."""
    return set(tags) <= _NOMINAL | {"CCONJ"} and tags[0] != "CCONJ"


def behind(parsed: Parsed, verb: int) -> list[Source]:
    """The source of "'...' said the governor Jane Doe" where the parser took a subject from inside the quotation."""
    sentence = parsed.sentence_of(verb)
    mark = verb - 1 >= sentence.first and parsed.lower(verb - 1) in _MARKS
    if not mark or subject_of(parsed, verb) is not None or parsed.child(verb, "auxpass") is not None:
        return []
    last = verb
    while last + 1 < sentence.last and _part_of_name(parsed, last + 1):
        last += 1
    head = next((i for i in range(last, verb, -1) if parsed.pos[i] in ("NOUN", "PROPN")), None)
    return [Source(parsed.span(verb + 1, last), head)] if head is not None and can_speak(parsed, head) else []


def _joined(parsed: Parsed, verb: int) -> list[Source]:
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
    return [Source(parsed.span(first, noun), noun), Source(phrase_span(parsed, subject, verb), subject)]


def closing_sources(parsed: Parsed, verb: int, speakers: Collection[int] = ()) -> list[Source]:
    """The noun phrases right before a verb of saying that closes its sentence, read off the words.

    For texts that lost their commas ("... killed ten a monitoring group and residents said on Monday"): back to the
    article, or to the first word that is no part of a name or noun phrase; a mention (`speakers` are its tokens) is
    taken as it stands. Empty if the last noun cannot speak.
    """
    sentence = parsed.sentence_of(verb)
    last = verb - 1
    while last > sentence.first and parsed.pos[last] in ("AUX", "ADV"):
        last -= 1
    if last in speakers:
        return [_mentioned(parsed, sentence.first, last, speakers)]
    found = _closing(parsed, sentence.first, last)
    if found is None or found.span is None:
        return []
    joint = parsed.tokens_in(*found.span).start - 1
    if joint > sentence.first and parsed.pos[joint] == "CCONJ" and parsed.pos[joint - 1] == "NOUN":
        other = _closing(parsed, sentence.first, joint - 1)
        return [other, found] if other is not None else [found]
    return [found]


def _mentioned(parsed: Parsed, start: int, last: int, speakers: Collection[int]) -> Source:
    """The known name that ends with the token `last`, with its article."""
    first = last
    while first > start and first - 1 in speakers:
        first -= 1
    head = last
    if first > start and parsed.pos[first - 1] == "DET":
        first -= 1
    return Source(parsed.span(first, last), head)


def _closing(parsed: Parsed, start: int, last: int) -> Source | None:
    """The noun phrase that ends with the token `last`, if it can speak."""
    first = last
    while first > start and parsed.pos[first] != "DET" and _part_of_name(parsed, first - 1):
        first -= 1
    while first < last and parsed.pos[first] in ("ADP", "CCONJ"):
        first += 1
    head = _head(parsed, first, last)
    if head is None or not can_speak(parsed, head) or parsed.deps[head] == "npadvmod":
        return None
    return Source(parsed.span(first, last), head)


def _head(parsed: Parsed, first: int, last: int) -> int | None:
    """The last noun before the first "of" or "for" of a noun phrase."""
    link = next((i for i in range(first + 1, last) if parsed.pos[i] == "ADP"), last + 1)
    return next((i for i in range(link - 1, first - 1, -1) if parsed.pos[i] in ("NOUN", "PROPN", "PRON")), None)


def _part_of_name(parsed: Parsed, token: int) -> bool:
    """Whether a token can stand inside the noun phrase to its right: nominal, or "of"/"for" inside a name."""
    if parsed.lemmas[token] in words("days"):
        return False
    if parsed.pos[token] in _NOMINAL or parsed.lower(token) == "-" or parsed.deps[token] == "amod":
        return True
    return parsed.lower(token) in ("of", "for") and (
        parsed.pos[token + 1] == "DET" or parsed.word(token + 1)[:1].isupper()
    )


def inverted_source(parsed: Parsed, verb: int) -> Source | None:
    """The noun phrase that closes the sentence behind the verb ("... near the river said the Observatory")."""
    sentence = parsed.sentence_of(verb)
    last = sentence.last - 1
    while last > verb and parsed.pos[last] == "PUNCT":
        last -= 1
    end = verb
    while end < last and (_part_of_name(parsed, end + 1) or parsed.lower(end + 1) in ("of", "for")):
        end += 1
    if end == verb or end != last or parsed.lower(verb + 1) in ("that", "this", "it"):
        return None
    head = _head(parsed, verb + 1, last)
    return Source(parsed.span(verb + 1, last), head) if head is not None and can_speak(parsed, head) else None


def _split(parsed: Parsed, first: int, last: int) -> list[Source]:
    """The parts of "state TV and the rebels", each headed by its last noun before "of" or "at"; no adverbs."""
    while last > first and parsed.pos[last] in ("AUX", "ADV", "PART"):
        last -= 1
    cuts = [i for i in range(first, last + 1) if parsed.pos[i] == "CCONJ"]
    parts = [
        (a, b) for a, b in zip([first, *(c + 1 for c in cuts)], [*(c - 1 for c in cuts), last], strict=True) if a <= b
    ]
    heads = [_head(parsed, a, b) for a, b in parts]
    if not all(head is not None and can_speak(parsed, head) for head in heads):
        parts, heads = [(first, last)], [_head(parsed, first, last)]
    return [Source(parsed.span(a, b), b if head is None else head) for (a, b), head in zip(parts, heads, strict=True)]
