"""The complements other than a clause that a cue takes: object, infinitive, gerund, "of", "for", "as"."""

from contested.grounding.saying.content import words_between
from contested.grounding.saying.draft import joined, trimmed
from contested.grounding.saying.ends import clause_end
from contested.lexicon.speech import Cue, verb_cues, words
from contested.model.parse import Parsed
from contested.model.text import Span

_IN = frozenset({"in", "for", "to", "with"})
_LOOSE = frozenset({",", "-", "–", "—", "--"})


def phrase_content(parsed: Parsed, verb: int, cue: Cue) -> tuple[Span, ...]:
    """The complements other than a clause that the cue takes: object, infinitive, gerund, "of", "for", "as"."""
    if parsed.child(verb, "nsubjpass") is not None:
        return _passive(parsed, verb, cue)
    if cue.stance == "claims" and parsed.deps[verb] == "acl" and parsed.child(verb, "agent") is not None:
        return _antecedent(parsed, verb)
    if "noun" in cue.takes and parsed.deps[verb] == "relcl" and _relative_object(parsed, verb):
        return _antecedent(parsed, verb)
    if cue.word in words("numbered"):
        return words_between(parsed, verb + 1, clause_end(parsed, verb, verb + 1))
    own = cue.word.split()[-1] if " " in cue.word else None
    objects = [c for c in parsed.children(verb, "dobj", "dative") if c > verb and parsed.lemmas[c] != own]
    tail = _tail(parsed, verb, cue, objects)
    if objects and cue.voice == "show":
        return words_between(parsed, min(parsed.subtree(objects[0])), clause_end(parsed, verb, objects[0]))
    if "noun" in cue.takes or tail:
        tail = [*objects, *tail]
    relative = parsed.child(verb, "dobj")
    if not tail and "noun" in cue.takes and relative is not None and parsed.lemmas[relative] != own:
        tail = [relative]
    return _pieces(parsed, tail)


def _tail(parsed: Parsed, verb: int, cue: Cue, objects: list[int]) -> list[int]:
    """The complements behind the object that make the content ("of killing", "as a crime", "to leave")."""
    found = []
    agent = parsed.child(verb, "agent")
    by = parsed.child(agent, "pobj") if agent is not None else None
    holders = [verb, *parsed.children(verb, "dobj", "dative"), *([by] if by is not None else [])]
    holders += [c for h in holders for c in parsed.children(h, "amod", "acomp", "oprd") if _is_own(parsed, c, cue)]
    for child in sorted(c for h in holders for c in parsed.children(h)):
        dep, own = parsed.deps[child], parsed.heads[child] == verb
        if child < verb:
            continue
        own_word = cue.word.endswith(f" {parsed.lower(child)}")
        if own and dep == "prep" and _of_the_part(parsed, child, objects):
            found.append(child)
        elif dep == "prep" and (own_word or parsed.lower(child) in cue.takes):
            inner = parsed.child(child, "pobj", "pcomp") if own_word or " " in cue.word else None
            found.append(child if inner is None else inner)
        elif own and dep in ("xcomp", "ccomp"):
            found += [child] if _wanted(parsed, child, cue, bool(objects)) else []
        elif own and dep in ("oprd", "attr", "acomp") and "pair" in cue.takes:
            found.append(child)
    return found


def _is_own(parsed: Parsed, token: int, cue: Cue) -> bool:
    """Whether the word is the cue's second one ("responsible" of "held the army responsible")."""
    return cue.word.endswith(f" {parsed.lower(token)}")


def _of_the_part(parsed: Parsed, preposition: int, objects: list[int]) -> bool:
    """Whether a phrase that parsers hang on the verb tells what the part or role was in ("denied any role in the")."""
    if parsed.lower(preposition) not in _IN or not objects or parsed.lemmas[objects[-1]] not in words("parts"):
        return False
    return parsed.subtree(objects[-1])[-1] + 1 == preposition


def _wanted(parsed: Parsed, child: int, cue: Cue, addressed: bool) -> bool:
    """Whether an infinitive, gerund or small clause is content of this cue."""
    if "pair" in cue.takes and not any(parsed.lower(c) == "to" for c in parsed.children(child, "aux")):
        return True
    if parsed.tags[child] == "VBG":
        return "ing" in cue.takes
    if parsed.lemmas[child] in verb_cues() and cue.stance == "hopes":
        return False
    other = addressed or parsed.child(child, "nsubj", "nsubjpass") is not None or " " in cue.word
    return "to" in cue.takes or ("other_to" in cue.takes and other)


def charge_content(parsed: Parsed, verb: int, cue: Cue) -> tuple[Span, ...]:
    """The content of "X is accused of ...", "men suspected of ...", where nobody is said to accuse."""
    subject = parsed.child(verb, "nsubjpass")
    if subject is None and parsed.deps[verb] == "acl":
        return _pieces(parsed, [parsed.heads[verb]])
    tail = _tail(parsed, verb, cue, [])
    return _pieces(parsed, [subject, *tail]) if subject is not None and tail else ()


def _passive(parsed: Parsed, verb: int, cue: Cue) -> tuple[Span, ...]:
    """The content of "X was condemned by Y", "X was accused by Y of ...": the subject and the complement."""
    subject = parsed.child(verb, "nsubjpass")
    tail = _tail(parsed, verb, cue, [])
    if subject is None or not (tail or "noun" in cue.takes):
        return ()
    return _pieces(parsed, [subject, *tail])


def _relative_object(parsed: Parsed, verb: int) -> bool:
    """Whether a relative clause's verb has its noun for an object ("raids the army denies", "raids that it denies")."""
    thing, speaker = parsed.child(verb, "dobj"), parsed.child(verb, "nsubj")
    if speaker is not None and parsed.tags[speaker] in ("WP", "WDT"):
        return False  # "Chad, which denies shelling the town": the noun speaks
    if thing is None:
        return True
    other = parsed.child(verb, "xcomp", "ccomp") is not None or parsed.pos[parsed.heads[verb]] == "NUM"
    return thing < verb and parsed.lower(thing) in ("that", "which") and not other


def charge_before(parsed: Parsed, cue: int) -> Span | None:
    """The charge that somebody answers in a relative clause ("X accused Y of it, a charge Y rejected"), else None.

    What Y answers is the charge: the whole sentence before it is not what he says.
    """
    noun, speaker = parsed.heads[cue], parsed.child(cue, "nsubj")
    if parsed.deps[cue] != "relcl" or parsed.lemmas[noun] not in words("charges") or speaker is None:
        return None
    if parsed.tags[speaker] in ("WP", "WDT"):
        return None
    return parsed.span(min(parsed.subtree(noun)), noun)


def _antecedent(parsed: Parsed, verb: int) -> tuple[Span, ...]:
    """The noun phrase in "allegations the government denies"."""
    return _pieces(parsed, [parsed.heads[verb]], without=verb)


def _pieces(parsed: Parsed, heads: list[int], without: int | None = None) -> tuple[Span, ...]:
    tokens: set[int] = set()
    for head in heads:
        tokens.update(_phrase_tokens(parsed, head, without))
    runs: list[list[int]] = []
    for token in sorted(tokens):
        if runs and token - runs[-1][-1] <= 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return joined(parsed.text, [trimmed(parsed.text, parsed.starts[r[0]], parsed.ends[r[-1]]) for r in runs])


def _phrase_tokens(parsed: Parsed, head: int, without: int | None) -> set[int]:
    """A phrase's tokens without its loose relative clauses (", which ...", "- who ..."): these are the reporter's."""
    tokens = set(parsed.subtree(head))
    for token in list(tokens):
        loose = parsed.deps[token] == "relcl" and _set_off(parsed, min(parsed.subtree(token)))
        if token == without or loose:
            tokens.difference_update(parsed.subtree(token))
    return tokens


def _set_off(parsed: Parsed, first: int) -> bool:
    return first > 0 and (parsed.lower(first - 1) in _LOOSE or parsed.lower(first) in _LOOSE)
