"""Text of strangers made fit for a terminal, a Markdown page or a browser: nothing in it can steer any of them."""

import re
import unicodedata

_STEERING = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Controls (ESC, BEL, CSI ...), marks that turn the direction of writing, half surrogate pairs."""
_BLANKS = re.compile(r"\s+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!$&])")
_LINE_START = re.compile(r"^([-+=]|\d+(?=[.)]))")
_LINK = re.compile(r"(?i)\b(https?|ftp|www)([:.])")


def clean(text: str) -> str:
    """One line of the text without anything that a terminal obeys; white space of any kind is one blank."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    spaced = _BLANKS.sub(" ", text)
    kept = _STEERING.sub("\N{REPLACEMENT CHARACTER}", spaced)
    return "".join(c for c in kept if c == " " or unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp")).strip()


def visible(text: str) -> str:
    """The text with its lines and blanks as they are, and without anything that steers a terminal or a browser."""
    if text.isascii() and text.isprintable():
        return text
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def shorten(text: str, most: int) -> str:
    """The text cut at a word so that it has at most `most` characters, with an ellipsis where it was cut."""
    if len(text) <= most:
        return text
    cut = text.rfind(" ", most // 2, most)
    return text[: cut if cut > 0 else most - 1].rstrip(" ,;:-") + "…"


def markdown(text: str) -> str:
    """The text as Markdown that shows exactly it: no markup, HTML, list, table cell or link comes of it."""
    escaped = _MARKDOWN.sub(r"\\\1", clean(text))
    escaped = _LINE_START.sub(lambda m: "\\" + m.group(1) if not m.group(1).isdigit() else m.group(1) + "\\", escaped)
    return _LINK.sub(lambda m: f"{m.group(1)}\\{m.group(2)}", escaped)
