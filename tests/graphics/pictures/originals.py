"""Originals as they come from cameras and desks, sound and otherwise."""

import io
import struct
import zlib

from PIL import ExifTags, Image, ImageCms

from tests.support.sample import picture

ORIENTATION, GPS = ExifTags.Base.Orientation, ExifTags.IFD.GPSInfo
PLACE = b"38.123456"
TURNED = 6  # the camera was held upright: turn by 90 degrees clockwise to show it


def camera(size=(600, 400), orientation=TURNED) -> bytes:
    """A JPEG that tells where it was taken, who owns the camera, and that it is turned."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[ExifTags.Base.Artist] = PLACE.decode()
    exif.get_ifd(GPS).update({1: "N", 2: (38.0, 7.0, 24.44), 3: "E", 4: (126.0, 1.0, 2.0)})
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + PLACE + b"</x:xmpmeta>"
    return picture("JPEG", size, exif=exif, xmp=xmp, comment=PLACE, quality=95)


def wide_gamut() -> tuple[bytes, tuple[int, ...]]:
    """A PNG whose profile gives its numbers another color, and that color in sRGB."""
    swapped = ImageCms.ImageCmsProfile(io.BytesIO(swapping_profile()))
    image = Image.new("RGB", (400, 300), (200, 40, 90))
    expected = ImageCms.profileToProfile(image, swapped, ImageCms.createProfile("sRGB"))
    return saved(image, "PNG", icc_profile=swapping_profile()), expected.getpixel((0, 0))


def swapping_profile() -> bytes:
    """sRGB with the primaries of red and blue exchanged: the tags' offsets are swapped."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = {bytes(data[n : n + 4]): n for n in range(132, 132 + 12 * data[131], 12)}
    red, blue = at[b"rXYZ"], at[b"bXYZ"]
    data[red + 4 : red + 12], data[blue + 4 : blue + 12] = (
        data[blue + 4 : blue + 12],
        data[red + 4 : red + 12],
    )
    return bytes(data)


def saved(image: Image.Image, kind: str, **options) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def transparent() -> bytes:
    """A palette PNG of which the left half is transparent."""
    image = Image.new("P", (700, 350), 1)
    image.putpalette([0, 0, 0, 138, 45, 28])
    image.paste(0, (0, 0, 350, 350))
    return saved(image, "PNG", transparency=0)


def deep() -> bytes:
    """A PNG with 16 bits for each pixel, from dark at the top to light."""
    shades = Image.linear_gradient("L").resize((40, 30)).convert("I")
    return saved(shades.point(lambda level: level * 257).convert("I;16"), "PNG")


def bomb() -> bytes:
    """A PNG of a few bytes that says it has 60,000 by 60,000 pixels."""
    return png_of(60_000, 60_000)


def png_of(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def animated() -> bytes:
    frames = [Image.new("RGB", (30, 30), shade) for shade in ("red", "blue")]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:])


def phone() -> bytes:
    """A JPEG with a second picture behind it, as phones write them for bright screens."""
    first = Image.open(io.BytesIO(picture("PNG")))
    return saved(first, "MPO", save_all=True, append_images=[Image.new("L", (40, 30))])


def opened(data: bytes) -> Image.Image:
    """A file that was made, decoded whole."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
