"""However an original is stored, what comes out looks as it was meant."""

import io

import pytest
from PIL import Image

from tests.graphics.pictures.originals import (
    ORIENTATION,
    deep,
    opened,
    phone,
    transparent,
    wide_gamut,
)
from tests.support.sample import picture


@pytest.mark.parametrize("orientation", range(1, 9))
def test_what_was_turned_is_upright(make, orientation):
    upright = Image.linear_gradient("L").resize((300, 450)).convert("RGB")
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the transposition that undoes it
    turned = upright.transpose(turns[orientation]) if orientation > 1 else upright
    file, exif = io.BytesIO(), Image.Exif()
    exif[ORIENTATION] = orientation
    turned.save(file, "JPEG", exif=exif, quality=95)
    for data in make("ship.jpg", file.getvalue()).values():
        output = opened(data).convert("L")
        assert output.width < output.height
        assert output.getpixel((5, 5)) < 30 < 225 < output.getpixel((5, output.height - 5))


def test_colors_are_as_the_profile_means_them(make):
    original, expected = wide_gamut()
    assert max(abs(a - b) for a, b in zip((200, 40, 90), expected, strict=True)) > 60
    for data in make("ship.png", original).values():
        image = opened(data).convert("RGB")
        assert "icc_profile" not in image.info
        output = image.getpixel((image.width // 2, image.height // 2))
        assert max(abs(a - b) for a, b in zip(output, expected, strict=True)) < 8


@pytest.mark.parametrize(
    "original",
    [
        ("cmyk.jpg", picture("JPEG", mode="CMYK")),
        ("gray.jpg", picture("JPEG", mode="L")),
        ("deep.png", deep()),
        ("phone.jpg", phone()),
        ("bits.png", picture("PNG", mode="1")),
        ("palette.gif", picture("GIF", mode="P")),
        ("opaque.png", picture("PNG", mode="RGBA")),
    ],
    ids=lambda original: original[0],
)
def test_every_mode_comes_out_as_it_looks(make, original):
    for (ending, _), data in make(*original).items():
        assert ending != "png"
        image = opened(data).convert("L")
        assert image.getpixel((20, 1)) < 40
        assert image.getpixel((20, 28)) > 200


def test_what_is_transparent_stays_so(make):
    files = make("chart.png", transparent())
    assert {ending for ending, _ in files} == {"avif", "webp", "png"}
    for data in files.values():
        image = opened(data)
        assert image.getpixel((10, 50))[3] == 0
        assert image.getpixel((image.width - 10, 50))[3] == 255
