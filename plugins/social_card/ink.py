"""A drawing as a small PNG file: its few colors, and the steps between them and the paper."""

import io

from PIL import Image, ImageColor

from plugins.palette import Palette

STEPS = 10


def shades(colors: Palette) -> Image.Image:
    """The palette of all that smooth edges on paper can have, for Pillow's `quantize`."""
    paper = ImageColor.getrgb(colors.paper)
    inks = [ImageColor.getrgb(color) for color in (colors.ink, colors.mark, colors.quiet)]
    mixed = [
        round(p + (q - p) * step / STEPS)
        for ink in inks
        for step in range(1, STEPS + 1)
        for p, q in zip(paper, ink, strict=True)
    ]
    image = Image.new("P", (1, 1))
    image.putpalette([*paper, *ImageColor.getrgb(colors.line), *mixed])
    return image


def small_png(image: Image.Image, colors: Palette) -> bytes:
    """The bytes of the file."""
    file = io.BytesIO()
    image.quantize(palette=shades(colors), dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()
