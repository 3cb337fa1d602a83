"""Proper names that the catalogue does not have: persons, and bodies told by a head word ("Front", "Ministry")."""

from collections.abc import Iterator

from contested.grounding.entities.cast import Cast, Draft, Scene, Thing
from contested.grounding.entities.runs import Run, runs
from contested.grounding.entities.words import families, first_surname, name_heads, person_words, words
from contested.model.grounding import EntityType
from contested.model.parse import Parsed

_PLACE_PREPOSITIONS = frozenset(("in", "near", "at", "from", "to", "into", "around", "outside", "towards", "toward"))


def find_names(cast: Cast) -> None:
    """Add persons and bodies named by names that the catalogue does not have; give known persons their titles."""
    for run in list(runs(cast.scene.parsed)):
        for piece in list(_pieces(cast, run)):
            _name(cast, piece)
    _surnames(cast)


def _pieces(cast: Cast, run: Run) -> Iterator[Run]:
    """The run without the catalogue's bodies in it; a catalogued person stays, to be compared with the whole name."""
    first = run.first
    for i in range(run.first, run.last + 2):
        draft = cast.at(i) if i <= run.last else None
        if i > run.last or (draft is not None and draft.type != "person"):
            if first < i:
                yield Run(first, i - 1)
            first = i + 1


def _name(cast: Cast, piece: Run) -> None:
    scene, parsed = cast.scene, cast.scene.parsed
    first, last = _without_country(scene, piece), piece.last
    if first > last or _is_place(scene, piece):
        return
    start = _after_titles(parsed, first, last)
    known = cast.at(last)
    if known is not None and known.type == "person":
        _known_person(cast, known, first, start)
        return
    kind = _body_kind(parsed, first, last)
    if kind and not (start > first and start <= last and parsed.word(start) in person_words("first_names")):
        if not _is_description(scene, piece):
            _body(cast, piece, kind)
    elif start <= last and _is_person(scene, Run(first, last), start):
        _person(cast, first, start, last)


def _without_country(scene: Scene, piece: Run) -> int:
    """The first token after the nationality or body before a title ("French President X", "Task Force Commander X")."""
    first = piece.first
    while first <= piece.last and first in scene.by_token:
        first += 1
    if first > piece.last:
        return first
    full = person_words("titles") - person_words("half_titles")
    inside = (i for i in range(first, piece.last) if scene.parsed.word(i) in full)
    return next(inside, first) if scene.parsed.word(first) not in person_words("titles") else first


def _is_place(scene: Scene, piece: Run) -> bool:
    """Whether a place has the whole name, but for a word that calls it an area ("X Department")."""
    last = piece.last - (piece.last > piece.first and scene.parsed.lower(piece.last) in words("area_words"))
    span = scene.parsed.span(piece.first, last)
    return any(p.type == "place" and p.start <= span.start and span.end <= p.end for p in scene.places)


def _after_titles(parsed: Parsed, first: int, last: int) -> int:
    """The first token after the titles at `first`; `first` itself if there is none."""
    i, full = first, False
    while i <= last and (parsed.word(i) in person_words("titles") or (i > first and parsed.word(i) == ".")):
        full = full or parsed.word(i) not in person_words("half_titles")
        i += 1
        if i > first + 1 or full:
            i = _after_office(parsed, i, last)
    if i <= last and parsed.word(i) == "-" and parsed.ends[i - 1] == parsed.starts[i]:
        return first  # "Secretary-General" is one word
    return i if full or i - first > 1 or i > last else first


def _after_office(parsed: Parsed, i: int, last: int) -> int:
    """After "of State" behind a title ("Secretary of State X")."""
    office = i + 2 <= last and parsed.lower(i) == "of" and parsed.lower(i + 1) in words("of_offices")
    return i + 2 if office else i


def _in_place(scene: Scene, i: int) -> bool:
    """A surname that is a town's name too, after a preposition of place; "The Hague"."""
    if i and scene.parsed.lower(i - 1) == "the":
        return True
    return _is_place(scene, Run(i, i)) and scene.parsed.lower(i - 1) in _PLACE_PREPOSITIONS


def _known_person(cast: Cast, draft: Draft, first: int, start: int) -> None:
    """Give a catalogued person the titles before the name; take back a surname that is another person's."""
    parsed = cast.scene.parsed
    named = parsed.tokens_in(draft.start, draft.end)[0]
    if named > start and parsed.word(first) in person_words("titles") and _joined(parsed, first, named):
        draft.start = parsed.starts[first]
    elif named > start:
        cast.drop(draft)
        last = parsed.tokens_in(draft.start, draft.end)[-1]
        if _is_person(cast.scene, Run(first, last), start):
            _person(cast, first, start, last)
    elif first < start:
        draft.start = parsed.starts[first]


def _joined(parsed: Parsed, first: int, last: int) -> bool:
    """ "Minister for Health X": a joiner between the title and the name."""
    return any(parsed.lower(i) in words("joiners") for i in range(first, last))


def _body_kind(parsed: Parsed, first: int, last: int) -> EntityType | None:
    """What kind of body the head word of the name tells; None if it has none."""
    heads = name_heads()
    for i in range(first, last + 1):
        if parsed.lower(i) in words("joiners"):
            return heads.get(parsed.word(i - 1)) if i > first else None
    return heads.get(parsed.word(last)) if last > first or parsed.word(last) not in heads else None


def _is_description(scene: Scene, piece: Run) -> bool:
    """ "Syrian Army", "Defence Ministry": written large, but a description that the next step reads."""
    parsed, common = scene.parsed, words("forces") | words("police") | words("governments") | words("ministry")
    if parsed.lower(piece.last) not in common | families().keys():
        return False
    known = (
        words("force_words") | words("state_words") | words("ministry_words") | words("rebel_words") | words("peoples")
    )
    return all(i in scene.by_token or parsed.lower(i) in known for i in range(piece.first, piece.last))


def _body(cast: Cast, piece: Run, kind: EntityType) -> None:
    parsed, first = cast.scene.parsed, piece.first
    owner = cast.at(first - 1) if first > 0 else None
    if owner is not None and owner.type != "person" and parsed.ends[first - 1] + 1 >= parsed.starts[first]:
        first = parsed.tokens_in(owner.start, owner.end)[0]
    name = " ".join(parsed.text[slice(*parsed.span(first, piece.last))].split())
    thing = cast.thing(f"body:{name.lower()}", name, kind)
    thing.words |= {parsed.lower(i) for i in range(first, piece.last + 1)}
    thing.party = thing.party or _party_of(cast, thing, piece, owner)
    cast.add(first, piece.last, kind, thing.key)


def _party_of(cast: Cast, thing: Thing, piece: Run, owner: Draft | None) -> str | None:
    """The owner's party; a state's where the name says so ("Iraqi Interior Ministry"); else itself."""
    if owner is not None and owner.key:
        return cast.things[owner.key].party
    said = cast.scene.by_token.get(piece.first)
    if said and thing.type in ("military", "police", "government"):
        return cast.government(said.code).key
    return thing.key if thing.type != "media" else None


def _is_person(scene: Scene, run: Run, start: int) -> bool:
    """Whether title, first name, initial, role beside it or a verb of saying shows that a name is a person's."""
    parsed = scene.parsed
    count = run.last - start + 1
    if all(i in scene.by_token for i in range(start, run.last + 1)) or parsed.pos[run.last] not in (
        "PROPN",
        "NOUN",
        "X",
    ):
        return False
    if start > run.first:
        return count <= 6
    if parsed.word(start) in person_words("first_names") and 2 <= count <= 6:
        return True
    if _role_beside(parsed, start, run.last):
        return count <= 6 and not parsed.word(run.last).isupper()
    return _speaks(parsed, run) and not parsed.word(run.last).isupper()


def _role_beside(parsed: Parsed, start: int, last: int) -> bool:
    """ "activist X", "X, the chairman of ...": a role right before the name, or in apposition to it."""
    if (
        start > 0
        and parsed.lower(start - 1) in person_words("roles")
        and parsed.heads[start - 1] in range(start, last + 1)
    ):
        return True
    if (
        start > 1
        and last > start
        and parsed.word(start - 1) == ","
        and parsed.lower(start - 2) in person_words("roles")
    ):
        return True
    head = parsed.head_of(parsed.starts[start], parsed.ends[last])
    if head is None:
        return False
    beside = [*parsed.children(head, "appos"), *((parsed.heads[head],) if parsed.deps[head] == "appos" else ())]
    return any(parsed.lower(i) in person_words("roles") for i in beside)


def _speaks(parsed: Parsed, run: Run) -> bool:
    """Whether the name, with no article or preposition of place before it, is the subject of a verb of saying."""
    head = parsed.head_of(parsed.starts[run.first], parsed.ends[run.last])
    if head is None or parsed.deps[head] != "nsubj" or parsed.lemmas[parsed.heads[head]] not in words("person_verbs"):
        return False
    return run.first == 0 or parsed.lower(run.first - 1) not in _PLACE_PREPOSITIONS | {"the", "a", "an"}


def _person(cast: Cast, first: int, start: int, last: int) -> None:
    parsed = cast.scene.parsed
    name = " ".join(parsed.text[slice(*parsed.span(start, last))].split())
    key = _same_person(cast, name) or _owner_of(cast, name) or f"person:{name.lower()}"
    thing = cast.thing(key, name, "person")
    before = {parsed.word(i) for i in range(max(0, first - 1), start)}
    if before & person_words("women"):
        thing.gender = "f"
    elif before & person_words("men"):
        thing.gender = "m"
    cast.add(first, last, "person", thing.key)


def _same_person(cast: Cast, name: str) -> str | None:
    """The one person of the report whose last names, or first two or more, this is, or None."""
    part = name.lower().split()
    alike = [(t.key, t.name.lower()) for t in cast.things.values() if t.type == "person"]
    people = [(key, full.split()) for key, full in alike if _bare(part[0]) in full]
    found = [key for key, full in people if full[-len(part) :] == part or (len(part) > 1 and full[: len(part)] == part)]
    if not found and len(part) == 1:
        found = [key for key, full in people if len(full) > 1 and _bare(full[-1]) == _bare(part[0])]
    if not found and len(part) == 1:
        found = [key for key, full in people if first_surname(full) == part[0]]
    return found[0] if len(found) == 1 else None


def _owner_of(cast: Cast, name: str) -> str | None:
    """The known person whose possessive lost its apostrophe ("Amina Yusufs brother"), or None."""
    if len(name) < 5 or not name.endswith("s"):
        return None
    known = [a for a in cast.scene.catalogue.named(name[:-1]) if a.type == "person"]
    return cast.actor(known[0]).key if len(known) == 1 else _same_person(cast, name[:-1])


def _bare(word: str) -> str:
    """A surname without its Arabic article ("al-jazari": "jazari")."""
    article, hyphen, rest = word.partition("-")
    return rest if hyphen and article in ("al", "el", "as", "an", "ar", "ash", "at", "ad", "az") else word


def _surnames(cast: Cast) -> None:
    """Single names that are the surname of exactly one person named in full in the report."""
    parsed = cast.scene.parsed
    owners: dict[str, set[str]] = {}
    for thing in cast.things.values():
        if thing.type == "person" and " " in thing.name:
            owners.setdefault(thing.name.split()[-1], set()).add(thing.key)
            if (first := first_surname(thing.name.lower().split())) is not None:
                owners.setdefault(first.title(), set()).add(thing.key)
                owners.setdefault(" ".join(thing.name.split()[-2:]), set()).add(thing.key)
    for sentence in parsed.sentences:
        for i in range(sentence.first, sentence.last):
            if parsed.pos[i] != "PROPN" or cast.at(i) is not None or _in_place(cast.scene, i):
                continue
            both = i + 1 < sentence.last and f"{parsed.word(i)} {parsed.word(i + 1)}" in owners
            last = i + 1 if both and cast.at(i + 1) is None else i
            keys = owners.get(" ".join(parsed.word(t) for t in range(i, last + 1)), set())
            if len(keys) == 1:
                cast.add(i, last, "person", next(iter(keys)))
