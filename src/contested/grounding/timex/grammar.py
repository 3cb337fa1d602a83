"""The rules for time expressions (data/lexicon/time_rules.yml), compiled to regexes over classes of tokens.

A sentence becomes a string with one character a token; runs of characters without a time word are never looked at.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TypeVar

from contested.errors import DataError
from contested.grounding.timex.words import HOLIDAY, OTHER, SHAPES, Vocabulary, pieces, times
from contested.lexicon import yaml_data

Found = TypeVar("Found")
AGAIN = "__"
"""Stands between a part's name and its number in a regex."""
RULES = "lexicon/time_rules.yml"
_SLOT = re.compile(r"<(?:(\w+)=)?([\w']+)>(?!=)|\{(?:(\w+)=)?(\w+)\}")
_ANCHORS = (
    "months", "weekdays", "weekdays_plural", "units", "parts", "named", "present", "past", "future", "decade",
    "decades", "year", "iso", "slashed", "clock", "seasons", "sets", "quarter_code", "apos", "ampm", "eras",
    "oclock", "quarter", "century", "tonight", "overnight", "past_noun", "future_noun", "recent", "current",
    "ordnum", "period", "ago", "units_calendar", "teens", "once", "four",
    "dotted_clock", HOLIDAY,
)  # fmt: skip
"""Classes one of which stands in every time expression: a run of tokens without any is skipped."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of one rule: the function that gives it a value, and its regex."""

    means: str
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A match at `[start, end)` of the text: `parts` are the rule's named parts in lower case, "" where absent."""

    start: int
    end: int
    means: str
    parts: Mapping[str, str]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def part(self, name: str) -> str:
        """The words of a part in lower case with single spaces; "" where the match has no such part."""
        return self.parts.get(name, "")


LONGEST = 100
"""Tokens of the longest expression of time; the longest seen have some fifteen."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All forms, the regex that finds where any of them begins, and the one for runs worth a look."""

    vocabulary: Vocabulary
    forms: tuple[Form, ...]
    begins: re.Pattern[str]
    runs: re.Pattern[str]

    def scan(self, text: str, start: int, end: int, judge: Callable[[Hit], Found | None]) -> Iterator[Found]:
        """What `judge` makes of the matches in `text[start:end]`, in text order, none overlapping another.

        At each place the longest match that `judge` accepts (does not answer None to) is taken.
        """
        tokens = pieces(text, start, end)
        codes = "".join([self.vocabulary.char(token) for _, _, token in tokens])
        at = 0
        for first, last in _bounded(self.runs.finditer(codes)):
            at = max(at, first)
            while (begin := self.begins.search(codes, at, last)) is not None:
                at = begin.start() + 1
                for means, match in self._matches(codes, begin.start()):
                    found = judge(_hit(means, match, tokens))
                    if found is not None:
                        at = match.end()
                        yield found
                        break

    def _matches(self, codes: str, at: int) -> list[tuple[str, re.Match[str]]]:
        """All forms that match at this token, longest first, rule order among equals."""
        found = [
            (form.means, match)
            for form in self.forms
            if (match := form.regex.match(codes, at, at + LONGEST)) is not None
        ]
        return sorted(found, key=lambda pair: -pair[1].end())


def _bounded(runs: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The runs, those longer than any expression cut, so that a wall of number words costs no more than its length."""
    for run in runs:
        for first in range(run.start(), run.end(), LONGEST):
            yield first, min(first + LONGEST, run.end())


def _hit(means: str, match: re.Match[str], tokens: list[tuple[int, int, str]]) -> Hit:
    first, last = match.start(), match.end() - 1
    parts = {}
    for name, words in match.groupdict().items():
        if words:
            a, b = match.span(name)
            parts[name.split(AGAIN)[0]] = " ".join(token for _, _, token in tokens[a:b]).lower()
    before = tuple(token.lower() for _, _, token in tokens[max(0, first - 2) : first])
    after = tuple(token.lower() for _, _, token in tokens[last + 1 : last + 4])
    return Hit(tokens[first][0], tokens[last][1], means, parts, before, after)


@cache
def grammar() -> Grammar:
    """The compiled rules (once a process, at the first text)."""
    data = yaml_data(RULES)
    forms = [(rule["means"], form) for rule in data["rules"] for form in rule["forms"]]
    macros: dict[str, str] = data["macros"]
    names = {m[2] for _, form in forms for m in _SLOT.finditer(form) if m[2]}
    names |= {m[2] for macro in macros.values() for m in _SLOT.finditer(macro) if m[2]}
    vocabulary = Vocabulary(name for name in names if not _is_class(name))
    sources = [(means, _distinct(_source(form, macros, vocabulary))) for means, form in forms]
    compiled = tuple(Form(means, re.compile(source)) for means, source in sources)
    unnamed = [re.sub(r"\(\?P<\w+>", "(?:", source) for _, source in sources]
    anchors = "".join(sorted({char for name in _ANCHORS for char in vocabulary.chars(name)}))
    runs = re.compile(f"[^{OTHER}]*[{re.escape(anchors)}][^{OTHER}]*")
    return Grammar(vocabulary, compiled, re.compile("|".join(unnamed)), runs)


def _is_class(name: str) -> bool:
    """Whether a name in a rule is a class of words or a kind of number, not a word itself."""
    return name in times() or name in times()["words"] or name in SHAPES


def _source(form: str, macros: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """The regex source of a form: macros and classes put in, plain groups made non-capturing."""

    def fill(match: re.Match[str]) -> str:
        key, name, macro_key, macro = match.groups()
        if macro:
            inner = _source(macros[macro], macros, vocabulary)
            return f"(?P<{macro_key}>{inner})" if macro_key else f"(?:{inner})"
        inner = _holidays(vocabulary) if name == "holidays" else _one_of(vocabulary, name)
        return f"(?P<{key}>{inner})" if key else inner

    return re.sub(r"\((?!\?)", "(?:", _SLOT.sub(fill, re.sub(r"\((?!\?)", "(?:", form)))


def _distinct(source: str) -> str:
    """The source with a number behind each part's name: a regex may not name two groups alike."""
    number = count()
    return re.sub(r"\(\?P<(\w+)>", lambda match: f"(?P<{match[1]}{AGAIN}{next(number)}>", source)


def _one_of(vocabulary: Vocabulary, name: str) -> str:
    chars = vocabulary.chars(name)
    if not chars:
        raise DataError(f"{RULES} names the class {name}, which no word has")
    return f"[{re.escape(chars)}]"


def _holidays(vocabulary: Vocabulary) -> str:
    """All names of holidays, each a sequence of words, the longest first."""
    names = sorted(times()["holidays"], key=len, reverse=True)
    return "|".join("".join(_one_of(vocabulary, HOLIDAY + word) for _, _, word in pieces(name)) for name in names)
