"""Masks words of a reading: each letter becomes a block, so that every offset stays what it was."""

import re
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

MASK = "\N{FULL BLOCK}"
KEPT = ("schema", "id", "sha256", "published_at", "published_basis", "language", "method", "type", "kind", "role")
"""Fields that hold ids and codes and no words of the report."""


def masked(data: dict[str, Any], words: Iterable[str], spans: Iterable[tuple[int, int]]) -> dict[str, Any]:
    """A copy of a reading (as JSON data) with these words and these spans of its text masked wherever they come up.

    The web address of the report goes: it would lead to the words. The digest of the text is that of the masked one.
    """
    pattern = _pattern(words)
    before = data["text"]
    text = pattern.sub(_blocks, before)
    for start, end in spans:
        text = text[:start] + _blocks(text[start:end]) + text[end:]
    copy: dict[str, Any] = _quoting(_changed(data, lambda words: pattern.sub(_blocks, words)), text)
    copy["text"], copy["report"]["url"] = text, None
    copy["report"]["text_sha256"] = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return copy


def mask(text: str, words: Iterable[str]) -> str:
    """The text with these words masked wherever they stand whole."""
    return _pattern(words).sub(_blocks, text)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, filter(str.strip, words)), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if listed else r"(?!)", re.IGNORECASE)


def _blocks(words: str | re.Match[str]) -> str:
    """As many blocks as there are letters; white space stays."""
    whole = words if isinstance(words, str) else words.group()
    return re.sub(r"\S", MASK, whole)


def _changed(value: Any, change: Callable[[str], str], name: str = "") -> Any:
    """A copy of JSON data with every string changed that holds words."""
    if isinstance(value, dict):
        return {key: _changed(one, change, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_changed(one, change, name) for one in value]
    return change(value) if isinstance(value, str) and name not in KEPT else value


def _quoting(value: Any, text: str) -> Any:
    """The data with everything that quotes the text quoting this one."""
    if isinstance(value, list):
        return [_quoting(one, text) for one in value]
    if not isinstance(value, dict):
        return value
    start, end = value.get("start"), value.get("end")
    quotes = [name for name in ("quote", "text") if isinstance(value.get(name), str)]
    whole = {key: _quoting(one, text) for key, one in value.items()}
    return whole | {name: text[start:end] for name in quotes if isinstance(start, int) and isinstance(end, int)}
