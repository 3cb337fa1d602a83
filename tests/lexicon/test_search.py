from hypothesis import given
from hypothesis import strategies as st

from contested.lexicon import Matcher, fold


def test_longest_whole_words_without_regard_to_case() -> None:
    found = Matcher([("air", "a"), ("air strike", "b"), ("rebel", "c")]).find(
        "An AIR STRIKE hit rebels and a rebel airfield."
    )
    assert [(hit.key, hit.start, hit.end) for hit in found] == [("b", 3, 13), ("c", 31, 36)]


def test_the_first_key_of_a_phrase_stays() -> None:
    assert Matcher([("sana", "agency"), ("Sana", "city")]).find("Sana said")[0].key == "agency"


def test_case_can_matter() -> None:
    assert not Matcher([("US", "country")], case=True).find("they told us")


@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
