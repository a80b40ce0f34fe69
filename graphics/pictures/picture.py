"""A picture that an article shows: what it says, whose it is, and the files made from it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from PIL import Image, PngImagePlugin, __version__

from formats.text import hash_parts
from graphics import ImageStore
from graphics.pictures.original import Master, MasterJob, open_master
from graphics.pictures.rights import Rights, packet

WIDTHS = (320, 480, 640, 960, 1280)
FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}
# What each type is saved with; a change makes other files under other names.
RECIPES: dict[str, dict[str, object]] = {
    "avif": {"quality": 60, "speed": 6, "max_threads": 1},
    "webp": {"quality": 76, "method": 5},
    "jpg": {"quality": 80, "progressive": True, "optimize": True},
    "png": {"optimize": True},
}


class Rendition(NamedTuple):
    """One file made from a picture: its path from the site's root, its size in pixels."""

    path: str
    width: int
    height: int
    ending: str
    key: str


@dataclass(frozen=True)
class Picture:
    """A picture in `content/`, at `path` from there, with the rights one article gives for it.

    It is the job that makes what is missing of its files.
    """

    path: str
    alt: str
    rights: Rights
    master: Master
    origin: MasterJob

    @cached_property
    def xmp(self) -> bytes:
        return packet(self.rights, self.alt)

    @cached_property
    def renditions(self) -> dict[str, list[Rendition]]:
        """By ending, best first and the one for every browser last: files, narrowest first."""
        fallback = "png" if self.master.transparent else "jpg"
        return {e: [self.rendition(e, w) for w in self.widths] for e in ("avif", "webp", fallback)}

    @property
    def widths(self) -> list[int]:
        """At most five, in pixels, and none wider than the picture."""
        return [w for w in WIDTHS if w < self.master.width] + [self.master.width]

    @property
    def whole(self) -> Rendition:
        """The widest file of the type that every browser reads."""
        return list(self.renditions.values())[-1][-1]

    def rendition(self, ending: str, width: int) -> Rendition:
        recipe = repr((RECIPES[ending], width, __version__))
        variant = hash_parts(recipe, self.xmp)[:16]
        name = hash_parts(self.master.source, variant)[:8]
        height = max(1, round(self.master.height * width / self.master.width))
        path = f"{PurePosixPath(self.path).with_suffix('')}-{width}.{name}.{ending}"
        return Rendition(path, width, height, ending, f"{self.master.source}/{width}-{variant}")

    @property
    def files(self) -> list[Rendition]:
        return [rendition for files in self.renditions.values() for rendition in files]

    @property
    def endings(self) -> dict[str, str]:
        return {file.key: file.ending for file in self.files}

    def make(self, keys: list[str], cache: ImageStore) -> Iterator[tuple[str, bytes]]:
        master = open_master(self.origin, cache)
        for file in self.files:
            if file.key in keys:
                yield file.key, encode(master, file, self.xmp)


def encode(master: Image.Image, rendition: Rendition, xmp: bytes) -> bytes:
    """One file: the master scaled, with no metadata but the rights."""
    size = rendition.width, rendition.height
    image = master.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    image.info = {}
    chunk = PngImagePlugin.PngInfo()
    chunk.add_itxt("XML:com.adobe.xmp", xmp.decode())
    metadata = {"pnginfo": chunk} if rendition.ending == "png" else {"xmp": xmp}
    file = io.BytesIO()
    image.save(file, FORMATS[rendition.ending], **RECIPES[rendition.ending], **metadata)
    return file.getvalue()
