from datetime import date

import pytest

from contested.acquire.dates import NO_DAY, Sources, parse_day, published, url_day

TODAY = date(2024, 3, 1)
BODY = "Shells fell on the market of El Fasher in the morning, doctors there said."


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2013-06-05", date(2013, 6, 5)),
        ("2013-06-05T23:30:00+03:00", date(2013, 6, 5)),
        ("2013-06-05 10:00", date(2013, 6, 5)),
        ("20130605", date(2013, 6, 5)),
        ("Wed, 05 Jun 2013 10:00:00 GMT", date(2013, 6, 5)),
        ("Wed, 05 Jun 2013 10:00:00 +0200", date(2013, 6, 5)),
        ("5 June 2013", date(2013, 6, 5)),
        ("June 5th, 2013", date(2013, 6, 5)),
        ("11/28/2016", date(2016, 11, 28)),
        ("28.11.2016", date(2016, 11, 28)),
        ("03/04/2015", None),
        ("Thu, 05 Jun 2013", None),
        ("3:58 PM ET", None),
        ("2013-02-30", None),
        ("yesterday", None),
        ("2013", None),
    ],
)
def test_days_as_they_are_given(written: str, day: date | None) -> None:
    assert parse_day(written) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2023/04/15/khartoum", date(2023, 4, 15)),
        ("https://news.example/world/2023-04-15-khartoum.html", date(2023, 4, 15)),
        ("https://news.example/english/2023-04/15/c_1312.htm", date(2023, 4, 15)),
        ("https://news.example/world-africa-22778310", None),
        ("https://news.example/a/20230415", None),
        ("https://news.example/2023/13/45/khartoum", None),
        ("https://2023/04/15", None),
    ],
)
def test_days_in_addresses(url: str, day: date | None) -> None:
    assert url_day(url) == day


def found(text: str = BODY, **sources: str | None) -> tuple[str | None, str, tuple[str, ...]]:
    result = published(text, (), Sources(**sources), today=TODAY)  # type: ignore[arg-type]
    return result.day, result.basis, result.warnings


def test_the_order_of_the_bases() -> None:
    known = {"given": "2023-05-01", "url": "https://n.example/2023/05/02/a", "page": "2023-05-03", "page_basis": "meta"}
    assert found(**known, fallback="2023-05-04")[:2] == ("2023-05-01", "given")
    assert found(**{**known, "given": None}, fallback="2023-05-04")[:2] == ("2023-05-02", "url")
    assert found(page="2023-05-03", page_basis="meta", fallback="2023-05-04")[:2] == ("2023-05-03", "meta")
    assert found(fallback="2023-05-04")[:2] == ("2023-05-04", "given")
    assert found() == (None, "none", (NO_DAY,))


def test_the_dateline_is_the_day_that_counts_and_a_difference_is_warned_about() -> None:
    day, basis, warnings = found(f"EL FASHER, Sudan, 3 May 2023 (Agency) - {BODY}", given="2023-05-05")
    assert (day, basis) == ("2023-05-03", "dateline")
    assert "2023-05-03" in warnings[0] and "2023-05-05" in warnings[0]
    assert found(f"EL FASHER, 5 May 2023 (Agency) - {BODY}", given="2023-05-05") == ("2023-05-05", "dateline", ())


def test_a_dateline_without_a_year_needs_another_basis_for_it() -> None:
    text = f"EL FASHER, Sudan, Dec 30 (Agency) - {BODY}"
    assert found(text)[:2] == (None, "none")
    assert found(text, given="2023-01-02")[:2] == ("2022-12-30", "dateline")
    assert found(text, given="2023-07-02")[:2] == ("2023-07-02", "given")


def test_a_given_day_to_come_is_warned_about() -> None:
    day, basis, warnings = found(given="2031-07-01")
    assert (day, basis) == ("2031-07-01", "given")
    assert "future" in warnings[0]
    refused = published(BODY, (), Sources(given="2031-07-01"), today=TODAY, keep_future=False)
    assert (refused.day, refused.basis) == (None, "none")
    assert "future" in refused.warnings[0]


def test_a_day_to_come_that_nobody_gave_is_not_used() -> None:
    assert found(url="https://n.example/2031/07/01/a")[:2] == (None, "none")
    assert found(page="2031-07-01", page_basis="meta")[:2] == (None, "none")
    assert found(f"GENEVA, 7 June 2031 - {BODY}")[:2] == (None, "none")


def test_tomorrow_is_today_elsewhere() -> None:
    assert found(given="2024-03-02") == ("2024-03-02", "given", ())


def test_a_day_that_cannot_be_read_is_warned_about() -> None:
    day, basis, warnings = found(given="3:58 PM ET")
    assert (day, basis) == (None, "none")
    assert "3:58 PM ET" in warnings[0]


def test_a_later_change_does_not_outweigh_the_day_given() -> None:
    text = f"Updated: 9 May 2023\n\n{BODY}"
    assert found(text, given="2023-05-05") == ("2023-05-05", "given", ())
    assert found(text)[:2] == ("2023-05-09", "page")


def test_a_text_changed_before_the_day_given_is_not_of_that_day() -> None:
    day, basis, warnings = found(f"Last updated at May 022023 {BODY}", given="2023-05-05")
    assert (day, basis) == ("2023-05-02", "page")
    assert "2023-05-05" in warnings[0]


def test_a_day_that_can_be_two_is_none_and_warned_about() -> None:
    day, basis, warnings = found(f"03-04-2023 {BODY}", given="2023-08-05")
    assert (day, basis) == (None, "none")
    assert "2023-04-03 or 2023-03-04" in warnings[0]
    assert found(f"03-04-2023 {BODY}", given="2023-04-05")[:2] == ("2023-04-03", "text")
    assert found(f"03-04-2023 {BODY} They came on Monday.", given="2023-08-05")[:2] == ("2023-04-03", "text")
