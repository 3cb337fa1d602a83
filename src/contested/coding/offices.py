"""Claims of kind role: who holds which office, who speaks for whom, as the text introduces people."""

import re
from collections.abc import Iterator

from contested.coding.clauses import trimmed
from contested.coding.draft import Draft
from contested.coding.saying import Said, Voices
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.lexicon.speech import words
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
    predicate = "member_of" if office.entity is not None else _predicate(office.text)
    return Draft("role", span, f"office:{predicate}", relation=Relation(predicate, subject, office))


def _predicate(office: str) -> str:
    padded = f" {' '.join(_WORD.findall(office.lower()))} "
    table = yaml_data("lexicon/offices.yml")
    for predicate in ("speaks_for", "holds_office", "member_of"):
        if any(f" {word} " in padded for word in table[predicate]):
            return predicate
    return "described_as"


def _introduction(world: World, mention: Mention) -> tuple[Span, Ref] | None:
    """The whole phrase and the describing words: an apposition, or an office before the name."""
    parsed = world.parsed
    head = parsed.head_of(mention.start, mention.end)
    if head is None or parsed.pos[head] != "PROPN" or not world.text[mention.start].isalnum():
        return None
    found = _apposition(world, mention, head) or _title(world, mention, head)
    if found is None and mention.type == "person":
        hung = parsed.deps[head] in ("appos", "pobj")  # on the noun before it: the name is nobody who acts here
        found = (_office_before(world, mention) if hung else None) or _body_of(world, mention, head)
    return found


def _described_noun(world: World, mention: Mention, noun: int) -> int | None:
    """The noun that describes the name: of "the leader of the main group, the Z Army" the group; None if it cannot."""
    parsed = world.parsed
    if mention.type == "person" or not _is_title(parsed.lower(noun)):
        return noun
    owners = (t for of in parsed.children(noun, "prep") for t in parsed.children(of, "pobj"))
    return next((t for t in owners if _is_body(parsed.lemmas[t])), None)


_BEFORE_NAME = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "PART"})
_OFFICE_LINKS = frozenset({"of", "for", "to", "in", "at", "on"})
_NEXT_WORD = 4
"""Code points behind a name that reach into the next word, past a quotation mark."""
LONGEST_OFFICE = 12
"""Words of the longest introduction: a longer one is no apposition but a sentence read wrongly."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BODIES = frozenset({"organisation", "media", "armed_group", "military", "police"})
_BREAKS = '"“”:;()'


def _is_introduction(world: World, span: Span, described: Ref) -> bool:
    """Whether name and description are parted by a comma and nothing more, with no quotation or verb in them."""
    text, parsed = world.text, world.parsed
    phrase = text[span.start : span.end]
    if any(mark in phrase for mark in _BREAKS) or len(phrase.split()) > LONGEST_OFFICE or "\n\n" in phrase:
        return False
    head = parsed.head_of(described.start, described.end)
    inside = parsed.tokens_in(span.start, span.end)
    verbal = any(
        parsed.pos[token] in ("VERB", "AUX") and parsed.deps[token] not in ("amod", "compound") for token in inside
    )
    person = head is not None and (
        _is_title(parsed.lower(head)) or world.is_class(head, "people") or _is_body(parsed.lemmas[head])
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
        noun = _described_noun(world, mention, parsed.heads[head])
        if noun is None:
            return None
        if _official(parsed.lower(noun)) or parsed.pos[noun] == "NOUN":
            before = Span(parsed.subtree(noun)[0], noun)
            described = trimmed(parsed.text, Span(parsed.starts[before.start], mention.start))
            if described.end > described.start:
                return Span(described.start, mention.end), _ref(world, described)
    return None


def _office_before(world: World, mention: Mention) -> tuple[Span, Ref] | None:
    """An office with whose it is, right before the name ("the envoy to Chad, X Y", "the Minister of Defence X Y").

    By the order of words: parsers hang the name on the last noun before it ("Chad, X Y").
    """
    parsed, name = world.parsed, world.parsed.tokens_in(mention.start, mention.end)[0]
    first = parsed.sentence_of(name).first
    token = name - 1 if name > first and parsed.word(name - 1) == "," else name
    office = None
    while token - 1 >= max(first, name - LONGEST_OFFICE) and _is_of_phrase(world, token - 1):
        token -= 1
        if _official(parsed.lower(token)) and parsed.lower(token + 1) in _OFFICE_LINKS:
            office = token
    if office is None:
        return None
    described = trimmed(parsed.text, Span(world.noun_phrase(office).start, mention.start))
    return Span(described.start, mention.end), _ref(world, described)


def _is_of_phrase(world: World, token: int) -> bool:
    return world.parsed.pos[token] in _BEFORE_NAME or world.parsed.word(token) == "-"


def _body_of(world: World, mention: Mention, head: int) -> tuple[Span, Ref] | None:
    """Whose man or woman a person is ("the Observatory's X Y")."""
    parsed = world.parsed
    for token in parsed.children(head, "poss"):
        owner = world.mention(token)
        if owner is not None and owner.type in _BODIES and owner.end <= mention.start:
            start = parsed.span(parsed.subtree(token)[0], token).start
            return Span(start, mention.end), Ref(world.text[owner.start : owner.end], *owner.span, owner.entity)
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
    near = before + inside
    named = mention.type == "person"
    titles = [t for t in near if (_is_title if named else _official)(parsed.lower(t))]
    if not titles:
        return None
    start = min(parsed.starts[parsed.subtree(token)[0]] for token in near)
    office_end = max(parsed.ends[token] for token in titles)
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
    return any(word.rstrip(".") in table[name] for name in ("speaks_for", "holds_office"))


def _is_title(word: str) -> bool:
    """Whether the word before a name says what the person does: an office, a rank or a calling."""
    return _official(word) or word in words("people")
