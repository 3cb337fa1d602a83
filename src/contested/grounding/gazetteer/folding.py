"""Spelling keys of names: a strict one (case, marks, hyphens) and a loose one (transliteration)."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile("['’‘`´ʻʼʾʿ′ʹʺ\"“”.]")
_BREAKS = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"}
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": ""}
)
_ARTICLE = re.compile(r"^(?:al|el|ad|ed|ar|er|as|es|at|et|az|ez|an|en|ash|esh|ach|ech|adh|ath)[ ]")
_INNER_ARTICLE = re.compile(r" (?:al|el|ul|ad|ed|ar|er|as|es|at|et|az|ez|an|en|ash|esh|ach|ech|adh|ath|i) ")
_ARABIC_ARTICLE = re.compile(r"^ال(?=\w{3})")
_LOOSE = (
    (re.compile(r"sch|tch|sh|ch"), "s"),
    (re.compile(r"dj|zh|j"), "j"),
    (re.compile(r"kh|gh|q|ck|c|k"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"([bdgtrs])h"), r"\1"),
    (re.compile(r"aou|ou|oo|ow|au|aw|u|o"), "u"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[ae]?[iy]+e?|ee|ij"), "i"),
    (re.compile(r"[ae]+h?$"), ""),
    (re.compile(r"[ae]+"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)
SHORTEST_LOOSE = 3
"""Loose keys shorter than this say too little to be used."""


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """The strict key: lower case, no diacritics, apostrophes or full stops; hyphens and other marks as one space."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in name if not unicodedata.combining(c))
    low = _APOSTROPHES.sub("", name.casefold())
    if not low.isascii():
        low = low.translate(_LETTERS)
    return _BREAKS.sub(" ", low).strip()


def without_article(key: str) -> str:
    """A strict key without the Arabic article before it or inside it ("al qusayr", "القصير")."""
    if key.isascii():
        return _INNER_ARTICLE.sub(" ", _ARTICLE.sub("", key))
    return _ARABIC_ARTICLE.sub("", key)


@lru_cache(maxsize=1 << 16)
def loosen(key: str) -> str | None:
    """The loose key of a strict one: romanisations of one Arabic (Cyrillic, Hebrew ...) name fall together.

    No article, no doubled letters; ay/ai/ei/ee, ou/oo/u/o, q/k/kh, sh/ch, w/v, a/e and the endings -ah/-a/-eh are one.
    None where the key is not Latin or too short. Two different names may share a loose key: it needs an anchor.
    """
    if not key.isascii():
        return None
    low = without_article(key).replace(" ", "")
    if len(low) <= SHORTEST_LOOSE:
        return None
    for pattern, instead in _LOOSE:
        low = pattern.sub(instead, low)
    return low if len(low) >= SHORTEST_LOOSE else None
