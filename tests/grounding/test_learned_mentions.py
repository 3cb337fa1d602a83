"""Names of the encoder among the mentions of the rules: new, longer, or of another kind; nothing is made up."""

import pytest

from contested.grounding.learned_mentions import with_learned
from contested.model.grounding import Entity, Mention, MentionType
from contested.model.learned import Labelled, Learned
from contested.model.place import PlaceRef

TEXT = "Colonel Baraka of the Lake Front met Jina Okello, chief of Kasai Relief, in Uvira. Okello then left for Essex."


def name(words: str, label: str, score: float = 0.9, text: str = TEXT, nth: int = 0) -> Labelled:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Labelled(start, start + len(words), label, score)


def mention(
    words: str, type_: MentionType, entity: str | None, id_: str = "m1", ref: PlaceRef | None = None
) -> Mention:
    start = TEXT.index(words)
    return Mention(id_, start, start + len(words), type_, entity, ref)


def joined(
    entities: list[Entity], mentions: list[Mention], *names: Labelled
) -> tuple[list[tuple[str, MentionType, str | None]], dict[str, Entity]]:
    """(words, type, name of the entity) of each mention, and the entities by name."""
    found, all_ = with_learned(TEXT, entities, mentions, Learned(names=names))
    by_id = {e.id: e for e in found}
    assert [e.id for e in found] == [f"e{n}" for n in range(1, len(found) + 1)]
    assert [m.id for m in all_] == [f"m{n}" for n in range(1, len(all_) + 1)]
    rows = [(TEXT[m.start : m.end], m.type, by_id[m.entity].name if m.entity else None) for m in all_]
    return rows, {e.name: e for e in found}


def test_a_new_name_has_neither_party_nor_side_nor_place() -> None:
    rows, entities = joined([], [], name("Kasai Relief", "organisation"), name("Uvira", "place"))
    assert rows == [("Kasai Relief", "organisation", "Kasai Relief"), ("Uvira", "place", "Uvira")]
    assert all((e.party, e.side, dict(e.ids)) == (None, None, {}) for e in entities.values())


def test_a_surname_is_the_person_named_before() -> None:
    rows, entities = joined([], [], name("Jina Okello", "person"), name("Okello", "person", nth=1))
    assert [r[2] for r in rows] == ["Jina Okello", "Jina Okello"]
    assert len(entities) == 1


def test_whom_the_rules_know_keeps_party_and_side() -> None:
    known = Entity("e1", "Jina Okello", "person", "Kasai Relief", "aid")
    rows, entities = joined([known], [mention("Jina Okello", "person", "e1")], name("Okello", "organisation", nth=1))
    assert rows[-1] == ("Okello", "person", "Jina Okello")
    assert entities["Jina Okello"].party == "Kasai Relief"


def test_a_name_cut_short_is_made_whole() -> None:
    known = Entity("e1", "Okello", "person")
    rows, _ = joined([known], [mention("Okello", "person", "e1")], name("Jina Okello", "person"))
    assert rows == [("Jina Okello", "person", "Okello")]


def test_a_body_named_in_a_description_is_named_too() -> None:
    rows, _ = joined([], [mention("chief of Kasai Relief", "person", None)], name("Kasai Relief", "organisation"))
    assert rows == [("chief of Kasai Relief", "person", None), ("Kasai Relief", "organisation", "Kasai Relief")]


def test_a_place_of_the_gazetteer_stays_one_unless_it_is_surely_a_club() -> None:
    ref = PlaceRef(name="Essex", geonames_id=2649889, mention="m1")
    place, spot = Entity("e1", "Essex", "place"), mention("Essex", "place", "e1", ref=ref)
    assert joined([place], [spot], name("Essex", "organisation", 0.8))[0] == [("Essex", "place", "Essex")]
    assert joined([place], [spot], name("Essex", "person"))[0] == [("Essex", "place", "Essex")]
    assert joined([place], [spot], name("Essex", "organisation", 0.95))[0] == [("Essex", "organisation", "Essex")]


def test_a_town_in_the_name_of_a_body_is_a_town_too() -> None:
    ref = PlaceRef(name="Kasai", geonames_id=214138, mention="m1")
    place, spot = Entity("e1", "Kasai", "place"), mention("Kasai", "place", "e1", ref=ref)
    rows, _ = joined([place], [spot], name("Kasai Relief", "organisation"))
    assert rows == [("Kasai Relief", "organisation", "Kasai Relief"), ("Kasai", "place", "Kasai")]


def test_a_party_never_changes_its_type() -> None:
    state = Entity("e1", "Essex", "government", "government of Essex", "east")
    rows, entities = joined([state], [mention("Essex", "place", "e1")], name("Essex", "organisation"))
    assert rows == [("Essex", "place", "Essex")]
    assert entities["Essex"] == state


def test_coordinates_stay_with_the_words_they_were_found_for() -> None:
    ref = PlaceRef(name="Uvira", geonames_id=204405, mention="m1")
    text_mention = mention("Uvira", "place", "e1", ref=ref)
    _, found = with_learned(
        TEXT,
        [Entity("e1", "Uvira", "place")],
        [text_mention],
        Learned(names=(name("Baraka", "person"), name("in Uvira", "place"))),
    )
    (spot,) = (m for m in found if m.place is not None)
    assert (TEXT[spot.start : spot.end], spot.id) == ("Uvira", "m2")
    assert spot.place is not None
    assert spot.place.mention == "m2"


def test_doubtful_names_peoples_and_marks_are_left_out() -> None:
    rows, _ = joined([], [], name("Uvira", "place", 0.3), name("Lake Front", "misc"), name("Jina Okello,", "person"))
    assert rows == [("Jina Okello", "person", "Jina Okello")]


@pytest.mark.parametrize("word", ["North", "Regime", "Kenyan", "Monday", "lakenews", "Hezbollahs", "Dagestani"])
def test_one_word_of_the_language_is_no_place(word: str) -> None:
    text = f"Planes bombed the {word} side."
    start = text.index(word)
    label = Labelled(start, start + len(word), "place", 0.9)
    assert with_learned(text, [], [], Learned(names=(label,))) == ((), ())


def test_a_place_of_the_encoder_lies_where_the_gazetteer_has_its_name() -> None:
    text = "Uvira fell. Shelling of Uvira goes on."
    ref = PlaceRef("Uvira", lat=-3.4, lon=29.1, country="CD", precision="town")
    first = Mention("m1", 24, 29, "place", None, ref)
    _, mentions = with_learned(text, [], [first], Learned(names=(Labelled(0, 5, "place", 0.9),)))
    assert [m.place and (m.place.country, m.place.mention) for m in mentions] == [("CD", "m1"), ("CD", "m2")]


def test_in_a_text_without_capitals_a_small_word_can_be_a_place() -> None:
    text = "planes bombed the market of zzyra on monday, the ministry said."
    start = text.index("zzyra")
    _, mentions = with_learned(text, [], [], Learned(names=(Labelled(start, start + 5, "place", 0.9),)))
    assert [(m.start, m.type) for m in mentions] == [(start, "place")]
