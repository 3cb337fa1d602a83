"""The outlet of a report by its own head: agency in the dateline, a masthead line, the issuer of a communique.

Only what the report says of itself counts, never an outlet that it mentions.
"""

import re
from collections.abc import Sequence
from functools import cache

from contested.acquire.features import core
from contested.acquire.lines import Paragraph
from contested.lexicon import yaml_data

LINES = 5
"""Paragraphs from the top in which a report names its outlet."""
LONGEST_NAME = 8
"""Words of the longest name of an outlet or a body."""
_DATELINE = re.compile(
    r"[A-Z][^()\n]{2,80}?\((?P<name>[A-Z][\w .&'’-]{1,40})\)"
    r"(?:\s*(?:--?|[–—])|,?\s+(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2},) \d{4}\s*(?:--?|[–—.]))\s+\S"
)
"""Place, agency in brackets, perhaps the day, and a dash (or, behind a day, a full stop)."""
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_SHORT = re.compile(r"\s*\(([A-Z]{2,6})\)\s*$")
_NUMBER = re.compile(r"(?i)\s*(?:no\.?|nr\.?|number|#)?\s*\d{1,4}\.?\s*$")
_SLUG = re.compile(r"[A-Z0-9][A-Z0-9/ &'’.-]*[-/][A-Z0-9/ &'’.-]*[A-Z0-9]\s*(?:\([^()]{2,40}\))?")
_VERSION = re.compile(r"\(([^()]{2,40})\)\s*$")
_SEPARATOR = re.compile(r"\s+(?:[|–—-]|::|»)\s+")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(yaml_data("lexicon/outlets.yml")[kind])


def outlet_in_text(paras: Sequence[Paragraph]) -> str | None:
    """The name of the outlet, or of the body whose communique this is; None where the head does not say it."""
    head = list(paras[:LINES])
    issued = _issuer(head)
    if issued:
        return issued
    named = [name for p in head if (name := outlet_name(p))]
    for p in paras[: LINES + 2]:
        if match := _DATELINE.match(p.text):
            name = match["name"]
            return next((_spelt(full) for full in head_names(head) if _SHORT.search(full) and name in full), name)
    return named[0] if len(set(named)) == 1 else None


def head_names(head: Sequence[Paragraph]) -> list[str]:
    """The lines that are an outlet's name, as they stand."""
    return [p.text.strip() for p in head if outlet_name(p)]


def outlet_name(p: Paragraph) -> str | None:
    """The name of an outlet if the line is nothing else: names only, the last a newspaper's or an agency's."""
    bare = _SHORT.sub("", p.text.strip())
    names = _WORD.findall(bare)
    if not 2 <= len(names) <= LONGEST_NAME or re.search(r"[.,:;!?\"“”]", bare) or p.lines > 1:
        return None
    if not all(name[0].isupper() or name.lower() in ("the", "of", "and", "for") for name in names):
        return None
    low = [name.lower() for name in names]
    if low[-1] not in _words("outlet") or (low[-1] in _words("weak") and not set(low[:-1]) & _words("telling")):
        return None
    return None if set(low[:-1]) <= _words("section") else _spelt(bare)


def is_slug(p: Paragraph) -> bool:
    """Whether the line is an agency's key words, with or without the version ("MALI-ATTACK (2ND LEAD)")."""
    text = p.text.strip()
    if p.words > 7 or not _SLUG.fullmatch(text):
        return False
    version = _VERSION.search(text)
    return version is None or not _words("version").isdisjoint(version.group(1).lower().split())


def is_statement_label(p: Paragraph) -> bool:
    """Whether the line numbers a body's statement ("Communique No. 4")."""
    return any(_NUMBER.fullmatch(p.text.strip()[len(word) :]) for word in _openings(p))


def _openings(p: Paragraph) -> list[str]:
    low = p.text.strip().lower()
    return [
        word for word in _words("statement") if low.startswith(word) and low[len(word) : len(word) + 1] in (" ", "#")
    ]


def _issuer(head: Sequence[Paragraph]) -> str | None:
    """The body that issues the statement: named in a line beside the label, or after "Statement by"."""
    for n, p in enumerate(head):
        for word in sorted(_openings(p), key=len, reverse=True):
            rest = p.text.strip()[len(word) :].strip()
            if is_statement_label(p):
                beside = [*head[max(0, n - 1) : n], *head[n + 1 : n + 2]]
                return next((name for other in beside if (name := _body(other.text))), None)
            opened = next((by for by in _words("by") if rest.lower().startswith(by + " ")), None)
            if opened and (name := _body(re.sub(r"(?i)^the ", "", rest[len(opened) :].strip()))):
                return name
    return None


def _body(text: str) -> str | None:
    """The text if it is the name of a body and nothing else."""
    names = _WORD.findall(text)
    plain = 2 <= len(names) <= LONGEST_NAME and not re.search(r"[.,:;!?\"“”]", text)
    capital = all(name[0].isupper() or name.lower() in ("of", "the", "and", "for", "al", "in") for name in names)
    issuers = {name.lower() for name in names} & _words("issuer")
    return _spelt(text.strip()) if plain and capital and issuers else None


def _spelt(name: str) -> str:
    """The name as it is written in running text: capitals only where a word begins, no abbreviation after."""
    name = _SHORT.sub("", name).strip()
    if name.isupper():
        words = [w if w.lower() not in ("of", "and", "for", "the") else w.lower() for w in name.title().split()]
        name = " ".join(words).replace("'S", "'s").replace("’S", "’s")
        name = name[0].upper() + name[1:]
    return name


def site_in_title(page_title: str | None, headline: str | None) -> str | None:
    """The site by the page's <title>: what stands before or after its own headline, None where that is not sure."""
    if not page_title or not headline:
        return None
    parts = [part.strip() for part in _SEPARATOR.split(" ".join(page_title.split()))]
    same = [n for n, part in enumerate(parts) if part.lower() == " ".join(headline.split()).lower()]
    if len(parts) < 2 or len(same) != 1:
        return None
    rest = parts[:1] if same[0] == len(parts) - 1 else parts[-1:]
    names = _WORD.findall(rest[0])
    sure = 1 <= len(names) <= LONGEST_NAME and names[0][0].isupper() and (same[0] == 0 or same[0] == len(parts) - 1)
    return rest[0] if sure else None


def head_length(paras: Sequence[Paragraph]) -> int:
    """How many paragraphs from the top are slugs and names of outlets, above the headline; 0 where all would be."""
    limit = min(LINES, max(core(list(paras))[0], 1), len(paras) - 1)
    count = 0
    while count < limit and (is_slug(paras[count]) or outlet_name(paras[count])):
        count += 1
    return count
