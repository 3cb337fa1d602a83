"""Finds the catalogue's actors in a text by name, told apart by country, day and the rest of the report."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from contested.grounding.entities.cast import Cast, Scene
from contested.grounding.entities.catalogue import Actor, spellings
from contested.grounding.entities.words import words
from contested.lexicon import fold
from contested.model.parse import Parsed

_SHORT = 5
"""Letters of the longest name in capitals that is taken for an abbreviation, which counts only as it is written."""
_NOMINAL = frozenset(("PROPN", "NOUN", "ADJ", "X"))


class _Found(NamedTuple):
    """A name at tokens `[first, last]`, with the actors that bear it."""

    start: int
    end: int
    first: int
    last: int
    text: str
    bearers: tuple[Actor, ...]


def find_actors(cast: Cast) -> None:
    """Add a mention for every name of a catalogued actor that can only mean that one."""
    scene = cast.scene
    found = list(_found(scene))
    full = _named_in_full(found)
    for hit in found:
        actor = _the_one(scene, hit, full)
        if actor and not _is_place(scene, hit, actor, full):
            head = scene.parsed.head_of(hit.start, hit.end)
            cast.add(hit.first, hit.last, actor.type, cast.actor(actor).key, head=head)


def _found(scene: Scene) -> Iterable[_Found]:
    parsed = scene.parsed
    for start, end, key in scene.names:
        tokens = parsed.tokens_in(start, end)
        text = " ".join(scene.text[start:end].split())
        if not len(tokens) or parsed.starts[tokens[0]] < start or parsed.ends[tokens[-1]] > end:
            continue
        if (len(tokens) == 1 and not _nominal(parsed, tokens[0])) or _in_compound(scene.text, end):
            continue
        if _national(parsed, tokens[0]):
            continue
        bearers = tuple(actor for actor in scene.catalogue.named(key) if _written_so(actor, text))
        if bearers:
            yield _Found(start, end, tokens[0], tokens[-1], text, bearers)


def _nominal(parsed: Parsed, i: int) -> bool:
    """Whether a token can be a name; so can an abbreviation that is a word too ("IS fighters") among small letters."""
    if parsed.pos[i] in _NOMINAL:
        return True
    beside = [k for k in (i - 1, i + 1) if 0 <= k < len(parsed.starts) and len(parsed.word(k)) > 1]
    return parsed.word(i).isupper() and len(parsed.word(i)) > 1 and not any(parsed.word(k).isupper() for k in beside)


def _national(parsed: Parsed, i: int) -> bool:
    """ "National Security Council": the word before makes it another body."""
    return i > 0 and parsed.word(i - 1)[0].isupper() and parsed.lower(i - 1) in words("national_words")


def _in_compound(text: str, end: int) -> bool:
    """ "Houthi-held", "Kremlin-backed": the word is about something else."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].islower()


def _written_so(actor: Actor, text: str) -> bool:
    """Whether a spelling of the actor's allows the case in which the text writes it."""
    folded = fold(text)
    for name in (actor.name, *actor.names, *actor.short):
        for spelling in spellings(name):
            if fold(spelling) == folded and _case_fits(spelling, text):
                return actor.type != "media" or text.isupper() or text.split()[-1][0].isupper()
    return False


def _case_fits(spelling: str, text: str) -> bool:
    """Whether the capitals fit; an article in front may be small ("al-Shabaab")."""
    if "-" in text and text[0].islower() and spelling[0].isupper() and spelling[1:] == text[1:]:
        return True
    if spelling.isupper() and len(spelling) <= _SHORT:
        return text == spelling
    return text[0].isupper() or spelling[0].islower() or text == spelling


def _named_in_full(found: list[_Found]) -> dict[str, int]:
    """How often each actor is named by a name that needs no country around it."""
    full: dict[str, int] = defaultdict(int)
    for hit in found:
        for actor in hit.bearers:
            if len(hit.bearers) == 1 and not actor.is_short(hit.text) and (" " in hit.text or actor.type != "person"):
                full[actor.id] += 1
    return full


def _the_one(scene: Scene, hit: _Found, full: dict[str, int]) -> Actor | None:
    """The bearer that fits the report; None if none does or two do."""
    fitting = [actor for actor in hit.bearers if _fits(scene, hit, actor, full)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    weights = {a.id: (full.get(a.id, 0) > 0, max((scene.counts[c] for c in a.home), default=0)) for a in fitting}
    ranked = sorted(fitting, key=lambda actor: weights[actor.id], reverse=True)
    return ranked[0] if weights[ranked[0].id] > weights[ranked[1].id] else None


def _fits(scene: Scene, hit: _Found, actor: Actor, full: dict[str, int]) -> bool:
    if scene.day and actor.start and scene.day[: len(actor.start)] < actor.start:
        return False
    if scene.day and actor.end and scene.day[:4] > str(int(actor.end[:4]) + 15):
        return False
    at_home = any(scene.counts[country] for country in actor.home)
    return not actor.is_short(hit.text) or at_home or full.get(actor.id, 0) > 0


def _is_place(scene: Scene, hit: _Found, actor: Actor, full: dict[str, int]) -> bool:
    """Whether a surname is better read as the town that the gazetteer found at the same words ("Hadi", "The Hague")."""
    if actor.type != "person" or " " in hit.text:
        return False
    article = scene.text[max(0, hit.start - 4) : hit.start].strip().lower() == "the"
    article = article and scene.parsed.deps[hit.last] not in ("compound", "nmod", "poss")
    same = any(p.place and p.start <= hit.start and hit.end <= p.end for p in scene.places)
    return article or (same and not full.get(actor.id))
