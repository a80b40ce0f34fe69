"""Icons for tabs and for the home screens of phones.

Gives templates `favicon`, the SVG as an address of its own, so that a tab asks for no file. Those
that need pixels are drawn.
"""

from pathlib import Path
from urllib.parse import quote

from pelican import signals

from engine.cache import ImageCache
from graphics.cards.card import Icon
from graphics.palette import palettes

# Size in pixels and the part of it left free on each side; phones cut the corners off.
ICONS = {
    "icon-32": (32, 0),
    "apple-touch-icon": (180, 1 / 6),
    "icon-192": (192, 1 / 6),
    "icon-512": (512, 1 / 4),
}


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
        path = f"{settings['THEME_STATIC_DIR']}/{name}.png"
        generator.build.targets.add_image(path, icon, cache)


def register():
    signals.article_generator_finalized.connect(add_icons)
    signals.generator_init.connect(add_favicon)
