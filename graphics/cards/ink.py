"""Drawings of sixteen colors: paper, a line, and the steps between paper and each ink.

Sixteen is what a PNG file holds in half a byte for each pixel. The mark of the site is drawn here
as in partials/wordmark.html and theme/static/favicon.svg.
"""

import io
import zlib
from functools import cache

from PIL import Image, ImageColor, ImageDraw
from PIL.ImageFont import FreeTypeFont

from graphics.cards.typeset import measure
from graphics.palette import Palette

PAPER, LINE = 0, 1
STEPS = {"ink": 8, "mark": 3, "quiet": 3}
FULL = {"ink": 9, "mark": 12, "quiet": 15}

FINER = 8
# In the units of the wordmark: the middle of the dial, and the box of 66 around it.
BOX, LEFT, TOP, X, Y = 66, 3, 7, 36, 40
RING, INNER, SECTOR, HUB = 31.5, 26.5, 24, 4


def blank(size: tuple[int, int], colors: Palette) -> Image.Image:
    """Blank paper; what is drawn on it are numbers of colors."""
    image = Image.new("P", size, PAPER)
    image.putpalette(shades(colors))
    return image


def write_line(
    image: Image.Image, at: tuple[int, int], line: str, font: FreeTypeFont, ink: str
) -> None:
    """Set a line of text with its baseline beginning at a place."""
    right = 0.0
    for letter in line:
        colors, mask, (left, top) = ink_letter(font, letter, ink)
        image.paste(colors, (at[0] + round(right) + left, at[1] + top), mask)
        right += measure(letter, font)


def limit_colors(image: Image.Image, colors: Palette) -> Image.Image:
    """A drawing in full color with the nearest of the sixteen."""
    palette = Image.new("P", (1, 1))
    palette.putpalette(shades(colors))
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


def small_png(image: Image.Image) -> bytes:
    """The bytes of the file. Runs of one color alone take half the time of the usual search."""
    file = io.BytesIO()
    image.save(file, "PNG", compress_type=zlib.Z_RLE, compress_level=1)
    return file.getvalue()


@cache
def shades(colors: Palette) -> list[int]:
    """The red, green and blue of all that smooth edges on paper can have, one after another."""
    paper = ImageColor.getrgb(colors.paper)
    mixed = [
        round(p + (q - p) * step / steps)
        for ink, steps in STEPS.items()
        for step in range(1, steps + 1)
        for p, q in zip(paper, ImageColor.getrgb(getattr(colors, ink)), strict=True)
    ]
    return [*paper, *ImageColor.getrgb(colors.line), *mixed]


@cache
def levels(ink: str) -> list[int]:
    """The number of the color for every depth of an ink, from 0 to 255."""
    steps = [round(depth / 255 * STEPS[ink]) for depth in range(256)]
    return [FULL[ink] - STEPS[ink] + step if step else PAPER for step in steps]


@cache
def ink_letter(
    font: FreeTypeFont, letter: str, ink: str
) -> tuple[Image.Image, Image.Image, tuple[int, int]]:
    """A letter in colors, where it covers the paper, and where its corner is from the baseline."""
    left, top, right, bottom = map(int, font.getbbox(letter, anchor="ls"))
    depths = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(depths).text((-left, -top), letter, 255, font, "ls")
    table = levels(ink)
    covered = [255 * (color != PAPER) for color in table]
    return depths.point(table, "P"), depths.point(covered, "1"), (left, top)


def mark(size: int, colors: Palette, margin: int = 0) -> Image.Image:
    """The mark on paper, `size` pixels square with a margin of `margin` pixels.

    It is drawn larger and scaled down, so that its edges are smooth.
    """
    unit, edge = (size - 2 * margin) * FINER / BOX, margin * FINER
    image = Image.new("RGB", (size * FINER, size * FINER), colors.paper)
    draw = ImageDraw.Draw(image)
    x, y = edge + (X - LEFT) * unit, edge + (Y - TOP) * unit

    def around(radius: float) -> list[float]:
        reach = radius * unit
        return [x - reach, y - reach, x + reach, y + reach]

    draw.ellipse(around(RING), colors.ink)
    draw.ellipse(around(INNER), colors.paper)
    draw.pieslice(around(SECTOR), -90, -30, colors.mark)
    draw.ellipse(around(HUB), colors.ink)
    return image.reduce(FINER)
