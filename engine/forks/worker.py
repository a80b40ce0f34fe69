"""One process of a crew: it works off shares until there are none, and ends with its parent."""

import os
import pickle
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Thread
from traceback import format_exception


def work(
    function: Callable, shares: Sequence[Sequence], taken: int, life: int, tells: Connection
) -> None:
    """Tell (number, results, None) of every share that is had from `taken`, then three times None.

    An error is told in the third place. `life` ends with the parent. Ends the process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    Thread(target=end_with, args=(life,), daemon=True).start()
    try:
        while share := os.read(taken, 1):
            tells.send((share[0], [function(thing) for thing in shares[share[0]]], None))
        tells.send((None, None, None))
    except BaseException as error:
        with suppress(OSError):
            tells.send((None, None, portable(error)))
    os._exit(0)


def end_with(life: int) -> None:
    """Do not outlive the parent: its locks would stay with this process."""
    os.read(life, 1)
    os._exit(1)


def portable(error: BaseException) -> BaseException:
    """The error, or one of its words where it cannot travel; its traceback is a note."""
    told = "".join(format_exception(error))
    try:
        error = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own, made on this line
    except Exception:
        error = RuntimeError(f"{type(error).__name__}: {error}")
    error.add_note(told)
    return error
