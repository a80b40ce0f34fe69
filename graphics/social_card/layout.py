"""Where everything stands on a card: 1200 by 630 pixels, as the places that show them ask."""

from functools import cache
from typing import NamedTuple

from PIL import Image, ImageDraw

from graphics.palette import Palette
from graphics.social_card.fonts import drawable
from graphics.social_card.ink import FULL, LINE, limited, sheet, write
from graphics.social_card.mark import mark
from graphics.social_card.typeset import cut, fitted

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
    """The card, in sixteen colors."""
    image = sheet(SIZE, colors)
    draw = ImageDraw.Draw(image)
    draw.rectangle([0, 0, WIDTH, EDGE - 1], FULL["mark"])
    top = _top_line(image, words) if words.kicker else MARGIN
    _headline(image, words.headline, top)
    draw.rectangle([MARGIN, FOOT, WIDTH - MARGIN, FOOT + 1], LINE)
    _foot(image, words, colors)
    return image


def _top_line(image: Image.Image, words: Words) -> int:
    """What it is about, and the day at the right; gives where the headline begins."""
    baseline = MARGIN + 22
    day = _line(image, (WIDTH - MARGIN, baseline), words.day, ("furniture", 30), "quiet", "right")
    room = MEASURE - day - GAP
    _line(image, (MARGIN, baseline), words.kicker, ("kicker", 30), "mark", room=room)
    return baseline + 44


def _headline(image: Image.Image, headline: str, top: int) -> None:
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
        write(image, (MARGIN, baseline), line, face, "ink")


def _foot(image: Image.Image, words: Words, colors: Palette) -> None:
    """Who published it, and the wordmark at the right."""
    baseline, right = FOOT + 64, WIDTH - MARGIN
    name = _line(image, (right, baseline), words.name, ("headline", 36), "ink", "right")
    left = right - name - MARK - 14
    image.paste(small_mark(colors), (left, baseline - 37))
    room = left - GAP - MARGIN
    _line(image, (MARGIN, baseline), words.outlet, ("furniture", 30), "quiet", room=room)


@cache
def small_mark(colors: Palette) -> Image.Image:
    return limited(mark(MARK, colors), colors)


def _line(image, at, text: str, face: tuple[str, int], ink: str, side="left", room=MEASURE) -> int:
    """Write a line, cut where it has no room; gives its length. `at` is where that side ends."""
    (line,), used = cut(drawable(text, face[0]), *face, room)
    length = round(used.length(line))
    left = at[0] - length if side == "right" else at[0]
    write(image, (left, at[1]), line, used, ink)
    return length
