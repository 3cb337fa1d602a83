"""Whom an act is about: the first party that the words behind a verb or in a noun phrase name, and how they name it.

"rejected a U.S. offer" names who offered, "restored ties with Chad" whom they are with, "urged Chad to pull out" who is
asked. Nobody is made up: pronouns, times and things are no parties.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from contested.coding import arguments
from contested.coding.world import World, class_words
from contested.lexicon import yaml_data
from contested.lexicon.speech import words as speech_words

Way = Literal["direct", "owner", "source", "towards"]
"""`direct`: the object itself or who is to do it; `owner`: whose act or thing it is ("Chad's offer", "calls by Chad");
`source`: "from Chad"; `towards`: with, to, against, on, of, for it, or further in."""

_BEFORE = ("poss", "compound", "amod", "nmod")
_DEEPEST = 6
"""Steps into a complement after which no party belongs to the act any more."""
_VERBS = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Partner:
    """The tokens that name the parties (several if joined by "and") and the way they are named.

    `preposition` is the one between the verb itself and the party ("called on Chad"), None where there is more between.
    """

    tokens: tuple[int, ...]
    way: Way
    preposition: str | None = None


def names_party(world: World, token: int) -> bool:
    """Whether the noun at the token names somebody who can act: a state, body, person, people or an unknown name."""
    parsed = world.parsed
    if parsed.pos[token] == "PRON":
        mention = world.mention(token)
        known = token in world.selves or (mention is not None and mention.entity is not None)
        return known and parsed.deps[token] != "poss"
    if world.in_time(token) or parsed.pos[token] in _VERBS or world.is_class(token, "label"):
        return False
    if parsed.lemmas[token] in _words()["papers"] or parsed.lower(token) in _words()["papers"]:
        return False
    mention = world.mention(token)
    if mention is not None:
        if mention.type in ("weapon", "equipment"):
            return False
        return mention.type != "nationality" or parsed.pos[token] in _NOMINAL or world.is_class(token, "people")
    if parsed.pos[token] == "PROPN" or world.is_class(token, "people") or world.is_class(token, "polity"):
        return True
    lemma = parsed.lemmas[token]
    return lemma in _words()["public"] or lemma in speech_words("people") or lemma in speech_words("bodies")


def names_state(world: World, token: int) -> bool:
    """Whether the noun names a country, a government or what may be one: a name that nothing resolves."""
    place, entity = world.place_mention(token), world.entity(token)
    if place is not None:
        whole = place.place is None or place.place.precision in ("country", "unknown")
        return whole or _is_seat(world, token) or world.text[place.start : place.end] in _capitals()
    if entity is not None:
        return entity.type == "government"
    return world.parsed.lemmas[token] in ("government", "authority") or (
        world.parsed.pos[token] == "PROPN" and names_party(world, token)
    )


@cache
def _capitals() -> frozenset[str]:
    """Seats of government, by name."""
    return frozenset(
        str(c) for country in yaml_data("actors/countries.yml").values() for c in country.get("capitals", ())
    )


def _is_seat(world: World, token: int) -> bool:
    """Whether a town stands for its government ("Berlin rejected")."""
    entity = world.entity(token)
    return entity is not None and entity.type == "government"


def is_public(world: World, token: int) -> bool:
    """Whether who is named acts in public affairs: by name, nation, office or arms; not just "the firm", "the girl"."""
    parsed = world.parsed
    if not names_party(world, token):
        return False
    if parsed.pos[token] == "PRON" or is_named(world, token) or parsed.lemmas[token] in _words()["public"]:
        return True
    mention = world.mention(token)
    if mention is not None and mention.type in ("population", "person"):
        return parsed.lemmas[token] in class_words("polity") or parsed.lemmas[token] in class_words("armed")
    return world.is_class(token, "polity") or world.is_class(token, "armed")


def partner_of(
    world: World, verb: int, taken: Collection[int], own: Collection[str] = (), *, aims: bool = True
) -> Partner | None:
    """The first party in what stands behind the verb, None if nobody is named.

    `taken` are tokens, `own` entities of those who act; with `aims` also in what it is done for ("to help Chad").
    Further in, those that are named by a name go before those told of in general ("send troops to Chad").
    """
    search = _Search(world, frozenset(taken), frozenset(own), aims)
    return search.in_clause(verb, 0) or replace(search, named=False).in_clause(verb, 0)


def partner_in(world: World, noun: int, taken: Collection[int]) -> Partner | None:
    """The first party that a noun phrase names: itself, who owns it, or whom it is with, to, against."""
    search = _Search(world, frozenset(taken))
    return search.in_noun(noun, 0) or replace(search, named=False).in_noun(noun, 0)


def party_within(world: World, verb: int, taken: Collection[int]) -> Partner | None:
    """The place in which something is to be done ("threatened to ban meetings in Bor")."""
    parsed = world.parsed
    inside = (t for t in parsed.subtree(verb) if t > verb and parsed.lower(parsed.heads[t]) == "in")
    named = (t for t in inside if world.place_mention(t) is not None and t not in taken and not world.in_time(t))
    place = next(named, None)
    return Partner((place,), "towards") if place is not None else None


def against_will(world: World, verb: int, taken: Collection[int]) -> Partner | None:
    """Whose wish somebody defies: "refused to resign despite pressure by the union"."""
    parsed = world.parsed
    defied = (t for t in parsed.subtree(verb) if t > verb and parsed.lower(t) == "despite")
    nouns = (noun for token in defied for noun in parsed.children(token, "pobj"))
    return next((found for noun in nouns if (found := partner_in(world, noun, taken)) is not None), None)


def condition_party(world: World, verb: int, taken: Collection[int]) -> Partner | None:
    """The party of whose act a threat hangs: "if Chad sends troops", "unless Chad withdraws"."""
    parsed = world.parsed
    for clause in parsed.subtree(verb):
        marks = {parsed.lower(mark) for mark in parsed.children(clause, "mark")}
        subject = parsed.child(clause, "nsubj", "nsubjpass")
        if subject is not None and marks & {"if", "unless"} and names_party(world, subject) and subject not in taken:
            return Partner((subject,), "towards")
    return None


@dataclass(frozen=True, slots=True)
class _Search:
    """One search for a party. `named`: deeper than the first noun only names count."""

    world: World
    taken: frozenset[int]
    own: frozenset[str] = frozenset()
    aims: bool = True
    named: bool = True

    def in_clause(self, verb: int, depth: int) -> Partner | None:
        parsed = self.world.parsed
        if depth > _DEEPEST:
            return None
        for child in parsed.children(verb, "dobj", "dative", "oprd"):
            noun = child if parsed.pos[child] != "ADP" else parsed.child(child, "pobj") or child
            if child > verb and (found := self.in_noun(noun, depth)) is not None:
                return found
        for child in parsed.children(verb):
            if child > verb or parsed.deps[child] == "ccomp":
                found = self._through(child, depth)
                if found is not None:
                    return found
        return None

    def _through(self, child: int, depth: int) -> Partner | None:
        """The party behind a preposition or in a clause that hangs on the verb."""
        parsed, dep = self.world.parsed, self.world.parsed.deps[child]
        if dep == "prep" and parsed.lower(child) in _words()["towards"]:
            return self._behind(child, depth, outermost=depth == 0)
        if dep == "prep" and parsed.lower(child) == "by" and not parsed.children(parsed.heads[child], "auxpass"):
            found = self._behind(child, depth + 1)
            return Partner(found.tokens, "owner") if found is not None else None
        if dep == "ccomp" or (dep == "advcl" and _opens(self.world, child, "for")):
            subject = parsed.child(child, "nsubj", "nsubjpass")
            if subject is not None and (found := self.in_noun(subject, depth)) is not None:
                return found
        if dep == "acomp":
            return self.in_clause(child, depth)
        if dep in ("ccomp", "xcomp") or (dep == "advcl" and self.aims and _opens(self.world, child, "to")):
            return _further(self.in_clause(child, depth + 1))
        return None

    def _behind(self, preposition: int, depth: int, *, outermost: bool = False) -> Partner | None:
        parsed = self.world.parsed
        word = parsed.lower(preposition)
        for child in parsed.children(preposition, "pobj", "pcomp", "prep"):
            dep = parsed.deps[child]
            if parsed.pos[child] == "PRON":
                continue
            if dep == "pobj":
                found = self.in_noun(child, depth)
            else:
                found = self.in_clause(child, depth + 1) if dep == "pcomp" else self._behind(child, depth + 1)
            if found is not None:
                if found.way != "direct":
                    return found
                return Partner(found.tokens, "source" if word == "from" else "towards", word if outermost else None)
        return None

    def in_noun(self, noun: int, depth: int) -> Partner | None:
        world, parsed = self.world, self.world.parsed
        if depth > _DEEPEST or world.in_time(noun):
            return None
        if names_party(world, noun) and (depth == 0 or not self.named or is_named(world, noun)):
            joined = (t for t in arguments.conjuncts(parsed, noun) if names_party(world, t))
            named = tuple(t for t in joined if not self._is_own(t))
            if named:
                return Partner(named, "direct")
        for child in parsed.children(noun, *_BEFORE):
            owner = _owner(world, child)
            if owner is not None and not self._is_own(owner):
                return Partner((owner,), "owner")
        return self._after_noun(noun, depth)

    def _after_noun(self, noun: int, depth: int) -> Partner | None:
        world, parsed = self.world, self.world.parsed
        names = ("by", "from") if parsed.lemmas[noun] in _words()["proposals"] else ("by",)
        doers = [t for name in names for t in arguments.prepositional(parsed, noun, name)]
        doers += [t for v in parsed.children(noun, "acl") for t in arguments.prepositional(parsed, v, "by")]
        for doer in doers:
            found = self.in_noun(doer, 0) if not self._is_own(doer) else None
            if found is not None and found.way in ("direct", "owner"):
                return Partner(found.tokens, "owner")
        for child in parsed.children(noun):
            dep, found = parsed.deps[child], None
            if dep == "prep" and parsed.lower(child) in _words()["towards"]:
                found = self._behind(child, depth + 1)
            elif dep == "advcl":
                found = self._through(child, depth)
            elif dep == "acl" and _opens(world, child, "to"):
                found = self.in_clause(child, depth + 1)
            if found is not None:
                return found if dep == "advcl" else _further(found)
        return None

    def _is_own(self, token: int) -> bool:
        """Whether the token names who acts."""
        entity = self.world.actor(token) if self.own else None
        return token in self.taken or token in self.world.selves or (entity is not None and entity.id in self.own)


def _further(found: Partner | None) -> Partner | None:
    """A party found further in is one that the act is directed towards."""
    return Partner(found.tokens, "towards") if found is not None and found.way == "direct" else found


def is_named(world: World, token: int) -> bool:
    """Whether the noun is a name, or a body or people that a name before it tells ("Croat forces")."""
    parsed = world.parsed
    whose = arguments.prepositional(parsed, token, "of") if parsed.pos[token] == "NOUN" else []
    near = (token, *parsed.children(token, *_BEFORE), *whose)
    return any(parsed.pos[t] == "PROPN" or _is_nationality(world, t) for t in near)


def _is_nationality(world: World, token: int) -> bool:
    mention = world.mention(token)
    return mention is not None and mention.type == "nationality"


def _owner(world: World, token: int) -> int | None:
    """The name before a noun that tells whose it is ("a U.S. offer", "Chad's offer", "the U.S.-led war")."""
    parsed = world.parsed
    if parsed.pos[token] == "PRON" or world.in_time(token) or world.is_class(token, "label"):
        return None
    if any(parsed.pos[c] == "PRON" for c in parsed.children(token, "poss")):
        return None
    mention = world.mention(token)
    if mention is not None and mention.type not in ("weapon", "equipment") and is_named(world, token):
        return token
    if parsed.pos[token] == "PROPN" and parsed.lemmas[token] not in _words()["papers"]:
        return token
    if parsed.deps[token] == "poss" and names_party(world, token):
        return token
    led = [c for c in parsed.children(token, "npadvmod") if world.mention(c) is not None]
    return led[0] if led else None


def _opens(world: World, verb: int, word: str) -> bool:
    return any(world.parsed.lower(c) == word for c in world.parsed.children(verb, "aux", "mark"))


def _words() -> dict[str, frozenset[str]]:
    if not _CACHE:
        _CACHE.update({name: frozenset(words) for name, words in yaml_data("lexicon/partners.yml").items()})
    return _CACHE


_CACHE: dict[str, frozenset[str]] = {}
