"""Decoding: the search finds the best lawful labels, links make attributions."""

from itertools import product

import numpy as np
import pytest

from contested.parsing.decode import Found, attributions, best_labels, lawful, log_softmax, spans, viterbi
from contested.parsing.windows import Window


def scores(seed: int, size: int, width: int) -> np.ndarray:
    return log_softmax(np.random.default_rng(seed).normal(size=(size, width)).astype(np.float32) * 2)


def brute(logs: np.ndarray) -> float:
    labels = range(logs.shape[1])
    return max(
        sum(float(logs[n, label]) for n, label in enumerate(path))
        for path in product(labels, repeat=len(logs))
        if lawful(np.array(path)).all()
    )


@pytest.mark.parametrize("seed", range(12))
def test_viterbi_is_the_best_of_all_lawful(seed: int) -> None:
    logs = scores(seed, 5, 5)
    labels = viterbi(logs)
    assert lawful(labels).all()
    assert float(logs[np.arange(5), labels].sum()) == pytest.approx(brute(logs), abs=1e-4)


@pytest.mark.parametrize("seed", range(12))
def test_the_search_between_sure_units_changes_nothing(seed: int) -> None:
    logs = scores(seed, 24, 7)
    logs[[5, 6, 15]] = log_softmax(np.array([[12.0, 0, 0, 0, 0, 0, 0]], dtype=np.float32))
    assert best_labels(logs).tolist() == viterbi(logs).tolist()


def test_spans_with_scores() -> None:
    logs = log_softmax(np.array([[0, 9, 0, 0, 0], [0, 0, 9, 0, 0], [0, 9, 0, 0, 0], [9, 0, 0, 0, 0]], dtype=np.float32))
    found = spans(logs)
    assert [span[:3] for span in found] == [(0, 1, 0), (2, 2, 0)]
    assert all(span.score > 0.99 for span in found)


def window(units: int) -> Window:
    made = Window()
    made.units = list(range(1, units + 1))
    made.starts = [10 * n for n in range(units)]
    made.ends = [10 * n + 5 for n in range(units)]
    made.pieces += [7] * units
    return made


def vectors(links: list[tuple[int, int]], sources: list[tuple[int, int]], size: int) -> np.ndarray:
    """Vectors under which piece a asks for piece b: one dimension for each piece asked for."""
    made = np.zeros((size, 4, size), dtype=np.float32)
    made[np.arange(size), 1, np.arange(size)] = made[np.arange(size), 3, np.arange(size)] = 9
    for a, b in sources:
        made[a, 0, b] = 9
    for a, b in links:
        made[a, 2, b] = 9
    return made.reshape(size, -1)


def test_links_tie_the_parts() -> None:
    found = [Found(0, 0, 0, 1), Found(1, 1, 1, 1), Found(2, 4, 2, 1), Found(5, 5, 0, 1), Found(6, 6, 1, 1)]
    links = [(3, 2), (4, 2), (5, 2), (2, 2), (7, 7)]
    (told,) = attributions(found, window(8), vectors(links, [(2, 1), (7, 6)], 9), 9)
    assert (told.source, told.cue, told.content) == ((0,), (1,), (2,))
    assert told.link > 0.9


def test_a_cue_may_have_no_source() -> None:
    found = [Found(0, 0, 0, 1), Found(2, 2, 1, 1), Found(3, 4, 2, 1)]
    (told,) = attributions(found, window(6), vectors([(4, 3), (5, 3), (3, 3)], [(3, 0)], 7), 7)
    assert told.source == ()


def test_cue_in_two_parts_and_content_in_two_parts() -> None:
    found = [Found(0, 0, 2, 1), Found(1, 1, 1, 1), Found(2, 2, 1, 1), Found(4, 5, 2, 1)]
    links = [(1, 2), (2, 2), (3, 2), (5, 2), (6, 2)]
    (told,) = attributions(found, window(6), vectors(links, [(2, 0)], 7), 7)
    assert (told.cue, told.content) == ((1, 2), (0, 3))


def test_content_without_cue_goes_to_the_source_or_is_left_out() -> None:
    (told,) = attributions([Found(0, 0, 0, 1), Found(1, 3, 2, 1)], window(5), vectors([(2, 1)], [], 6), 6)
    assert (told.source, told.cue) == ((0,), ())
    assert attributions([Found(1, 3, 2, 1)], window(5), vectors([], [], 6), 6) == []
