"""Attributions of rules and encoder made one list: who wins where, what becomes a voice and what does not."""

import pytest

from contested.grounding.attribution import find_attributions
from contested.grounding.saying.composing import merged
from contested.model.grounding import Attribution, Saying
from contested.model.learned import LearnedAttribution, Origin
from contested.model.report import Report
from contested.model.text import Block, Span
from contested.parsing.parse import parse
from contested.parsing.segment import sentences

Found = tuple[tuple[Saying, ...], tuple[Attribution, ...]]


def part(text: str, words: str) -> tuple[Span, ...]:
    """The span of each piece of `words` (pieces are joined by " ... ") in the text."""
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words.split(" ... ")) if words else ()


def told(
    text: str, words: tuple[str, str, str], score: float = 0.9, speech: float = 0.9, origin: Origin = "news"
) -> LearnedAttribution:
    source, cue, content = (part(text, w) for w in words)
    return LearnedAttribution(source, cue, content, score, speech, origin)


def both(text: str, words: tuple[str, str, str], score: float = 0.9) -> list[LearnedAttribution]:
    """The same attribution as two heads found it."""
    return [told(text, words, score), told(text, words, score, origin="conflict")]


def read(text: str, learned: list[LearnedAttribution]) -> Found:
    report = Report("r", text, (Block(0, len(text), "body"),))
    parts = sentences(report)
    return find_attributions(report, parse(text, parts, range(len(parts))), (), (), (), learned)


def shown(text: str, found: Attribution) -> tuple[str, str, str]:
    joined = (" ... ".join(text[s.start : s.end] for s in spans) for spans in (found.source, found.cue, found.content))
    source, cue, content = joined
    return source, cue, content


SUDAN = "Aid convoys had been turned back twice, the mayor of Kosti had it yesterday."
HAD = ("the mayor of Kosti", "had", "Aid convoys had been turned back twice")
YEMEN = "The port of Hodeida stays closed, the harbour master said."


def test_what_no_rule_finds_and_no_lexicon_knows_is_no_voice() -> None:
    said, others = read(SUDAN, [told(SUDAN, HAD)])
    assert said == ()
    assert [shown(SUDAN, a) for a in others] == [HAD]
    assert (others[0].id, others[0].speaker, others[0].form) == ("a1", None, "indirect")


def test_plans_and_wishes_are_no_voices() -> None:
    text = "The junta in Naypyidaw plans to hold elections in December."
    plan = ("The junta in Naypyidaw", "plans", "to hold elections in December")
    said, others = read(text, [told(text, plan, speech=0.2)])
    assert not said
    assert [shown(text, a) for a in others] == [plan]


def test_a_doubtful_one_is_left_out() -> None:
    assert read(SUDAN, [told(SUDAN, HAD, score=0.2)]) == ((), ())


def test_where_rules_find_the_same_there_is_one() -> None:
    words = ("the harbour master", "said", "The port of Hodeida stays closed")
    said, others = read(YEMEN, both(YEMEN, words))
    assert [shown(YEMEN, s.attribution) for s in said] == [words]
    assert others == ()
    assert (said, others) == read(YEMEN, [])


ATRATO = "Twelve people drowned in the Atrato, or so Ms Rivas of the council told families."
RIVAS = ("Ms Rivas of the council", "told families", "Twelve people drowned in the Atrato")


def test_a_voice_that_rules_miss() -> None:
    assert read(ATRATO, []) == ((), ())
    (saying,), others = read(ATRATO, [told(ATRATO, RIVAS)])
    assert (shown(ATRATO, saying.attribution), saying.cue, others) == (RIVAS, "tell", ())
    assert saying.voices[-1].name == "Ms Rivas of the council"


@pytest.mark.parametrize(
    ("words", "score", "speech"),
    [
        (RIVAS, 0.9, 0.2),  # the encoder thinks of a plan or a belief
        (RIVAS, 0.5, 0.9),  # it is not sure
        ((RIVAS[0], RIVAS[1], "the Atrato"), 0.9, 0.9),  # no clause: nobody says that
        (("", RIVAS[1], RIVAS[2]), 0.9, 0.9),  # who speaks is known by grammar alone
    ],
)
def test_what_makes_no_voice(words: tuple[str, str, str], score: float, speech: float) -> None:
    said, others = read(ATRATO, [told(ATRATO, words, score, speech)])
    assert said == ()
    assert [shown(ATRATO, a)[1:] for a in others] == [words[1:]]


def test_things_do_not_speak() -> None:
    text = "Twelve people drowned, or so the river told families."
    said, others = read(text, [told(text, ("the river", "told", "Twelve people drowned"))])
    assert (said, len(others)) == ((), 1)


def test_what_is_let_be_said_nobody_says() -> None:
    text = "Let's say the bridge at Kherson holds for a year."
    assert read(text, both(text, ("'s", "say", "the bridge at Kherson holds for a year")))[0] == ()


def test_two_heads_change_a_source_and_one_does_not() -> None:
    words = ("The port of Hodeida", "said", "The port of Hodeida stays closed")
    for learned, source in (([told(YEMEN, words)], "the harbour master"), (both(YEMEN, words), words[0])):
        said, _ = read(YEMEN, learned)
        assert [shown(YEMEN, s.attribution)[0] for s in said] == [source]


def test_a_source_far_off_is_not_taken_for_a_voice() -> None:
    far = f"Ms Rivas of the council spoke. Rain fell. {ATRATO.replace(RIVAS[0], 'the word that')}"
    words = ("Ms Rivas of the council", "told families", "Twelve people drowned in the Atrato")
    said, others = read(far, [told(far, words)])
    assert (said, [shown(far, a) for a in others]) == ((), [words])


def test_borders_are_those_of_the_rules() -> None:
    for content in ("The port of Hodeida stays", "Hodeida stays closed", "port"):
        said, _ = read(YEMEN, both(YEMEN, ("master", "said", content)))
        assert shown(YEMEN, said[0].attribution) == ("the harbour master", "said", "The port of Hodeida stays closed")


def test_a_source_that_rules_know_by_another_cue_stays() -> None:
    text = "Two villages burned near Kidal, a herder said, according to Radio Tin."
    plain, _ = read(text, [])
    learned, _ = read(text, both(text, ("Radio Tin", "said", "Two villages burned near Kidal")))
    assert [shown(text, s.attribution) for s in learned] == [shown(text, s.attribution) for s in plain]


def test_ids_run_through_voices_and_others_in_text_order() -> None:
    text = f"{YEMEN} Traders hope to sail again by May. The Houthis denied that mines were laid."
    wish = ("Traders", "hope", "to sail again by May")
    said, others = read(text, [told(text, wish, speech=0.1)])
    numbered = sorted([s.attribution for s in said] + list(others), key=lambda a: int(a.id[1:]))
    assert [a.id for a in numbered] == [f"a{n}" for n in range(1, len(numbered) + 1)]
    assert [a.cue[0].start for a in numbered] == sorted(a.cue[0].start for a in numbered)


def test_no_voice_passes_through_a_wish() -> None:
    text = "Fishermen believe the navy said the strait was safe."
    belief = ("Fishermen", "believe", "the navy said the strait was safe")
    said, _ = read(text, [told(text, belief, speech=0.1)])
    inner = next(s for s in said if s.cue == "say")
    assert inner.voices[-1].name == "navy"


def test_stray_words_of_a_content_are_left_out() -> None:
    words = ("the mayor of Kosti", "had", "Aid ... been turned back twice")
    _, others = read(SUDAN, [told(SUDAN, words)])
    assert shown(SUDAN, others[0])[2] == "been turned back twice"


def test_heads_that_agree_are_one() -> None:
    made = merged(both(YEMEN, ("the harbour master", "said", "The port of Hodeida stays closed")))
    assert [(m.found.origin, m.agreed) for m in made] == [("news", True)]


def test_thousands_of_attributions_take_no_time() -> None:
    line = "The port stays closed, he said. "
    text = line * 400
    one = told(line, ("he", "said", "The port stays closed"))

    def moved(by: int) -> LearnedAttribution:
        source, cue, content = (
            tuple(Span(s.start + by, s.end + by) for s in p) for p in (one.source, one.cue, one.content)
        )
        return LearnedAttribution(source, cue, content, 0.9, 0.9, "news")

    said, others = read(text, [moved(n * len(line)) for n in range(400)])
    assert len(said) == 400
    assert others == ()


def test_a_content_that_breaks_off_in_a_phrase_is_completed() -> None:
    text = "The court in Abuja upheld the ban on rallies yesterday."
    _, others = read(text, [told(text, ("The court in Abuja", "upheld", "the ban on"), speech=0.1)])
    assert [shown(text, a)[2] for a in others] == ["the ban on rallies"]


def test_an_article_is_no_content() -> None:
    text = "The consul keeps the flag."
    assert read(text, [told(text, ("The consul", "keeps", "the"), speech=0.1)])[1][0].content == part(text, "the flag")
    text = "The consul keeps up his"
    assert read(text, [told(text, ("The consul", "keeps", "up"), speech=0.1)]) == ((), ())


def test_who_does_it_by_grammar_is_the_source_that_the_encoder_left_out() -> None:
    text = "The envoy for Darfur walked out, even suggesting that the list was forged."
    told_ = told(text, ("", "suggesting", "that the list was forged"), speech=0.1)
    said, others = read(text, [told_])
    assert {shown(text, a)[0] for a in (*(s.attribution for s in said), *others)} == {"The envoy for Darfur"}


def test_a_passive_keeps_its_hidden_source() -> None:
    text = "The accord was viewed as a victory for Ankara."
    _, others = read(text, [told(text, ("", "was viewed as", "The accord ... a victory for Ankara"), speech=0.1)])
    assert [a.source for a in others] == [()]
