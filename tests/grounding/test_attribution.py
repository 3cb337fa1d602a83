"""Who says what: source, cue and content of attributions, in many shapes of sentence."""

import pytest

from contested.grounding.attribution import find_sayings
from contested.lexicon.speech import cue_in_span, stance_of, verb_cues
from contested.model.claim import STANCES
from contested.model.grounding import Saying, Time
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.parse import parse
from contested.parsing.segment import sentences


def read(text: str, source: str | None = None, title: str | None = None) -> tuple[Saying, ...]:
    blocks: tuple[Block, ...] = (Block(0, len(text), "body"),)
    if title is not None:
        blocks = (Block(0, len(title), "title"), Block(len(title) + 2, len(text), "body"))
    report = Report("r", text, blocks, source=source)
    parts = sentences(report)
    return find_sayings(report, parse(text, parts, range(len(parts))), (), (), ())


def shown(text: str, source: str | None = None) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution in the text's words; parts of a content joined by " ... "."""
    found = []
    for saying in read(text, source):
        at = saying.attribution
        source_words = " ".join(text[s.start : s.end] for s in at.source)
        found.append((source_words, saying.cue, " ... ".join(text[s.start : s.end] for s in at.content)))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor of Kherson said two bridges had been mined.",
            ("The governor of Kherson", "say", "two bridges had been mined"),
        ),
        (
            "Shelling resumed near Taiz at dawn, residents said.",
            ("residents", "say", "Shelling resumed near Taiz at dawn"),
        ),
        (
            "The offensive, the army said on Monday, was the largest in years.",
            ("the army", "say", "The offensive ... was the largest in years"),
        ),
        (
            "According to the United Nations, 4,000 people have fled El Fasher.",
            ("the United Nations", "according to", "4,000 people have fled El Fasher"),
        ),
        (
            "The junta has denied bombing the school.",
            ("The junta", "deny", "bombing the school"),
        ),
        (
            "Kinshasa accused the rebels of looting the hospital.",
            ("Kinshasa", "accuse", "the rebels of looting the hospital"),
        ),
        (
            "The soldiers were accused by activists of burning three villages.",
            ("activists", "accuse", "The soldiers ... of burning three villages"),
        ),
        (
            "Satellite images show burned houses and a crater near the clinic.",
            ("Satellite images", "show", "burned houses and a crater near the clinic"),
        ),
        (
            "The president called the raid a massacre.",
            ("The president", "call", "the raid a massacre"),
        ),
        (
            "The army's claim that it holds Bakhmut could not be checked.",
            ("The army's", "claim", "that it holds Bakhmut"),
        ),
        ("The attack was claimed by the Islamic State.", ("the Islamic State", "claim responsibility", "The attack")),
        (
            "The brigade claimed responsibility for the ambush.",
            ("The brigade", "claim responsibility", "the ambush"),
        ),
        ("Police suspect the group of burning two schools.", ("Police", "suspect", "the group of burning two schools")),
        (
            "The minister described the dead men as bandits.",
            ("The minister", "describe", "the dead men as bandits"),
        ),
    ],
)
def test_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "The attack confirmed how weak the ceasefire in Sudan was.",
        "The explosion showed that the depot was full.",
        "Three soldiers were killed near Gao on Tuesday.",
        "The mayor could not say how many had died.",
        "The general declined to say where the convoy was going.",
        "If the rebels say the road is open, drivers will come.",
        "There was no immediate claim of responsibility for the bombing.",
        "Fighters entered the town at night and burned the market.",
        "Two boys reported missing in Gao were found on Tuesday.",
    ],
)
def test_no_voice_is_made_where_nobody_speaks(text: str) -> None:
    assert shown(text) == []


def test_x_and_y_say_is_two_attributions_of_one_content() -> None:
    found = shown("Government troops have left Myawaddy, state media and the rebels say.")
    assert {(s, c) for s, _, c in found} == {
        ("state media", "Government troops have left Myawaddy"),
        ("the rebels", "Government troops have left Myawaddy"),
    }


def test_a_second_verb_of_saying_ends_the_first_content() -> None:
    text = "The bishop said that there were wounded people in Catatumbo and called on the guerrillas to open the road."
    contents = {c: (s, t) for s, c, t in shown(text)}
    assert contents["say"] == ("The bishop", "that there were wounded people in Catatumbo")
    assert contents["call on"][1] == "the guerrillas to open the road"


def test_a_participle_goes_on_from_the_speaker() -> None:
    text = "The envoy said the proof was clear, adding that any answer had to be lawful."
    contents = {c: t for _, c, t in shown(text)}
    assert contents["say"] == "the proof was clear"
    assert contents["add"] == "that any answer had to be lawful"


def test_a_loose_relative_clause_is_the_reporters() -> None:
    text = "Damascus hailed the capture of the hill - which had been in enemy hands for months - as a triumph."
    assert ("Damascus", "hail", "the capture of the hill ... as a triumph") in shown(text)


def test_a_quotation_over_two_sentences_is_one_content() -> None:
    text = '"We have no water. The wells are dry," said a nurse in Zinder.'
    assert ("a nurse in Zinder", "say", '"We have no water. The wells are dry,"') in shown(text)


def test_a_quotation_goes_on_after_the_speaker() -> None:
    text = '"They came at night," Adam Ishaq said. "They took the boys."'
    assert ("Adam Ishaq", "say", '"They came at night," ... "They took the boys."') in shown(text)


def test_a_quotation_over_paragraphs() -> None:
    text = (
        "The foreign minister said:\n“This cannot stand. They must leave now.\n“There is only one way out.”\nIt rained."
    )
    (saying,) = read(text)
    words = " ".join(text[s.start : s.end] for s in saying.attribution.content)
    assert "This cannot stand" in words
    assert "only one way out" in words
    assert "It rained" not in words


@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("“", "”"), ("«", "»"), ("''", "''"), ("„", "“")])
def test_quotation_marks_of_many_kinds(opening: str, closing: str) -> None:
    text = f"{opening}Nobody has slept since the drones came,{closing} Olena said."
    (saying,) = read(text)
    assert saying.attribution.form == "direct"


def test_forms() -> None:
    forms = [s.attribution.form for s in read('Moscow said the depot "ceased to exist". Kyiv said two tanks burned.')]
    assert forms == ["mixed", "indirect"]


def test_reports_of_are_unnamed_and_stand_inside_what_is_said() -> None:
    text = "The aid group said there were reports of shortages in Tigray."
    outer, inner = read(text)
    assert inner.attribution.parent == outer.attribution.id
    assert inner.voices[-1].role == "unnamed"
    assert inner.voices[-1].name == "reports"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The villages are reportedly held by militiamen.", "reports"),
        ("It was reported that ten fishermen had drowned.", "reports"),
        ("There are reports of clashes around Goma.", "reports"),
        ("Estimated population of 30,000 people", "unnamed estimate"),
        ("The colonel is accused of ordering the massacre.", "unnamed accusations"),
        ("Clashes were reported in Jenin overnight.", "reports"),
    ],
)
def test_hidden_voices(text: str, name: str) -> None:
    (saying,) = read(text)
    assert (saying.voices[-1].name, saying.voices[-1].role) == (name, "unnamed")
    assert saying.attribution.source == ()


def test_a_headline_may_name_its_source_behind_a_dash() -> None:
    title = "Air raid kills nine in Hodeidah - medics"
    text = title + "\n\nNine people died when a market was hit."
    sayings = read(text, title=title)
    assert [(s.voices[-1].name, s.cue) for s in sayings] == [("medics", ":")]


def test_a_topic_before_a_colon_is_no_voice() -> None:
    title = "Syria war: Rebels leave Harasta"
    assert read(title + "\n\nBuses left the town at noon.", title=title) == ()


def test_a_text_that_lost_its_commas() -> None:
    text = "Gunmen stormed a barracks outside Gao burning two lorries and wounding nine recruits the governorate said."
    ((source, _, content),) = shown(text)
    assert source == "the governorate"
    assert content.endswith("nine recruits")


def test_negated_saying() -> None:
    (saying,) = read("The ministry did not confirm that the pilot was dead.")
    assert saying.negated


def test_the_day_of_the_saying_is_the_one_on_the_cue() -> None:
    text = "The prefect said on Tuesday that the bridge had fallen on Sunday."
    report = Report("r", text, (Block(0, len(text), "body"),))
    parts = sentences(report)
    times = [Time(f"t{n}", text.index(d), text.index(d) + len(d), "date") for n, d in enumerate(("Sunday", "Tuesday"))]
    (saying,) = find_sayings(report, parse(text, parts, range(len(parts))), (), (), times)
    assert saying.said == 1


def test_ids_follow_the_text_and_spans_lie_in_it() -> None:
    text = 'Police said he fled. "He is armed," a guard told reporters. Witnesses denied it.'
    sayings = read(text)
    assert [s.attribution.id for s in sayings] == [f"a{n + 1}" for n in range(len(sayings))]
    for saying in sayings:
        for span in (*saying.attribution.cue, *saying.attribution.content, *saying.attribution.source):
            assert 0 <= span.start < span.end <= len(text)


def test_empty_text_has_no_sayings() -> None:
    assert read("") == ()


def test_stances_and_spans_of_cues() -> None:
    assert (stance_of("deny"), stance_of("call for"), stance_of("confirmation")) == ("denies", "demands", "confirms")
    assert stance_of("according to") == "asserts"
    assert stance_of("claim responsibility") == "claims"
    assert cue_in_span("accuse") and cue_in_span("hail") and not cue_in_span("say")
    assert {cue.stance for cue in verb_cues().values()} <= set(STANCES)


def test_a_headline_of_two_clauses_attributes_none_to_the_other() -> None:
    text = "Peru: guerrillas free two soldiers, army denies shelling village"
    assert all("free" not in content for _, cue, content in shown(text) if cue == "deny")
