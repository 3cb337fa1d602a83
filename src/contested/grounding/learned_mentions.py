"""Names that the encoder finds, joined to the mentions of the rules: new ones, longer ones, better typed ones.

Lexicon and gazetteer come first: what they know keeps its type, its entity, its party and side. An entity that only the
encoder knows has neither party nor side, and a place that only the encoder knows has no coordinates. What was measured
is in docs/decisions/0111-learned-composition.md.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast as typed

from contested.grounding.entities.catalogue import catalogue
from contested.grounding.entities.words import first_surname
from contested.grounding.nationalities import is_nationality
from contested.grounding.toponyms import lexicon, words
from contested.lexicon import fold
from contested.model.grounding import Entity, EntityType, Mention, MentionType
from contested.model.learned import Labelled, Learned
from contested.model.text import Span

NAMED = {"person": 0.5, "organisation": 0.5, "place": 0.6}
"""The least score of a name by its type; names of other types (peoples, events) are left to the lexicon."""
RETYPED = 0.9
"""The least score at which what the gazetteer takes for a place is the organisation of that name."""
_BODIES = frozenset({"organisation", "armed_group", "government", "military", "police", "media"})
_HOLDERS = frozenset({"person", "population"})
_LONGEST = 200
"""Code points of the longest mention, for looking back."""


@dataclass(slots=True)
class _Draft:
    """A mention in the making; `key` is an entity's id, or the folded name of one that only the encoder knows."""

    start: int
    end: int
    type: MentionType
    key: str | None
    place: Mention | None = None


def with_learned(
    text: str, entities: Sequence[Entity], mentions: Sequence[Mention], learned: Learned
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities (e1, e2, ... by first mention) and mentions (m1, m2, ... in text order) of rules and encoder."""
    if not learned.names:
        return tuple(entities), tuple(mentions)
    joining = _Joining(text, entities, mentions)
    for name in learned.names:
        if name.label in NAMED and name.score >= NAMED[name.label] and not _mere_word(text, name):
            joining.name(_trimmed(text, name))
    return joining.finished()


class _Joining:
    """The mentions of one report while names and phrases are added to them."""

    def __init__(self, text: str, entities: Sequence[Entity], mentions: Sequence[Mention]) -> None:
        self.text = text
        self.entities = {entity.id: entity for entity in entities}
        self.drafts = [_Draft(m.start, m.end, m.type, m.entity, m if m.place else None) for m in mentions]
        self.drafts.sort(key=lambda d: d.start)
        self.by_name: dict[tuple[str, str], str] = {}
        self.surnames: dict[str, str] = {}
        for entity in entities:
            self._remember(entity)

    def _remember(self, entity: Entity) -> None:
        words = fold(entity.name).split()
        self.by_name.setdefault((" ".join(words), _kind(entity.type)), entity.id)
        if entity.type == "person" and words:
            self.surnames.setdefault(words[-1], entity.id)
            self.surnames.setdefault(words[-1].split("-")[-1], entity.id)  # "al-Jazari", "Jazari"
            if (first := first_surname(words)) is not None:
                self.surnames.setdefault(first, entity.id)
                self.surnames.setdefault(" ".join(words[-2:]), entity.id)

    def name(self, found: Labelled) -> None:
        """A name: a mention of its own, or the rest of one that the rules cut short."""
        touched = self._touched(found.span)
        inside = [d for d in touched if found.span.covers(Span(d.start, d.end))]
        if not touched or all(self._holds_other(d, found) for d in touched):
            self._add(found)
        elif len(inside) == len(touched):
            self._instead_of(inside, found)

    def _holds_other(self, draft: _Draft, found: Labelled) -> bool:
        """Whether a description of people names the body they belong to ("Acme chief Jane Doe")."""
        longer = (
            draft.start <= found.start and found.end <= draft.end and draft.end - draft.start > found.end - found.start
        )
        return longer and draft.type in _HOLDERS and found.label == "organisation"

    def _instead_of(self, inside: Sequence[_Draft], found: Labelled) -> None:
        """The name in place of the mentions in it, with their entity if they are of its kind."""
        if any(d.place is not None for d in inside) and found.label == "place":
            return  # "Homs" of "Homs province" is a town: what it is called decides where it lies
        same = [d for d in inside if _kind(d.type) == found.label]
        exact = any(d.start == found.start and d.end == found.end for d in inside)
        if exact and (same or not self._is_mere_place(inside[0], found)):
            return
        if not exact and not same and any(d.type in ("nationality", "population") for d in inside):
            return
        for draft in inside:
            if draft.place is None or exact:  # the town of "Acme Goma Ltd" is a town all the same
                self.drafts.remove(draft)
        if same:
            self._insert(replace(same[-1], start=found.start, end=found.end))
        else:
            self._add(found)

    def _is_mere_place(self, draft: _Draft, found: Labelled) -> bool:
        """Whether a place of the gazetteer that is no party is surely meant as the organisation of that name."""
        entity = self.entities.get(draft.key or "")
        party = entity is not None and (entity.type != "place" or entity.party or entity.side)
        return draft.type == "place" and found.label == "organisation" and found.score >= RETYPED and not party

    def _add(self, found: Labelled) -> None:
        """A mention of the entity of that name and kind; it is made if there is none."""
        name = " ".join(self.text[found.start : found.end].split())
        known = self.entities.get(self.surnames.get(fold(name), ""))
        kind = typed(EntityType, found.label)
        if known is not None and (kind == "person" or known.party is not None):
            self._insert(_Draft(found.start, found.end, "person", known.id))  # whoever is known by that name is meant
            return
        key = self.by_name.get((fold(name), kind))
        if key is None:
            key = f"learned {len(self.entities)}"
            self.entities[key] = Entity(key, name, kind)
            self._remember(self.entities[key])
        self._insert(_Draft(found.start, found.end, kind, key))

    def _touched(self, span: Span) -> list[_Draft]:
        """The mentions that share a character with the span."""
        low = bisect_left(self.drafts, span.start - _LONGEST, key=lambda d: d.start)
        high = bisect_left(self.drafts, span.end, key=lambda d: d.start)
        return [d for d in self.drafts[low:high] if d.end > span.start]

    def _insert(self, draft: _Draft) -> None:
        self.drafts.insert(bisect_left(self.drafts, draft.start, key=lambda d: d.start), draft)

    def _place_again(self) -> None:
        """A place that only the encoder saw lies where the gazetteer has the same name elsewhere in the report."""
        known: dict[str, Mention] = {}
        for draft in self.drafts:
            if draft.place is not None:
                known.setdefault(fold(self.text[draft.start : draft.end]), draft.place)
        for draft in self.drafts:
            if draft.type == "place" and draft.place is None:
                draft.place = known.get(fold(self.text[draft.start : draft.end]))

    def finished(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
        """Entities and mentions, numbered anew in text order; entities that nothing mentions any more are left out."""
        self._place_again()
        ordered = sorted(self.drafts, key=lambda d: (d.start, -d.end))
        keys = dict.fromkeys(d.key for d in ordered if d.key is not None)
        ids = {key: f"e{n}" for n, key in enumerate(keys, start=1)}
        entities = tuple(replace(self.entities[key], id=new) for key, new in ids.items())
        return entities, tuple(_numbered(ordered, ids))


def _mere_word(text: str, name: Labelled) -> bool:
    """Whether what the encoder takes for a place is one word of the language written large ("North", "Regime").

    Nor is a word in small letters one in a text that writes names large, nor an actor's possessive ("Al-Qaedas").
    """
    word = fold(text[name.start : name.end])
    if name.label != "place" or " " in word:
        return False
    if text[name.start : name.end] == word and word.isascii() and not _writes_small(text):
        return True
    if word.endswith("s") and catalogue().named(word[:-1]):
        return True
    return word in words().common | words().never or word in lexicon("directions") or is_nationality(word.title())


@lru_cache(maxsize=8)
def _writes_small(text: str) -> bool:
    """Whether a text hardly uses capitals: fewer than one in 200 characters."""
    return 200 * sum(map(str.isupper, text)) < len(text)


def _trimmed(text: str, name: Labelled) -> Labelled:
    """The name without white space and marks behind it, but for a full stop ("U.S.")."""
    end = name.end
    while end > name.start + 1 and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    return replace(name, end=end)


def _numbered(drafts: Sequence[_Draft], ids: dict[str, str]) -> Iterable[Mention]:
    for number, draft in enumerate(drafts, start=1):
        ref = draft.place.place if draft.place is not None else None
        named = replace(ref, mention=f"m{number}") if ref is not None else None
        yield Mention(f"m{number}", draft.start, draft.end, draft.type, ids.get(draft.key or ""), named)


def _kind(type_: str) -> str:
    """The encoder's word for a type: it calls every body an organisation."""
    return "organisation" if type_ in _BODIES else type_
