"""The ledger for those who use it: open one, add readings, look into it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from contested.ledger import view
from contested.ledger.identity import Plain
from contested.ledger.opening import opened, told
from contested.ledger.view import SHOWN, Filter
from contested.ledger.writer import Added, Writer


class Ledger:
    """A ledger at a path (SQLite) or a `postgresql://` address. Each call opens it, does its work and closes it.

    Every method raises SettingsError, in one sentence, where the ledger cannot be opened, read or written.
    """

    def __init__(self, place: str | Path, *, version: str = "") -> None:
        """`version` is the reader's, kept with every run."""
        self.place = place
        self._version = version

    def add(self, readings: Iterable[Plain], *, options: str = "") -> Iterator[Added]:
        """Store readings in the contract's JSON shape; one `Added` each, as soon as it is safely stored.

        Adding the same reading twice changes nothing; another text of a report retires what the old one claimed.
        """
        with opened(self.place, write=True) as engine:
            writer = Writer(engine, self._version, options)
            yield from writer.add(readings)
            writer.close()

    def claims(self, wanted: Filter | None = None, *, limit: int = SHOWN, before: int | None = None) -> list[view.Row]:
        """Claims that match, the last added first, as in `ledger.view.claims`."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return view.claims(connection, wanted or Filter(), limit, before)

    def reports(self, *, limit: int = SHOWN, after: str | None = None) -> list[view.Row]:
        """Reports by name, with outlet, title, day and number of claims."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return view.reports(connection, limit, after)

    def reading(self, name: str) -> dict[str, Any] | None:
        """The current reading of the report of that name, or None."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return view.reading(connection, name)

    def readings(self) -> Iterator[dict[str, Any]]:
        """The current readings of all reports in the order of their names."""
        with opened(self.place, write=False) as engine, engine.connect() as connection, told(self.place):
            yield from view.readings(connection)

    def totals(self) -> view.Row:
        """How many reports, current and retired claims, and issues there are."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return view.totals(connection)
