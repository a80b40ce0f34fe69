"""The files made from an original, read back."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from engine.cache import ImageCache
from graphics.pictures.original import job_for, master_of
from graphics.pictures.picture import WIDTHS, Picture
from graphics.pictures.rights import Rights
from tests.graphics.pictures.originals import GPS, PLACE, camera, opened, transparent
from tests.support.sample import picture

RIGHTS = Rights(
    caption="A ship & <crew>, “at sea”.",
    credit="Ann 김, Navy",
    license="https://creativecommons.org/licenses/by/4.0/",
    terms="Not for advertising",
    source="https://example.com/photo?a=1&b=2",
)


def test_a_large_original_comes_in_five_widths_and_three_types(make):
    files = make("ship.jpg", picture("JPEG", (3000, 2000)))
    assert sorted(files) == sorted((e, w) for e in ("avif", "webp", "jpg") for w in WIDTHS)
    types = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
    for (ending, width), data in files.items():
        image = opened(data)
        assert (image.format, image.width) == (types[ending], width)
        assert abs(image.height - width * 2 / 3) < 1


@pytest.mark.parametrize(("width", "widths"), [(1, [1]), (320, [320]), (700, [320, 480, 640, 700])])
def test_nothing_is_enlarged(make, width, widths):
    files = make("ship.png", picture("PNG", (width, 50)))
    assert [w for ending, w in files if ending == "jpg"] == widths


def test_no_file_tells_where_it_was_taken(make):
    original = camera()
    assert Image.open(io.BytesIO(original)).getexif().get_ifd(GPS)
    files = make("ship.jpg", original)
    assert len(files) > 3
    for data in files.values():
        assert PLACE not in data
        assert not opened(data).getexif()
        assert "comment" not in opened(data).info


def test_rights_are_written_into_every_file(make):
    files = make("ship.jpg", picture("JPEG", (700, 400)), RIGHTS)
    files |= make("chart.png", transparent(), RIGHTS)
    assert {ending for ending, _ in files} == {"avif", "webp", "jpg", "png"}
    for (ending, _), data in files.items():
        info = opened(data).info
        text = info.get("xmp") or info["XML:com.adobe.xmp"].encode()
        tree = ElementTree.fromstring(re.search(rb"<x:xmpmeta.*</x:xmpmeta>", text, re.DOTALL)[0])
        fields = {e.tag.partition("}")[2]: "".join(e.itertext()) for e in tree.iter()}
        assert fields["Credit"] == RIGHTS.credit, ending
        assert fields["description"] == RIGHTS.caption
        assert fields["WebStatement"] == RIGHTS.license
        assert fields["UsageTerms"] == RIGHTS.terms
        assert fields["Source"] == RIGHTS.source
        assert fields["AltTextAccessibility"] == "A ship"
        assert RIGHTS.credit in fields["rights"]


def test_other_rights_make_other_names(tmp_path):
    (tmp_path / "a.jpg").write_bytes(picture("JPEG"))
    origin = job_for(Path(tmp_path, "a.jpg"))
    master = master_of(origin, ImageCache(tmp_path / "cache"))
    names = {
        Picture("images/a.jpg", "A", Rights("A", credit), master, origin).whole.path
        for credit in ("Ann", "Bo")
    }
    assert len(names) == 2
    assert all(re.fullmatch(r"images/a-40\.[0-9a-f]{8}\.jpg", name) for name in names)
