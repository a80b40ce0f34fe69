"""The mark of Standing Watch, as in partials/wordmark.html and theme/static/favicon.svg."""

from PIL import Image, ImageDraw

from graphics.palette import Palette

FINER = 8
# In the units of the wordmark: the middle of the dial, and the box of 66 around it.
BOX, LEFT, TOP, X, Y = 66, 3, 7, 36, 40
RING, INNER, SECTOR, HUB = 31.5, 26.5, 24, 4


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
