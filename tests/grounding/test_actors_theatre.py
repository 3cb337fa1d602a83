"""The war that a report is about, told from where it is written and whom it mentions. Uses the real gazetteer."""

from contested.grounding.actors import ground_actors
from contested.grounding.places import find_places
from contested.model.grounding import Entity
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.parse import parse
from contested.parsing.segment import sentences


def cast(text: str, byline: str = "", day: str | None = None) -> dict[str, Entity]:
    """Entities by name of a report whose first line is a byline and whose paragraphs are divided by blank lines."""
    blocks, at = [], 0
    whole = f"{byline}\n\n{text}" if byline else text
    for number, part in enumerate(whole.split("\n\n")):
        blocks.append(Block(at, at + len(part), "byline" if byline and not number else "body"))
        at += len(part) + 2
    report = Report("r", whole, tuple(blocks), published_at=day)
    found = sentences(report)
    parsed = parse(whole, found, range(len(found)))
    entities, _ = ground_actors(report, parsed, find_places(report, parsed))
    return {entity.name: entity for entity in entities}


REFUGE = """The trucks reached Adre in Chad before noon. Women queued at the market of Adre for water. In Abeche a
clinic has beds for twenty, and N'Djamena has sent one doctor.

Hawa walked from El Geneina in Sudan, where RSF fighters killed her brothers. Sudanese troops had left El Geneina, and
the Rapid Support Forces shelled Zalingei too. Rebels attacked the retreating soldiers."""


def test_the_war_is_that_of_the_country_people_fled_not_of_their_hosts() -> None:
    found = cast(REFUGE, "By Ama Sarpong in Adre, Chad", "2023-07-02")
    assert found["rebels"].party == "rebels in Sudan"
    assert found["Rapid Support Forces"].side == "rsf"
    assert found["Sudanese army"].side == "government"


def test_a_dateline_abroad_does_not_make_the_war() -> None:
    text = "AMMAN, Jordan (Agency) - Rebels shelled Daraa on Monday. Syrian troops fired back, and Hezbollah sent men."
    found = cast(text, day="2014-02-03")
    assert found["rebels"].party == "rebels in Syria"
    assert found["Hezbollah"].side == found["Syrian army"].side == "government"


def test_hezbollah_against_israel_is_the_other_war() -> None:
    text = "Israeli jets bombed Tyre in Lebanon. Hezbollah fired rockets at Haifa, and Israel shelled Lebanon's south."
    found = cast(text, day="2006-07-20")
    assert found["Hezbollah"].side == "hezbollah"


def test_the_opposition_is_the_wars_even_where_many_countries_are_named() -> None:
    text = (
        "France and Britain want a truce in Syria. Russia and Turkey met in Vienna. Rebels hold half of Aleppo, and "
        "Syrian troops shell it. Germany will send aid. The opposition will not come to Geneva, the United States said."
    )
    (opposition,) = [entity for name, entity in cast(text, day="2015-11-01").items() if "opposition" in name]
    assert (opposition.party, opposition.side) == ("Syrian opposition", "opposition")


def test_the_opposition_of_a_country_at_war_with_another_is_not_the_enemy() -> None:
    text = "Ukraine's parliament met in Kyiv. The opposition walked out. Russian missiles hit Kharkiv that night."
    assert all(e.side is None for name, e in cast(text, day="2023-01-05").items() if "opposition" in name)


def test_an_israeli_army_makes_no_ministry_israeli() -> None:
    text = "The Israeli army said it hit a rocket crew. The health ministry said nine people were killed."
    assert not any("srael" in e.name and "ministry" in e.name for e in cast(text, day="2024-01-05").values())


def test_the_army_in_another_countrys_paragraph_is_not_the_focus_countrys() -> None:
    text = (
        "Malian troops took Kidal. Jihadists fled the town, and the army shelled Tessalit and Menaka.\n\n"
        "In Ouagadougou, people marched. The army closed the roads."
    )
    blocks = text.split("\n\n")
    whole = Report("r", text, (Block(0, len(blocks[0]), "body"), Block(len(blocks[0]) + 2, len(text), "body")))
    found = sentences(whole)
    parsed = parse(text, found, range(len(found)))
    entities, mentions = ground_actors(whole, parsed, find_places(whole, parsed))
    owned, bare = [m for m in mentions if text[m.start : m.end].lower().endswith("army")]
    assert next(e.party for e in entities if e.id == owned.entity) == "government of Mali"
    assert bare.entity is None
