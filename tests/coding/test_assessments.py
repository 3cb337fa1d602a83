"""What a text judges, explains or foretells. All sentences are our own."""

import pytest

from contested import Claim
from tests.coding.reading import read

FIGHT = "Shells hit the market of Sinjar on Monday, killing nine. "


def judged(text: str) -> list[Claim]:
    return [claim for claim in read(FIGHT + text).claims if claim.method.startswith("assessment")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It was the deadliest attack in the region since the war began.", "It was the deadliest attack in the region"),
        ("The army began the largest offensive of the past two years.", "the largest offensive of the past two years"),
        (
            "The town has seen some of the fiercest fighting of the war.",
            "The town has seen some of the fiercest fighting",
        ),
        ("The town had been a key supply line for the militants.", "The town had been a key supply line"),
        ("Troops entered Bor, a strategic town on the river.", "a strategic town on the river"),
        ("The loss is a heavy blow to the rebels.", "The loss is a heavy blow to the rebels"),
        ("The base fell in a major setback for the government.", "a major setback for the government"),
        ("The raid highlights the risks that aid workers run.", "The raid highlights the risks"),
        ("The bombing has heightened tensions in the north.", "The bombing has heightened tensions in the north"),
        ("Shells fell all night, causing panic among residents.", "causing panic among residents"),
        ("The situation remains tense in the camp.", "The situation remains tense in the camp"),
        ("Such attacks are rare in the capital.", "Such attacks are rare in the capital"),
        ("The bombing of the ward is unacceptable.", "The bombing of the ward is unacceptable"),
        ("Gunmen burned huts in retaliation for the killing of a chief.", "in retaliation for the killing of a chief"),
        ("The raid was aimed at freeing hostages.", "The raid was aimed at freeing hostages"),
        ("The aim of the siege is to starve the town.", "The aim of the siege is to starve the town"),
        ("The death toll could rise, medics said.", "The death toll could rise"),
        ("The toll is expected to rise.", "The toll is expected to rise"),
        ("Troops burned crops with the aim of starving the town.", "with the aim of starving the town"),
        ("It was the third such attack in the town since Friday.", "It was the third such attack in the town"),
        ("Troops shelled the town to punish its residents.", "to punish its residents"),
        ("The fighting was sparked by a feud over land.", "The fighting was sparked by a feud over land"),
        ("The raid bears the hallmarks of the Front.", "The raid bears the hallmarks of the Front"),
        ("The port has played a crucial role in the war.", "The port has played a crucial role in the war"),
    ],
)
def test_a_judgement_is_kept_in_the_words_of_the_text(text: str, quote: str) -> None:
    assert any(claim.quote.startswith(quote) for claim in judged(text))


@pytest.mark.parametrize(
    "text",
    [
        "The minister raised concerns over the raid.",
        "The footage showed the damage.",
        "It is vital that both sides let aid in.",
        "The police fired gas and made the first arrests of the day.",
        "The watchdog confirmed the use of gas.",
        "The spokesman said in response to a question that the raid had failed.",
        "Two people said they had seen signs of a fire.",
        "It was not known if the raid was aimed at freeing hostages.",
        "India has been a victim of terrorism for years.",
        "His condition is stable, doctors said.",
        "Rebels hit the plant in a raid on reducing supplies.",
        "The explosion was caused by a car bomb.",
        "The UN called for an end to the worst violence in months.",
    ],
)
def test_what_people_do_or_papers_show_is_no_judgement(text: str) -> None:
    assert not judged(text)


def test_what_is_denied_is_not_judged_so() -> None:
    claim = next(iter(judged("The raids are not common in the north.")))
    assert claim.polarity == "-"


def test_whoever_judges_speaks() -> None:
    claim = next(iter(judged("Medics said the death toll could rise.")))
    assert (claim.voice.name, claim.modality, claim.stance) == ("Medics", "possible", "predicts")


def test_a_judgement_makes_no_event() -> None:
    reading = read(FIGHT + "The loss is a heavy blow to the rebels.")
    judgement = next(claim for claim in reading.claims if claim.kind == "assessment")
    assert judgement.event is None
