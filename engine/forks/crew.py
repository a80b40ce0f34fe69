"""The processes at work, seen from the one that they are forked from."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait

from engine.forks.worker import work


class LostWorkerError(RuntimeError):
    """A process ended before its work did, as when the system runs out of memory."""


class Crew:
    """Processes that share the work. They take shares, by number, from one pipe.

    The other pipe holds nothing; it ends with this process, and they with it.
    """

    def __init__(self, function: Callable, shares: Sequence[Sequence]):
        self.function, self.shares = function, shares
        self.ids: list[int] = []
        self.told: list[Connection] = []

    def __enter__(self):
        self.taken, self.given = os.pipe()
        self.life, self.end = os.pipe()
        gc.freeze()  # what is here already is not touched by the collector, and stays shared
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        return self

    def start(self) -> None:
        told, tells = Pipe(duplex=False)
        if not (number := os.fork()):
            try:
                os.close(self.given)
                os.close(self.end)
                work(self.function, self.shares, self.taken, self.life, tells)
            finally:
                os._exit(1)
        tells.close()
        self.ids.append(number)
        self.told.append(told)

    def results(self) -> list[list]:
        """What became of every share. Raises what a worker raised, and LostWorkerError."""
        os.write(self.given, bytes(range(len(self.shares))))
        os.close(self.given)
        self.given = -1
        done, working = {}, list(self.told)
        while working:
            for told in wait(working):
                number, result = heard(told)
                if number is None:
                    working.remove(told)
                else:
                    done[number] = result
        return [done[number] for number in range(len(self.shares))]

    def __exit__(self, *_):
        for number in self.ids:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        for number in self.ids:
            with suppress(ChildProcessError):
                os.waitpid(number, 0)
        for told in self.told:
            told.close()
        for end in {self.taken, self.given, self.life, self.end} - {-1}:
            os.close(end)
        gc.unfreeze()


def heard(told: Connection) -> tuple[int | None, list | None]:
    try:
        number, result, error = told.recv()
    except EOFError:
        raise LostWorkerError("A process of the build ended before its work did.") from None
    if error:
        raise error
    return number, result
