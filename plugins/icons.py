"""Icons for tabs and for the home screens of phones.

Gives templates `favicon`, the SVG as an address of its own, so that a tab asks for no file. Those
that need pixels are drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from pelican import signals

from engine.image_cache import ImageCache
from engine.workshop import lay
from formats.text import hash_parts
from graphics.palette import Palette, palettes
from graphics.social_card.card import edition
from graphics.social_card.ink import limited, small_png
from graphics.social_card.mark import mark

# Size in pixels and the part of it left free on each side; phones cut the corners off.
ICONS = {
    "icon-32": (32, 0),
    "apple-touch-icon": (180, 1 / 6),
    "icon-192": (192, 1 / 6),
    "icon-512": (512, 1 / 4),
}


@dataclass(frozen=True)
class Icon:
    """The mark of the site in a square of `size` pixels."""

    size: int
    margin: int
    colors: Palette

    @property
    def key(self) -> str:
        return f"{hash_parts(edition(), repr(self))}/icon"

    @property
    def wanted(self) -> dict[str, str]:
        return {self.key: "png"}

    def make(self, keys, _cache) -> Iterator[tuple[str, bytes]]:
        yield keys[0], small_png(limited(mark(self.size, self.colors, self.margin), self.colors))


def inline(svg: str) -> str:
    """An SVG file as a `data:` address (RFC 2397), readable but for what HTML would mistake."""
    return "data:image/svg+xml," + quote(svg.strip().replace('"', "'"), safe="=:/'();,.")


def add_favicon(generator):
    file = Path(generator.theme, "static/favicon.svg")
    generator.env.globals["favicon"] = inline(file.read_text(encoding="utf-8"))


def add_icons(generator):
    settings = generator.settings
    cache, (light, _) = ImageCache(Path(settings["IMAGE_CACHE"])), palettes(Path(generator.theme))
    icons = {n: Icon(size, round(size * free), light) for n, (size, free) in ICONS.items()}
    for name, icon in icons.items():
        lay(settings["SHEETS"], cache, f"{settings['THEME_STATIC_DIR']}/{name}.png", icon)


def register():
    signals.article_generator_finalized.connect(add_icons)
    signals.generator_init.connect(add_favicon)
