"""Actors of a report: who and what is named in it, each real thing once, with its party and its side."""

from collections.abc import Sequence
from dataclasses import replace

from contested.grounding.entities.arms import find_arms
from contested.grounding.entities.cast import Cast, Draft, Scene, Thing
from contested.grounding.entities.catalogued import find_actors
from contested.grounding.entities.coreference import find_epithets, find_short_names
from contested.grounding.entities.descriptions import find_descriptions
from contested.grounding.entities.names import find_names
from contested.grounding.entities.parties import ids_of, party_name, side_of
from contested.grounding.entities.pronouns import find_pronouns
from contested.grounding.entities.roles import find_roles
from contested.grounding.entities.states import add_places
from contested.model.grounding import Entity, Mention
from contested.model.parse import Parsed
from contested.model.report import Report


def ground_actors(
    report: Report, parsed: Parsed, places: Sequence[Mention]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """All entities (e1, e2, ... by first mention) and all mentions (m1, m2, ... in text order) of a report.

    `places` are mentions of type place and nationality, without entities; they come back with theirs, or not at all
    where they are part of a longer name. A mention's `entity` is None where it is not known who is meant, and always
    for weapons, equipment and nationalities. Only parsed sentences are read. `party` is a catalogue id or a name formed
    from the text ("government of Syria"), None for those who are nobody's; `side` is None where no war is known.
    """
    cast = Cast(Scene(report, parsed, places))
    for find in (
        find_actors,
        find_names,
        find_short_names,
        find_descriptions,
        find_roles,
        find_epithets,
        add_places,
        find_pronouns,
        find_arms,
    ):
        find(cast)
    return _finished(cast)


def _finished(cast: Cast) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    drafts = _without_doubles(cast.drafts)
    keys = list(dict.fromkeys(draft.key for draft in drafts if draft.key))
    ids = {key: f"e{n}" for n, key in enumerate(keys, start=1)}
    mentions = tuple(_mention(draft, f"m{n}", ids) for n, draft in enumerate(drafts, start=1))
    return tuple(_entity(cast, cast.things[key], ids[key]) for key in keys), mentions


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order, one a span, without those that lie in a longer one of the same thing."""
    ordered = sorted(drafts, key=lambda d: (d.start, -d.end, d.key is None))
    kept: list[Draft] = []
    for draft in ordered:
        inside = [k for k in kept[-6:] if k.start <= draft.start and draft.end <= k.end]
        same_span = any((k.start, k.end) == (draft.start, draft.end) for k in inside)
        if not same_span and not any(k.key == draft.key and draft.key for k in inside):
            kept.append(draft)
    return kept


def _mention(draft: Draft, number: str, ids: dict[str, str]) -> Mention:
    place = draft.place.place if draft.place else None
    named = replace(place, mention=number) if place else None
    return Mention(number, draft.start, draft.end, draft.type, ids.get(draft.key or ""), named)


def _entity(cast: Cast, thing: Thing, number: str) -> Entity:
    party = None if thing.type in ("place", "population") and not thing.party else party_name(cast, thing.party)
    return Entity(number, thing.name, thing.type, party, side_of(cast, thing), ids_of(thing))
