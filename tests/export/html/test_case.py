"""The page of many reports: every event with every side's words, each claim under its report's number."""

from dataclasses import replace

from contested.export.html.case import MOST, case_view
from contested.export.html.page import render_case
from contested.model.grounding import Entity
from tests.export.html.parsed import Page
from tests.export.html.shared import shared, with_id
from tests.export.made import kosti

READINGS = [with_id(kosti(), "a"), with_id(kosti(), "b")]


def test_both_accounts_stand_side_by_side_with_the_claims_of_all_reports() -> None:
    page = Page(render_case(shared(READINGS), READINGS))
    assert [a["aria-label"] for a in page.all("section", class_="side")] == [
        "Account: It happened",
        "Account: It did not happen",
    ]
    cards = {a["id"] for a in page.all("li", class_="card")}
    assert {"c-1:c1", "c-2:c1", "c-1:c3", "c-2:c3", "c-1:c6", "c-2:c6"} <= cards


def test_an_event_says_who_where_when_and_how_many() -> None:
    (first, _) = case_view(shared(READINGS), READINGS).events
    assert first.title == "Government takes territory · Kosti, White Nile, Sudan · 7 May 2024"
    facts = {line.label: line.text for line in first.facts}
    assert facts["Wounded"] == "24-99"
    assert facts["Told by"].startswith("1. Fighting for the river port")
    assert first.status == "disputed"


def test_entities_of_two_reports_are_not_mistaken_for_each_other() -> None:
    other = tuple(replace(e, name="a stranger") if e.id == "e1" else e for e in kosti().entities)
    readings = [READINGS[0], replace(READINGS[1], entities=other)]
    (first, _) = case_view(shared(readings), readings).events
    chains = {card.id: card.chain[-1] for card in first.cards}
    assert "Adil Nasr" in chains["1:c1"]


def test_a_party_of_the_catalogue_has_its_name() -> None:
    party = Entity("e9", "River Front", "armed_group", "river_front")
    reading = replace(READINGS[0], entities=(*kosti().entities, party))
    event = replace(shared([reading])[0], actors=("river_front",))
    facts = {line.label: line.text for line in case_view([event], [reading]).events[0].facts}
    assert facts["Who"] == "River Front"


def test_what_is_too_much_for_a_page_is_counted() -> None:
    event = shared(READINGS)[0]
    events = [replace(event, id=f"x{number}") for number in range(MOST + 3)]
    view = case_view(events, READINGS)
    assert (len(view.events), view.left_out) == (MOST, 3)
    assert "3 more events are left out" in render_case(events, READINGS)
