"""Parts a plain text into blocks: title, byline, dateline, body, heading, caption, box and the page's furniture."""

from contested.acquire.furniture import furniture
from contested.acquire.layout import kinds
from contested.acquire.lines import paragraphs
from contested.model.text import Block


def classify(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text, in order; every non-blank line lies in exactly one, and no block holds a blank line.

    A block is a paragraph: a line, or several that a program wrapped inside a sentence. Offsets are code points of
    `text`, white space around a block left out. `title` is the report's title where it is known from elsewhere. A text
    of one paragraph is one body block; an empty one has none. Kinds that nothing speaks for are `body`.
    """
    paras = paragraphs(text)
    found = kinds(paras, furniture(text, paras, title), title)
    return tuple(Block(p.start, p.end, kind) for p, kind in zip(paras, found, strict=True))
