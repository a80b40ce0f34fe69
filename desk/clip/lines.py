"""The lines of a pasted text, put together again where only the width of a window broke them."""

import re
from itertools import pairwise

from .clipping import Line
from .unseen import one_line

WIDEST = 100
FEWEST = 5


def number_lines(text: str) -> list[Line]:
    """Every line that is not blank, on its number, with single spaces."""
    lines = (Line(n, one_line(line)) for n, line in enumerate(text.splitlines(), start=1))
    return [line for line in lines if line.text]


def join_lines(lines: list[Line]) -> list[Line]:
    """The lines, where a line ends because the next word had no room joined with the next.

    A text is taken for one that was broken so only if it has no line longer than 100 characters,
    and most of its line ends are of that kind.
    """
    width = max((len(line.text) for line in lines), default=0)
    if width > WIDEST:
        return lines
    beside = [(a.text, b.text) for a, b in pairwise(lines) if b.line == a.line + 1]
    broken = sum(_no_room(*texts, width) for texts in beside)
    if broken < FEWEST or 2 * broken < len(beside):
        return lines
    whole, last = [], None
    for line in lines:
        if last and line.line == last.line + 1 and _no_room(last.text, line.text, width):
            whole[-1] = Line(whole[-1].line, f"{whole[-1].text} {line.text}")
        else:
            whole.append(line)
        last = line
    return whole


def _no_room(text: str, following: str, width: int) -> bool:
    """Whether the next line's first word would have been too long for this line."""
    first = re.match(r"\S+", following)[0]
    return width > 50 and len(text) + 1 + len(first) > width
