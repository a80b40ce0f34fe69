"""No text keeps the build waiting: its rendering has a limit of time and of depth."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from markdown import Markdown

from contract.services import OutOfTimeError

# Seconds of computing: ten times what prose needs, and never less than one for a text.
LEAST, PER_CHARACTER = 1, 25e-6


class TooMuchError(ValueError):
    """The text takes too long to render, or is nested too deeply."""


def rendered(
    md: Markdown, text: str, limit_computing: Callable[[float], AbstractContextManager[None]]
) -> str:
    """The text as HTML. Raises TooMuchError where that takes too long or goes too deep."""
    seconds = max(LEAST, len(text) * PER_CHARACTER)
    try:
        with limit_computing(seconds):
            return md.reset().convert(text)
    except OutOfTimeError:
        message = f"rendering was stopped after {seconds:.0f} s of computing - divide the longest"
        raise TooMuchError(f"{message} paragraph, list or table") from None
    except RecursionError:
        raise TooMuchError("lists or quotations are nested too deeply - flatten them") from None
    finally:
        del md.parser.state[:]
