"""The day a report itself is dated: its dateline, its "Published:" line, or the day it opens with.

Only what is written as the report's date counts. A day inside a sentence is the day of something told, a year behind a
copyright sign and the days of other stories on the page are not looked at.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from contested.acquire.day_words import TIME, alternatives, date_pattern, days_of, real_day, words
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


@dataclass(frozen=True, slots=True)
class OwnDay:
    """The day, what it rests on, and whether it is the day of a later change (weaker: the text may be older)."""

    day: date
    basis: PublishedBasis
    updated: bool = False


def own_day(text: str, blocks: Iterable[Block], *, near: date | None, latest: date) -> OwnDay | None:
    """The report's own day, None if it gives none. `near` is the day known else; days after `latest` are passed over.

    Datelines come before labels ("Published:"), these before a day in front of the text or on a line of its own, and
    "Updated:" comes last.
    """
    known = tuple(blocks)
    body = next((block.start for block in known if block.kind == "body"), 0)
    hidden = [(block.start, block.end) for block in known if block.kind == "furniture" and block.start >= body]
    for match, basis, updated in _candidates(text, body):
        if any(start <= match.start("date") < end for start, end in hidden):
            continue
        day = days_of(match, near) or _two_digit_year(match, latest)
        if day and day <= latest and (basis != "text" or near is None or abs(day - near) <= _YEAR):
            return OwnDay(day, basis, updated)
    return None


def _candidates(text: str, body: int) -> Iterator[tuple[re.Match[str], PublishedBasis, bool]]:
    """What may be the report's day, the strongest first; `body` is where its body begins.

    Of the lines that hold only a day the nearest to the body comes first: a page's top may hold the day of a visit.
    """
    begin = max(0, body - _ABOVE)
    end = begin + HEAD
    for match in _dateline().finditer(text, begin, end):
        if _is_dateline(match):
            yield match, "dateline", False
    for match in _signed().finditer(text, 0, _OPENING):
        if _has_year(match):
            yield match, "dateline", False
    updates = []
    for match in (*_labelled().finditer(text, begin, end), *_labelled().finditer(text, max(end, len(text) - _FOOT))):
        if not _is_label(match):
            continue
        if match["updated"]:
            updates.append(match)
        else:
            yield match, "page", False
    for match in _opening().finditer(text, 0, _OPENING):
        if _has_year(match) and not _narrated(text, match):
            yield match, "text", False
    for match in sorted(_line().finditer(text, begin, end), key=lambda found: abs(found.start() - body)):
        if _has_year(match) and len(match.group()) <= _LONGEST_LINE:
            yield match, "text", False
    for match in updates:
        yield match, "page", True


@cache
def _dateline() -> re.Pattern[str]:
    """PLACE, [weekday] day (Agency) - at the start of a line; PLACE, day (Agency) - anywhere."""
    word = r"(?-i:[A-Z])[\w.'’-]*"
    place = rf"(?P<place>{word}(?:[ ,/()-]{{1,3}}(?:{word}|of|de|la|al|el|and)){{0,7}})"
    day = rf"(?P<date>{date_pattern()}(?P<y5>\s\d{{2}}(?=\s\())?)"
    return re.compile(
        rf"(?P<start>^[ \t\"“(\[]*)?{place}[ ,.:)]{{0,3}}[ (]{day}[)\],.]*\s*"
        r"(?:(?P<agency>\([^()\n]{2,60}\))\s*(?P<dash>-|–|—|:|\.)?|(?P<line>-{1,2}|–|—)|(?P<end>$))",
        re.I | re.M,
    )


def _is_dateline(match: re.Match[str]) -> bool:
    """Whether place, day, agency and dash stand as in a dateline and not as in a sentence or a headline."""
    names = re.findall(r"[\w'’]+", match["place"])
    banned = words()["not_places"]
    at_line_start, loud = match["start"] is not None, match["place"].isupper()
    if (names[0].lower() in banned and not loud) or names[-1].lower() in banned:
        return False
    if match["agency"]:
        return bool(match["dash"]) or (at_line_start and loud)
    if match["end"] is not None:
        named = loud or (match["y3"] is not None and names[0].isupper() and len(names[0]) > 2)
        return at_line_start and len(names) <= 5 and named
    rest = match.string[match.end() :].split("\n", 1)[0]
    return at_line_start and len(names) <= 6 and (loud or len(rest) >= 40)


@cache
def _signed() -> re.Pattern[str]:
    """An agency's name and the day, as flattened pages have them between title and text."""
    return re.compile(
        rf"(?-i:\b(?:{alternatives(words()['signatures'])}))\b\)?[\s,:|–—-]{{1,4}}(?P<date>{date_pattern()})",
        re.I,
    )


@cache
def _labelled() -> re.Pattern[str]:
    """ "Published: 3 June 2013" and its kind."""
    published, updated = alternatives(words()["published"]), alternatives(words()["updated"])
    return re.compile(
        rf"(?P<line>^[\W_]*)?\b(?:(?P<updated>{updated})|(?P<published>{published}))\b(?P<colon>\s*[:|–-])?"
        rf"\s*(?:(?:on|at)\b:?\s*)?(?:{TIME}[\s,]*(?:on\s+)?)?(?P<date>{date_pattern()})",
        re.I | re.M,
    )


def _is_label(match: re.Match[str]) -> bool:
    """Whether the word is a label: with a colon, or in capitals in front of a line or near the text's beginning."""
    label = match["updated"] or match["published"]
    if match["line"] is not None:
        line = match.string[match.start("date") :].split("\n", 1)[0]
        return bool(match["colon"]) or label[0].isupper() or len(line) <= _LONGEST_LINE
    return label[0].isupper() and (bool(match["colon"]) or match.start() < _OPENING)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\A[\W_]{{0,4}}(?P<date>{date_pattern()})", re.I)


@cache
def _line() -> re.Pattern[str]:
    """A line that holds nothing but a day, a clock time and perhaps who wrote it."""
    by = (
        r"(?:(?:written\s+)?by\b[^\n|]{2,60}?(?:[\s,|•·–-]+|\s+on\s+)|[^\n\d]{2,50}?\s[|•·–-]\s|\S+@\S+\s+|on\s+"
        rf"|{TIME}[\s,|-]{{1,3}})"
    )
    after = rf"[\s,|•·/@–-]*(?:at\s+)?(?:{TIME})?(?:[\s,]*\d+ (?:hours?|days?) ago|[\s,|/]+updated\b[^\n]{{0,40}})?"
    return re.compile(rf"^[ \t]*(?:{by})?(?P<date>{date_pattern()}){after}[ \t\r.]*$", re.I | re.M)


def _has_year(match: re.Match[str]) -> bool:
    return any(match[group] for group in ("y1", "y2", "y3", "y4"))


def _narrated(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence goes on after the day ("5 June 2013 was ..."): then the day is what it tells of.

    True also where the line ends: a line of its own is looked at as such.
    """
    rest = re.sub(rf"\A[\s,)\]]*(?:at\s+)?{TIME}", "", text[match.end("date") : match.end("date") + 80], count=1)
    if rest.lstrip(" \t\r)]").startswith("\n"):
        return True
    following = re.match(r"[ \t)\]]*(?P<comma>,)?[ \t]*(?P<word>\w*)", rest)
    if following is None:
        return False
    word = following["word"]
    return bool(following["comma"]) or word[:1].islower() or word.lower() in words()["narrated"]


def _two_digit_year(match: re.Match[str], latest: date) -> date | None:
    """The day of a dateline with a year of two digits ("4 Feb 90"): the last such year that is not to come."""
    if "y5" not in match.re.groupindex or not match["y5"] or not match["m1"]:
        return None
    year = latest.year - latest.year % 100 + int(match["y5"])
    year -= 100 if year > latest.year else 0
    return real_day(year, words()["months"][match["m1"].lower()], int(match["d1"]))
