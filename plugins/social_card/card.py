"""A social card: the picture that stands for a page where it is shared."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import __version__

from plugins.image_cache import digest
from plugins.palette import Palette

from .fonts import FILES
from .ink import small_png
from .layout import Words, drawn


@dataclass(frozen=True)
class Card:
    """Makes a card as a small PNG file, from its words and its colors alone."""

    words: Words
    colors: Palette

    @property
    def key(self) -> str:
        return f"{digest(edition(), repr(self))}/card"

    @property
    def wanted(self) -> dict[str, str]:
        return {self.key: "png"}

    def make(self, keys, _cache) -> Iterator[tuple[str, bytes]]:
        yield keys[0], small_png(drawn(self.words, self.colors))


@cache
def edition() -> str:
    """Changes with the code that draws cards, the fonts, and Pillow."""
    code = [file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py"))]
    return digest(__version__, *code, *(file.read_bytes() for file in FILES.values()))
