"""An end for work that might not come to one."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

from contract.services import OutOfTimeError

COMPUTING = "ITIMER_VIRTUAL", "SIGVTALRM"  # waiting does not count
CLOCK = "ITIMER_REAL", "SIGALRM"


@contextmanager
def time_limit(seconds: float, by: tuple[str, str]) -> Iterator[None]:
    """Raise OutOfTimeError after so many seconds of COMPUTING by this process, or by the CLOCK.

    Without such timers, which POSIX has and only for the main thread, there is no limit.
    """
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    timer, sent = (getattr(signal, name) for name in by)
    former = signal.signal(sent, _out_of_time)
    signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(sent, former)


def _out_of_time(*_) -> None:
    raise OutOfTimeError
