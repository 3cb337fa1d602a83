"""A reading fit to be passed on: places of clinics, shelters and witnesses are no more exact than their province.

A place is blurred wherever the reading names it, as soon as one claim ties it to such a site or person
(data/blur.yml): its point, its id and its district go, its name becomes that of the province or country. The words of
the report stay (`places`) or are masked as well (`words`), each letter by a block, so that offsets stay right.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from contested.export.codec import from_dict, to_dict
from contested.export.masking import masked
from contested.export.sitrep.words import country_name
from contested.lexicon import yaml_data
from contested.model.reading import Reading

Blurring = Literal["places", "words"]
EXACT = ("site", "town", "near", "admin2", "line", "unknown")
"""Precisions that a blurred place may not keep; a region, a province or a country is wide enough as it is."""
_NAMED = re.compile(r"(?:[^\W\d_a-z][\w'’-]*\s+){1,3}\Z")
LONGEST_NAME = 60
"""Characters before the word for a site in which its name is looked for ("the Southern Hospital")."""
_SENTENCE_END = re.compile(r"""(?<=[\w"'”’)]{4})[.!?]["'”’)]*\s+|\n\s*\n""")
"""Rough on purpose: after a short word no sentence ends ("Dr.", "St."), for a place too many does less harm here."""
WITHHELD = "place withheld"
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]{2,}")
"""A word that begins with a capital letter and has three letters or more: shorter ones are found in other words."""
Row = dict[str, Any]


@dataclass(slots=True)
class Secret:
    """What must not be found: places by their GeoNames ids and names (folded), and words to mask."""

    ids: set[int] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def holds(self, place: Row) -> bool:
        """Whether a PlaceRef is one of these places."""
        if place["precision"] not in EXACT:
            return False
        return place["geonames_id"] in self.ids or place["name"].casefold() in self.names

    def __or__(self, other: "Secret") -> "Secret":
        return Secret(self.ids | other.ids, self.names | other.names, self.words | other.words)

    def learn_words(self, reading: Reading) -> None:
        """Take in all words that the reading has for the places."""
        if reading.error is None:
            _collect_words(to_dict(reading), self)

    def add(self, place: Row) -> None:
        """Take a place in, if it is more exact than a province."""
        if place["precision"] in EXACT:
            self.names.add(place["name"].casefold())
            if place["geonames_id"] is not None:
                self.ids.add(place["geonames_id"])


def blur(reading: Reading, how: Blurring, secret: Secret | None = None) -> Reading:
    """The reading with its sensitive places blurred and a warning that says so; itself where there are none.

    `secret` is what must not be found if it is more than what the reading itself gives (blur_case.py).
    """
    if reading.error is not None:
        return reading
    data = to_dict(reading)
    secret = _secret(data) if secret is None else secret
    if not secret.names and not (how == "words" and secret.words):
        return reading
    _collect_words(data, secret)
    found = [place for place in _places(data) if secret.holds(place)]
    count = len({place["geonames_id"] or place["name"].casefold() for place in found})
    for place in found:
        widen(place)
    _widen_values(data, secret)
    if how == "words":
        data = masked(data, secret.words, list(_telling(data, secret)))
    data["report"]["warnings"].append(_warning(count, how))
    return from_dict(data)


def secret_of(reading: Reading) -> Secret:
    """What must not be found in the reading; nothing for one of an error."""
    return Secret() if reading.error is not None else _secret(to_dict(reading))


def blur_rows(rows: Iterable[Row], reading_of: Callable[[str], Row | None], how: Blurring) -> list[Row]:
    """Claims as JSON data with `report`, each as it is in its report's blurred reading.

    `reading_of` gives the reading of a report's name. A claim that its report does not hold any more is blurred as if
    it were about a clinic; with `words` its words are left out.
    """
    known: dict[str, dict[str, Row]] = {}
    found = []
    for row in rows:
        name = row["report"]
        if name not in known:
            data = reading_of(name)
            claims = to_dict(blur(from_dict(data), how))["claims"] if data else []
            known[name] = {claim["id"]: claim for claim in claims}
        found.append({**row, **(known[name].get(row["id"]) or _unknown(row, how))})
    return found


def _unknown(row: Row, how: Blurring) -> Row:
    """The parts of a claim that change where nothing is known of its report."""
    place = dict(row["place"]) if row["place"] else None
    if place and place["precision"] in EXACT:
        widen(place)
    words: Row = {"quote": "", "voices": [], "roles": {}, "relation": None, "was": None} if how == "words" else {}
    return {"place": place, **words}


def _warning(count: int, how: Blurring) -> str:
    places = (
        f"{count} place{'' if count == 1 else 's'} of clinics, shelters or witnesses blurred to province or country"
    )
    words = "names of places and witnesses masked" if how == "words" else "no words masked"
    return f"{places}; {words}" if count else words


# --- what is sensitive ----------------------------------------------------------------------------------------------


def _secret(data: Row) -> Secret:
    """The places of claims on sites or by witnesses, and those named in a sentence with a site or a witness's voice."""
    secret, text = Secret(), data["text"]
    entities = {entity["id"]: entity for entity in data["entities"]}
    spans = [(found.start(), found.end()) for found in _pattern("sites").finditer(text)]
    for start, _ in spans:
        named = _NAMED.search(text, max(0, start - LONGEST_NAME), start)
        secret.words |= set(_names_in(data, named.start(), start)) if named else set()
    for claim in data["claims"]:
        witnesses = [voice for voice in claim["voices"] if _is_witness(voice, text, entities)]
        said_by = [(voice["start"], voice["end"]) for voice in witnesses if voice["start"] is not None]
        secret.words |= {name for start, end in said_by for name in _names_in(data, start, end)}
        spans += said_by
        if claim["place"] and (witnesses or _pattern("sites").search(claim["quote"])):
            secret.add(claim["place"])
    for mention in _places_beside(data, spans):
        if mention["place"]:
            secret.add(mention["place"])
        else:
            secret.words.add(text[mention["start"] : mention["end"]])
    return secret


def _places_beside(data: Row, spans: Iterable[tuple[int, int]]) -> Iterator[Row]:
    """The mentions of places in the sentences of these spans."""
    edges = [0, *(found.end() for found in _SENTENCE_END.finditer(data["text"])), len(data["text"]) + 1]
    sentences = {bisect_right(edges, start) for start, _ in spans}
    for mention in data["mentions"]:
        if mention["type"] == "place" and bisect_right(edges, mention["start"]) in sentences:
            yield mention


def _is_witness(voice: Row, text: str, entities: dict[str, Row]) -> bool:
    """Whether a voice is a person who speaks for nobody but themselves."""
    if voice["role"] == "narrator" or voice["for"] is not None:
        return False
    words = voice["name"] if voice["start"] is None else f"{voice['name']} {text[voice['start'] : voice['end']]}"
    known = entities.get(voice["entity"] or "")
    if _pattern("public").search(words) or (known and known["type"] not in ("person", "population")):
        return False
    if _pattern("witnesses").search(words):
        return True
    return bool(known and known["type"] == "person" and known["party"] is None)


def _names_in(data: Row, start: int, end: int) -> Iterator[str]:
    """The names in a stretch of the text by which somebody could be found; names of states and bodies are none."""
    known = [m for m in data["mentions"] if m["start"] < end and start < m["end"] and _is_wide(m, data)]
    for found in _NAME.finditer(data["text"], start, end):
        if not any(m["start"] <= found.start() < m["end"] for m in known) and not _is_common(found.group()):
            yield found.group()


def _is_common(word: str) -> bool:
    """Whether a word is none by which somebody could be found ("Residents", "Another")."""
    return word.casefold() in yaml_data("blur.yml")["common"] or bool(_pattern("witnesses").fullmatch(word))


def _is_wide(mention: Row, data: Row) -> bool:
    """Whether a mention is one of something that everybody knows: a nationality, a state, a body, a wide place."""
    place = mention["place"]
    if mention["type"] in ("person", "population", "place"):
        return bool(place and place["precision"] not in EXACT)
    return not _pattern("sites").search(data["text"], mention["start"], mention["end"])


@cache
def _pattern(part: str) -> re.Pattern[str]:
    """The words of a list of data/blur.yml, whole, also as plurals."""
    listed = "|".join(sorted(map(re.escape, yaml_data("blur.yml")[part]), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})(?:e?s)?\b", re.IGNORECASE)


# --- blurring -------------------------------------------------------------------------------------------------------


def _places(data: Row) -> Iterator[Row]:
    """Every PlaceRef of a reading."""
    for row in (*data["mentions"], *data["claims"], *data["events"]):
        if row["place"] is not None:
            yield row["place"]
    for claim in data["claims"]:
        if claim["was"] is not None and claim["was"]["place"] is not None:
            yield claim["was"]["place"]


def widen(place: Row) -> None:
    """Leave of a place only its province and country."""
    admin1, country = place["admin1"], place["country"]
    place.update(dict.fromkeys(("geonames_id", "lat", "lon", "admin2", "pcode", "feature", "mention")))
    place["name"] = admin1 or country_name(country) or WITHHELD
    place["precision"] = "admin1" if admin1 else "country" if country else "unknown"


def _widen_values(data: Row, secret: Secret) -> None:
    """The places that stand as values: answers to where something was, ids of places."""
    for question in data["questions"]:
        for position in question["positions"]:
            if question["slot"] == "place" and str(position["value"]).casefold() in secret.names:
                position["value"] = WITHHELD
    for entity in data["entities"]:
        if entity["ids"].get("geonames") in secret.ids:
            del entity["ids"]["geonames"]


def _collect_words(data: Row, secret: Secret) -> None:
    """All words that the report has for the places; names found by them are the same place."""
    for mention in data["mentions"]:
        if mention["place"] and secret.holds(mention["place"]):
            words = data["text"][mention["start"] : mention["end"]]
            secret.words |= {words, mention["place"]["name"]}
    secret.words |= {place["name"] for place in _places(data) if secret.holds(place)}


def _telling(data: Row, secret: Secret) -> Iterator[tuple[int, int]]:
    """Words that lead to a place though they do not name it: "25 km west of Goma"."""
    for claim in data["claims"]:
        if claim["kind"] == "geography" and claim["relation"]:
            ends = " ".join(claim["relation"][end]["text"] for end in ("subject", "object"))
            named = {word.casefold() for word in secret.words}
            if any(name in ends.casefold() for name in named):
                claim["relation"]["km"] = None
                yield claim["start"], claim["end"]
