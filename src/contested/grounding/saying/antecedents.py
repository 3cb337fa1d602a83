"""Whom a pronoun before a verb of saying may stand for: the subjects before it, told apart by number and gender."""

from collections.abc import Iterator, Sequence

from contested.grounding.saying.naming import name_head
from contested.lexicon.speech import words
from contested.model.parse import Parsed
from contested.model.text import Span

_SUBJECTS = ("nsubj", "nsubjpass")
_GENDERS = {"he": "men", "she": "women"}


def subjects_before(parsed: Parsed, token: int, reach: int, quoted: Sequence[Span]) -> Iterator[int]:
    """Heads of the subjects before a token, the nearest first, not more than `reach` code points away.

    Only subjects of main clauses, and in the token's own sentence of adverbial ones: who is named inside what somebody
    says, or between quotation marks, is not who speaks next.
    """
    own = parsed.sentence_of(token).first
    limit = parsed.starts[token] - reach
    for i in range(token - 1, -1, -1):
        if parsed.starts[i] < limit:
            return
        if parsed.deps[i] not in _SUBJECTS or parsed.pos[i] == "PRON" or _nobody(parsed, i):
            continue
        if _main(parsed, parsed.heads[i], i >= own) and not any(s.start <= parsed.starts[i] < s.end for s in quoted):
            yield i


def _nobody(parsed: Parsed, head: int) -> bool:
    """Whether a subject is "no one", "no officer", "not a soldier"."""
    return any(parsed.lower(c) in ("no", "not") for c in parsed.children(head, "det", "neg", "advmod"))


def _main(parsed: Parsed, verb: int, same: bool) -> bool:
    """Whether a verb is its sentence's main one or joined to it; in the same sentence adverbial clauses count too."""
    allowed = ("conj", "parataxis", "advcl") if same else ("conj", "parataxis")
    while parsed.heads[verb] != verb:
        if parsed.deps[verb] not in allowed:
            return False
        verb = parsed.heads[verb]
    return True


def gender_allows(parsed: Parsed, pronoun: str, head: int) -> bool:
    """Whether no word of a person's description has the other gender than "he" or "she" ("her grandmother")."""
    other = {"he": "women", "she": "men"}.get(pronoun)
    if other is None:
        return True
    name = name_head(parsed, head)
    beside = [*parsed.children(head, "appos", "compound"), *parsed.children(name, "appos", "compound")]
    lemmas = {parsed.lemmas[t].lower() for t in (head, name, *beside)}
    return not lemmas & words(other) or bool(lemmas & words(_GENDERS[pronoun]))
