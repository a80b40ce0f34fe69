"""Sets lines of text so that they fit: at the largest size, evenly broken."""

from collections.abc import Callable
from typing import NamedTuple

from PIL import ImageFont

from .fonts import font

CUT = "…"


class Setting(NamedTuple):
    """Lines of text and the font they fit in."""

    lines: list[str]
    font: ImageFont.FreeTypeFont


def pieces(word: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """A word, cut where it is wider than a line."""
    if face.getlength(word) <= width:
        return [word]
    parts = [""]
    for character in word:
        if parts[-1] and face.getlength(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts


def broken(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """The lines of a text, each as full as it gets."""
    lines: list[str] = []
    for word in [piece for whole in text.split() for piece in pieces(whole, face, width)]:
        if lines and face.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def balanced(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
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
    for size in sizes:
        face = font(name, size)
        if len(broken(text, face, width)) <= most(size):
            return Setting(balanced(text, face, width), face)
    lines = broken(text, face, width)[: most(size)]
    while lines[-1] and face.getlength(lines[-1] + CUT) > width:
        lines[-1] = lines[-1][:-1]
    return Setting([*lines[:-1], lines[-1].rstrip() + CUT], face)


def cut(text: str, name: str, size: int, width: int) -> Setting:
    """The text on a single line, cut where it is too long."""
    return fitted(text, name, range(size, size - 1, -1), width, lambda _: 1)
