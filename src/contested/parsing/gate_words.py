"""The words the gate goes by: its own list, the names of all fighting parties, and what the frames name, in every form.

A frame or an actor that is added opens the gate by itself; nobody has to enter its words a second time. All tables are
made once a process (about 30 ms).
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from contested.lexicon import Matcher, data_names, yaml_data
from contested.lexicon.inflect import verb_forms, with_s

POINTS = {"strong": 2, "medium": 1, "weak": 0}
"""Points of a tier of the gate's list."""
_POINTS_IF_BRIEF = {"strong_if_brief": 2, "medium_if_brief": 1}
_FIGHTING = frozenset({"armed_group", "military"})
_FILE = "lexicon/gate.yml"


class Word(NamedTuple):
    """A word of a frame in one of its forms, its lemma, and whether the frame tells of force or harm."""

    form: str
    lemma: str
    force: bool


@cache
def words_of_reports() -> Matcher:
    """For any report, case ignored. A key begins with its points; a frame's word only keeps its sentence."""
    return Matcher(
        (
            *_listed(POINTS),
            *_names(),
            *_forces(),
            *_fighters(),
            *((w.form, f"0{w.lemma}") for w in frame_words()),
            *_goods(),
        )
    )


@cache
def words_of_briefs() -> Matcher:
    """The same for briefs, in which a word of force or harm is no passing one."""
    ours = ((w.form, f"1{w.lemma}") for w in frame_words() if w.force)
    rest = ((w.form, f"0{w.lemma}") for w in frame_words())
    telling = {tier: points for tier, points in POINTS.items() if points}
    found = (
        *_listed(_POINTS_IF_BRIEF),
        *_listed(telling),
        *_names(),
        *_forces(),
        *_fighters(),
        *ours,
        *_listed(POINTS),
        *rest,
        *_goods(),
    )
    return Matcher(found)


@cache
def abbreviations() -> Matcher:
    """Abbreviations of fighting parties, in capitals as they are written; the key is the party with its points."""
    return Matcher(
        (
            (str(short), f"1{key}")
            for key, actor in _fighting()
            for short in actor.get("short", ())
            if str(short) not in _file()["not_short"]
        ),
        case=True,
    )


@cache
def frame_words() -> tuple[Word, ...]:
    """Every form of the verbs and nouns of all frames but the commonest, which tell nothing ("take", "hold")."""
    found: dict[str, Word] = {}
    quiet, common = tuple(_file()["quiet_types"]), frozenset(_file()["common"])
    for name in data_names("frames"):
        for frame in yaml_data(f"frames/{name}"):
            force = not frame["type"].startswith(quiet)
            for form, lemma in _forms(frame):
                if lemma not in common:
                    found[form] = Word(form, lemma, force or (form in found and found[form].force))
    return tuple(found.values())


def ambiguous_names() -> Iterator[str]:
    """Names of fighting parties that name other things as well ("Wagner")."""
    for _, actor in _fighting():
        if actor.get("needs_home"):
            yield from (str(name) for name in (actor["name"], *actor.get("names", ())))


def party_names() -> Iterator[str]:
    """All names and abbreviations of the fighting parties of the catalogue, as they are written."""
    for _, actor in _fighting():
        yield from (str(name) for name in (actor["name"], *actor.get("names", ()), *actor.get("short", ())))


def _forms(frame: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Forms and lemmas. Nouns of several words are left out: they would hide a stronger word of theirs."""
    for verb in frame.get("verb", ()):
        yield from ((form, str(verb)) for form in verb_forms(str(verb)))
    for noun in frame.get("noun", ()):
        if " " not in str(noun):
            yield from ((form, str(noun)) for form in (str(noun), with_s(str(noun))))


def _file() -> Any:
    return yaml_data(_FILE)


def _listed(tiers: dict[str, int]) -> Iterator[tuple[str, str]]:
    return ((word, f"{points}{word}") for tier, points in tiers.items() for word in _file()[tier])


def _goods() -> Iterator[tuple[str, str]]:
    """What people can be without, and who brings it: in a report on conflict a sentence with it may tell of a need."""
    needs = yaml_data("lexicon/needs.yml")
    goods = [good for listed in needs["goods"].values() for good in listed if good not in needs["general"]]
    helpers = yaml_data("lexicon/access.yml")["relief"]
    return ((form, "0need") for word in (*goods, *helpers) for form in (word, with_s(word)))


def _names() -> Iterator[tuple[str, str]]:
    """Names of fighting parties: as strong as "rebels", or only the famous would be read of. One key a party."""
    for key, actor in _fighting():
        if not actor.get("needs_home"):
            yield from ((str(name), f"2{key}") for name in (actor["name"], *actor.get("names", ())))


def _fighting() -> Iterator[tuple[str, dict[str, Any]]]:
    for name in data_names("actors"):
        for key, actor in yaml_data(f"actors/{name}").items():
            if isinstance(actor, dict) and actor.get("type") in _FIGHTING:
                yield key, actor


def _fighters() -> Iterator[tuple[str, str]]:
    """Words for those who fight that the list lacks (bandits, mutineers): half as strong, since teams bear them too."""
    for family, words in yaml_data("lexicon/actor_words.yml")["families"].items():
        yield from ((word, f"{POINTS['medium']}{family}") for word in words)


def _forces() -> Iterator[tuple[str, str]]:
    """A state's forces by its name: as strong as "army", or the same news is read of one side and not of the other.
    One key for all, so that three states' forces in a long report count once."""
    for country in yaml_data("actors/countries.yml").values():
        for nation in country.get("adjectives", ()):
            for body in ("forces", "military"):
                yield f"{nation.lower()} {body}", f"{POINTS['strong']}forces of a state"
