"""Places and nationalities as mentions: a place, or the government where a country or its capital speaks or acts."""

from dataclasses import replace

from contested.grounding.entities.cast import Cast, Draft
from contested.grounding.entities.countries import Said
from contested.grounding.entities.words import words
from contested.model.grounding import Mention

_LARGER = frozenset(("country", "admin1", "admin2", "region"))


def add_places(cast: Cast) -> None:
    """Take over the place and nationality mentions; those inside the name of a body or a person are dropped.

    Seats of government that are no places of the gazetteer ("Kremlin") become mentions of the government.
    """
    names = sorted((d.start, d.end) for d in cast.drafts if d.type not in ("population",) and _is_name(cast, d))
    for place in cast.scene.places:
        said = cast.scene.by_start.get(place.start)
        if place.type == "place" and said and said.end == place.end and said.how in ("adjective", "people"):
            place = replace(place, type="nationality", place=None)
        if not any(start <= place.start and place.end <= end for start, end in names):
            _place(cast, place)
    taken = {d.start for d in cast.drafts}
    for said in cast.scene.said:
        if said.how == "seat" and said.start not in taken:
            tokens = cast.scene.parsed.tokens_in(said.start, said.end)
            if cast.at(tokens[0]) is None:
                cast.add(tokens[0], tokens[-1], "government", cast.government(said.code).key)


def _is_name(cast: Cast, draft: Draft) -> bool:
    """Whether the mention's words are the name of its thing, not a description with a country in it."""
    thing = cast.things.get(draft.key or "")
    if thing is None:
        return False
    return (thing.actor is not None and draft.rank == 0) or thing.key.startswith(("body:", "person:"))


def _place(cast: Cast, place: Mention) -> None:
    parsed = cast.scene.parsed
    tokens = parsed.tokens_in(place.start, place.end)
    if not len(tokens):
        return
    head = parsed.head_of(place.start, place.end)
    head = tokens[-1] if head is None else head
    if place.type == "nationality":
        _nationality(cast, place, tokens, head)
        return
    said = cast.scene.by_token.get(head)
    acts = said is not None and _acts(cast, head, said)
    key = cast.government(said.code).key if said is not None and acts else _place_key(cast, place)
    draft = Draft(place.start, place.end, "place", key, head, place=place)
    if acts:
        cast.keep(draft)  # a government can be "it" in what follows
    else:
        cast.drafts.append(draft)


def _place_key(cast: Cast, place: Mention) -> str:
    """One entity a real place: by its GeoNames id or country, else by its name."""
    ref, name = place.place, " ".join(cast.scene.text[place.start : place.end].split())
    if ref and ref.geonames_id:
        key = f"place:{ref.geonames_id}"
    else:
        key = f"place:{ref.country}" if ref and ref.precision == "country" else f"place:{name.lower()}"
    thing = cast.thing(key, name, "place")
    thing.home = frozenset((ref.country,)) if ref and ref.country else frozenset()
    return key


def _nationality(cast: Cast, mention: Mention, tokens: range, head: int) -> None:
    """A nationality names no party; as a plural noun ("the Iraqis") it is the people, unless it does what armies do."""
    parsed = cast.scene.parsed
    if cast.at(head) is not None and any(d.start == mention.start and d.end == mention.end for d in cast.drafts):
        return
    if parsed.tags[head] in ("NNS", "NNPS") and parsed.deps[head] not in ("compound", "amod"):
        name = " ".join(cast.scene.text[mention.start : mention.end].split())
        cast.add(tokens[0], tokens[-1], "population", cast.thing(f"population:{name.lower()}", name, "population").key)
        return
    cast.drafts.append(Draft(mention.start, mention.end, "nationality", None, head))


def _acts(cast: Cast, head: int, said: Said) -> bool:
    """Whether a country, or its capital, is the subject or agent of what governments say and do, or is accused."""
    parsed = cast.scene.parsed
    dep, above = parsed.deps[head], parsed.heads[head]
    if dep in ("conj", "appos") and above in cast.scene.by_token:
        return _acts(cast, above, said)
    verbs = words("speaking") if said.how == "capital" else words("speaking") | words("acting")
    if dep == "nsubj":
        return parsed.lemmas[above] in verbs
    if dep == "dobj":
        return parsed.lemmas[above] in words("addressed")
    if dep == "pobj" and said.how == "name":
        return _by(cast, above, verbs)
    return False


def _by(cast: Cast, preposition: int, verbs: frozenset[str]) -> bool:
    """ "vetoed by Russia", "talks between Russia and ...": after by, between, against a word of what governments do."""
    parsed = cast.scene.parsed
    if parsed.deps[preposition] == "agent":
        return parsed.lemmas[parsed.heads[preposition]] in verbs
    return parsed.lower(preposition) in ("between", "against") and parsed.lemmas[parsed.heads[preposition]] in words(
        "dealings"
    )
