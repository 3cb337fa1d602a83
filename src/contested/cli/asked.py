"""What a language model's part in a run was, told on standard error: how much held, what was dropped, what it cost."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from contested.cli.guard import say

if TYPE_CHECKING:
    from contested.model.proposed import Asked
    from contested.model.reading import Reading

Number = TypeVar("Number", int, float)


@dataclass(slots=True)
class Total:
    """The sums over the reports asked about. Tokens and money are None once an answer does not say."""

    model: str = ""
    reports: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    tokens_in: int | None = 0
    tokens_out: int | None = 0
    money: float | None = 0.0
    seconds: float = 0.0

    def add(self, asked: "Asked") -> None:
        """Add one report's."""
        self.model, self.reports = asked.model, self.reports + 1
        self.errors.update([asked.error] if asked.error else [])
        self.counts.update(proposed=asked.proposed, known=asked.known, added=asked.added)
        self.dropped.update(asked.dropped)
        self.seconds += asked.seconds
        if asked.error is None or asked.tokens_in is not None:
            self.tokens_in = _plus(self.tokens_in, asked.tokens_in)
            self.tokens_out = _plus(self.tokens_out, asked.tokens_out)
            self.money = _plus(self.money, asked.money)


def told(readings: Iterable["Reading"]) -> Iterator["Reading"]:
    """The same readings; when they end, or nobody wants more, what asking the model came to."""
    total = Total()
    try:
        for reading in readings:
            if reading.language_model is not None:
                total.add(reading.language_model)
            yield reading
    finally:
        for line in lines(total) if total.reports else ():
            say(line)


def lines(total: Total) -> Iterator[str]:
    """The sentences for people."""
    counts, answered = total.counts, total.reports > total.errors.total()
    if answered:
        yield (
            f"language model {total.model}, {_many(total.reports, 'report')}: {counts['proposed']} happenings "
            f"proposed, {counts['known']} read without it, {counts['added']} added"
        )
    if total.dropped:
        yield f"dropped: {'; '.join(_causes(total.dropped))}"
    if answered or total.tokens_in:
        yield f"cost: {', '.join(_cost(total))}"
    for why, count in total.errors.most_common():
        yield f"{_many(count, 'report')} read without the language model: {why}"


def _causes(dropped: Counter[str]) -> Iterator[str]:
    from contested.lexicon import yaml_data

    words = yaml_data("language_model.yml")["causes"]
    yield from (f"{count} {words.get(cause, cause)}" for cause, count in dropped.most_common())


def _cost(total: Total) -> Iterator[str]:
    if total.tokens_in is not None and total.tokens_out is not None:
        yield f"{total.tokens_in:,} tokens in, {total.tokens_out:,} out"
    else:
        yield "tokens not told by the server"
    if total.money is not None:
        yield f"{total.money:.4f} by the prices given"
    yield f"{total.seconds:.1f} s"


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _plus(total: Number | None, more: Number | None) -> Number | None:
    return None if total is None or more is None else total + more
