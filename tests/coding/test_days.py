"""On which day a happening is said to be. All sentences are our own."""

import pytest

from contested import Claim, Reading
from tests.coding.reading import DAY, read


def _by_words(reading: Reading, words: str) -> Claim:
    return next(claim for claim in reading.claims if words in claim.quote and claim.type != "control.held")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Rockets hit a depot in Kosti on Tuesday. Shells fell on a school. The fire killed 12 people.",
            "Shells fell on a school",
        ),
        (
            "A car bomb exploded in Jos on Tuesday. Police said 14 people died. Gunmen opened fire on the survivors.",
            "Gunmen opened fire",
        ),
    ],
)
def test_what_is_told_after_the_one_day_is_of_it(text: str, words: str) -> None:
    when = _by_words(read(text), words).when
    assert when is not None
    assert (when.low, when.high) == ("2024-05-14", DAY)
    assert when.basis == "event"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # a word that points elsewhere
        ("A car bomb exploded in Jos on Tuesday. Gunmen earlier opened fire on a bus.", "opened fire"),
        ("A car bomb exploded in Jos on Tuesday. Gunmen have opened fire on many a bus.", "opened fire"),
        # another place
        ("A car bomb exploded in Jos on Tuesday. Gunmen opened fire on a bus in Kano.", "opened fire"),
        # two days in the report
        ("A bomb exploded in Jos on Tuesday. Jets bombed Bama on Sunday. Gunmen opened fire on a bus.", "opened fire"),
        # told before the day is given
        ("Gunmen opened fire on a bus. A car bomb exploded in Jos on Tuesday.", "opened fire"),
        # no day at all
        ("A car bomb exploded in Jos. Gunmen opened fire on a bus.", "opened fire"),
    ],
)
def test_nothing_is_lent_to_what_may_be_of_another_day(text: str, words: str) -> None:
    when = _by_words(read(text), words).when
    assert when is None or when.low is None


def test_what_goes_on_goes_on_today() -> None:
    when = _by_words(read("Troops are shelling the town of Bama."), "are shelling").when
    assert when is not None
    assert (when.low, when.high, when.basis) == (DAY, DAY, "tense")


def test_the_day_of_an_outbreak_is_not_all_the_time_since() -> None:
    reading = read("Bama has seen much violence since the outbreak of the war in March 2011.")
    when = next(claim.when for claim in reading.claims if claim.type == "conflict.onset")
    assert when is not None
    assert (when.low, when.high) == ("2011-03-01", "2011-03-31")


def test_a_toll_since_a_day_ends_with_the_report() -> None:
    reading = read("More than 9,000 people have been killed in Sudan since April 2023.")
    (claim,) = [claim for claim in reading.claims if claim.figure]
    assert claim.when is not None
    assert (claim.when.low, claim.when.high) == ("2023-04-01", DAY)


def test_over_the_past_days_has_a_beginning() -> None:
    reading = read("Shelling has killed 40 people in Bama over the last three weeks.")
    (claim,) = [claim for claim in reading.claims if claim.figure]
    assert claim.when is not None
    assert (claim.when.low, claim.when.high) == ("2024-04-24", DAY)


def test_a_day_of_the_condemning_is_not_that_of_the_deed() -> None:
    reading = read("The council on Tuesday condemned the bombing of a school in Bama.")
    assert all(claim.when is None or claim.when.low is None for claim in reading.claims if claim.kind == "event")


def test_the_date_of_print_dates_nothing() -> None:
    printed = "Monitor Agency Wednesday 15 May 2024"
    reading = read(f"Shelling kills nine in Bama\n\n{printed} Shelling killed nine people in Bama on Monday.")
    days = {claim.when.low for claim in reading.claims if claim.when is not None and claim.figure is not None}
    assert days <= {"2024-05-13", None}
    assert "2024-05-13" in days


def test_the_number_of_a_day_counts_nobody() -> None:
    reading = read("14 May 2024 Air strikes that hit a mosque in Bama have killed at least 37 people, a monitor said.")
    assert [claim.figure.value for claim in reading.claims if claim.figure] == [37]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "Shells hit Bama on Tuesday, two days after gunmen killed five people in Jos.",
            "two days after gunmen",
            "2024-05-12",
        ),
        (
            "Two days after gunmen raided a prison in Jos, jets bombed Bama on Friday.",
            "Two days after gunmen",
            "2024-05-08",
        ),
        ("The raid on Sunday came a day after an ambush that killed six men in Jos.", "an ambush", "2024-05-11"),
        (
            "A car bomb went off in Mosul on Tuesday. It came a day after a bomb at the city's market killed 11.",
            "a bomb at the city's",
            "2024-05-13",
        ),
    ],
)
def test_days_are_counted_from_the_clause_above(text: str, words: str, day: str) -> None:
    when = next(c for c in read(text).claims if c.type and c.quote.startswith(words)).when
    assert when is not None
    assert (when.low, when.high, when.basis) == (day, day, "relative")


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit Bama, two days after gunmen killed five people in Jos.",  # no day to count from
        "Shells hit Bama on Sunday and Lagos on Tuesday, weeks after gunmen killed five people in Jos.",
        "Rebels left Bama on Tuesday. Jets bombed Lagos two days after gunmen killed five people in Jos.",
    ],
)
def test_no_day_is_counted_from_an_unknown_one(text: str) -> None:
    when = next(c for c in read(text).claims if "gunmen killed" in c.quote).when
    assert when is None or when.low is None
