"""Drawings of sixteen colors: paper, a line, and the steps between paper and each ink.

Sixteen is what a PNG file holds in half a byte for each pixel.
"""

import io
import zlib
from functools import cache

from PIL import Image, ImageColor

from graphics.palette import Palette
from graphics.social_card.fonts import Face

PAPER, LINE = 0, 1
STEPS = {"ink": 8, "mark": 3, "quiet": 3}
FULL = {"ink": 9, "mark": 12, "quiet": 15}


@cache
def shades(colors: Palette) -> Image.Image:
    """The palette of all that smooth edges on paper can have, for Pillow's `quantize`."""
    paper = ImageColor.getrgb(colors.paper)
    mixed = [
        round(p + (q - p) * step / steps)
        for ink, steps in STEPS.items()
        for step in range(1, steps + 1)
        for p, q in zip(paper, ImageColor.getrgb(getattr(colors, ink)), strict=True)
    ]
    image = Image.new("P", (1, 1))
    image.putpalette([*paper, *ImageColor.getrgb(colors.line), *mixed])
    return image


def sheet(size: tuple[int, int], colors: Palette) -> Image.Image:
    """Blank paper; what is drawn on it are numbers of colors."""
    image = Image.new("P", size, PAPER)
    image.putpalette(shades(colors).getpalette())
    return image


@cache
def levels(ink: str) -> bytes:
    """The number of the color for every depth of an ink, from 0 to 255."""
    steps = [round(depth / 255 * STEPS[ink]) for depth in range(256)]
    return bytes([FULL[ink] - STEPS[ink] + step if step else PAPER for step in steps])


def write(image: Image.Image, at: tuple[int, int], line: str, face: Face, ink: str) -> None:
    """Set a line of text with its baseline beginning at a place."""
    right = 0.0
    for letter in line:
        shown, seen, (left, top) = inked(face, letter, ink)
        image.paste(shown, (at[0] + round(right) + left, at[1] + top), seen)
        right += face.length(letter)


@cache
def inked(face: Face, letter: str, ink: str) -> tuple[Image.Image, Image.Image, tuple[int, int]]:
    """A letter in colors, where it covers the paper, and where its corner is from the baseline."""
    depths, corner = face.drawn(letter)
    table = levels(ink)
    shown = Image.frombytes("P", depths.size, depths.tobytes().translate(table))
    covered = bytes(255 * bool(color) for color in table)
    seen = Image.frombytes("L", depths.size, depths.tobytes().translate(covered))
    return shown, seen.convert("1"), corner


def limited(image: Image.Image, colors: Palette) -> Image.Image:
    """A drawing in full color with the nearest of the sixteen."""
    return image.quantize(palette=shades(colors), dither=Image.Dither.NONE)


def small_png(image: Image.Image) -> bytes:
    """The bytes of the file. Runs of one color alone take half the time of the usual search."""
    file = io.BytesIO()
    image.save(file, "PNG", compress_type=zlib.Z_RLE, compress_level=1)
    return file.getvalue()
