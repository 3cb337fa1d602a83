"""Several processes that read at once: the order kept, a bounded number of reports under way, nobody left behind.

Workers are spawned, not forked: the parser's threads do not survive a fork. Each holds one end of a line to its parent
and ends when the line is cut: by `spread` when it is done, stopped or broken off, by the system when the parent dies.
Ctrl-C is the parent's to handle.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection

from contested.errors import SettingsError
from contested.model.reading import Reading
from contested.model.report import Report, Unreadable
from contested.pipeline import ReadOptions
from contested.run.local import failed, read_safely

Batch = list[Report | Unreadable]
AHEAD = 2
"""Batches a process that are handed out before the first of them is back: enough that no process waits."""


def spread(batches: Iterable[Batch], options: ReadOptions) -> Iterator[Reading]:
    """The batches' readings in order, by `options.processes` processes.

    Where a process dies (out of memory, a fault in a library) the reports under way are read again one by one, each in
    a process of its own; the one that ends its process again gives the error `internal`, and the others go on.
    """
    under_way: deque[tuple[Batch, Future[list[Reading]]]] = deque()
    crew = _Crew(options.processes)
    try:
        for batch in batches:
            under_way.append((batch, crew.begin(batch, options)))
            while under_way and (under_way[0][1].done() or len(under_way) >= AHEAD * options.processes):
                yield from crew.result(*under_way.popleft(), options)
        while under_way:
            yield from crew.result(*under_way.popleft(), options)
    finally:
        crew.end()


class _Crew:
    """The processes, renewed where one of them died."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._single: _Crew | None = None
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        heard, self._line = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(self._processes, context, initializer=_stand_by, initargs=(heard,))
        with _interrupts_held():
            self._first = self._pool.submit(os.getpid)

    def begin(self, batch: Batch, options: ReadOptions) -> "Future[list[Reading]]":
        """The batch's readings to come."""
        with _interrupts_held():
            try:
                return self._pool.submit(read_safely, batch, options)
            except BrokenProcessPool:
                self._require_started()
                self._stop()
                self._start()
                return self._pool.submit(read_safely, batch, options)

    def result(self, batch: Batch, future: "Future[list[Reading]]", options: ReadOptions) -> list[Reading]:
        """The readings, waited for; where a process died, those of the reports one by one in a process by itself."""
        try:
            return future.result()
        except BrokenProcessPool:
            self._require_started()
        self._single = self._single or _Crew(1)
        return [self._single.only(item, options) for item in batch]

    def only(self, item: Report | Unreadable, options: ReadOptions) -> Reading:
        """One report's reading while no other is under way, with the error `internal` if the process dies of it."""
        try:
            return self.begin([item], options).result()[0]
        except BrokenProcessPool:
            return failed(item, "its process died, perhaps for want of memory")

    def _require_started(self) -> None:
        """SettingsError if no process could even be started."""
        if isinstance(self._first.exception(), BrokenProcessPool):
            raise SettingsError(
                "the processes that read cannot be started; a script must call contested below "
                'if __name__ == "__main__": and not on its outermost level'
            )

    def _stop(self) -> None:
        self._line.close()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def end(self) -> None:
        """Cut the line and wait until all processes are gone."""
        self._stop()
        if self._single is not None:
            self._single.end()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start processes deaf to Ctrl-C, which would reach them before they can leave it to the parent."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stand_by(line: Connection) -> None:
    """In a new worker: leave Ctrl-C to the parent, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()


def _end_with(line: Connection) -> None:
    try:
        line.recv_bytes()
    except (EOFError, OSError):
        os._exit(0)
