"""The outlet and the headline by what stands in the head of a report; never from a mere mention."""

import pytest

from contested.acquire.inputs import report_from_text
from contested.acquire.outlet import site_in_title

BODY = (
    "Government soldiers left the barracks on Monday and drove north along the river, people in villages said.\n\n"
    "The men were armed with rifles. They told nobody where they would go, and the road behind them was closed at dusk."
)


@pytest.mark.parametrize(
    ("head", "source", "title"),
    [
        ("THE HARBOUR TIMES\n\nSoldiers leave barracks and drive north\n\n", "The Harbour Times", "Soldiers leave"),
        ("MALI-SOLDIERS (2ND LEAD)\n\nSoldiers leave barracks and drive north\n\nGAO, Mali, May 3 (Sahel Wire) - ",
         "Sahel Wire", "Soldiers leave"),
        ("Soldiers leave barracks and drive north\n\nRiver Valley News Agency\n3 May 2021\n\n",
         "River Valley News Agency",
         "Soldiers"),
        ("Nile Press Service (NPS)\n\nSoldiers leave barracks and drive north\n\nKhartoum, May 3 2021 (NPS) - ",
         "Nile Press Service", "Soldiers leave"),
        ("KACHIN DEFENCE COUNCIL\nCommuniqué no. 7\n3 May 2021\n\n", "Kachin Defence Council", None),
        ("Statement by the Northern Front Command\n\n", "Northern Front Command", None),
        ("Soldiers leave barracks and drive north\n\n", None, "Soldiers leave"),
    ],
)  # fmt: skip
def test_the_head_names_the_outlet_and_the_headline(head: str, source: str | None, title: str | None) -> None:
    report = report_from_text(head + BODY)
    assert report.source == source
    assert (report.title or "").startswith(title or "")
    if title is None:
        assert "COUNCIL" not in (report.title or "")


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Times reported that the road was closed. " + BODY,
        "Soldiers told Sahel Wire that they would go north. " + BODY,
        "Latest News\n\nSoldiers leave barracks and drive north\n\n" + BODY,
        BODY + "\n\nThe Rebel Council said in Statement No. 4 that it knew nothing.",
        "Three men (one of them a mayor) - all from Gao - were freed. " + BODY,
    ],
)
def test_a_mention_makes_no_source(text: str) -> None:
    assert report_from_text(text).source is None


def test_site_beside_the_headline_of_a_page() -> None:
    headline = "Bridge blown up: what we know"
    assert site_in_title("Bridge blown up: what we know | River Aid", headline) == "River Aid"
    assert site_in_title("Coastal Radio - World - Bridge blown up: what we know", headline) == "Coastal Radio"
    assert site_in_title("Bridge blown up: what we know", headline) is None
    assert site_in_title("Another headline | River Aid", headline) is None


@pytest.mark.parametrize(
    "head", ["GAO (Sahel Wire) 12 May 2021. ", "Feb 9, 2024 (Sahel Wire) - ", "Gao (Sahel Wire) 3 May 2021 - "]
)
def test_the_agency_stands_before_or_behind_the_day_of_a_dateline(head: str) -> None:
    assert report_from_text(head + BODY).source == "Sahel Wire"
