"""Predicate frames: which words mean which event type, and which argument plays which role (data/frames/*.yml).

The format is described in docs/frames.md. Frames are knowledge, reviewed in diffs; this module only reads them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from contested.errors import DataError
from contested.lexicon import yaml_data
from contested.model.claim import KINDS, STANCES, Kind, Stance

FILES = ("territory", "unrest", "hazards", "violence", "fighting", "crime", "people", "diplomacy", "acts")
"""In this order: of two frames that fit one word the earlier wins."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One meaning of some verbs, phrases and nouns. Words are lemmas; a phrase's first word is its verb."""

    type: str
    kind: Kind = "event"
    verb: frozenset[str] = frozenset()
    participle: frozenset[str] = frozenset()
    phrase: tuple[tuple[str, ...], ...] = ()
    noun: tuple[tuple[str, ...], ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    place: tuple[str, ...] = ("in", "at", "near")
    require: Mapping[str, str] = field(default_factory=dict)
    noun_require: str | None = None
    strict: frozenset[str] = frozenset()
    by_actor: Mapping[str, str] = field(default_factory=dict)
    types_by_object: Mapping[str, list[str]] = field(default_factory=dict)
    types_by_means: Mapping[str, list[str]] = field(default_factory=dict)
    light: bool = False
    needs_light: frozenset[str] = frozenset()
    together: tuple[tuple[str, ...], ...] = ()
    must_have: frozenset[str] = frozenset()
    negated: tuple[tuple[str, ...], ...] = ()
    across: str | None = None
    planned: str | None = None
    talks: tuple[str, ...] = ()
    unreal_only: bool = False
    active_only: bool = False
    located: bool = False
    finite: bool = False
    agentless: bool = False
    many: bool = False
    not_with: frozenset[str] = frozenset()
    unless: Mapping[str, str] = field(default_factory=dict)
    if_any: Mapping[str, str] = field(default_factory=dict)
    strict_subject: frozenset[str] = frozenset()
    goes_off: frozenset[str] = frozenset()
    literal: bool = False
    telling: bool = False
    loads: bool = False
    stance: Stance | None = None
    with_partner: bool = False
    jointly: bool = False
    no_clause: bool = False
    stative: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()
    wished: tuple[tuple[str, ...], ...] = ()
    not_to: frozenset[str] = frozenset()
    lifted_by: frozenset[str] = frozenset()
    not_for: frozenset[str] = frozenset()
    lenient: bool = False
    """Whether all that is not of another kind passes for what it requires; never in data, see coding/proposed.py."""

    @property
    def types(self) -> frozenset[str]:
        """All types that it gives, by who acts, on what and with what."""
        return frozenset({self.type, *self.by_actor.values(), *self.types_by_object, *self.types_by_means})


_WORDS = frozenset(
    {
        "stative",
        "late",
        "not_to",
        "lifted_by",
        "not_for",
        "not_with",
        "strict_subject",
        "goes_off",
        "verb",
        "participle",
        "strict",
        "needs_light",
        "must_have",
    }
)
_PHRASES = frozenset({"wished", "phrase", "noun", "together", "negated"})


def _frame(entry: Mapping[str, Any], name: str) -> Frame:
    """A frame of one YAML entry; an unknown key is an error, so that a misspelt one is not silently without effect."""
    known = set(Frame.__dataclass_fields__)
    if unknown := set(entry) - known:
        raise DataError(f"data/frames/{name}.yml: {entry.get('type')} has unknown keys {sorted(unknown)}")
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key in _WORDS:
            values[key] = frozenset(value or ())
        elif key in _PHRASES:
            values[key] = tuple(tuple(str(words).split()) for words in value or ())
        else:
            values[key] = tuple(value) if isinstance(value, list) else value
    for name_ in (*values.get("roles", ()), *values.get("place", ())):
        if not isinstance(name_, str):
            raise DataError(f'data/frames/{name}.yml: {entry["type"]}: quote "on", which YAML takes for true')
    frame = Frame(**values)
    if frame.kind not in KINDS:
        raise DataError(f"data/frames/{name}.yml: {frame.type} has unknown kind {frame.kind}")
    if frame.stance not in (None, *STANCES):
        raise DataError(f"data/frames/{name}.yml: {frame.type} has unknown stance {frame.stance}")
    return frame


@cache
def frames() -> tuple[Frame, ...]:
    """All frames in order of precedence."""
    return tuple(_frame(entry, name) for name in FILES for entry in yaml_data(f"frames/{name}.yml"))


@dataclass(frozen=True, slots=True)
class Index:
    """Frames by the lemma that triggers them: a verb, the first word of a phrase, the last word of a noun."""

    verbs: Mapping[str, tuple[Frame, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Frame], ...]]
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], Frame], ...]]
    happenings: frozenset[tuple[str, ...]]
    """Nouns that name a happening by themselves, each a tuple of one ("attack"; not "use", as in "use of sarin")."""


@cache
def index() -> Index:
    """The look-up tables of all frames; longer phrases and compounds come first."""
    verbs: dict[str, list[Frame]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    nouns: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for frame in frames():
        for verb in frame.verb:
            verbs.setdefault(verb, []).append(frame)
        for phrase in frame.phrase:
            phrases.setdefault(phrase[0], []).append((phrase, frame))
        for noun in frame.noun:
            nouns.setdefault(noun[-1], []).append((noun, frame))
    longest = lambda pair: -len(pair[0])  # noqa: E731
    return Index(
        {key: tuple(value) for key, value in verbs.items()},
        {key: tuple(sorted(value, key=longest)) for key, value in phrases.items()},
        {key: tuple(sorted(value, key=longest)) for key, value in nouns.items()},
        frozenset(noun for frame in frames() for noun in frame.noun if len(noun) == 1),
    )
