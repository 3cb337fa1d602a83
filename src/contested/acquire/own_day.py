"""The day a report itself is dated: its dateline, its "Published:" line, or the day it opens with.

Only what is written as the report's date counts. A day inside a sentence is the day of something told, a year behind a
copyright sign and the days of other stories on the page are not looked at. All written days of the report's head are
found first, then what stands before and behind each tells what it is: most reports have none, and cost little.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from contested.acquire.day_words import TIME, alternatives, date_pattern, days_of, readings, real_day, words
from contested.model.report import PublishedBasis
from contested.model.text import Block

HEAD = 1_500
"""Code points in front of a text in which a dateline or a date line is looked for."""
_ABOVE = 700
"""Code points of them above the body, where a page's menus stand in front of the report."""
_FOOT = 400
"""Code points at the end of a text in which a "Published:" line is looked for."""
_OPENING = 450
"""Code points in which a flattened page's title ends and its signature ("Agency, Monday 4 March 2013") stands."""
_LONGEST_LINE = 110
_YEAR = timedelta(days=366)
_BULLETS = ' \t\r\n([*_#-–—•"“'


@dataclass(frozen=True, slots=True)
class OwnDay:
    """The day, what it rests on, and whether it is the day of a later change (weaker: the text may be older).

    `day` is None where the written day can be two and nothing tells which ("03/04/2015"); `either` are these.
    """

    day: date | None
    basis: PublishedBasis
    updated: bool = False
    either: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Written:
    """A written day, the rest of its line on both sides, where it begins and the distance to the body."""

    match: re.Match[str]
    before: str
    after: str
    start: int
    far: int

    @property
    def with_year(self) -> bool:
        return any(self.match[group] for group in ("y1", "y2", "y3", "y4"))


def own_day(text: str, blocks: Iterable[Block], *, near: date | None, latest: date) -> OwnDay | None:
    """The report's own day, None if it gives none. `near` is the day known else; days after `latest` are passed over.

    Datelines come before labels ("Published:"), these before a day in front of the text or on a line of its own, and
    "Updated:" comes last. Of the lines that hold only a day the nearest to the body comes first: a page's top may hold
    the day of a visit. Of two days that a notation can mean, `near` or the weekday that the text goes on with decides.
    """
    known = tuple(blocks)
    body = next((block.start for block in known if block.kind == "body"), 0)
    hidden = [(block.start, block.end) for block in known if block.kind == "furniture" and block.start >= body]
    ranked = []
    days = list(_days(text, body))
    printed = [(block.start, block.end) for block in known if block.kind == "dateline"]
    chronicle = _is_chronicle(days, body, near)
    for written in days:
        role = _role(text, written, any(start <= written.start < end for start, end in printed))
        if role and chronicle and role[1] == "text":
            continue
        if role and not any(start <= written.start < end for start, end in hidden):
            ranked.append((role[0], written.far if role[0] == 4 else written.start, written, role))
    for _, _, written, (_, basis, updated) in sorted(ranked, key=lambda entry: entry[:2]):
        day = days_of(written.match, near) or _by_weekday(text, written) or _two_digit_year(written, latest)
        either = () if day else _either(written, latest)
        written_days = either if day is None else (day,)
        sure = basis != "text" or near is None or _has_weekday(written)
        if any(one <= latest and (sure or (near and abs(one - near) <= _YEAR)) for one in written_days):
            return OwnDay(day, basis, updated, either)
    return None


def _either(written: _Written, latest: date) -> tuple[date, ...]:
    """The two days that the notation can mean, none where it means one or no day that has been."""
    possible = [day for day in readings(written.match, None) if day <= latest]
    return tuple(possible) if len(possible) > 1 else ()


def _by_weekday(text: str, written: _Written) -> date | None:
    """Of the two days that the notation can mean, the one that is, or follows, the first weekday the text names."""
    possible = readings(written.match, None)
    if len(possible) < 2 or not (named := _weekday().search(text, written.match.end(), written.match.end() + _ABOVE)):
        return None
    told = words()["weekdays"][named[1].lower()]
    fitting = [day for day in possible if (day.weekday() - told) % 7 < 2]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _weekday() -> re.Pattern[str]:
    """A weekday written out ("on Wednesday"); short forms are left alone, "sun" and "sat" are words."""
    return re.compile(rf"\b({alternatives(name for name in words()['weekdays'] if name.endswith('day'))})\b", re.I)


def _has_weekday(written: _Written) -> bool:
    """Whether the day is written with the weekday it fell on: such a day is no slip of the pen."""
    return any(written.match.group().lower().startswith(name) for name in words()["weekdays"])


def _is_chronicle(days: list[_Written], body: int, near: date | None) -> bool:
    """Whether lines of the body begin with different days: then each is the day of what its line tells."""
    opening = [written for written in days if written.start >= body and not written.before.strip(_BULLETS)]
    return len({days_of(written.match, near) for written in opening if written.with_year}) > 1


@cache
def _pattern() -> re.Pattern[str]:
    first = "".join(sorted({name[0] for name in (*words()["months"], *words()["weekdays"])}))
    return re.compile(rf"(?<!\w)(?=[\d{first}]){date_pattern()}", re.I)


def _days(text: str, body: int) -> Iterator[_Written]:
    """The written days of the text's head and foot."""
    begin = max(0, body - _ABOVE)
    end = min(len(text), begin + HEAD)
    spans = [(0, min(begin, _OPENING)), (begin, end), (max(end, len(text) - _FOOT), len(text))]
    for low, high in spans:
        for match in _pattern().finditer(text, low, high):
            start, stop = match.span()
            line = text.rfind("\n", max(0, start - 200), start) + 1
            yield _Written(
                match, text[line or max(0, start - 200) : start], text[stop : stop + 200], start, abs(start - body)
            )


def _role(text: str, written: _Written, printed: bool) -> tuple[int, PublishedBasis, bool] | None:
    """Rank, basis and whether it is a later change's, of a day that is the report's; None for a day told of.

    `printed`: the line is known for a dateline.
    """
    label = _label(written)
    if _is_dateline(written, printed):
        return 0, "dateline", False
    if written.with_year and written.start < _OPENING and _signed().search(written.before):
        return 1, "dateline", False
    if label:
        return (5, "page", True) if label == "updated" else (2, "page", False)
    if not written.with_year:
        return None
    if not text[: written.start].strip(_BULLETS) and not _narrated(written.after):
        return 3, "text", False
    return (4, "text", False) if _is_line(written) else None


@cache
def _place() -> re.Pattern[str]:
    """The place of a dateline, at the end of what stands before the day."""
    word = r"[A-ZÀ-Þ][\w.'’-]*"
    place = rf"(?P<place>{word}(?:[ ,/()-]{{1,3}}(?:{word}|of|de|la|al|el|and)){{0,7}})"
    return re.compile(rf"(?P<start>^[ \t\"“(\[]*)?(?<!\w){place}[ ,.:)–—-]{{0,3}}[ (]$")


_BEHIND = re.compile(
    r"(?:\s\d\d(?=\s\())?[)\],.]*"
    r"(?:\s*(?P<agency>\([^()\n]{2,60}\)|/[\w ]{2,40}/)\s*(?P<mark>[-–—:.])?|\s*(?:-{1,2}|–|—|:)"
    r"|(?P<end>[ \t\r]*(?:\n|\Z)))"
)
"""What follows a dateline's day: the last two figures of a year, an agency in brackets, a dash, or the line's end."""


def _is_dateline(written: _Written, printed: bool) -> bool:
    """Whether place, day, agency and dash stand as in a dateline and not as in a sentence or a headline."""
    place = _place().search(written.before)
    behind = _BEHIND.match(written.after)
    signed = written.before.endswith("). ") and written.after.startswith(". ")
    if place is None or not (behind or signed):
        return False
    names = re.findall(r"[\w'’]+", place["place"])
    banned = words()["not_places"]
    at_line_start = place["start"] is not None and len(written.before) < 200
    loud = place["place"].isupper()
    labels = (*words()["published"], *words()["updated"])
    if (names[0].lower() in banned and not loud) or names[-1].lower() in banned or names[-1].lower() in labels:
        return False
    if behind is None:
        return at_line_start
    if behind["agency"]:
        return bool(behind["mark"]) or (at_line_start and loud)
    if behind["end"] is not None:
        named = loud or printed or (written.match["y3"] is not None and names[0].isupper() and len(names[0]) > 2)
        return at_line_start and len(names) <= 5 and named
    rest = written.after[behind.end() :].split("\n", 1)[0]
    return at_line_start and len(names) <= 6 and (loud or len(rest) >= 40)


@cache
def _signed() -> re.Pattern[str]:
    """An agency's name right before the day, as flattened pages have them between title and text."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words()['signatures'])})\)?[\s,:|–—-]{{1,4}}$")


@cache
def _labels() -> re.Pattern[str]:
    """ "Published: ", "Updated at 3 pm on " and their kind, right before the day."""
    published, updated = alternatives(words()["published"]), alternatives(words()["updated"])
    return re.compile(
        rf"(?P<line>^[\W_]*)?\b(?:(?P<updated>{updated})|(?P<published>{published}))\b(?P<colon>\s*[:|–-])?"
        rf"\s*(?:(?:on|at)\b:?\s*)?(?:{TIME}[\s,]*(?:on\s+)?)?$",
        re.I,
    )


def _label(written: _Written) -> str | None:
    """ "published" or "updated" if such a label stands before the day: with a colon, in front of the line, or in
    capitals near the text's beginning."""
    found = _labels().search(written.before)
    if found is None:
        return None
    kind = "updated" if found["updated"] else "published"
    word, colon = found[kind], bool(found["colon"])
    if found["line"] is not None:
        rest = written.after.split("\n", 1)[0]
        return kind if colon or word[0].isupper() or len(rest) <= _LONGEST_LINE else None
    return kind if word[0].isupper() and (colon or written.start < _OPENING) else None


@cache
def _line_parts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand before and behind a day on a line of its own: who wrote it, a clock time, "updated"."""
    releases = alternatives(words()["releases"])
    before = (
        rf"[ \t]*(?:(?:{releases})\b[^\n|]{{0,60}}?[\s,|•·–-]+|"
        rf"[^\n|\d]{{2,40}}?[\s,|–-]+(?:{releases}),?\s+|as of\s+|"
        r"(?:written\s+)?by\b[^\n|]{2,60}?(?:[\s,|•·–-]+|\s+on\s+)|[^\n\d]{2,50}?\s[|•·–-]\s|\S+@\S+\s+|on\s+"
        rf"|{TIME}[\s,|-]{{1,3}})?"
    )
    behind = (
        rf"[\s,|•·/@–-]*(?:at\s+)?(?:{TIME})?(?:[\s,]*\d+ (?:hours?|days?) ago|[\s,|/]+updated\b.{{0,40}})?[ \t\r.]*"
    )
    return re.compile(before, re.I), re.compile(behind, re.I)


def _is_line(written: _Written) -> bool:
    """Whether the line holds nothing but the day, a clock time and perhaps who wrote it."""
    before, behind = _line_parts()
    rest = written.after.split("\n", 1)[0]
    short = len(written.before) + len(rest) <= _LONGEST_LINE
    return short and bool(before.fullmatch(written.before)) and bool(behind.fullmatch(rest))


def _narrated(after: str) -> bool:
    """Whether a sentence goes on after the day ("5 June 2013 was ..."): then the day is what it tells of.

    True also where the line ends: a line of its own is looked at as such. A label goes on about the report ("title:").
    """
    rest = re.sub(rf"\A[\s,)\]]*(?:at\s+)?{TIME}", "", after[:80], count=1)
    following = re.match(r"[ \t\r)\]]*(?P<comma>,)?[ \t]*(?P<word>\w*)(?P<label>:)?", rest)
    if following is None or rest.lstrip(" \t\r)]").startswith("\n"):
        return True
    word = following["word"]
    if following["label"] and word:
        return False
    return bool(following["comma"]) or word[:1].islower() or word.lower() in words()["narrated"]


def _two_digit_year(written: _Written, latest: date) -> date | None:
    """The day of a dateline with a year of two digits ("4 Feb 90"): the last such year that is not to come."""
    match, found = written.match, re.match(r"\s(\d\d)(?=\s\()", written.after)
    if found is None or not match["m1"] or match["y1"]:
        return None
    year = latest.year - latest.year % 100 + int(found[1])
    year -= 100 if year > latest.year else 0
    return real_day(year, words()["months"][match["m1"].lower()], int(match["d1"]))
