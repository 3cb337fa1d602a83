"""The ledger for those who use it: open one, add readings, look into it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from contested.ledger import decisions, events, view, why
from contested.ledger.events import EventFilter
from contested.ledger.identity import Plain
from contested.ledger.opening import opened, told
from contested.ledger.view import SHOWN, Filter
from contested.ledger.writer import Added, Writer
from contested.model.reconciled import Bond, Decision


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

    def state(self) -> view.Row:
        """Of which moment and rule the events are, and whether they are `fresh`, as in `ledger.events.state`."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return events.state(connection)

    def keep(self, made: Iterable[view.Row], bonds: Iterable[Bond] = (), *, seen: int, rule: str = "default") -> None:
        """Write the events (the contract's JSON shape) in place of those there are, all of them or none.

        `seen` is `changes` of the state as it was before the readings were taken.
        """
        with opened(self.place, write=True) as engine, engine.begin() as connection:
            events.keep(connection, made, bonds, seen=seen, rule=rule)

    def events(self, wanted: EventFilter | None = None, *, limit: int = events.SHOWN) -> list[view.Row]:
        """Events that match, by day, in the contract's JSON shape."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return events.events(connection, wanted or EventFilter(), limit)

    def event(self, name: str) -> view.Row | None:
        """The event of that id, or None."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return events.event(connection, name)

    def claims_of(self, names: Iterable[str]) -> dict[str, list[view.Row]]:
        """The claims of each of the events, as `claims` gives them."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return events.claims_of(connection, names)

    def bonds_of(self, name: str) -> list[view.Row]:
        """Why the claims of the event of that id stand together, as in `ledger.events.bonds_of`."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return events.bonds_of(connection, name)

    def why(self, first: str, second: str) -> list[view.Row]:
        """Why two claims, reports or events belong together, or what keeps them apart, as in `ledger.why.why`."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return why.why(connection, first, second)

    def decide(self, verdict: Literal["same", "different"], first: str, second: str, *, who: str, why: str) -> int:
        """Keep the decision that two happenings (REPORT:CLAIM, or an event's id) are the same or not; its number."""
        with opened(self.place, write=True) as engine, engine.begin() as connection:
            return decisions.decide(connection, verdict, first, second, who=who, why=why)

    def undo(self, number: int) -> None:
        """Take the decision of that number back. SettingsError if there is none in force."""
        with opened(self.place, write=True) as engine, engine.begin() as connection:
            decisions.undo(connection, number)

    def decisions(self, *, undone: bool = False) -> list[view.Row]:
        """Decisions in force, with `undone` all that ever were, as in `ledger.decisions.decisions`."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return decisions.decisions(connection, undone=undone)

    def in_force(self) -> list[Decision]:
        """The decisions for `pipeline.reconcile_claims`."""
        with opened(self.place, write=False) as engine, engine.connect() as connection:
            return decisions.in_force(connection)
