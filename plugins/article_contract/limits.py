"""No text keeps the build waiting: its rendering has a limit of time and of depth."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

from markdown import Markdown

# Seconds of computing: ten times what prose needs, and never less than one for a text.
LEAST, PER_CHARACTER = 1, 25e-6


class TooMuchError(ValueError):
    """The text takes too long to render, or is nested too deeply."""


def rendered(md: Markdown, text: str) -> str:
    """The text as HTML. Raises TooMuchError where that takes too long or goes too deep."""
    seconds = max(LEAST, len(text) * PER_CHARACTER)
    try:
        with time_limit(seconds):
            return md.reset().convert(text)
    except TimeoutError:
        message = f"rendering was stopped after {seconds:.0f} s of computing - divide the longest"
        raise TooMuchError(f"{message} paragraph, list or table") from None
    except RecursionError:
        raise TooMuchError("lists or quotations are nested too deeply - flatten them") from None
    finally:
        del md.parser.state[:]


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError once this process has computed for so long; waiting does not count.

    Without such a clock, which POSIX has and only for the main thread, there is no limit.
    """
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    former = signal.signal(signal.SIGVTALRM, _out_of_time)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


def _out_of_time(*_) -> None:
    raise TimeoutError
