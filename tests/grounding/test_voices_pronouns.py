"""Whom "he", "she", "it" and "they" stand for before a verb of saying."""

import pytest

from tests.grounding.test_voices import chains


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "Okello, a fisherman, said the boats were gone. A member of the district council had come late. "
            "He denied that soldiers had taken them.",
            "member of the district council",
        ),
        (
            "The colonel said the pass was open. The convoy left at noon. He added that two lorries had burned.",
            "colonel",
        ),
        (
            "The colonel said the pass was open. Her grandmother shook her head. He added that two lorries had burned.",
            "colonel",
        ),
        (
            "The spokesman said the pass was open. Her grandmother shook her head. She said nobody had come through.",
            "grandmother",
        ),
        (
            "The army said it had left. The ministry was silent for a day. It said later that two guards had died.",
            "ministry",
        ),
        (
            "The governor said the siege was over. Residents laughed in the square. They said it had only begun.",
            "Residents",
        ),
        (
            "Activists said the camp was empty. The battalions left on Friday, they said, and nobody followed.",
            "Activists",
        ),
        (
            "The nurse said the ward was full. A soldier bled to death on Monday, she said, for want of thread.",
            "nurse",
        ),
        (
            "The nurse said the ward was full. No one was hurt in the night. She had water for two days, she said.",
            "nurse",
        ),
        (
            'The mayor said: "The general has fled. A sergeant is in charge." He added that the bank was shut.',
            "mayor",
        ),
    ],
)
def test_the_nearest_subject_that_fits(text: str, voice: str) -> None:
    assert chains(text)[-1][-1].removeprefix("Her ") == voice


def test_a_pronoun_far_from_everybody_stays_a_pronoun() -> None:
    assert chains("The bridge fell at noon. He said it had been mined.")[-1] == ["narrator", "He"]


def test_an_earlier_gathering_is_not_a_country() -> None:
    text = (
        "Russia said it would sell the missiles. An earlier gathering in Addis Ababa called for a truce. "
        "It said that both armies should withdraw."
    )
    assert chains(text)[-1] == ["narrator", "earlier gathering in Addis Ababa"]
