"""Parties named by what they are: "Syrian troops", "the government", "rebels", "state TV", "UN officials"."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from contested.grounding.entities.cast import Cast, Thing
from contested.grounding.entities.countries import countries
from contested.grounding.entities.phrases import Phrase, phrase_at, text_of
from contested.grounding.entities.words import body_words, families, person_words, words
from contested.lexicon import yaml_data
from contested.model.grounding import EntityType, MentionType
from contested.model.parse import Parsed

_NOUNS = frozenset(("NOUN", "PROPN", "ADJ"))
_Answer = tuple[MentionType, str | None] | None
"""Type and key of the mention; key None = named but not resolved; None = no mention."""


def find_descriptions(cast: Cast) -> None:
    """Add mentions for the nouns of actor_words.yml, each with the party that the words around it tell."""
    parsed = cast.scene.parsed
    readers = _readers()
    for sentence in parsed.sentences:
        for i in range(sentence.first, sentence.last):
            reader = readers.get(parsed.lower(i))
            if reader is None or parsed.pos[i] not in _NOUNS or cast.at(i) is not None or _half_word(parsed, i):
                continue
            if parsed.deps[i] in ("compound", "amod") and not _counts_as_modifier(cast, i):
                continue
            phrase = phrase_at(cast, i)
            answer = _of_its_own(cast, phrase, reader) if phrase.named else reader(cast, phrase)
            if answer is not None:
                last = phrase.last if parsed.lower(i) in words("governments") else i
                cast.add(phrase.first, last, answer[0], answer[1], head=i)


def _of_its_own(cast: Cast, phrase: Phrase, reader: Callable[[Cast, Phrase], _Answer]) -> _Answer:
    """A party of the name before the noun ("Puntland forces"), not the state's nor the known rebels."""
    kinds: dict[Callable[[Cast, Phrase], _Answer], EntityType] = {
        _force: "military", _police: "police", _government: "government", _group: "armed_group",
    }  # fmt: skip
    if reader not in kinds:
        return reader(cast, phrase)
    name = text_of(cast, phrase)
    key = f"body:{name.lower()}"
    return kinds[reader], cast.thing(key, name, kinds[reader], key).key


def _half_word(parsed: Parsed, i: int) -> bool:
    """ "rebel-held", "non-combatants": the noun is only a part of a word."""
    text, start, end = parsed.text, parsed.starts[i], parsed.ends[i]
    before = start > 1 and text[start - 1] == "-" and text[start - 2].isalpha() and not text[start].isupper()
    return before or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha())


def _counts_as_modifier(cast: Cast, i: int) -> bool:
    """ "army tanks", "rebel statement": only the nouns that name an owner by themselves, before a thing, stay."""
    parsed = cast.scene.parsed
    head = parsed.heads[i]
    party = parsed.lower(head) in _readers().keys() | person_words("roles") | words("labels")
    return not party and parsed.lower(i) in words("owning_modifiers") and not parsed.word(head)[0].isupper()


@cache
def _readers() -> dict[str, Callable[[Cast, Phrase], _Answer]]:
    """Noun to what reads a phrase headed by it; the first list that has the noun wins."""
    found: dict[str, Callable[[Cast, Phrase], _Answer]] = {}
    lists: tuple[tuple[Iterable[str], Callable[[Cast, Phrase], _Answer]], ...] = (
        (words("forces"), _force), (words("police"), _police), (words("governments"), _government),
        (words("ministry"), _ministry), (words("organisations"), _organisation), (words("population"), _population),
        (words("media_nouns"), _media), (families(), _group), (body_words(), _body),
    )  # fmt: skip
    for nouns, reader in lists:
        for noun in nouns:
            found.setdefault(noun, reader)
    return found


def _force(cast: Cast, phrase: Phrase) -> _Answer:
    """Troops: of the named state or body, of the rebels, of the government the report is about, or unresolved."""
    parsed = cast.scene.parsed
    noun = parsed.lower(phrase.head)
    if phrase.owner:
        return _owned(cast, phrase.owner, "military")
    if phrase.has("militia_of_state"):
        return "armed_group", _pro_government(cast)
    if phrase.has("rebel_words") and noun in words("same_as_rebels") | {"army"}:
        return "armed_group", _rebels(cast, phrase).key
    armed = noun == "forces" and phrase.before[-1:] != () and phrase.before[-1] in words("army_words")
    if phrase.country and (armed or not phrase.has("peoples")):
        return "military", _force_of(cast, phrase.country, phrase).key
    if armed and not any(word in words("peoples") for word in phrase.before[:-1]):
        return "military", None if cast.scene.elsewhere(phrase.head) else _of_focus(cast, "military", phrase)
    if phrase.has("peoples"):
        return "armed_group", _people(cast, phrase, noun)
    if phrase.has("state_words"):
        return "military", _of_focus(cast, "military", phrase)
    if noun in words("bare_forces") and cast.scene.elsewhere(phrase.head):
        return "military", None
    if noun in words("bare_forces") and (phrase.definite or noun == "army"):
        return "military", _sole(cast, "military") or _of_focus(cast, "military", phrase)
    if "security" in phrase.before:
        return "military", _of_focus(cast, "military", phrase)
    if noun in words("owned_only") and not phrase.before:
        return None
    return "military", _sole(cast, "military") if not phrase.possessive else None


def _force_of(cast: Cast, code: str, phrase: Phrase) -> Thing:
    what = "security forces" if "security" in phrase.before else "military"
    thing = cast.force(code, "military", what)
    if thing.actor is None and phrase.country == code and thing.name.endswith(what):
        thing.name = text_of(cast, phrase)
    return thing


def _owned(cast: Cast, key: str, kind: MentionType) -> _Answer:
    """What a thing of the report owns stands for it; what a person of it owns is the party's."""
    thing = cast.things[key]
    if thing.type != "person":
        return (thing.type if thing.type != "place" else kind), key
    if thing.party and thing.party.startswith("government:"):
        code = thing.party.removeprefix("government:")
        if kind == "government":
            return kind, cast.government(code).key
        return kind, cast.force(code, "military", "military").key
    return kind, thing.party if thing.party in cast.things else None


def _of_focus(cast: Cast, what: str, phrase: Phrase) -> str | None:
    """The arm of the government of the country the report is about."""
    code = cast.scene.home
    if code is None:
        return None
    return (_force_of(cast, code, phrase) if what == "military" else cast.force(code, "police", what)).key


def _sole(cast: Cast, kind: EntityType) -> str | None:
    """The only thing of this type named so far, or None."""
    found = [thing.key for thing in cast.things.values() if thing.type == kind]
    return found[0] if len(found) == 1 else None


def _police(cast: Cast, phrase: Phrase) -> _Answer:
    if phrase.owner:
        return _owned(cast, phrase.owner, "police")
    code = phrase.country or cast.scene.home
    if code is None:
        return "police", None
    if code in words("local_police"):
        key = "group:local police"
        return "police", cast.thing(key, "local police", "police", key).key
    return "police", cast.force(code, "police", "police").key


def _government(cast: Cast, phrase: Phrase) -> _Answer:
    """A government: the named country's, a person's, a group's, else that of the country the report is about."""
    noun = cast.scene.parsed.lower(phrase.head)
    if phrase.owner:
        return _owned(cast, phrase.owner, "government")
    if phrase.country:
        return "government", cast.government(phrase.country).key
    if noun == "administration" or phrase.has("local_words") or phrase.has("rebel_words"):
        return "government", None
    if noun == "authorities" and not phrase.definite and not phrase.before and cast.scene.home is None:
        return "government", None
    known = [t.key for t in cast.things.values() if t.type == "government" and t.key.startswith("government:")]
    if cast.scene.home:
        return "government", cast.government(cast.scene.home).key
    return "government", known[0] if len(known) == 1 else None


def _ministry(cast: Cast, phrase: Phrase) -> _Answer:
    """A ministry of the named country or of the one the report is about; of a group where one is named."""
    kind = next((word for word in phrase.before if word in words("ministry_words")), None)
    if phrase.owner:
        return _owned(cast, phrase.owner, "government")
    code = phrase.country or cast.scene.home
    if kind is None or code is None:
        return ("government", None) if kind else None
    return "government", cast.force(code, "government", f"{kind.replace('defense', 'defence')} ministry").key


def _group(cast: Cast, phrase: Phrase) -> _Answer:
    """A generic armed group: the catalogue's where one is named, else one group a family and people."""
    noun = cast.scene.parsed.lower(phrase.head)
    family = families()[noun]
    if phrase.owner and cast.things[phrase.owner].type in ("armed_group", "organisation", "military", "government"):
        cast.labelled.setdefault(family, set()).add(phrase.owner)
        return _owned(cast, phrase.owner, "armed_group")
    labelled = cast.labelled.get(family, set())
    if len(labelled) == 1 and phrase.definite and not phrase.before:
        return "armed_group", next(iter(labelled))
    if family == "fighters" and phrase.has("rebel_words"):
        return "armed_group", _rebels(cast, phrase).key
    if family in ("militia", "fighters") and phrase.has("militia_of_state"):
        return "armed_group", _pro_government(cast)
    if phrase.has("peoples"):
        return "armed_group", _people(cast, phrase, family)
    if phrase.country and phrase.country != cast.scene.home:
        return "armed_group", _named_group(cast, f"{countries()[phrase.country].adjective} {family}").key
    if family == "fighters":
        return ("armed_group", None) if phrase.before or phrase.possessive else None
    return "armed_group", (_rebels(cast, phrase) if family == "rebels" else _named_group(cast, family)).key


def _rebels(cast: Cast, phrase: Phrase) -> Thing:
    """The rebels of the country the report is about."""
    country = phrase.country if phrase.country != cast.scene.home else None
    prefix = f"{countries()[country].adjective} " if country else ""
    return _named_group(cast, f"{prefix}rebels")


def _named_group(cast: Cast, name: str) -> Thing:
    key = f"group:{name.lower()}"
    return cast.thing(key, name, "armed_group", key)


def _pro_government(cast: Cast) -> str:
    thing = _named_group(cast, "pro-government militia")
    if cast.scene.home:
        thing.party = cast.government(cast.scene.home).key
    return thing.key


def _people(cast: Cast, phrase: Phrase, noun: str) -> str:
    """A group told by its people or creed ("Kurdish militia", "Islamist rebels")."""
    people = [word for word in phrase.before if word in words("peoples")]
    family = families().get(noun, noun)
    if all(word in words("vague") for word in people):
        return _named_group(cast, family).key if family != "rebels" else _rebels(cast, phrase).key
    named = [word for word in people if word not in words("vague")]
    return _named_group(cast, f"{' '.join(named)} {family}").key


def _population(cast: Cast, phrase: Phrase) -> _Answer:
    """Civilians and others who are no party; officials and commanders of a body have its party."""
    parsed, noun = cast.scene.parsed, cast.scene.parsed.lower(phrase.head)
    if noun == "officers" and phrase.before and phrase.before[-1] in words("police"):
        return _police(cast, phrase)
    if noun in words("population_with_word") and not (phrase.country or phrase.owner or phrase.before):
        return None
    if parsed.tags[phrase.head] not in ("NNS", "NNPS") and noun in ("civilian", "refugee"):
        return None
    key = " ".join((*phrase.before, noun)).replace(" 's", "'s").replace(" ’s", "’s")
    name = re.sub(r"^(?i:the|an?) ", "", text_of(cast, phrase))
    thing = cast.thing(f"population:{key}", name, "population")
    if noun in words("population_of_body"):
        thing.party = _party_behind(cast, phrase)
    return "population", thing.key


def _party_behind(cast: Cast, phrase: Phrase) -> str | None:
    """Whose officials, commanders, leaders: a body's, a state's, the rebels'."""
    if phrase.owner:
        return cast.things[phrase.owner].party
    if phrase.has("rebel_words"):
        return _rebels(cast, phrase).key
    if phrase.country and cast.scene.catalogue.government_of(phrase.country) is None:
        return cast.government(phrase.country).key
    if phrase.has("state_words") and cast.scene.home:
        return cast.government(cast.scene.home).key
    return None


def _organisation(cast: Cast, phrase: Phrase) -> _Answer:
    """The opposition, a coalition: one a report and kind."""
    noun = cast.scene.parsed.lower(phrase.head)
    if phrase.owner:
        return _owned(cast, phrase.owner, "organisation")
    if noun != "opposition":
        return _coalition(cast, phrase, noun)
    code = phrase.country or cast.scene.home or cast.scene.opposed
    name = f"{countries()[code].adjective} opposition" if code and countries()[code].adjective else "opposition"
    key = f"opposition:{code or ''}"
    return "organisation", cast.thing(key, name, "organisation", key).key


def _coalition(cast: Cast, phrase: Phrase, noun: str) -> _Answer:
    """ "the coalition" after a coalition named with its leader; "international coalition" as a body of its own."""
    named = [t.key for t in cast.things.values() if noun in t.name.lower()]
    if len(named) == 1:
        return cast.things[named[0]].type, named[0]
    return ("organisation", None) if phrase.definite and not named else None


def _body(cast: Cast, phrase: Phrase) -> _Answer:
    """ "the ISIL terrorist group": the body named in the phrase. What names none is left to coreference."""
    if phrase.owner and cast.things[phrase.owner].actor and "group" in (noun := cast.scene.parsed.lower(phrase.head)):
        return _owned(cast, phrase.owner, "organisation") if noun != "groups" else None
    return None


def _media(cast: Cast, phrase: Phrase) -> _Answer:
    """State media of the named country, or of the one the report is about."""
    noun = cast.scene.parsed.lower(phrase.head)
    said = " ".join((*phrase.before, noun))
    for what, phrases in yaml_data("lexicon/actor_words.yml")["media"].items():
        if any(said == p or said.endswith(f" {p}") for p in phrases):
            code = phrase.country or cast.scene.home
            return "media", cast.force(code, "media", what).key if code else None
    return _body(cast, phrase) if noun in body_words() else None
