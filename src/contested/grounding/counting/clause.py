"""The counting clause: the words from the counted noun phrase to the end of its verb's core complements."""

from contested.grounding.counting.measures import Trigger
from contested.grounding.counting.who import Group
from contested.model.parse import Parsed
from contested.model.text import Span

COMPLEMENTS = ("prt", "acomp", "oprd", "attr", "xcomp", "prep", "npadvmod", "advmod", "agent", "dobj", "pobj")
CLAUSES = ("relcl", "advcl", "ccomp", "acl", "appos", "parataxis", "conj", "cc", "punct", "mark")
FAR = 18
"""Tokens of the longest complement that still belongs to the clause."""


def group_span(parsed: Parsed, group: Group) -> Span:
    """The counted noun phrase: from its number, article or modifiers to its noun with an "of" phrase."""
    noun = group.head if group.noun is None else group.noun
    start, end = parsed.starts[min(group.head, noun)], parsed.ends[max(group.head, noun)]
    for token in (group.head, noun):
        for child in parsed.children(token, "det", "amod", "compound", "nummod", "poss", "quantmod", "nmod"):
            if child < token:
                start = min(start, parsed.starts[_leftmost(parsed, child)])
    if parsed.lower(noun) == "old":
        start = min(start, parsed.starts[parsed.subtree(noun)[0]])  # "16-year-old"
    if group.number is not None:
        before = parsed.tokens_in(group.number.start, group.number.end)[0] - 1
        inside = before >= parsed.sentence_of(noun).first and start <= parsed.starts[before]
        own = inside and parsed.pos[before] in ("DET", "PRON")
        start = min(parsed.starts[before] if own else group.number.start, parsed.starts[noun])
        end = max(end, group.number.end)
    return Span(start, max(end, _of_end(parsed, noun)))


def _leftmost(parsed: Parsed, token: int) -> int:
    """The first token of a modifier, nothing from before a dash or colon ("MALDEN - Nine people")."""
    for before in range(token, parsed.subtree(token)[0] - 1, -1):
        if parsed.word(before) in ("-", "–", "—", ":", "|", ")") and parsed.text[parsed.starts[before] - 1] == " ":
            break
        token = before
    return token


def _of_end(parsed: Parsed, noun: int) -> int:
    """The end of "of the security forces" and the like behind a noun, as far as no clause hangs in it."""
    end = parsed.ends[noun]
    for child in parsed.children(noun, "prep"):
        if child == noun + 1 and parsed.lemmas[child] in ("of", "from"):
            tokens = parsed.subtree(child)
            if len(tokens) <= 8 and not any(parsed.deps[t] in CLAUSES for t in tokens):
                end = max(end, parsed.ends[tokens[-1]])
    return end


def clause_span(parsed: Parsed, trigger: Trigger, group: Group) -> Span:
    """The claim's span for a count: its noun phrase, its trigger and the trigger's core complements."""
    noun_phrase = group_span(parsed, group)
    start, end = min(noun_phrase.start, trigger.start), max(noun_phrase.end, trigger.end)
    verb = _governor(parsed, trigger, group)
    if verb != trigger.anchor and parsed.starts[verb] > start:
        end = max(end, parsed.ends[verb])
        end = max(end, _complement_end(parsed, verb, end))
    elif trigger.frame == "noun":
        end = next_phrase(parsed, Span(start, end)).end
    elif parsed.pos[verb] in ("VERB", "ADJ") or trigger.frame == "state":
        end = max(end, _complement_end(parsed, verb, end))
        governor = parsed.heads[verb]
        if (
            parsed.pos[verb] == "ADJ"
            and parsed.pos[governor] in ("AUX", "VERB")
            and parsed.deps[verb] in ("acomp", "oprd")
        ):
            end = max(end, _complement_end(parsed, governor, end))
    return Span(start, end)


def next_phrase(parsed: Parsed, span: Span) -> Span:
    """The span with the prepositional phrase right behind it ("2,300 deaths in the first months of the year")."""
    tokens = parsed.tokens_in(span.start, span.end)
    after = tokens[-1] + 1
    if after >= parsed.sentence_of(tokens[-1]).last or parsed.deps[after] != "prep":
        return span
    phrase = _core(parsed, after)
    return span if len(phrase) > FAR else Span(span.start, parsed.ends[phrase[-1]])


def _governor(parsed: Parsed, trigger: Trigger, group: Group) -> int:
    """The token whose complements belong to the clause: the verb of which counted bodies, refugees or fighters are the
    subject, else the trigger."""
    if trigger.frame in ("people", "body") and parsed.deps[group.head] in ("nsubj", "nsubjpass"):
        return parsed.heads[group.head]
    return trigger.anchor


def described_span(parsed: Parsed, group: Group, phrase: Span) -> Span:
    """The noun phrase with the short clause that describes it ("a woman visiting from Canada")."""
    noun = group.head if group.noun is None else group.noun
    clause = parsed.child(noun, "acl", "relcl")
    if clause is None:
        return phrase
    tokens = parsed.subtree(clause)
    near = parsed.starts[tokens[0]] - phrase.end <= 1 and len(tokens) <= FAR // 2
    return Span(phrase.start, max(phrase.end, parsed.ends[tokens[-1]])) if near else phrase


def _complement_end(parsed: Parsed, verb: int, end: int) -> int:
    """The end of the complements that follow without a comma or a new clause between."""
    for child in sorted(parsed.children(verb)):
        if child < verb or parsed.starts[child] < end:
            continue
        if parsed.deps[child] not in COMPLEMENTS:
            return end
        tokens = _core(parsed, child)
        if len(tokens) > FAR:
            return end
        end = max(end, parsed.ends[tokens[-1]])
    return end


def _core(parsed: Parsed, token: int) -> list[int]:
    """The tokens of a phrase up to the first comma, clause or coordination in it."""
    kept = []
    for t in parsed.subtree(token):
        if parsed.deps[t] in CLAUSES and t != token and not _inside_name(parsed, t):
            break
        kept.append(t)
    return kept or [token]


def _inside_name(parsed: Parsed, token: int) -> bool:
    """Whether a hyphen stands in a name written as one word ("al-Bab")."""
    if parsed.word(token) != "-" or not 0 < token < len(parsed.starts) - 1:
        return False
    return parsed.ends[token - 1] == parsed.starts[token] and parsed.ends[token] == parsed.starts[token + 1]
