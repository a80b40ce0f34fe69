"""Where everything stands on a card: 1200 by 630 pixels, as the places that show them ask."""

from typing import NamedTuple

from PIL import Image, ImageDraw

from plugins.palette import Palette

from .fonts import drawable
from .mark import mark
from .typeset import cut, fitted

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 80
MEASURE = WIDTH - 2 * MARGIN
FOOT = HEIGHT - 120
SPACE = 44
GAP = 40
EDGE = 12
MARK = 44
LINES = 4
SIZES = range(96, 46, -2)
LEADING = 1.15
ASCENT = 0.78


class Words(NamedTuple):
    """The words of a card; all but the headline and the site's name may be empty."""

    headline: str
    name: str
    kicker: str = ""
    day: str = ""
    outlet: str = ""


def drawn(words: Words, colors: Palette) -> Image.Image:
    """The card in full color."""
    image = Image.new("RGB", SIZE, colors.paper)
    draw = ImageDraw.Draw(image)
    draw.rectangle([0, 0, WIDTH, EDGE - 1], colors.mark)
    top = _top_line(draw, words, colors) if words.kicker else MARGIN
    _headline(draw, words.headline, top, colors.ink)
    draw.rectangle([MARGIN, FOOT, WIDTH - MARGIN, FOOT + 1], colors.line)
    _foot(image, draw, words, colors)
    return image


def _top_line(draw: ImageDraw.ImageDraw, words: Words, colors: Palette) -> int:
    """What it is about, and the day at the right; gives where the headline begins."""
    baseline = MARGIN + 22
    day = _line(draw, (WIDTH - MARGIN, baseline), words.day, ("furniture", 30), colors.quiet, "rs")
    room = MEASURE - day - GAP
    _line(draw, (MARGIN, baseline), words.kicker, ("kicker", 30), colors.mark, room=room)
    return baseline + 44


def _headline(draw: ImageDraw.ImageDraw, headline: str, top: int, color: str) -> None:
    room = FOOT - SPACE - top
    lines, face = fitted(
        drawable(headline, "headline"),
        "headline",
        SIZES,
        MEASURE,
        lambda size: min(LINES, int(room // (size * LEADING))),
    )
    for n, line in enumerate(lines):
        baseline = top + round(face.size * (ASCENT + n * LEADING))
        draw.text((MARGIN, baseline), line, color, face, "ls")


def _foot(image: Image.Image, draw: ImageDraw.ImageDraw, words: Words, colors: Palette) -> None:
    """Who published it, and the wordmark at the right."""
    baseline, right = FOOT + 64, WIDTH - MARGIN
    name = _line(draw, (right, baseline), words.name, ("headline", 36), colors.ink, "rs")
    left = right - name - MARK - 14
    image.paste(mark(MARK, colors), (left, baseline - 37))
    room = left - GAP - MARGIN
    _line(draw, (MARGIN, baseline), words.outlet, ("furniture", 30), colors.quiet, room=room)


def _line(draw, at, text: str, face: tuple[str, int], color: str, anchor="ls", room=MEASURE) -> int:
    """Draw a line, cut where it has no room; gives its length."""
    (line,), font = cut(drawable(text, face[0]), *face, room)
    draw.text(at, line, color, font, anchor)
    return round(font.getlength(line))
