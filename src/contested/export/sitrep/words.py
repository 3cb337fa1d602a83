"""Voices, figures, places, stances and codes of a reading in plain words (data/wording.yml)."""

import re
from collections.abc import Mapping
from typing import Any

from contested.export.safe import clean
from contested.export.sitrep.days import day_words, when_words
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Figure, Ref, Voice, When
from contested.model.codebook import codebook
from contested.model.grounding import Entity
from contested.model.place import PlaceRef
from contested.model.question import Question

Entities = Mapping[str, Entity]
_DIGITS_ONLY = re.compile(r"(?:[\d\s,.-]|to|and|or|between)+")
"""Words that say no more than the bounds do: "80 to 100"."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def word(table: str, code: str | None) -> str | None:
    """The plain words for a code of the wording file's table; the code itself where it lacks it, None for None."""
    words: dict[str, Any] = yaml_data("wording.yml")[table]
    return None if code is None else words.get(code, code.replace("_", " "))


def type_words(code: str | None) -> str | None:
    """The codebook's label for a type."""
    known = codebook().get(code or "")
    label: str | None = yaml_data("wording.yml")["labels"].get(code) or (known.label if known else code)
    return label and clean(label)


def number_words(figure: Figure) -> str:
    """The count with its bounds: "at least 80,000", "up to 10,000", "about 10", "200-999 (“hundreds”)"."""
    low, high, value = figure.low, figure.high, figure.value
    said = f"“{clean(value)}”" if isinstance(value, str) and not _DIGITS_ONLY.fullmatch(value) else None
    if low is None and high is None:
        return f"{said} (no number)" if said else (number(value) if value is not None else "number not stated")
    if low is not None and high is not None:
        bounds = number(low) if low == high else f"{number(low)}-{number(high)}"
    else:
        bounds = f"at least {number(low)}" if low is not None else f"up to {number(high)}"
    bounds = f"about {bounds}" if figure.approx else bounds
    return f"{bounds} ({said})" if said else bounds


def number(value: int | float | str | None) -> str:
    """A number with thousands marked; zero, which only the text itself can say, as "none"."""
    if isinstance(value, str) or value is None:
        return clean(value or "")
    if value == 0:
        return "none"
    return f"{int(value) if float(value).is_integer() else value:,}"


def place_words(place: PlaceRef | None) -> str | None:
    """The place with its province and country as far as resolved; None for None."""
    if place is None:
        return None
    name = clean(place.name)
    near = "near " if place.precision == "near" and not name.lower().startswith("near ") else ""
    if place.precision == "country":
        return name
    wider = [clean(place.admin1) if place.admin1 and not place.admin1.isdigit() else None, country_name(place.country)]
    parts = [part for part in wider if part and part.lower() != name.lower()]
    return f"{near}{', '.join([name, *dict.fromkeys(parts)])}"


def country_name(code: str | None) -> str | None:
    """The English name of an ISO 3166-1 country code as the press has it; the code where there is none."""
    if code is None:
        return None
    if short := yaml_data("wording.yml")["countries"].get(code):
        return str(short)
    from babel import Locale

    return str(Locale("en").territories.get(code, code))


def time_words(when: When | None) -> str | None:
    """When, with a remark where the day is drawn from something else than the text's own words."""
    if when is not None and when.low is None and when.basis in ("tense", "publication"):
        return None  # "before the report appeared" tells nobody anything
    words = when_words(when)
    basis = yaml_data("wording.yml")["bases"].get(when.basis) if when else None
    return f"{words} ({basis})" if words and basis else words


def said_words(claim: Claim, entities: Entities) -> str:
    """Who says it and how: "state TV said", "the rebels conceded", "unnamed source (“reports”) said, as told by X"."""
    inner = claim.voice
    # A report that writes of a demand or a denial without naming whose it is does not itself demand or deny.
    wording = yaml_data("wording.yml")
    verb = word("stances", claim.stance)
    if inner.role == "narrator":
        verb = wording["narrator" if _is_named(inner) else "nameless_narrator"]
    if inner.role == "image" and claim.stance == "asserts":
        verb = wording["image"]
    return f"{voice_words(inner, entities)} {verb}{through_words(claim, entities)}"


def through_words(claim: Claim, entities: Entities) -> str:
    """The voices between the report and the innermost one: ", via Reuters", ", as told by X"; "" without any."""
    between = reversed(claim.voices[1:-1])
    return "".join(
        f", {'via' if voice.role == 'relay' else 'as told by'} {voice_words(voice, entities)}" for voice in between
    )


def _is_named(narrator: Voice) -> bool:
    """Whether the report's source is known; the contract calls a narrator without one "narrator"."""
    return clean(narrator.name).lower() not in ("", "narrator")


def voice_words(voice: Voice, entities: Entities) -> str:
    """One voice: its name, and the body it speaks for where the name does not say it."""
    name = clean(voice.name)
    if voice.role == "narrator":
        return name if _is_named(voice) else "the report"
    if voice.role == "unnamed":
        return name if name.lower().startswith("unnamed") else f"unnamed source (“{name}”)"
    body = entities.get(voice.for_ or "")
    if body and body.id != voice.entity and body.name.lower() not in name.lower():
        return f"{name} ({clean(body.name)})"
    return name


def flags(claim: Claim) -> list[str]:
    """What must not be missed beside the words: planned, possible, hedged, not verified ..."""
    wording = yaml_data("wording.yml")
    tables = (("modalities", claim.modality), ("commitments", claim.commitment))
    found = [wording[table][code] for table, code in tables if code in wording[table]]
    if claim.voice.role == "narrator" and claim.stance in wording["narrator_stances"]:
        found.append(wording["narrator_stances"][claim.stance])
    return [*found, *([str(word("verifications", claim.verification))] if claim.verification else [])]


def names(ids: tuple[str, ...], entities: Entities) -> str | None:
    """The names of entities, None for an empty list."""
    found = [clean(entities[i].name) if i in entities else clean(i) for i in ids]
    return ", ".join(dict.fromkeys(found)) or None


def ref_words(refs: tuple[Ref, ...], entities: Entities) -> str | None:
    """The fillers of a role by their entities' names, else their own words; None where nobody states it."""
    found = [clean(entities[r.entity].name if r.entity and r.entity in entities else r.text) for r in refs]
    return ", ".join(dict.fromkeys(found)) or None


def value_words(value: str | int | float | None, entities: Entities) -> str:
    """A position's value: an entity's name, a day, a number, or its own words; "not stated" for None."""
    if value is None:
        return "not stated"
    if isinstance(value, str) and value in entities:
        return clean(entities[value].name)
    if isinstance(value, str):
        return (day_words(value, value) if _DAY.fullmatch(value) else None) or clean(value)
    return number(value)


def question_words(question: Question) -> str:
    """The question itself; what it is about where that is one already."""
    about = clean(question.about)
    return about if about.endswith("?") else f"{word('slots', question.slot)} {about}".strip()


def answer_words(slot: str, value: str | int | float | None, entities: Entities) -> str:
    """A position's value in words; a yes or no where the question is whether it happened."""
    answers = yaml_data("wording.yml")["answers"].get(slot, {})
    return str(answers.get(value) or value_words(value, entities))
