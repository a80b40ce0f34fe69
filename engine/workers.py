"""Does the same to many items in several processes at once, forked from this one.

What the function and the items refer to is there by the fork; only results travel, so they are
small and plain. Where the system cannot fork, all is done in this process.
"""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from threading import Thread
from traceback import format_exception
from typing import Any, TypeVar, cast

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
    with start_workers(function, shares, workers) as connections:
        results = collect_results(connections)
    return [result for number in range(len(shares)) for result in results[number]]


def count_cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def split(items: Sequence[T], count: int) -> list[Sequence[T]]:
    """The items in at most so many runs, in their order."""
    size = -(-len(items) // count)
    return [items[start : start + size] for start in range(0, len(items), size)]


@contextmanager
def start_workers(
    function: Callable[[T], R], shares: Sequence[Sequence[T]], count: int
) -> Iterator[list[Connection]]:
    """Processes that take shares, by number, from one pipe; results arrive through one of each.

    Another pipe holds nothing; it ends with this process, and they with it.
    """
    tasks, tasks_in = os.pipe()
    os.write(tasks_in, bytes(range(len(shares))))
    os.close(tasks_in)
    life, life_in = os.pipe()
    pids: list[int] = []
    connections: list[Connection] = []
    gc.freeze()  # what is here already is not touched by the collector, and stays shared
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    try:
        for _ in range(count):
            results, results_in = Pipe(duplex=False)
            if not (pid := os.fork()):
                try:
                    os.close(life_in)
                    work(function, shares, tasks, life, results_in)
                finally:
                    os._exit(1)
            results_in.close()
            pids.append(pid)
            connections.append(results)
        yield connections
    finally:
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for pid in pids:
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)
        for connection in connections:
            connection.close()
        for end in (tasks, life, life_in):
            os.close(end)
        gc.unfreeze()


def collect_results(connections: Iterable[Connection]) -> dict[int, list[Any]]:
    """Results by the number of their share. Raises what a worker raised, and LostWorkerError."""
    results: dict[int, list[Any]] = {}
    busy = list(connections)
    while busy:
        for connection in cast("list[Connection]", wait(busy)):
            try:
                message = connection.recv()
            except EOFError:
                raise LostWorkerError("A process of the build ended before its work did.") from None
            if isinstance(message, BaseException):
                raise message
            if message is None:
                busy.remove(connection)
            else:
                results.update([message])
    return results


def work(
    function: Callable[[T], R],
    shares: Sequence[Sequence[T]],
    tasks: int,
    life: int,
    results_in: Connection,
) -> None:
    """In the worker: send the number and the results of every share that is left, then None.

    Sends an error instead. Ends the process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    Thread(target=end_with_parent, args=(life,), daemon=True).start()
    try:
        while share := os.read(tasks, 1):
            results_in.send((share[0], [function(item) for item in shares[share[0]]]))
        results_in.send(None)
    except BaseException as error:
        with suppress(OSError):
            results_in.send(make_portable(error))
    os._exit(0)


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
