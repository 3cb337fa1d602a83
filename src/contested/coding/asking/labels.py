"""The words of a question: what a happening, a place and the people counted are called on the page."""

from datetime import date

from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.lexicon.event_nouns import event_noun
from contested.model.event import Event
from contested.model.grounding import Entity
from contested.model.place import PlaceRef

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AT = {"site": "at", "near": "near", "line": "on"}


def label(event: Event) -> str:
    """What the kind of event is called in a sentence."""
    return event_noun(event.type)


def deed(world: World, event: Event) -> str:
    """The deed by its one known victim ("killing of the judge's name"), else by its kind and place."""
    entities = [world.entities[target] for target in event.targets if target in world.entities]
    named: str | None = yaml_data("lexicon/questions.yml")["named_by_victim"].get(event.type)
    if named is not None and len(entities) == 1 and entities[0].type == "person":
        return f"{named} {entities[0].name}"
    return f"{label(event)}{where(event)}"


def where(event: Event | None) -> str:
    """The event's place, else its day, as the end of a question; empty where it has neither."""
    return (at(event.place) or on_day(event)) if event is not None else ""


def on_day(event: Event | None) -> str:
    """The one day of the event as the end of a question (" on 5 June 2013"); empty where the text gives none."""
    when = event.when if event is not None else None
    if when is None or when.low is None or when.low != when.high:
        return ""
    day = date.fromisoformat(when.low[: len("2013-06-05")])
    return f" on {day.day} {_MONTHS[day.month - 1]} {day.year}"


def at(place: PlaceRef | None) -> str:
    """The place as the end of a question (" in Tyre", " at Erez crossing"); empty for none."""
    if place is None:
        return ""
    return f" {_AT.get(place.precision, 'in')} {named(place.name)}"


def named(name: str) -> str:
    """The name with its article, where it has one ("the Gulf of Aden")."""
    articled = any(f"{name} ".startswith(f"{word} ") for word in yaml_data("lexicon/questions.yml")["articled"])
    return f"the {name}" if articled else name


def people(world: World, who: str) -> str:
    """What the people counted are called: `who` is a party, a kind of people or a noun (comparable.people)."""
    kinds: dict[str, str] = yaml_data("lexicon/questions.yml")["counted"]
    entity = next((e for e in world.entities.values() if who in (e.party, e.id) and e.type in _members()), None)
    return kinds.get(who) or (_members_of(entity) if entity else "people")


def _members_of(entity: Entity) -> str:
    """The party's people: "rebels", "Islamic State fighters", "Syrian soldiers"."""
    words = entity.name.split()
    if entity.name.endswith("s") and entity.name.split()[-1].islower():
        return entity.name
    if entity.type == "armed_group":
        return f"{entity.name} {_members()[entity.type]}"
    bodies = yaml_data("lexicon/questions.yml")["bodies"]
    adjective = [word for number, word in enumerate(words) if not number or word.lower() not in bodies]
    return " ".join([*adjective, _members()[entity.type]])


def _members() -> dict[str, str]:
    found: dict[str, str] = yaml_data("lexicon/questions.yml")["member"]
    return found


def thing(world: World, token: int | None) -> str | None:
    """The noun with the words that make it one thing ("gas leak", "Houthi post"), names as written; None for none."""
    if token is None:
        return None
    parsed = world.parsed
    before = (c for c in parsed.children(token, "compound", "amod") if c < token and not parsed.children(c))
    return " ".join(_as_named(world, part) for part in (*before, token))


def _as_named(world: World, token: int) -> str:
    """A name as it is written, else the lemma; what opens a sentence is written large in any case."""
    parsed = world.parsed
    named = parsed.word(token)[:1].isupper() and token > parsed.sentence_of(token).first
    return parsed.word(token) if named else parsed.lemmas[token].lower()
