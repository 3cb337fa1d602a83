"""Numbers in a text with their bounds: digits, words, ranges, vague quantities and what modifies them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from contested.lexicon import fold, yaml_data

SOURCE = "lexicon/numbers.yml"
Bound = int | float | None
_TORN = re.compile(r"[\d,.]*\d[,.]?(?:[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+[\d,.]*\d)+")
"""Digits with soft hyphens, combining marks, zero-width characters or marks of direction between them."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `[start, end)` with its modifiers; `core` is where the number words themselves start.

    `low`/`high` are inclusive, None where open; `value` is the number, or the words where the text gives none. `zero`
    says that the number is a "no" or "nobody": it counts only beside a word that says of what there was none.
    """

    start: int
    end: int
    core: int
    value: int | float | str
    low: Bound
    high: Bound
    approx: bool = False
    zero: bool = False
    vague: bool = False


def numbers_in(text: str, start: int, end: int) -> list[Number]:
    """All numbers of `text[start:end]` in text order that could count people or things.

    Ages, dates, clock times, money, distances, percentages, ordinals and labels ("Route 66") are left out, and so are
    digits with a mark between them that is not seen (a zero-width space): half of a number would be a wrong one.
    """
    found = []
    piece = text[start:end]
    torn = [match.span() for match in _TORN.finditer(piece)]
    for match in _pattern().finditer(fold(piece)):
        number = _read(piece, match, 0, len(piece))
        if number is not None and not any(number.start < last and first < number.end for first, last in torn):
            found.append(replace(number, start=number.start + start, end=number.end + start, core=number.core + start))
    return found


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def _atom() -> str:
    """One number, digits or words, with a scale word if it has one."""
    data = yaml_data(SOURCE)
    units, teens, tens = (_any(list(data[name])) for name in ("units", "teens", "tens"))
    small = rf"(?:(?:{tens})(?:[-\s]+(?:{units}))?|{teens}|{units})"
    digits = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+(?:\.\d+)?)(?![\d])"
    scale = rf"(?:{_any(list(data['scales']))})"
    hundred = rf"(?:(?:{small}|an?|{digits})[-\s]+)?hundred(?:\s+(?:and\s+)?{small})?"
    base = rf"(?:{hundred}|{small}|{digits}|an?(?=\s+{scale}\b))"
    return rf"(?:{base}(?:\s*-?{scale}\b(?:\s+(?:and\s+)?(?:{hundred}|{small})\b)?)?)"


@cache
def _pattern() -> re.Pattern[str]:
    data = yaml_data(SOURCE)
    before = "|".join(rf"(?:{_any(words)})" for words in data["before"].values())
    words = _any([*data["fixed"], *data["manifold"], *data["vague"]])
    joint = r"(?P<join>\s*[-–—]\s*|\s+to\s+(?:as\s+many\s+as\s+)?|\s+or\s+)"
    between = rf"between\s+(?P<one>{_atom()})\s+and\s+(?P<two>{_atom()})"
    risen = rf"from\s+(?P<from>{_atom()})\s+to\s+(?P<till>{_atom()})"
    pair = rf"(?P<a>{_atom()})(?:{joint}(?P<b>{_atom()}))?"
    after = "|".join(_any(words) for words in data["after"].values())
    core = rf"(?P<core>{between}|{risen}|(?P<words>{words})\b(?!-)|{pair})"
    return re.compile(
        rf"(?<![\w$€£#/.])(?<!\d[,:-])(?<![a-z]-)(?P<mod>(?:(?:{before})\s+)*){core}(?![\w])(?P<after>\+|(?:\s+|(?=-))(?:{after})\b)?"
    )


def _read(text: str, match: re.Match[str], start: int, end: int) -> Number | None:
    core, stop = match.start("core"), match.end("core")
    if _no_count(text, match, core, stop, start, end):
        return None
    number = _core(text, match, core, stop)
    if number is None:
        return None
    number = replace(number, start=match.start(), end=match.end())
    return _bounded(number, _modifiers(match.group("mod")), match.group("after") or "")


def _core(text: str, match: re.Match[str], core: int, stop: int) -> Number | None:
    """The number without its modifiers."""
    data = yaml_data(SOURCE)
    words = match.group("words")
    if words is not None:
        key = " ".join(words.split())
        value = data["fixed"].get(key, data["manifold"].get(key))
        if value is not None:
            return Number(core, stop, core, value, value, value, zero=value == 0)
        low, high = data["vague"][key]
        return Number(core, stop, core, key, low, high, vague=True)
    for one, two in (("one", "two"), ("from", "till"), ("a", "b")):
        if match.group(one) is not None:
            return _pair(text, match, one, two, core, stop)
    return None


def _pair(text: str, match: re.Match[str], one: str, two: str, core: int, stop: int) -> Number | None:
    first, second = match.group(one), match.group(two)
    low = _value(first)
    if second is None:
        return Number(core, stop, core, low, low, low, zero=low == 0)
    high = _value(second)
    if one == "from":
        return _risen(text, match, core, stop, low, high)
    low = _scaled(low, first, second)
    if low >= high or (one == "a" and " or " in match.group("join") and low * 2 < high):
        return None
    return Number(core, stop, core, text[core:stop], low, high)


def _risen(text: str, match: re.Match[str], core: int, stop: int, low: int | float, high: int | float) -> Number | None:
    """ "From 12 to 15" after a verb of rising or falling gives the second number."""
    before = fold(text[max(0, core - 30) : core])
    if re.search(
        r"\b(rose|risen|rises|rise|rising|climbed|jumped|went up|up|increased|revised|raised|grew)\s*$", before
    ):
        at = match.start("till")
        return Number(at, stop, at, high, high, high)
    return Number(core, stop, core, text[core:stop], low, high) if low < high else None


def _scaled(low: int | float, first: str, second: str) -> int | float:
    """In "two to three million" the scale word belongs to both."""
    for scale, size in yaml_data(SOURCE)["scales"].items():
        if second.endswith(scale) and not first.endswith(scale) and low < 1000:
            return low * int(size)
    return low


@cache
def _values() -> dict[str, int]:
    data = yaml_data(SOURCE)
    return {**data["units"], **data["teens"], **data["tens"]}


def _value(words: str) -> int | float:
    """The value of one number in digits or words ("two hundred and five", "1.5 million")."""
    data = yaml_data(SOURCE)
    total: int | float = 0
    part: int | float = 0
    for word in re.findall(r"\d[\d,.\u00a0\u202f]*|[a-z]+", words):
        if word[0].isdigit():
            part = _digits(word)
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in data["scales"]:
            total, part = total + (part or 1) * data["scales"][word], 0
        else:
            part += _values().get(word, 0)
    value = total + part
    return round(value) if abs(value - round(value)) < 1e-6 else value


def _digits(word: str) -> int | float:
    plain = re.sub(r"[,\u00a0\u202f]", "", word).rstrip(".")
    return float(plain) if "." in plain else int(plain)


def _modifiers(words: str) -> Iterator[str]:
    """The kinds (low, high, approx, exact) of the words before a number."""
    before = yaml_data(SOURCE)["before"]
    left = " ".join(words.split())
    while left:
        kind, word = max(
            ((k, w) for k, ws in before.items() for w in ws if left == w or left.startswith(w + " ")),
            key=lambda pair: len(pair[1]),
        )
        yield kind
        left = left[len(word) :].strip()


def _bounded(number: Number, kinds: Iterator[str], after: str) -> Number:
    """The number with the bounds that its modifiers give: "more than 5" is 5 or more, "about 5" is 5, roughly."""
    data = yaml_data(SOURCE)["after"]
    tail = " ".join(after.split()).lstrip("-")
    found = list(kinds)
    if tail == "+" or tail in data["low"]:
        found.append("low")
    elif tail:
        found.append("approx")
    low, high = number.low, number.high
    if "low" in found:
        high = None
    if "high" in found:
        low = None
    return replace(number, low=low, high=high, approx="approx" in found)


@cache
def _vetoes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = yaml_data(SOURCE)
    unit = re.compile(
        rf"\s*(?:%|°|(?:{_any(data['names_after'])})\b|[-\s]\s*(?:{_any(data['units_of_measure'])})\b|(?:km|mm|cm|kg|m|am|pm)\b|(?:st|nd|rd|th)\b|:\d)"
    )
    label = re.compile(rf"(?:^|[^\w])(?:(?:{_any(data['labels'])})\.?|(?:{_any(data['aged'])})\s+of)\s*$")
    never = re.compile(rf"\s*(?:{_any(data['not_none_before'])})\b")
    return unit, label, never


def _no_count(text: str, match: re.Match[str], core: int, stop: int, start: int, end: int) -> bool:
    """Whether the number is an age, a date, a length, money, a label or a year, or a "no" that is not "none"."""
    unit, label, never = _vetoes()
    words = match.group("words")
    after = fold(text[stop : min(end, stop + 24)])
    if words is not None:
        asked = re.search(r"\b(?:how|too|as)\s+$", fold(text[max(start, match.start() - 6) : match.start()]))
        if words in yaml_data(SOURCE)["manifold"]:
            return not re.match(rf"\s+(?:{_any(yaml_data(SOURCE)['manifold_of'])})\b", after)
        return bool(asked) or (words in ("no", "zero") and bool(never.match(after)))
    if unit.match(after) or re.match(r"[,.]?\d", after):
        return True
    if text[core].isdigit() and (label.search(fold(text[max(start, core - 14) : core])) or _is_age(text, core, stop)):
        return True
    return _is_year(text, match, core, stop, start)


_AFTER_NAME = re.compile(r"[A-Z][\w'’-]+,\s$")
_END_OF_AGE = re.compile(r"\s*(?:[,;.)–—-]|(?:who|whose|of|was|were|is|and)\b|$)")
_NEXT_AGE = re.compile(r"\s*(?:,|and|or|to)\s+\d{1,2}[-\s]year")
OLDEST = 110
"""Years of the oldest: a number behind a name that is higher is no age."""


def _is_age(text: str, core: int, stop: int) -> bool:
    """Whether digits are an age: behind a name ("Ana Ruiz, 34, was"), or before another ("14 and 15-year-olds")."""
    digits = text[core:stop]
    if not digits.isdigit() or int(digits) > OLDEST:
        return False
    named = _AFTER_NAME.search(text[max(0, core - 30) : core]) and _END_OF_AGE.match(text[stop : stop + 8])
    return bool(named or _NEXT_AGE.match(text[stop : stop + 16]))


def _is_year(text: str, match: re.Match[str], core: int, stop: int, start: int) -> bool:
    """Four bare digits of our age are a year unless something bounds them or a noun follows that is no verb."""
    bare = match.group("core")
    if not re.fullmatch(r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)?\d\d)?", bare):
        return False
    if match.group("mod").strip():
        return match.group("mod").strip() in ("the", "these", "those", "just", "only", "other")
    return not re.match(
        r"\s+(?:people|civilians|soldiers|refugees|fighters|troops|dead|deaths|families)\b", text[stop:]
    ) or bool(re.search(r"\b(?:in|since|of|by|from|until|during|late|early|mid)[\s-]+$", text[start:core].lower()))
