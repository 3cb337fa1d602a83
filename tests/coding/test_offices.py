"""Who is introduced as what. All sentences are our own."""

import pytest

from tests.coding.reading import read

FIGHT = "Troops shelled Gao on Monday. "


def introduced(text: str) -> list[tuple[str, str, str]]:
    found = [claim.relation for claim in read(FIGHT + text).claims if claim.kind == "role" and claim.relation]
    return [(r.predicate, r.subject.text, r.object.text) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The UN envoy to Chad, Lena Moreau, said four people were killed.",
            ("holds_office", "Lena Moreau", "The UN envoy to Chad"),
        ),
        ("Col. Ivan Petrov said four people were killed.", ("holds_office", "Col. Ivan Petrov", "Col")),
        ("Activist Omar Khalil said four were killed.", ("described_as", "Activist Omar Khalil", "Activist")),
        ("Troops withdrew, the Guardian's Ann Weller reports.", ("member_of", "Ann Weller", "Guardian")),
        (
            "Ake Berg, the Swedish expert in charge of the inquiry, said so.",
            ("described_as", "Ake Berg", "the Swedish expert in charge of the inquiry"),
        ),
    ],
)
def test_who_is_introduced_as_what(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in introduced(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shot the general in Mopti, Omar Khalil said.",
        "After talks with the minister in Paris, John Abbot said four people were killed.",
        "He met the head of the army, John Abbot said.",
        "Local monitor AFP said four people were killed.",
    ],
)
def test_a_name_behind_an_office_need_not_hold_it(text: str) -> None:
    assert not introduced(text)


def test_a_body_holds_no_office() -> None:
    found = introduced("The leader of the main rebel group, the Free Syrian Army, said four people were killed.")
    assert [(predicate, subject) for predicate, subject, _ in found] == [("described_as", "Free Syrian Army")]


def test_a_word_inside_another_is_no_office() -> None:
    assert introduced("Reporter Karen Bell said four people were killed.")[0][0] == "described_as"
