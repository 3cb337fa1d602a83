"""Whether a count is of today or of a whole war: cumulative cues, the period and the as-of day that the text states."""

import re
from collections.abc import Sequence
from functools import cache

from contested.grounding.counting.measures import SOURCE
from contested.lexicon import fold, yaml_data
from contested.model.claim import DayRange, Flow
from contested.model.grounding import Time
from contested.model.parse import Parsed
from contested.model.text import Span

STOCKS = frozenset({"refugees", "population", "fighters", "affected", "missing"})
Flowing = tuple[bool | None, Flow | None, DayRange | None, DayRange | None]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cumulative, as_of, comparing = (yaml_data(SOURCE)[part] for part in ("cumulative", "as_of", "comparing"))
    return re.compile("|".join(cumulative)), re.compile("|".join(as_of)), re.compile("|".join(comparing))


def flow_of(parsed: Parsed, span: Span, measure: str, times: Sequence[Time]) -> Flowing:
    """(cumulative, flow, period, as_of) of a count whose clause is `span`; all None where the text says nothing."""
    left, right = _reach(parsed, span)
    text = fold(parsed.text[left:right])
    cumulative, as_of, comparing = _patterns()
    told = comparing.sub(lambda found: " " * len(found[0]), text)
    cue = next((c for c in cumulative.finditer(told) if not _of_aside(parsed, left + c.start(), span)), None)
    dated = as_of.search(text)
    when = _time_at(times, left + dated.end(), right) if dated else None
    known = DayRange(when.low, when.high) if when and (when.low or when.high) else None
    if cue:
        return True, "cumulative", _period(times, left + cue.start(), right), known
    if measure in STOCKS:
        return None, "stock", None, known
    return None, "new", None, known


def _reach(parsed: Parsed, span: Span) -> tuple[int, int]:
    """Where a cue counts: the clause's sentence, cut at a semicolon."""
    tokens = parsed.tokens_in(span.start, span.end)
    sentence = parsed.sentence_of(tokens[0])
    left = parsed.text.rfind(";", sentence.start, span.start)
    right = parsed.text.find(";", span.end, sentence.end)
    return (left if left >= 0 else sentence.start), (right if right >= 0 else sentence.end)


def _of_aside(parsed: Parsed, cue: int, span: Span) -> bool:
    """Whether the cue stands in a loose clause behind the count ("in Bor, which the army has held since May")."""
    token = next(iter(parsed.tokens_in(cue, cue + 1)), None)
    for above in (token, *parsed.ancestors(token)) if token is not None else ():
        if parsed.deps[above] == "relcl":
            first = parsed.subtree(above)[0]
            noun = parsed.heads[above]
            before = parsed.lower(first - 1) == "," if first else False
            return before and parsed.starts[first] >= span.end - 1 and parsed.pos[noun] == "PROPN"
    return False


def _time_at(times: Sequence[Time], start: int, end: int) -> Time | None:
    """The first time expression that begins or still runs at `start`, before `end`."""
    return next((t for t in times if t.end > start and t.start < min(end, start + 80)), None)


def _period(times: Sequence[Time], start: int, end: int) -> DayRange | None:
    """The days that a cumulative count covers, from the time in or behind its cue; "since" leaves the end open."""
    time = _time_at(times, start, end)
    if time is None or not (time.low or time.high):
        return None
    return DayRange(time.low, None if time.high == time.low or time.type == "date" else time.high)
