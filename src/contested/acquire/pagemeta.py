"""What a web page says of itself: title, author, site, day of publication, language, the article's body in JSON-LD."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

_LD = re.compile(r"(?is)<script[^>]{1,300}?application/ld\+json[^>]{0,300}>([^<]*(?:<(?!/script)[^<]*)*)</script")
_META = re.compile(r"(?is)<meta\s[^>]{1,2000}>")
_ATTRIBUTE = re.compile(r"(?is)([a-z:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_TITLE = re.compile(r"(?is)<title[^>]{0,300}>([^<]{1,1000})</title")
_LANGUAGE = re.compile(r"(?is)<html[^>]{0,1000}?\slang\s*=\s*[\"']?([a-z]{2,3})\b")
_DAY = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_URL_DAY = re.compile(
    r"(?i)(?<!\d)(?:((?:19|20)\d\d)[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})|((?:19|20)\d\d)([01]\d)([0-3]\d))(?!\d)"
)
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "og:article:published_time", "publishdate",
    "pubdate", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "date", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "ptime", "article.published", "published-date", "created",
)  # fmt: skip
_ARTICLE = re.compile(r"(?i)article|report|posting|liveblog|review")
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage")
_WRITTEN = re.compile(
    r"(?<!\d)(?:(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})|([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?)\.?,?\s+((?:19|20)\d\d)(?!\d)"
)
FIRST_YEAR = 1980


@dataclass(frozen=True, slots=True)
class PageMeta:
    """None where the page does not say; `body` is the JSON-LD body, "" if there is none."""

    title: str | None = None
    author: str | None = None
    site: str | None = None
    published: str | None = None
    language: str | None = None
    body: str = ""
    page_title: str | None = None


def page_meta(html: str) -> PageMeta:
    """Reads the meta elements and the JSON-LD of a page; broken parts are left out."""
    items = list(_articles(html))
    metas = _metas(html)
    published = next(filter(None, (iso_day(item.get("datePublished")) for item in items)), None)
    return PageMeta(
        title=_plain(metas.get("og:title") or _first(items, "headline") or _title(html)),
        author=_plain(_names(items, "author") or metas.get("author") or metas.get("byl")),
        site=_plain(metas.get("og:site_name") or _names(items, "publisher") or metas.get("application-name")),
        published=published or next(filter(None, (_any_day(metas.get(name)) for name in _PUBLISHED)), None),
        language=next((found.group(1).lower() for found in [_LANGUAGE.search(html[:20_000])] if found), None),
        body=_first(items, "articleBody") or "",
        page_title=_plain(_title(html)),
    )


def url_day(url: str | None) -> str | None:
    """The day that stands in a URL's path (2013/06/05, 2013-06-05, 20130605, 2013/jun/05), or None."""
    for a, b, c, d, e, f in _URL_DAY.findall((url or "").split("?", 1)[0]):
        year, month, day = (a, b, c) if a else (d, e, f)
        number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
        found = _checked(int(year), number, int(day))
        if found:
            return found
    return None


def _checked(year: int, month: int, day: int) -> str | None:
    """The ISO day if there is such a day and it is neither before FIRST_YEAR nor in the future."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if year >= FIRST_YEAR and found.toordinal() <= date.today().toordinal() + 1 else None


def written_day(text: str) -> str | None:
    """The day of an English stamp ("5 June 2013", "June 5, 2013", "2013-06-05"), or None.

    All-figure days whose order is not certain (05/06/2013) give None.
    """
    for match in _WRITTEN.finditer(text):
        day, month, year = match.group(1) or match.group(4), match.group(2) or match.group(3), match.group(5)
        if number := _MONTHS.get(month[:3].lower()):
            return _checked(int(year), number, int(day))
    return iso_day(text)


def _any_day(value: str | None) -> str | None:
    return iso_day(value) or (written_day(value) if value else None)


def iso_day(value: Any) -> str | None:
    """The ISO day with which a value begins or that stands in it, None for anything else."""
    match = _DAY.search(value) if isinstance(value, str) else None
    return _checked(*(int(part) for part in match.groups())) if match else None


def _articles(html: str) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that are articles."""
    for script in _LD.findall(html):
        try:
            loaded = json.loads(re.sub(r"[\x00-\x1f]", " ", script), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [loaded]
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                waiting.extend(item[key] for key in _NESTED if isinstance(item.get(key), dict | list))
                if _ARTICLE.search(str(item.get("@type", ""))):
                    yield item


def _metas(html: str) -> dict[str, str]:
    """The meta elements by name, property or itemprop in lower case; the first of a name stays."""
    found: dict[str, str] = {}
    for tag in _META.findall(html[:400_000]):
        values = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag)}
        name = values.get("property") or values.get("name") or values.get("itemprop")
        if name and values.get("content"):
            found.setdefault(name.lower(), values["content"])
    return found


def _first(items: list[dict[str, Any]], name: str) -> str | None:
    return next((item[name] for item in items if isinstance(item.get(name), str) and item[name].strip()), None)


def _names(items: list[dict[str, Any]], name: str) -> str | None:
    """The names of the persons or bodies under a key, joined by commas."""
    for item in items:
        value = item.get(name)
        named = [v.get("name") if isinstance(v, dict) else v for v in (value if isinstance(value, list) else [value])]
        found = [v for v in named if isinstance(v, str) and v.strip()]
        if found:
            return ", ".join(found)
    return None


def _title(html: str) -> str | None:
    found = _TITLE.search(html[:400_000])
    return found.group(1) if found else None


def _plain(text: str | None) -> str | None:
    """Without entities, tags and spare white space; None if nothing is left or it is an address."""
    if text is None:
        return None
    text = " ".join(re.sub(r"<[^<>]*>", " ", unescape(text)).split())
    return text if text and not text.startswith(("http://", "https://")) else None
