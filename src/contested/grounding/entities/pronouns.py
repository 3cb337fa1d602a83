"""Pronouns: he, she, it, they and theirs, tied to a subject only where there is no other candidate."""

from collections.abc import Iterator

from contested.grounding.entities.cast import Cast, Draft, Thing
from contested.grounding.entities.catalogue import GOVERNMENT
from contested.grounding.entities.words import person_words

_PERSON = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_GROUP = frozenset(("they", "them", "their", "theirs", "themselves"))
_THING = frozenset(("it", "its", "itself"))
_PLURAL_TYPES = frozenset(("armed_group", "military", "police", "population"))
_BODY_TYPES = frozenset(("organisation", "armed_group", "military", "government", "police", "media"))
_SUBJECTS = ("nsubj", "nsubjpass")


def find_pronouns(cast: Cast) -> None:
    """Add a mention for every pronoun whose antecedent is safe; the others are left out."""
    parsed = cast.scene.parsed
    for sentence in parsed.sentences:
        for i in range(sentence.first, sentence.last):
            if parsed.tags[i] not in ("PRP", "PRP$"):
                continue
            draft = _antecedent(cast, i)
            if draft is not None and draft.key:
                cast.add(i, i, cast.things[draft.key].type, draft.key)
                _learn(cast.things[draft.key], parsed.lower(i))
                _owned(cast, i, cast.things[draft.key])


def _learn(thing: Thing, pronoun: str) -> None:
    """Who has once been "he" is not "she" later on."""
    if thing.type == "person" and thing.gender is None:
        thing.gender = _PERSON.get(pronoun)


def _owned(cast: Cast, i: int, owner: Thing) -> None:
    """ "their fighters", "his troops": not told by themselves, they are the owner's, or his party's."""
    draft = cast.at(i + 1) if i + 1 < len(cast.scene.parsed.starts) else None
    if draft is None or draft.key or draft.type not in ("military", "armed_group"):
        return
    if owner.type in ("armed_group", "military"):
        draft.key = owner.key
    elif owner.party and owner.party.startswith(GOVERNMENT):
        draft.key = cast.force(owner.party.removeprefix(GOVERNMENT), "military", "military").key
    elif owner.party in cast.things and cast.things[owner.party].type == "armed_group":
        draft.key = owner.party


def _antecedent(cast: Cast, i: int) -> Draft | None:
    """The only fitting subject of this sentence before the pronoun, else the only one of the sentence before."""
    parsed = cast.scene.parsed
    number = parsed.sentence_number(i)
    if _impersonal(cast, i):
        return None
    here = _fitting(cast, i, number)
    if here:
        return here[0] if len({d.key for d in here}) == 1 and not _bound(cast, i, here[0]) else None
    if parsed.deps[i] not in _SUBJECTS and parsed.tags[i] == "PRP" and parsed.lower(i) in _THING:
        return None
    if number == 0 or not _same_kind(cast, number):
        return None
    there = _fitting(cast, i, number - 1)
    return there[0] if len({d.key for d in there}) == 1 else None


def _impersonal(cast: Cast, i: int) -> bool:
    """ "it is clear that", "it denied it": an "it" that stands for no body, or for what was said."""
    parsed = cast.scene.parsed
    if parsed.lower(i) != "it":
        return False
    return parsed.deps[i] not in _SUBJECTS or parsed.lemmas[parsed.heads[i]] in ("be", "seem", "appear", "become")


def _bound(cast: Cast, i: int, draft: Draft) -> bool:
    """Whether the candidate is the subject of the pronoun's own verb: then a plain object is somebody else."""
    parsed = cast.scene.parsed
    if parsed.deps[i] in _SUBJECTS or parsed.tags[i] == "PRP$" or parsed.lower(i).endswith(("self", "selves")):
        return False
    verb = next((a for a in parsed.ancestors(i) if parsed.pos[a] in ("VERB", "AUX")), None)
    subject = parsed.heads[draft.head] if parsed.deps[draft.head] in _SUBJECTS else None
    return verb is not None and verb == subject


def _same_kind(cast: Cast, number: int) -> bool:
    """Whether a sentence and the one before stand in blocks of the same kind."""
    report, sentences = cast.scene.report, cast.scene.parsed.sentences
    if not report.blocks:
        return True
    return report.blocks[sentences[number].block].kind == report.blocks[sentences[number - 1].block].kind


def _fitting(cast: Cast, i: int, number: int) -> list[Draft]:
    """Mentions in a sentence before the pronoun that are subjects, agree with it and are resolved.

    None where somebody else who is not resolved is a subject too: then nobody can be told.
    """
    if cast.scene.parsed.lower(i) in _PERSON and _stranger(cast, i, number):
        return []
    return [d for d in _subjects(cast, number) if d.start < cast.scene.parsed.starts[i] and _agrees(cast, i, d)]


def _stranger(cast: Cast, i: int, number: int) -> bool:
    """Whether a person who is no mention, or no resolved one, is a subject before the pronoun."""
    parsed = cast.scene.parsed
    sentence = parsed.sentences[number]
    for token in range(sentence.first, min(sentence.last, i)):
        if parsed.deps[token] in _SUBJECTS and (
            parsed.lower(token) in person_words("roles") or parsed.pos[token] == "PROPN"
        ):
            draft = cast.at(token)
            if (draft is None or draft.key is None) and not any(cast.at(c) for c in parsed.children(token, "appos")):
                return True
    return False


def _subjects(cast: Cast, number: int) -> Iterator[Draft]:
    parsed = cast.scene.parsed
    sentence = parsed.sentences[number]
    for token in range(sentence.first, sentence.last):
        if parsed.deps[token] not in _SUBJECTS:
            continue
        for candidate in (token, *parsed.children(token, "appos", "conj")):
            draft = cast.at(candidate)
            if draft is not None and draft.key:
                yield draft


def _agrees(cast: Cast, i: int, draft: Draft) -> bool:
    """Number, and gender where it is known."""
    parsed, pronoun = cast.scene.parsed, cast.scene.parsed.lower(i)
    thing = cast.things[draft.key or ""]
    if pronoun in _PERSON:
        return thing.type == "person" and thing.gender in (None, _PERSON[pronoun])
    plural = parsed.tags[draft.head] in ("NNS", "NNPS") or (draft.head == i)
    if pronoun in _GROUP:
        return draft.type in _PLURAL_TYPES and (plural or draft.type in ("military", "police", "armed_group"))
    body = draft.type in _BODY_TYPES or thing.type in _BODY_TYPES  # a country's name is a place, its thing a government
    return pronoun in _THING and body and not plural
