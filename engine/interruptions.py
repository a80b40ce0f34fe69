"""Ctrl-C, a closed terminal and a system that shuts down end a build the same way: in order."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupted(BaseException):
    """Somebody wants the process to end. `code` is the exit code that shells expect for it."""

    def __init__(self, number: int):
        super().__init__(number)
        self.code = 128 + number


@contextmanager
def interruptible() -> Iterator[None]:
    """End the process in order at each signal that ends one, except those ignored (nohup).

    Raises Interrupted where the signal arrives, and SystemExit with its exit code in the end.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = {number: signal.getsignal(number) for number in ENDS}
    try:
        for number, handler in former.items():
            if handler is not signal.SIG_IGN:
                signal.signal(number, _raise)
        yield
    except Interrupted as interrupted:
        print("Interrupted; the site is as it was.", file=sys.stderr)
        sys.exit(interrupted.code)
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def ignore_interruptions() -> None:
    """From here on the work is brought to its end, within `interruptible`: it takes an instant."""
    for number in ENDS:
        if signal.getsignal(number) is _raise:
            signal.signal(number, signal.SIG_IGN)


def _raise(number, _frame) -> None:
    raise Interrupted(number)
