"""Murders and other killings, and what a violent act was done with."""

import pytest

from tests.coding.reading import one, read, words


@pytest.mark.parametrize(
    ("text", "type_", "target"),
    [
        ("The murder of three nurses in Gombe on Monday shocked the town.", "attack.civilians", "three nurses"),
        ("The killing of two farmers near Jos angered the villagers.", "attack.civilians", "two farmers"),
        ("The judge's murder in Cali on Monday was condemned.", "attack.civilians", "The judge"),
        ("The rebels' murder of a judge in Cali was condemned.", "attack.civilians", "a judge"),
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


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Army guns fired nine shells at the village of Sake on Saturday.", "Army"),
        ("The regime's mortars fired eleven rounds at a market in Saraqib.", "regime"),
        ("Rebel rockets hit a school in Aden on Monday.", "Rebel"),
    ],
)
def test_whose_weapon_it_is_did_it(text: str, owner: str) -> None:
    assert words(one(read(text), "strike.artillery"), "actor") == [owner]


@pytest.mark.parametrize("text", ["Heavy guns shelled the town of Sake.", "Shells hit a school in Aden on Monday."])
def test_a_weapon_of_nobody_names_nobody(text: str) -> None:
    assert words(one(read(text), "strike.artillery"), "actor") == []


def test_a_mine_set_off_under_somebody_is_an_attack() -> None:
    claim = one(read("Our fighters detonated a mine under an army lorry near Sake on Monday."), "explosion.remote")
    assert (words(claim, "actor"), words(claim, "instrument")) == (["fighters"], ["a mine"])
    assert not [c for c in read("Engineers found a mine and detonated it.").claims if c.type == "explosion.remote"]


@pytest.mark.parametrize(
    "text",
    [
        "Mortar rounds hit the market in Sake on Monday. The governor blamed the rebels.",
        "Mortar rounds hit two markets in Sake on Monday. The army blamed the M23, its old enemy, for both.",
    ],
)
def test_who_is_blamed_with_nothing_more_is_blamed_for_what_was_told(text: str) -> None:
    (claim,) = [claim for claim in read(text).claims if claim.stance == "accuses"]
    assert claim.type == "strike.artillery"
    assert words(claim, "actor")[0] in ("rebels", "M23")


@pytest.mark.parametrize(
    "text",
    [
        "The army recaptured the Sharara oil field on Tuesday.",
        "The fort remains in the hands of the army.",
        "The army retains full control over the bridge.",
    ],
)
def test_forts_fields_and_bridges_are_held(text: str) -> None:
    assert words(one(read(text), "control.held"), "controller") in (["army"], ["The army"])


def test_the_last_of_the_fighters_are_fighters() -> None:
    assert one(read("The last of our fighters left the town of Sake before dawn."), "territory.withdrawal")


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Three farmers were killed in Jos on Monday.", "farmers"),
        ("The blast in Cali wounded a guard.", "a guard"),
        ("Two nurses were kidnapped in Gombe.", "nurses"),
    ],
)
def test_who_is_counted_is_the_target_of_the_figure(text: str, victims: str) -> None:
    found = [ref.text for claim in read(text).claims if claim.kind == "figure" for ref in claim.roles["target"]]
    assert any(victims in words for words in found)


def test_capitals_of_a_headline_hide_no_victims() -> None:
    assert one(read("Three Farmers Were Murdered in Jos"), "attack.civilians")


def test_people_who_live_somewhere_are_no_target() -> None:
    found = [claim for claim in read("The camp near Dadaab holds 80,000 people.").claims if claim.kind == "figure"]
    assert all("target" not in claim.roles for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels attacked a bank located in Cali on Monday.",
        "Guerrillas attacked the guards at a substation situated in Cali.",
    ],
)
def test_an_act_is_where_the_thing_hit_is_located(text: str) -> None:
    claim = next(claim for claim in read(text).claims if claim.type and claim.type != "other")
    assert claim.place is not None
    assert claim.place.name == "Cali"


def test_artillery_that_hits_a_place_is_shelling() -> None:
    assert one(read("Artillery hit the village of Sake on Thursday morning and killed two women."), "strike.artillery")


@pytest.mark.parametrize(
    "text",
    [
        "A car packed with explosives exploded beside the fish market in Gao on Tuesday morning.",
        "A truck exploded near a checkpoint in Gao on Monday.",
        "Three guards were killed on Wednesday when a car blew up at the steps of a court in Gao.",
    ],
)
def test_a_vehicle_that_explodes_is_a_bomb(text: str) -> None:
    claim = one(read(text), "explosion.remote")
    assert words(claim, "instrument")


@pytest.mark.parametrize(
    "text", ["The population exploded in Gao.", "Sales of trucks went off well in Gao.", "She blew up at him."]
)
def test_what_only_seems_to_explode_is_none(text: str) -> None:
    assert not [claim for claim in read(text).claims if claim.type == "explosion.remote"]
