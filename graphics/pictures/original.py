"""An original as it came from a camera or a desk: is it what it says, and how does it look?"""

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps

from graphics.pictures.colors import in_srgb

TYPES = {
    "AVIF": (".avif",),
    "GIF": (".gif",),
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
}
MOST_BYTES = 30_000_000
MOST_PIXELS = 50_000_000


class PictureError(ValueError):
    """Why a picture cannot be shown; the message continues the words `picture "x.jpg"`."""


def examine(file: Path) -> bytes:
    """The bytes of a picture whose type, size and frames are sound. Raises PictureError.

    Nothing is decoded but the header, so a decompression bomb stays packed.
    """
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise PictureError(f"has {size:,} bytes; at most {MOST_BYTES:,} - make it smaller")
    data = file.read_bytes()
    with opened(data) as image:
        # The second picture of a phone's MPO file is a gain map or a preview, and no animation.
        kind = "JPEG" if image.format == "MPO" else image.format
        if image.width * image.height > MOST_PIXELS:
            raise PictureError(
                f"has {image.width} by {image.height} pixels; at most {MOST_PIXELS:,} in all"
                " - make it smaller"
            )
        if file.suffix not in TYPES[kind]:
            raise PictureError(f"holds {kind}, not what its name says - name it *{TYPES[kind][0]}")
        if image.format != "MPO" and frames(image) > 1:
            raise PictureError("is animated - save a single frame of it")
    return data


def opened(data: bytes) -> Image.Image:
    """Pillow's image, of which only the header is read. Raises PictureError."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return Image.open(io.BytesIO(data), formats=list(TYPES))
    except Image.DecompressionBombError:
        raise PictureError(f"has far more than {MOST_PIXELS:,} pixels - make it smaller") from None
    except Exception as error:  # decoders raise all kinds of errors on broken files
        raise PictureError(f"is none of {', '.join(TYPES)}, or damaged - save it anew") from error


def frames(image: Image.Image) -> int:
    try:
        return getattr(image, "n_frames", 1)
    except Exception as error:  # likewise
        raise PictureError(f"cannot be decoded: {error} - save it anew") from error


def decode(data: bytes) -> Image.Image:
    """The picture upright, in sRGB, RGB or RGBA, with nothing else of the file. PictureError."""
    image = opened(data)
    try:
        image.load()
        image = in_srgb(ImageOps.exif_transpose(image), image.info.get("icc_profile"))
    except Exception as error:  # likewise
        raise PictureError(f"cannot be decoded: {error} - save it anew") from error
    image.info = {}
    return image
