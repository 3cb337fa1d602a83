"""What may happen to a ledger in a file: an end at any moment, a full disk, two writers, files that are none."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from contested.errors import SettingsError
from contested.ledger import opening, writer
from contested.ledger.book import Ledger
from contested.ledger.migrating import head
from tests.ledger.made import SHELLING, claim, reading, shelling

HERE = Path(__file__).parent


def test_what_was_confirmed_survives_a_kill(tmp_path: Path) -> None:
    """A process adds readings and is killed in the midst, several times; each confirmed one is whole in the ledger."""
    place = tmp_path / "ledger.db"
    confirmed: list[str] = []
    for round_ in range(4):
        child = subprocess.Popen(
            [sys.executable, str(HERE / "adding.py"), str(place), str(round_)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        confirmed += [child.stdout.readline().strip() for _ in range(3 + 5 * round_)]
        time.sleep(0.01 * round_)
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read().splitlines()
        child.wait()
        confirmed += rest[:-1] if rest and not rest[-1].endswith(".") else rest
    held = {one["report"]["id"]: one for one in Ledger(place).readings()}
    assert len(confirmed) > 20
    assert {name.rstrip(".") for name in confirmed} <= held.keys()
    assert all(len(one["claims"]) == 2 for one in held.values())
    with sqlite3.connect(place) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_full_disk_loses_nothing_confirmed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "ledger.db"
    ledger = Ledger(place)
    list(ledger.add([shelling()]))
    monkeypatch.setattr(writer, "MOST", 1)
    _make_small(monkeypatch)
    confirmed = []
    text = "x" * 4000
    with pytest.raises(SettingsError, match="full"):
        for added in ledger.add(reading(f"{n} {text}", [], id=f"n{n}") for n in range(1000)):
            confirmed.append(added.name)
    monkeypatch.undo()
    held = {one["report"]["id"] for one in Ledger(place).readings()}
    assert confirmed
    assert {"a1", *confirmed} <= held


def _make_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on ledgers may not grow by more than some pages: SQLite then says that the disk is full."""
    engine_for = opening.engine_for

    def small(place: str | Path, *, write: bool) -> object:
        engine = engine_for(place, write=write)
        pages = Path(place).stat().st_size // 4096 + 40
        from sqlalchemy import event

        event.listen(engine, "connect", lambda c, _: c.execute(f"PRAGMA max_page_count = {pages}"))
        return engine

    monkeypatch.setattr(opening, "engine_for", small)


def test_two_writers_wait_for_one_another(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    list(Ledger(place).add([shelling()]))
    children = [
        subprocess.Popen([sys.executable, str(HERE / "adding.py"), str(place), str(n), "40"], stdout=subprocess.DEVNULL)
        for n in (7, 8)
    ]
    assert [child.wait(60) for child in children] == [0, 0]
    assert Ledger(place).totals()["reports"] == 81


def test_a_writer_that_waits_too_long_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "ledger.db"
    list(Ledger(place).add([shelling()]))
    monkeypatch.setattr(opening, "WAIT_S", 0.1)
    with sqlite3.connect(place) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(SettingsError, match="another program is writing"):
            list(Ledger(place).add([shelling(id="a2")]))
        monkeypatch.setattr(opening, "WAIT_S", 5)
        assert Ledger(place).totals()["reports"] == 1  # readers go on
    list(Ledger(place).add([shelling(id="a2")]))


def test_readers_cannot_write(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    list(Ledger(place).add([shelling()]))
    with (
        pytest.raises(SettingsError, match="written"),
        opening.opened(place, write=False) as engine,
        engine.connect() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM claim")
    assert Ledger(place).totals()["claims"] == 2


def test_there_must_be_a_ledger_to_look_into(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="contested add"):
        Ledger(tmp_path / "none.db").totals()
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "notes.txt"
    place.write_text("not a database, " * 100)
    for use in (lambda: list(Ledger(place).add([shelling()])), lambda: Ledger(place).totals()):
        with pytest.raises(SettingsError, match="not a ledger"):
            use()
    assert place.read_text().startswith("not a database")


@pytest.mark.parametrize("place", ["mysql://x/y", "http://example.org/x", "postgresql://["])
def test_addresses_of_other_things_are_refused(place: str) -> None:
    with pytest.raises(SettingsError):
        Ledger(place).totals()


def test_a_password_is_not_told() -> None:
    with pytest.raises(SettingsError) as caught:
        Ledger("postgresql://me:secret@127.0.0.1:1/none").totals()
    assert "secret" not in str(caught.value)


def test_the_tables_of_an_older_ledger_are_saved_before_they_are_changed(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    list(Ledger(place).add([shelling()]))
    with sqlite3.connect(place) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (head(),)
    opening._backed_up(place, "0001")
    (copy,) = tmp_path.glob("ledger.db.0001.*.backup")
    assert Ledger(copy).totals() == Ledger(place).totals()


def test_the_migrations_make_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from contested.ledger.tables import metadata

    place = tmp_path / "ledger.db"
    list(Ledger(place).add([shelling()]))
    with opening.opened(place, write=False) as engine, engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("claim_words")},
        )
        assert compare_metadata(context, metadata) == []


def test_the_words_of_the_claims_can_be_searched_after_many_additions(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.db")
    many = (reading(f"{SHELLING} {n}", [claim(SHELLING, "harbour", 1)], id=str(n)) for n in range(300))
    assert sum(added.outcome == "new" for added in ledger.add(many)) == 300
    from contested.ledger.view import Filter

    assert len(ledger.claims(Filter(words="harbour"), limit=1000)) == 300


def test_the_place_is_the_users_unless_another_is_named(tmp_path: Path) -> None:
    assert opening.default_place({"DATABASE_URL": "postgresql://h/d"}) == "postgresql://h/d"
    assert opening.default_place({}).endswith(f"contested{os.sep}ledger.db")
    assert not (tmp_path / "x").exists()
