"""Noun phrases as sources: which can speak, and which words are theirs."""

from collections.abc import Iterable

from contested.grounding.saying.draft import Source
from contested.lexicon.speech import words
from contested.model.parse import Parsed
from contested.model.text import Span

_PERSONAL = frozenset({"he", "she", "they", "we", "i", "it", "you", "who"})

_RELATIVE = frozenset({"who", "which", "that"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})
_IRREGULAR = {"media": "media"}
"""Words that the lemmatiser takes for the plural of another."""
_LONGEST = 30
"""Tokens of the longest noun phrase taken for a source; a longer one is a wrong parse."""


def phrase_sources(parsed: Parsed, head: int, verb: int) -> list[Source]:
    """A noun phrase as sources: one for each of its conjoined heads; a relative pronoun leads to its noun."""
    if parsed.lower(head) in _RELATIVE and parsed.deps[verb] == "relcl":
        noun = _antecedent(parsed, parsed.heads[verb], head)
        return [Source(parsed.span(head, head), noun, _quoting(parsed, noun))]
    found = [Source(phrase_span(parsed, head, verb), head, _quoting(parsed, head))]
    for other in parsed.joined(head):
        if of_one(parsed, head, other) or (head > verb and _as_well(parsed, head, other)):
            continue
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


def phrase_span(parsed: Parsed, head: int, verb: int) -> Span:
    """The noun phrase of a head without conjoined phrases, relative clauses and whatever lies past the verb."""
    out: set[int] = set()
    one = any(of_one(parsed, head, c) for c in parsed.children(head, "conj"))
    joined = () if one else (*parsed.joined(head), *parsed.children(head, "cc"))
    for child in (*parsed.children(head, "relcl", "advcl", "parataxis", "ccomp"), *joined):
        out.update(parsed.subtree(child))
    tokens = [i for i in parsed.subtree(head) if i not in out and (i < verb) == (head < verb)]
    run = _run_around(tokens, head)
    while run[-1] > head and parsed.pos[run[-1]] in ("PUNCT", "CCONJ") and parsed.lower(run[-1]) != ")":
        run.pop()
    dash = max((i for i in run if i < head and _is_dash(parsed, i)), default=None)
    run = run[run.index(dash) + 1 :] if dash is not None else run
    while run[0] < head and parsed.pos[run[0]] in ("PUNCT", "CCONJ", "ADV", "SCONJ"):
        run.pop(0)
    return parsed.span(run[0], run[-1])


def _is_dash(parsed: Parsed, token: int) -> bool:
    """Whether the token is a dash; a hyphen with space around it is one."""
    if parsed.lower(token) == "-":
        around = parsed.text[max(parsed.starts[token] - 1, 0) : parsed.ends[token] + 1]
        return around == " - "
    return parsed.lower(token) in ("—", "–", "--")


def _as_well(parsed: Parsed, head: int, other: int) -> bool:
    """Whether "as well as" joins two nouns: behind "according to X" it goes on with the clause, not with X."""
    return any(parsed.lower(i) == "well" and parsed.lower(i + 1) == "as" for i in range(head + 1, other))


def of_one(parsed: Parsed, head: int, other: int) -> bool:
    """Whether "and Y" belongs to the "of X" of one person ("the joint envoy of X and the Y"), not beside him.

    One person in an office, joined to a body: the verb is no plural and Y follows the "of" phrase at once.
    """
    of = next((c for c in parsed.children(head, "prep") if parsed.lower(c) in ("of", "for", "to")), None)
    if of is None or parsed.tags[head] != "NN" or parsed.lemmas[head] not in words("people"):
        return False
    joint = max(parsed.subtree(of)) + 1
    follows = joint < other and parsed.pos[joint] == "CCONJ" and parsed.heads[joint] == head
    body = parsed.lemmas[other] in words("bodies") or (parsed.pos[other] == "PROPN" and _has_the(parsed, other))
    plural = any(parsed.tags[t] == "VBP" for t in (parsed.heads[head], *parsed.children(parsed.heads[head], "aux")))
    return follows and body and not plural and joint + 1 == min(parsed.subtree(other))


def _has_the(parsed: Parsed, noun: int) -> bool:
    return any(parsed.lower(c) == "the" for c in parsed.children(noun, "det"))


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


def subject_of(parsed: Parsed, verb: int) -> int | None:
    """The subject nearest to the verb: before it, else behind it."""
    subjects = parsed.children(verb, "nsubj")
    before = [s for s in subjects if s < verb and not _quote_ends(parsed, s, verb)]
    behind = next((s for s in subjects if s > verb), None)
    if before and (behind is None or can_speak(parsed, before[-1]) or not can_speak(parsed, behind)):
        return before[-1]
    return behind


def _quote_ends(parsed: Parsed, first: int, verb: int) -> bool:
    """Whether a quotation closes between a word and the verb: the word is then inside it and no subject outside."""
    marks = [parsed.lower(i) for i in range(first, verb) if parsed.lower(i) in _MARKS]
    return len(marks) % 2 == 1 and marks[-1] != "“"


def can_speak(parsed: Parsed, head: int | None, known: Iterable[int] = ()) -> bool:
    """Whether a noun phrase with this head can be a voice: a name, a person, a body, a document, a picture.

    `known` are tokens that head mentions of persons and bodies.
    """
    if head is None:
        return False
    lemma = _IRREGULAR.get(parsed.lower(head), parsed.lemmas[head])
    if parsed.pos[head] == "PROPN" or head in known or parsed.lower(head) in _PERSONAL:
        return True
    if (inner := _one_of(parsed, head)) is not None:
        return can_speak(parsed, inner, known)
    listed = lemma in words("people") or lemma in words("bodies") or lemma in words("unnamed")
    return listed or is_document(parsed, head) or is_image(parsed, head)


def is_mute(parsed: Parsed, head: int | None) -> bool:
    """Whether the noun names a thing or a happening, which no verb makes speak ("the blast saying ...")."""
    return head is not None and parsed.lemmas[head].lower() in words("mute")


def _one_of(parsed: Parsed, head: int) -> int | None:
    """Whom "one of them, Jane Doe" or "three of the guards" is about: the name beside it, else those it is one of."""
    if parsed.pos[head] not in ("NUM", "DET", "PRON") or parsed.lower(head) in _RELATIVE:
        return None
    name = next((c for c in parsed.children(head, "appos") if parsed.pos[c] == "PROPN"), None)
    of = next((c for c in parsed.children(head, "prep") if parsed.lower(c) == "of"), None)
    return name if name is not None or of is None else parsed.child(of, "pobj")


def is_document(parsed: Parsed, head: int) -> bool:
    """Whether the noun names a text or a body of figures (statement, report, survey)."""
    return parsed.lemmas[head] in words("documents")


def is_image(parsed: Parsed, head: int) -> bool:
    """Whether the noun names a picture (video, footage, satellite images)."""
    return parsed.lemmas[head] in words("images")
