"""Where words that a model cites stand in the text: exactly, or apart from quotes, dashes and white space."""

from bisect import bisect_left

from contested.model.text import Span

_SAME = str.maketrans(dict.fromkeys("‘’‚`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑‒–—", "-"))


class Citable:
    """A text in which cited words can be looked up."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain, self._at = _plain(text)

    def find(self, words: str, within: Span) -> Span | None:
        """The first place inside `within` where the words stand as whole words; None if they do not."""
        exact = _first(self._text, words.strip(), within)
        if exact is not None:
            return exact
        inside = Span(bisect_left(self._at, within.start), bisect_left(self._at, within.end))
        found = _first(self._plain, _plain(words)[0].strip(), inside)
        return Span(self._at[found.start], self._at[found.end - 1] + 1) if found is not None else None


def _first(text: str, words: str, within: Span) -> Span | None:
    start = text.find(words, *within) if words else -1
    while start >= 0:
        if _is_whole(text, start, start + len(words)):
            return Span(start, start + len(words))
        start = text.find(words, start + 1, within.end)
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word or number is cut: "3" does not stand in "13" or "3,000"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:].isalnum() and text[start].isalnum():
        return False
    if after[:1].isalnum() and text[end - 1].isalnum():
        return False
    left = text[start].isdigit() and before[-1:] in tuple(".,") and before[:1].isdigit()
    right = text[end - 1].isdigit() and after[:1] in tuple(".,") and after[1:].isdigit()
    return not (left or right)


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with plain quotes and dashes and single blanks, and for each character where it comes from."""
    kept: list[str] = []
    at: list[int] = []
    for index, char in enumerate(text.translate(_SAME)):
        blank = char.isspace()
        if blank and kept and kept[-1] == " ":
            continue
        kept.append(" " if blank else char)
        at.append(index)
    return "".join(kept), at
