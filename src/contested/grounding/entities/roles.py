"""People named by what they are ("a rebel commander", "the foreign minister"), and the party a person speaks for."""

from collections.abc import Iterable
from dataclasses import replace

from contested.grounding.entities.cast import Cast, Draft
from contested.grounding.entities.phrases import Phrase, phrase_at, text_of
from contested.grounding.entities.words import person_words, words
from contested.model.parse import Parsed

_SUBJECTS = ("nsubj", "nsubjpass", "agent")
_ALONE = 0.8
"""Share of all namings of countries that makes the focus the only country of the report."""
_OPENING = 6
"""Tokens within which the comma behind an opening "In CAPITAL" stands."""
_APPOSITION_REACH = 10
"""Tokens from a role to the comma before its bearer's name."""


def find_roles(cast: Cast) -> None:
    """Add mentions for people who are named by their office or role, and learn whom named people speak for."""
    parsed = cast.scene.parsed
    for draft in [d for d in cast.drafts if d.type == "person"]:
        _learn_party(cast, draft)
    for sentence in parsed.sentences:
        for i in range(sentence.first, sentence.last):
            if parsed.lower(i) in person_words("speaking_roles") and parsed.tags[i] in ("NN", "NNP") and not cast.at(i):
                _role(cast, i)


def _role(cast: Cast, i: int) -> None:
    """A role alone: the person of that office named before, or somebody new where they speak or have a body."""
    parsed = cast.scene.parsed
    following = cast.at(i + 1) if i + 1 < len(parsed.starts) else None
    if parsed.deps[i] in ("compound", "amod", "nmod") or (following is not None and following.type == "person"):
        return
    phrase = phrase_at(cast, i)
    party = party_of_role(cast, phrase)
    named = _named(cast, i)
    if named is not None:
        _same(cast, phrase, named, party)
        return
    speaks = parsed.deps[i] in _SUBJECTS or (parsed.deps[i] == "pobj" and parsed.lower(parsed.heads[i]) in ("by", "to"))
    if not speaks and not party:
        return
    known = phrase.definite or parsed.tags[i] == "NNP"
    key = _office_holder(cast, phrase) if known else _somebody(cast, phrase, party)
    if key is None and _office_in_capital(cast, phrase) is not None:
        key = _somebody(cast, phrase, party)
    cast.add(phrase.first, i, "person", key, head=i)


def _named(cast: Cast, i: int) -> Draft | None:
    """The person whose name stands beside the role, in apposition or right after it."""
    parsed = cast.scene.parsed
    beside = [*parsed.children(i, "appos"), *((parsed.heads[i],) if parsed.deps[i] == "appos" else ())]
    for token in [*beside, *_after_comma(parsed, i)]:
        draft = cast.at(token)
        if draft is not None and draft.type == "person":
            return draft
    return None


def _after_comma(parsed: Parsed, i: int) -> Iterable[int]:
    """The token after "envoy to X," where nothing but a phrase of place or body stands between role and comma."""
    end = min(parsed.sentence_of(i).last, i + _APPOSITION_REACH)
    for token in range(i + 1, end - 1):
        if parsed.word(token) == ",":
            yield token + 1
            return
        if parsed.pos[token] in ("VERB", "AUX", "SCONJ", "PRON"):
            return


def _same(cast: Cast, phrase: Phrase, named: Draft, party: str | None) -> None:
    """The role and the name beside it are one person, whose party the role may tell."""
    thing = cast.things.get(named.key or "")
    if thing is not None:
        thing.party = thing.party or party
        thing.words |= {*phrase.before, cast.scene.parsed.lower(phrase.head)}
        cast.add(phrase.first, phrase.head, "person", thing.key, head=phrase.head)


def _office_holder(cast: Cast, phrase: Phrase) -> str | None:
    """The one person named so far who bears this office, or the one nameless person of this role."""
    noun = cast.scene.parsed.lower(phrase.head)
    asked = set(phrase.before) - {"the"} | {noun}
    fitting = [t.key for t in cast.things.values() if t.type == "person" and noun in t.words and asked <= t.words]
    if not fitting:
        fitting = [t.key for t in cast.things.values() if t.type == "person" and noun in t.words and not phrase.before]
    return fitting[0] if len(fitting) == 1 else None


def _somebody(cast: Cast, phrase: Phrase, party: str | None) -> str:
    """A new person known by the role alone."""
    parsed, name = cast.scene.parsed, text_of(cast, phrase)
    which = "" if phrase.possessive else phrase.head
    thing = cast.thing(f"role:{name.lower()}:{which}", name, "person", party)
    thing.words |= {*phrase.before, parsed.lower(phrase.head)}
    return thing.key


def _learn_party(cast: Cast, draft: Draft) -> None:
    """Office words and party of a named person, from title, apposition and what stands before the name."""
    parsed, thing = cast.scene.parsed, cast.things.get(draft.key or "")
    if thing is None:
        return
    for role in _roles_beside(parsed, draft):
        phrase = _with_title(cast, phrase_at(cast, role), draft)
        thing.words |= {*phrase.before, parsed.lower(role)}
        thing.gender = thing.gender or _gender(parsed.lower(role))
        if thing.actor is None or not thing.party:
            thing.party = thing.party or party_of_role(cast, phrase)


def _with_title(cast: Cast, phrase: Phrase, draft: Draft) -> Phrase:
    """The phrase of a role inside a mention, with the words of the title before it ("Interior" Minister)."""
    parsed = cast.scene.parsed
    start = parsed.tokens_in(draft.start, draft.end)[0]
    if phrase.before or not start < phrase.head or parsed.starts[phrase.head] >= draft.end:
        return phrase
    return replace(phrase, before=tuple(parsed.lower(i) for i in range(start, phrase.head)))


def _roles_beside(parsed: Parsed, draft: Draft) -> Iterable[int]:
    """Tokens of roles and offices that belong to a name: in it, right before it, in apposition to it."""
    inside = parsed.tokens_in(draft.start, draft.end)
    head = parsed.head_of(draft.start, draft.end)
    near = [inside[0] - 1, *inside] if inside[0] > 0 else list(inside)
    if head is not None:
        near += parsed.children(head, "appos", "compound", "amod", "nmod")
        if parsed.deps[head] == "appos":
            near.append(parsed.heads[head])
    return [i for i in dict.fromkeys(near) if parsed.lower(i) in person_words("roles") | {"secretary"}]


def _gender(role: str) -> str | None:
    if role in person_words("women"):
        return "f"
    return "m" if role in person_words("men") else None


def party_of_role(cast: Cast, phrase: Phrase) -> str | None:
    """Whom a "... spokesman", "... minister", "official of ..." speaks for; None where it is not said or is over."""
    parsed = cast.scene.parsed
    noun = parsed.lower(phrase.head)
    if {"former", "ex", "late", "exiled"} & set(phrase.before):
        return None
    if phrase.owner:
        thing = cast.things[phrase.owner]
        return thing.party if thing.type not in ("place", "population", "person") else None
    spoken_for = _for_whom(cast, phrase.head)
    if spoken_for:
        return spoken_for
    if phrase.has("rebel_words"):
        return _rebels(cast, phrase)
    code = phrase.country or _country_of(cast, phrase)
    if code and noun in words("state_roles") and cast.scene.catalogue.government_of(code) is None:
        return cast.government(code).key
    return _body_in(cast, phrase) or _office_in_capital(cast, phrase) or _home_office(cast, phrase)


def _office_in_capital(cast: Cast, phrase: Phrase) -> str | None:
    """ "In Paris, the foreign minister said": the government of the capital that opens the sentence."""
    parsed = cast.scene.parsed
    if parsed.lower(phrase.head) not in words("state_roles"):
        return None
    if not (phrase.definite and (phrase.has("home_offices") or phrase.has("state_offices"))):
        return None
    sentence = parsed.sentence_of(phrase.head)
    opening = range(sentence.first + 1, min(sentence.first + _OPENING, phrase.first))
    comma = next((i for i in opening if parsed.word(i) == ","), None)
    if comma is None or parsed.lower(sentence.first) != "in":
        return None
    said = next((cast.scene.by_token[i] for i in range(sentence.first, comma) if i in cast.scene.by_token), None)
    return cast.government(said.code).key if said is not None and said.how == "capital" else None


def _home_office(cast: Cast, phrase: Phrase) -> str | None:
    """ "army spokesman", "foreign minister": the focus country's, the latter only where no other country is named."""
    noun = cast.scene.parsed.lower(phrase.head)
    office = phrase.has("home_offices") or (phrase.has("state_offices") and _only_country(cast))
    if noun in words("state_roles") and cast.scene.home and office:
        return cast.government(cast.scene.home).key
    return None


def _body_in(cast: Cast, phrase: Phrase) -> str | None:
    """ "union secretary" after "the Plateau Union": the party of the one body whose name has the word."""
    asked = {word for word in phrase.before if word not in words("home_offices") | words("state_offices")}
    bodies = [t for t in cast.things.values() if t.type not in ("person", "place", "population", "media")]
    found = {t.party for t in bodies if t.key.startswith("body:") and asked & set(t.name.lower().split()[1:])}
    return found.pop() if len(found) == 1 else None


def _only_country(cast: Cast) -> bool:
    """Whether hardly another country is named than the one the report is about."""
    counts = cast.scene.counts
    return counts[cast.scene.home or ""] >= _ALONE * sum(counts.values())


def _for_whom(cast: Cast, role: int) -> str | None:
    """The party in "spokesman for the rebels"."""
    parsed = cast.scene.parsed
    for preposition in parsed.children(role, "prep"):
        target = parsed.child(preposition, "pobj") if parsed.lower(preposition) in ("for", "of") else None
        draft = cast.at(target) if target is not None else None
        if draft is not None and draft.key and cast.things[draft.key].type not in ("place", "population", "person"):
            return cast.things[draft.key].party
    return None


def _rebels(cast: Cast, phrase: Phrase) -> str | None:
    """The party of an opposition leader or a rebel commander."""
    if "opposition" not in phrase.before:
        return "group:rebels" if "group:rebels" in cast.things else None
    key = f"opposition:{cast.scene.home or cast.scene.opposed or ''}"
    return cast.thing(key, "opposition", "organisation", key).key


def _country_of(cast: Cast, phrase: Phrase) -> str | None:
    """ "president of Mali", "Mexico's president": the country by "of" or by a possessive."""
    parsed = cast.scene.parsed
    for poss in parsed.children(phrase.head, "poss"):
        if poss in cast.scene.by_token:
            return cast.scene.by_token[poss].code
    return None
