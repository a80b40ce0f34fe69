"""A social card: the picture that stands for a page where it is shared."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import __version__

from formats.text import hash_parts
from graphics.palette import Palette
from graphics.social_card.fonts import FILES
from graphics.social_card.ink import small_png
from graphics.social_card.layout import Words, drawn


@dataclass(frozen=True)
class Card:
    """Makes a card as a small PNG file, from its words and its colors alone."""

    words: Words
    colors: Palette

    @property
    def key(self) -> str:
        return f"{hash_parts(edition(), repr(self))}/card"

    @property
    def wanted(self) -> dict[str, str]:
        return {self.key: "png"}

    def make(self, keys, _cache) -> Iterator[tuple[str, bytes]]:
        yield keys[0], small_png(drawn(self.words, self.colors))


@cache
def edition() -> str:
    """Changes with the code that draws cards, the fonts, and Pillow."""
    code = [file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py"))]
    return hash_parts(__version__, *code, *(file.read_bytes() for file in FILES.values()))
