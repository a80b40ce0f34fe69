"""Small windows, large type and wide spacing lose nothing: WCAG 2.2, 1.4.10 and 1.4.12."""

import pytest

from tests.browser.reader import DESKTOP, PHONE, ZOOMED, Reader, look, nothing
from tests.support.awkward import PATHS

SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""
WINDOWS = {
    "desktop": DESKTOP,
    "320 px": PHONE,
    "400 % zoom": pytest.param(ZOOMED, marks=pytest.mark.slow),
}


def faults(page) -> list[str]:
    kinds = ("sticksOut", "clipped", "overlapping")
    return [f"{kind} {fault}" for kind in kinds for fault in look(page, f"{kind}()")]


def spaced(page):
    page.add_style_tag(content=SPACING)
    return page


@pytest.mark.slow
@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_every_kind_of_page_fits(reader: Reader, window):
    nothing({kind: faults(page) for kind, page in reader.kinds(viewport=window)})


@pytest.mark.slow
@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_awkward_texts_fit(awkward: Reader, window):
    nothing({path: faults(awkward.open(path, viewport=window)) for path in PATHS})


@pytest.mark.slow
@pytest.mark.parametrize("window", [DESKTOP, PHONE], ids=["desktop", "320 px"])
def test_wide_spacing_cuts_nothing_off(reader: Reader, window):
    pages = reader.kinds(viewport=window, bypass_csp=True)
    nothing({kind: faults(spaced(page)) for kind, page in pages})


@pytest.mark.slow
def test_zoom_loses_no_word(reader: Reader):
    wide = {kind: look(page, "read()") for kind, page in reader.kinds()}
    zoomed = {kind: look(page, "read()") for kind, page in reader.kinds(viewport=ZOOMED)}
    assert min(map(len, wide.values())) > 300
    assert [kind for kind in wide if wide[kind] != zoomed[kind]] == []


@pytest.mark.slow
def test_the_eyes_see_what_is_wrong(reader: Reader):
    page = reader.open("about/", viewport=PHONE, bypass_csp=True)
    page.evaluate(
        """document.querySelector("h1").outerHTML = `
        <p style="white-space: nowrap; inline-size: 90rem">A line that sticks out</p>
        <p style="overflow: hidden; block-size: 1rem">A text that is<br>cut off</p>
        <p style="line-height: 1">One line</p><p style="margin-block-start: -1em">On another</p>`"""
    )
    seen = {fault.split()[0] for fault in faults(page)}
    assert seen == {"sticksOut", "clipped", "overlapping"}
