"""What data/lexicon/reconciling.yml says, in the form the room needs."""

from functools import cache

from contested.lexicon import yaml_data


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of words."""
    return frozenset(yaml_data("lexicon/reconciling.yml")[name])


@cache
def groups(code: str | None) -> frozenset[str]:
    """The groups of types a type belongs to; its own family where it is in none, none for an unknown type."""
    if not code:
        return frozenset()
    family = code.split(".", 1)[0]
    listed = yaml_data("lexicon/reconciling.yml")["groups"]
    found = frozenset(name for name, types in listed.items() if family in types or code in types)
    return found or frozenset({family})
