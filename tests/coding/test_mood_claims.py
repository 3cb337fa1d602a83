"""The mood of real claims: a threat is no attack, an attempt no success; denials and accusations keep their stance."""

import pytest

from contested import Claim
from tests.coding.reading import read

Told = tuple[str, str, str]


def acts(text: str) -> list[Claim]:
    """The claims of conflict in a text: frame claims that are acts."""
    return [claim for claim in read(text).claims if claim.kind == "event" and claim.method.startswith("frame:")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels stormed the barracks in Sevare on Monday.", ("asserts", "actual", "+")),
        ("Warplanes are bombing Idlib.", ("asserts", "ongoing", "+")),
        ("The army did not shell Aleppo on Monday.", ("asserts", "actual", "-")),
        ("The rebels failed to capture the town of Kobani.", ("asserts", "actual", "-")),
        ("The rebels have not attacked the town of Beni.", ("asserts", "actual", "-")),
        ("The army denied that it had shelled Aleppo.", ("denies", "actual", "+")),
        ("The army denied shelling Aleppo.", ("denies", "actual", "+")),
        ("Kyiv accused Russia of shelling Kherson.", ("accuses", "actual", "+")),
        ("The army will storm the town of Kobani, the general said.", ("asserts", "planned", "+")),
        ("The army plans to storm the town of Kobani.", ("asserts", "planned", "+")),
        ("Hamas threatened to shell Ashkelon.", ("threatens", "planned", "+")),
        ("The governor warned that rebels had surrounded Bunia.", ("asserts", "actual", "+")),
        ("The ministry warned residents that rebels are shelling Goma.", ("asserts", "ongoing", "+")),
        ("The council warned that militias would attack Bunia.", ("predicts", "planned", "+")),
        ("The council warned that rebels could attack Bunia.", ("predicts", "possible", "+")),
        ("The rebels may attack the town of Beni.", ("asserts", "possible", "+")),
        ("The rebels could attack the town of Beni at any time.", ("asserts", "possible", "+")),
        ("The rebels tried to capture the town of Kobani.", ("asserts", "possible", "+")),
        ("The army managed to capture the town of Kobani.", ("asserts", "actual", "+")),
        ("The army is trying to capture the town of Kobani.", ("asserts", "possible", "+")),
        ("The general vowed to storm the town of Kobani.", ("intends", "planned", "+")),
        ("Rebels kidnapped three nurses, police said.", ("asserts", "actual", "+")),
        ("The rebels did not manage to capture the town of Kobani.", ("asserts", "actual", "-")),
        ("The army used drones to attack the town of Beni.", ("asserts", "actual", "+")),
    ],
)
def test_stance_modality_and_polarity(text: str, expected: Told) -> None:
    found = {(claim.stance, claim.modality, claim.polarity) for claim in acts(text)}
    assert found == {expected}, [(claim.quote, claim.stance, claim.modality, claim.polarity) for claim in acts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The village fears an attack by the rebels.",
        "Police prevented an attack on the embassy in Nairobi.",
        "If the rebels attack Beni, the army will answer.",
        "The mission is to prevent clashes between the army and the rebels in Juba.",
        "The general warned against an attack on Goma.",
        "Did the rebels attack the town of Beni?",
        "The army would have attacked the town of Beni.",
        "The army should attack the town of Beni, the newspaper wrote.",
        "The threat of air strikes on Sanaa has faded.",
        "There was no attack on the town of Beni.",
        "The planned assault on Raqqa was called off.",
        "The rebels will attack the town of Beni if the talks fail.",
        "The rebels tried to capture the town of Kobani.",
        "Rebels may attack the town of Beni.",
        "The agency has withdrawn its report of a massacre of villagers in Bor.",
        "The army retracted its claim that rebels shelled a school in Homs.",
        "The army stopped short of shelling the town of Homs.",
        "There is no evidence of an air strike on Aleppo, the minister said.",
        "There were scuffles, but none of an air strike on Aleppo.",
        "The governor said that had the army been deployed in Goma on time, lives would have been saved.",
        "Had rebels attacked Goma, thousands would have fled.",
        "Police believed the man robbed the bank in Kano, then kidnapped a teacher.",
    ],
)
def test_what_did_not_take_place_makes_no_event(text: str) -> None:
    reading = read(text)
    assert not [event for event in reading.events if event.status in ("reported", "ongoing", "agreed")], reading.events


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the town of Beni, and the army could not stop them.",
        "The minister did not mention the attack on the town of Beni on Monday.",
        "The governor did not know that rebels had attacked the town of Beni.",
        "Rebels attacked the town of Beni before the talks could begin.",
        "Rebels attacked the town of Beni, but failed to take it.",
        "Why did the rebels attack the town of Beni?",
    ],
)
def test_what_did_take_place_makes_one(text: str) -> None:
    assert [event for event in read(text).events if event.status in ("reported", "ongoing")]


def test_who_is_warned_of_is_not_who_is_warned() -> None:
    (claim,) = acts("The council warned that militias would attack Bunia.")
    assert "addressee" not in claim.roles
    assert [ref.text for ref in claim.roles["actor"]] == ["militias"]
