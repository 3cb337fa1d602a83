"""Parties and sides as the contract wants them: catalogue ids, or names formed from the text."""

from collections.abc import Mapping

from contested.grounding.entities.cast import Cast, Thing
from contested.grounding.entities.catalogue import GOVERNMENT
from contested.grounding.entities.countries import countries


def party_name(cast: Cast, key: str | None) -> str | None:
    """The party of a key: "government of Syria", the catalogue's id, or the group's name with the country it is in."""
    for _ in range(4):
        thing = cast.things.get(key or "")
        actor = cast.scene.catalogue.get(key or "")
        above = actor.party if actor else thing.party if thing else None
        if not above or above == key:
            break
        key = above
    if key is None:
        return None
    if key.startswith(GOVERNMENT):
        return f"government of {countries()[key.removeprefix(GOVERNMENT)].name}"
    if cast.scene.catalogue.get(key):
        return key
    return _formed(cast, key)


def _formed(cast: Cast, key: str) -> str:
    """A group's name with the country it is in."""
    thing = cast.things.get(key)
    name = thing.name if thing else key.partition(":")[2]
    theatre = cast.scene.theatre
    return f"{name} in {countries()[theatre].name}" if theatre and key.startswith("group:") else name


def side_of(cast: Cast, thing: Thing) -> str | None:
    """The bloc in the focus country's war: the thing's own, its party's, or the rebels'; None where none is known."""
    sides = cast.scene.sides
    if not sides or thing.type in ("place", "population"):
        return None
    if thing.key.startswith("opposition:"):
        return sides["rebels"] if thing.key == f"opposition:{cast.scene.opposed}" else None
    for key in _chain(cast, thing):
        if key in sides:
            return sides[key]
        if key == "group:rebels":
            return sides["rebels"]
    return None


def _chain(cast: Cast, thing: Thing) -> list[str]:
    """The thing's key, its party, its party's party."""
    chain = [thing.key]
    party = thing.party
    while party and party not in chain:
        chain.append(party)
        actor, above = cast.scene.catalogue.get(party), cast.things.get(party)
        party = actor.party if actor else above.party if above else None
    return chain


def ids_of(thing: Thing) -> Mapping[str, str | int]:
    """Identifiers of the thing: the catalogue's, and the country code of a government or a country."""
    if thing.actor is not None:
        return thing.actor.ids
    kind, _, rest = thing.key.partition(":")
    if kind == "government":
        return {"iso3166": rest}
    if kind == "place" and rest.isdigit():
        return {"geonames": int(rest)}
    if kind == "place" and rest in countries():
        return {"iso3166": rest}
    return {}
