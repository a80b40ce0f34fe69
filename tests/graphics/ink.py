"""What an image holds."""

from pathlib import Path

from PIL import Image, ImageChops


def inked(image: Image.Image, colors) -> tuple[int, int, int, int] | None:
    """The box around all that is not paper, None for an empty sheet."""
    return ImageChops.difference(image, Image.new("RGB", image.size, colors.paper)).getbbox()


def size_of(file: Path) -> tuple[int, int]:
    with Image.open(file) as image:
        return image.size
