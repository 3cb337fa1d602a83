"""Denials without place and day across reports, and charges of which each side is the other's. Texts are our own."""

from dataclasses import replace

from contested import Reading, read, reconcile
from contested.model.reading import Unreadable
from contested.model.reconciled import SharedQuestion

ACCUSER = "In Paris, the foreign minister said on Monday that the Syrian army had used sarin in Zamalka."
DENIER = "The Syrian government has always denied any use of chemical weapons. The harvest in Hama was good this year."
OTHER = "The Sudanese government denied any use of chemical weapons. The Nile rose by a metre in Khartoum."


def _read(number: int, text: str) -> Reading:
    made = read(text, published=f"2014-05-0{number}")
    assert not isinstance(made.report, Unreadable)
    return replace(made, report=replace(made.report, id=f"r{number}"))


def _asked(*texts: str) -> list[SharedQuestion]:
    readings = [_read(number, text) for number, text in enumerate(texts, 1)]
    events = reconcile(readings).events
    return [question for event in events for question in event.questions if question.slot == "perpetrator"]


def test_a_denial_without_a_place_answers_who_accuses_the_denier() -> None:
    (question,) = _asked(ACCUSER, DENIER)
    assert question.verdict == "contested"
    assert {str(position.value) for position in question.positions} == {
        "government of Syria",
        "not government of Syria",
    }


def test_it_answers_nobody_who_accuses_others() -> None:
    assert not [question for question in _asked(ACCUSER, OTHER) if question.verdict == "contested"]


def test_a_minister_of_another_state_admits_nothing() -> None:
    text = "Sarin was found near Homs. In Paris, the foreign minister said the government in Damascus had used the gas."
    assert all(question.verdict != "admitted" for question in _asked(text, text.replace("had used", "used")))


def test_sides_that_accuse_each_other_contradict_each_other() -> None:
    (question,) = _asked("Both sides in Syria accuse each other of using chlorine in Saraqib on 2 May 2014.")
    assert question.verdict == "contested"
