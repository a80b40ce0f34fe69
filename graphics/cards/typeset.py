"""Sets lines of text so that they fit, at the largest size and evenly broken, in open fonts.

The fonts are those that packages bring along.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import font_source_sans_pro as sans
import font_source_serif_pro as serif
from PIL import Image, ImageDraw, ImageFont
from unidecode import unidecode

FILES = {
    "headline": Path(serif.font_directory, "SourceSerifPro-Semibold.otf"),
    "furniture": Path(sans.font_directory, "SourceSansPro-Regular.otf"),
    "kicker": Path(sans.font_directory, "SourceSansPro-Semibold.otf"),
}
MISSING = "\uffff"
ELLIPSIS = "…"


class Face:
    """A font at a size in pixels, set without shaping libraries that not every machine has.

    So a line is as long as its letters together, and each is measured and drawn once.
    """

    def __init__(self, name: str, size: int):
        self.size = size
        self.font = ImageFont.truetype(FILES[name], size, layout_engine=ImageFont.Layout.BASIC)
        self.lengths: dict[str, float] = {}
        self.letters: dict[str, tuple[Image.Image, tuple[int, int]]] = {}

    def length(self, text: str) -> float:
        """How long a letter, a word or a line is, in pixels."""
        if text not in self.lengths:
            single = len(text) < 2
            self.lengths[text] = (
                self.font.getlength(text) if single else sum(map(self.length, text))
            )
        return self.lengths[text]

    def draw(self, letter: str) -> tuple[Image.Image, tuple[int, int]]:
        """The depths of a letter, and where its corner is from the baseline's beginning."""
        if letter not in self.letters:
            left, top, right, bottom = map(int, self.font.getbbox(letter, anchor="ls"))
            image = Image.new("L", (max(1, right - left), max(1, bottom - top)))
            ImageDraw.Draw(image).text((-left, -top), letter, 255, self.font, "ls")
            self.letters[letter] = image, (left, top)
        return self.letters[letter]


@cache
def face(name: str, size: int) -> Face:
    return Face(name, size)


@cache
def has_glyph(name: str, character: str) -> bool:
    """Whether a font draws a character otherwise than one it lacks."""
    glyph, missing = (face(name, 32).font.getmask(c) for c in (character, MISSING))
    return character == " " or (glyph.size, bytes(glyph)) != (missing.size, bytes(missing))


def replace_missing(text: str, name: str) -> str:
    """The text with what the font lacks in Latin letters, or left out where it has none."""
    signs = unicodedata.normalize("NFC", " ".join(text.split()))
    letters = (
        c if has_glyph(name, c) else unidecode(c, errors="ignore") for c in signs if c.isprintable()
    )
    return " ".join("".join(letters).split())


class Setting(NamedTuple):
    """Lines of text and the face they fit in."""

    lines: list[str]
    face: Face


def fit(text: str, name: str, sizes: range, width: int, most: Callable[[int], int]) -> Setting:
    """The text at the largest of the sizes at which it takes at most `most(size)` lines.

    Where it fits at none, it is cut at the last.
    """

    def fits(size: int) -> bool:
        return len(break_lines(text, face(name, size), width)) <= most(size)

    first = bisect_left(sizes, True, key=fits)  # what fits, fits at all sizes below
    if first < len(sizes):
        font = face(name, sizes[first])
        return Setting(balance_lines(text, font, width), font)
    font = face(name, sizes[-1])
    lines = break_lines(text, font, width)[: most(sizes[-1])]
    while lines[-1] and font.length(lines[-1] + ELLIPSIS) > width:
        lines[-1] = lines[-1][:-1]
    return Setting([*lines[:-1], lines[-1].rstrip() + ELLIPSIS], font)


def fit_line(text: str, name: str, size: int, width: int) -> Setting:
    """The text on a single line, cut where it is too long."""
    return fit(text, name, range(size, size - 1, -1), width, lambda _: 1)


def balance_lines(text: str, face: Face, width: int) -> list[str]:
    """As many lines as `break_lines` makes, of lengths as like as can be."""
    count, low = len(break_lines(text, face, width)), width // 2
    while low < width:
        middle = (low + width) // 2
        if len(break_lines(text, face, middle)) > count:
            low = middle + 1
        else:
            width = middle
    return break_lines(text, face, width)


def break_lines(text: str, face: Face, width: float) -> list[str]:
    """The lines of a text, each as full as it gets."""
    lines: list[list[str]] = []
    space, length = face.length(" "), 0.0
    for word in [piece for whole in text.split() for piece in break_word(whole, face, width)]:
        wide = face.length(word)
        if lines and length + space + wide <= width:
            lines[-1].append(word)
            length += space + wide
        else:
            lines.append([word])
            length = wide
    return [" ".join(line) for line in lines] or [""]


def break_word(word: str, face: Face, width: float) -> list[str]:
    """A word, cut where it is wider than a line."""
    if face.length(word) <= width:
        return [word]
    parts = [""]
    for character in word:
        if parts[-1] and face.length(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts
