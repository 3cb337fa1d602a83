"""Look-ups in a small index made for the test, and the threads and files around it."""

import threading
from pathlib import Path

import pytest

from contested.grounding.gazetteer import Gazetteer
from contested.grounding.gazetteer.build import write_index
from contested.grounding.gazetteer.records import LOOSE, MAIN, OTHER, Row

ROWS = [
    Row(("Sudan", "السودان"), 15.0, 30.0, "SD", "PCLI", "test", 366755, population=41_800_000),
    Row(("Al Fāshir", "El Fasher", "الفاشر"), 13.63, 25.35, "SD", "PPL", "test", 379062, "North Darfur", None, 252_609),
    Row(("Goma",), -1.68, 29.22, "CD", "PPL", "test", 216281, "North Kivu", None, 1_000_000),
    Row(("Goma",), 9.0, 38.0, "ET", "PPL", "test", None, None, None, None),
    Row(("Rokero", "Goma"), 13.0, 24.0, "SD", "PPL", "test", 1, None, None, 90_000),
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    assert write_index(path, ROWS) == len(ROWS)
    return Gazetteer.open(path)


@pytest.mark.parametrize("name", ["El Fasher", "el-fasher", "EL FASHER", "Al-Fāshir", "الفاشر", "Fashir", "فاشر"])
def test_every_spelling_finds_the_town(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name)[0].geonames_id == 379062


def test_kind_of_key_is_told(gazetteer: Gazetteer) -> None:
    assert [gazetteer.lookup(n)[0].key for n in ("Al Fāshir", "El Fasher", "Al-Faashir")] == [MAIN, OTHER, LOOSE]


def test_larger_place_and_main_name_come_first(gazetteer: Gazetteer) -> None:
    assert [p.country for p in gazetteer.lookup("Goma")] == ["CD", "SD", "ET"]
    assert [p.country for p in gazetteer.find(["goma"])["goma"]] == ["CD", "SD", "ET"]


def test_country_and_limit(gazetteer: Gazetteer) -> None:
    assert [p.country for p in gazetteer.lookup("Goma", country="ET")] == ["ET"]
    assert len(gazetteer.lookup("Goma", limit=1)) == 1
    assert gazetteer.lookup("Goma", country="UA") == []


def test_unknown_population_is_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Goma", country="ET")[0].population is None


def test_nothing_found_is_an_empty_list(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Xyzzy") == []
    assert gazetteer.lookup("") == []
    assert gazetteer.find(["nowhere"]) == {}


def test_more_keys_than_one_query_takes(gazetteer: Gazetteer) -> None:
    found = gazetteer.find([f"key {n}" for n in range(1_700)] + ["sudan"])
    assert list(found) == ["sudan"]


def test_threads_share_one_gazetteer(gazetteer: Gazetteer) -> None:
    answers: list[int | None] = []
    work = [threading.Thread(target=lambda: answers.append(gazetteer.lookup("Sudan")[0].geonames_id)) for _ in range(4)]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    assert answers == [366755] * 4


def test_missing_index_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Gazetteer.open(tmp_path / "none.sqlite")


def test_index_is_opened_read_only(gazetteer: Gazetteer) -> None:
    import sqlite3

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._connection().execute("DELETE FROM place")
