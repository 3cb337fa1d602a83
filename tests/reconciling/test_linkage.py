"""Groups out of likenesses."""

from hypothesis import given
from hypothesis import strategies as st

from contested.reconciling.linkage import average_groups, joined

PAIRS = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])


def test_things_alike_come_together() -> None:
    assert average_groups({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7, (3, 4): 0.6}, least=0.5) == [[0, 1, 2], [3, 4]]


def test_a_chain_of_neighbours_is_not_one_group() -> None:
    assert average_groups({(0, 1): 0.9, (1, 2): 0.6, (2, 3): 0.9}, least=0.5) == [[0, 1], [2, 3]]


def test_the_most_alike_come_first() -> None:
    assert average_groups({(0, 1): 0.6, (1, 2): 0.9}, least=0.5) == [[1, 2]]


@given(st.dictionaries(PAIRS, st.floats(0, 1)), st.randoms())
def test_the_order_of_the_pairs_does_not_matter(likeness: dict[tuple[int, int], float], random: object) -> None:
    rows = list(likeness.items())
    random.shuffle(rows)  # type: ignore[attr-defined]
    assert average_groups(dict(rows), least=0.4) == average_groups(likeness, least=0.4)


@given(st.dictionaries(PAIRS, st.floats(0, 1)))
def test_nothing_is_in_two_groups(likeness: dict[tuple[int, int], float]) -> None:
    members = [thing for group in average_groups(likeness, least=0.3) for thing in group]
    assert len(members) == len(set(members))


def test_joined_connects_through_others() -> None:
    assert joined([(3, 4), (0, 1), (4, 0)]) == [[0, 1, 3, 4]]
    assert joined([]) == []
