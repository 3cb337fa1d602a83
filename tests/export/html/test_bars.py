"""Bars say no more than the numbers and days they stand for."""

from datetime import date

from contested.export.html.bars import WIDEST, Part, Scale, Window, parsed, scale_of, window
from contested.model.claim import DayRange, Figure, When

EVEN = Scale(100, even=True)


def test_a_number_is_a_point_and_a_range_a_stretch() -> None:
    assert EVEN.bar(Figure("killed", 50, 50, 50)) == (Part("sure", WIDEST / 2, WIDEST / 2),)
    assert EVEN.bar(Figure("killed", "dozens", 25, 50)) == (Part("maybe", WIDEST / 4, WIDEST / 2),)


def test_an_open_end_runs_to_the_edge() -> None:
    at_least = EVEN.bar(Figure("killed", 50, 50, None))
    assert at_least == (Part("sure", WIDEST / 2, WIDEST / 2), Part("open", WIDEST / 2, 100))
    up_to = EVEN.bar(Figure("killed", 50, None, 50))
    assert up_to == (Part("open", 0, WIDEST / 2), Part("sure", WIDEST / 2, WIDEST / 2))


def test_words_without_a_number_have_no_bar() -> None:
    assert EVEN.bar(Figure("killed", "a large number")) == ()


def test_far_numbers_share_a_scale_of_powers() -> None:
    assert scale_of([Figure("killed", 3, 3, 3), Figure("killed", 90, 90, 90)]).even
    scale = scale_of([Figure("killed", 3, 3, 3), Figure("killed", 80_000, 80_000, None)])
    assert not scale.even
    assert 0 < scale.at(3) < scale.at(300) < scale.at(80_000) == WIDEST
    assert scale_of([Figure("killed", 0, 0, 0)]).at(0) == 0
    assert scale_of([]).at(5) == 0


JUNE = Window(date(2013, 6, 1), date(2013, 6, 10), 50)


def test_a_day_covers_its_day() -> None:
    assert JUNE.bar(When("2013-06-01", "2013-06-01")) == (Part("sure", 0, 10),)
    assert JUNE.bar(When("2013-06-03", "2013-06-04")) == (Part("maybe", 20, 40),)


def test_an_unknown_end_is_open() -> None:
    assert JUNE.bar(When("2013-06-03", None)) == (Part("open", 20, 100),)
    assert JUNE.bar(When(None, "2013-06-03")) == (Part("open", 0, 30),)
    assert JUNE.bar(When()) == ()
    assert JUNE.bar(When("no day", "2013-13-45")) == ()


def test_a_spell_is_sure_inside_and_possible_around() -> None:
    spell = When(
        "2013-06-01", None, start=DayRange("2013-06-01", "2013-06-02"), end=DayRange("2013-06-05", "2013-06-06")
    )
    assert JUNE.bar(spell) == (Part("maybe", 0, 10), Part("sure", 10, 50), Part("maybe", 50, 60))
    since = When(start=DayRange("2013-06-03", "2013-06-03"))
    assert JUNE.bar(since) == (Part("open", 20, 100),)


def test_what_lies_beyond_is_told_and_not_drawn_inside() -> None:
    assert JUNE.bar(When("2012-06-01", "2012-06-30")) == (Part("before", 0, 0),)
    assert JUNE.bar(When("2014-06-01", "2014-06-30")) == (Part("after", 100, 100),)


def test_the_window_is_around_the_report() -> None:
    old, near = When("1982-02-01", "1982-02-28"), When("2013-05-19", "2013-05-19")
    found = window([old, near, None], "2013-06-05")
    assert found is not None
    assert (found.first, found.last) == (date(2013, 5, 19), date(2013, 6, 5))
    assert found.today is not None and 90 < found.today < 100
    only_old = window([old], "2013-06-05")
    assert only_old is not None and only_old.first == date(1982, 2, 1)
    assert window([None, When()], "2013-06-05") is None


def test_a_short_window_is_a_week() -> None:
    found = window([When("2013-06-05", "2013-06-05")], "2013-06-05")
    assert found is not None and (found.last - found.first).days == 7


def test_what_is_no_day_is_none() -> None:
    assert parsed("yesterday") is parsed(None) is None
