"""How parties stand to each other. All sentences are our own."""

import pytest

from tests.coding.reading import read

FIGHT = "Troops shelled Homs on Monday. "


def tied(text: str) -> list[tuple[str, str, str]]:
    found = [claim.relation for claim in read(FIGHT + text).claims if claim.kind == "relation" and claim.relation]
    return [(r.predicate, r.subject.text, r.object.text) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkish-backed fighters attacked the camp.", ("backs", "Turkish", "fighters")),
        ("Forces loyal to President Bashar al-Assad attacked Idlib.", ("backs", "Forces", "President Bashar al-Assad")),
        ("Iran, a key ally of Syria, criticised the raid.", ("allied_with", "Iran", "Syria")),
        ("The gunmen belong to the Islamic State group.", ("part_of", "gunmen", "Islamic State group")),
        ("The Nusra Front is part of al-Qaeda.", ("part_of", "Nusra Front", "al-Qaeda")),
        ("The US-backed rebels attacked the camp.", ("backs", "US", "rebels")),
        ("Syrian troops backed by Russian air power took the town.", ("backs", "Russian air power", "Syrian troops")),
        ("Rebels backed by US-led air raids took the town.", ("backs", "US-led air raids", "Rebels")),
        ("Gunmen linked to the Islamic State attacked the camp.", ("allied_with", "Gunmen", "Islamic State")),
        ("Syria and its ally Russia bombed the town.", ("allied_with", "Russia", "its")),
        ("Russia, a Syrian ally, vetoed the resolution.", ("allied_with", "Russia", "Syrian")),
        ("The talks were held by rebels and Iran, a strong backer of Syria.", ("backs", "Iran", "Syria")),
        (
            "Troops killed the leader of the Nusra Front, an offshoot of al-Qaeda.",
            ("part_of", "Nusra Front", "al-Qaeda"),
        ),
        ("The regime's ally Iran attacked the camp.", ("allied_with", "Iran", "regime")),
        ("The Syrian army took the camp with support from Hezbollah.", ("backs", "Hezbollah", "Syrian army")),
        ("The Syrian army, in cooperation with Hezbollah, took the camp.", ("allied_with", "Syrian army", "Hezbollah")),
        (
            "Troops backed by the Lebanese group Hezbollah took the camp.",
            ("backs", "the Lebanese group Hezbollah", "Troops"),
        ),
        ("Troops fighting alongside Hezbollah attacked the camp.", ("allied_with", "Troops", "Hezbollah")),
    ],
)
def test_who_stands_how_to_whom(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in tied(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels are no longer loyal to Turkey.",
        "The Nusra Front is not part of al-Qaeda.",
        "The town is part of Syria.",
        "The rifles belong to Russia.",
        "Part of the Syrian army withdrew.",
        "The west wing of the hospital was hit by Russia.",
        "The attack was linked to Iran.",
        "A UN-backed plan was rejected by Syria.",
        "Aleppo is part of Syria.",
        "Turkey accused Iran of being an ally of Syria.",
        "The formerly al-Qaeda-linked rebels attacked the camp.",
        "Russia, a former ally of Turkey, attacked the camp.",
    ],
)
def test_no_tie_is_made_up(text: str) -> None:
    assert not tied(text)
