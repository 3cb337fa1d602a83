"""The sample reports: what must hold about the texts, and what may never be read out of them."""

import re
from pathlib import Path

import pytest

from contested import Claim, Reader, Reading, Reconciled, SharedEvent, reconcile
from contested.export.check import problems
from contested.export.codec import to_dict
from contested.export.reasons import rule
from contested.model.reconciled import SharedQuestion

FOLDER = Path(__file__).parent.parent.parent / "examples" / "qusair"
FILES = sorted(path.name for path in FOLDER.iterdir())
SEED = FOLDER.parent.parent.parent / "shared" / "seed" / "qusair.txt"
RUN = 12
DAYS = {
    "border-correspondent.txt": "2013-06-08",
    "casualty-monitor.md": "2013-06-10",
    "geneva-talks.txt": "2013-06-05",
    "levant-wire.txt": "2013-06-05",
    "medical-relief.html": "2013-06-04",
    "northern-broadcasting.html": "2013-06-05",
    "revolutionary-council.txt": "2013-06-05",
    "state-press-service.txt": "2013-06-05",
}
_SAYS_NONE = re.compile(r"\b(no|none|nobody|not|without|zero|unhurt|unharmed)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """The readings by file name, made as `contested read examples/qusair` makes them."""
    found = list(Reader().pipe([FOLDER]))
    assert all(reading.error is None for reading in found)
    return dict(zip(FILES, found, strict=True))


def claims_with(reading: Reading, words: str) -> list[Claim]:
    """Claims whose words overlap these words of the text."""
    start = reading.text.index(words)
    return [claim for claim in reading.claims if claim.start < start + len(words) and start < claim.end]


def event_types_at(reading: Reading, words: str) -> set[str]:
    """Types of the events that are mentioned in these words of the text."""
    start = reading.text.index(words)
    end = start + len(words)
    return {event.type for event in reading.events if any(m.start < end and start < m.end for m in event.mentions)}


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def test_there_are_eight_in_three_formats() -> None:
    assert set(FILES) == set(DAYS)
    assert {Path(name).suffix for name in FILES} == {".txt", ".html", ".md"}


@pytest.mark.parametrize("name", FILES)
def test_each_is_as_long_as_a_report(name: str) -> None:
    words = re.sub(
        r"<(script|style).*?</\1>|<[^>]+>", " ", (FOLDER / name).read_text(encoding="utf-8"), flags=re.DOTALL
    )
    assert 400 <= len(words.split()) <= 900


@pytest.mark.parametrize("name", FILES)
def test_each_is_described_in_the_readme(name: str) -> None:
    assert f"(qusair/{name})" in (FOLDER.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(not SEED.exists(), reason="the report that the project started from is not shipped")
@pytest.mark.parametrize("name", FILES)
def test_none_repeats_the_report_the_project_started_from(name: str) -> None:
    assert not runs((FOLDER / name).read_text(encoding="utf-8")) & runs(SEED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_the_publication_day_is_the_reports_own(name: str, readings: dict[str, Reading]) -> None:
    assert readings[name].report.published_at == DAYS[name]


@pytest.mark.parametrize("name", FILES)
def test_each_reading_keeps_the_contract(name: str, readings: dict[str, Reading]) -> None:
    assert problems(to_dict(readings[name])) == []


@pytest.mark.parametrize("name", FILES)
def test_every_rule_can_be_explained(name: str, readings: dict[str, Reading]) -> None:
    unknown = {claim.method for claim in readings[name].claims if not list(rule(claim))}
    assert not unknown, "tell in data/reasons.yml what these do"


@pytest.mark.parametrize("name", FILES)
def test_something_is_found_in_each(name: str, readings: dict[str, Reading]) -> None:
    assert len(readings[name].claims) >= 5


@pytest.mark.parametrize("name", FILES)
def test_zero_stands_only_where_the_text_says_none(name: str, readings: dict[str, Reading]) -> None:
    zeros = [claim.quote for claim in readings[name].claims if claim.figure and claim.figure.low == 0]
    assert all(_SAYS_NONE.search(quote) for quote in zeros), zeros


def test_nothing_is_read_from_the_page_around_the_report(readings: dict[str, Reading]) -> None:
    reading = readings["northern-broadcasting.html"]
    report = "\n".join(reading.text[b.start : b.end] for b in reading.blocks if b.kind != "furniture")
    for words in ("cookie", "lamplighter", "pickles", "Madeira", "Rovers", "Copyright", "four years of war", "Weather"):
        assert words not in report
    assert "2015" not in report


def test_the_fact_box_is_kept_though_the_promotions_go(readings: dict[str, Reading]) -> None:
    reading = readings["northern-broadcasting.html"]
    report = "\n".join(reading.text[b.start : b.end] for b in reading.blocks if b.kind != "furniture")
    assert "south-west of the city of Homs" in report
    assert "look at the road" in report  # the inset by a second author


def test_a_threat_is_no_attack(readings: dict[str, Reading]) -> None:
    reading = readings["levant-wire.txt"]
    words = "threatened to shell Hezbollah's strongholds"
    assert not event_types_at(reading, words)
    assert all(
        c.modality in ("planned", "conditional", "hypothetical", "possible") for c in claims_with(reading, words)
    )


@pytest.mark.parametrize("words", ["petrol in Arsal has exploded", "at war with the baker"])
def test_a_metaphor_is_no_event(words: str, readings: dict[str, Reading]) -> None:
    assert not event_types_at(readings["border-correspondent.txt"], words)


def test_a_bombshell_is_no_bomb(readings: dict[str, Reading]) -> None:
    assert not event_types_at(readings["geneva-talks.txt"], "a bombshell that would not go off")


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("border-correspondent.txt", {7, 17, 34, 107, 7.62, 2006}),
        ("levant-wire.txt", {82, 1982, 2011, 2012}),
        ("state-press-service.txt", {61, 300, 50}),
        ("northern-broadcasting.html", {9, 12, 35, 22, 2006}),
    ],
)
def test_ages_calibres_distances_and_years_are_no_counts_of_people(
    name: str, numbers: set[float], readings: dict[str, Reading]
) -> None:
    counted = {c.figure.value for c in readings[name].claims if c.figure and c.figure.measure != "other"}
    assert not counted & numbers


def test_more_than_has_no_upper_bound_and_up_to_no_lower_one(readings: dict[str, Reading]) -> None:
    figures = [(c.quote, c.figure) for reading in readings.values() for c in reading.claims if c.figure]
    open_above = [
        f for quote, f in figures if re.search(r"\b(more than|at least)\b", quote) and isinstance(f.value, int)
    ]
    open_below = [f for quote, f in figures if re.match(r"(?i)up to\b", quote) and isinstance(f.value, int)]
    assert len(open_above) >= 5
    assert all(f.high is None for f in open_above)
    assert all(f.low is None for f in open_below)


def test_hama_in_1982_is_not_counted_into_this_war(readings: dict[str, Reading]) -> None:
    reading = readings["levant-wire.txt"]
    for claim in claims_with(reading, "killing at least 10,000 people"):
        assert claim.when is None or claim.when.low is None or claim.when.low < "2013"
        assert all(
            claim.id not in event.figures for event in reading.events if event.when and (event.when.low or "") > "2013"
        )


@pytest.mark.parametrize("name", ["state-press-service.txt", "revolutionary-council.txt", "casualty-monitor.md"])
def test_denied_use_of_gas_is_never_a_plain_fact(name: str, readings: dict[str, Reading]) -> None:
    reading = readings[name]
    assert all(event.status != "reported" for event in reading.events if event.type == "chemical")


def test_the_state_agency_denies_using_gas(readings: dict[str, Reading]) -> None:
    found = claims_with(readings["state-press-service.txt"], "the army had used chemical weapons")
    assert any(claim.stance == "denies" and claim.polarity == "+" for claim in found)


def test_the_conference_of_july_is_not_told_as_held(readings: dict[str, Reading]) -> None:
    held = [e for e in readings["geneva-talks.txt"].events if e.type == "talks.meeting" and e.status == "reported"]
    assert all(e.when is None or (e.when.high or "") < "2013-07" for e in held)


def test_the_two_accounts_of_the_last_night_have_their_own_voices(readings: dict[str, Reading]) -> None:
    reading = readings["levant-wire.txt"]
    north = claims_with(reading, "They were not expecting us from the north")
    assert north and all("colonel" in claim.voice.name for claim in north)
    corridor = claims_with(reading, "slipped out in small groups along a corridor")
    assert corridor and all("Council" in claim.voice.name for claim in corridor)


def test_qusair_lies_in_the_province_of_homs(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        places = [m.place for m in reading.mentions if m.place and reading.text[m.start : m.end].endswith("Qusair")]
        assert places
        assert {(place.country, place.admin1) for place in places} <= {("SY", "Homs")}


# --- all eight together


@pytest.fixture(scope="module")
def together(readings: dict[str, Reading]) -> Reconciled:
    return reconcile(readings.values())


def shared(together: Reconciled, kind: str, *, reports: int = 2) -> list[SharedEvent]:
    return [one for one in together.events if one.type.startswith(kind) and len(one.reports) >= reports]


def test_the_capture_is_one_event_on_which_adversaries_agree(together: Reconciled) -> None:
    (capture,) = shared(together, "territory.government_gain", reports=3)
    assert capture.place is not None
    assert (capture.place.name, capture.when and capture.when.low) == ("Qusair", "2013-06-05")
    (holder,) = [question for question in capture.questions if question.slot == "controller"]
    assert holder.verdict == "agreed_by_adversaries"
    assert holder.independent_voices >= 3
    assert "government of Syria" in {position.value for position in holder.positions}


def test_how_rebel_control_ended_is_contested(together: Reconciled) -> None:
    (capture,) = shared(together, "territory.government_gain", reports=3)
    (end,) = [question for question in capture.questions if question.slot == "how_it_ended"]
    assert end.verdict == "contested"
    assert {position.value for position in end.positions} == {"withdrawal", "taken"}


def test_nobody_is_blamed_for_what_another_thing_is_denied(together: Reconciled) -> None:
    (killing,) = shared(together, "mass_killing")
    answers = {position.value for question in killing.questions for position in question.positions}
    assert not answers & {"government of Syria", "not government of Syria"}


def test_the_talks_slip(together: Reconciled) -> None:
    assert any(event.status == "postponed" for event in together.events)


def test_no_figure_is_added_to_another(together: Reconciled, readings: dict[str, Reading]) -> None:
    numbers = {
        number
        for reading in readings.values()
        for claim in reading.claims
        if claim.figure is not None
        for number in (claim.figure.low, claim.figure.high)
    }
    for event in together.events:
        for one in event.best.values():
            assert {one.low, one.best, one.high} <= numbers | {None}


def test_every_report_is_in_one_story(together: Reconciled) -> None:
    assert sorted(name for story in together.stories for name in story.reports) == FILES


def chemical(together: Reconciled) -> list[SharedQuestion]:
    """The questions who used chemical weapons."""
    events = [event for event in together.events if event.type == "chemical"]
    return [question for event in events for question in event.questions if question.slot == "perpetrator"]


@pytest.mark.parametrize("name", ["geneva-talks.txt", "northern-broadcasting.html"])
def test_a_report_tells_that_it_is_contested_who_used_gas(name: str, readings: dict[str, Reading]) -> None:
    asked = [q for q in readings[name].questions if q.slot == "perpetrator" and "chemical" in q.about]
    assert [question.verdict for question in asked] == ["contested"]


def test_who_used_gas_is_contested_both_ways(together: Reconciled) -> None:
    asked = chemical(together)
    assert {question.verdict for question in asked} == {"contested"}
    values = {str(position.value).lower() for question in asked for position in question.positions}
    assert {"government of syria", "not government of syria"} <= values
    assert any("rebel" in value and not value.startswith("not ") for value in values)
    assert any("rebel" in value and value.startswith("not ") for value in values)


def test_the_denials_of_three_reports_meet_the_charge_of_one(together: Reconciled) -> None:
    positions = [p for question in chemical(together) for p in question.positions]
    (denial,) = [p for p in positions if p.value == "not government of Syria"]
    assert {claim.report for claim in denial.claims} == {
        "state-press-service.txt",
        "casualty-monitor.md",
        "geneva-talks.txt",
    }


def test_nobody_is_listed_as_who_used_gas(together: Reconciled) -> None:
    assert all(not event.actors for event in together.events if event.type == "chemical")
