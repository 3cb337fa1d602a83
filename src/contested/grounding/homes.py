"""The countries that fighting parties named in a report are at home in: where it is about when it names no country."""

from collections.abc import Iterator

from contested.grounding.entities.catalogue import Actor, catalogue, names_in

_FIGHTING = frozenset({"armed_group", "military"})


def homes(text: str) -> tuple[str, ...]:
    """The homes (ISO alpha-2) of every fighting party of the catalogue that the text names beyond doubt."""
    return tuple(dict.fromkeys(_homes(text)))


def _homes(text: str) -> Iterator[str]:
    for start, end, name in names_in(text):
        bearers = [actor for actor in catalogue().named(name) if actor.home]
        if len(bearers) == 1 and _is_sure(bearers[0], text[start:end]):
            yield from bearers[0].home


def _is_sure(actor: Actor, written: str) -> bool:
    """Whether it is a fighting party's full name with a capital, or its abbreviation of three letters or more."""
    if actor.type not in _FIGHTING or actor.needs_home:
        return False
    if actor.is_short(written):
        return written in actor.short and len(written) > 2
    return any(letter.isupper() for letter in written)
