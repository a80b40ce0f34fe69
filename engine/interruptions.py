"""What ends a build before its time: a signal, or an error of the operating system.

Ctrl-C, a closed terminal and a system that shuts down end a build the same way: in order. A disk
that is full or may not be written to ends it with a sentence instead of a traceback.
"""

import errno
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
CURES = {
    errno.ENOSPC: "No space is left on the disk of {}, or no inode for one more file (df -i tells);"
    " free some",
    errno.EDQUOT: "The quota of this user is used up on the disk of {}; free some",
    errno.EROFS: "The disk of {} is read-only; make it writable, or build elsewhere (-o)",
    errno.EACCES: "This user may not use {}; give it the right to, or build elsewhere (-o)",
    errno.EPERM: "This user may not change {}; give it the right to, or build elsewhere (-o)",
    errno.EFBIG: "A file is larger than this process may write, at {}; raise the limit (ulimit -f)",
    errno.EMFILE: "Too many files are open at once, at {}; raise the limit (ulimit -n)",
    errno.EBUSY: "The system holds {}; end what uses it",
    errno.EIO: "The disk of {} reports damage; look at it before you go on",
}


class Interruption(BaseException):
    """Somebody wants the process to end. `code` is the exit code that shells expect for it."""

    def __init__(self, number: int):
        super().__init__(number)
        self.code = 128 + number


@contextmanager
def interruptible() -> Iterator[None]:
    """End the process in order at each signal that ends one, except those ignored (nohup).

    Raises Interruption where the signal arrives, and SystemExit with its exit code in the end.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handlers = {number: signal.getsignal(number) for number in ENDING_SIGNALS}
    try:
        for number, handler in handlers.items():
            if handler is not signal.SIG_IGN:
                signal.signal(number, _raise_interruption)
        yield
    except Interruption as interruption:
        print("Interrupted; the site is as it was.", file=sys.stderr)
        sys.exit(interruption.code)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def ignore_interruptions() -> None:
    """From here on the work is brought to its end, within `interruptible`: it takes an instant."""
    for number in ENDING_SIGNALS:
        if signal.getsignal(number) is _raise_interruption:
            signal.signal(number, signal.SIG_IGN)


def _raise_interruption(number: int, _frame: FrameType | None) -> None:
    raise Interruption(number)


def explain_os_error(error: BaseException, output: Path) -> str | None:
    """The sentence for an error that has to do with the machine; None for any other.

    `output` is where the site goes; its folder stands for the staging folder, which is gone, and
    where the error has no file.
    """
    for cause in _causes(error):
        if isinstance(cause, OSError) and cause.errno in CURES:
            path = cause.filename2 or cause.filename or output.parent  # of a copy, the second
            place = Path(os.fsdecode(path))
            if output.parent / f".{output.name}.staging" in (place, *place.parents):
                place = output.parent
            return f"{CURES[cause.errno].format(place)}, and build again. The site is as it was."
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what led to it."""
    while error:
        yield error
        error = error.__cause__ or error.__context__
