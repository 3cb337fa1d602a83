"""In-line marks of our own sentences: `<per>Ali</per>`, `<s a>...</s>` source, `<c a>` cue, `<t a>` content.

The letter after s, c, t ties the parts of one attribution together; a letter that begins with `i` is one inside another
attribution's content; `a+b` is a part of two.
"""

import re

_TAG = re.compile(r"<(/?)([a-z]+)(?: ([a-z0-9+]+))?>")
NAMES = {
    "s": "source", "c": "cue", "t": "content", "per": "person", "org": "organisation", "arm": "armed_group",
    "mil": "military", "gov": "government", "pol": "police", "med": "media", "pop": "population", "loc": "place",
    "wpn": "weapon", "eqp": "equipment", "nat": "nationality", "tim": "time",
}  # fmt: skip


def plain(marked: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The text without marks, and its marks as (start, end, label, letter). ValueError if a mark is not closed."""
    text, last = "", 0
    waiting: list[tuple[str, int, str]] = []
    found = []
    for match in _TAG.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if not match[1]:
            waiting.append((match[2], len(text), match[3] or ""))
            continue
        name, start, key = waiting.pop()
        if name != match[2]:
            raise ValueError(f"{name} closed by {match[2]}: {marked}")
        found.append((start, len(text), NAMES[name], key))
    if waiting:
        raise ValueError(f"not closed: {marked}")
    return text + marked[last:], found
