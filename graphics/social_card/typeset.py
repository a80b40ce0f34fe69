"""Sets lines of text so that they fit: at the largest size, evenly broken."""

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from graphics.social_card.fonts import Face, face

CUT = "…"


class Setting(NamedTuple):
    """Lines of text and the face they fit in."""

    lines: list[str]
    face: Face


def pieces(word: str, face: Face, width: float) -> list[str]:
    """A word, cut where it is wider than a line."""
    if face.length(word) <= width:
        return [word]
    parts = [""]
    for character in word:
        if parts[-1] and face.length(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts


def broken(text: str, face: Face, width: float) -> list[str]:
    """The lines of a text, each as full as it gets."""
    lines: list[list[str]] = []
    space, length = face.length(" "), 0.0
    for word in [piece for whole in text.split() for piece in pieces(whole, face, width)]:
        wide = face.length(word)
        if lines and length + space + wide <= width:
            lines[-1].append(word)
            length += space + wide
        else:
            lines.append([word])
            length = wide
    return [" ".join(line) for line in lines] or [""]


def balanced(text: str, face: Face, width: int) -> list[str]:
    """As many lines as `broken` makes, of lengths as like as can be."""
    count, low = len(broken(text, face, width)), width // 2
    while low < width:
        middle = (low + width) // 2
        if len(broken(text, face, middle)) > count:
            low = middle + 1
        else:
            width = middle
    return broken(text, face, width)


def fitted(text: str, name: str, sizes: range, width: int, most: Callable[[int], int]) -> Setting:
    """The text at the largest of the sizes at which it takes at most `most(size)` lines.

    Where it fits at none, it is cut at the last.
    """

    def fits(size: int) -> bool:
        return len(broken(text, face(name, size), width)) <= most(size)

    first = bisect_left(sizes, True, key=fits)  # what fits, fits at all sizes below
    if first < len(sizes):
        used = face(name, sizes[first])
        return Setting(balanced(text, used, width), used)
    used = face(name, sizes[-1])
    lines = broken(text, used, width)[: most(sizes[-1])]
    while lines[-1] and used.length(lines[-1] + CUT) > width:
        lines[-1] = lines[-1][:-1]
    return Setting([*lines[:-1], lines[-1].rstrip() + CUT], used)


def cut(text: str, name: str, size: int, width: int) -> Setting:
    """The text on a single line, cut where it is too long."""
    return fitted(text, name, range(size, size - 1, -1), width, lambda _: 1)
