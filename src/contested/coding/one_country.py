"""The country of happenings that a report gives no place for, where all or nearly all that it names is of one country.

A report that speaks of one country, of its towns, its government and its people, tells of what happened there. No finer
place is lent, nothing is lent to what stands in a sentence that names another country, and claims keep what they state.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.event import Event
from contested.model.grounding import Mention
from contested.model.place import PlaceRef

LEAST = 2
"""How often the country, or what is of it, must be named: once may be a slip of the map."""
SHARE = 0.8
"""The part of all namings of countries that must be of the one. On 200 reports of 1988-1991 (MUC-4, TST1 and TST2) the
country was right in all 48 events that this lends it to, and in 9 of 15 between this and a half."""
_HAPPENED = frozenset({"reported", "ongoing", "agreed", "contested", "alleged", "denied"})


def in_the_one_country(world: World, events: Sequence[Event]) -> list[Event]:
    """The events, with the country (precision `country`) for those that no mention gives a place for."""
    if all(event.place is not None for event in events):
        return list(events)
    codes = [(mention, code) for mention in world.grounded.mentions if (code := _code(world, mention)) is not None]
    country = _most_named(code for _, code in codes)
    place = _place(world, country) if country is not None else None
    if place is None:
        return list(events)
    foreign = {world.sentence_at(mention.start) for mention, code in codes if code != country}
    return [replace(event, place=place) if _is_lent(world, event, foreign) else event for event in events]


def _is_lent(world: World, event: Event, foreign: set[int]) -> bool:
    """Whether the event has no place, and no sentence that tells of it names another country."""
    told = {world.sentence_at(span.start) for span in event.mentions}
    return event.place is None and event.status in _HAPPENED and not told & foreign


def _most_named(codes: Iterable[str]) -> str | None:
    """The country that nearly all namings are of, or None."""
    named = Counter(codes)
    for code, count in named.most_common(1):
        return code if count >= LEAST and count >= SHARE * named.total() else None
    return None


def _place(world: World, code: str) -> PlaceRef | None:
    """The country by the text's own name for it, where it has one, else by its common name."""
    for mention in world.grounded.mentions:
        place = mention.place
        if place is not None and place.precision == "country" and place.country == code:
            return replace(place, name=world.text[mention.start : mention.end], mention=mention.id)
    name = yaml_data("actors/countries.yml").get(code, {}).get("name")
    return PlaceRef(str(name), country=code, precision="country") if name else None


def _code(world: World, mention: Mention) -> str | None:
    """The country (ISO 3166-1 alpha-2) that a place lies in, a government is of or an adjective names, or None."""
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
