"""The chain of voices: relays, documents, persons who speak for bodies, pronouns, the report's own name."""

import pytest

from contested.grounding.attribution import find_sayings
from contested.model.grounding import Entity, Mention, Saying
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.parse import parse
from contested.parsing.segment import sentences


def read(text: str, source: str | None = None, named: dict[str, Entity] | None = None) -> tuple[Saying, ...]:
    """Sayings of a text; `named` gives the entity of each first occurrence of some words."""
    report = Report("r", text, (Block(0, len(text), "body"),), source=source)
    parts = sentences(report)
    mentions = [
        Mention(f"m{n}", text.index(words), text.index(words) + len(words), entity.type, entity.id)
        for n, (words, entity) in enumerate((named or {}).items())
    ]
    entities = list({e.id: e for e in (named or {}).values()}.values())
    return find_sayings(report, parse(text, parts, range(len(parts))), entities, mentions, ())


def chains(text: str, source: str | None = None, named: dict[str, Entity] | None = None) -> list[list[str]]:
    return [[v.name for v in s.voices] for s in read(text, source, named)]


def test_the_first_voice_is_the_report() -> None:
    (saying,) = read("Officials said the dam was intact.", "Kyiv Post")
    assert (saying.voices[0].name, saying.voices[0].role) == ("Kyiv Post", "narrator")
    (saying,) = read("Officials said the dam was intact.")
    assert saying.voices[0].name == "narrator"


def test_told_an_outlet_is_a_relay_unless_it_is_the_report_itself() -> None:
    text = "A doctor told Reuters that the ward was full."
    assert chains(text, "Daily Star") == [["Daily Star", "Reuters", "doctor"]]
    assert chains(text, "Reuters") == [["Reuters", "doctor"]]
    assert chains("A doctor told the BBC that the ward was full.", "BBC News") == [["BBC News", "doctor"]]


def test_a_statement_quoted_by_an_agency() -> None:
    text = '"We hold the airport," said a rebel statement quoted by Reuters.'
    saying = read(text, "BBC")[-1]
    assert [(v.name, v.role) for v in saying.voices] == [
        ("BBC", "narrator"),
        ("Reuters", "relay"),
        ("rebel statement", "document"),
    ]


def test_citing_puts_the_cited_inside() -> None:
    text = "Forty homes were washed away, Radio Okapi said, citing the civil guard."
    assert chains(text)[-1] == ["narrator", "Radio Okapi", "civil guard"]


def test_according_to_stands_outside_of_said() -> None:
    text = "The drone fell on a grain store, said the mayor, according to the Tass news agency."
    assert ["narrator", "Tass news agency", "mayor"] in chains(text)


def test_quoted_as_saying() -> None:
    text = "The president was quoted by Interfax as saying the army would leave."
    assert chains(text) == [["narrator", "Interfax", "president"]]


def test_images_have_their_role() -> None:
    (saying,) = read("Drone footage shows tanks on fire near the bridge.")
    assert saying.voices[-1].role == "image"


def test_a_person_speaks_for_a_body() -> None:
    un, kamal = Entity("e1", "United Nations", "organisation"), Entity("e2", "Amina Kamal", "person")
    text = "UN spokeswoman Amina Kamal said the convoy was stopped."
    (saying,) = read(text, named={"UN": un, "Amina Kamal": kamal})
    voice = saying.voices[-1]
    assert (voice.name, voice.entity, voice.for_) == ("Amina Kamal", "e2", "e1")
    assert saying.attribution.speaker == "e2"


def test_a_pronoun_with_an_entity_has_its_name() -> None:
    group = Entity("e1", "Arakan Army", "armed_group")
    text = "The Arakan Army attacked the port. It said the fight was over."
    (saying,) = read(text, named={"It": group})
    assert saying.voices[-1].name == "Arakan Army"
    assert text[saying.voices[-1].start : saying.voices[-1].end] == "It"


def test_a_pronoun_without_an_entity_takes_the_last_fitting_voice() -> None:
    text = "Major Ali Hassan said the road was open. The ministry said it was closed. He added that trucks had passed."
    assert chains(text)[-1] == ["narrator", "Major Ali Hassan"]


def test_a_surname_is_the_fuller_name_before() -> None:
    text = "Colonel Moussa Traore said the city was safe. Two bridges had fallen, Traore said."
    assert chains(text)[-1] == ["narrator", "Colonel Moussa Traore"]


def test_what_one_hopes_in_ones_own_words_is_no_new_level() -> None:
    text = '"We hope to return to Darfur," the teacher said.'
    assert {tuple(c) for c in chains(text)} == {("narrator", "teacher")}


def test_a_saying_inside_a_saying_has_two_levels() -> None:
    text = "The governor said villagers had told him that the militia was coming."
    assert ["narrator", "governor", "villagers"] in chains(text)


def test_first_person_without_a_speaker_is_the_report() -> None:
    assert chains("We condemn this cowardly attack.", "FARC") == [["FARC"]]


def test_correspondent_passes_on_what_the_rebels_gave_as_reason() -> None:
    text = "One reason given by the rebels for their retreat was that they had no shells, our correspondent reports."
    assert ["narrator", "our correspondent", "rebels"] in chains(text)


@pytest.mark.parametrize("text", ["Reuters reported that the bridge was mined.", "The bridge was mined, AFP reported."])
def test_an_outlet_without_its_source_is_a_relay(text: str) -> None:
    (saying,) = read(text)
    assert saying.voices[-1].role == "relay"


@pytest.mark.parametrize(
    ("headline", "voice"),
    [
        ("Rebels killed 40 soldiers: monitor", "monitor"),
        ("Two lorries burn near Zawiya - residents", "residents"),
        ("Medics: nine dead in Bor market", "Medics"),
        ("Kyiv says it shot down 40 drones", "Kyiv"),
    ],
)
def test_headlines_name_their_voice_before_or_behind(headline: str, voice: str) -> None:
    assert [chain[-1] for chain in chains(headline)] == [voice]


def test_a_label_of_two_parties_is_nobody() -> None:
    assert all("Gaza" not in name for chain in chains("Israel-Gaza: 12 killed in strike, medics say") for name in chain)


@pytest.mark.parametrize(
    ("text", "name", "voice"),
    [
        ("Relatives of one of them, Karim Saleh, 23, said he was unarmed.", "Karim Saleh", "Relatives of one of them"),
        ("Colleagues of Maria Lopez said she was calm.", "Maria Lopez", "Colleagues of Maria Lopez"),
        ("The family of the victim, Karim Saleh, said he was unarmed.", "Karim Saleh", "family of the victim"),
        ("The envoy to Yemen, Hans Brandt, said talks would go on.", "Hans Brandt", "Hans Brandt"),
        ("A spokesman for the army, Nabil Awad, said talks had failed.", "Nabil Awad", "Nabil Awad"),
    ],
)
def test_who_is_spoken_of_is_not_who_speaks(text: str, name: str, voice: str) -> None:
    (chain,) = chains(text, named={name: Entity("e1", name, "person")})
    assert chain[-1] == voice
