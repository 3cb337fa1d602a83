"""Which reports tell one happening."""

import random

from contested.model.reading import Reading
from contested.pipeline import reconcile_claims
from tests.reconciling.made import FERRY, FERRY_TOLD_AGAIN, FIRE, FIRE_TOLD_AGAIN, broken, report

REPORTS = [
    report("a", FERRY, day="2031-04-04"),
    report("b", FIRE, day="2031-04-03"),
    report("c", FERRY_TOLD_AGAIN, day="2031-04-05"),
    report("d", FIRE_TOLD_AGAIN, day="2031-04-03"),
    report("e", "(Lemba News) - " + FERRY, day="2031-04-05"),
]


def stories(readings: list[Reading]) -> list[tuple[str, ...]]:
    return [story.reports for story in reconcile_claims(readings).stories]


def test_reports_of_one_happening_are_one_story_the_earliest_first() -> None:
    assert stories(REPORTS) == [("b", "d"), ("a", "c", "e")]


def test_copies_are_named_by_whom_first() -> None:
    assert [story.copies for story in reconcile_claims(REPORTS).stories] == [(), (("a", "e"),)]


def test_every_report_is_in_one_story_also_without_text() -> None:
    readings = [*REPORTS, broken("x"), report("y", ""), report("z", ""), broken(None, line=7)]
    found = [name for story in stories(readings) for name in story]
    assert sorted(found) == ["a", "b", "c", "d", "e", "input, line 7", "x", "y", "z"]


def test_the_order_of_the_reports_does_not_matter() -> None:
    shuffled = random.Random(5).sample(REPORTS, len(REPORTS))
    assert reconcile_claims(shuffled) == reconcile_claims(REPORTS)


def test_a_report_given_twice_counts_once() -> None:
    assert reconcile_claims([*REPORTS, *REPORTS]) == reconcile_claims(REPORTS)


def test_a_reading_goes_before_the_error_of_the_same_report() -> None:
    assert reconcile_claims([broken("a"), *REPORTS]) == reconcile_claims(REPORTS)


def test_two_reports_alone_are_not_alike_by_common_words() -> None:
    first = report("a", "Police in Orsk arrested the baker Ivan Denko after a fight over a debt in the fish market.")
    second = report("b", "Police closed the road to Lenna on Monday, as two herds of cattle from Brode had foot rot.")
    assert len(stories([first, second])) == 2


def test_months_between_two_reports_speak_against_one_story() -> None:
    near = [report("a", FERRY, day="2031-04-04"), report("b", FERRY_TOLD_AGAIN, day="2031-04-05")]
    words = "The ferry of Port Lemba ran onto a sandbank, and Odile Kasongo spoke to the fishermen about tugs."
    late = report("c", words, day="2031-04-05"), report("c", words, day="2033-04-05")
    assert len(stories([*near, late[0]])) <= len(stories([*near, late[1]]))


def test_nothing_gives_nothing() -> None:
    assert stories([]) == []
