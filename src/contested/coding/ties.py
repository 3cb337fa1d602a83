"""Claims of kind relation: how parties stand to each other ("troops backed by the militia", "its ally Chad").

The words are in data/lexicon/ties.yml. A claim is made only where the text names or points at both parties.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from contested.coding import arguments
from contested.coding.auxiliaries import by_auxiliaries, none_of
from contested.coding.clauses import trimmed
from contested.coding.draft import Draft
from contested.coding.saying import Said, Voices
from contested.coding.world import QUIET_BLOCKS, World
from contested.lexicon import yaml_data
from contested.model.claim import Ref, Relation
from contested.model.text import Span

LONGEST = 200
"""Code points of the longest such claim: over more the two parties are no longer told in one breath."""
_BEFORE = ("poss", "compound", "amod", "nmod", "npadvmod")
_HYPHENS = frozenset({"-", "‑", "–"})
_TELLING = frozenset({"acl", "relcl", "ROOT", "ccomp", "conj", "parataxis", "advcl", "amod"})
"""Relations of verbs that say so themselves: "accused of belonging to" and "believed to belong to" do not."""
_PARTS = frozenset({",", "(", ")", ";", ":", "and", "the", "or"})
"""Words that end the name before a noun: "the Front and Chad ally" is no ally of the Front."""
_FACTS = frozenset({"actual", "ongoing"})
_NO_PARTIES = frozenset({"nationality", "media", "person", "weapon", "equipment", "population"})
_PARTS_OF = ("by", "to", "nouns", "together", "help")
_Pair = tuple[Ref | None, Ref | None]


def ties(world: World, voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs in text order: one for each word that ties two parties to each other."""
    parsed, table = world.parsed, _predicates()
    for token, lemma in enumerate(parsed.lemmas):
        if lemma not in table or world.block_kind(token) in QUIET_BLOCKS:
            continue
        drafts = (_draft(world, token, table[lemma], pair) for pair in _pairs(world, token))
        for draft in islice((draft for draft in drafts if draft is not None), 1):
            yield from ((draft, said) for said in voices.over(parsed.starts[token]))


@cache
def _predicates() -> dict[str, str]:
    """Predicate by lemma, of whatever part of speech."""
    words = yaml_data("lexicon/ties.yml")
    return {lemma: predicate for part in _PARTS_OF for lemma, predicate in words[part].items()}


def _pairs(world: World, token: int) -> Iterable[_Pair]:
    """(subject, object) of the relation, by each way in which the word may tie two parties."""
    parsed, words, lemma = world.parsed, yaml_data("lexicon/ties.yml"), world.parsed.lemmas[token]
    if lemma in words["nouns"] and parsed.pos[token] in ("NOUN", "PROPN"):
        yield from _called(world, token)
    if lemma in words["together"]:
        yield _together(world, token)
    if lemma in words["help"]:
        yield _helped(world, token)
    if _is_hyphened(world, token):
        first, second = _named_before(world, token), _named_after(world, token)
        yield (first, second) if lemma in words["by"] else (second, first)
    elif lemma in words["by"] and arguments.is_passive(parsed, token) and parsed.deps[token] in _TELLING:
        backer, backed = arguments.subject(parsed, token), arguments.patient(parsed, token)
        yield _party(world, backer) or _means(world, backer), _party(world, backed)
    elif lemma in words["to"] and parsed.pos[token] in ("VERB", "ADJ"):
        yield _bound(world, token)


def _is_hyphened(world: World, token: int) -> bool:
    parsed = world.parsed
    return parsed.deps[token] == "amod" and token >= 2 and parsed.word(token - 1) in _HYPHENS


def _named_before(world: World, token: int) -> Ref | None:
    """The name before the hyphen, with the entity that other mentions of this name have."""
    parsed = world.parsed
    first = min([token - 2, *(child for child in parsed.children(token, *_BEFORE) if child < token)])
    words = yaml_data("lexicon/ties.yml")
    first -= int(first > 0 and parsed.lower(first - 1) in words["articles"])
    if first > 0 and parsed.lower(first - 1) in words["no_more"]:
        return None
    span = parsed.span(first, token - 2)
    name = world.text[span.start : span.end]
    if name == name.lower() and not world.is_class(token - 2, "polity"):
        return None
    same = (m.entity for m in world.grounded.mentions if m.entity and world.text[m.start : m.end] == name)
    return Ref(name, span.start, span.end, next(same, None))


def _named_after(world: World, token: int) -> Ref | None:
    """The party behind the participle, without the words up to it: "fighters" of "Chad-backed fighters"."""
    party = _party(world, world.parsed.heads[token])
    if party is None or world.parsed.ends[token] >= party.end:
        return None
    span = trimmed(world.text, Span(max(party.start, world.parsed.ends[token]), party.end))
    return Ref(world.text[span.start : span.end], span.start, span.end, party.entity)


def _bound(world: World, token: int) -> _Pair:
    """ "forces loyal to X", "a group affiliated with X", "the gunmen belong to X"."""
    parsed, words = world.parsed, yaml_data("lexicon/ties.yml")
    links = words["own_links"].get(parsed.lemmas[token], words["links"])
    whom = next((one for link in links for one in arguments.prepositional(parsed, token, link)), None)
    verb = parsed.heads[token] if parsed.deps[token] == "acomp" else token
    if whom is None or parsed.deps[verb] not in _TELLING or by_auxiliaries(parsed, verb).modality not in _FACTS:
        return None, None
    if parsed.pos[token] == "ADJ" and verb == token:
        return _party(world, parsed.heads[token]), _party(world, whom)
    passive = arguments.is_passive(parsed, verb)
    who = arguments.patient(parsed, verb) if passive else arguments.subject(parsed, verb)
    return _party(world, who), _party(world, whom)


def _clause(world: World, noun: int, preposition: str) -> int | None:
    """Who acts in the clause that the preposition before the noun hangs on ("in cooperation", "with support")."""
    parsed, above = world.parsed, world.parsed.heads[noun]
    if parsed.deps[noun] != "pobj" or parsed.lower(above) != preposition:
        return None
    verb = parsed.heads[above]
    if parsed.pos[verb] != "VERB":
        return verb if parsed.pos[verb] in ("NOUN", "PROPN") else None
    return arguments.subject(parsed, verb)


def _together(world: World, noun: int) -> _Pair:
    """ "The army, in cooperation with X"."""
    with_ = next(iter(arguments.prepositional(world.parsed, noun, "with")), None)
    return (_party(world, _clause(world, noun, "in")), _party(world, with_)) if with_ is not None else (None, None)


def _helped(world: World, noun: int) -> _Pair:
    """ "Took the town with support from X"."""
    parsed = world.parsed
    helper = next((one for link in ("from", "of") for one in arguments.prepositional(parsed, noun, link)), None)
    if helper is None:
        return None, None
    return _party(world, helper) or _means(world, helper), _party(world, _clause(world, noun, "with"))


def _called(world: World, noun: int) -> Iterable[_Pair]:
    """ "X, an ally of Y", "its ally X", "Y affiliate X", "X is part of Y"."""
    parsed = world.parsed
    who = _party(world, _called_so(world, noun))
    for other in arguments.prepositional(parsed, noun, "of"):
        yield who, _party(world, other)
    if parsed.lemmas[noun] == "part":
        return
    for before in parsed.children(noun, *_BEFORE):
        if before < noun and not any(parsed.lower(t) in _PARTS for t in range(before + 1, noun)):
            yield who, _party(world, before) or _nation(world, before)


def _called_so(world: World, noun: int) -> int | None:
    """Who is called so: in apposition, as the subject of "be", or the name right behind the noun ("its ally Chad")."""
    parsed = world.parsed
    if parsed.deps[noun] == "appos":
        return _right_before(world, noun)
    if parsed.deps[noun] == "attr" and parsed.deps[parsed.heads[noun]] in _TELLING:
        return arguments.subject(parsed, parsed.heads[noun])
    return _right_behind(world, noun)


def _right_before(world: World, noun: int) -> int | None:
    """Who is told of right before an aside: "the head of the Front, an offshoot of the Army" is about the Front."""
    parsed = world.parsed
    before = parsed.subtree(noun)[0] - 1
    before -= int(before > 0 and parsed.lower(before) in (",", "("))
    mention = world.mention(before) if before >= 0 else None
    named = mention is not None and mention.entity and mention.end == parsed.ends[before]
    last = parsed.head_of(mention.start, mention.end) if mention is not None and named else None
    return last if last is not None else parsed.heads[noun]


def _right_behind(world: World, noun: int) -> int | None:
    """The head of the name that follows the noun, at most with an article and a comma or bracket between."""
    parsed = world.parsed
    own = parsed.child(noun, "appos")
    if own is not None:
        return own
    after = noun + 1
    mention = world.mention(after) if after < len(parsed.starts) else None
    named = mention is not None and mention.start == parsed.starts[after] and mention.type not in _NO_PARTIES
    return parsed.head_of(mention.start, mention.end) if mention is not None and named else None


def _draft(world: World, token: int, predicate: str, pair: _Pair) -> Draft | None:
    subject, other = pair
    if subject is None or other is None or not _are_two(subject, other) or _is_no_more(world, token):
        return None
    if predicate == "part_of" and _is_place(world, subject):
        return None
    word = world.parsed.span(token, token)
    parts = (word, Span(subject.start, subject.end), Span(other.start, other.end))
    last = max(parts, key=lambda part: part.end)
    span = trimmed(world.text, Span(min(p.start for p in parts), _end(world, last, word)))
    if span.end - span.start > LONGEST:
        return None
    return Draft("relation", span, f"tie:{predicate}", relation=Relation(predicate, subject, other), trigger=word)


def _end(world: World, last: Span, word: Span) -> int:
    """Where the words on a party end that come last: with what tells whose it is ("fighters from the Front")."""
    parsed = world.parsed
    head = parsed.head_of(last.start, last.end)
    if last == word or head is None:
        return last.end
    behind = [t for t in parsed.children(head, "prep") if t == head + 1 and parsed.lower(t) in ("from", "of")]
    return max([last.end, *(parsed.subtree_span(t).end for t in behind)])


def _are_two(subject: Ref, other: Ref) -> bool:
    return subject.start != other.start and (subject.entity is None or subject.entity != other.entity)


def _is_place(world: World, ref: Ref) -> bool:
    """Whether a place is meant: that it is part of a country is no tie between parties."""
    token = world.parsed.head_of(ref.start, ref.end)
    return token is not None and world.place_mention(token) is not None


def _is_no_more(world: World, token: int) -> bool:
    """Whether the words say that it is not so ("not part of", "no longer loyal to", "former ally")."""
    parsed, words = world.parsed, yaml_data("lexicon/ties.yml")["no_more"]
    near = (token, parsed.heads[token]) if parsed.deps[token] in ("attr", "acomp") else (token,)
    return any(parsed.deps[c] == "neg" or parsed.lower(c) in words for one in near for c in parsed.children(one))


def _party(world: World, token: int | None) -> Ref | None:
    """The party at the token: one whose entity is known, or a body of people ("the rebels", "the regime")."""
    if token is None or none_of(world.parsed, token):
        return None
    named = _named_by_aside(world, token)
    if named is not None:
        return named
    owner, ref = world.actor(token), world.ref(token)
    if owner is not None and ref is not None and world.parsed.tags[token] != "JJ":
        return Ref(ref.text, ref.start, ref.end, ref.entity or owner.id)
    return ref if world.parsed.pos[token] in ("NOUN", "PROPN") and _is_body(world, token) else None


def _named_by_aside(world: World, token: int) -> Ref | None:
    """The party that a noun is named by right behind it: "the Lebanese group Hezbollah"."""
    after = token + 1
    if after >= len(world.parsed.starts) or world.parsed.tags[token] != "NN":
        return None
    own, mention = world.mention(token), world.mention(after)
    if mention is None or not mention.entity or own is mention or mention.start != world.parsed.ends[token] + 1:
        return None
    if own is not None and own.entity:
        return None
    start = world.noun_phrase(token).start
    return Ref(world.text[start : mention.end], start, mention.end, mention.entity)


def _is_body(world: World, token: int) -> bool:
    mention = world.mention(token)
    if world.parsed.lemmas[token] in yaml_data("lexicon/ties.yml")["sides"]:
        return True
    return world.is_class(token, "armed") or (mention is not None and mention.type in ("government", "military"))


def _means(world: World, token: int | None) -> Ref | None:
    """A nation's means, by which it backs somebody ("Chadian air raids", "Chad-led raids"), as the nation's own."""
    if token is None or world.parsed.pos[token] != "NOUN":
        return None
    parsed = world.parsed
    near = parsed.children(token, "amod", "compound")
    leading = [name for led in near if parsed.lower(led) == "led" for name in parsed.children(led, "npadvmod")]
    for word in (*near, *leading):
        mention = world.mention(word)
        if mention is not None and mention.type in ("nationality", "place") and not world.is_class(token, "place"):
            span = parsed.span(min(parsed.subtree(min(near))), token)
            return Ref(world.text[span.start : span.end], span.start, span.end, mention.entity)
    return None


def _nation(world: World, token: int) -> Ref | None:
    """The nation that an adjective before "ally" means."""
    mention = world.mention(token)
    if mention is None or mention.type != "nationality":
        return None
    return Ref(world.text[mention.start : mention.end], mention.start, mention.end, mention.entity)
