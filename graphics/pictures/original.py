"""Originals as they come from a camera or a desk, and the master that is made of each.

An original is examined, whether it is what it says; decoded once, upright and in plain sRGB; and
its master, as large as we ever show it, is cached.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, cast

from PIL import Image, ImageCms, ImageOps, __version__

from formats.text import hash_parts
from graphics import ImageStore

TYPES = {
    "AVIF": (".avif",),
    "GIF": (".gif",),
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
}
MOST_BYTES = 30_000_000
MOST_PIXELS = 50_000_000
# The modes of Pillow for the color spaces of ICC profiles (ISO 15076-1, table 19).
MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
SRGB = ImageCms.createProfile("sRGB")
WIDEST = 1280
MASTER_VERSION = hash_parts("1", str(WIDEST), __version__)[:16]


class PictureError(ValueError):
    """Why a picture cannot be shown; the message continues the words `picture "x.jpg"`."""


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
        return f"{self.source}/master-{MASTER_VERSION}"

    @property
    def endings(self) -> dict[str, str]:
        return {self.key: "png"}

    def make(self, keys: list[str], _cache: ImageStore) -> Iterator[tuple[str, bytes]]:
        with suppress(PictureError):
            yield keys[0], render_master(self.file.read_bytes())


def job_for(file: Path) -> MasterJob:
    """The job for an original. Raises PictureError where its header is not sound."""
    return MasterJob(file, hash_parts(examine(file)))


def render_master(data: bytes) -> bytes:
    """The master as a PNG file without metadata. Raises PictureError."""
    image = decode(data)
    image.thumbnail((WIDEST, MOST_PIXELS), Image.Resampling.LANCZOS, reducing_gap=3)
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=3)
    return file.getvalue()


def open_master(job: MasterJob, cache: ImageStore) -> Image.Image:
    """The master from the cache, or else from the original. Raises PictureError."""
    data = cache.find(job.key)
    if data is None:
        data = render_master(job.file.read_bytes())
        cache.keep(job.key, "png", data)
    return Image.open(io.BytesIO(data))


def master_of(job: MasterJob, cache: ImageStore) -> Master:
    """Size and transparency of a picture. Raises PictureError."""
    image = open_master(job, cache)
    return Master(job.source, *image.size, image.mode == "RGBA")


def examine(file: Path) -> bytes:
    """The bytes of a picture whose type, size and frames are sound. Raises PictureError.

    Nothing is decoded but the header, so a decompression bomb stays packed.
    """
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise PictureError(f"has {size:,} bytes; at most {MOST_BYTES:,} - make it smaller")
    data = file.read_bytes()
    with open_image(data) as image:
        # The second picture of a phone's MPO file is a gain map or a preview, and no animation.
        kind = "JPEG" if image.format == "MPO" else str(image.format)
        if image.width * image.height > MOST_PIXELS:
            raise PictureError(
                f"has {image.width} by {image.height} pixels; at most {MOST_PIXELS:,} in all"
                " - make it smaller"
            )
        if file.suffix not in TYPES[kind]:
            raise PictureError(f"holds {kind}, not what its name says - name it *{TYPES[kind][0]}")
        if image.format != "MPO" and count_frames(image) > 1:
            raise PictureError("is animated - save a single frame of it")
    return data


def open_image(data: bytes) -> Image.Image:
    """Pillow's image, of which only the header is read. Raises PictureError."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return Image.open(io.BytesIO(data), formats=list(TYPES))
    except Image.DecompressionBombError:
        raise PictureError(f"has far more than {MOST_PIXELS:,} pixels - make it smaller") from None
    except Exception as error:  # decoders raise all kinds of errors on broken files
        raise PictureError(f"is none of {', '.join(TYPES)}, or damaged - save it anew") from error


def count_frames(image: Image.Image) -> int:
    try:
        return getattr(image, "n_frames", 1)
    except Exception as error:  # likewise
        raise PictureError(f"cannot be decoded: {error} - save it anew") from error


def decode(data: bytes) -> Image.Image:
    """The picture upright, in sRGB, RGB or RGBA, with nothing else of the file. PictureError."""
    image = open_image(data)
    try:
        image.load()
        image = to_srgb(ImageOps.exif_transpose(image), image.info.get("icc_profile"))
    except Exception as error:  # likewise
        raise PictureError(f"cannot be decoded: {error} - save it anew") from error
    image.info = {}
    return image


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The image in RGB, or in RGBA where a part of it is transparent.

    Without an ICC profile its numbers are taken for sRGB. Raises ValueError where the profile is
    broken, or of another kind than the image.
    """
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    image = drop_alpha(image)
    image = apply_profile(image, profile) if profile else image.convert("RGB")
    if alpha and alpha.getextrema() != (255, 255):
        image.putalpha(alpha)
    return image


def drop_alpha(image: Image.Image) -> Image.Image:
    """The colors alone, in L, RGB or CMYK with 8 bits, as profiles know them."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda level: level / 256).convert("L")
    if image.mode in {"1", "L", "LA", "La"}:
        return image.convert("L")
    return image if image.mode == "CMYK" else image.convert("RGB")


def apply_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """The image in sRGB as its profile means it; a gray one may have the profile of a camera."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = MODES.get(source.profile.xcolor_space.strip(), image.mode)
        if "CMYK" not in {mode, image.mode}:
            image = image.convert(mode)
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        new = ImageCms.profileToProfile(image, source, SRGB, intent, "RGB", flags=flags)
        return cast("Image.Image", new)  # None only where it works in place
    except (ImageCms.PyCMSError, OSError) as error:
        raise ValueError("its color profile is broken") from error
