"""The kinds of the parts of a report: title, byline, dateline, heading, caption, box, body."""

import re
from functools import cache

from contested.acquire.features import core, is_sentence, title_lines
from contested.acquire.lines import Paragraph
from contested.lexicon import Matcher, yaml_data
from contested.model.text import BlockKind

LAYOUT = "lexicon/layout.yml"
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]\.?$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")
_DAY = re.compile(r"\b(?:[12]\d{3}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\b")
HEADING = 6
"""Words of the longest line without a full stop inside the report that is a heading; longer ones lie under pictures."""


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


def is_dateline(p: Paragraph) -> bool:
    """Whether the line gives a full date and next to nothing else."""
    if p.words > 14 or not _DAY.search(p.text):
        return False
    names = [word.lower() for word in _WORD.findall(p.text)]
    months = sum(name in _words_of("date") for name in names)
    dated = months + sum(name in _words_of("date_also") for name in names)
    numeric = re.search(r"\d[./-]\d{1,2}[./-]\d", p.text) is not None
    return (months > 0 or numeric) and len(names) - dated <= (2 if months else 0)


def is_credit(p: Paragraph) -> bool:
    """Whether the line only says whose picture it is."""
    if p.words > 10 or (p.closed and p.words > 6):
        return False
    hits = _matcher("picture").find(p.text)
    capitals = [word for word in _WORD.findall(p.text) if word[0].isupper()]
    return bool(hits) and len(capitals) >= 0.6 * len(_WORD.findall(p.text))


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
    tail = _matcher("picture").find(p.text[-60:])
    if (
        tail
        and p.words > 5
        and re.search(r"(?i)\b(?:credit|photo|photograph|image|picture)s?\s*(?::|by\b|courtesy)", p.text[-80:])
    ):
        return True
    return _shows_scene(p)


def _only_names(text: str) -> bool:
    words = _WORD.findall(text)
    return sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def _shows_scene(p: Paragraph) -> bool:
    """One sentence with a day's full date that describes what is seen."""
    if p.words < 8 or _SENTENCE_END.search(p.text[:-2]) or "said" in p.text:
        return False
    if _matcher("pictured").find(p.text):
        return bool(_DAY.search(p.text)) or not p.closed
    first = p.text[:60]
    return bool(_DAY.search(p.text)) and bool(_matcher("scene").find(first)) and p.text[0] not in "\"“'‘"


def kinds(paras: list[Paragraph], dropped: list[bool], title: str | None) -> list[BlockKind]:
    """The kind of each paragraph; `dropped` ones are furniture unless they are the report's title, author or day."""
    found: list[BlockKind] = ["furniture" if gone else "body" for gone in dropped]
    kept = [i for i, gone in enumerate(dropped) if not gone]
    if len(paras) < 2 or not kept:
        return found
    for place, i in enumerate(kept):
        above = paras[kept[place - 1]] if place else None
        below = paras[kept[place + 1]] if place + 1 < len(kept) else None
        found[i] = _kind(paras[i], above, below)
    _mark_head(found, paras, dropped, title)
    _mark_boxes(found, paras)
    return found


def _kind(p: Paragraph, above: Paragraph | None, below: Paragraph | None) -> BlockKind:
    """The kind of a paragraph of the report by its own words and its neighbours in the report."""
    if is_byline(p):
        return "byline"
    if is_dateline(p):
        return "dateline"
    if is_caption(p):
        return "caption"
    if is_credit(p):
        return "byline"
    return _open_kind(p, above, below)


def _open_kind(p: Paragraph, above: Paragraph | None, below: Paragraph | None) -> BlockKind:
    """A line without a full stop between paragraphs: a heading if short, else what lies under a picture."""
    alone = (
        below is not None and (is_sentence(below) or below.bullet) and (above is None or above.closed or above.bullet)
    )
    if not alone or p.bullet or not p.text[0].isprintable() or p.text[-1] in ".!,;:—–-…":
        return "body"
    words = _WORD.findall(p.text)
    if not words or not p.text.lstrip("\"'“‘¿")[:1].isupper():
        return "body"
    titled = sum(word[0].isupper() for word in words) >= 0.7 * len(words)
    if p.words <= HEADING or titled or p.text.rstrip("\"'”’").endswith("?"):
        return "heading" if p.words <= 15 else "body"
    return "caption" if p.words <= 40 and not p.closed else "body"


def _mark_head(found: list[BlockKind], paras: list[Paragraph], dropped: list[bool], title: str | None) -> None:
    """Marks the title, and the author's and the day's lines between it and the running text."""
    first, end = core(paras)
    places = [i for i in title_lines(paras, title) if i < max(end, 1)]
    if places and (title or len(places) > 1 or _title_like(paras)):
        for i in places:
            found[i] = "furniture" if dropped[i] else "title"
        found[places[-1]] = "title"
    elif _title_like(paras) and not dropped[0]:
        found[0] = "title"
    begin = places[-1] if places else max(first - 6, 0)
    for i in range(begin, min(first + 2, len(paras), begin + 12)):
        if found[i] == "furniture" and is_byline(paras[i]):
            found[i] = "byline"
        elif found[i] == "furniture" and is_dateline(paras[i]):
            found[i] = "dateline"


def _title_like(paras: list[Paragraph]) -> bool:
    """Whether the first line can be the report's title: short, without a full stop, with a paragraph under it."""
    p, below = paras[0], paras[1]
    return 3 <= p.words <= 25 and p.text[-1] not in ".!,;:" and not p.bullet and (below.blank or below.words > p.words)


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
