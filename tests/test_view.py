"""The ledger's events are a view: they depend on what was added and decided, not on when, in which order, how often."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contested.export.codec import from_dict, to_dict
from contested.export.reconciled import to_dict as plain
from contested.ledger.book import Ledger
from contested.pipeline import reconcile_claims
from tests.reconciling.test_deciding import reports

COUNT = len(reports())
ORDERS = st.lists(st.integers(0, COUNT - 1), max_size=6).flatmap(lambda extra: st.permutations([*range(COUNT), *extra]))
CLAIMS = st.sampled_from(["a:c1", "b:c1", "c:c1", "d:c1"])
RULINGS = st.lists(
    st.tuples(st.sampled_from(["same", "different"]), CLAIMS, CLAIMS, st.booleans()).filter(lambda r: r[1] != r[2]),
    max_size=4,
)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def view(order: Sequence[int], rulings: Sequence[tuple[Any, str, str]], undone: Sequence[tuple[Any, str, str]]) -> Any:
    """Events and bonds of a new ledger with reports added in this order; the undone rulings are made and taken back."""
    with TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder) / "ledger.db")
        found = reports()
        for number in order:
            list(ledger.add([to_dict(found[number])]))
        for verdict, a, b in undone:
            ledger.undo(ledger.decide(verdict, a, b, who="Ada", why=""))
        for verdict, a, b in rulings:
            ledger.decide(verdict, a, b, who="Ada", why="")
        seen = ledger.state()["changes"]
        together = reconcile_claims(map(from_dict, ledger.readings()), decisions=ledger.in_force())
        ledger.keep(map(plain, together.events), together.bonds, seen=seen)
        events = ledger.events()
        bonds = [
            (bond["a_report"], bond["b_report"], bond["score"]) for one in events for bond in ledger.bonds_of(one["id"])
        ]
        return events, bonds


@FEW
@given(ORDERS)
def test_neither_order_nor_repetition_of_adding_matters(order: Sequence[int]) -> None:
    assert view(order, [], []) == view(range(COUNT), [], [])


@FEW
@given(ORDERS, RULINGS)
def test_a_decision_undone_was_never_made(order: Sequence[int], rulings: Sequence[tuple[Any, str, str, bool]]) -> None:
    kept = [ruling[:3] for ruling in rulings if ruling[3]]
    undone = [ruling[:3] for ruling in rulings if not ruling[3]]
    assert view(order, kept, undone) == view(range(COUNT), kept, [])
