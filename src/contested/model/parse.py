"""A parsed text as plain arrays: no object of the parser's library leaves the parsing room."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from contested.model.text import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the report, its block (index into Report.blocks) and its tokens `[first, last)`.

    `parsed` is False where the gate left the sentence out of the parse; it then has no tokens (first == last).
    """

    start: int
    end: int
    block: int
    first: int = 0
    last: int = 0

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def parsed(self) -> bool:
        return self.last > self.first


@dataclass(frozen=True)
class Parsed:
    """All tokens of a report's parsed sentences, one entry a token in each array.

    `heads` are token indices into the same arrays (a root is its own head). `deps` are the labels of spaCy's English
    models (ClearNLP style: nsubj, nsubjpass, dobj, agent, pobj, ccomp, relcl ...), `pos` Universal POS, `tags` Penn.
    """

    text: str
    sentences: tuple[Sentence, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    lemmas: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deps: tuple[str, ...] = ()
    names: tuple[tuple[int, int, str], ...] = field(default=())

    def word(self, i: int) -> str:
        """The token's own text."""
        return self.text[self.starts[i] : self.ends[i]]

    def lower(self, i: int) -> str:
        """The token's text in lower case."""
        return self._lowered[i]

    @cached_property
    def _lowered(self) -> tuple[str, ...]:
        return tuple(self.text[start:end].lower() for start, end in zip(self.starts, self.ends, strict=True))

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        lists: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                lists[head].append(i)
        return tuple(tuple(children) for children in lists)

    @cached_property
    def _sentence_of_token(self) -> tuple[int, ...]:
        numbers: list[int] = []
        for number, sentence in enumerate(self.sentences):
            numbers.extend([number] * (sentence.last - sentence.first))
        return tuple(numbers)

    def children(self, i: int, *deps: str) -> tuple[int, ...]:
        """Dependents of token i in text order, of these relations only if any are named."""
        found = self._children[i]
        if not (deps and found):
            return found
        labels = self.deps
        return tuple([c for c in found if labels[c] in deps])

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of token i with one of these relations, or None."""
        labels = self.deps
        for c in self._children[i]:
            if not deps or labels[c] in deps:
                return c
        return None

    def joined(self, i: int) -> tuple[int, ...]:
        """The next members of a list that token i opens ("A, B and C"), also where the parse takes B for an aside."""
        found = self.children(i, "conj")
        if self.pos[i] != "PROPN":
            return found
        return (*found, *(a for a in self.children(i, "appos") if self.pos[a] == "PROPN" and self.children(a, "conj")))

    def ancestors(self, i: int) -> Iterator[int]:
        """Heads of token i from the nearest to the root, i itself left out."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def subtree(self, i: int) -> list[int]:
        """Token i and all that hangs on it, in text order."""
        found, waiting = [], [i]
        while waiting:
            token = waiting.pop()
            found.append(token)
            waiting.extend(self._children[token])
        return sorted(found)

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def subtree_span(self, i: int) -> Span:
        """The characters from the first to the last token of i's subtree."""
        tokens = self.subtree(i)
        return self.span(tokens[0], tokens[-1])

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that holds token i."""
        return self.sentences[self._sentence_of_token[i]]

    def sentence_number(self, i: int) -> int:
        """The index in `sentences` of the sentence that holds token i."""
        return self._sentence_of_token[i]

    def tokens_in(self, start: int, end: int) -> range:
        """Indices of the tokens that overlap the characters `[start, end)`."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def head_of(self, start: int, end: int) -> int | None:
        """The token inside `[start, end)` whose head lies outside it (the phrase's head), or None."""
        inside = self.tokens_in(start, end)
        return next((i for i in inside if self.heads[i] not in inside or self.heads[i] == i), None)
