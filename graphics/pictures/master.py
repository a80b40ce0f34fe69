"""The master of a picture: its original decoded once, as large as we ever show it."""

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PIL import Image, __version__

from engine.cache import ImageCache
from formats.text import hash_parts
from graphics.pictures.original import PictureError, decode, examine

WIDEST = 1280
EDITION = hash_parts("1", str(WIDEST), __version__)[:16]


class Master(NamedTuple):
    """Size in pixels and transparency of a picture; `source` is the SHA-256 of its original."""

    source: str
    width: int
    height: int
    transparent: bool


@dataclass(frozen=True)
class MasterJob:
    """Makes the master of an original that `examine` found sound; none where it is damaged."""

    file: Path
    source: str

    @property
    def key(self) -> str:
        return f"{self.source}/master-{EDITION}"

    @property
    def wanted(self) -> dict[str, str]:
        return {self.key: "png"}

    def make(self, keys, _cache):
        with contextlib.suppress(PictureError):
            yield keys[0], developed(self.file.read_bytes())


def job_for(file: Path) -> MasterJob:
    """The job for an original. Raises PictureError where its header is not sound."""
    return MasterJob(file, hash_parts(examine(file)))


def developed(data: bytes) -> bytes:
    """The master as a PNG file without metadata. Raises PictureError."""
    image = decode(data)
    if image.width > WIDEST:
        height = max(1, round(image.height * WIDEST / image.width))
        image = image.resize((WIDEST, height), Image.Resampling.LANCZOS, reducing_gap=3)
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=3)
    return file.getvalue()


def opened_master(job: MasterJob, cache: ImageCache) -> Image.Image:
    """The master from the cache, or else from the original. Raises PictureError."""
    data = cache.find(job.key)
    if data is None:
        data = developed(job.file.read_bytes())
        cache.keep(job.key, "png", data)
    return Image.open(io.BytesIO(data))


def master_of(job: MasterJob, cache: ImageCache) -> Master:
    """What is to be known of a picture. Raises PictureError."""
    image = opened_master(job, cache)
    return Master(job.source, *image.size, image.mode == "RGBA")
