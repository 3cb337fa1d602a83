"""Claims of kind role: who holds which office, who speaks for whom, as the text introduces people."""

from collections.abc import Iterator

from contested.coding.clauses import trimmed
from contested.coding.draft import Draft
from contested.coding.saying import Said, Voices
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Ref, Relation
from contested.model.grounding import Mention
from contested.model.text import Span


def offices(world: World, voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, narrator) pairs: one a person or body, where the text first says what he, she or it is."""
    seen: set[str] = set()
    for mention in world.grounded.mentions:
        if mention.entity is None or mention.entity in seen or mention.type in ("place", "nationality", "population"):
            continue
        found = _introduction(world, mention)
        if found is not None and _is_introduction(world, *found):
            seen.add(mention.entity)
            span, office = found
            yield _draft(world, mention, span, office), Said((voices.narrator,))


def _draft(world: World, mention: Mention, span: Span, office: Ref) -> Draft:
    subject = Ref(world.text[mention.start : mention.end], mention.start, mention.end, mention.entity)
    predicate = _predicate(office.text)
    return Draft("role", span, f"office:{predicate}", relation=Relation(predicate, subject, office))


def _predicate(words: str) -> str:
    low = words.lower()
    table = yaml_data("lexicon/offices.yml")
    for predicate in ("speaks_for", "holds_office", "member_of"):
        if any(word in low for word in table[predicate]):
            return str(predicate)
    return "described_as"


def _introduction(world: World, mention: Mention) -> tuple[Span, Ref] | None:
    """The whole phrase and the describing words: an apposition, or an office before the name."""
    parsed = world.parsed
    head = parsed.head_of(mention.start, mention.end)
    if head is None or parsed.pos[head] != "PROPN" or not world.text[mention.start].isalnum():
        return None
    return _apposition(world, mention, head) or _title(world, mention, head)


_NEXT_WORD = 4
"""Code points behind a name that reach into the next word, past a quotation mark."""
LONGEST_OFFICE = 12
"""Words of the longest introduction: a longer one is no apposition but a sentence read wrongly."""
_BREAKS = '"“”:;()'


def _is_introduction(world: World, span: Span, described: Ref) -> bool:
    """Whether name and description are parted by a comma and nothing more, with no quotation or verb in them."""
    text, parsed = world.text, world.parsed
    words = text[span.start : span.end]
    if any(mark in words for mark in _BREAKS) or len(words.split()) > LONGEST_OFFICE or "\n\n" in words:
        return False
    head = parsed.head_of(described.start, described.end)
    inside = parsed.tokens_in(span.start, span.end)
    verbal = any(
        parsed.pos[token] in ("VERB", "AUX") and parsed.deps[token] not in ("amod", "compound") for token in inside
    )
    person = head is not None and (
        _official(parsed.lower(head)) or world.is_class(head, "people") or _is_body(parsed.lemmas[head])
    )
    return person and not verbal


def _is_body(lemma: str) -> bool:
    return lemma in yaml_data("lexicon/offices.yml")["bodies"]


def _apposition(world: World, mention: Mention, head: int) -> tuple[Span, Ref] | None:
    parsed = world.parsed
    if parsed.children(head, "cc", "conj"):
        return None
    for child in parsed.children(head, "appos"):
        if parsed.children(child, "cc", "conj") or parsed.word(child).isupper():
            continue
        if parsed.pos[child] == "NOUN" or (parsed.pos[child] == "PROPN" and _official(parsed.lower(child))):
            described = trimmed(parsed.text, _phrase(world, child))
            if described.start > mention.end:
                return Span(mention.start, described.end), _ref(world, described)
    if parsed.deps[head] == "appos" and parsed.pos[parsed.heads[head]] in ("NOUN", "PROPN"):
        noun = parsed.heads[head]
        if _official(parsed.lower(noun)) or parsed.pos[noun] == "NOUN":
            before = Span(parsed.subtree(noun)[0], noun)
            described = trimmed(parsed.text, Span(parsed.starts[before.start], mention.start))
            if described.end > described.start:
                return Span(described.start, mention.end), _ref(world, described)
    return None


def _phrase(world: World, noun: int) -> Span:
    """The describing noun with its prepositional phrases, relative clauses left out."""
    parsed, tokens = world.parsed, {noun}
    for child in parsed.children(noun):
        if parsed.deps[child] not in ("relcl", "acl", "conj", "cc"):
            tokens.update(parsed.subtree(child))
    ordered = sorted(tokens)
    return parsed.span(ordered[0], ordered[-1])


def _title(world: World, mention: Mention, head: int) -> tuple[Span, Ref] | None:
    """Office words right before the name ("French President F H", "ICRC spokeswoman R K").

    None where the name only names something else ("the General B K Battalion").
    """
    parsed = world.parsed
    if _names_a_thing(world, mention):
        return None
    before = [c for c in parsed.children(head, "compound", "amod", "nmod", "poss") if parsed.starts[c] < mention.start]
    inside = [c for c in parsed.children(head, "compound", "nmod") if parsed.starts[c] >= mention.start]
    words = before + inside
    if not any(_official(parsed.lower(token)) for token in words):
        return None
    start = min(parsed.starts[parsed.subtree(token)[0]] for token in words)
    office_end = max(parsed.ends[token] for token in words if _official(parsed.lower(token)))
    described = trimmed(parsed.text, Span(min(start, mention.start), office_end))
    return Span(described.start, max(mention.end, described.end)), _ref(world, described)


def _names_a_thing(world: World, mention: Mention) -> bool:
    """Whether a unit or a place bears the name: the words it ends in or that follow it say so."""
    around = world.parsed.tokens_in(mention.start, mention.end + _NEXT_WORD)
    named = yaml_data("lexicon/offices.yml")["named_after"]
    return any(world.parsed.lower(token) in named for token in around)


def _ref(world: World, span: Span) -> Ref:
    return Ref(world.text[span.start : span.end], span.start, span.end, None)


def _official(word: str) -> bool:
    table = yaml_data("lexicon/offices.yml")
    return any(word in table[name] for name in ("speaks_for", "holds_office"))
