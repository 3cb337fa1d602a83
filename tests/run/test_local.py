"""Reading many in one process: order, batches, a report that breaks the reader."""

from collections.abc import Iterable
from typing import Any

import pytest

from contested.acquire.inputs import report_from_text
from contested.errors import DataError
from contested.model.reading import Reading
from contested.model.report import Report, Unreadable
from contested.run import local

TEXT = "Officials in Port Sudan said that 40 families had fled the shelling. Rebels denied it."


def reports(count: int) -> list[Report | Unreadable]:
    return [report_from_text(TEXT, id=f"r{number}") for number in range(count)]


def breaking(monkeypatch: pytest.MonkeyPatch, error: BaseException, *ids: str) -> None:
    """Let reading raise `error` where a batch holds one of these reports."""
    really = local.read_batch

    def read_batch(batch: Iterable[Any], options: Any) -> list[Reading]:
        if any(item.id in ids for item in batch):
            raise error
        return really(batch, options)

    monkeypatch.setattr(local, "read_batch", read_batch)


@pytest.mark.parametrize("error", [ValueError("spans\ncrossed"), RecursionError(), MemoryError(), KeyError("x")])
def test_a_crash_spoils_one_report_only(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, error, "r3", "r12")
    readings = list(local.read_all(reports(14)))
    assert [reading.report.id for reading in readings] == [f"r{number}" for number in range(14)]
    failed = {reading.report.id: reading.error for reading in readings if reading.error}
    assert list(failed) == ["r3", "r12"]
    assert all(one and one.code == "internal" and "\n" not in one.message for one in failed.values())


@pytest.mark.parametrize("error", [DataError("verbs.yml is broken"), KeyboardInterrupt()])
def test_what_spoils_all_is_raised(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, error, "r1")
    with pytest.raises(type(error)):
        list(local.read_all(reports(3)))


def test_a_long_report_ends_its_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []

    def read_batch(batch: list[Any], _: Any) -> list[Reading]:
        sizes.append(len(batch))
        return [Reading(report=item) for item in batch]

    monkeypatch.setattr(local, "read_batch", read_batch)
    long = Report(id="long", text="x" * local.LONG)
    short = Report(id="short", text="x")
    assert len(list(local.read_all([short, short, long, short, *[short] * 9]))) == 13
    assert sizes == [1, 2, 8, 2]
