"""Sentences: spans of the report's text, found block by block, furniture left out."""

import re
from collections.abc import Iterator

from contested.lexicon import yaml_data
from contested.model.parse import Sentence
from contested.model.report import Report

_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]{0,2}\s+(?=[\"'“‘`(\[]{0,2}[A-Z0-9À-Þ])|\n\s*\n\s*|\n[ \t]*(?=[•*\-–—▪●·]\s)")
_END_UNCASED = re.compile(r"(?<!\.\.)" + _END.pattern.replace("[A-Z0-9À-Þ]", r"\w"))
"""The same in text without capitals: a sentence begins with any letter, but not behind dots that trail off."""
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
FEW_CAPITALS = 200
"""A block with fewer capitals than one in so many code points is text without capitals; prose has one in 20 to 40."""
_MONTH = r"(?i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}}| \d{{2}}\b)?"
_AGENCY = r"\([A-Za-z][^()\n]{1,59}\)"
_MARKS = r"(?:\[[^\[\]]{1,120}\]\s*){0,4}"
"""What a monitoring service puts between dateline and report: "[Text]", "[Report] [Ana Rojas]"."""
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’.\-/]{2,}(?:[ ,]+[\w'’.\-/]+,?){0,7}?(?: ?\([^()\n]{2,40}\))?"
    rf"|(?:[A-Z][\w'’.\-/]+[ ,]+){{0,6}}?(?:{_DAY}(?: ?{_AGENCY})?|{_AGENCY}(?: {_DAY})?))"
    rf"\s*(?:--|[-–—])\s+{_MARKS}(?=[\"“A-Z(])"
)
"""A dateline before the first sentence: "GOMA, DR Congo, 3 May (Agency) - ", "Goma (Agency) 3 May 2024 - ",
"Goma, 3 May 84 (Agency) -- [Text] "."""
_LAST_WORD = re.compile(r"([\w.'’\-]+)\.[\"'”’)\]]{0,2}$")
LONGEST = 2_000
"""Code points of the longest sentence kept in one piece; longer ones are cut at white space."""


def sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of all blocks but furniture, in text order. No sentence crosses a block."""
    found = []
    for number, block in enumerate(report.blocks):
        if block.kind != "furniture":
            for start, end in _pieces(report.text, block.start, block.end):
                found.append(Sentence(start, end, number))
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    if dateline := _DATELINE.match(text, start, end):
        yield from _trimmed(text, start, dateline.end("place"))
        begin = dateline.end()
    for match in _ends(text, begin, end):
        if "\n" not in match.group() and _abbreviated(text, begin, match.start()):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where sentences may end."""
    capitals = sum(1 for _ in _CAPITAL.finditer(text, start, end))
    ends = _END if capitals * FEW_CAPITALS > end - start else _END_UNCASED
    return ends.finditer(text, start, end)


def _abbreviated(text: str, begin: int, end: int) -> bool:
    """Whether the full stop before `end` belongs to a title, an initial or an abbreviation, not to a sentence."""
    match = _LAST_WORD.search(text, max(begin, end - 40), end)
    if not match:
        return False
    word = match.group(1)
    return (len(word) == 1 and word.isalpha()) or word.lower() in yaml_data("lexicon/abbreviations.yml")


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without white space around it, cut where it is too long; nothing if it is blank."""
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut + 1 if text[cut] == " " else cut
    if start < end:
        yield start, end
