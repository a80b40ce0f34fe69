"""What stands where on a card: 1200 by 630 pixels, as the places that show them ask; and icons."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar, NamedTuple

from PIL import Image, ImageDraw, __version__

from graphics import SingleImageJob, hash_files
from graphics.cards.ink import FULL, LINE, blank, limit_colors, mark, small_png, write_line
from graphics.cards.typeset import FILES, fit, measure, replace_missing
from graphics.palette import Palette

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
# The code that draws cards, the fonts, and Pillow.
CODE = __version__ + hash_files(*Path(__file__).parent.glob("*.py"), *FILES.values())


class Words(NamedTuple):
    """The words of a card; all but the headline and the site's name may be empty."""

    headline: str
    name: str
    kicker: str = ""
    day: str = ""
    outlet: str = ""


@dataclass(frozen=True)
class Card(SingleImageJob):
    """Makes a card as a small PNG file, from its words and its colors alone."""

    code: ClassVar[str] = CODE
    words: Words
    colors: Palette

    def render(self) -> bytes:
        return small_png(draw_card(self.words, self.colors))


@dataclass(frozen=True)
class Icon(SingleImageJob):
    """Makes the mark of the site in a square of `size` pixels, with `margin` on each side."""

    code: ClassVar[str] = CODE
    size: int
    margin: int
    colors: Palette

    def render(self) -> bytes:
        return small_png(limit_colors(mark(self.size, self.colors, self.margin), self.colors))


def draw_card(words: Words, colors: Palette) -> Image.Image:
    """The card, in sixteen colors."""
    image = blank(SIZE, colors)
    draw = ImageDraw.Draw(image)
    draw.rectangle([0, 0, WIDTH, EDGE - 1], FULL["mark"])
    top = draw_top_line(image, words) if words.kicker else MARGIN
    draw_headline(image, words.headline, top)
    draw.rectangle([MARGIN, FOOT, WIDTH - MARGIN, FOOT + 1], LINE)
    draw_foot(image, words, colors)
    return image


def draw_top_line(image: Image.Image, words: Words) -> int:
    """What it is about, and the day at the right; gives where the headline begins."""
    baseline, right = MARGIN + 22, WIDTH - MARGIN
    day = draw_line(image, (right, baseline), words.day, ("furniture", 30), "quiet", right=True)
    room = MEASURE - day - GAP
    draw_line(image, (MARGIN, baseline), words.kicker, ("kicker", 30), "mark", room)
    return baseline + 44


def draw_headline(image: Image.Image, headline: str, top: int) -> None:
    room = FOOT - SPACE - top
    lines, font = fit(
        replace_missing(headline, "headline"),
        "headline",
        SIZES,
        MEASURE,
        lambda size: min(LINES, int(room // (size * LEADING))),
    )
    for n, line in enumerate(lines):
        baseline = top + round(font.size * (ASCENT + n * LEADING))
        write_line(image, (MARGIN, baseline), line, font, "ink")


def draw_foot(image: Image.Image, words: Words, colors: Palette) -> None:
    """Who published it, and the wordmark at the right."""
    baseline, right = FOOT + 64, WIDTH - MARGIN
    name = draw_line(image, (right, baseline), words.name, ("headline", 36), "ink", right=True)
    left = right - name - MARK - 14
    image.paste(small_mark(colors), (left, baseline - 37))
    room = left - GAP - MARGIN
    draw_line(image, (MARGIN, baseline), words.outlet, ("furniture", 30), "quiet", room)


@cache
def small_mark(colors: Palette) -> Image.Image:
    return limit_colors(mark(MARK, colors), colors)


def draw_line(
    image: Image.Image,
    at: tuple[int, int],
    text: str,
    name_and_size: tuple[str, int],
    ink: str,
    room: int = MEASURE,
    *,
    right: bool = False,
) -> int:
    """Write a line, cut where it has no room; gives its length.

    `at` is where its baseline begins or, with `right`, ends.
    """
    name, size = name_and_size
    (line,), font = fit(replace_missing(text, name), name, range(size, size + 1), room, lambda _: 1)
    length = round(measure(line, font))
    write_line(image, (at[0] - length if right else at[0], at[1]), line, font, ink)
    return length
