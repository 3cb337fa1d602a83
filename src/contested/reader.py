"""The library's way in: `read` for one report, `Reader` for many."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Literal

from contested.acquire.inputs import InputOptions, read_inputs, report_from_text
from contested.errors import InputError
from contested.llm.endpoint import LanguageModel
from contested.model.reading import Reading
from contested.model.reconciled import Reconciled
from contested.model.report import Report, Unreadable
from contested.pipeline import ReadOptions, reconcile_claims
from contested.run.local import read_all

GATES = ("conflict", "none")
ENGINES = ("learned", "rules", "llm")
_LONGEST_PATH = 1_000


def read(
    source: str | Path | Report,
    *,
    published: str | date | None = None,
    gate: Literal["conflict", "none"] = "none",
    engine: Literal["learned", "rules", "llm"] = "learned",
    language_model: LanguageModel | None = None,
) -> Reading:
    """Read one report: a text, a Path, the name of a file that exists, an http(s) URL, or a Report.

    `published` is the publication day (ISO) for a source that carries none; without one, relative times stay
    unresolved. By default every sentence is read; `gate="conflict"` passes over text that is not about conflict.
    `engine="rules"` reads without the encoder: faster, fewer voices and names; `engine="llm"` asks `language_model`
    besides (docs/language-model.md), which sends it the report's sentences.
    Raises InputError (with the contract's error code) if the report cannot be read, ValueError if the source holds
    several reports (`Reader` reads those) or an option is wrong.
    """
    reading = Reader(published=published, gate=gate, engine=engine, language_model=language_model).read(source)
    if reading.error is not None:
        raise InputError(reading.error.code, reading.error.message)
    return reading


def reconcile(
    readings: Iterable[Reading], *, rule: Literal["default", "ucdp", "conservative"] = "default"
) -> Reconciled:
    """What the readings of many reports tell together: stories, events with their questions, and why.

    The order of the readings does not matter, and a report given twice counts once. `rule` says how the counts of
    several voices give one best number (docs/reconciling.md). ValueError for another rule.
    """
    if rule not in ("default", "ucdp", "conservative"):
        raise ValueError(f"rule is {rule!r}; it must be one of default, ucdp, conservative")
    return reconcile_claims(readings, rule)


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
        engine: Literal["learned", "rules", "llm"] = "learned",
        language_model: LanguageModel | None = None,
        allow_private: bool = False,
    ) -> None:
        """`published` and `source` are for reports that do not say theirs; `gate` and `engine` as in `contested read`.

        ValueError if `published` is no ISO day, or `gate` or `engine` is not one of those there are; SettingsError if
        there is a `language_model` and the engine is another, or the other way round.
        """
        for option, value, known in (("gate", gate, GATES), ("engine", engine, ENGINES)):
            if value not in known:
                raise ValueError(f"{option} is {value!r}; it must be one of {', '.join(known)}")
        self._inputs = InputOptions(published=_day(published), source=source, allow_private=allow_private)
        self._options = ReadOptions(gate=gate, engine=engine, language_model=language_model)

    def read(self, source: str | Path | Report) -> Reading:
        """One reading; a report that cannot be read gives a reading with `error` set.

        ValueError if the source (a folder, a file of JSON Lines) holds several reports.
        """
        found = list(islice(self._reports(source, 1), 2))
        if len(found) > 1:
            raise ValueError(f"{source} holds more than one report: read it with Reader().pipe([source])")
        nothing = Unreadable(None, "empty", f"{source} holds no report")
        return next(iter(read_all(found or [nothing], self._options)))

    def pipe(self, sources: Iterable[str | Path | Report], *, processes: int = 1) -> Iterator[Reading]:
        """Readings in the order of the sources (texts, paths, URLs, Reports); unreadable ones carry their error.

        A folder, or a file of several reports, gives a reading for each report in it. `processes` > 1 spreads the work.
        TypeError if `sources` is one source and not several, ValueError if `processes` is below 1.
        """
        if isinstance(sources, str | bytes | Path | Report):
            raise TypeError("pipe takes several sources: give a list, or use read for one")
        if processes < 1:
            raise ValueError(f"processes is {processes}; it must be 1 or more")
        reports = (report for number, source in enumerate(sources, 1) for report in self._reports(source, number))
        return read_all(reports, replace(self._options, processes=processes))

    def _reports(self, source: str | Path | Report, number: int) -> Iterator[Report | Unreadable]:
        if isinstance(source, Report):
            yield self._completed(source)
        elif isinstance(source, Path) or _names_a_file(source):
            yield from read_inputs([source], self._inputs)
        else:
            yield self._from_text(source, f"text{number}")

    def _from_text(self, text: str, id_: str) -> Report | Unreadable:
        try:
            return report_from_text(text, id=id_, options=self._inputs)
        except InputError as error:
            return Unreadable(id_, error.code, error.message)

    def _completed(self, report: Report) -> Report | Unreadable:
        """The report; one without blocks, made by hand, is looked through as a text is, with what it says of itself."""
        if report.blocks:
            return report
        options = replace(self._inputs, language=report.language, source=report.source or self._inputs.source)
        try:
            found = report_from_text(
                report.text, id=report.id, published=report.published_at, title=report.title, options=options
            )
        except InputError as error:
            return Unreadable(report.id, error.code, error.message, source=report.source)
        return replace(found, url=report.url, author=report.author)


def _day(published: str | date | None) -> str | None:
    """The day in ISO; of a moment its day."""
    if isinstance(published, datetime):
        published = published.date()
    return published if published is None else date.fromisoformat(str(published)).isoformat()


def _names_a_file(source: str) -> bool:
    """Whether a string is the address of a report rather than its text. TypeError if it is no string."""
    if not isinstance(source, str):
        raise TypeError(f"a source is a text, a Path, a URL or a Report, not {type(source).__name__}")
    if source.startswith(("http://", "https://")) and not any(c.isspace() for c in source):
        return True
    if not source.strip() or len(source) > _LONGEST_PATH or "\n" in source or "\0" in source:
        return False
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # longer than a name can be, not encodable: no name of a file
        return False
