"""Maps are read on the narrowest phone, in the dark and on paper."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from graphics.maps.file import write_map
from graphics.maps.labels import SMALL, TYPE
from graphics.maps.map import draw_map
from graphics.maps.world import WIDTH
from graphics.palette import palettes
from tests.browser.reader import PHONE, Reader
from tests.graphics.maps.places import PLACES
from tests.support.sample import ROOT

SMALLEST = 10  # pixels
MEASURE = "[...document.querySelectorAll('text')].map(t => [t.textContent, t.getBBox().width])"


def brightness(page) -> float:
    """How light the map is, from 0 to 255; what is lazy is loaded first."""
    image = page.locator(".map img")
    image.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.map img').complete")
    with Image.open(BytesIO(image.screenshot())) as shot:
        return ImageStat.Stat(shot.convert("L")).mean[0]


@pytest.fixture
def page(reader: Reader):
    context = reader.browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(reader.address + reader.paths["article"])
    yield page
    context.close()


@pytest.mark.slow
def test_a_map_follows_the_system_and_the_switch(page):
    assert brightness(page) > 180
    page.locator("header .switch").click()
    assert brightness(page) < 80
    page.locator("header .switch").click()
    page.emulate_media(color_scheme="dark")
    assert brightness(page) < 80


@pytest.mark.slow
def test_a_map_is_printed_light(page):
    page.emulate_media(color_scheme="dark", media="print")
    assert brightness(page) > 180


@pytest.mark.slow
def test_names_are_large_enough_on_a_phone(reader):
    page = reader.open(reader.paths["article"], viewport=PHONE)
    shown = page.locator(".map img").bounding_box()["width"]
    assert min(TYPE, SMALL) * shown / WIDTH >= SMALLEST


@pytest.mark.slow
def test_names_are_no_wider_than_their_room(reader):
    drawing = draw_map(PLACES[:7])
    room = {
        line: label.box.right - label.box.left
        for label in [*drawing.labels, *drawing.countries]
        if label
        for line in label.lines
    }
    page = reader.browser.new_page()
    page.set_content(write_map(drawing, "", "", palettes(Path(ROOT, "theme"))).decode())
    measured = dict(page.evaluate(MEASURE))
    page.close()
    wide = {line: (width, room[line]) for line, width in measured.items() if width > room[line]}
    assert measured
    assert not wide, wide
