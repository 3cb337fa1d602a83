"""Where what is said ends, and where it goes on: behind a parenthesis, at a semicolon, at the next verb of saying."""

from contested.grounding.saying.sources import rejoined
from contested.lexicon.speech import verb_cues, words
from contested.model.parse import Parsed

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
CLOSE = frozenset({'"', "”", "''"})
MARKS = CLOSE | {"“", "``"}
CITING = frozenset({"cite", "quote"})
_MEANWHILE = frozenset({"when", "until", "till", "while", "as", "before", "after"})
_CONTRAST = frozenset({"while", "although", "though", "whereas", "but"})


def clause_end(parsed: Parsed, verb: int, begin: int) -> int:
    """The token behind the content's last: the sentence's end, or the start of what is again the reporter's."""
    cut = _past_quote(parsed, begin, _side_by_side(parsed, verb, begin))
    if parsed.deps[verb] == "advcl" and parsed.heads[verb] > verb:
        cut = min(cut, parsed.subtree(verb)[-1] + 1)  # "Claiming that it was safe, the ministry sent ..."
    for child in parsed.children(verb, "conj", "advcl", "cc", "parataxis", "prep", "npadvmod"):
        if child > begin and _ends_content(parsed, child):
            cut = min(cut, min(i for i in parsed.subtree(child) if i > begin))
    for token in range(begin + 1, cut):
        again = parsed.deps[token] in ("conj", "advcl") and rejoined(parsed, token) == verb != parsed.heads[token]
        if again and (parsed.lemmas[token] in CITING or _cues_of(parsed, token)):
            return _joint_before(parsed, token, begin)
    for i in range(begin + 1, cut):
        if parsed.lower(i) in _CONTRAST and parsed.lower(i - 1) == "," and parsed.heads[i] not in range(begin, i):
            head = parsed.heads[i]
            quoted = any(parsed.lower(k) in MARKS for k in range(begin, i))
            if head == verb or parsed.heads[head] == verb or (not quoted and _somebody_speaks(parsed, head, i)):
                return i
    return cut


def _somebody_speaks(parsed: Parsed, verb: int, contrast: int) -> bool:
    """Whether somebody else has the word behind a contrast ("..., while the rebels deny it")."""
    subject = parsed.child(verb, "nsubj")
    return subject is not None and contrast < subject < verb and bool(_cues_of(parsed, verb))


def _cues_of(parsed: Parsed, verb: int) -> list[str]:
    """The cues that a verb is, alone or with a word behind it ("put at")."""
    lemma = parsed.lemmas[verb]
    with_words = (f"{lemma} {parsed.lemmas[c]}" for c in parsed.children(verb, "dobj", "prep", "prt"))
    return [word for word in (lemma, *with_words) if word in verb_cues() and verb_cues()[word].takes]


def _past_quote(parsed: Parsed, begin: int, end: int) -> int:
    """The token behind a quotation that the content is, where only when or until when it was said follows."""
    if begin >= end or parsed.lower(begin) not in MARKS:
        return end
    close = next((i for i in range(begin + 1, end) if parsed.lower(i) in MARKS), end)
    more = any(parsed.lower(i) in MARKS for i in range(close + 1, end))
    return close + 1 if close + 1 < end and not more and parsed.lower(close + 1) in _MEANWHILE else end


def _side_by_side(parsed: Parsed, verb: int, begin: int) -> int:
    """The semicolon behind which somebody else speaks ("A says this; B says that", "..., we saw nobody"), else the end.

    "We" outside quotation marks is the reporter: whoever is quoted without them would be "they".
    """
    last, quoted = parsed.sentence_of(verb).last, False
    for i in range(verb + 1, last - 1):
        quoted ^= parsed.lower(i) in MARKS
        if i <= begin or quoted or parsed.lower(i) != ";":
            continue
        head = next((h for h in range(i + 1, last) if parsed.tags[h] in FINITE and parsed.pos[h] != "PART"), None)
        while head is not None and parsed.deps[head] in ("aux", "auxpass"):
            head = parsed.heads[head]
        if head is None:
            continue
        subject = parsed.child(head, "nsubj")
        speaks = parsed.lemmas[head] in verb_cues() and subject is not None and i < subject < head
        if speaks or (subject is not None and subject > i and parsed.lower(subject) in ("we", "i")):
            return i
    return last


def _joint_before(parsed: Parsed, token: int, begin: int) -> int:
    """The "and" or comma before a second verb of saying, else its first token."""
    first = min(i for i in parsed.subtree(token) if i > begin)
    while first - 1 > begin and (parsed.pos[first - 1] in ("CCONJ", "PUNCT", "AUX", "ADV")):
        first -= 1
    return first


def _ends_content(parsed: Parsed, child: int) -> bool:
    """Whether a dependent of the cue behind the content is the cue's own (a second verb, a participle, "according")."""
    dep, first = parsed.deps[child], min(parsed.subtree(child))
    comma = first > 0 and (parsed.lower(first - 1) == "," or parsed.lower(first) == ",")
    if dep in ("conj", "parataxis"):
        return True
    if dep == "cc":
        return any(c > child for c in parsed.children(parsed.heads[child], "conj"))
    if dep == "advcl":
        return comma and (parsed.tags[child] == "VBG" or parsed.lower(first) in _CONTRAST)
    return parsed.lower(child) == "according"


def resumed_end(parsed: Parsed, verb: int, begin: int) -> int:
    """The end of content that goes on behind a parenthesis: a verb joined to the cue by the "and" there is content."""
    return _side_by_side(parsed, verb, begin) if parsed.pos[begin] == "CCONJ" else clause_end(parsed, verb, begin)


def goes_on(parsed: Parsed, verb: int, carrier: int, joint: int) -> bool:
    """Whether "..., X said, and lost ten men" is still what X said: no verb of saying, no gesture of X."""
    second = next((i for i in range(joint + 1, parsed.sentence_of(verb).last) if parsed.deps[i] == "conj"), None)
    if second is None or parsed.heads[second] not in (verb, carrier) or parsed.tags[second] not in FINITE:
        return False
    return parsed.lemmas[second] not in verb_cues() and parsed.lemmas[second] not in words("gestures")


def cue_end(parsed: Parsed, verb: int) -> int:
    """The last token of the cue with its day and addressee ("said on Monday", "told reporters")."""
    last = verb
    for child in parsed.children(verb, "npadvmod", "prep", "dobj", "dative", "nsubj", "prt", "advmod"):
        tokens = parsed.subtree(child)
        if child > verb and tokens[0] == last + 1:
            last = tokens[-1] if len(tokens) <= 25 else last
    return last


def says_so(parsed: Parsed, verb: int) -> bool:
    """Whether a verb of saying has only "so" for what is said ("the radio says so"): the words stand elsewhere."""
    last = parsed.sentence_of(verb).last
    if verb + 1 >= last or parsed.lower(verb + 1) != "so" or parsed.lemmas[verb] not in verb_cues():
        return False
    return verb + 2 >= last or parsed.pos[verb + 2] in ("PUNCT", "CCONJ", "ADP", "SCONJ")


def finite(parsed: Parsed, begin: int, end: int) -> bool:
    """Whether a finite verb stands between two tokens."""
    return any(parsed.tags[i] in FINITE for i in range(begin, end))
