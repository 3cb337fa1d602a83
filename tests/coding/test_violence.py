"""Murders and other killings, and what a violent act was done with."""

import pytest

from tests.coding.reading import one, read, words


@pytest.mark.parametrize(
    ("text", "type_", "target"),
    [
        ("The murder of three nurses in Gombe on Monday shocked the town.", "attack.civilians", "three nurses"),
        ("The killing of two farmers near Jos angered the villagers.", "attack.civilians", "two farmers"),
        ("A journalist was murdered in Culiacan on Tuesday.", "attack.civilians", "A journalist"),
        ("Two teachers were gunned down in Yala on Tuesday.", "attack.civilians", "Two teachers"),
        ("A farmer was stabbed to death in Lamu on Friday.", "attack.civilians", "A farmer"),
        ("The assassination of the governor in Kandahar was condemned.", "execution", "the governor"),
    ],
)
def test_a_killing_is_an_act_with_a_victim(text: str, type_: str, target: str) -> None:
    assert words(one(read(text), type_), "target") == [target]


@pytest.mark.parametrize(
    "text",
    [
        "The murder rate in the capital fell by a third.",
        "The hours of waiting were murder, the pilot said.",
        "The film is about the killing of time.",
        "Killing weeds by hand takes days.",
    ],
)
def test_without_a_victim_it_is_none(text: str) -> None:
    assert not [claim for claim in read(text).claims if claim.type in ("attack.civilians", "execution")]


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("A car bomb exploded outside the ministry in Kabul on Monday.", "A car bomb"),
        ("Gunmen attacked the post in Mopti with rockets on Sunday.", "rockets"),
        ("The rebels attacked the village of Bor using machine guns.", "machine guns"),
        ("Two teachers were gunned down with rifles in Yala on Tuesday.", "rifles"),
    ],
)
def test_the_weapon_that_the_clause_names(text: str, weapon: str) -> None:
    found = [words(claim, "instrument") for claim in read(text).claims if claim.roles.get("instrument")]
    assert found
    assert weapon.removeprefix("A ") in found[0][0]


def test_a_weapon_of_another_clause_is_none() -> None:
    text = "Gunmen attacked the post in Mopti on Sunday. The army later found rifles there."
    assert not [claim for claim in read(text).claims if claim.roles.get("instrument")]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A bomb exploded in front of a bank in Cali on Monday.", "a bank"),
        ("A car bomb exploded outside the embassy in Kabul on Monday.", "the embassy"),
        ("Rebels blew up a pylon in Sucre on Monday.", "a pylon"),
        ("The guerrillas dynamited the bridge near Tibu on Monday.", "the bridge"),
    ],
)
def test_what_a_bomb_goes_off_at(text: str, target: str) -> None:
    found = [word for claim in read(text).claims if claim.type == "explosion.remote" for word in words(claim, "target")]
    assert found == [target]


def test_a_town_is_no_target_of_a_bomb() -> None:
    claims = [claim for claim in read("A bomb exploded in Cali on Monday.").claims if claim.type == "explosion.remote"]
    assert claims
    assert not words(claims[0], "target")


def test_a_bomb_found_is_no_explosion() -> None:
    assert not [c for c in read("Police found a dynamite charge near the bank.").claims if c.type == "explosion.remote"]


def test_hooded_men_who_kill_the_mayor_are_the_actors() -> None:
    claim = one(read("Hooded men killed the mayor of Tame on Sunday."), "attack.civilians")
    assert words(claim, "actor") == ["Hooded men"]
