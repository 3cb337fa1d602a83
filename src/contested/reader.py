"""The library's way in: `read` for one report, `Reader` for many."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from contested.acquire.inputs import InputOptions, read_inputs, report_from_text
from contested.errors import InputError
from contested.model.reading import Reading
from contested.model.report import Report, Unreadable
from contested.pipeline import ReadOptions
from contested.run.local import read_all

_LONGEST_PATH = 1_000


def read(
    source: str | Path | Report, *, published: str | date | None = None, gate: Literal["conflict", "none"] = "none"
) -> Reading:
    """Read one report: a text, a Path, the name of a file that exists, an http(s) URL, or a Report.

    `published` is the publication day (ISO) for a source that carries none; without one, relative times stay
    unresolved. By default every sentence is read; `gate="conflict"` passes over text that is not about conflict.
    Raises InputError (with the contract's error code) if the report cannot be read.
    """
    reading = next(iter(Reader(published=published, gate=gate).pipe([source])))
    if reading.error is not None:
        raise InputError(reading.error.code, reading.error.message)
    return reading


class Reader:
    """Reads many reports with one set of options.

    >>> reader = contested.Reader(published="2013-06-05")
    >>> for reading in reader.pipe(texts, processes=2): ...
    """

    def __init__(
        self,
        *,
        published: str | date | None = None,
        source: str | None = None,
        gate: Literal["conflict", "none"] = "conflict",
        allow_private: bool = False,
    ) -> None:
        """`published` and `source` are for reports that do not say theirs; `gate` as in `contested read --gate`."""
        day = published.isoformat() if isinstance(published, date) else published
        self._inputs = InputOptions(published=day, source=source, allow_private=allow_private)
        self._options = ReadOptions(gate=gate)

    def read(self, source: str | Path | Report) -> Reading:
        """One reading; a report that cannot be read gives a reading with `error` set."""
        return next(iter(self.pipe([source])))

    def pipe(self, sources: Iterable[str | Path | Report], *, processes: int = 1) -> Iterator[Reading]:
        """Readings in the order of the sources (texts, paths, URLs, Reports); unreadable ones carry their error.

        A folder, or a file of several reports, gives a reading for each report in it.
        """
        reports = (report for number, source in enumerate(sources, 1) for report in self._reports(source, number))
        return read_all(reports, replace(self._options, processes=processes))

    def _reports(self, source: str | Path | Report, number: int) -> Iterator[Report | Unreadable]:
        if isinstance(source, Report):
            yield source
        elif isinstance(source, Path) or _names_a_file(source):
            yield from read_inputs([source], self._inputs)
        else:
            yield self._from_text(source, f"text{number}")

    def _from_text(self, text: str, id_: str) -> Report | Unreadable:
        try:
            return report_from_text(text, id=id_, options=self._inputs)
        except InputError as error:
            return Unreadable(id_, error.code, error.message)


def _names_a_file(source: str) -> bool:
    """Whether a string is the address of a report rather than its text."""
    if source.startswith(("http://", "https://")) and not any(c.isspace() for c in source):
        return True
    if len(source) > _LONGEST_PATH or "\n" in source or "\0" in source:
        return False
    return Path(source).exists()
