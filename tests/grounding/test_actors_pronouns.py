"""Pronouns are tied only where one antecedent is possible."""

from tests.grounding.actor_reports import Read


def test_he_is_the_speaker_of_the_sentence_before() -> None:
    read = Read("Colombian President Gustavo Petro met farmers. He promised seed.")
    assert read.entity("He") == read.entity("President Gustavo Petro")


def test_she_is_not_a_man() -> None:
    read = Read("Spokesman Ahmed Idris denied the report. She left at noon.")
    assert "She" not in read.words()


def test_two_candidates_leave_the_pronoun_open() -> None:
    read = Read("Emmanuel Macron met Joe Biden, and Olaf Scholz called Rishi Sunak. He was hopeful.")
    assert "He" not in read.words()


def test_they_are_the_group_that_speaks() -> None:
    read = Read("The rebels said they had left Bambari.")
    assert read.entity("they") == read.entity("rebels")


def test_a_plain_object_is_somebody_else() -> None:
    words = Read("The Houthis said the blockade was wrong. The Taliban denied it.").words()
    assert "it" not in words


def test_it_without_a_body_is_left_out() -> None:
    assert "it" not in Read("The ministry said it was clear that the truce had ended.").words()


def test_their_fighters_are_theirs() -> None:
    read = Read("The Arakan Army said its fighters had taken a base in Myanmar.")
    assert read.entity("fighters") == read.entity("Arakan Army")


def test_who_has_been_he_is_not_she_later_on() -> None:
    read = Read("Emmanuel Macron met farmers. He promised seed. Macron spoke of hope. She laughed.")
    assert read.entity("He") == read.entity("Emmanuel Macron")
    assert "She" not in read.words()
