"""Ledgers to test on: a file, and a database of a PostgreSQL server that is started for it."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server on the loopback, started here and stopped at the end."""
    assert PROGRAMS, "PostgreSQL is not installed: `apt-get install postgresql`, or leave out the tests marked server"
    folder, port = Path(mkdtemp(prefix="contested-pg-")), _free_port()
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres")
    _as_user("initdb", "-D", folder / "data", "-A", "trust", "-U", "tester", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    _as_user("pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql://tester@127.0.0.1:{port}"
    finally:
        _as_user("pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _as_user(program: str, *arguments: str | Path) -> None:
    command = [str(PROGRAMS[-1] / program), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(params=["file", pytest.param("server", marks=pytest.mark.server)])
def somewhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The place of an empty ledger, once of either kind."""
    if request.param == "file":
        return str(tmp_path / "ledger.db")
    import psycopg

    server = request.getfixturevalue("server")
    name = f"t{abs(hash(tmp_path))}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # a name of digits, made here
    return f"{server}/{name}"
