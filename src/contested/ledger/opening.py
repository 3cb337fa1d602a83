"""Opening a ledger: where it lies, its connection, and its tables brought to today's shape."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError

from contested.errors import SettingsError
from contested.ledger.migrating import head, revision, upgrade

WAIT_S = 30
"""Seconds to wait for another writer before giving up."""
_POSTGRESQL = ("postgresql", "postgres")


def default_place(environment: Mapping[str, str]) -> str:
    """DATABASE_URL where it is set, else `ledger.db` in the user's data folder."""
    return environment.get("DATABASE_URL") or str(user_data_path("contested") / "ledger.db")


def engine_for(place: str | Path, *, write: bool) -> Engine:
    """A connection to the ledger at a path or `postgresql://` address. SettingsError if it is no ledger's address."""
    text = str(place)
    if "://" not in text:
        return _sqlite(Path(text).expanduser(), write=write)
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise SettingsError(f"{text} is no address of a database: use a path or postgresql://...") from error
    if url.get_backend_name() not in _POSTGRESQL:
        raise SettingsError(f"a ledger is a file or a PostgreSQL database, not {url.get_backend_name()}")
    return create_engine(url.set(drivername="postgresql+psycopg"))


def _sqlite(path: Path, *, write: bool) -> Engine:
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.exists():
        raise SettingsError(f"there is no ledger at {path}: `contested add` makes one")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT_S})

    @event.listens_for(engine, "connect")
    def settle(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None
        writing = (("journal_mode", "WAL"), ("foreign_keys", "ON"), ("synchronous", "FULL"))
        for name, value in writing if write else (("query_only", "ON"),):
            connection.execute(f"PRAGMA {name} = {value}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


@contextmanager
def opened(place: str | Path, *, write: bool) -> Iterator[Engine]:
    """The ledger, brought to today's tables first; a file is copied beside itself before its tables are changed.

    SettingsError, in one sentence, where it cannot be opened, read or written.
    """
    with told(place):
        _migrated(place, write=write)
        engine = engine_for(place, write=write)
        try:
            yield engine
        finally:
            engine.dispose()


def _migrated(place: str | Path, *, write: bool) -> None:
    engine = engine_for(place, write=write)
    with engine.connect() as connection:
        now = revision(connection)
    engine.dispose()
    if now == head():
        return
    if now is not None:
        _backed_up(place, now)
    engine = engine_for(place, write=True)
    upgrade(engine)
    engine.dispose()


def _backed_up(place: str | Path, old: str) -> None:
    if "://" in str(place):
        return  # a server's data are backed up by who runs it; its migrations run in one transaction
    path = Path(place).expanduser()
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    with sqlite3.connect(path) as source, sqlite3.connect(f"{path}.{old}.{stamp}.backup") as target:
        source.backup(target)


@contextmanager
def told(place: str | Path) -> Iterator[None]:
    """Errors of the database as one sentence for people."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise SettingsError(_sentence(without_password(place), error)) from error
    except SQLAlchemyError as error:
        raise SettingsError(f"the ledger {without_password(place)} cannot be used: {error}") from error


def without_password(place: str | Path) -> str:
    """The place without a password."""
    return make_url(str(place)).render_as_string(hide_password=True) if "://" in str(place) else str(place)


def _sentence(place: str, error: DBAPIError | sqlite3.Error) -> str:
    why = str(error.orig if isinstance(error, DBAPIError) else error).strip().splitlines()[0]
    if "not a database" in why:
        return f"{place} is not a ledger: it is no database; name another file with --ledger"
    if "locked" in why:
        return f"another program is writing to the ledger {place}: try again when it is done"
    if "full" in why:
        return f"the disk of the ledger {place} is full: what was confirmed is kept, the rest was not added"
    if "readonly" in why or "unable to open" in why:
        return f"the ledger {place} cannot be written: look at the folder and its rights"
    if isinstance(error, OperationalError) and "://" in place:
        return f"the ledger {place} cannot be reached: {why}"
    return f"the ledger {place} cannot be used: {why}"
