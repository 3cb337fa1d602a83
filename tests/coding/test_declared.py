"""Denials and charges of a party's outlet in its own words."""

from dataclasses import replace

import pytest

from contested.acquire.inputs import report_from_text
from contested.model.claim import Claim
from contested.pipeline import ReadOptions, read_batch
from tests.coding.reading import DAY

COMMUNIQUE = "Hill Militia Communique"


def acts(text: str, source: str) -> list[Claim]:
    """Claims of the rule in a report of a clash."""
    said = f"Six people were killed when gunmen shelled the market of Dahra on Monday. {text}"
    report = replace(report_from_text(said, published=DAY), source=source)
    (reading,) = read_batch([report], ReadOptions())
    return [claim for claim in reading.claims if claim.method.startswith("declared")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Hill Militia did not commit any crime in Dahra.", "speech.deny"),
        ("We have no men within two days' march of the town.", "speech.deny"),
        ("Of a battle on the northern road we know nothing.", "speech.deny"),
        ("It was the work of the so-called Cormorants.", "speech.accuse"),
    ],
)
def test_a_party_speaks_for_itself(text: str, kind: str) -> None:
    (claim,) = acts(text, COMMUNIQUE)
    assert (claim.kind, claim.type, claim.voice.role) == ("statement", kind, "narrator")


@pytest.mark.parametrize("source", ["Hilltop Wire", "Army Times"])
def test_papers_do_not(source: str) -> None:
    assert acts("The Hill Militia did not commit any crime in Dahra.", source) == []


def test_what_another_says_in_it_is_his() -> None:
    assert acts("The mayor said that the Hill Militia did not commit any crime in Dahra.", COMMUNIQUE) == []
