"""The kinds of the parts of a report: title, byline, dateline, heading, caption, box, body."""

import re
from functools import cache

from contested.acquire.features import core, is_sentence, likeness, title_lines, wanted_title
from contested.acquire.lines import Paragraph
from contested.acquire.outlet import LINES, head_length, is_slug, is_statement_label, outlet_name
from contested.lexicon import Matcher, yaml_data
from contested.model.text import BlockKind

LAYOUT = "lexicon/layout.yml"
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]\.?$")
_CREDITED = re.compile(r"(?i)\b(?:credit|photo|photograph|image|picture)s?\s*(?::|by\b|courtesy)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<![\d.,:])[0-3]?\d(?:st|nd|rd|th)?(?![\d:])")
_NUMERIC_DAY = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d))(?!\d)"
)
_AGENCY_LINE = re.compile(
    r"[A-ZÀ-Þ][\w .,'’-]{1,60}\((?:[A-Z]{2,5}\)\s*(?:--?|[–—_])?|[A-Z][\w .-]{1,30}\)\s*(?:--?|[–—_]))\s*(?:\[\w+\])?$"
)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_PLACE_AND_DAY = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*[ /]?){1,4}(?:, ?(?:[A-ZÀ-Þ][\w.'’-]*[ /]?){1,4}){0,2}[,:]? ?(?<=[ ,:])"
    rf"(?:[A-Z][a-z]+day,? )?(?:\d{{1,2}} {_MONTHS}|{_MONTHS} \d{{1,2}}),? (?:19|20)\d\d"
)
HEADING = 6
"""Words of the longest line without a full stop inside the report that is a heading even with a verb."""
LONGEST_CAPTION = 25
"""Words of the longest line without a full stop that is taken for a caption without other signs."""


@cache
def _words_of(kind: str) -> frozenset[str]:
    return frozenset(yaml_data(LAYOUT)[kind])


@cache
def _matcher(kind: str) -> Matcher:
    return Matcher((phrase, kind) for phrase in yaml_data(LAYOUT)[kind])


def _opens_with(text: str, kind: str) -> int:
    """How many characters the phrase of that kind takes with which the text opens, 0 if there is none."""
    hits = _matcher(kind).find(text[:60])
    return hits[0].end if hits and hits[0].start == 0 else 0


def is_byline(p: Paragraph) -> bool:
    """Whether the line names the author or the agency, and nothing else."""
    bare = p.text.strip("()[]—–- .:").lower()
    if bare in _words_of("agency"):
        return True
    opened = _opens_with(p.text.lstrip("(["), "byline")
    if not opened or p.words > 25:
        return False
    names = _WORD.findall(p.text.lstrip("([")[opened:])
    capital = sum(name[0].isupper() for name in names)
    return bool(names) and names[0][0].isupper() and capital >= 0.6 * len(names) and not is_sentence(p)


def _is_desk_line(p: Paragraph) -> bool:
    """Whether the line says who reported, wrote and edited, as agencies do under a report."""
    return is_byline(p) and _opens_with(p.text.lstrip("(["), "byline") > len("by ")


def is_dateline(p: Paragraph) -> bool:
    """Whether the line gives a day with its year, or a place and an agency, and next to nothing else."""
    if p.words > 14 or p.lines > 1:
        return False
    if _AGENCY_LINE.match(p.text):
        return True
    names = [word.lower() for word in _WORD.findall(p.text)]
    months = sum(name in _words_of("date") for name in names)
    others = len(names) - months - sum(name in _words_of("date_also") for name in names)
    if months == 0:
        return _NUMERIC_DAY.search(p.text) is not None and others <= 1
    return _YEAR.search(p.text) is not None and _DAY.search(p.text) is not None and others <= (1 if months < 2 else 0)


def gives_place_and_day(p: Paragraph) -> bool:
    """Whether the line under another is only places and a full date ("Goma, DR Congo, 3 May 2024")."""
    return p.words <= 10 and p.lines == 1 and _PLACE_AND_DAY.fullmatch(p.text.strip()) is not None


def is_credit(p: Paragraph) -> bool:
    """Whether the line only says whose picture it is."""
    bare = p.text.strip("()[]. ")
    if p.words > 10 or not _only_names(bare):
        return False
    hits = _matcher("picture").find(bare)
    return bool(hits) and (
        hits[-1].end == len(bare) or "/" in bare or bare[hits[0].end : hits[0].end + 1] in (":", "|")
    )


def is_caption(p: Paragraph) -> bool:
    """Whether the paragraph lies under a picture, by its own words: a credit at its end, a caption's opening words, one
    sentence in the present tense that shows a scene."""
    if p.words > 90 or p.bullet:
        return False
    opened = _opens_with(p.text, "caption")
    if opened and (p.text[opened : opened + 1] in ":;|" or " " in p.text[:opened]):
        return True
    brackets = _BRACKETS.search(p.text)
    if brackets and p.words > 5 and _matcher("picture").find(brackets.group(1)):
        return "/" in brackets.group(1) or _only_names(brackets.group(1))
    if p.words > 5 and _matcher("picture").find(p.text[-60:]) and _CREDITED.search(p.text[-80:]):
        return True
    return _shows_scene(p)


def _only_names(text: str) -> bool:
    """Whether most words open with a capital."""
    words: list[str] = _WORD.findall(text)
    return sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def _dated(text: str) -> bool:
    """Whether a day with its month and year stands in the text."""
    if not (_YEAR.search(text) and _DAY.search(text)):
        return False
    return any(word.lower() in _words_of("date") for word in _WORD.findall(text))


def _shows_scene(p: Paragraph) -> bool:
    """One sentence with a day's full date that describes what is seen."""
    if p.words < 8 or _SENTENCE_END.search(p.text[:-2]) or p.text[0] in "\"“'‘":
        return False
    if _matcher("pictured").find(p.text):
        return _dated(p.text) or not p.closed
    past = not _words_of("past").isdisjoint(p.text.lower().split())
    return bool(_matcher("scene").find(p.text[:60])) and _dated(p.text) and not past


def kinds(paras: list[Paragraph], dropped: list[bool], title: str | None) -> list[BlockKind]:
    """The kind of each paragraph; `dropped` ones are furniture unless they are the report's title, author or day."""
    found: list[BlockKind] = ["furniture" if gone else "body" for gone in dropped]
    if len(paras) < 2 or all(dropped):
        return found
    _mark_head(found, paras, dropped, title)
    kept = [i for i, kind in enumerate(found) if kind == "body"]
    for place, i in enumerate(kept):
        above = paras[kept[place - 1]] if place else None
        below = paras[kept[place + 1]] if place + 1 < len(kept) else None
        found[i] = _kind(paras[i], above, below)
    _mark_boxes(found, paras)
    return found


def _kind(p: Paragraph, above: Paragraph | None, below: Paragraph | None) -> BlockKind:
    """The kind of a paragraph of the report by its own words and its neighbours in the report."""
    if is_dateline(p) or (above is not None and gives_place_and_day(p)):
        return "dateline"
    if is_byline(p):
        return "byline"
    if is_caption(p):
        return "caption"
    if is_credit(p):
        return "byline"
    return _open_kind(p, above, below)


def _open_kind(p: Paragraph, above: Paragraph | None, below: Paragraph | None) -> BlockKind:
    """A line without a full stop between paragraphs: a heading if it has no verb, else what lies under a picture.

    Headings with a verb are taken for captions, which does no harm: neither says anything that the report does not.
    """
    alone = (
        below is not None and (is_sentence(below) or below.bullet) and (above is None or above.closed or above.bullet)
    )
    if not alone or p.closed or p.bullet or p.lines > 2 or p.text[-1] in ",–—-_":
        return "heading" if alone and p.words <= 12 and p.text[-1] == "?" and p.text[0].isupper() else "body"
    words = _WORD.findall(p.text)
    if not words or not p.text.lstrip("\"'“‘¿")[:1].isupper():
        return "body"
    titled = p.words <= 15 and _only_names(p.text)
    if p.words <= HEADING or titled or (p.words <= 2 * HEADING and not _has_verb(words)):
        return "heading"
    return "caption" if p.words <= LONGEST_CAPTION and _has_verb(words) and p.text[0] not in '"“' else "body"


def _has_verb(words: list[str]) -> bool:
    """Whether one of the commonest verbs stands among the words, or one that captions like."""
    lowered = [word.lower() for word in words]
    return any(word in _words_of("verb") or word in _words_of("scene") for word in lowered)


def _mark_head(found: list[BlockKind], paras: list[Paragraph], dropped: list[bool], title: str | None) -> None:
    """Marks the title, and the author's and the day's lines between it and the running text or right under it."""
    first, end = core(paras)
    places = [i for i in title_lines(paras, title) if i < max(end, 1)]
    head = max(first - 6, 0)
    if not title and head_length(paras):
        head = _headline(found, paras, dropped)
    elif places and (title or len(places) > 1 or _title_like(paras)):
        wanted = wanted_title(paras, title)
        head = max(places, key=lambda i: (round(likeness(paras[i].text, wanted), 1), i <= first, i))
        found[head] = "title"
    else:
        head = _headline(found, paras, dropped)
    for i in range(head, min(first, len(paras), LINES)):
        if found[i] == "body" and outlet_name(paras[i]):
            found[i] = "byline"
    for i in range(head, min(first + 2, len(paras), head + 12)):
        if found[i] == "furniture":
            found[i] = "dateline" if is_dateline(paras[i]) else "byline" if is_byline(paras[i]) else "furniture"
    for i in range(head, min(end + 4, len(paras))):
        if found[i] == "furniture" and ((i < end and is_credit(paras[i])) or _is_desk_line(paras[i])):
            found[i] = "byline"


def _headline(found: list[BlockKind], paras: list[Paragraph], dropped: list[bool]) -> int:
    """Marks the first line that can be the headline, and the slug, outlet and day above it; gives its number or 0."""
    above = head_length(paras)
    while above and above + 2 < len(paras) and is_dateline(paras[above]):
        above += 1
    told = any(is_statement_label(p) for p in paras[:LINES])
    if told or not _title_like(paras[above:]) or dropped[above]:
        return 0
    for i in range(above):
        found[i] = "furniture" if is_slug(paras[i]) else "dateline" if is_dateline(paras[i]) else "byline"
    found[above] = "title"
    return above


def _title_like(paras: list[Paragraph]) -> bool:
    """Whether the first line can be the report's title: short, without a full stop, with a paragraph under it."""
    if len(paras) < 2:
        return False
    p, below = paras[0], paras[1]
    if not 3 <= p.words <= 25 or p.lines > 1 or p.bullet or p.text[-1] in ".!,;:–—-_":
        return False
    return not (is_dateline(p) or is_byline(p) or is_credit(p)) and (below.blank or below.words > p.words)


def _mark_boxes(found: list[BlockKind], paras: list[Paragraph]) -> None:
    """Marks two or more listed lines under a heading as a fact box; a list under a colon is running text."""
    i = 0
    while i < len(paras):
        end = i
        while end < len(paras) and paras[end].bullet and found[end] not in ("furniture", "title"):
            end += 1
        if end - i >= 2 and i and found[i - 1] == "heading":
            found[i:end] = ["box"] * (end - i)
        i = max(end, i + 1)
