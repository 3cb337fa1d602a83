"""The frames are sound: known types, known roles, no word without effect."""

import pytest

from contested.coding import frames as module
from contested.coding.frames import frames, index
from contested.errors import DataError
from contested.lexicon import yaml_data
from contested.model.claim import ROLES
from contested.model.codebook import codebook


def test_every_type_is_in_the_codebook() -> None:
    for frame in frames():
        named = {*frame.by_actor.values(), *frame.types_by_object} or {frame.type}
        named |= {t for t in (frame.across, frame.planned) if t}
        assert named <= set(codebook()), frame.type


def test_every_type_has_words_for_it() -> None:
    """But for who contests a place, for two acts in words that coding/acts.py knows by their stance, and for water,
    of which coding/needs.py tells."""
    named = {t for f in frames() for t in (f.type, f.across, f.planned, *f.by_actor.values(), *f.types_by_object)}
    assert set(codebook()) - named == {
        "control.contested",
        "need.water",
        "speech.deny",
        "speech.responsibility",
    }


def test_every_role_is_one_of_the_contract() -> None:
    for frame in frames():
        assert set(frame.roles.values()) <= set(ROLES), frame.type


def test_every_frame_can_be_triggered() -> None:
    for frame in frames():
        assert frame.verb or frame.phrase or frame.noun or frame.participle, frame.type


def test_classes_asked_for_exist() -> None:
    from contested.coding.world import _WIDER

    known = (
        set(yaml_data("lexicon/classes.yml"))
        | set(_WIDER)
        | {"person", "vehicle", "party", "state", "armed_state", "irregular", "anybody", "count"}
    )
    for frame in frames():
        asked = {*frame.require.values(), *frame.if_any.values(), *frame.unless.values()} | (
            {frame.noun_require} - {None}
        )
        assert asked <= known, frame.type


def test_phrases_are_found_by_their_first_word_and_nouns_by_their_last() -> None:
    assert any(phrase == ("take", "control") for phrase, _ in index().phrases["take"])
    assert any(noun == ("air", "strike") for noun, _ in index().nouns["strike"])


@pytest.mark.parametrize(
    ("entry", "word"),
    [
        ({"type": "strike.air", "verbs": ["bomb"]}, "unknown keys"),
        ({"type": "strike.air", "kind": "happening"}, "unknown kind"),
        ({"type": "strike.air", "place": [True]}, "quote"),
    ],
)
def test_a_wrong_entry_is_named(entry: dict[str, object], word: str) -> None:
    with pytest.raises(DataError, match=word):
        module._frame(entry, "fighting")


def test_families_name_types_of_the_codebook() -> None:
    table = yaml_data("lexicon/families.yml")
    named = (
        {t for members in table["families"].values() for t in members}
        | set(table["crimes"])
        | set(table["vague_types"])
    )
    assert named <= set(codebook())
