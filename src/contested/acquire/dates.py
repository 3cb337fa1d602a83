"""The day a report was published, and what that rests on.

Order, after the contract: the report's own dateline or printed day; the `published_at` given with it; the day in its
URL; the page's metadata; a day on the page; a line "Updated" (before these if it is older); and last the day given for
the whole run. The own day comes
first because relative times ("on Wednesday") are reckoned from it: agencies write under the day of the dateline,
and the day a page or a data set gives can be the day of a copy. A difference is always warned about.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from contested.acquire.day_words import TIME, date_pattern, days_of, real_day
from contested.acquire.own_day import own_day
from contested.model.report import PublishedBasis
from contested.model.text import Block

NO_DAY = "no day of publication: relative times stay unresolved"
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])|(\d{4})(\d{2})(\d{2})$")
_IN_URL = re.compile(r"(?<![\d.])(\d{4})([/-])(\d{1,2})[/-](\d{1,2})(?=[/?#._-]|$)")


@dataclass(frozen=True, slots=True)
class Sources:
    """What is known of a report's day from outside its text: strings as given, None where nothing is.

    `given` comes with the report, `fallback` is for the whole run; `page` is the day that its page states and
    `page_basis` where on the page ("meta", "url" or "page").
    """

    given: str | None = None
    url: str | None = None
    page: str | None = None
    page_basis: PublishedBasis = "none"
    fallback: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The ISO day or None, its basis, and warnings for people."""

    day: str | None
    basis: PublishedBasis
    warnings: tuple[str, ...] = ()


def published(
    text: str, blocks: Iterable[Block], sources: Sources, *, today: date, keep_future: bool = True
) -> Published:
    """The day of publication. A day after `today` is warned about; only a given one is used, and if `keep_future`.

    A text whose own day can be two ("03/04/2015") has none if neither is near to a day known else: a wrong day would
    misdate whatever it tells. A text that was changed before the day that is given is not of that day.
    """
    latest = today + timedelta(days=1)
    warnings: list[str] = []
    outside = _outside(sources, latest, keep_future, warnings)
    near = outside[0][0] if outside else None
    found = own_day(text, blocks, near=near, latest=max(latest, near or latest))
    if found and found.day is None:
        warnings.append(f"the text is dated {' or '.join(map(str, found.either))}: which is not known")
        return Published(None, "none", (*warnings, NO_DAY))
    if found and found.day and not (found.updated and near and near <= found.day):
        if near and near != found.day:
            warnings.append(
                f"the text is dated {found.day}, {outside[0][2]} says {near}: times are read from the text's day"
            )
        return Published(found.day.isoformat(), found.basis, tuple(warnings))
    if not outside:
        return Published(None, "none", (*warnings, NO_DAY))
    day, basis, _ = outside[0]
    return Published(day.isoformat(), basis, tuple(warnings))


def _outside(
    sources: Sources, latest: date, keep_future: bool, warnings: list[str]
) -> list[tuple[date, PublishedBasis, str]]:
    """The days known from outside the text, the strongest first, each with its basis and its name for people."""
    url = url_day(sources.url) if sources.url else None
    page = parse_day(sources.page) if sources.page else None
    known: list[tuple[date | None, PublishedBasis, str]] = [
        (_given(sources.given, "published_at", warnings), "given", "published_at"),
        (url, "url", "the URL"),
        (page, sources.page_basis, "the page"),
        (_given(sources.fallback, "--published", warnings), "given", "--published"),
    ]
    found: list[tuple[date, PublishedBasis, str]] = []
    for day, basis, name in known:
        if day is None or basis == "none":
            continue
        if day > latest:
            used = keep_future and basis == "given"
            warnings.append(f"{name} {day} lies in the future: {'used as given' if used else 'not used'}")
            if not used:
                continue
        found.append((day, basis, name))
    return found


def _given(value: str | None, name: str, warnings: list[str]) -> date | None:
    if value is None or not value.strip():
        return None
    day = parse_day(value)
    if day is None:
        warnings.append(f"{name} {value.strip()[:40]!r} is not a day that can be read: write it as 2013-06-05")
    return day


def parse_day(value: str) -> date | None:
    """The day of a date or date with time as people and programs write it; the day as written, in its own time zone.

    None if it cannot be read, or could be two days ("03/04/2015").
    """
    value = value.strip()
    if iso := _ISO.match(value):
        year, month, day = (int(part) for part in iso.groups() if part)
        return real_day(year, month, day)
    written = re.fullmatch(rf"(?P<date>{date_pattern()})[\s,|-]*(?:at\s+)?(?:{TIME})?(?:\s*[+-]\d{{4}})?", value, re.I)
    return days_of(written, None) if written else None


def url_day(url: str) -> date | None:
    """The day in the path of a URL (/2013/06/05/, /2013-06/05/, 2013-06-05), None if there is none.

    Eight digits in a row are left alone: article numbers look the same.
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", url, flags=re.I)
    for match in _IN_URL.finditer(path):
        if day := real_day(int(match[1]), int(match[3]), int(match[4])):
            return day
    return None
