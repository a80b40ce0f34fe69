"""Limits of a build: how long work may take, and how many articles may be lost at once."""

import signal
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

from contract.services import OutOfTimeError

Timer = tuple[str, str]  # the names of a timer of POSIX and of its signal
COMPUTING: Timer = "ITIMER_VIRTUAL", "SIGVTALRM"  # waiting does not count
CLOCK: Timer = "ITIMER_REAL", "SIGALRM"
MOST_PATHS = 10  # in a message


class ShrunkError(Exception):
    """More than a tenth of the articles are gone since the last build."""


@contextmanager
def time_limit(seconds: float, by: Timer) -> Iterator[None]:
    """Raise OutOfTimeError after so many seconds of COMPUTING by this process, or by the CLOCK.

    Without such timers, which POSIX has and only for the main thread, there is no limit.
    """
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    timer, number = (getattr(signal, name) for name in by)
    previous_handler = signal.signal(number, _raise_out_of_time)
    signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(number, previous_handler)


def _raise_out_of_time(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError


def refuse_shrinkage(
    before: Collection[str], now: Collection[str], drafts: Collection[str]
) -> None:
    """Raise ShrunkError if `now` has fewer than nine tenths of the articles `before`.

    All are paths from `content/`; `drafts` are those that are there but not published.
    """
    lost = len(before) - len(now)
    if lost * 10 <= len(before):
        return
    missing = sorted(set(before) - set(now))
    lines = [
        f"  {path} ({'a draft' if path in drafts else 'gone'})" for path in missing[:MOST_PATHS]
    ]
    if len(missing) > MOST_PATHS:
        lines.append(f"  and {len(missing) - MOST_PATHS} more")
    raise ShrunkError(
        f"{len(now)} of {len(before)} articles are left since the last build, and to lose more than"
        " a tenth at once may be a mistake. Missing under content/:\n"
        + "\n".join(lines)
        + "\nNothing was built; the site is as it was. Bring them back, or if they are meant to go,"
        " give the same command again with ALLOW_SHRINK=1."
    )
