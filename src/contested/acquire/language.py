"""The language of a report: given, or found out from its words.

English is told by its function words, which costs microseconds; only a text without them goes to py3langid (a naive
Bayes model over byte n-grams after langid.py, Lui and Baldwin 2012), whose model takes half a second to load.
"""

import math
import re
from collections.abc import Iterable
from functools import cache

from contested.errors import InputError
from contested.lexicon import yaml_data
from contested.model.text import Block

READ: tuple[str, ...] = ("en",)
"""ISO 639-1 codes of the languages that can be read."""
SAMPLE = 1_000
"""Code points looked at: more changes no decision on the texts measured (docs/input.md)."""
_ENGLISH_SHARE = 0.12
"""Share of function words from which a text is English without further looks. Measured on 4,000 English news texts,
of which 99 % have more, and on French, Spanish, German, Dutch, Swedish and others, which have below 0.05."""
_SHORTEST = 8
"""Words below which no language can be told: names and numbers outweigh the rest."""
_SURE = 0.9
"""Probability that py3langid has to give another language before a text in Latin letters is refused."""
_SURE_WITHOUT_ENGLISH = 0.6
"""The same for a text of some length without one English function word."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, blocks: Iterable[Block] = ()) -> tuple[str | None, str | None]:
    """ISO 639-1 code and a warning or None. The code is None where the text is too short to tell; read it as English.

    Only the sample's letters are looked at, body blocks first, so that menus and captions do not decide.
    """
    sample = _sample(text, tuple(blocks))
    words = [word.lower() for word in _WORD.findall(sample)]
    latin = sum(1 for word in words if word[0] < "\u0250")
    if len(words) < _SHORTEST:
        if latin * 2 < len(words):
            return _ranked(sample)[0], None
        return None, "too short to tell the language: read as English"
    if latin * 2 >= len(words) and _english_share(words) >= _ENGLISH_SHARE:
        return "en", None
    code, sure = _ranked(sample.lower())
    if code == "en" or latin * 2 < len(words):
        return code, None
    share = _english_share(words)
    needed = _SURE if share or len(words) < 2 * _SHORTEST else _SURE_WITHOUT_ENGLISH
    if sure < needed or share >= _ENGLISH_SHARE / 2:
        return None, "the language could not be told: read as English"
    return code, None


def require_readable(code: str | None) -> None:
    """InputError `language` if the language is known and cannot be read."""
    if code and code not in READ:
        raise InputError("language", f"the text is in {name_of(code)}; only English can be read so far")


def normal_code(given: str) -> str | None:
    """The ISO 639-1 code of a language as people write it ("en-GB", "eng", "English"); None if it is no language."""
    head = re.split(r"[-_]", given.strip().lower())[0]
    if len(head) == 2 and head.isalpha():
        return head
    import pycountry

    try:
        found = pycountry.languages.lookup(given.strip())
    except LookupError:
        return None
    code = getattr(found, "alpha_2", None) or getattr(found, "alpha_3", None)
    return str(code) if code else None


def name_of(code: str) -> str:
    """The language's English name, the code itself if it has none."""
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


@cache
def _words() -> frozenset[str]:
    return frozenset(yaml_data("lexicon/english_words.yml")["words"])


def _english_share(words: list[str]) -> float:
    known = _words()
    return sum(1 for word in words if word in known) / len(words)


def _sample(text: str, blocks: tuple[Block, ...]) -> str:
    """Up to SAMPLE code points of the body blocks, of all but furniture if there are none, else of the text."""
    for kinds in (("body",), ("body", "title", "heading", "caption", "box", "inset")):
        parts, length = [], 0
        for block in blocks:
            if block.kind in kinds and length < SAMPLE:
                parts.append(text[block.start : min(block.end, block.start + SAMPLE - length)])
                length += len(parts[-1])
        if length >= SAMPLE // 5:
            return "\n".join(parts)
    return text[:SAMPLE]


def _ranked(sample: str) -> tuple[str, float]:
    """The likeliest language and how sure py3langid is of it among all it knows (0 to 1).

    Its log probabilities are divided by the root of the length before they are normalised: without that, naive Bayes
    is sure of everything.
    """
    from py3langid import rank

    scored = rank(sample)
    scale = math.sqrt(len(sample.encode("utf-8", errors="replace")) or 1)
    best = scored[0][1]
    total = sum(math.exp((score - best) / scale) for _, score in scored)
    return str(scored[0][0]), 1 / total
