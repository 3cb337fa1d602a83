"""Who is meant where no name stands: abbreviations, short names, "the militant group", "terrorists", pronouns."""

import re
from collections.abc import Iterator

from contested.grounding.entities.cast import Cast, Draft, Thing
from contested.grounding.entities.phrases import Phrase, phrase_at
from contested.grounding.entities.words import body_words, name_heads, words
from contested.model.grounding import EntityType

_ABBREVIATION = re.compile(r"\s?\(\s?(?:the |known as |or )?([A-Z][A-Za-z&/\-]{1,9})\s?\)")
_GLOSS = re.compile(r"\b(?:refers?|referring|calls?|describes?|describing|labels?|brands?)\b")
_BODIES = frozenset(("armed_group", "organisation", "government", "military", "police"))


def find_short_names(cast: Cast) -> None:
    """Abbreviations given in brackets, wherever they stand later, and capitalised short forms ("the Observatory")."""
    _abbreviations(cast)
    _short_forms(cast)


def _abbreviations(cast: Cast) -> None:
    text, parsed = cast.scene.text, cast.scene.parsed
    aliases: dict[str, str] = {}
    for draft in sorted(cast.drafts, key=lambda d: d.start):
        match = _ABBREVIATION.match(text, draft.end) if draft.key and draft.type != "person" else None
        if match and _stands_for(match.group(1), text[draft.start : draft.end]):
            aliases.setdefault(match.group(1), draft.key or "")
        elif match and _translated(match.group(1), text[draft.start : draft.end]):
            _same_body(cast, draft, parsed.tokens_in(match.start(1), match.end(1)), aliases)
    if not aliases:
        return
    for sentence in parsed.sentences:
        for i in range(sentence.first, sentence.last):
            key = aliases.get(parsed.word(i))
            if key is None:
                continue
            known = cast.at(i)
            if known is None:
                cast.add(i, i, cast.things[key].type, key)
            elif (known.start, known.end) == (parsed.starts[i], parsed.ends[i]):
                known.key = key


def _stands_for(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation are the first letters of words of the name, in order."""
    letters = [c.lower() for c in short if c.isupper()]
    initials = [word[0].lower() for word in re.findall(r"\w+", name)]
    position = 0
    for letter in letters:
        if letter not in initials[position:]:
            return False
        position = initials.index(letter, position) + 1
    return len(letters) >= 2


def _translated(short: str, name: str) -> bool:
    """Whether an abbreviation may be of the name in another tongue ("Workers Front (FTC)"): half its letters fit."""
    initials = {word[0].lower() for word in re.findall(r"\w+", name)}
    return len(short) >= 3 and short.isupper() and 2 * sum(c.lower() in initials for c in short) >= len(short)


def _same_body(cast: Cast, draft: Draft, tokens: range, aliases: dict[str, str]) -> None:
    """Make a body told by its name and what the brackets behind it name one: the catalogue's, if one of them is."""
    name = cast.things[draft.key or ""]
    short = cast.at(tokens[0]) if len(tokens) else None
    known = cast.things.get(short.key or "") if short else None
    if name.actor is None and known is not None and known.actor is not None and known.type in _BODIES:
        for other in [d for d in cast.drafts if d.key == name.key]:
            other.key = known.key
    elif name.key.startswith("body:") and (known is None or known.actor is None) and len(tokens):
        aliases.setdefault(cast.scene.parsed.word(tokens[0]), name.key)


def _short_forms(cast: Cast) -> None:
    """ "the Observatory": a capitalised head word that only one name in the report has."""
    parsed = cast.scene.parsed
    owners: dict[str, set[str]] = {}
    for thing in cast.things.values():
        for word in thing.name.split()[1:] if thing.type not in ("person", "place") else ():
            if word in name_heads():
                owners.setdefault(word, set()).add(thing.key)
    for sentence in parsed.sentences:
        for i in range(sentence.first + 1, sentence.last):
            keys = owners.get(parsed.word(i))
            if keys and len(keys) == 1 and cast.at(i) is None and parsed.lower(i - 1) == "the":
                key = next(iter(keys))
                cast.add(i, i, cast.things[key].type, key)


def find_epithets(cast: Cast) -> None:
    """Descriptions that stand for a body named before ("the Lebanese militant group"), and labels ("terrorists")."""
    parsed = cast.scene.parsed
    _appositions(cast)
    for sentence in parsed.sentences:
        for i in range(sentence.first, sentence.last):
            lower = parsed.lower(i)
            if lower in words("labels") and cast.at(i) is None:
                _label(cast, i)
            elif lower in body_words() and cast.at(i) is None and parsed.deps[i] not in ("compound", "amod"):
                _epithet(cast, i)


def _appositions(cast: Cast) -> None:
    """ "the state news agency, Sana": what stands in apposition to a catalogued name of its party is that one."""
    for draft in cast.drafts:
        thing = cast.things.get(draft.key or "")
        if thing is None or thing.actor is not None or thing.type not in ("media", "military", "armed_group"):
            continue
        for token in cast.scene.parsed.children(draft.head, "appos"):
            name = cast.at(token)
            named = cast.things.get(name.key or "") if name else None
            if named and named.actor and named.type == thing.type and _one_party(named, thing):
                draft.key = named.key


def _one_party(named: Thing, described: Thing) -> bool:
    return named.party == described.party or described.key.startswith("group:")


def _epithet(cast: Cast, i: int) -> None:
    phrase = phrase_at(cast, i)
    kinds = body_words()[cast.scene.parsed.lower(i)]
    key = _apposed(cast, i, kinds) or (_described(cast, phrase, kinds) if phrase.definite else None)
    if key:
        thing = cast.things[key]
        thing.words |= set(phrase.before)
        cast.add(phrase.first, i, thing.type, key, head=i)


def _apposed(cast: Cast, i: int, kinds: tuple[EntityType, ...]) -> str | None:
    """The body whose name stands beside the noun ("the militant group Hezbollah", "X, a watchdog")."""
    parsed = cast.scene.parsed
    beside = [*parsed.children(i, "appos"), *((parsed.heads[i],) if parsed.deps[i] == "appos" else ())]
    for token in beside:
        draft = cast.at(token)
        if draft is not None and draft.key and cast.things[draft.key].type in kinds:
            return draft.key
    return None


def _described(cast: Cast, phrase: Phrase, kinds: tuple[EntityType, ...]) -> str | None:
    """The only body named before that everything in the description fits."""
    start = cast.scene.parsed.starts[phrase.first]
    before = {d.key for d in cast.drafts if d.start < start and d.key}
    plain = [word for word in phrase.before if word not in words("plain")]
    fitting = [
        thing for key in before if (thing := cast.things[key or ""]).type in kinds and _fits(cast, thing, phrase, plain)
    ]
    if plain or phrase.country:
        return fitting[0].key if len(fitting) == 1 else None
    return _nearest_alone(cast, phrase, kinds)


def _fits(cast: Cast, thing: Thing, phrase: Phrase, plain: list[str]) -> bool:
    if phrase.country and phrase.country not in thing.home:
        return False
    nations = {cast.scene.parsed.lower(i) for i in range(phrase.first, phrase.head) if i in cast.scene.by_token}
    return all(word in thing.words or word in nations for word in plain) and not thing.key.startswith("group:")


def _nearest_alone(cast: Cast, phrase: Phrase, kinds: tuple[EntityType, ...]) -> str | None:
    """ "the group": the body of the kind in this sentence before it or in the one before, if there is only one."""
    parsed = cast.scene.parsed
    number = parsed.sentence_number(phrase.head)
    start = parsed.sentences[max(0, number - 1)].start
    stop = parsed.starts[phrase.first]
    near = {d.key for d in cast.drafts if start <= d.start < stop and d.key and cast.things[d.key].type in kinds}
    return near.pop() if len(near) == 1 else None


def _label(cast: Cast, i: int) -> None:
    """A word of one side's for its enemy: the rebels where the report says so or the government speaks, else nobody."""
    phrase = phrase_at(cast, i)
    if phrase.owner and cast.things[phrase.owner].type in ("armed_group", "organisation"):
        key: str | None = phrase.owner
    else:
        key = _glossed(cast, i) or _labelled_by_government(cast, i)
    cast.add(phrase.first, i, "armed_group", key, head=i)


def _glossed(cast: Cast, i: int) -> str | None:
    """The group in "'terrorists', as the government calls the X"."""
    parsed = cast.scene.parsed
    sentence = parsed.sentence_of(i)
    for gloss in _GLOSS.finditer(cast.scene.text, parsed.ends[i], min(sentence.end, parsed.ends[i] + 80)):
        for draft in sorted(cast.drafts, key=lambda d: d.start):
            if gloss.end() <= draft.start <= gloss.end() + 20 and draft.type == "armed_group" and draft.key:
                return draft.key
    return None


def _labelled_by_government(cast: Cast, i: int) -> str | None:
    """The only rebels of the report, where a voice of the government says the word in this sentence."""
    rebels = [thing.key for thing in cast.things.values() if thing.key.startswith("group:") and "rebels" in thing.name]
    if len(rebels) != 1 or not cast.scene.focus:
        return None
    return rebels[0] if any(_of_government(cast, draft) for draft in _subjects(cast, i)) else None


def _of_government(cast: Cast, draft: Draft) -> bool:
    party = cast.things[draft.key].party if draft.key else None
    return party == f"government:{cast.scene.focus}"


def _subjects(cast: Cast, i: int) -> Iterator[Draft]:
    """Mentions that are subjects of verbs above a token in its sentence."""
    parsed = cast.scene.parsed
    for above in parsed.ancestors(i):
        for subject in parsed.children(above, "nsubj"):
            draft = cast.at(subject)
            if draft is not None:
                yield draft
