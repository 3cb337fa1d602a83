"""The parse as plain arrays: offsets and links."""

import re

import spacy
from spacy.tokens import Doc

from contested.lexicon import yaml_data
from contested.model.parse import Sentence
from contested.parsing.parse import LONGEST_TOKENS, MODELS, parse, parse_batch

TEXT = "Rebels hoped to hold Goma.  The army\nhad left it."
SENTENCES = (Sentence(0, 26, 0), Sentence(28, 49, 0))


def test_tokens_stand_where_the_text_has_them() -> None:
    parsed = parse(TEXT, SENTENCES, [0, 1])
    words = [TEXT[a:b] for a, b in zip(parsed.starts, parsed.ends, strict=True)]
    assert words == ["Rebels", "hoped", "to", "hold", "Goma", ".", "The", "army", "had", "left", "it", "."]
    assert parsed.lemmas[1] == "hope"


def test_sentences_that_nobody_wants_have_no_tokens() -> None:
    parsed = parse(TEXT, SENTENCES, [1])
    assert not parsed.sentences[0].parsed
    assert parsed.sentences[1].parsed
    assert parsed.word(0) == "The"
    assert parsed.sentence_number(0) == 1


def test_heads_stay_inside_their_sentence() -> None:
    parsed = parse(TEXT, SENTENCES, [0, 1])
    for sentence in parsed.sentences:
        tokens = range(sentence.first, sentence.last)
        assert all(parsed.heads[token] in tokens for token in tokens)
        assert sum(parsed.heads[token] == token for token in tokens) == 1


def test_trees_can_be_walked() -> None:
    parsed = parse(TEXT, SENTENCES, [0, 1])
    hold = 3
    assert parsed.lower(hold) == "hold"
    assert [parsed.lower(token) for token in parsed.ancestors(hold)] == ["hoped"]
    subject = parsed.child(1, "nsubj")
    assert subject is not None
    assert parsed.lower(subject) == "rebels"
    assert parsed.tokens_in(21, 25) == range(4, 5)
    assert parsed.head_of(28, 36) == 7


def test_a_batch_gives_what_each_gives_alone() -> None:
    alone = parse(TEXT, SENTENCES, [0, 1])
    batch = list(parse_batch([(TEXT, SENTENCES, [0, 1]), (TEXT, SENTENCES, [1])]))
    assert batch[0].heads == alone.heads
    assert len(batch[1].starts) == 6


def test_a_monster_is_parsed_only_so_far() -> None:
    text = "and " * 2_000
    parsed = parse(text, (Sentence(0, len(text), 0),), [0])
    assert len(parsed.starts) <= LONGEST_TOKENS


def test_words_are_tagged_as_the_whole_pipeline_tags_them() -> None:
    """Part of speech and lemma come from a word's kind, which must not be told from what the pipeline gives."""
    text = (
        "There are fears that the men who'd been hiding near Jenin aren't coming back. But that isn't all; we'll see "
        "what those do. He did do it, and it did not hurt. Some say Wounded Knee fell; others were badly wounded. "
        "If they have to leave, have them leave now. You never saw the dead, the better armed or the worst hit."
    )
    names = [name for name in MODELS if spacy.util.is_package(name)]
    nlp = spacy.load(names[0], exclude=["ner"])
    ends = [match.end() for match in re.finditer(r"[.;:](?= |$)", text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    parsed = parse(text, [Sentence(a, b, 0) for a, b in zip(starts, ends, strict=True)], range(len(ends)))
    whole = [token for a, b in zip(starts, ends, strict=True) for token in nlp(one_sentence(nlp.make_doc(text[a:b])))]
    assert list(zip(parsed.pos, parsed.tags, strict=True)) == [(token.pos_, token.tag_) for token in whole]
    known_wrong = yaml_data("lexicon/lemmas.yml")
    assert list(parsed.lemmas) == [known_wrong.get(token.lower_, token.lemma_.lower()) for token in whole]


def one_sentence(doc: Doc) -> Doc:
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def test_forms_that_the_parsers_tables_get_wrong_are_right() -> None:
    text = "The army retook Khartoum and installed a governor."
    parsed = parse(text, (Sentence(0, len(text), 0),), [0])
    assert {"retake", "install"} <= set(parsed.lemmas)


def test_a_name_behind_the_last_noun_of_a_list_is_that_nouns() -> None:
    text = "Villagers and the aid agency Oxfam said so, and so did police and the mayor, Ines Duarte."
    parsed = parse(text, (Sentence(0, len(text), 0),), [0])
    named = {parsed.word(i): parsed.word(parsed.heads[i]) for i, dep in enumerate(parsed.deps) if dep == "appos"}
    assert named["Oxfam"] == "agency"


def test_shot_is_the_verb_of_shot_dead() -> None:
    text = "Gunmen in a car shot dead a judge in Mosul on Monday."
    parsed = parse(text, (Sentence(0, len(text), 0),), [0])
    shot = next(token for token, lemma in enumerate(parsed.lemmas) if lemma == "shoot")
    assert (parsed.deps[shot], parsed.tags[shot], parsed.pos[shot]) == ("ROOT", "VBD", "VERB")
    assert {parsed.word(child) for child in parsed.children(shot, "nsubj", "dobj")} == {"Gunmen", "judge"}
    assert parsed.word(parsed.heads[shot - 1]) == "in"
