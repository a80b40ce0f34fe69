"""Sets lines of text so that they fit, at the largest size and evenly broken, in open fonts.

The fonts are those that packages bring along.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import font_source_sans_pro as sans
import font_source_serif_pro as serif
from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont
from unidecode import unidecode

FILES = {
    "headline": Path(serif.font_directory, "SourceSerifPro-Semibold.otf"),
    "furniture": Path(sans.font_directory, "SourceSansPro-Regular.otf"),
    "kicker": Path(sans.font_directory, "SourceSansPro-Semibold.otf"),
}
MISSING = "\uffff"
ELLIPSIS = "…"


@cache
def load_font(name: str, size: int) -> FreeTypeFont:
    """A font at a size in pixels, set without shaping libraries that not every machine has."""
    return ImageFont.truetype(FILES[name], size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(10_000)
def measure(text: str, font: FreeTypeFont) -> float:
    """How long a text is, in pixels: as long as its letters together."""
    return font.getlength(text) if len(text) == 1 else sum(measure(c, font) for c in text)


@cache
def has_glyph(name: str, character: str) -> bool:
    """Whether a font draws a character otherwise than one it lacks."""
    glyph, missing = (load_font(name, 32).getmask(c) for c in (character, MISSING))
    return character == " " or (glyph.size, bytes(glyph)) != (missing.size, bytes(missing))


def replace_missing(text: str, name: str) -> str:
    """The text with what the font lacks in Latin letters, or left out where it has none."""
    signs = unicodedata.normalize("NFC", " ".join(text.split()))
    letters = (
        c if has_glyph(name, c) else unidecode(c, errors="ignore") for c in signs if c.isprintable()
    )
    return " ".join("".join(letters).split())


def fit(
    text: str, name: str, sizes: range, width: int, most: Callable[[int], int]
) -> tuple[list[str], FreeTypeFont]:
    """The lines of a text at the largest size at which there are at most `most(size)`; its font.

    Where it fits at none, it is cut at the last.
    """

    def fits(size: int) -> bool:
        return len(break_lines(text, load_font(name, size), width)) <= most(size)

    first = bisect_left(sizes, True, key=fits)  # what fits, fits at all sizes below
    if first < len(sizes):
        font = load_font(name, sizes[first])
        return balance_lines(text, font, width), font
    font = load_font(name, sizes[-1])
    lines = break_lines(text, font, width)[: most(sizes[-1])]
    while lines[-1] and measure(lines[-1] + ELLIPSIS, font) > width:
        lines[-1] = lines[-1][:-1]
    return [*lines[:-1], lines[-1].rstrip() + ELLIPSIS], font


def balance_lines(text: str, font: FreeTypeFont, width: int) -> list[str]:
    """As many lines as `break_lines` makes, of lengths as like as can be."""
    count, widths = len(break_lines(text, font, width)), range(width // 2, width)
    first = bisect_left(widths, True, key=lambda w: len(break_lines(text, font, w)) <= count)
    return break_lines(text, font, width // 2 + first)


def break_lines(text: str, font: FreeTypeFont, width: float) -> list[str]:
    """The lines of a text, each as full as it gets."""
    lines = [""]
    for word in [piece for whole in text.split() for piece in break_word(whole, font, width)]:
        longer = f"{lines[-1]} {word}".lstrip()
        if measure(longer, font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def break_word(word: str, font: FreeTypeFont, width: float) -> list[str]:
    """A word, cut where it is wider than a line."""
    parts = []
    while word:
        ends = range(1, len(word) + 1)
        end = bisect_right(ends, width, key=lambda end: measure(word[:end], font)) or 1
        parts.append(word[:end])
        word = word[end:]
    return parts
