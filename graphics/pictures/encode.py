"""Makes the files of a picture from its master."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, PngImagePlugin

from engine.cache import ImageCache
from graphics.pictures.master import opened_master
from graphics.pictures.picture import RECIPES, Picture, Rendition

FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}


def encode(master: Image.Image, rendition: Rendition, xmp: bytes) -> bytes:
    """One file: the master scaled, with no metadata but the rights."""
    image, size = master, (rendition.width, rendition.height)
    if master.size != size:
        image = master.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    image.info = {}
    options = dict(RECIPES[rendition.ending])
    if rendition.ending == "png":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", xmp.decode())
    else:
        options["xmp"] = xmp
    file = io.BytesIO()
    image.save(file, FORMATS[rendition.ending], **options)
    return file.getvalue()


@dataclass(frozen=True)
class PictureJob:
    """Makes what is missing of the files of one picture."""

    picture: Picture

    @property
    def renditions(self) -> list[Rendition]:
        return [r for files in self.picture.renditions.values() for r in files]

    @property
    def wanted(self) -> dict[str, str]:
        return {rendition.key: rendition.ending for rendition in self.renditions}

    def make(self, keys: list[str], cache: ImageCache) -> Iterator[tuple[str, bytes]]:
        master = opened_master(self.picture.origin, cache)
        master.load()
        for rendition in self.renditions:
            if rendition.key in keys:
                yield rendition.key, encode(master, rendition, self.picture.xmp)
