"""The words of data/lexicon/actor_words.yml and persons.yml as sets, made once."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from contested.lexicon import yaml_data
from contested.model.grounding import EntityType


@cache
def words(name: str) -> frozenset[str]:
    """A list of actor_words.yml as a set."""
    return frozenset(yaml_data("lexicon/actor_words.yml")[name])


@cache
def person_words(name: str) -> frozenset[str]:
    """A list of persons.yml as a set; `first_names` is one text there."""
    value: Any = yaml_data("lexicon/persons.yml")[name]
    return frozenset(value.split() if isinstance(value, str) else (str(word) for word in value))


@cache
def families() -> dict[str, str]:
    """Noun to the family of groups it names ("insurgents": "rebels")."""
    rows: dict[str, list[str]] = yaml_data("lexicon/actor_words.yml")["families"]
    return {word: family for family, members in rows.items() for word in members}


@cache
def name_heads() -> dict[str, EntityType]:
    """Head word of a proper name to the kind of thing it names ("Brigade": "armed_group")."""
    rows: dict[EntityType, list[str]] = yaml_data("lexicon/actor_words.yml")["name_heads"]
    return {word: kind for kind, members in rows.items() for word in members}


@cache
def body_words() -> dict[str, tuple[EntityType, ...]]:
    """Noun that stands for a body named before to the kinds of bodies it can stand for."""
    rows: dict[str, list[EntityType]] = yaml_data("lexicon/actor_words.yml")["body_words"]
    return {word: tuple(kinds) for word, kinds in rows.items()}


def first_surname(name: Sequence[str]) -> str | None:
    """The first of two surnames ("rojas" of the words "ana rojas medina"); None where a first name stands there."""
    if len(name) < 3 or len(name[-2]) < 3 or name[-2].title() in person_words("first_names"):
        return None
    return name[-2]
