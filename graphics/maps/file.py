"""A map as a file: made once from its places and the colors, kept, and published when shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from engine.image_cache import ImageCache
from engine.workshop import produce
from formats.text import hash_parts
from graphics.maps.draw import Place, mapped
from graphics.maps.svg import svg
from graphics.maps.words import description, title
from graphics.palette import Palette

FOLDER = "images/maps"
LONGEST = 60  # characters of a file's name before its digest
VIEW = re.compile(rb'viewBox="0 0 (\d+) (\d+)"')


class MapFile(NamedTuple):
    """Where a map is, from the site's root, what it shows, and its size in pixels."""

    path: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Drawing:
    """Makes a map as an SVG file, from its places and the colors alone."""

    places: tuple[Place, ...]
    colors: tuple[Palette, Palette]

    @property
    def key(self) -> str:
        return f"{hash_parts(edition(), repr(self))}/map"

    @property
    def wanted(self) -> dict[str, str]:
        return {self.key: "svg"}

    def make(self, keys, _cache) -> Iterator[tuple[str, bytes]]:
        words = title(self.places), description(self.places)
        yield keys[0], svg(mapped(list(self.places)), *words, *self.colors)


@cache
def edition() -> str:
    """Changes with the code that draws maps and with what they are drawn from."""
    files = sorted(Path(__file__).parent.glob("*.*"))
    return hash_parts(*(file.read_bytes() for file in files if file.is_file()))


def published(
    wanted: dict[tuple[str, ...], Drawing], images: ImageCache, output: Path
) -> dict[tuple[str, ...], MapFile]:
    """Write maps below `output`; they are known by the ids of their places."""
    produce(images, wanted.values())
    written = {}
    for ids, drawing in wanted.items():
        data = images.find(drawing.key)
        name = "-".join(ids)[:LONGEST].rstrip("-")
        path = f"{FOLDER}/{name}.{hash_parts(data)[:8]}.svg"
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(data)
        width, height = (int(units) // 2 for units in VIEW.search(data).groups())
        written[ids] = MapFile(path, description(drawing.places), width, height)
    return written
