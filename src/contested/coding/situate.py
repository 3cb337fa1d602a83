"""Where and when a predicate's happening is, as far as its own clause says so."""

import re
from datetime import date, timedelta

from contested.coding.predicates import Predicate
from contested.coding.world import World
from contested.model.claim import DayRange, When
from contested.model.grounding import Mention, Time
from contested.model.place import PlaceRef
from contested.model.text import Span

_VERBAL = frozenset({"VERB", "AUX"})
_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "around",
        "outside",
        "inside",
        "over",
        "throughout",
        "across",
        "along",
        "within",
        "between",
        "into",
        "from",
    }
)
_DURATION = re.compile(r"P(\d+)([DWMY])$")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_PRECISE = {
    "site": 0,
    "town": 1,
    "near": 2,
    "admin2": 3,
    "line": 4,
    "admin1": 5,
    "region": 6,
    "country": 7,
    "unknown": 8,
}


def place_of(world: World, predicate: Predicate, span: Span) -> PlaceRef | None:
    """The place that the clause names for the happening; None if it names none. Of several the most precise one."""
    found = [m for token in predicate.places if (m := world.place_mention(token)) is not None]
    if not found:
        found = [m for m in world.places_in(span) if _locates(world, m, predicate)]
    return _best(found)


def _best(mentions: list[Mention]) -> PlaceRef | None:
    refs = [m.place or PlaceRef(name=m.id) for m in mentions if m.place is not None]
    return min(refs, key=lambda ref: _PRECISE[ref.precision], default=None)


def _locates(world: World, mention: Mention, predicate: Predicate) -> bool:
    """Whether the place name is an adverbial of the predicate's own clause ("in Homs"), not of another word in it."""
    parsed = world.parsed
    token = parsed.head_of(mention.start, mention.end)
    if token is None:
        return False
    for _ in range(6):
        head = parsed.heads[token]
        if parsed.deps[token] == "pobj" and parsed.lower(head) in _WHERE:
            return _hangs_on(world, head, predicate)
        if head == token or parsed.deps[token] not in (
            "compound",
            "appos",
            "conj",
            "nmod",
            "pobj",
            "prep",
            "poss",
            "amod",
        ):
            return False
        token = head
    return False


def _hangs_on(world: World, preposition: int, predicate: Predicate) -> bool:
    """Whether the phrase hangs on the predicate's trigger or clause, not on another verb or clause in it."""
    parsed = world.parsed
    for ancestor in parsed.ancestors(preposition):
        if ancestor in (predicate.trigger, predicate.clause):
            return True
        if parsed.pos[ancestor] in _VERBAL and parsed.deps[ancestor] != "xcomp":
            return False
        if parsed.deps[ancestor] in ("relcl", "acl", "advcl", "ccomp"):
            return False
    return False


def when_of(world: World, predicate: Predicate) -> When | None:
    """The day or days that the clause gives; else, for what has happened, "not after publication"; else None."""
    for time in _times(world, predicate):
        found = _when(world, time)
        if found is not None:
            return found
    return _by_tense(world, predicate)


def _times(world: World, predicate: Predicate) -> list[Time]:
    """The clause's time expressions, those that hang on the predicate itself first, others of the clause left out."""
    parsed, own = world.parsed, []
    sentence = parsed.sentence_of(predicate.trigger)
    for time in world.times_in(Span(sentence.start, sentence.end)):
        head = parsed.head_of(time.start, time.end)
        if head is not None and _belongs(world, head, predicate):
            own.append(time)
    return sorted(
        own, key=lambda time: (time.type in ("duration", "set"), abs(time.start - parsed.starts[predicate.trigger]))
    )


def _belongs(world: World, token: int, predicate: Predicate) -> bool:
    """Whether the first verb or trigger above the time expression is the predicate's own."""
    parsed = world.parsed
    own = {
        predicate.trigger,
        predicate.clause if predicate.clause is not None else _verb_above(world, predicate.trigger),
    }
    for ancestor in (token, *parsed.ancestors(token)):
        if ancestor in own:
            return True
        if parsed.pos[ancestor] in _VERBAL:
            return _opens(world, ancestor, own)
    return False


def _opens(world: World, verb: int, own: set[int | None]) -> bool:
    """Whether the verb only opens the predicate's clause ("began shelling on Monday")."""
    return any(child in own for child in world.parsed.children(verb, "xcomp"))


def _verb_above(world: World, noun: int) -> int | None:
    return next((a for a in world.parsed.ancestors(noun) if world.parsed.pos[a] in _VERBAL), None)


def _when(world: World, time: Time) -> When | None:
    published = world.report.published_at
    if time.type == "duration":
        length = _DURATION.match(time.value or "")
        if not (published and length):
            return None
        start = date.fromisoformat(published) - timedelta(days=int(length[1]) * _DAYS[length[2]])
        return When(None, published, None, "relative", time.id, start=DayRange(None, start.isoformat()))
    if time.low is None and time.high is None:
        return None
    text = world.text[time.start : time.end]
    basis = "stated" if re.search(r"\d{4}", text) or published is None else "relative"
    return When(time.low, time.high, time.precision, basis, time.id)  # type: ignore[arg-type]


def _by_tense(world: World, predicate: Predicate) -> When | None:
    """What has happened by the report's account happened on or before the day of publication."""
    published = world.report.published_at
    if published and predicate.mood.modality in ("actual", "ongoing"):
        return When(None, published, None, "tense")
    return None


def said_when(world: World, index: int | None) -> When | None:
    """The day of the saying, from the index of its time expression."""
    if index is None or not 0 <= index < len(world.grounded.times):
        return None
    return _when(world, world.grounded.times[index])
