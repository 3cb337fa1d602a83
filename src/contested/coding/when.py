"""When a happening is, as far as its own clause says so."""

import re
from dataclasses import replace
from datetime import date, timedelta

from contested.coding.counted_days import counted_day
from contested.coding.frames import index
from contested.coding.outcome import outcome_of
from contested.coding.predicate import Predicate
from contested.coding.where import describes, reason
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Basis, DayRange, When
from contested.model.grounding import Time

_VERBAL = frozenset({"VERB", "AUX"})
_SUBORDINATE = frozenset({"relcl", "acl", "advcl"})
SINCE_REACH = 60
"""Code points before a time in which "since" still governs it ("since the start of the siege in May")."""
PRINTED_WITHIN = 3
"""Sentences at the head of a report in which the full date of its publication is a dateline."""
_SOME_HOUR = re.compile(r"(?:(?:the|that|this) )?[a-z]+", re.IGNORECASE)
"""A part of a day that names no day."""
_DURATION = re.compile(r"P(\d+)([DWMY])$")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}


def when_of(world: World, predicate: Predicate) -> When | None:
    """The day or days that the clause gives, or from which it is counted ("two days after"); else, for what has
    happened, "not after publication"; else None."""
    for time in _times(world, predicate):
        found = when_at(
            world, time, itself=_tells_when(world, predicate.trigger, time) or _within(world, predicate, time)
        )
        if found is not None:
            return _ended(world, predicate, found)
    by_tense = counted_day(world, predicate) or _by_tense(world, predicate)
    return _ended(world, predicate, by_tense) if by_tense is not None else None


def _within(world: World, predicate: Predicate, time: Time) -> bool:
    """Whether the time stands in the phrase of the noun that names the happening ("since the rising in March 2011")."""
    return predicate.nominal and world.parsed.subtree_span(predicate.trigger).covers(time.span)


def _ended(world: World, predicate: Predicate, when: When) -> When:
    """Whoever "had held" or "formerly held" a place held it no longer on the day of publication."""
    parsed, published = world.parsed, world.report.published_at
    verb = predicate.clause if predicate.clause is not None else predicate.trigger
    past = any(parsed.lower(child) == "had" for child in parsed.children(verb, "aux"))
    past = past or any(
        parsed.lower(child) in yaml_data("lexicon/where.yml")["no_longer"] for child in parsed.children(verb)
    )
    if predicate.frame.type != "control.held" or not past or published is None:
        return when
    return replace(when, end=DayRange(None, published))


def when_at_token(world: World, token: int | None) -> When | None:
    """The days of the clause around a word ("In February 1982 troops crushed the revolt, killing ..."), or None."""
    parsed = world.parsed
    own: set[int | None] = set()
    while token is not None:
        own.add(token)
        if parsed.pos[token] in _VERBAL and parsed.deps[token] != "advcl":
            break
        token = parsed.heads[token] if parsed.heads[token] != token else None
    return _nearest(world, next(iter(sorted(t for t in own if t is not None)), None), own)


def _nearest(world: World, token: int | None, own: set[int | None]) -> When | None:
    if token is None:
        return None
    sentence = world.parsed.sentence_of(token)
    times = [t for t in world.times_in(sentence.span) if _belongs(world, t, own) and not _is_printed(world, t)]
    at = world.parsed.starts[token]
    nearest = min(times, key=lambda time: (_vagueness(world, time), abs(time.start - at)), default=None)
    return when_at(world, nearest) if nearest is not None else None


def is_dated(world: World, predicate: Predicate) -> bool:
    """Whether the predicate's own clause gives a day or days."""
    return any(when_at(world, time) is not None for time in _times(world, predicate))


def said_when(world: World, index: int | None) -> When | None:
    """The day of the saying, from the index of its time expression."""
    if index is None or not 0 <= index < len(world.grounded.times):
        return None
    return when_at(world, world.grounded.times[index])


def when_at(world: World, time: Time, *, itself: bool = False) -> When | None:
    """The days of one time expression; a duration gives the latest day of its start, counted back from publication.

    `itself`: the happening is what the expression dates ("since Monday, when ..."), whatever stands before it.
    """
    published = world.report.published_at
    if time.type == "duration" and time.low is None:
        length = _DURATION.match(time.value or "")
        if not (published and length and _is_spell(world, time)):
            return None
        start = _back(date.fromisoformat(published), int(length[1]) * _DAYS[length[2]])
        if start is None:
            return None
        return When(None, published, None, "relative", time.id, start=DayRange(None, start.isoformat()))
    if time.low is None and time.high is None:
        return None
    if not itself and _is_since(world, time):
        return When(time.low, published, time.precision, "relative", time.id, start=DayRange(time.low, time.high))
    low, high = world.spells.get(time.id, (time.low, time.high))
    stated = published is None or re.search(r"\d{4}", world.text[time.start : time.end])
    basis: Basis = "stated" if stated else "relative"
    return When(low, high, time.precision, basis, time.id)


def _back(day: date, days: int) -> date | None:
    """The day so many days before, None where the calendar has none ("for two thousand years")."""
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return None


def _is_since(world: World, time: Time) -> bool:
    """Whether the expression says when something began that went on ("since early 2012")."""
    parsed = world.parsed
    before = list(parsed.tokens_in(max(0, time.start - SINCE_REACH), time.start))
    for token in reversed(before):
        if parsed.lower(token) == "since":
            return True
        if parsed.pos[token] in (*_VERBAL, "PUNCT"):
            return False
    return False


def _is_spell(world: World, time: Time) -> bool:
    """Whether the duration says how long something lasts, not how far off it is ("two days after")."""
    words = yaml_data("lexicon/where.yml")["spell"]
    parsed = world.parsed
    tokens = parsed.tokens_in(time.start, time.end)
    before = parsed.tokens_in(max(0, time.start - 12), time.start)
    return any(parsed.lower(token) in words for token in (*tokens, *list(before)[-2:]))


def _times(world: World, predicate: Predicate) -> list[Time]:
    """The time expressions of the predicate's own clause, the most telling and nearest first."""
    parsed = world.parsed
    clause = predicate.clause if predicate.clause is not None else _verb_above(world, predicate.trigger)
    if clause in world.judging and (predicate.clause is None or parsed.lemmas[predicate.clause] == "claim"):
        clause = None  # "claimed credit today for the bombing": the day is that of the saying
    if is_tallied(world, predicate):
        clause = None  # "the toll of the bombing rose to ten on Friday": the day is that of the count
    own = {predicate.trigger, clause, *parsed.children(predicate.trigger, "relcl", "acl")}
    near = world.times_in(parsed.sentence_of(predicate.trigger).span)
    found = [t for t in near if _belongs(world, t, own) and not _is_printed(world, t)]
    found = found or [t for t in near if _opens(world, t, clause)]
    if not found and (met := _met_with(world, predicate)) is not None:
        found = [t for t in near if _belongs(world, t, {met}) and not _is_printed(world, t)]
    if not found and (outcome := outcome_of(world, clause)):
        found = [t for t in near if _belongs(world, t, outcome) and not _is_printed(world, t)]
    trigger = parsed.starts[predicate.trigger]
    return sorted(found, key=lambda time: (_vagueness(world, time), abs(time.start - trigger)))


def _met_with(world: World, predicate: Predicate) -> int | None:
    """The verb by which somebody meets with what a relative clause tells of ("was the target of a blast that ...")."""
    parsed, clause = world.parsed, predicate.clause
    if clause is None or parsed.heads[clause] != predicate.trigger or parsed.deps[clause] not in _SUBORDINATE:
        return None
    above = _verb_above(world, predicate.trigger)
    return above if above is not None and parsed.lemmas[above] in yaml_data("lexicon/where.yml")["undergone"] else None


def is_tallied(world: World, predicate: Predicate) -> bool:
    """Whether the noun tells what a count is of that changes ("the toll of the bombing rose")."""
    verb = _verb_above(world, predicate.trigger) if predicate.clause is None else None
    subjects = world.parsed.children(verb, "nsubj", "nsubjpass") if verb is not None else ()
    counts = [t for t in subjects if world.parsed.lemmas[t] in yaml_data("lexicon/where.yml")["tallies"]]
    return any(count in (predicate.trigger, *world.parsed.ancestors(predicate.trigger)) for count in counts)


def _opens(world: World, time: Time, clause: int | None) -> bool:
    """Whether the time opens a sentence whose subject does this as well ("In 2014 they took it and killed ten")."""
    parsed = world.parsed
    if clause is None or parsed.deps[clause] != "conj" or parsed.children(clause, "nsubj", "nsubjpass"):
        return False
    first = parsed.heads[clause]
    subject = parsed.child(first, "nsubj")
    return subject is not None and time.end <= parsed.starts[subject] and _belongs(world, time, {first})


def _is_printed(world: World, time: Time) -> bool:
    """Whether a full date in front of a block, or among the report's first words, is the day it was printed."""
    parsed = world.parsed
    number = _sentence_at(world, time.start)
    if not re.search(r"\d{4}", world.text[time.start : time.end]):
        return False
    if time.start == world.report.blocks[parsed.sentences[number].block].start:
        return True
    return number < PRINTED_WITHIN and time.low == world.report.published_at == time.high and not _is_told(world, time)


def _is_told(world: World, time: Time) -> bool:
    """Whether words of a sentence lead up to the date ("on", "of"), as to none that is printed above a report."""
    parsed = world.parsed
    before = parsed.tokens_in(max(0, time.start - PRINTED_WITHIN * 4), time.start)
    return bool(len(before)) and parsed.pos[before[-1]] in ("ADP", "DET", "VERB", "AUX", "SCONJ", "CCONJ")


def _sentence_at(world: World, at: int) -> int:
    return next(n for n, sentence in enumerate(world.parsed.sentences) if sentence.start <= at < sentence.end)


def _vagueness(world: World, time: Time) -> int:
    """Days before "the night" and durations, and both before "now", which says least."""
    if _SOME_HOUR.fullmatch(world.text[time.start : time.end]) and "T" in (time.value or ""):
        return 1
    if (time.value or "").endswith("_REF"):
        return 2
    return 1 if time.type in ("duration", "set") else 0


def _belongs(world: World, time: Time, own: set[int | None]) -> bool:
    """Whether the first verb or trigger above the time expression is one of `own`."""
    parsed = world.parsed
    token = parsed.head_of(time.start, time.end)
    if token is None:
        return False
    if any(verb is not None and _tells_when(world, verb, time) for verb in own):
        return True
    clause = _clause_before(world, time, token)
    if clause is not None:
        return clause in own
    for ancestor in (token, *parsed.ancestors(token)):
        if ancestor in own:
            return not _behind_reason(world, time, own)
        if reason(world, ancestor):
            return False
        if parsed.deps[ancestor] == "conj" and (parsed.heads[ancestor] in own or _tells(world, ancestor)):
            return False
        if parsed.pos[ancestor] in _VERBAL and not describes(world, ancestor):
            return any(child in own for child in parsed.children(ancestor, "xcomp"))
    return False


def _tells(world: World, noun: int) -> bool:
    """Whether the noun names a happening of its own, whose day is not that of others beside it in a list."""
    return world.parsed.pos[noun] == "NOUN" and world.parsed.lemmas[noun] in index().nouns


def _behind_reason(world: World, time: Time, own: set[int | None]) -> bool:
    """Whether a reason stands before the time, which then dates it ("held on suspicion of a raid in May")."""
    parsed = world.parsed
    first = next(iter(parsed.tokens_in(time.start, time.end)), 0)
    for token in range(first - 1, parsed.sentence_of(first).first - 1, -1):
        if (
            token in own
            or parsed.pos[token] in _VERBAL
            or (parsed.pos[token] == "PUNCT" and parsed.lower(token) != ",")
        ):
            return False
        if reason(world, token):
            return True
    return False


def _tells_when(world: World, verb: int, time: Time) -> bool:
    """Whether the clause hangs on the time expression itself ("in 2006, when the two fought").

    Where the parser hangs it elsewhere, its "when" still stands right behind the time.
    """
    parsed = world.parsed
    if parsed.deps[verb] not in _SUBORDINATE:
        return False
    opening = next((t for t in parsed.children(verb, "advmod") if parsed.lower(t) == "when"), None)
    between = world.text[time.end : parsed.starts[opening]] if opening is not None else None
    behind = between is not None and between.strip(" ,") == "" and time.end < parsed.starts[opening or 0]
    return behind or parsed.heads[verb] in parsed.tokens_in(time.start, time.end)


def _clause_before(world: World, time: Time, token: int) -> int | None:
    """The verb of the subordinate clause that the time expression ends, where the parse gives it to a later verb.

    "The town from which they were expelled last month was attacked": the parser tends to date the attack. So it does
    with "nine were killed that day and five were taken", of which the clause before "and" is not subordinate.
    """
    parsed = world.parsed
    first = next(iter(parsed.tokens_in(time.start, time.end)), None)
    above = _verb_above(world, token)
    if first is None or first == 0 or above is None or above < first:
        return None
    before = _verb_at_or_above(world, first - 1)
    if before is None or before == above:
        return None
    joined = any(parsed.deps[t] == "cc" for t in parsed.tokens_in(time.end, time.end + 2))
    return before if parsed.deps[before] in _SUBORDINATE or joined else None


def _verb_at_or_above(world: World, token: int) -> int | None:
    return token if world.parsed.pos[token] in _VERBAL else _verb_above(world, token)


def _verb_above(world: World, token: int) -> int | None:
    return next((a for a in world.parsed.ancestors(token) if world.parsed.pos[a] in _VERBAL), None)


def _by_tense(world: World, predicate: Predicate) -> When | None:
    """What has happened by the report's account happened on or before the day of publication."""
    published = world.report.published_at
    if published and predicate.mood.modality in ("actual", "ongoing"):
        return When(published if _goes_on(world, predicate) else None, published, None, "tense")
    return None


def _goes_on(world: World, predicate: Predicate) -> bool:
    """Whether it is going on while the report is written ("clashes are continuing", "has still not been let in")."""
    parsed, verb = world.parsed, predicate.clause
    if verb is None or world.block_kind(verb) != "body":
        return False
    helping = {parsed.lower(child) for child in parsed.children(verb, "aux", "auxpass")}
    if predicate.mood.modality == "ongoing":
        return bool(helping & {"is", "are", "'re"}) or (not helping and parsed.tags[verb] in ("VBZ", "VBP"))
    still = any(parsed.lower(child) == "still" for child in parsed.children(verb, "advmod"))
    return still and bool(helping & {"is", "are", "has", "have"})
