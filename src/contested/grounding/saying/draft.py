"""What the parts of attribution hand each other."""

from dataclasses import dataclass

from contested.model.text import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Whose words they are: the span named as source and the token that heads it.

    `head` may lie outside the span ("officials who said": the span is "who", the head "officials"). `relay` is the
    head token of an outlet that passes the words on ("told Reuters", "quoted by Reuters"). `hidden` names a voice
    that the text does not name ("reportedly": "reports"); it then has neither span nor head.
    """

    span: Span | None = None
    head: int | None = None
    relay: int | None = None
    hidden: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before its voices are known. `at` is the cue's token, `word` the cue as the lexicon knows it.

    `inside` is the cue token of the draft in whose content this one stands although its cue is outside of it
    ("X said, citing Y": Y's words reach us inside X's). `cues` are further parts of the cue. `spoken` is False for
    what somebody only plans, wishes or believes: an attribution, but no voice of the report.
    """

    at: int
    word: str
    cue: Span
    source: Source
    content: tuple[Span, ...]
    negated: bool = False
    inside: int | None = None
    cues: tuple[Span, ...] = ()
    spoken: bool = True


HIDDEN = Source()


def joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """The spans in text order, those that overlap or have no letter or digit between them made one."""
    found: list[Span] = []
    for span in sorted(s for s in spans if s.end > s.start):
        if found and not any(c.isalnum() for c in text[found[-1].end : span.start]):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


_EDGE = " \t\n,;:.-–—•*●▪·"


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and loose punctuation at its ends; quotation marks stay."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)
