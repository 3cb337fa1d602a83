"""Reads many reports on this machine: in this process, or spread over several with the order kept."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from contested.acquire.inputs import InputOptions, read_inputs
from contested.errors import DataError, SettingsError
from contested.model.reading import Reading
from contested.model.report import Report, Unreadable
from contested.pipeline import BATCH, DEFAULTS, ReadOptions, read_batch

log = logging.getLogger(__name__)
LONG = 100_000
"""Code points of a batch that gets no further report: batching gains nothing then and costs memory."""


def read_many(
    sources: Sequence[str | Path], inputs: InputOptions | None = None, options: ReadOptions = DEFAULTS
) -> Iterator[Reading]:
    """One reading a report of the sources (files, folders, globs, URLs, "-"), in input order.

    A report on which reading fails gives a reading with the error `internal`; the others go on.
    """
    return read_all(read_inputs(sources, inputs or InputOptions()), options)


def read_all(reports: Iterable[Report | Unreadable], options: ReadOptions = DEFAULTS) -> Iterator[Reading]:
    """As `read_many`, from reports already taken in. They are asked for as they are needed, never all at once."""
    batches = _batches(reports)
    if options.processes > 1:
        from contested.run.crew import spread

        return spread(batches, options)
    return (reading for batch in batches for reading in read_safely(batch, options))


def _batches(reports: Iterable[Report | Unreadable]) -> Iterator[list[Report | Unreadable]]:
    """The first report alone, so that its reading comes soon, then batches; a long report ends its batch."""
    most, size = 1, 0
    batch: list[Report | Unreadable] = []
    for report in reports:
        batch.append(report)
        size += len(report.text) if isinstance(report, Report) else 0
        if len(batch) >= most or size >= LONG:
            yield batch
            batch, most, size = [], BATCH, 0
    if batch:
        yield batch


def read_safely(batch: list[Report | Unreadable], options: ReadOptions) -> list[Reading]:
    """A batch's readings; where it fails its reports are read one by one, so that one cannot spoil the others.

    DataError and SettingsError are raised: they would spoil every report, and a person has to mend them.
    """
    try:
        return read_batch(batch, options)
    except (DataError, SettingsError):
        raise
    except Exception as error:
        if len(batch) > 1:
            return [reading for item in batch for reading in read_safely([item], options)]
        log.debug("reading %s failed", batch[0].id, exc_info=True)
        return [failed(batch[0], f"{type(error).__name__}: {error}")]


def failed(item: Report | Unreadable, why: str) -> Reading:
    """The reading of a report that could not be read by a fault of ours."""
    sentence = f"reading failed ({' '.join(why.split())}); please report this with the text"
    source = item.url or item.source if isinstance(item, Report) else item.source
    return Reading(report=Unreadable(item.id, "internal", sentence, source=source))
