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


@cache
def way(code: str | None) -> str | None:
    """How a happening of the type ends or comes about, None where the type does not say."""
    ways = yaml_data("lexicon/reconciling.yml")["ways"]
    family = (code or "").split(".", 1)[0]
    return next((name for name, types in ways.items() if code in types or family in types), None)


@cache
def at_odds(*, of_sides: bool) -> frozenset[frozenset[str]]:
    """Pairs of ways that cannot both be true; `of_sides` adds those that only adversaries mean so."""
    known = yaml_data("lexicon/reconciling.yml")
    listed = known["at_odds"] + (known["at_odds_of_sides"] if of_sides else [])
    return frozenset(frozenset(pair) for pair in listed)
