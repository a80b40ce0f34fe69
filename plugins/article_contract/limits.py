"""No text keeps the build waiting: what would take long to render is refused, with its line.

Python-Markdown is fast on prose and slow, with the square of their number, on marks that stand in
one paragraph and find no partner. Those are counted; whatever else is slow meets a limit of time.
"""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from threading import current_thread, main_thread

from markdown import Markdown

# How many of them a paragraph may have. For scale: 20,000 characters of prose have 1,000 marks.
MOST = {"[": 100, "|": 1_500, "marks (* _ ` \" ' \\ <)": 1_000, "lines": 400}
MARKS = dict(zip(MOST, map(re.compile, (r"\[", r"\|", r"[*_`\"'\\<]", r"(?m)^")), strict=True))
FENCE = re.compile("`*")
DEEP = re.compile(r"(?m)^[ \t]*(?:(?:[-+*]|[0-9]+\.)[ \t]+|>[ \t]*){11}")
PART, PARTS = re.compile(r"[ \t]*(?:[-+*>#=]|[0-9]+\.)|.*\|"), 1_000
# Seconds of computing: ten times what prose needs, and never less than one for a text.
LEAST, PER_CHARACTER = 1, 25e-6


class TooMuchError(ValueError):
    """The text takes too long to render, or is nested too deeply."""


def overloaded(text: str) -> Iterator[tuple[int, str]]:
    """The line, from 0, of every paragraph with too many marks, and what to say of it."""
    lines, first = text.split("\n"), 0
    for full, numbers in groupby(range(len(lines)), lambda n: bool(lines[n].strip())):
        paragraph = [lines[n] for n in numbers]
        if full:
            yield from ((first, message) for message in _too_many("\n".join(paragraph)))
        first += len(paragraph)
    parts = sum(1 for line in lines if PART.match(line))
    if parts > PARTS:
        what = f"{parts:,} headings, list items, quoted lines and table rows"
        yield 0, f"{what}; at most {PARTS:,} - divide the text"


def _all_code(paragraph: str) -> bool:
    """Whether a paragraph is one span of code, whose marks are never looked for a partner."""
    fence = FENCE.match(paragraph)[0]
    return bool(fence) and paragraph.count(fence) == 2 and paragraph.endswith(fence)


def _too_many(paragraph: str) -> Iterator[str]:
    if _all_code(paragraph):
        return
    for marks, most in MOST.items():
        number = sum(1 for _ in MARKS[marks].finditer(paragraph))
        if number > most:
            yield f"a paragraph with {number:,} {marks}; at most {most:,} - divide it"
    if DEEP.search(paragraph):
        yield "more than 10 lists or quotations begin in one line - flatten them"


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
