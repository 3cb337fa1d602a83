"""Reads many reports on this machine: in this process, or spread over several with the order kept."""

import logging
import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from contested.acquire.inputs import InputOptions, read_inputs
from contested.errors import DataError
from contested.model.reading import Reading
from contested.model.report import Report, Unreadable
from contested.pipeline import BATCH, DEFAULTS, ReadOptions, read_batch

log = logging.getLogger(__name__)


def read_many(
    sources: Sequence[str | Path], inputs: InputOptions | None = None, options: ReadOptions = DEFAULTS
) -> Iterator[Reading]:
    """One reading a report of the sources (files, folders, globs, URLs, "-"), in input order.

    A report on which reading fails gives a reading with the error `internal`; the others go on.
    """
    return read_all(read_inputs(sources, inputs or InputOptions()), options)


def read_all(reports: Iterable[Report | Unreadable], options: ReadOptions = DEFAULTS) -> Iterator[Reading]:
    """As `read_many`, from reports already taken in."""
    batches = _batches(reports)
    if options.processes <= 1:
        for batch in batches:
            yield from _read_safely(batch, options)
        return
    context = multiprocessing.get_context("spawn")
    with context.Pool(options.processes) as pool:
        for readings in pool.imap(partial(_read_safely, options=options), batches):
            yield from readings


def _batches(reports: Iterable[Report | Unreadable]) -> Iterator[list[Report | Unreadable]]:
    """The first report alone, so that its reading comes soon, then batches."""
    waiting = iter(reports)
    size = 1
    while batch := list(islice(waiting, size)):
        yield batch
        size = BATCH


def _read_safely(batch: list[Report | Unreadable], options: ReadOptions) -> list[Reading]:
    """A batch's readings; where it fails its reports are read one by one, so that one cannot spoil the others."""
    try:
        return read_batch(batch, options)
    except DataError:
        raise  # a broken data file spoils every report: better no reading than a thousand errors
    except Exception as error:
        if len(batch) > 1:
            return [reading for item in batch for reading in _read_safely([item], options)]
        item = batch[0]
        log.debug("reading %s failed", item.id, exc_info=True)
        sentence = f"reading failed ({type(error).__name__}: {error}); please report this with the text"
        return [Reading(report=Unreadable(item.id, "internal", sentence))]
