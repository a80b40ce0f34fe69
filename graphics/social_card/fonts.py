"""The open fonts that packages bring along, and what to do for characters that they lack."""

import unicodedata
from functools import cache
from pathlib import Path

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
            own = self.font.getlength if len(text) < 2 else lambda text: sum(map(self.length, text))
            self.lengths[text] = own(text)
        return self.lengths[text]

    def drawn(self, letter: str) -> tuple[Image.Image, tuple[int, int]]:
        """The depths of a letter, and where its corner is from the baseline's beginning."""
        if letter not in self.letters:
            box = self.font.getbbox(letter, anchor="ls")
            image = Image.new("L", (max(1, box[2] - box[0]), max(1, box[3] - box[1])))
            at = (-box[0], -box[1])
            ImageDraw.Draw(image).text(at, letter, 255, self.font, "ls")
            self.letters[letter] = image, (box[0], box[1])
        return self.letters[letter]


@cache
def face(name: str, size: int) -> Face:
    return Face(name, size)


@cache
def has(name: str, character: str) -> bool:
    """Whether a font draws a character otherwise than one it lacks."""
    drawn, missing = (face(name, 32).font.getmask(c) for c in (character, MISSING))
    return character == " " or (drawn.size, bytes(drawn)) != (missing.size, bytes(missing))


def drawable(text: str, name: str) -> str:
    """The text with what the font lacks in Latin letters, or left out where it has none."""
    signs = unicodedata.normalize("NFC", " ".join(text.split()))
    drawn = (c if has(name, c) else unidecode(c, errors="ignore") for c in signs if c.isprintable())
    return " ".join("".join(drawn).split())
