"""Colors as they were meant: from whatever mode and profile a picture has to plain sRGB."""

import io

from PIL import Image, ImageCms

# The modes of Pillow for the color spaces of ICC profiles (ISO 15076-1, table 19).
MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
SRGB = ImageCms.createProfile("sRGB")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The image in RGB, or in RGBA where a part of it is transparent.

    Without an ICC profile its numbers are taken for sRGB. Raises ValueError where the profile is
    broken, or of another kind than the image.
    """
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    image = colors(image)
    image = as_profiled(image, profile) if profile else image.convert("RGB")
    if alpha and alpha.getextrema()[0] < 255:
        image.putalpha(alpha)
    return image


def colors(image: Image.Image) -> Image.Image:
    """The colors alone, in L, RGB or CMYK with 8 bits, as profiles know them."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda level: level / 256).convert("L")
    if image.mode in {"1", "L", "LA", "La"}:
        return image.convert("L")
    return image if image.mode == "CMYK" else image.convert("RGB")


def as_profiled(image: Image.Image, profile: bytes) -> Image.Image:
    """The image in sRGB as its profile means it; a gray one may have the profile of a camera."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = MODES.get(source.profile.xcolor_space.strip(), image.mode)
        if "CMYK" not in {mode, image.mode}:
            image = image.convert(mode)
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        return ImageCms.profileToProfile(image, source, SRGB, intent, "RGB", flags=flags)
    except (ImageCms.PyCMSError, OSError) as error:
        raise ValueError("its color profile is broken") from error
