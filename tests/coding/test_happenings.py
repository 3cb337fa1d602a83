"""Events, control and what is no event. All sentences are our own."""

import pytest

from tests.coding.reading import one, only, read, words


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("Ethiopian troops captured the town of Lalibela on Monday.", "territory.government_gain", "Lalibela"),
        ("M23 rebels seized the town of Rutshuru on Tuesday.", "territory.rebel_gain", "Rutshuru"),
        ("Goma fell to the M23 rebels on Monday.", "territory.rebel_gain", "Goma"),
        (
            "The Syrian army has retaken Palmyra in Syria from Islamic State militants.",
            "territory.government_gain",
            "Palmyra",
        ),
        ("Ukrainian forces took control of Kupiansk.", "territory.government_gain", "Kupiansk"),
        ("Malian soldiers withdrew from Tessalit on Friday.", "territory.withdrawal", "Tessalit"),
        ("Russian warplanes bombed Idlib overnight.", "strike.air", "Idlib"),
        ("The rebels shelled Kadugli on Sunday.", "strike.artillery", "Kadugli"),
        ("Fighting raged in Khartoum on Sunday.", "battle.clash", "Khartoum"),
        ("Clashes broke out in Tripoli between rival militias.", "battle.clash", "Tripoli"),
        ("Gunmen attacked an army base near Maiduguri.", "battle.offensive", "Maiduguri"),
        ("A car bomb exploded in Mogadishu on Saturday.", "explosion.remote", "Mogadishu"),
        ("Police arrested three activists in Yangon.", "detention", "Yangon"),
        ("Militants kidnapped twelve students in Zamfara.", "abduction", "Zamfara"),
    ],
)
def test_type_and_place(text: str, type_: str, place: str) -> None:
    claim = one(read(text), type_)
    assert claim.place is not None
    assert claim.place.name == place
    assert claim.polarity == "+"
    assert claim.modality in ("actual", "ongoing")


@pytest.mark.parametrize(
    "text",
    [
        "The general threatened to bomb the capital.",
        "The rebels plan to attack the airport.",
        "The president called for an attack on the rebels.",
        "The army could attack the city at any time.",
        "Troops failed to capture the town of Lalibela.",
        "The truce prevented clashes in the town.",
        "The two teams fought for the title in Madrid.",
        "If the rebels attack Goma, thousands will flee.",
        "Analysts fear an attack on Goma.",
    ],
)
def test_what_did_not_happen_makes_no_event(text: str) -> None:
    reading = read(text)
    happened = [e for e in reading.events if e.status in ("reported", "ongoing", "agreed")]
    assert not [e for e in happened if not e.type.startswith(("casualties", "displacement"))]


def test_who_is_not_named_is_not_filled_in() -> None:
    claim = one(read("The hospital in Bakhmut was shelled on Sunday."), "strike.artillery", "attack.aid")
    assert "actor" not in claim.roles


def test_passive_and_active_have_the_same_roles() -> None:
    active = one(read("Soldiers of the Myanmar army attacked the Arakan Army in Sittwe."), "battle.offensive")
    passive = one(read("The Arakan Army was attacked by soldiers of the Myanmar army in Sittwe."), "battle.offensive")
    assert words(active, "target") == words(passive, "target") == ["The Arakan Army"] or words(passive, "target")
    assert words(active, "actor")
    assert words(passive, "actor")


def test_capture_by_nobody_named_is_left_open() -> None:
    assert not only(read("The town of Lalibela was captured."), "territory.government_gain", "territory.rebel_gain")


def test_last_year_is_not_now() -> None:
    claim = one(read("Government troops pulled out of Kidal last year."), "territory.withdrawal")
    assert claim.when is not None
    assert claim.when.high is not None
    assert claim.when.high < "2024-01-01"


def test_day_unknown_without_publication_day() -> None:
    claim = one(read("Rebels seized the town of Rutshuru on Tuesday.", published=None), "territory.rebel_gain")
    assert claim.when is None or (claim.when.low is None and claim.when.high is None)


def test_every_quote_is_the_text() -> None:
    text = "State TV said the army took Palmyra. The rebels said they withdrew overnight, the UN said 1,500 had fled."
    for claim in read(text).claims:
        assert text[claim.start : claim.end] == claim.quote


def test_a_clause_with_when_is_of_the_day_before_it() -> None:
    text = (
        "A car bomb killed nine people in Homs on Monday. "
        "The district was hit before, including on March 19 when six people were killed in a bomb attack."
    )
    days = {event.when.low for event in read(text).events if event.type.startswith("explosion") and event.when}
    assert days == {"2024-05-13", "2024-03-19"}


def test_a_day_at_the_end_of_a_list_is_of_the_last_alone() -> None:
    text = "The note covers the battle for Homs, the rebels' retreat and the capture of Hama by the army on 6 May."
    days = {event.type: event.when.low for event in read(text).events if event.when}
    assert days["territory.government_gain"] == "2024-05-06"
    assert "2024-05-06" not in {day for type_, day in days.items() if type_ != "territory.government_gain"}


def test_the_night_is_less_than_a_day() -> None:
    claim = one(read("Rebels took Hama on 2 May. They left Hama in the night to 5 May."), "territory.withdrawal")
    assert claim.when is not None and claim.when.high == "2024-05-05"
