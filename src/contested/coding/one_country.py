"""The country of happenings that a report gives no place for, where all that it names is of one country.

A report that speaks of one country only, of its towns, its government and its people, tells of what happened there. No
finer place is lent, nothing is lent where another country is so much as named, and claims keep what they state.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.event import Event
from contested.model.grounding import Mention
from contested.model.place import PlaceRef

LEAST = 2
"""How often the country, or what is of it, must be named: once may be a slip of the map."""
_HAPPENED = frozenset({"reported", "ongoing", "agreed", "contested", "alleged", "denied"})


def in_the_one_country(world: World, events: Sequence[Event]) -> list[Event]:
    """The events, with the country (precision `country`) for those that no mention gives a place for."""
    if all(event.place is not None for event in events):
        return list(events)
    place = _country(world)
    if place is None:
        return list(events)
    return [replace(e, place=place) if e.place is None and e.status in _HAPPENED else e for e in events]


def _country(world: World) -> PlaceRef | None:
    """The one country that is named, by the text's own word for it where it has one; None if there are none or more."""
    named = Counter(code for mention in world.grounded.mentions if (code := _code(world, mention)) is not None)
    if len(named) != 1 or named.total() < LEAST:
        return None
    code = next(iter(named))
    for mention in world.grounded.mentions:
        if mention.place is not None and mention.place.precision == "country":
            return replace(mention.place, name=world.text[mention.start : mention.end], mention=mention.id)
    name = yaml_data("actors/countries.yml").get(code, {}).get("name")
    return PlaceRef(str(name), country=code, precision="country") if name else None


def _code(world: World, mention: Mention) -> str | None:
    """The country (ISO 3166-1 alpha-2) that a place lies in, a government is of, an adjective names; None for others."""
    if mention.place is not None:
        return mention.place.country
    entity = world.entities.get(mention.entity or "")
    if entity is not None and "iso3166" in entity.ids:
        return str(entity.ids["iso3166"])
    return _adjectives().get(world.text[mention.start : mention.end]) if mention.type == "nationality" else None


@cache
def _adjectives() -> dict[str, str]:
    """Countries by the adjectives and peoples that name them."""
    rows = yaml_data("actors/countries.yml").items()
    return {word: code for code, row in rows for word in (*row.get("adjectives", ()), *row.get("people", ()))}
