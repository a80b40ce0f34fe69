"""Does the same to many items in several processes at once, forked from this one.

What the function and the items refer to is there by the fork; only results travel, so they are
small and plain. Where the system cannot fork, all is done in this process.
"""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from threading import Thread
from traceback import format_exception
from typing import Any, Generic, NamedTuple, Self, TypeVar, cast

SHARES = 16  # for each process: the more, the more evenly they end
MOST = 255  # shares, as the number of each is a byte

T = TypeVar("T")
R = TypeVar("R")


class LostWorkerError(RuntimeError):
    """A process ended before its work did, as when the system runs out of memory."""


def parallel_map(
    function: Callable[[T], R], items: Sequence[T], workers: int | None = None, *, few: int = 2
) -> list[R]:
    """`function` of every item, in their order; a process for each core, or as many as `workers`.

    Fewer items than `few` are done here. Raises again what the function raised, with the traceback
    as a note, and LostWorkerError. However it ends, no process is left.
    """
    workers = min(workers or count_cores(), len(items), MOST)
    if workers < 2 or len(items) < few or not hasattr(os, "fork"):
        return [function(item) for item in items]
    shares = split(items, min(workers * SHARES, MOST))
    with WorkerPool(function, shares) as pool:
        for _ in range(workers):
            pool.start_worker()
        results = pool.collect_results()
    return [result for share in results for result in share]


def count_cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def split(items: Sequence[T], count: int) -> list[Sequence[T]]:
    """The items in at most so many runs, in their order."""
    size = -(-len(items) // count)
    return [items[start : start + size] for start in range(0, len(items), size)]


class Message(NamedTuple):
    """What a worker sends: the results of one share, or in the end no share, and its error."""

    share: int | None = None
    results: list[Any] | None = None
    error: BaseException | None = None


class WorkerPool(Generic[T, R]):
    """Processes that share the work. They take shares, by number, from one pipe.

    A second pipe holds nothing; it ends with this process, and they with it. Each has a third one,
    through which its results arrive.
    """

    def __init__(self, function: Callable[[T], R], shares: Sequence[Sequence[T]]):
        self.function, self.shares = function, shares
        self.pids: list[int] = []
        self.results: list[Connection] = []

    def __enter__(self) -> Self:
        self.tasks, self.tasks_in = os.pipe()
        self.life, self.life_in = os.pipe()
        gc.freeze()  # what is here already is not touched by the collector, and stays shared
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        return self

    def start_worker(self) -> None:
        results, results_in = Pipe(duplex=False)
        if not (pid := os.fork()):
            try:
                os.close(self.tasks_in)
                os.close(self.life_in)
                self._work(results_in)
            finally:
                os._exit(1)
        results_in.close()
        self.pids.append(pid)
        self.results.append(results)

    def collect_results(self) -> list[list[R]]:
        """The results of every share. Raises what a worker raised, and LostWorkerError."""
        os.write(self.tasks_in, bytes(range(len(self.shares))))
        os.close(self.tasks_in)
        self.tasks_in = -1
        results: dict[int, list[R]] = {}
        busy = list(self.results)
        while busy:
            for connection in cast("list[Connection]", wait(busy)):
                message = receive(connection)
                if message.share is None or message.results is None:
                    busy.remove(connection)
                else:
                    results[message.share] = message.results
        return [results[number] for number in range(len(self.shares))]

    def __exit__(self, *_: object) -> None:
        for pid in self.pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for pid in self.pids:
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)
        for connection in self.results:
            connection.close()
        for end in {self.tasks, self.tasks_in, self.life, self.life_in} - {-1}:
            os.close(end)
        gc.unfreeze()

    def _work(self, results_in: Connection) -> None:
        """In the worker: send a message for every share that is left. Ends the process."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        Thread(target=end_with_parent, args=(self.life,), daemon=True).start()
        try:
            while share := os.read(self.tasks, 1):
                results = [self.function(item) for item in self.shares[share[0]]]
                results_in.send(Message(share[0], results))
            results_in.send(Message())
        except BaseException as error:
            with suppress(OSError):
                results_in.send(Message(error=make_portable(error)))
        os._exit(0)


def receive(results: Connection) -> Message:
    """The next message of a worker. Raises its error, and LostWorkerError where there is none."""
    try:
        message: Message = results.recv()
    except EOFError:
        raise LostWorkerError("A process of the build ended before its work did.") from None
    if message.error:
        raise message.error
    return message


def end_with_parent(life: int) -> None:
    """Do not outlive the parent: its locks would stay with this process."""
    os.read(life, 1)
    os._exit(1)


def make_portable(error: BaseException) -> BaseException:
    """The error, or one of its words where it cannot travel; its traceback is a note."""
    traceback = "".join(format_exception(error))
    try:
        copy: BaseException = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own, made here
    except Exception:
        copy = RuntimeError(f"{type(error).__name__}: {error}")
    copy.add_note(traceback)
    return copy
